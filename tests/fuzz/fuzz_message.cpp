// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/message.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace parallax;

namespace {

constexpr std::uint64_t largestNonce = (std::uint64_t{1} << 53) - 1;

bool isTame(const Message &message)
{
    if (const auto *pong = std::get_if<Pong>(&message))
        return pong->nonce >= 1 && pong->nonce <= largestNonce;
    if (const auto *hello = std::get_if<Hello>(&message))
        return hello->timeZone.size() <= 4 * 64 && hello->language.size() <= 4 * 35;
    return true;
}

} // namespace

/// A text message of a tester: whatever the bytes, a bounded message or an error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto message = parseMessage(text);
    if (message && !isTame(message.value()))
        std::abort();
    return 0;
}
