// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/clock_dialogue.h"

#include "core/timing/clock_frame.h"
#include "core/timing/clock_reply.h"
#include "core/timing/stamp_packet.h"

namespace parallax {

std::vector<std::uint8_t> ClockDialogue::question(std::uint64_t number, Timestamp stamped) const
{
    if (m_kind == ClockExchangeKind::Stamp)
        return stampQuestionBytes({.sequence = static_cast<std::uint32_t>(number), .sent = stamped}, m_key);
    const ClockFrameBytes bytes = clockFrameBytes({.scheme = m_scheme, .stamped = stamped});
    return {bytes.begin(), bytes.end()};
}

Result<ClockAnswer> ClockDialogue::read(std::span<const std::uint8_t> bytes) const
{
    if (m_kind == ClockExchangeKind::Stamp) {
        const auto parsed = parseStampAnswer(bytes, m_key);
        if (std::holds_alternative<ClockRefusal>(parsed))
            return Error{ErrorCode::Malformed, "not the answer of a STAMP reflector"};
        const auto &answer = std::get<StampAnswer>(parsed);
        return ClockAnswer{.received = answer.received,
                           .answered = answer.answered,
                           .sequence = answer.question.sequence,
                           .sentBits = answer.question.sentBits};
    }
    const auto reply = parseClockReply(bytes);
    if (!reply)
        return reply.error();
    const ClockReply &said = reply.value();
    ClockAnswer answer{.received = said.serverTime,
                       .answered = said.serverTime,
                       .correction = said.correction,
                       .answersSoFar = said.number};
    // No filter: the correction is the difference to the stamp itself.
    if (said.scheme == ClockScheme::Raw || said.scheme == ClockScheme::Median)
        answer.stamped = said.serverTime - said.correction;
    return answer;
}

} // namespace parallax
