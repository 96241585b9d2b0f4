// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/hex_dump.h"

#include <algorithm>
#include <string_view>

namespace parallax {

namespace {

constexpr std::size_t offsetDigits = 4;
constexpr std::size_t gap = 2;

std::string hex(std::size_t value, std::size_t digits)
{
    constexpr std::string_view all = "0123456789abcdef";
    std::string text(digits, '0');
    for (std::size_t i = digits; i > 0; --i) {
        text[i - 1] = all[value & 0xfU];
        value >>= 4;
    }
    return text;
}

char shown(std::uint8_t byte)
{
    return byte >= 0x20 && byte < 0x7f ? static_cast<char>(byte) : '.';
}

} // namespace

std::size_t hexColumn(std::size_t byteInLine)
{
    const std::size_t middle = byteInLine >= hexBytesPerLine / 2 ? 1 : 0; // a wider gap for the eye
    return offsetDigits + gap + byteInLine * 3 + middle;
}

std::size_t characterColumn(std::size_t byteInLine)
{
    return hexColumn(hexBytesPerLine) + 1 + byteInLine;
}

std::string hexDump(std::span<const std::uint8_t> bytes)
{
    std::string dump;
    for (std::size_t start = 0; start < bytes.size(); start += hexBytesPerLine) {
        const auto line = bytes.subspan(start, std::min(hexBytesPerLine, bytes.size() - start));
        std::string text(characterColumn(line.size()), ' ');
        text.replace(0, offsetDigits, hex(start, offsetDigits));
        for (std::size_t i = 0; i < line.size(); ++i) {
            text.replace(hexColumn(i), 2, hex(line[i], 2));
            text[characterColumn(i)] = shown(line[i]);
        }
        dump += text + '\n';
    }
    return dump;
}

} // namespace parallax
