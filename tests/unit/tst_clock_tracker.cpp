// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/clock_tracker.h"
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

} // namespace

/// What a client's tracker says.
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

    void samplesAfterAStepAreToldFromThoseBefore()
    {
        ClockTracker tracker(ClockScheme::Raw);
        ClockLink link({.jitter = 200us}, seed);
        QCOMPARE(tracker.add({.exchange = link.next()})->sample.stepsBefore, std::uint64_t{0});
        tracker.ownClockStepped(5s, ClockLink::begin);
        QCOMPARE(tracker.add({.exchange = link.next()})->sample.stepsBefore, std::uint64_t{1});
    }
};

QTEST_APPLESS_MAIN(TestClockTracker)
#include "tst_clock_tracker.moc"
