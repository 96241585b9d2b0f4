// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/address_ranges.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace parallax {

namespace {

constexpr std::size_t longestLine = 512;
constexpr std::size_t longestName = 128;

/// A name from a file goes to terminals and pages.
std::string tame(std::string_view name)
{
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"')
        name = name.substr(1, name.size() - 2);
    std::string result;
    for (const char character : name.substr(0, longestName)) {
        if (static_cast<unsigned char>(character) >= ' ' && character != '\x7f')
            result += character;
    }
    return result;
}

std::string_view nextField(std::string_view &line)
{
    const auto comma = line.find(',');
    const std::string_view field = line.substr(0, comma);
    line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
    return field;
}

} // namespace

struct AddressRanges::Line {
    IpAddress first{};
    IpAddress last{};
    AddressFacts facts{};
    std::int64_t begin = 0; // in the file
    std::int64_t end = 0; // of the line behind it
};

AddressRanges::AddressRanges(int file, std::int64_t size)
    : m_file(file)
    , m_size(size)
{
}

AddressRanges::AddressRanges(AddressRanges &&other) noexcept
    : m_file(std::exchange(other.m_file, -1))
    , m_size(other.m_size)
{
}

AddressRanges::~AddressRanges()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<AddressRanges> AddressRanges::open(const std::string &path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {
    };
    if (file < 0 || ::fstat(file, &status) != 0) {
        const int reason = errno;
        if (file >= 0)
            ::close(file);
        return Error{ErrorCode::Io, path + ": " + std::strerror(reason)};
    }
    AddressRanges ranges(file, status.st_size);
    if (!ranges.lineAt(0))
        return Error{ErrorCode::Malformed, path + " has no line of the form first,last,number,organisation"};
    return ranges;
}

/// The first line that begins at or behind the offset; nothing at the end and where the file is damaged.
std::optional<AddressRanges::Line> AddressRanges::lineAt(std::int64_t offset) const
{
    // One byte before it tells whether a line begins right here.
    std::array<char, 2 * longestLine> bytes{};
    const std::int64_t from = std::max<std::int64_t>(offset - 1, 0);
    const ssize_t got = ::pread(m_file, bytes.data(), bytes.size(), from);
    if (got <= 0)
        return std::nullopt;
    const std::string_view text(bytes.data(), static_cast<std::size_t>(got));
    const std::size_t begin = offset == 0 ? 0 : text.find('\n') + 1; // 0 when there is none
    if (offset != 0 && begin == 0)
        return std::nullopt;
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) {
        if (from + got < m_size)
            return std::nullopt; // no line is so long
        end = text.size();
    }
    std::string_view line = text.substr(begin, end - begin);
    const auto first = IpAddress::parse(nextField(line));
    const auto last = IpAddress::parse(nextField(line));
    const std::string_view number = nextField(line);
    std::uint32_t asn = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), asn);
    if (!first || !last || read.ec != std::errc{})
        return std::nullopt;
    return Line{.first = first.value(),
                .last = last.value(),
                .facts = {.asn = asn, .asName = tame(line)},
                .begin = from + static_cast<std::int64_t>(begin),
                .end = from + static_cast<std::int64_t>(end) + 1};
}

AddressFacts AddressRanges::find(const IpAddress &address) const
{
    std::int64_t low = 0; // every line that begins before it starts at or below the address
    std::int64_t high = m_size; // every line that begins here or later starts above it
    AddressFacts found;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        const auto line = lineAt(middle);
        if (!line || line->begin >= high || line->first > address) {
            high = middle;
            continue;
        }
        found = address <= line->last ? line->facts : AddressFacts{};
        low = line->end;
    }
    return found;
}

} // namespace parallax
