// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/clock_update.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace parallax {

/// What an answer says, whichever kind it is.
struct ClockAnswer {
    Timestamp received{}; // by the server's clock
    Timestamp answered{}; // a frame's answer tells one moment only: the same
    std::optional<Duration> correction{}; // frame
    std::optional<std::uint64_t> answersSoFar{}; // frame: of this client
    std::optional<std::uint32_t> sequence{}; // STAMP: of the question
    std::optional<std::uint64_t> sentBits{}; // STAMP: the question's stamp, as on the wire
    std::optional<Timestamp> stamped{}; // frame, by some schemes: the same, within the question's stay
};

/// How a client asks, and understands the answer.
class ClockDialogue
{
public:
    explicit ClockDialogue(const ClockRequest &request)
        : m_kind(request.kind)
        , m_scheme(request.scheme)
        , m_key(request.key)
    {
    }

    std::vector<std::uint8_t> question(std::uint64_t number, Timestamp stamped) const;
    Result<ClockAnswer> read(std::span<const std::uint8_t> bytes) const;

private:
    ClockExchangeKind m_kind;
    ClockScheme m_scheme;
    std::string m_key;
};

} // namespace parallax
