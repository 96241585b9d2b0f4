// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace parallax {

// A hex dump as people know it: "0010  c0 00 02 01 …  ....", sixteen bytes a line.

constexpr std::size_t hexBytesPerLine = 16;

/// The lines, each ended by a line feed.
std::string hexDump(std::span<const std::uint8_t> bytes);

/// Where a byte of a line stands: its two digits, and its character.
std::size_t hexColumn(std::size_t byteInLine);
std::size_t characterColumn(std::size_t byteInLine);

} // namespace parallax
