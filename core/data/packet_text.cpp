// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/packet_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace parallax {

namespace {

constexpr std::size_t mostText = 200'000; // characters: three for each byte of the largest packet
constexpr std::array<std::string_view, 8> flagNames{"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};
constexpr std::string_view separators = " ,|\t";

using Value = std::optional<FieldValue>;

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(separators), text.size());
        if (end > 0)
            words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::optional<std::uint32_t> numberIn(std::string_view text, std::uint32_t most)
{
    int base = 10;
    if (text.starts_with("0x") || text.starts_with("0X")) {
        base = 16;
        text.remove_prefix(2);
    }
    std::uint32_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (problem != std::errc{} || end != text.data() + text.size() || value > most)
        return std::nullopt;
    return value;
}

std::string upper(std::string_view text)
{
    std::string all(text);
    std::transform(all.begin(), all.end(), all.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return all;
}

Value flagsIn(std::string_view text)
{
    if (const auto number = numberIn(text, UINT8_MAX))
        return *number;
    std::uint32_t flags = 0;
    const auto words = wordsOf(text);
    if (words.size() == 1 && upper(words.front()) == "NONE")
        return flags;
    for (const std::string_view word : words) {
        const auto found = std::find(flagNames.begin(), flagNames.end(), upper(word));
        if (found == flagNames.end())
            return std::nullopt;
        flags |= 1U << (found - flagNames.begin());
    }
    return flags;
}

/// Hexadecimal digits, two a byte, with or without spaces.
std::optional<PacketBytes> hexIn(std::string_view text)
{
    PacketBytes bytes;
    bytes.reserve(text.size() / 2);
    for (const std::string_view word : wordsOf(text)) {
        if (word.size() % 2 != 0)
            return std::nullopt;
        for (std::size_t at = 0; at < word.size(); at += 2) {
            std::uint8_t byte = 0;
            const char *first = word.data() + at;
            const auto [end, problem] = std::from_chars(first, first + 2, byte, 16);
            if (problem != std::errc{} || end != first + 2)
                return std::nullopt;
            bytes.push_back(byte);
        }
    }
    return bytes;
}

void put(PacketBytes &bytes, std::uint32_t value, int size)
{
    for (int shift = (size - 1) * 8; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

/// One TCP option by its name (RFC 9293, 3.2; RFC 7323; RFC 2018).
std::optional<PacketBytes> optionNamed(std::string_view word)
{
    const std::size_t equals = word.find('=');
    const std::string name = upper(word.substr(0, equals));
    const std::string_view value =
        equals == std::string_view::npos ? std::string_view() : word.substr(equals + 1);
    if (name == "EOL" && value.empty())
        return PacketBytes{0};
    if (name == "NOP" && value.empty())
        return PacketBytes{1};
    if (name == "SACK" && value.empty())
        return PacketBytes{4, 2};
    if (const auto size = numberIn(value, UINT16_MAX); name == "MSS" && size) {
        PacketBytes option{2, 4};
        put(option, *size, 2);
        return option;
    }
    if (const auto shift = numberIn(value, UINT8_MAX); name == "WS" && shift)
        return PacketBytes{3, 3, static_cast<std::uint8_t>(*shift)};
    const std::size_t colon = std::min(value.find(':'), value.size());
    const auto stamp = numberIn(value.substr(0, colon), UINT32_MAX);
    const auto echo = numberIn(colon < value.size() ? value.substr(colon + 1) : "0", UINT32_MAX);
    if (name != "TS" || !stamp || !echo)
        return std::nullopt;
    PacketBytes option{8, 10};
    put(option, *stamp, 4);
    put(option, *echo, 4);
    return option;
}

std::optional<PacketBytes> tcpOptionsIn(std::string_view text)
{
    PacketBytes all;
    for (const std::string_view word : wordsOf(text)) {
        auto option = optionNamed(word);
        if (!option)
            option = hexIn(word);
        if (!option)
            return std::nullopt;
        all.insert(all.end(), option->begin(), option->end());
    }
    return all;
}

Value bytesIn(PacketField field, std::string_view text)
{
    constexpr std::string_view literally = "text:";
    if (text.starts_with(literally)) {
        text.remove_prefix(literally.size());
        return PacketBytes(text.begin(), text.end());
    }
    auto bytes = field == PacketField::TcpOptions ? tcpOptionsIn(text) : hexIn(text);
    return bytes ? Value(std::move(*bytes)) : std::nullopt;
}

Value valueIn(const PacketFieldRow &row, std::string_view text)
{
    switch (row.kind) {
    case PacketFieldRow::Kind::Number:
    case PacketFieldRow::Kind::Hex: {
        const auto number = numberIn(text, row.most());
        return number ? Value(*number) : std::nullopt;
    }
    case PacketFieldRow::Kind::Flags:
        return flagsIn(text);
    case PacketFieldRow::Kind::Address: {
        const auto address = IpAddress::parse(text);
        return address ? Value(address.value()) : std::nullopt;
    }
    case PacketFieldRow::Kind::Bytes:
        return bytesIn(row.field, text);
    }
    return std::nullopt;
}

std::string whatItTakes(const PacketFieldRow &row)
{
    switch (row.kind) {
    case PacketFieldRow::Kind::Number:
    case PacketFieldRow::Kind::Hex:
        return "a number from 0 to " + std::to_string(row.most());
    case PacketFieldRow::Kind::Flags:
        return "names of flags such as SYN ACK, none, or a number from 0 to 255";
    case PacketFieldRow::Kind::Address:
        return "an IPv4 or IPv6 address";
    case PacketFieldRow::Kind::Bytes:
        return row.field == PacketField::TcpOptions ? "bytes as 02 04 05 b4, or mss=1460 sack ts=1:0 nop ws=7"
                                                    : "bytes as de ad be ef, or text:hello";
    }
    return {};
}

const PacketFieldRow *rowNamed(std::span<const PacketFieldRow *const> rows, std::string_view name)
{
    const auto found =
        std::find_if(rows.begin(), rows.end(), [name](const auto *row) { return row->name == name; });
    return found == rows.end() ? nullptr : *found;
}

std::string hexNumber(std::uint32_t value, int bits)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "0x";
    for (int shift = (bits + 3) / 4 * 4 - 4; shift >= 0; shift -= 4)
        text += digits[value >> shift & 0xfU];
    return text;
}

std::string flagText(std::uint32_t flags)
{
    std::string text;
    for (std::size_t i = 0; i < flagNames.size(); ++i) {
        if ((flags >> i & 1U) != 0)
            text += (text.empty() ? "" : " ") + std::string(flagNames[i]);
    }
    return text.empty() ? "none" : text;
}

} // namespace

Result<void> setPacketField(PacketDraft &draft, std::string_view name, std::string_view text)
{
    const auto rows = fieldsOf(draft);
    const PacketFieldRow *row = rowNamed(rows, name);
    if (!row) {
        const auto all = packetFields();
        const bool known =
            std::any_of(all.begin(), all.end(), [name](const auto &each) { return each.name == name; });
        return Error{ErrorCode::InvalidArgument,
                     known ? "this packet has no field " + std::string(name)
                           : "there is no field \"" + std::string(name.substr(0, 40)) + "\""};
    }
    if (text.empty() || text == "auto") {
        draft.given.erase(row->field);
        return {};
    }
    Value value = text.size() > mostText ? std::nullopt : valueIn(*row, text);
    if (!value)
        return Error{ErrorCode::InvalidArgument, std::string(row->name) + " takes " + whatItTakes(*row)};
    draft.given[row->field] = std::move(*value);
    return {};
}

std::string fieldText(const PacketFieldRow &row, const FieldValue &value)
{
    if (const auto *address = std::get_if<IpAddress>(&value))
        return row.bits == 32 && !address->isV4() ? "0.0.0.0" : address->toString();
    if (const auto *bytes = std::get_if<PacketBytes>(&value))
        return hexBytes(*bytes);
    const std::uint32_t number = std::get<std::uint32_t>(value);
    if (row.kind == PacketFieldRow::Kind::Flags)
        return flagText(number);
    return row.kind == PacketFieldRow::Kind::Hex ? hexNumber(number, row.bits) : std::to_string(number);
}

std::string hexBytes(const PacketBytes &bytes)
{
    std::string text;
    text.reserve(bytes.size() * 3);
    for (const std::uint8_t byte : bytes) {
        if (!text.empty())
            text += ' ';
        text += hexNumber(byte, 8).substr(2);
    }
    return text;
}

} // namespace parallax
