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

/// A capture that never stamps anything.
ConnectionView blindView()
{
    return {.mayTrace = [](std::size_t) { return false; },
            .takeTiming = [](ProbeId) { return std::optional<PingTiming>(); },
            .forget = [](ProbeId) {}};
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
};

QTEST_APPLESS_MAIN(TestRun)
#include "tst_run.moc"
