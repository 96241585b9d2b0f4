// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_series.h"

#include "core/data/end_to_end.h"

#include <algorithm>

namespace parallax {

namespace {

/// Gathers the samples of one column after another; the buffer is kept, since there are thousands of columns.
class ColumnGatherer
{
public:
    void add(HopSample sample)
    {
        if (sample.answered())
            m_rtts.push_back(sample.rttMicroseconds);
        else if (sample.asked())
            ++m_lost;
    }

    /// The column as gathered; the next one begins.
    SeriesColumn take()
    {
        SeriesColumn column{.answered = static_cast<std::uint32_t>(m_rtts.size()), .lost = m_lost};
        if (!m_rtts.empty())
            measure(column);
        m_rtts.clear();
        m_lost = 0;
        return column;
    }

private:
    void measure(SeriesColumn &column)
    {
        std::uint64_t steps = 0;
        std::uint32_t before = m_rtts.front();
        column.least = column.most = before;
        for (const std::uint32_t rtt : m_rtts) {
            steps += std::max(rtt, before) - std::min(rtt, before);
            column.least = std::min(column.least, rtt);
            column.most = std::max(column.most, rtt);
            before = rtt;
        }
        if (m_rtts.size() > 1)
            column.jitter = static_cast<std::uint32_t>(steps / (m_rtts.size() - 1));
        const auto middle = m_rtts.begin() + static_cast<std::ptrdiff_t>(m_rtts.size() / 2);
        std::nth_element(m_rtts.begin(), middle, m_rtts.end());
        column.median = *middle;
    }

    std::vector<std::uint32_t> m_rtts;
    std::uint32_t m_lost = 0;
};

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
    ColumnGatherer gatherer;
    std::optional<EndToEnd> whole;
    if (!ttl)
        whole.emplace(history, grid.front());
    for (std::size_t column = 0; column < columns.size(); ++column) {
        for (std::size_t round = grid[column]; round < grid[column + 1]; ++round)
            gatherer.add(whole ? whole->at(round) : hop->second.at(round));
        columns[column] = gatherer.take();
    }
    return columns;
}

std::vector<SeriesColumn> seriesOf(const PathHistory &history, std::optional<int> ttl, const TimeSpan &span,
                                   int columns)
{
    return seriesOf(history, ttl, gridOf(history, span, columns));
}

} // namespace parallax
