// SPDX-License-Identifier: GPL-3.0-or-later
// How far a watched path is asked, round after round.
#include "core/data/end_to_end.h"
#include "core/strategy/path_rounds.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <functional>
#include <random>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp start{1'800'000'000s};
const IpAddress target = IpAddress::parse("10.0.0.9").value();
const IpAddress router = IpAddress::parse("10.0.0.1").value();

enum class Says { Nothing, Exceeded, Reached };
/// What comes back of a probe.
using Network = std::function<Says(const Probe &probe)>;

/// A path that the target ends at that TTL.
Network pathOf(int length)
{
    return [length](const Probe &probe) { return probe.ttl < length ? Says::Exceeded : Says::Reached; };
}

/// Rounds a second apart, each over before the next.
class Played
{
public:
    explicit Played(int flows = 1)
        : m_rounds({.target = target, .probesPerHop = 1, .flows = flows}, 1s)
    {
    }

    /// The last TTL that this round asked.
    int round(const Network &network)
    {
        int last = 0;
        const Timestamp began = start + m_count++ * 1s;
        for (Timestamp now = began; now < began + 1s; now += 20ms) {
            std::vector<Probe> sent;
            for (Step step = m_rounds.next(now); std::holds_alternative<Send>(step);
                 step = m_rounds.next(now)) {
                sent.push_back(std::get<Send>(step).probe);
                sent.back().sent = now;
            }
            for (const Probe &probe : sent) {
                last = std::max(last, static_cast<int>(probe.ttl));
                answer(probe, network(probe));
            }
        }
        return last;
    }

    PathHistory history{};

private:
    void answer(const Probe &probe, Says says)
    {
        Observation observation{.probe = probe};
        const bool reached = says == Says::Reached;
        if (says != Says::Nothing) {
            observation.reply = Reply{.id = probe.id,
                                      .kind = reached ? ReplyKind::EchoReply : ReplyKind::TimeExceeded,
                                      .from = reached ? target : router,
                                      .received = probe.sent + 1ms};
            m_rounds.observe(observation);
        }
        history.add(observation, target);
    }

    PathRounds m_rounds;
    int m_count = 0;
};

/// The target's answer is lost.
Network withoutEnd(int length)
{
    return [length](const Probe &probe) { return probe.ttl < length ? Says::Exceeded : Says::Nothing; };
}

/// Three routers and the target answer whatever is due, at once. How often each flow asked the target.
std::array<int, 4> answerAll(PathRounds &rounds, Timestamp now)
{
    std::array<int, 4> asked{};
    for (Step step = rounds.next(now); std::holds_alternative<Send>(step); step = rounds.next(now)) {
        Probe probe = std::get<Send>(step).probe;
        probe.sent = now;
        const bool reached = probe.ttl >= 4;
        asked.at(probe.flow) += reached ? 1 : 0;
        rounds.observe({.probe = probe,
                        .reply = Reply{.id = probe.id,
                                       .kind = reached ? ReplyKind::UdpAnswer : ReplyKind::TimeExceeded,
                                       .from = reached ? target : router,
                                       .received = now + 1ms}});
    }
    return asked;
}

} // namespace

class TestPathRounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTargetIsAskedOnceARound()
    {
        Played path;
        QVERIFY(path.round(pathOf(8)) > 8); // it is not known yet
        for (int round = 0; round < 3; ++round)
            QCOMPARE(path.round(pathOf(8)), 8);
    }

    /// Else its loss would be hidden by the answers to further probes.
    void aLostAnswerAsksNoFurther()
    {
        Played path;
        path.round(pathOf(8));
        int silent = 0;
        while (path.round(withoutEnd(8)) == 8)
            ++silent; // until it may be further away
        QVERIFY2(silent >= 5 && silent <= 7, qPrintable(QString::number(silent)));
        path.round(pathOf(8));
        path.round(pathOf(8));
        QCOMPARE(path.round(pathOf(8)), 8);
    }

    void whatIsLostAtTheTargetIsWhatIsShown()
    {
        std::mt19937 chance(7);
        const auto network = [&](const Probe &probe) {
            const bool lost = probe.ttl >= 8 && chance() % 100 < 20;
            return lost ? Says::Nothing : pathOf(8)(probe);
        };
        Played path;
        constexpr std::size_t rounds = 1000;
        for (std::size_t round = 0; round < rounds; ++round)
            path.round(network);
        EndToEnd whole(path.history);
        int lost = 0;
        for (std::size_t round = 0; round < rounds; ++round)
            lost += whole.at(round).answered() ? 0 : 1;
        QVERIFY2(lost > 160 && lost < 240, qPrintable(QString::number(lost)));
    }

    void aRouterInItsPlaceMeansALongerWay()
    {
        Played path;
        path.round(pathOf(8));
        QCOMPARE(path.round(pathOf(10)), 8);
        QVERIFY(path.round(pathOf(10)) >= 10);
        QCOMPARE(path.round(pathOf(10)), 10);
    }

    void aShorterWayIsFollowed()
    {
        Played path;
        path.round(pathOf(8));
        QCOMPARE(path.round(pathOf(6)), 8);
        QCOMPARE(path.round(pathOf(6)), 6);
    }

    /// Hosts answer UDP once a second: to ask more often would look like loss.
    void byUdpTheTargetIsAskedOnceASecond()
    {
        PathRounds rounds({.method = Method::UdpDatagram, .target = target, .probesPerHop = 1}, 200ms);
        PathHistory history;
        int targetAsked = 0;
        for (Timestamp now = start; now < start + 20s; now += 10ms) {
            for (Step step = rounds.next(now); std::holds_alternative<Send>(step); step = rounds.next(now)) {
                Probe probe = std::get<Send>(step).probe;
                probe.sent = now;
                const bool reached = probe.ttl >= 4;
                targetAsked += reached && now > start ? 1 : 0;
                const Observation answered{
                    .probe = probe,
                    .reply = Reply{.id = probe.id,
                                   .kind = reached ? ReplyKind::UdpAnswer : ReplyKind::TimeExceeded,
                                   .from = reached ? target : router,
                                   .received = now + 1ms}};
                rounds.observe(answered);
                history.add(answered, target);
            }
        }
        QVERIFY2(targetAsked >= 19 && targetAsked <= 20, qPrintable(QString::number(targetAsked)));
        EndToEnd whole(history);
        int asked = 0;
        for (std::size_t round = 0; round < history.rounds(); ++round) {
            const HopSample sample = whole.at(round);
            asked += sample.asked() ? 1 : 0;
            QVERIFY(!sample.asked() || sample.answered());
        }
        QVERIFY(asked >= 19);
        QCOMPARE(history.hops().at(3).samples.size(), history.rounds()); // routers, each round
    }

    /// A target that is nearer than the first TTL, or as far.
    void byUdpNothingBeforeTheFirstTtlIsAsked()
    {
        PathRounds rounds({.method = Method::UdpDatagram, .target = target, .firstTtl = 4, .probesPerHop = 1},
                          200ms);
        int least = 255;
        for (Timestamp now = start; now < start + 5s; now += 10ms) {
            for (Step step = rounds.next(now); std::holds_alternative<Send>(step); step = rounds.next(now)) {
                Probe probe = std::get<Send>(step).probe;
                probe.sent = now;
                least = std::min(least, static_cast<int>(probe.ttl));
                rounds.observe({.probe = probe,
                                .reply = Reply{.id = probe.id,
                                               .kind = ReplyKind::UdpAnswer,
                                               .from = target,
                                               .received = now + 1ms}});
            }
        }
        QCOMPARE(least, 4);
    }

    void eachFlowHasItsOwnEnd()
    {
        const Network network = [](const Probe &probe) {
            return probe.ttl < (probe.flow == 0 ? 8 : 12) ? Says::Exceeded : Says::Reached;
        };
        Played path(2);
        path.round(network);
        path.round(network);
        for (int round = 0; round < 3; ++round) {
            QCOMPARE(path.round(network), 8);
            QCOMPARE(path.round(network), 12);
        }
    }

    /// A silent router on the longer flow, at the end of the shorter one.
    void flowsOfDifferentLengthsShowTheirOwnLoss()
    {
        std::mt19937 chance(11);
        bool loses = false;
        const Network network = [&](const Probe &probe) {
            const int end = probe.flow == 0 ? 8 : 12;
            if (probe.ttl >= end)
                return loses && chance() % 100 < 30 ? Says::Nothing : Says::Reached;
            return probe.ttl == 8 ? Says::Nothing : Says::Exceeded;
        };
        Played path(2);
        constexpr std::size_t rounds = 400;
        for (std::size_t round = 0; round < rounds; ++round) {
            loses = round >= rounds / 2;
            path.round(network);
        }
        QCOMPARE(path.history.flows(), std::size_t{2});
        EndToEnd whole(path.history);
        std::size_t early = 0;
        std::size_t lost = 0;
        for (std::size_t round = 0; round < rounds; ++round) {
            const HopSample sample = whole.at(round);
            QVERIFY(sample.asked());
            (round < rounds / 2 ? early : lost) += sample.answered() ? 0 : 1;
        }
        QCOMPARE(early, std::size_t{0});
        QVERIFY2(lost > 45 && lost < 75, qPrintable(QString::number(lost)));
    }

    void aWayThatGrowsShowsNoLoss()
    {
        Played path;
        for (int round = 0; round < 40; ++round)
            path.round(pathOf(round % 20 < 10 ? 8 : 9));
        EndToEnd whole(path.history);
        for (std::size_t round = 0; round < 40; ++round) {
            const HopSample sample = whole.at(round);
            QVERIFY(!sample.asked() || sample.answered());
        }
    }

    void byUdpEachFlowsTargetHasItsTurn()
    {
        PathRounds rounds({.method = Method::UdpDatagram, .target = target, .probesPerHop = 1, .flows = 2},
                          500ms);
        std::array<int, 2> asked{};
        for (Timestamp now = start; now < start + 60s; now += 10ms) {
            const auto targets = answerAll(rounds, now);
            for (std::size_t flow = 0; now > start + 5s && flow < asked.size(); ++flow)
                asked.at(flow) += targets.at(flow);
        }
        QVERIFY2(asked[0] >= 18 && asked[1] >= 18 && asked[0] + asked[1] <= 56,
                 qPrintable(QStringLiteral("%1 %2").arg(asked[0]).arg(asked[1])));
    }

    void byUdpAClockSetBackKeepsTheTurns()
    {
        PathRounds rounds({.method = Method::UdpDatagram, .target = target, .probesPerHop = 1, .flows = 4},
                          1s);
        std::array<int, 4> asked{};
        for (Duration passed{}; passed < 40s; passed += 10ms) {
            const bool isSetBack = passed >= 10s;
            const Timestamp now = start + passed - (isSetBack ? 1h : 0h);
            const auto targets = answerAll(rounds, now);
            for (std::size_t flow = 0; isSetBack && flow < asked.size(); ++flow)
                asked.at(flow) += targets.at(flow);
        }
        for (const int ofFlow : asked) // 30 rounds
            QVERIFY2(ofFlow >= 5 && ofFlow <= 9, qPrintable(QString::number(ofFlow)));
    }

    /// More rounds begin than are kept, before a silent end is given up.
    void aLongTimeOutHidesNoLongerWay()
    {
        PathRounds rounds({.target = target, .probesPerHop = 1, .patience = {.most = 10s, .tail = 10s}},
                          200ms);
        int furthest = 0;
        for (Timestamp now = start; now < start + 8s; now += 10ms) {
            const bool hasGrown = now >= start + 1s; // by a hop behind a silent one
            for (Step step = rounds.next(now); std::holds_alternative<Send>(step); step = rounds.next(now)) {
                Probe probe = std::get<Send>(step).probe;
                probe.sent = now;
                furthest = hasGrown ? std::max(furthest, static_cast<int>(probe.ttl)) : furthest;
                if (hasGrown && probe.ttl == 4)
                    continue;
                const bool reached = probe.ttl >= 4;
                rounds.observe(
                    {.probe = probe,
                     .reply = Reply{.id = probe.id,
                                    .kind = reached ? ReplyKind::EchoReply : ReplyKind::TimeExceeded,
                                    .from = reached ? target : router,
                                    .received = now + 1ms}});
            }
        }
        QVERIFY2(furthest >= 5, qPrintable(QString::number(furthest)));
    }
};

QTEST_APPLESS_MAIN(TestPathRounds)
#include "tst_path_rounds.moc"
