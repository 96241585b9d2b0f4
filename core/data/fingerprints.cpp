// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fingerprints.h"

#include "core/data/fingerprints_text.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

namespace parallax {

namespace {

constexpr std::size_t largestText = 1024 * 1024;
constexpr int largestTtl = 255;
constexpr int largestScale = 14; // RFC 7323, 2.3
constexpr int largestSegment = 65535;

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Takes what stands before the separators, and them, off the front.
std::string_view takeUntil(std::string_view &text, std::string_view separators)
{
    const auto end = std::min(text.size(), text.find_first_of(separators));
    const auto part = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    return part;
}

std::string_view takeWord(std::string_view &text)
{
    text = trimmed(text);
    return takeUntil(text, blanks);
}

std::optional<std::uint32_t> numberIn(std::string_view text, std::uint32_t most)
{
    std::uint32_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = problem == std::errc() && end == text.data() + text.size();
    return whole && value <= most ? std::optional(value) : std::nullopt;
}

/// "8" or "6-10".
std::optional<Range> rangeIn(std::string_view text, int most)
{
    const bool isRange = text.find('-') != std::string_view::npos;
    const auto least = numberIn(takeUntil(text, "-"), static_cast<std::uint32_t>(most));
    const auto greatest = isRange ? numberIn(text, static_cast<std::uint32_t>(most)) : least;
    if (!least || !greatest || *least > *greatest)
        return std::nullopt;
    return Range{static_cast<int>(*least), static_cast<int>(*greatest)};
}

std::optional<OperatingSystem> systemIn(std::string_view text)
{
    if (text == "linux")
        return OperatingSystem::Linux;
    if (text == "windows")
        return OperatingSystem::Windows;
    return text == "apple" ? std::optional(OperatingSystem::Apple) : std::nullopt;
}

bool addStack(std::string_view row, Fingerprints &into)
{
    const auto options = takeWord(row);
    const auto ttl = numberIn(takeWord(row), largestTtl);
    const auto scale = rangeIn(takeWord(row), largestScale);
    const auto system = systemIn(takeWord(row));
    if (options.empty() || !ttl || !scale || !system || !trimmed(row).empty())
        return false;
    into.stacks.push_back({std::string(options), static_cast<int>(*ttl), *scale, *system});
    return true;
}

bool addBrowser(std::string_view row, Fingerprints &into)
{
    const auto system = systemIn(takeWord(row));
    const auto words = trimmed(row);
    if (!system || words.empty())
        return false;
    into.browsers.push_back({*system, std::string(words)});
    return true;
}

bool addOverhead(std::string_view row, std::vector<OverheadRow> &into)
{
    const auto missing = rangeIn(takeWord(row), largestSegment);
    const auto name = trimmed(row);
    if (!missing || missing->least == 0 || name.empty())
        return false;
    into.push_back({*missing, std::string(name)});
    return true;
}

bool addHosting(std::string_view row, Fingerprints &into)
{
    const auto asn = numberIn(takeWord(row), std::numeric_limits<std::uint32_t>::max());
    const auto name = trimmed(row);
    if (!asn || *asn == 0 || name.empty())
        return false;
    into.hosting.push_back({*asn, std::string(name)});
    return true;
}

/// What is wrong with the row; nothing when it was added.
const char *problemWith(std::string_view row, Fingerprints &into)
{
    const auto bar = row.find('|');
    if (bar == std::string_view::npos || trimmed(row.substr(bar + 1)).empty())
        return "names no source behind a bar";
    row = row.substr(0, bar);
    const auto kind = takeWord(row);
    if (kind == "stack")
        return addStack(row, into) ? nullptr : "is no stack OPTIONS TTL SCALE SYSTEM";
    if (kind == "browser")
        return addBrowser(row, into) ? nullptr : "is no browser SYSTEM WORDS";
    if (kind == "tunnel")
        return addOverhead(row, into.tunnels) ? nullptr : "is no tunnel BYTES NAME";
    if (kind == "access")
        return addOverhead(row, into.accessLines) ? nullptr : "is no access BYTES NAME";
    if (kind == "hosting")
        return addHosting(row, into) ? nullptr : "is no hosting AS NAME";
    return "begins with none of stack, browser, tunnel, access and hosting";
}

} // namespace

Result<Fingerprints> parseFingerprints(std::string_view text)
{
    if (text.size() > largestText)
        return Error{ErrorCode::Malformed, "more than a mebibyte of fingerprints"};
    Fingerprints fingerprints;
    for (int line = 1; !text.empty(); ++line) {
        const auto row = trimmed(takeUntil(text, "\n"));
        if (row.empty() || row.front() == '#')
            continue;
        if (const char *problem = problemWith(row, fingerprints))
            return Error{ErrorCode::Malformed, "line " + std::to_string(line) + ' ' + problem};
    }
    return fingerprints;
}

const Fingerprints &builtInFingerprints()
{
    static const Fingerprints builtIn = [] {
        auto parsed = parseFingerprints(builtInFingerprintsText());
        return parsed ? std::move(parsed).value() : Fingerprints{};
    }();
    return builtIn;
}

namespace {

std::optional<Fingerprints> &ownFingerprints()
{
    static std::optional<Fingerprints> own;
    return own;
}

} // namespace

const Fingerprints &fingerprints()
{
    const auto &own = ownFingerprints();
    return own ? *own : builtInFingerprints();
}

void useFingerprints(Fingerprints own)
{
    ownFingerprints() = std::move(own);
}

} // namespace parallax
