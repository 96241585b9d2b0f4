// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/clock_frame.h"
#include "core/timing/clock_reply.h"
#include "core/timing/clock_responder.h"
#include "core/timing/stamp_packet.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace parallax;

namespace {

constexpr Timestamp now{std::chrono::seconds(1'800'000'000)};

/// Whatever is answered was valid, and is an answer by our own reading.
void serve(std::span<const std::uint8_t> bytes, const std::string &key)
{
    ClockResponder responder(key);
    const auto answer =
        responder.answer({.bytes = {bytes.begin(), bytes.end()}, .received = now}, now, SteadyTime{});
    if (!answer)
        return;
    const bool frame = bytes.size() < stampSize;
    const bool understood = frame ? static_cast<bool>(parseClockReply(answer->bytes))
                                  : std::holds_alternative<StampAnswer>(parseStampAnswer(answer->bytes, key));
    if (!understood || (!frame && answer->bytes.size() > bytes.size()))
        std::abort();
}

} // namespace

/// A datagram from anybody, as the clock server and the clock client read it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::span bytes(data, size);
    serve(bytes, "");
    serve(bytes, "key");
    const auto frame = parseClockFrame(bytes);
    if (std::holds_alternative<ClockFrame>(frame) && size != clockFrameSize)
        std::abort();
    (void)parseClockReply(bytes);
    (void)parseStampAnswer(bytes, "");
    (void)parseStampAnswer(bytes, "key");
    return 0;
}
