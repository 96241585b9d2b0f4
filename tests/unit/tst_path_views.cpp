// SPDX-License-Identifier: GPL-3.0-or-later
// What the Path page shows of a watched path: rows and events.
#include "core/data/path_events.h"
#include "core/data/path_figures.h"
#include "core/data/path_notes.h"
#include "core/data/path_series.h"
#include "core/text/words.h"
#include "tests/support/watched_path.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace parallax;
using namespace std::chrono_literals;
using fixtures::PlayedHop;

namespace {

const char *const target = "10.0.0.9";

/// Two routers and the target; `lost` says in which rounds the target does not answer.
template<class Lost>
TraceState withLoss(std::size_t rounds, Lost lost)
{
    const auto path = [lost](std::size_t round) {
        std::vector<PlayedHop> hops{{"10.0.0.1", 1ms}, {"10.0.0.2", 2ms}, {target, 10ms}};
        if (lost(round))
            hops[2].rtt.reset();
        return hops;
    };
    return fixtures::watched(path, rounds, target);
}

/// The second hop is whom `second` names.
template<class Second>
TraceState withSecond(std::size_t rounds, Second second)
{
    const auto path = [second](std::size_t round) {
        return std::vector<PlayedHop>{{"10.0.0.1", 1ms}, {second(round), 2ms}, {target, 10ms}};
    };
    return fixtures::watched(path, rounds, target);
}

Timestamp at(std::size_t round)
{
    return fixtures::watchBegan() + round * 1s + 100us;
}

} // namespace

class TestPathViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresAreThoseOfTheDefinition()
    {
        const RttFigures figures = figuresOf({10ms, 14ms, 12ms});
        QCOMPARE(figures.answered, 3);
        QCOMPARE(figures.last, std::optional<Duration>(12ms));
        QCOMPARE(figures.best, std::optional<Duration>(10ms));
        QCOMPARE(figures.average, std::optional<Duration>(12ms));
        QCOMPARE(figures.worst, std::optional<Duration>(14ms));
        QCOMPARE(figures.deviation, std::optional<Duration>(2ms));
        QCOMPARE(figures.jitter, std::optional<Duration>(3ms));
        QVERIFY(!figuresOf({5ms}).deviation && !figuresOf({5ms}).jitter);
        QVERIFY(figuresOf({}) == RttFigures{});
    }

    void whatNeverLeftIsNoLoss()
    {
        TraceState state = withLoss(20, [](std::size_t round) { return round < 2; });
        for (const auto ttl : std::to_array<std::uint8_t>({1, 2, 3}))
            state.history.addNotSent({.id = ProbeId{21 * idsPerRound + ttl}, .ttl = ttl, .sent = at(20)});
        QCOMPARE(state.history.rounds(), std::size_t{21});
        const auto rows = pathRows(state.history);
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[2].sent, 20);
        QCOMPARE(rows[2].unanswered, 2);
        QCOMPARE(rows[2].notSent, 1);
        QCOMPARE(pathRows(state.history, {.from = 0, .to = 20})[2].notSent, 0);
    }

    void aRouterThatAnswersLessThanThoseBehindItLimitsItsAnswers()
    {
        const auto path = [](std::size_t round) {
            std::vector<PlayedHop> hops{{"10.0.0.1", 1ms}, {"10.0.0.2", 2ms}, {target, 10ms}};
            if (round % 2 == 0)
                hops[1].rtt.reset();
            if (round == 4)
                hops[2].rtt.reset();
            return hops;
        };
        const auto rows = pathRows(fixtures::watched(path, 20, target).history);
        QCOMPARE(rows[0].rateLimited, 0);
        QCOMPARE(rows[1].unanswered, 10);
        QCOMPARE(rows[1].rateLimited, 9); // one in twenty is lost on the path itself
        QCOMPARE(rows[2].rateLimited, 0);
        const QStringList notes = Words().pathNotes(rows, true);
        QCOMPARE(notes.size(), 2);
        QVERIFY(
            notes[0].startsWith(QStringLiteral("Hop 2 left 10 of 20 probes unanswered, 9 more than hops")));
        QVERIFY(notes[1].contains(QStringLiteral("1 of 20")));
        for (const PathNote &note : pathNotes(rows, true))
            QVERIFY(notes.contains(QString::fromStdString(englishOf(note))));
    }

    void aHopWithoutAnswerIsARowWithoutAddress()
    {
        const auto path = [](std::size_t) {
            return std::vector<PlayedHop>{{"10.0.0.1", 1ms}, {"10.0.0.2", std::nullopt}, {target, 10ms}};
        };
        const auto rows = pathRows(fixtures::watched(path, 20, target).history);
        QCOMPARE(rows.size(), std::size_t{3});
        QVERIFY(!rows[1].address);
        QCOMPARE(rows[1].loss(), std::optional(1.0));
        QVERIFY(!rows[1].rtt.best);
        QCOMPARE(rows[2].loss(), std::optional(0.0));
    }

    void everyBranchOfABalancedHopIsARow()
    {
        const auto state =
            withSecond(40, [](std::size_t round) { return round % 2 == 0 ? "10.0.0.2" : "10.0.0.3"; });
        const auto rows = pathRows(state.history);
        QCOMPARE(rows.size(), std::size_t{4});
        QCOMPARE(rows[1].ttl, 2);
        QCOMPARE(rows[1].sent, 40);
        QCOMPARE(rows[1].rtt.answered, 20);
        QCOMPARE(rows[2].branch, 1);
        QVERIFY(!rows[2].loss());
        QCOMPARE(rows[2].address->toString(), std::string("10.0.0.3"));
    }

    void aSpanHasItsOwnFigures()
    {
        const auto state = withLoss(100, [](std::size_t round) { return round >= 50 && round < 60; });
        const auto rows = pathRows(state.history, roundsIn(state.history, {at(50), at(70)}));
        QCOMPARE(rows.back().sent, 20);
        QCOMPARE(rows.back().unanswered, 10);
        QCOMPARE(pathRows(state.history).back().unanswered, 10);
        QCOMPARE(pathRows(state.history).back().sent, 100);
    }

    void whatAnswersBehindTheTargetIsNoHop()
    {
        auto state = withLoss(20, [](std::size_t) { return false; });
        for (std::size_t round = 0; round < 20; ++round) {
            const Probe probe{.id = ProbeId{(round + 1) * idsPerRound + 4}, .ttl = 4, .sent = at(round)};
            const Reply reply{.id = probe.id,
                              .kind = ReplyKind::EchoReply,
                              .from = state.record.address.address,
                              .received = probe.sent + 10ms};
            state.history.add({probe, reply}, state.record.address.address);
        }
        QCOMPARE(pathRows(state.history).size(), std::size_t{3});
    }

    void oneLostProbeIsNoEvent()
    {
        const auto state = withLoss(100, [](std::size_t round) { return round % 25 == 10; });
        QVERIFY(pathEvents(state.history).empty());
    }

    void lossBeginsAndEndsWhereItDid()
    {
        const auto state = withLoss(100, [](std::size_t round) { return round >= 30 && round < 50; });
        const auto events = pathEvents(state.history);
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(events[0].kind, PathEvent::Kind::LossBegan);
        QVERIFY(events[0].at == at(30));
        QCOMPARE(events[1].kind, PathEvent::Kind::LossEnded);
        QVERIFY(events[1].at == at(50));
        QCOMPARE(events[1].lasted, std::optional<Duration>(20s));
        QCOMPARE(events[1].share, std::optional<double>(1.0));
    }

    void scatteredLossIsOneLossAndNotMany()
    {
        const auto isLost = [](std::size_t round) {
            return round >= 100 && round < 300 && (round * 2'654'435'761U >> 9) % 5 == 0;
        };
        const auto events = pathEvents(withLoss(400, isLost).history);
        QCOMPARE(events.size(), std::size_t{2});
        QVERIFY(events[0].at < at(130) && events[1].at > at(270));
        // Of its rounds, neither of those before nor of the answered ones that ended it.
        int rounds = 0;
        int lost = 0;
        for (std::size_t round = 0; round < 400; ++round) {
            const bool within = at(round) >= events[0].at && at(round) < events[1].at;
            rounds += within ? 1 : 0;
            lost += within && isLost(round) ? 1 : 0;
        }
        QCOMPARE(events[1].share, std::optional<double>(static_cast<double>(lost) / rounds));
    }

    void anOutageOfTenMinutesIsOneLoss()
    {
        const auto state = withLoss(900, [](std::size_t round) { return round >= 100 && round < 700; });
        const auto events = pathEvents(state.history);
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(events[1].lasted, std::optional<Duration>(600s));
    }

    void aRouteChangeIsNamedByItsFirstHop()
    {
        const auto path = [](std::size_t round) {
            const bool other = round >= 40;
            return std::vector<PlayedHop>{{"10.0.0.1", 1ms},
                                          {other ? "10.0.1.2" : "10.0.0.2", 2ms},
                                          {other ? "10.0.1.3" : "10.0.0.3", 3ms},
                                          {target, 10ms}};
        };
        const auto events = pathEvents(fixtures::watched(path, 80, target).history);
        QCOMPARE(events.size(), std::size_t{1});
        QCOMPARE(events[0].kind, PathEvent::Kind::RouteChanged);
        QVERIFY(events[0].at == at(40));
        QCOMPARE(events[0].ttl, 2);
        QCOMPARE(events[0].hops, 2);
        QCOMPARE(events[0].before.toString(), std::string("10.0.0.2"));
        QCOMPARE(events[0].after.toString(), std::string("10.0.1.2"));
    }

    void aChangeAndItsWayBackAreTwoEvents()
    {
        const auto state = withSecond(
            100, [](std::size_t round) { return round >= 40 && round < 52 ? "10.0.0.3" : "10.0.0.2"; });
        QCOMPARE(pathEvents(state.history).size(), std::size_t{2});
    }

    void aShortFlickerIsNoRouteChange()
    {
        const auto state =
            withSecond(100, [](std::size_t round) { return round % 30 == 20 ? "10.0.0.3" : "10.0.0.2"; });
        QVERIFY(pathEvents(state.history).empty());
    }

    void aBalancedHopIsNoRouteChange()
    {
        const auto state = withSecond(400, [](std::size_t round) {
            return (round * 2'654'435'761U >> 7) % 2 == 0 ? "10.0.0.2" : "10.0.0.3";
        });
        QVERIFY(pathRows(state.history).size() == 4);
        QVERIFY(pathEvents(state.history).empty());
    }

    void aPassedLimitIsSaidOnceAndSoIsItsEnd()
    {
        const auto path = [](std::size_t round) {
            return std::vector<PlayedHop>{{target, round >= 100 && round < 200 ? 90ms : 10ms}};
        };
        const auto state = fixtures::watched(path, 300, target);
        QVERIFY(pathEvents(state.history).empty());
        const auto events = pathEvents(state.history, {.rtt = 50ms});
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(events[0].kind, PathEvent::Kind::RttHigh);
        QCOMPARE(events[0].rtt, std::optional<Duration>(90ms));
        QCOMPARE(events[1].kind, PathEvent::Kind::RttNormal);
        QVERIFY(events[0].at > at(100) && events[0].at <= at(100 + limitWindow));
    }

    void aLossLimitIsCompared()
    {
        const auto state = withLoss(200, [](std::size_t round) { return round >= 100 && round % 2 == 0; });
        const auto kinds = pathEvents(state.history, {.loss = 0.3});
        QVERIFY(std::any_of(kinds.begin(), kinds.end(),
                            [](const PathEvent &e) { return e.kind == PathEvent::Kind::LossHigh; }));
        const auto calm = pathEvents(state.history, {.loss = 0.6});
        QVERIFY(std::none_of(calm.begin(), calm.end(),
                             [](const PathEvent &e) { return e.kind == PathEvent::Kind::LossHigh; }));
    }

    void nothingIsShownOfNothing()
    {
        const PathHistory empty;
        QVERIFY(pathTtls(empty).empty());
        QVERIFY(pathRows(empty).empty());
        QVERIFY(pathEvents(empty).empty());
    }
};

QTEST_APPLESS_MAIN(TestPathViews)
#include "tst_path_views.moc"
