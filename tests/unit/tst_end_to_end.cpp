// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a watched path's rounds end to end, and where they say that it ends.
#include "core/data/path_events.h"
#include "core/data/path_figures.h"
#include "core/data/path_series.h"
#include "tests/support/watched_path.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;
using fixtures::PlayedHop;

namespace {

const char *const target = "10.0.0.9";

} // namespace

class TestEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What the target answers behind its own TTL, whose probe was lost, is no answer of that round.
    void aTargetThatWasAskedTwiceIsNoLongerPath()
    {
        const auto path = [](std::size_t round) {
            std::vector<PlayedHop> hops{{"10.0.0.1", 1ms}, {"10.0.0.2", 2ms}, {target, 10ms}, {target, 10ms}};
            if (round % 5 == 0)
                hops[2].rtt.reset();
            return hops;
        };
        const auto state = fixtures::watched(path, 100, target);
        const auto columns = seriesOf(state.history, std::nullopt, wholeSpan(state.history), 1);
        QCOMPARE(columns[0].lost, 20U);
        QCOMPARE(columns[0].answered, 80U);
        const auto rows = pathRows(state.history);
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[2].unanswered, 20);
        QCOMPARE(rows[2].sent, 100);
    }

    /// While it is out, the target may be further away, and is asked for there.
    void anOutageInFocusKeepsEveryName()
    {
        const auto path = [](std::size_t round) {
            if (round >= 50 && round < 60)
                return std::vector<PlayedHop>{{"10.0.0.1", 1ms}, {}, {}, {}, {}};
            return std::vector<PlayedHop>{{"10.0.0.1", 1ms}, {"10.0.0.2", 2ms}, {target, 10ms}};
        };
        const auto state = fixtures::watched(path, 100, target);
        const auto rows = pathRows(state.history, {.from = 50, .to = 60});
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[0].loss(), std::optional(0.0));
        QCOMPARE(rows[1].address->toString(), std::string("10.0.0.2"));
        QCOMPARE(rows[2].address->toString(), std::string(target));
        QCOMPARE(rows[2].loss(), std::optional(1.0));
        QCOMPARE(rows[2].rtt.answered, 0);
        QCOMPARE(rows[2].first->kind, ReplyKind::EchoReply);
    }

    void aLoopInFocusShowsWhoAnsweredBehindTheTargetsPlace()
    {
        const auto path = [](std::size_t round) {
            if (round >= 50 && round < 60)
                return std::vector<PlayedHop>{
                    {"10.0.0.1", 1ms}, {"10.0.0.2", 2ms}, {"10.0.0.1", 3ms}, {"10.0.0.2", 4ms}};
            return std::vector<PlayedHop>{{"10.0.0.1", 1ms}, {target, 10ms}};
        };
        const auto state = fixtures::watched(path, 100, target);
        const auto rows = pathRows(state.history, {.from = 50, .to = 60});
        QCOMPARE(rows.size(), std::size_t{4});
        QCOMPARE(rows[3].address->toString(), std::string("10.0.0.2"));
    }

    void anOutageThatBeganBeforeTheWatchIsNamedByWhoCame()
    {
        const auto path = [](std::size_t round) {
            const auto answer = [round](Duration rtt) {
                return round < 20 ? std::nullopt : std::optional(rtt);
            };
            return std::vector<PlayedHop>{{"10.0.0.1", answer(1ms)}, {target, answer(2ms)}};
        };
        const auto state = fixtures::watched(path, 40, target);
        const auto rows = pathRows(state.history, {.from = 0, .to = 20});
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[1].address->toString(), std::string(target));
        QCOMPARE(rows[1].unanswered, 20);
    }

    /// Of two flows that take turns the second one goes past a router that never answers.
    void aSilentBranchOfAWatchedPathIsNoLimit()
    {
        const auto path = [](std::size_t round) {
            PlayedHop second{"10.0.0.2", 2ms};
            if (round % 2 == 1)
                second.rtt.reset();
            return std::vector<PlayedHop>{{"10.0.0.1", 1ms}, second, {target, 10ms}};
        };
        TraceState state = fixtures::watched(path, 20, target);
        QCOMPARE(pathRows(state.history)[1].rateLimited, 10); // one flow, that is
        state.history.setFlows(2);
        QCOMPARE(pathRows(state.history)[1].unanswered, 10);
        QCOMPARE(pathRows(state.history)[1].rateLimited, 0);
    }

    void aWayThatGrewIsFollowedPastASilentRouter()
    {
        const auto path = [](std::size_t round) {
            if (round < 50)
                return std::vector<PlayedHop>{{"10.0.0.1", 1ms}, {"10.0.0.2", 2ms}, {target, 10ms}};
            return std::vector<PlayedHop>{{"10.0.0.1", 1ms}, {"10.0.0.2", 2ms}, {}, {target, 12ms}};
        };
        const auto state = fixtures::watched(path, 100, target);
        const auto columns = seriesOf(state.history, std::nullopt, wholeSpan(state.history), 1);
        QCOMPARE(columns[0].lost, 0U);
        QCOMPARE(pathRows(state.history).size(), std::size_t{4});
    }

    /// One answer from further away does not make loss of all rounds without it.
    void aRouterThatAnsweredOnceIsNotTheEnd()
    {
        const auto path = [](std::size_t round) {
            std::vector<PlayedHop> hops{{"10.0.0.1", 1ms}, {"10.0.0.2", 2ms}, {}, {}};
            if (round == 40)
                hops[3] = {"10.0.0.4", 4ms};
            return hops;
        };
        const auto state = fixtures::watched(path, 60, target);
        QVERIFY(pathEvents(state.history).empty());
        const auto columns = seriesOf(state.history, std::nullopt, wholeSpan(state.history), 1);
        QCOMPARE(columns[0].lost, 0U);
        QCOMPARE(columns[0].median, 2000U);
    }

    void aTargetThatNeverAnswersLeavesTheFurthestHop()
    {
        const auto path = [](std::size_t) {
            return std::vector<PlayedHop>{{"10.0.0.1", 1ms}, {"10.0.0.2", 2ms}, {target, {}}};
        };
        const auto state = fixtures::watched(path, 30, target);
        const auto columns = seriesOf(state.history, std::nullopt, wholeSpan(state.history), 30);
        QCOMPARE(columns[5].median, 2000U);
        QVERIFY(pathEvents(state.history).empty());
    }

    void whereNobodyAnswersEveryRoundIsLost()
    {
        const auto silence = [](std::size_t) { return std::vector<PlayedHop>{{}, {}, {target, {}}}; };
        const auto state = fixtures::watched(silence, 30, target);
        const auto columns = seriesOf(state.history, std::nullopt, wholeSpan(state.history), 30);
        QCOMPARE(columns[5].lost, 1U);
        QCOMPARE(columns[5].answered, 0U);
        const auto events = pathEvents(state.history);
        QCOMPARE(events.size(), std::size_t{1});
        QCOMPARE(events[0].kind, PathEvent::Kind::LossBegan);
        QVERIFY(events[0].at == state.history.start(0));
    }
};

QTEST_APPLESS_MAIN(TestEndToEnd)
#include "tst_end_to_end.moc"
