// SPDX-License-Identifier: GPL-3.0-or-later
// A watched path on which somebody says that the target cannot be reached (ICMP 3/0, 3/1, 3/13): a router
// behind which a link is down, a firewall, or this machine itself.
#include "core/data/end_to_end.h"
#include "core/data/path_events.h"
#include "core/data/path_figures.h"
#include "core/data/path_notes.h"
#include "core/strategy/path_rounds.h"
#include "core/text/words.h"
#include "tests/support/watched_path.h"

#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace std::chrono_literals;
using fixtures::PlayedHop;

namespace {

const char *const router = "10.0.0.1";
const char *const target = "10.0.0.9";
constexpr Timestamp start{1'800'000'000s};

/// Two routers and the target; from round 20 to 30 the first one has no way on. It takes seconds to say so,
/// as Linux does for a neighbour that does not answer.
TraceState withOutage(std::size_t rounds)
{
    const auto path = [](std::size_t round) {
        if (round >= 20 && round < 30)
            return std::vector<PlayedHop>{{router, 1ms}, {router, 3s, true}, {router, 3s, true}};
        return std::vector<PlayedHop>{{router, 1ms}, {"10.0.0.2", 2ms}, {target, 10ms}};
    };
    return fixtures::watched(path, rounds, target);
}

Observation answered(const Probe &probe, ReplyKind kind, const char *from)
{
    return {.probe = probe,
            .reply = Reply{.id = probe.id,
                           .kind = kind,
                           .from = IpAddress::parse(from).value(),
                           .received = probe.sent + 1ms}};
}

Observation tooLarge(const Probe &probe)
{
    Observation observation = answered(probe, ReplyKind::Unreachable, router);
    observation.reply->mtu = 1400;
    return observation;
}

/// What it asks until it waits; all of it answered, or refused from the second TTL on.
std::vector<int> playRound(PathRounds &rounds, Timestamp now, bool refused, bool large = false)
{
    std::vector<int> asked;
    std::vector<Probe> sent;
    for (Step step = rounds.next(now); std::holds_alternative<Send>(step); step = rounds.next(now)) {
        sent.push_back(std::get<Send>(step).probe);
        sent.back().sent = now;
        asked.push_back(sent.back().ttl);
    }
    for (const Probe &probe : sent) {
        if (probe.ttl == 1)
            rounds.observe(answered(probe, ReplyKind::TimeExceeded, router));
        else if (refused)
            rounds.observe(large ? tooLarge(probe) : answered(probe, ReplyKind::Unreachable, router));
        else if (probe.ttl < 5)
            rounds.observe(answered(probe, ReplyKind::TimeExceeded, "10.0.0.2"));
        else
            rounds.observe(answered(probe, ReplyKind::EchoReply, target));
    }
    [[maybe_unused]] const Step waits = rounds.next(now + 10ms);
    return asked;
}

} // namespace

class TestPathRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSingleTraceSaysThatItWasRefused()
    {
        TraceRecord trace{.address = {IpAddress::parse(target).value(), 0}, .end = PathEnd::Unreachable};
        const auto add = [&trace](std::uint8_t ttl, ReplyKind kind) {
            trace.observations.push_back(answered(
                {.id = ProbeId{trace.observations.size()}, .ttl = ttl, .sent = start}, kind, router));
        };
        add(1, ReplyKind::TimeExceeded);
        add(2, ReplyKind::Unreachable); // by iptables' REJECT, say: whose port it is, it does not tell
        add(2, ReplyKind::Unreachable);
        const auto rows = pathRows(trace);
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0].refused, 0);
        QCOMPARE(rows[1].refused, 2);
        const auto notes = pathNotes(rows, false);
        QCOMPARE(notes.size(), std::size_t{1});
        QVERIFY(englishOf(notes[0]).starts_with("2 of 2 probes with TTL 2 were refused"));
    }

    void whatIsTooLargeForALinkIsLostBehindIt()
    {
        TraceState state;
        const IpAddress host = IpAddress::parse(target).value();
        for (std::uint64_t round = 1; round <= 40; ++round) {
            const auto probe = [round](int ttl) {
                return Probe{.id = ProbeId{round * idsPerRound + static_cast<std::uint64_t>(ttl)},
                             .ttl = static_cast<std::uint8_t>(ttl),
                             .sent = start + round * 1s};
            };
            const bool fits = round <= 20;
            state.history.add(answered(probe(1), ReplyKind::TimeExceeded, router), host);
            state.history.add(
                fits ? answered(probe(2), ReplyKind::TimeExceeded, "10.0.0.2") : tooLarge(probe(2)), host);
            state.history.add(fits ? answered(probe(3), ReplyKind::EchoReply, target) : tooLarge(probe(3)),
                              host);
        }
        const auto rows = pathRows(state.history);
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[1].unanswered, 20);
        QCOMPARE(rows[1].refused, 20);
        QCOMPARE(rows[2].unanswered, 20);
        const auto events = pathEvents(state.history);
        QCOMPARE(events.size(), std::size_t{1}); // and the route has not changed
        QCOMPARE(events[0].kind, PathEvent::Kind::LossBegan);
    }

    void whatIsRefusedIsLost()
    {
        const auto rows = pathRows(withOutage(40).history);
        QCOMPARE(rows.size(), std::size_t{3});
        for (const std::size_t hop : {std::size_t{1}, std::size_t{2}}) {
            QCOMPARE(rows[hop].sent, 40);
            QCOMPARE(rows[hop].unanswered, 10);
            QCOMPARE(rows[hop].refused, 10);
            QCOMPARE(rows[hop].rateLimited, 0);
        }
        QCOMPARE(rows[0].refused, 0);
        QCOMPARE(rows[2].address->toString(), std::string(target));
        QCOMPARE(rows[2].rtt.worst.value(), Duration(10ms)); // seconds until a refusal are no round trip
    }

    void aRefusalIsLossAndNoChangeOfRoute()
    {
        const auto events = pathEvents(withOutage(80).history);
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(events[0].kind, PathEvent::Kind::LossBegan);
        QCOMPARE(events[1].kind, PathEvent::Kind::LossEnded);
        QCOMPARE(std::chrono::round<std::chrono::seconds>(events[1].lasted.value()), 10s);
    }

    void theTimelineShowsRefusedRoundsAsLost()
    {
        const TraceState state = withOutage(40);
        EndToEnd whole(state.history);
        for (std::size_t round = 0; round < 40; ++round) {
            const bool out = round >= 20 && round < 30;
            const HopSample sample = whole.at(round);
            QVERIFY(sample.asked());
            QCOMPARE(sample.answered(), !out);
        }
    }

    void aSentenceSaysWhatHappened()
    {
        const QStringList notes = Words().pathNotes(pathRows(withOutage(40).history), true);
        QCOMPARE(notes.size(), 2);
        QCOMPARE(notes[0],
                 QStringLiteral("10 of 40 probes with TTL 2 were refused: somebody on the way says that the "
                                "target cannot be reached, or that they are too large."));
        QCOMPARE(notes[1], QStringLiteral("Loss to the target itself: 10 of 40 probes."));
    }

    void theHopsBehindARefusalAreAskedOn()
    {
        PathRounds rounds({.target = IpAddress::parse(target).value(), .probesPerHop = 1}, 1s);
        const auto greatest = [](const std::vector<int> &ttls) {
            return *std::max_element(ttls.begin(), ttls.end());
        };
        QVERIFY(greatest(playRound(rounds, start, false)) >= 5);
        QCOMPARE(greatest(playRound(rounds, start + 1s, true)), 5);
        QCOMPARE(greatest(playRound(rounds, start + 2s, true)), 5);
        QCOMPARE(greatest(playRound(rounds, start + 3s, false)), 5);
    }

    void aTargetThatWasNeverReachedIsNotAskedForFarBehindTheRefusal()
    {
        PathRounds rounds({.target = IpAddress::parse(target).value(), .probesPerHop = 1}, 1s);
        playRound(rounds, start, true);
        QCOMPARE(playRound(rounds, start + 1s, true), (std::vector<int>{1, 2, 3, 4}));
    }

    void whatIsTooLargeForALinkIsNotSentFarBehindIt()
    {
        PathRounds rounds({.target = IpAddress::parse(target).value(), .probesPerHop = 1}, 1s);
        playRound(rounds, start, true, true);
        QCOMPARE(playRound(rounds, start + 1s, true, true), (std::vector<int>{1, 2, 3, 4}));
    }

    void aWayThatOpensIsFollowedToItsEnd()
    {
        PathRounds rounds({.target = IpAddress::parse(target).value(), .probesPerHop = 1}, 1s);
        playRound(rounds, start, true);
        playRound(rounds, start + 1s, false); // asks no further than the refusal, and finds no end there
        const std::vector<int> asked = playRound(rounds, start + 2s, false);
        QVERIFY(std::count(asked.begin(), asked.end(), 5) == 1); // the target
    }
};

QTEST_APPLESS_MAIN(TestPathRefusals)
#include "tst_path_refusals.moc"
