// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/run.h"

#include <QTest>

#include <algorithm>
#include <utility>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp start{48h};

/// Answers each ping after ten milliseconds.
struct QuickEcho : Wire {
    Result<void> send(const Probe &probe) override
    {
        m_arrived.push_back({.id = probe.id, .kind = ReplyKind::Pong, .received = probe.sent + 10ms});
        return {};
    }
    std::vector<Reply> take() override { return std::exchange(m_arrived, {}); }

private:
    std::vector<Reply> m_arrived;
};

/// Keeps what it is sent until the test answers it.
struct SlowTrace : Wire {
    std::vector<Probe> asked{};
    std::vector<Reply> arrived{};

    Result<void> send(const Probe &probe) override
    {
        asked.push_back(probe);
        return {};
    }
    std::vector<Reply> take() override { return std::exchange(arrived, {}); }

    /// The endpoint's answers to all, by the kernel's stamps.
    void answer(Duration after)
    {
        for (const Probe &probe : std::exchange(asked, {}))
            arrived.push_back({.id = probe.id,
                               .kind = ReplyKind::DuplicateAck,
                               .received = probe.sent + after,
                               .probeSent = probe.sent});
    }
};

/// A capture that never stamps anything.
ConnectionView blindView()
{
    return {.mayTrace = [](std::size_t) { return false; },
            .takeTiming = [](ProbeId) { return std::optional<PingTiming>(); },
            .forget = [](ProbeId) {}};
}

auto answers(const Progress &progress, Method method)
{
    return std::count_if(progress.observations.begin(), progress.observations.end(),
                         [method](const Observation &o) { return o.probe.method == method && o.reply; });
}

/// Takes the run's pings in, 10 ms each; the trace's first round is out then.
Timestamp throughPings(Run &run)
{
    Timestamp now = start;
    for (; now < start + 50ms; now += 10ms)
        run.advance(now);
    return now;
}

bool hasText(const Progress &progress)
{
    return std::any_of(progress.observations.begin(), progress.observations.end(), [](const Observation &o) {
        return o.probe.method == Method::WebSocketText && o.reply;
    });
}

} // namespace

class TestRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPingWaitsForItsStampsAndNoLonger()
    {
        QuickEcho echo;
        Run run({.pings = 1}, echo, nullptr, blindView());
        QVERIFY(!hasText(run.advance(start)));
        QVERIFY(!hasText(run.advance(start + 10ms)));
        QVERIFY(!hasText(run.advance(start + 109ms)));
        QVERIFY(hasText(run.advance(start + 110ms)));
    }

    void aClockThatIsSetBackMakesItWaitNoLonger()
    {
        QuickEcho echo;
        Run run({.pings = 1}, echo, nullptr, blindView());
        QVERIFY(!hasText(run.advance(start)));
        QVERIFY(!hasText(run.advance(start + 10ms)));
        QVERIFY(!hasText(run.advance(start - 24h)));
        QVERIFY(hasText(run.advance(start - 24h + 100ms)));
    }

    void aProbesAnswerIsUsedWhileTheClockRuns()
    {
        QuickEcho echo;
        SlowTrace trace;
        Run run({.pings = 1}, echo, &trace, {.mayTrace = [](std::size_t) { return true; }});
        const Timestamp now = throughPings(run);
        trace.answer(42ms);
        QVERIFY(answers(run.advance(now + 42ms), Method::ZeroTrace) > 0);
    }

    /// It is 42 ms away, and would look 22 ms away.
    void noRoundTripSpansAClockThatWasSetBack()
    {
        QuickEcho echo;
        SlowTrace trace;
        Run run({.pings = 1}, echo, &trace, {.mayTrace = [](std::size_t) { return true; }});
        const Timestamp now = throughPings(run);
        QVERIFY(!trace.asked.empty());
        trace.answer(22ms);
        run.setClockLead(-20ms);
        QCOMPARE(answers(run.advance(now + 22ms), Method::ZeroTrace), 0);
    }

    void noPingSpansAClockThatWasSetBack()
    {
        QuickEcho echo;
        Run run({.pings = 1}, echo, nullptr, {});
        run.advance(start);
        run.setClockLead(-20ms);
        QVERIFY(!hasText(run.advance(start + 10ms)));
    }
};

QTEST_APPLESS_MAIN(TestRun)
#include "tst_run.moc"
