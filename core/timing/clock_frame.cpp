// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/clock_frame.h"

#include "core/base/octets.h"

namespace parallax {

namespace {

// Network order: SYNC, FRAME_SIZE, IDCODE (16 bits each), SOC, FRACSEC (32 bits each), CHK (16 bits).
constexpr std::size_t syncAt = 0;
constexpr std::size_t sizeAt = 2;
constexpr std::size_t idCodeAt = 4;
constexpr std::size_t secondsAt = 6;
constexpr std::size_t fractionAt = 10;
constexpr std::size_t checkAt = 14;

constexpr std::uint16_t usualSync = 0xAA01;
constexpr std::uint16_t firstSync = 0xAA00;
constexpr std::uint16_t lastSync = 0xAA6F;
constexpr std::uint16_t unknownSize = 0xFFFF;
constexpr std::uint16_t noCheck = 0xDEAD;
constexpr std::uint32_t fractionMask = 0x00FFFFFF; // the byte above it is the quality of the time

} // namespace

std::uint16_t crcCcitt(std::span<const std::uint8_t> bytes)
{
    constexpr unsigned polynomial = 0x1021;
    unsigned crc = 0xFFFF;
    for (const std::uint8_t byte : bytes) {
        crc ^= static_cast<unsigned>(byte) << 8;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 0x8000U) != 0 ? (crc << 1) ^ polynomial : crc << 1;
        crc &= 0xFFFFU;
    }
    return static_cast<std::uint16_t>(crc);
}

ClockFrameBytes clockFrameBytes(const ClockFrame &frame)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(frame.stamped);
    const auto fraction = std::chrono::floor<std::chrono::microseconds>(frame.stamped - seconds);
    ClockFrameBytes bytes{};
    put16(bytes, syncAt, usualSync);
    put16(bytes, sizeAt, unknownSize);
    put16(bytes, idCodeAt, static_cast<std::uint16_t>(frame.scheme));
    put32(bytes, secondsAt, static_cast<std::uint32_t>(seconds.time_since_epoch().count()));
    put32(bytes, fractionAt, static_cast<std::uint32_t>(fraction.count()));
    put16(bytes, checkAt, noCheck);
    return bytes;
}

std::variant<ClockFrame, ClockRefusal> parseClockFrame(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() != clockFrameSize)
        return ClockRefusal::Length;
    const std::uint16_t sync = read16(bytes, syncAt);
    if (sync < firstSync || sync > lastSync)
        return ClockRefusal::Sync;
    const std::uint16_t idCode = read16(bytes, idCodeAt);
    if (idCode < static_cast<std::uint16_t>(ClockScheme::Raw)
        || idCode > static_cast<std::uint16_t>(ClockScheme::Median))
        return ClockRefusal::IdCode;
    const std::uint16_t size = read16(bytes, sizeAt);
    if (size != unknownSize && size != clockFrameSize)
        return ClockRefusal::FrameSize;
    const std::uint16_t check = read16(bytes, checkAt);
    if (check != noCheck && check != crcCcitt(bytes.first(checkAt)))
        return ClockRefusal::Check;
    const std::chrono::seconds seconds(read32(bytes, secondsAt));
    const std::chrono::microseconds fraction(read32(bytes, fractionAt) & fractionMask);
    return ClockFrame{.scheme = static_cast<ClockScheme>(idCode), .stamped = Timestamp(seconds + fraction)};
}

} // namespace parallax
