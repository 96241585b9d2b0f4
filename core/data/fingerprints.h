// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parallax {

/// Systems that can be told apart by what they send; Android counts as Linux, iOS as Apple's.
enum class OperatingSystem : std::uint8_t { Linux, Windows, Apple };

/// Both ends included.
struct Range {
    int least = 0;
    int most = 0;

    bool contains(int value) const { return least <= value && value <= most; }
    bool operator==(const Range &) const = default;
};

/// How a system's SYN looks. Only what its default settings send; anything else stays unknown.
struct StackRow {
    std::string options{}; // the start of TcpFacts::optionOrder
    int initialTtl = 0;
    Range windowScale{};
    OperatingSystem system{};

    bool operator==(const StackRow &) const = default;
};

struct BrowserRow {
    OperatingSystem system{};
    std::string words{}; // in the User-Agent

    bool operator==(const BrowserRow &) const = default;
};

/// What something on the way takes from a full segment: a tunnel of the tester's, or the access line's own
/// encapsulation.
struct OverheadRow {
    Range missing{}; // bytes of a full segment
    std::string name{};

    bool operator==(const OverheadRow &) const = default;
};

struct HostingRow {
    std::uint32_t asn = 0;
    std::string name{};

    bool operator==(const HostingRow &) const = default;
};

/// What is known of strangers' software and networks; resources/fingerprints.txt says how a row is written.
struct Fingerprints {
    std::vector<StackRow> stacks{};
    std::vector<BrowserRow> browsers{};
    std::vector<OverheadRow> tunnels{};
    std::vector<OverheadRow> accessLines{};
    std::vector<HostingRow> hosting{};

    bool operator==(const Fingerprints &) const = default;
};

/// Malformed: the message names the line. Every row must name its source.
Result<Fingerprints> parseFingerprints(std::string_view text);

/// resources/fingerprints.txt as it was built in; a test reads it.
const Fingerprints &builtInFingerprints();

/// The table in use: the built-in one, or the user's own.
const Fingerprints &fingerprints();

/// Uses a table of the user's from now on. Before the first thread: readers do not lock.
void useFingerprints(Fingerprints own);

} // namespace parallax
