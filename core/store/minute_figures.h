// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_history.h"
#include "core/store/byte_stream.h"

#include <map>
#include <vector>

namespace parallax {

/// What is left of a minute's rounds.
struct MinuteFigures {
    struct Hop {
        std::uint32_t least = 0; // microseconds; these three only where somebody answered
        std::uint32_t median = 0;
        std::uint32_t most = 0;
        std::size_t answered = 0;
        std::size_t lost = 0;
        std::uint16_t responder = 0; // who answered most often

        bool operator==(const Hop &) const = default;
    };

    Timestamp first{}; // when the first round began, and the last
    Timestamp last{};
    std::size_t rounds = 0;
    std::uint8_t end = 0; // where the target answered most often; 0: mostly not
    std::map<int, Hop> hops{}; // by TTL

    bool operator==(const MinuteFigures &) const = default;
};

/// Minutes count from the block's first round.
std::vector<MinuteFigures> minutesOf(const RoundBlock &block);

void addMinute(ByteWriter &writer, const MinuteFigures &minute);
MinuteFigures readMinute(ByteReader &reader, std::size_t mostRounds);

/// Makes rounds of it, evenly spread: as many asked, answered and lost as there were, one with the least
/// round trip, one with the most, the others with the median.
void appendMinute(RoundBlock &block, const MinuteFigures &minute);

} // namespace parallax
