// SPDX-License-Identifier: GPL-3.0-or-later
// The columns that the charts of a watched path are drawn in, and the hops that have some.
#include "core/data/path_figures.h"
#include "core/data/path_series.h"
#include "tests/support/watched_path.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <optional>
#include <random>

using namespace parallax;
using namespace std::chrono_literals;
using fixtures::PlayedHop;

namespace {

const char *const target = "10.0.0.9";

Timestamp at(std::size_t round)
{
    return fixtures::watchBegan() + round * 1s + 100us;
}

/// As the header says it, the long way. `last` is the round trip before them.
SeriesColumn expected(const std::vector<HopSample> &samples, std::optional<std::uint32_t> &last)
{
    SeriesColumn column;
    std::vector<std::uint32_t> rtts;
    std::uint64_t steps = 0;
    std::uint32_t pairs = 0;
    for (const HopSample sample : samples) {
        if (sample.rttMicroseconds == HopSample::lost || sample.rttMicroseconds == HopSample::refused)
            ++column.lost;
        if (!sample.answered())
            continue;
        if (last) {
            steps += std::max(sample.rttMicroseconds, *last) - std::min(sample.rttMicroseconds, *last);
            ++pairs;
        }
        last = sample.rttMicroseconds;
        rtts.push_back(sample.rttMicroseconds);
    }
    column.answered = static_cast<std::uint32_t>(rtts.size());
    if (rtts.empty())
        return column;
    if (pairs > 0)
        column.jitter = static_cast<std::uint32_t>(steps / pairs);
    std::sort(rtts.begin(), rtts.end());
    column.least = rtts.front();
    column.most = rtts.back();
    column.median = rtts[rtts.size() / 2];
    return column;
}

HopSample anySample(std::mt19937 &random)
{
    switch (random() % 12) {
    case 0:
        return {HopSample::lost};
    case 1:
        return {HopSample::notSent};
    case 2:
        return {HopSample::refused};
    case 3:
        return {};
    default:
        return {static_cast<std::uint32_t>(random() % 7)}; // so few that many are equal
    }
}

} // namespace

class TestPathSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsMissNoPeakAndNoLoss()
    {
        const auto path = [](std::size_t round) {
            PlayedHop hop{target, round == 4321 ? 500ms : 10ms};
            if (round == 777)
                hop.rtt.reset();
            return std::vector<PlayedHop>{hop};
        };
        const auto state = fixtures::watched(path, 10'000, target);
        const auto columns = seriesOf(state.history, std::nullopt, wholeSpan(state.history), 500);
        QCOMPARE(columns.size(), std::size_t{500});
        const auto most = std::max_element(columns.begin(), columns.end(),
                                           [](const auto &a, const auto &b) { return a.most < b.most; });
        QCOMPARE(most->most, 500'000U);
        QCOMPARE(most->median, 10'000U);
        QCOMPARE(most - columns.begin(), std::ptrdiff_t{4321 / 20});
        const auto sum = [&](auto field) {
            return std::accumulate(
                columns.begin(), columns.end(), 0U,
                [field](unsigned total, const SeriesColumn &c) { return total + c.*field; });
        };
        QCOMPARE(sum(&SeriesColumn::answered), 9999U);
        QCOMPARE(sum(&SeriesColumn::lost), 1U);
    }

    void eachColumnIsWhatItsSamplesAre()
    {
        std::mt19937 random(20'261'201); // NOLINT(cert-msc51-cpp): the same each time
        for (std::size_t each = 1; each <= 40; ++each) { // rounds in a column
            constexpr std::size_t columns = 50;
            RoundBlock block;
            std::vector<HopSample> &samples = block.samples[1];
            for (std::size_t round = 0; round < each * columns; ++round) {
                block.starts.push_back(at(round));
                block.ends.push_back(0);
                samples.push_back(anySample(random));
            }
            PathHistory history;
            history.append(block);
            const SeriesGrid grid = gridOf(history, {at(0), at(each * columns)}, columns);
            const std::vector<SeriesColumn> shown = seriesOf(history, 1, grid);
            QCOMPARE(shown.size(), columns);
            std::optional<std::uint32_t> last;
            for (std::size_t column = 0; column < columns; ++column) {
                const auto first = samples.begin() + static_cast<std::ptrdiff_t>(grid[column]);
                const auto behind = samples.begin() + static_cast<std::ptrdiff_t>(grid[column + 1]);
                QCOMPARE(shown[column], expected({first, behind}, last));
            }
        }
    }

    /// A hop beyond the target was asked in the first rounds only.
    void roundsAfterTheLastSampleWereNotAsked()
    {
        RoundBlock block;
        for (std::size_t round = 0; round < 100; ++round) {
            block.starts.push_back(at(round));
            block.ends.push_back(1);
        }
        block.samples[1] = std::vector<HopSample>(100, HopSample{5});
        block.samples[2] = std::vector<HopSample>(15, HopSample{7});
        PathHistory history;
        history.append(block);
        const std::vector<SeriesColumn> columns = seriesOf(history, 2, {at(0), at(100)}, 10);
        QCOMPARE(columns[0].answered, 10U);
        QCOMPARE(columns[1].answered, 5U);
        QCOMPARE(columns[1].lost, 0U);
        QCOMPARE(columns[2], SeriesColumn{});
        QCOMPARE(seriesOf(history, 3, {at(0), at(100)}, 10), std::vector<SeriesColumn>(10));
    }

    void ttlsAreThoseOfTheRows()
    {
        std::mt19937 random(20'261'130); // NOLINT(cert-msc51-cpp): the same each time
        for (int each = 0; each < 300; ++each) {
            RoundBlock block;
            for (std::size_t round = 0; round < 12; ++round) {
                block.starts.push_back(at(round));
                block.ends.push_back(random() % 3 == 0 ? static_cast<std::uint8_t>(random() % 7) : 0);
            }
            PathHistory history;
            for (int ttl = 1; ttl <= 6; ++ttl) {
                const std::size_t silence = random() % 4; // the more of it, the fewer answers
                for (std::size_t round = 0; round < 12; ++round)
                    block.samples[ttl].push_back(
                        {random() % 4 < silence ? HopSample::lost : static_cast<std::uint32_t>(ttl), 0});
            }
            history.append(block);
            for (int ttl = 1; ttl <= 6; ++ttl) {
                if (ttl != 4) // as in a damaged file
                    history.appendResponder(ttl, Reply{.from = IpAddress::parse("10.0.0.1").value()});
            }
            std::vector<int> ttls;
            for (const PathRow &row : pathRows(history)) {
                if (row.branch == 0)
                    ttls.push_back(row.ttl);
            }
            QCOMPARE(pathTtls(history), ttls);
        }
    }

    void nothingIsShownOfNothing()
    {
        const PathHistory empty;
        QCOMPARE(seriesOf(empty, std::nullopt, {at(0), at(9)}, 10), std::vector<SeriesColumn>(10));
        QCOMPARE(seriesOf(empty, std::nullopt, wholeSpan(empty), 10), std::vector<SeriesColumn>());
        QCOMPARE(seriesOf(empty, 3, {at(0), at(9)}, 0), std::vector<SeriesColumn>());
    }
};

QTEST_APPLESS_MAIN(TestPathSeries)
#include "tst_path_series.moc"
