// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_update.h"

#include <array>
#include <cstdint>
#include <span>
#include <variant>

namespace parallax {

/// The original's question: which filter it wants, and what its clock says.
struct ClockFrame {
    ClockScheme scheme = ClockScheme::Raw;
    Timestamp stamped{}; // to the microsecond

    bool operator==(const ClockFrame &) const = default;
};

constexpr std::size_t clockFrameSize = 16;
using ClockFrameBytes = std::array<std::uint8_t, clockFrameSize>;

/// As the original's clients send it: FRAME_SIZE 0xFFFF, CHK 0xDEAD.
ClockFrameBytes clockFrameBytes(const ClockFrame &frame);
/// A frame, or why it is none.
std::variant<ClockFrame, ClockRefusal> parseClockFrame(std::span<const std::uint8_t> bytes);

/// CRC-CCITT as IEEE C37.118 has it: polynomial 0x1021, begun with 0xFFFF.
std::uint16_t crcCcitt(std::span<const std::uint8_t> bytes);

} // namespace parallax
