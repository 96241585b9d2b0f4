// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/clock_board.h"
#include "core/data/clock_figures.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp begin{std::chrono::seconds(1'800'000'000)};

std::vector<ClockPoint> series(std::initializer_list<int> microseconds)
{
    std::vector<ClockPoint> points;
    for (const int value : microseconds)
        points.push_back({begin + std::chrono::seconds(points.size()), value * 1us});
    return points;
}

} // namespace

/// What is kept of a client's samples, and the figures that are made of them.
class TestClockBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statisticsCountEachSampleOnce()
    {
        const ClockStatistics of = statisticsOf(series({-2, 0, 2, 4}));
        QCOMPARE(of.count, std::uint64_t{4});
        QCOMPARE(of.mean, Duration(1us));
        QCOMPARE(of.meanError, Duration(2us));
        QCOMPARE(of.least, Duration(-2us));
        QCOMPARE(of.most, Duration(4us));
        QCOMPARE(of.deviation, Duration(2582ns)); // sqrt(20 / 3) µs
    }

    void aSlopeIsATrend()
    {
        QCOMPARE(trendOf(series({1, 2, 3, 4, 5, 6, 7, 8, 9, 10})), ClockTrend::Rising);
        QCOMPARE(trendOf(series({10, 9, 8, 7, 6, 5, 4, 3, 2, 1})), ClockTrend::Falling);
        QCOMPARE(trendOf(series({1, -1, 1, -1, 1, -1, 1, -1, 1, -1})), ClockTrend::Steady);
    }

    void beyondTwoDeviationsIsAnAnomaly()
    {
        const auto usual = series({-1, 1, -1, 1, -1, 1, -1, 1, -1, 1});
        QVERIFY(!isAnomaly(usual, 2us));
        QVERIFY(isAnomaly(usual, 3us));
        QVERIFY(!isAnomaly(series({-1, 1}), 3us)); // too few to say
    }

    void qualityGoesByTheSpread()
    {
        QCOMPARE(qualityOf({.deviation = 100us}), ClockQuality::Excellent);
        QCOMPARE(qualityOf({.deviation = 101us}), ClockQuality::Good);
        QCOMPARE(qualityOf({.deviation = 10ms}), ClockQuality::Fair);
        QCOMPARE(qualityOf({.deviation = 11ms}), ClockQuality::Poor);
    }

    void theBoardKeepsTheNewestSamplesOnly()
    {
        ClockBoard board;
        board.apply(ClockOpened{.clock = ClockId{1}});
        std::vector<ClockSample> many(ClockBoard::mostSamples + 5);
        for (std::size_t i = 0; i < many.size(); ++i)
            many[i].number = i;
        board.apply(ClockSampled{.clock = ClockId{1}, .samples = many});
        QCOMPARE(board.find(ClockId{1})->samples.size(), ClockBoard::mostSamples);
        QCOMPARE(board.find(ClockId{1})->samples.front().number, std::uint64_t{5});
    }

    void curvesGoByTheClockThatIsNeverSet()
    {
        ClockState state;
        state.samples = {{.exchange = {.returned = begin}, .sinceBoot = 1h},
                         {.exchange = {.returned = begin - 1h}, .sinceBoot = 1h + 1s}};
        const auto points = offsetsOf(state);
        QCOMPARE(points[1].at - points[0].at, Duration(1s));
    }

    void statisticsAndQualityAreOfWhatCameAfterTheLastStep()
    {
        ClockState state;
        for (int i = 0; i < 200; ++i) {
            const Duration offset = i < 100 ? 1s : Duration(i * 1us);
            state.samples.push_back(
                {.exchange = {.received = Timestamp(offset), .answered = Timestamp(offset)},
                 .sinceBoot = i * 1s,
                 .stepsBefore = i < 100 ? 0U : 1U});
        }
        const ClockStatistics of = statisticsOf(sinceLastStep(state, offsetsOf(state)));
        QCOMPARE(of.count, std::uint64_t{100});
        QCOMPARE(of.most, Duration(199us));
        QCOMPARE(recentQuality(state), std::optional(ClockQuality::Excellent));
    }

    void aDriftsManyAnswersDoNotMakeTheQualityPoor()
    {
        ClockState state;
        for (int i = 0; i < 3600; ++i) { // an hour of 20 ppm
            const Timestamp told(i * 20us);
            state.samples.push_back({.exchange = {.received = told, .answered = told}, .sinceBoot = i * 1s});
        }
        QCOMPARE(qualityOf(statisticsOf(offsetsOf(state))), ClockQuality::Poor);
        QCOMPARE(recentQuality(state), std::optional(ClockQuality::Good));
        state.samples.resize(1);
        QVERIFY(!recentQuality(state)); // of one there is none
    }

    void theBoardCountsTheEventsThatWentToo()
    {
        ClockBoard board;
        board.apply(ClockOpened{.clock = ClockId{1}});
        const std::vector<ClockEvent> many(ClockBoard::mostEvents);
        board.apply(ClockSampled{.clock = ClockId{1}, .events = many});
        board.apply(ClockSampled{.clock = ClockId{1}, .events = {ClockEvent{}}});
        QCOMPARE(board.find(ClockId{1})->events.size(), ClockBoard::mostEvents);
        QCOMPARE(board.find(ClockId{1})->eventsSeen, ClockBoard::mostEvents + 1);
    }

    void aClientThatFailedIsStillWhatItWasAskedToBe()
    {
        ClockBoard board;
        const ClockRequest request{.host = "two.example", .kind = ClockExchangeKind::Stamp};
        board.apply(ClockFailed{ClockId{1}, request, {ErrorCode::UnknownHost, "two.example: not found"}});
        QCOMPARE(board.find(ClockId{1})->request, request);
    }
};

QTEST_APPLESS_MAIN(TestClockBoard)
#include "tst_clock_board.moc"
