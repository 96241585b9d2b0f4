// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/swept_path.h"

#include <QTest>

#include <random>

using namespace parallax;
using namespace std::chrono_literals;

/// Traces in virtual time.
class TestTtlSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholePathTakesOneRoundTrip()
    {
        VirtualPath path(twelve());
        const Swept swept = sweep(path, {.probesPerHop = 1});
        QCOMPARE(swept.end, PathEnd::Reached);
        QCOMPARE(swept.took, Duration(42ms));
        QCOMPARE(swept.summary.hops.size(), std::size_t{12});
        QCOMPARE(swept.summary.reachedTtl.value_or(0), 12);
        QCOMPARE(swept.summary.hops[3].responders.at(0).address, VirtualPath::addressOf(4));
    }

    void aTargetIsNotAskedBehindWhereItAnswered()
    {
        VirtualPath path(twelve());
        const Swept swept = sweep(path, {.probesPerHop = 1, .expectedEnd = 12});
        QCOMPARE(swept.end, PathEnd::Reached);
        QCOMPARE(swept.took, Duration(42ms));
        QCOMPARE(path.sent.size(), std::size_t{12});
    }

    void aPathThatHasBecomeLongerTakesOneRoundTripMore()
    {
        VirtualPath path(twelve());
        const Swept swept = sweep(path, {.probesPerHop = 1, .expectedEnd = 8});
        QCOMPARE(swept.end, PathEnd::Reached);
        QCOMPARE(swept.took, Duration(40ms + 42ms));
        QCOMPARE(swept.summary.hops.size(), std::size_t{12});
    }

    void aSilentHopWhereTheTargetWasIsPassed()
    {
        Hops hops = twelve();
        hops[7].rtt.reset();
        VirtualPath path(hops);
        QCOMPARE(sweep(path, {.probesPerHop = 2, .expectedEnd = 8}).end, PathEnd::Reached);
    }

    void anExpectedEndThatIsNotAskedHoldsUpNothing()
    {
        VirtualPath path(twelve());
        QCOMPARE(sweep(path, {.firstTtl = 6, .probesPerHop = 1, .expectedEnd = 4}).end, PathEnd::Reached);
        VirtualPath refused(twelve());
        refused.refuses = [](const Probe &probe) { return probe.ttl == 8; };
        QCOMPARE(sweep(refused, {.probesPerHop = 1, .expectedEnd = 8}).end, PathEnd::Reached);
    }

    void threeProbesAHopTakeLittleMore()
    {
        VirtualPath path(twelve());
        const Swept swept = sweep(path, {.probesPerHop = 3});
        QVERIFY(swept.took <= 1.3 * 42ms);
        QCOMPARE(swept.summary.hops[5].sent, 3);
        QCOMPARE(swept.summary.hops[5].unanswered, 0);
    }

    void aSilentHopWaitsAsLongAsTheNextOneSuggests()
    {
        Hops hops = twelve();
        hops[3].rtt.reset();
        hops[6].rtt.reset();
        VirtualPath path(hops);
        const Swept swept = sweep(path, {.probesPerHop = 1});
        QCOMPARE(swept.end, PathEnd::Reached);
        QVERIFY(swept.took > 42ms);
        QVERIFY(swept.took <= 3 * 42ms);
        QCOMPARE(swept.summary.hops[3].unanswered, 1);
        QCOMPARE(swept.summary.hops[3].rateLimited, 0); // it never answers at all
    }

    void aTargetBehindASatelliteIsWaitedFor()
    {
        VirtualPath path({{.rtt = 1ms}, {.rtt = 2ms}, {.rtt = 620ms}, {.rtt = 640ms}});
        const Swept swept = sweep(path, {.probesPerHop = 1});
        QCOMPARE(swept.end, PathEnd::Reached);
        QCOMPARE(swept.took, Duration(640ms));
    }

    void whoNamesATimeMeansTheSilentEndToo()
    {
        const Hops slow{{.rtt = 1ms}, {.rtt = 2ms}, {.rtt = 1300ms}};
        VirtualPath usual(slow);
        QCOMPARE(sweep(usual, {.maxTtl = 6, .probesPerHop = 1}).end, PathEnd::Silent);
        VirtualPath patient(slow);
        QCOMPARE(sweep(patient, {.maxTtl = 6, .probesPerHop = 1, .patience = {.tail = 5s}}).end,
                 PathEnd::Reached);
    }

    void aSilentTailEndsTheTraceAsSilent()
    {
        VirtualPath path({{.rtt = 1ms}, {.rtt = 5ms}, {}});
        const Swept swept = sweep(path, {.maxTtl = 30, .probesPerHop = 1});
        QCOMPARE(swept.end, PathEnd::Silent);
        QVERIFY(swept.took <= 3s);
        QCOMPARE(path.sent.size(), std::size_t{30});
    }

    void theLastRouterAskedIsTheMaximumsEnd()
    {
        VirtualPath path(twelve());
        QCOMPARE(sweep(path, {.maxTtl = 5, .probesPerHop = 1}).end, PathEnd::MaxTtl);
    }

    void noMoreThanTheLimitAreInFlight()
    {
        VirtualPath path(Hops(20, {.rtt = 10ms}));
        TtlSweep strategy({.target = path.target(), .probesPerHop = 1, .maxInFlight = 4});
        std::map<Timestamp, int> atOnce;
        path.run(strategy, start, start + 1min);
        for (const Probe &probe : path.sent)
            ++atOnce[probe.sent];
        QVERIFY(
            std::all_of(atOnce.begin(), atOnce.end(), [](const auto &entry) { return entry.second <= 4; }));
    }

    void probesKeepTheGapThatWasAskedFor()
    {
        VirtualPath path(twelve());
        TtlSweep strategy({.target = path.target(), .probesPerHop = 1, .gap = 5ms});
        path.run(strategy, start, start + 1min);
        for (std::size_t at = 1; at < path.sent.size(); ++at)
            QVERIFY(path.sent[at].sent - path.sent[at - 1].sent >= 5ms);
    }

    void eachFlowAsksEveryHop()
    {
        VirtualPath path(twelve());
        const Swept swept = sweep(path, {.probesPerHop = 2, .flows = 4});
        QCOMPARE(swept.summary.hops[0].sent, 8);
        QCOMPARE(swept.summary.hops[11].sent, 8);
    }

    void whatThisMachineRefusesIsNotSentAndNotLost()
    {
        VirtualPath path(twelve());
        path.refuses = [](const Probe &probe) { return probe.ttl == 3; };
        const Swept swept = sweep(path, {.probesPerHop = 2});
        QCOMPARE(swept.end, PathEnd::Reached);
        QCOMPARE(swept.summary.hops[2].sent, 0);
        QCOMPARE(swept.summary.hops[2].notSent, 2);
        QCOMPARE(swept.summary.hops[2].unanswered, 0);
    }

    /// As of a busy router, or of a card that sleeps: in the rounds before such an answer is in time.
    void theLastRoundIsWaitedForAsLongAsTheOthers()
    {
        VirtualPath path(twelve());
        path.delay = [](const Probe &probe) {
            return probe.sent >= start + 2s ? Duration(900ms) : Duration{};
        };
        const Swept swept = sweep(path, {.probesPerHop = 3, .roundGap = 1s});
        for (const PathHop &hop : swept.summary.hops)
            QCOMPARE(hop.unanswered, 0);
        QCOMPARE_LE(swept.took, Duration(3100ms));
    }

    void aRouterThatLimitsItsIcmpIsToldFromALossyPath()
    {
        Hops hops = twelve();
        hops[4].answersOnly = 6;
        VirtualPath path(hops);
        const Swept swept = sweep(path, {.probesPerHop = 20});
        QCOMPARE(swept.summary.hops[4].unanswered, 14);
        QCOMPARE(swept.summary.hops[4].rateLimited, 14);
    }

    void anyPathEndsAndFindsWhatAnswers()
    {
        // Property: whatever answers within the patience is found, and every trace ends.
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            Hops hops;
            Duration rtt{};
            const int length = std::uniform_int_distribution(1, 30)(random);
            for (int at = 0; at < length; ++at) {
                rtt += std::chrono::microseconds(std::uniform_int_distribution(0, 8000)(random));
                const bool silent = at + 1 < length && std::bernoulli_distribution(0.3)(random);
                hops.push_back({.rtt = silent ? std::nullopt : std::optional(rtt)});
            }
            VirtualPath path(hops);
            const int expectedEnd = std::uniform_int_distribution(0, 30)(random);
            const Swept swept = sweep(path, {.probesPerHop = 1, .expectedEnd = expectedEnd});
            QVERIFY2(swept.end == PathEnd::Reached, qPrintable(QStringLiteral("round %1").arg(round)));
            QCOMPARE(swept.summary.hops.size(), hops.size());
            for (std::size_t at = 0; at < hops.size(); ++at)
                QCOMPARE(swept.summary.hops[at].responders.empty(), !hops[at].rtt.has_value());
        }
    }

    void aClockThatIsSetBackHoldsUpNoSilentHop()
    {
        TtlSweep sweep({.target = VirtualPath::addressOf(2), .maxTtl = 2, .probesPerHop = 1});
        Step step = sweep.next(start);
        while (std::holds_alternative<Send>(step))
            step = sweep.next(start);
        step = sweep.next(start - 1h);
        QVERIFY(std::holds_alternative<Wait>(step));
        QVERIFY(std::get<Wait>(step).until <= start - 1h + 5s);
    }
};

QTEST_APPLESS_MAIN(TestTtlSweep)
#include "tst_ttl_sweep.moc"
