// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/clock_tracker.h"
#include "core/data/clock_board.h"
#include "tests/unit/clock_link.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr unsigned seed = 20260131;

std::vector<ClockEvent> eventsOf(ClockTracker &tracker, ClockLink &link, int count)
{
    std::vector<ClockEvent> events;
    for (int i = 0; i < count; ++i) {
        if (const auto step = tracker.add({.exchange = link.next()}))
            events.insert(events.end(), step->events.begin(), step->events.end());
    }
    return events;
}

const ClockEvent *find(const std::vector<ClockEvent> &events, ClockEvent::Kind kind)
{
    const auto found = std::find_if(events.begin(), events.end(),
                                    [&](const ClockEvent &event) { return event.kind == kind; });
    return found == events.end() ? nullptr : &*found;
}

std::vector<ClockPoint> series(std::initializer_list<int> microseconds)
{
    std::vector<ClockPoint> points;
    for (const int value : microseconds)
        points.push_back({ClockLink::begin + std::chrono::seconds(points.size()), value * 1us});
    return points;
}

} // namespace

/// What a client's tracker says, and the figures that are made of it.
class TestClockTracker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClockThatIsSetIsSaidSoWithTheStep()
    {
        ClockTracker tracker(ClockScheme::Raw);
        ClockLink link({.offset = 250ms, .jitter = 200us}, seed);
        QVERIFY(!find(eventsOf(tracker, link, 50), ClockEvent::Kind::TheirClockStepped));
        link.step(-1s);
        const auto events = eventsOf(tracker, link, 5);
        const auto *step = find(events, ClockEvent::Kind::TheirClockStepped);
        QVERIFY(step);
        QCOMPARE_LE(std::chrono::abs(step->value + 1s), 2ms);
    }

    /// The limits of before and after still meet, but not at the truth.
    void aStepWithinTheRoundTripIsSaidAndTheBoundHolds()
    {
        ClockTracker tracker(ClockScheme::Raw);
        ClockLink link({.there = 50ms, .back = 50ms, .jitter = 200us, .interval = 1s}, seed);
        eventsOf(tracker, link, 15);
        link.step(60ms);
        std::vector<ClockEvent> events;
        for (int i = 0; i < 40; ++i) {
            const auto step = tracker.add({.exchange = link.next()});
            QVERIFY(step);
            events.insert(events.end(), step->events.begin(), step->events.end());
            QVERIFY(step->sample.bound.low <= 60ms && step->sample.bound.high >= 60ms);
        }
        const auto *step = find(events, ClockEvent::Kind::TheirClockStepped);
        QVERIFY(step);
        QCOMPARE_LE(std::chrono::abs(step->value - 60ms), 2ms);
        QCOMPARE(std::count_if(events.begin(), events.end(),
                               [](const ClockEvent &event) {
                                   return event.kind == ClockEvent::Kind::TheirClockStepped;
                               }),
                 1);
    }

    /// It moves the offset as well, by half of what it saves.
    void aShorterWayThereIsNoStep()
    {
        ClockTracker tracker(ClockScheme::Raw);
        ClockLink link({.there = 50ms, .back = 50ms, .jitter = 200us, .interval = 1s}, seed);
        eventsOf(tracker, link, 15);
        link.reroute(10ms, 50ms);
        for (int i = 0; i < 40; ++i) {
            const auto step = tracker.add({.exchange = link.next()});
            QVERIFY(step);
            QVERIFY(!find(step->events, ClockEvent::Kind::TheirClockStepped));
            QVERIFY(step->sample.bound.low <= 0ms && step->sample.bound.high >= 0ms);
        }
    }

    /// The quick route was met once before: what it saves is not the other clock's doing.
    void aRouteThatFlapsIsNoStep()
    {
        ClockTracker tracker(ClockScheme::Raw);
        ClockLink link({.there = 50ms, .back = 50ms, .jitter = 200us, .interval = 1s}, seed);
        eventsOf(tracker, link, 15);
        link.reroute(10ms, 50ms);
        std::vector<ClockEvent> events = eventsOf(tracker, link, 1);
        link.reroute(50ms, 50ms);
        const auto between = eventsOf(tracker, link, 15);
        link.reroute(10ms, 50ms);
        const auto after = eventsOf(tracker, link, 40);
        events.insert(events.end(), between.begin(), between.end());
        events.insert(events.end(), after.begin(), after.end());
        QVERIFY(!find(events, ClockEvent::Kind::TheirClockStepped));
    }

    void aStepWithinTheRoundTripIsFoundThroughJitter()
    {
        constexpr unsigned runs = 100;
        constexpr int exchanges = 40;
        unsigned found = 0;
        int wrong = 0; // bounds
        for (unsigned run = 0; run < runs; ++run) {
            ClockTracker tracker(ClockScheme::Raw);
            ClockLink link({.there = 50ms, .back = 50ms, .jitter = 20ms, .interval = 1s}, seed + run);
            eventsOf(tracker, link, 60);
            link.step(60ms);
            bool said = false;
            for (int i = 0; i < exchanges; ++i) {
                const auto step = tracker.add({.exchange = link.next()});
                QVERIFY(step);
                said = said || find(step->events, ClockEvent::Kind::TheirClockStepped);
                wrong += step->sample.bound.low <= 60ms && step->sample.bound.high >= 60ms ? 0 : 1;
            }
            found += said ? 1 : 0;
        }
        QVERIFY2(found >= runs * 8 / 10, qPrintable(QString::number(found)));
        QVERIFY2(wrong <= 20, qPrintable(QString::number(wrong))); // of 4,000: slow ones before it is sure
    }

    void aLateAnswerIsNotUsed()
    {
        ClockTracker tracker(ClockScheme::Raw);
        ClockLink link({.offset = 250ms, .jitter = 200us}, seed);
        eventsOf(tracker, link, 50);
        ClockExchange late = link.next();
        late.received -= 500ms; // the answer to a question of half a second ago
        late.answered -= 500ms;
        QVERIFY(!tracker.add({.exchange = late}));
        QVERIFY(tracker.add({.exchange = link.next()}));
    }

    void anAnswerBeforeItsQuestionIsNotUsed()
    {
        ClockTracker tracker(ClockScheme::Raw);
        ClockExchange exchange = ClockLink({}, seed).next();
        exchange.returned = exchange.sent - 1ms;
        QVERIFY(!tracker.add({.exchange = exchange}));
    }

    /// The sanitizers look for overflows.
    void whateverAServerClaimsIsBorne_data()
    {
        QTest::addColumn<int>("scheme");
        for (int scheme = 1; scheme <= 5; ++scheme)
            QTest::addRow("scheme %d", scheme) << scheme;
    }
    void whateverAServerClaimsIsBorne()
    {
        QFETCH(int, scheme);
        ClockTracker tracker(static_cast<ClockScheme>(scheme));
        ClockLink link({}, seed);
        constexpr std::array claims{Timestamp{0s}, Timestamp{4'294'967'295s}, Timestamp{-61'505'152s}};
        int taken = 0;
        for (std::size_t i = 0; i < 600; ++i) {
            ClockSample sample{.exchange = link.next(), .correction = (i % 2 == 0 ? 1 : -1) * 4'000'000'000s};
            if (i % 100 < 90)
                sample.correction = 4'000'000'000s;
            sample.exchange.received = claims[i / 7 % claims.size()];
            sample.exchange.answered = sample.exchange.received;
            taken += tracker.add(sample) ? 1 : 0;
            QVERIFY(tracker.interval() > 0s);
        }
        QVERIFY(taken > 0);
    }

    void anAnswerSentBeforeItsQuestionArrivedIsNotUsed()
    {
        ClockTracker tracker(ClockScheme::Raw);
        ClockExchange exchange = ClockLink({}, seed).next();
        exchange.answered = exchange.received - 1ns;
        QVERIFY(!tracker.add({.exchange = exchange}));
    }

    void afterOurClockWasSetTheOldOffsetIsForgotten()
    {
        ClockTracker tracker(ClockScheme::Median);
        ClockLink link({.offset = 250ms}, seed);
        eventsOf(tracker, link, 50);
        QCOMPARE(tracker.ownClockStepped(5s, ClockLink::begin).value, Duration(5s));
        ClockLink after({.offset = -4750ms, .jitter = 0us}, seed);
        const auto step = tracker.add({.exchange = after.next()});
        QVERIFY(step);
        QCOMPARE_LE(std::chrono::abs(step->sample.estimate.offset + 4750ms), 1us);
    }

    void aDriftingClockHasATrend()
    {
        QCOMPARE(trendOf(series({1, 2, 3, 4, 5, 6, 7, 8, 9, 10})), ClockTrend::Rising);
        QCOMPARE(trendOf(series({10, 9, 8, 7, 6, 5, 4, 3, 2, 1})), ClockTrend::Falling);
        ClockTracker tracker(ClockScheme::Raw);
        ClockLink link({.driftPpm = 400.0, .jitter = 100us}, seed);
        const auto events = eventsOf(tracker, link, 60);
        const auto *event = find(events, ClockEvent::Kind::TrendChanged);
        QVERIFY(event);
        QCOMPARE(event->trend, ClockTrend::Rising);
    }

    void theTrendIsNotJudgedAnewByTheFirstFewAfterAStep()
    {
        ClockTracker tracker(ClockScheme::Raw);
        ClockLink link({.driftPpm = 400.0, .jitter = 100us}, seed);
        QVERIFY(find(eventsOf(tracker, link, 60), ClockEvent::Kind::TrendChanged));
        link.step(5s);
        const auto events = eventsOf(tracker, link, 10);
        QVERIFY(find(events, ClockEvent::Kind::TheirClockStepped));
        QVERIFY(!find(events, ClockEvent::Kind::TrendChanged));
    }

    void whatGoesUpAndDownHasNoTrend()
    {
        QCOMPARE(trendOf(series({1, -1, 1, -1, 1, -1, 1, -1, 1, -1})), ClockTrend::Steady);
    }

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

    void samplesAfterAStepAreToldFromThoseBefore()
    {
        ClockTracker tracker(ClockScheme::Raw);
        ClockLink link({.jitter = 200us}, seed);
        QCOMPARE(tracker.add({.exchange = link.next()})->sample.stepsBefore, std::uint64_t{0});
        tracker.ownClockStepped(5s, ClockLink::begin);
        QCOMPARE(tracker.add({.exchange = link.next()})->sample.stepsBefore, std::uint64_t{1});
    }

    void curvesGoByTheClockThatIsNeverSet()
    {
        ClockState state;
        state.samples = {{.exchange = {.returned = ClockLink::begin}, .sinceBoot = 1h},
                         {.exchange = {.returned = ClockLink::begin - 1h}, .sinceBoot = 1h + 1s}};
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

QTEST_APPLESS_MAIN(TestClockTracker)
#include "tst_clock_tracker.moc"
