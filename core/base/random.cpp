// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <array>
#include <cstddef>
#include <cstdlib>
#include <span>
#include <utility>

#include <sys/random.h>

namespace parallax {

namespace {

constexpr std::size_t tokenBytes = 16;
constexpr std::uint64_t largestSafeInteger =
    (std::uint64_t{1} << 53) - 1; // ECMA-262, Number.MAX_SAFE_INTEGER

void fillRandom(std::span<std::byte> bytes)
{
    // getrandom gives up to 256 bytes at once or nothing at all; without randomness no token is safe.
    if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        std::abort();
}

} // namespace

std::uint64_t randomBits()
{
    // A system call for each of a thousand testers' pings would show. What was given out is not kept.
    thread_local std::array<std::uint64_t, 32> pool{};
    thread_local std::size_t left = 0;
    if (left == 0) {
        fillRandom(std::as_writable_bytes(std::span(pool)));
        left = pool.size();
    }
    return std::exchange(pool.at(--left), 0);
}

std::string randomToken()
{
    static constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::array<std::uint8_t, tokenBytes> bytes{};
    fillRandom(std::as_writable_bytes(std::span(bytes)));
    std::string token;
    std::uint32_t bits = 0;
    int held = 0;
    for (const std::uint8_t byte : bytes) {
        bits = bits << 8 | byte;
        for (held += 8; held >= 6; held -= 6)
            token += alphabet[bits >> (held - 6) & 0x3f];
    }
    token += alphabet[bits << (6 - held) & 0x3f];
    return token;
}

std::string timedUuid(Timestamp now)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::array<std::uint8_t, 16> bytes{};
    fillRandom(std::as_writable_bytes(std::span(bytes)));
    auto milliseconds = static_cast<std::uint64_t>(
        std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count());
    for (std::size_t i = 6; i > 0; --i, milliseconds >>= 8)
        bytes[i - 1] = static_cast<std::uint8_t>(milliseconds & 0xff);
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 0x0f];
    }
    return text;
}

std::uint64_t randomNonce()
{
    for (;;) {
        const std::uint64_t nonce = randomBits() & largestSafeInteger;
        if (nonce != 0)
            return nonce;
    }
}

bool equalInConstantTime(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

} // namespace parallax
