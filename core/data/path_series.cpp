// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_series.h"

#include "core/data/end_to_end.h"

#include <algorithm>
#include <optional>
#include <span>

namespace parallax {

namespace {

/// The upper median; changes the order. Of few, as a column mostly has, the one with half of them before it
/// is counted out without a branch, in a third of the time of std::nth_element.
std::uint32_t medianOf(std::vector<std::uint32_t> &rtts)
{
    const std::size_t middle = rtts.size() / 2;
    constexpr std::size_t few = 10;
    if (rtts.size() > few) {
        const auto at = rtts.begin() + static_cast<std::ptrdiff_t>(middle);
        std::nth_element(rtts.begin(), at, rtts.end());
        return *at;
    }
    std::uint32_t median = 0;
    for (std::size_t i = 0; i < rtts.size(); ++i) {
        std::size_t before = 0; // of equal ones those that come first
        for (std::size_t other = 0; other < i; ++other)
            before += rtts[other] <= rtts[i] ? 1 : 0;
        for (std::size_t other = i + 1; other < rtts.size(); ++other)
            before += rtts[other] < rtts[i] ? 1 : 0;
        median = before == middle ? rtts[i] : median;
    }
    return median;
}

/// What is kept from column to column, of which there are thousands.
struct Passed {
    std::vector<std::uint32_t> rtts{}; // a buffer
    std::optional<std::uint32_t> last{}; // round trip
};

/// What a column shows of its samples.
SeriesColumn columnOf(std::span<const HopSample> samples, Passed &passed)
{
    std::vector<std::uint32_t> &rtts = passed.rtts;
    rtts.resize(samples.size());
    std::size_t asked = 0;
    std::size_t answered = 0;
    for (const HopSample sample : samples) { // without a branch
        rtts[answered] = sample.rttMicroseconds;
        answered += sample.answered() ? 1 : 0;
        asked += sample.asked() ? 1 : 0;
    }
    rtts.resize(answered);
    SeriesColumn column{.answered = static_cast<std::uint32_t>(answered),
                        .lost = static_cast<std::uint32_t>(asked - answered)};
    if (rtts.empty())
        return column;
    std::uint64_t steps = 0;
    const std::size_t pairs = answered - (passed.last ? 0 : 1);
    std::uint32_t before = passed.last.value_or(rtts.front());
    column.least = column.most = rtts.front();
    for (const std::uint32_t rtt : rtts) {
        steps += std::max(rtt, before) - std::min(rtt, before);
        column.least = std::min(column.least, rtt);
        column.most = std::max(column.most, rtt);
        before = rtt;
    }
    if (pairs > 0)
        column.jitter = static_cast<std::uint32_t>(steps / pairs);
    passed.last = before;
    column.median = medianOf(rtts);
    return column;
}

/// Those of the rounds from `from` to before `to`; beyond the last, nobody was asked.
std::span<const HopSample> samplesOf(const HopHistory &hop, std::size_t from, std::size_t to)
{
    const std::size_t first = std::min(from, hop.samples.size());
    return std::span(hop.samples).subspan(first, std::min(to, hop.samples.size()) - first);
}

} // namespace

TimeSpan wholeSpan(const PathHistory &history)
{
    if (history.rounds() == 0)
        return {};
    const Timestamp first = history.start(0);
    const Timestamp last = history.start(history.rounds() - 1);
    return {first, std::max(last, first) + std::chrono::milliseconds(1)};
}

RoundSpan roundsIn(const PathHistory &history, const TimeSpan &span)
{
    return {history.roundAt(span.from), history.roundAt(span.to)};
}

SeriesGrid gridOf(const PathHistory &history, const TimeSpan &span, int columns)
{
    if (columns < 1 || span.to <= span.from)
        return {};
    const double width = static_cast<double>(span.length().count()) / columns;
    const std::size_t behind = history.roundAt(span.to);
    SeriesGrid grid;
    std::size_t round = history.roundAt(span.from);
    for (int column = 0; column < columns; ++column) {
        const Timestamp begin = span.from + Duration(static_cast<std::int64_t>(width * column));
        while (round < behind && history.start(round) < begin)
            ++round;
        grid.push_back(round);
    }
    grid.push_back(behind);
    return grid;
}

std::vector<SeriesColumn> seriesOf(const PathHistory &history, std::optional<int> ttl, const SeriesGrid &grid)
{
    const auto hop = ttl ? history.hops().find(*ttl) : history.hops().end();
    if (grid.size() < 2)
        return {};
    std::vector<SeriesColumn> columns(grid.size() - 1);
    if (ttl && hop == history.hops().end())
        return columns;
    Passed passed;
    if (ttl) {
        for (std::size_t column = 0; column < columns.size(); ++column)
            columns[column] = columnOf(samplesOf(hop->second, grid[column], grid[column + 1]), passed);
        return columns;
    }
    EndToEnd whole(history, grid.front());
    std::vector<HopSample> samples;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        samples.clear();
        for (std::size_t round = grid[column]; round < grid[column + 1]; ++round)
            samples.push_back(whole.at(round));
        columns[column] = columnOf(samples, passed);
    }
    return columns;
}

std::vector<SeriesColumn> seriesOf(const PathHistory &history, std::optional<int> ttl, const TimeSpan &span,
                                   int columns)
{
    return seriesOf(history, ttl, gridOf(history, span, columns));
}

} // namespace parallax
