// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above the table of a path: which rounds it shows, and how they were measured.
#include "tests/support/watched_path.h"
#include "tests/window/live_path.h"
#include "tests/window/own_settings.h"
#include "ui/moment.h"
#include "ui/widgets/plain_label.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

QString headingOf(const TraceState &state)
{
    const LivePage shown(state);
    const auto *heading = shown.page.findChild<ElidedLabel *>(QStringLiteral("pathHeading"));
    return heading ? heading->text() : QString();
}

} // namespace

class TestPathHeading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysHowThePathIsMeasured()
    {
        TraceState state = fixtures::farWatch(60);
        state.record.method = Method::UdpDatagram;
        state.record.address.port = traceroutePort;
        state.request.interval = 5s;
        state.request.flows = 4;
        QVERIFY(headingOf(state).endsWith(QStringLiteral(" · UDP 33434 · every 5 s · 4 flows")));
        state.record.method = Method::TcpSyn;
        state.record.address.port = webPort;
        QVERIFY(headingOf(state).contains(QStringLiteral(" · TCP 80 · ")));
    }

    void icmpHasNoPortAndOneFlowIsNotWorthAWord()
    {
        TraceState state = fixtures::farWatch(60);
        state.record.method = Method::IcmpEcho;
        state.request.interval = 200ms;
        QVERIFY(headingOf(state).endsWith(QStringLiteral(" · ICMP · every 0.2 s")));
    }

    void oneRoundIsNotSeveral()
    {
        QVERIFY(headingOf(fixtures::farWatch(1)).contains(QStringLiteral(" · 1 round · ")));
        QVERIFY(headingOf(fixtures::farWatch(2)).contains(QStringLiteral(" · 2 rounds · ")));
    }

    void aSingleTraceHasNoInterval()
    {
        TraceState state = fixtures::farWatch(1);
        state.record.method = Method::IcmpEcho;
        state.request.kind = TraceRequest::Kind::Trace;
        QVERIFY(headingOf(state).endsWith(QStringLiteral(" · ICMP")));
    }

    void whereTheOldestRoundsWentItBeginsWithTheFirstThatIsShown()
    {
        TraceState state = fixtures::farWatch(0);
        state.record.started = fixtures::watchBegan();
        const IpAddress target = state.record.address.address;
        state.history = PathHistory(60, 10);
        for (std::size_t round = 0; round < 100; ++round) {
            for (const Observation &seen : fixtures::playedRound(fixtures::farPath(), round, target))
                state.history.add(seen, target);
        }
        QCOMPARE(state.history.dropped(), std::size_t{40});
        const QString heading = headingOf(state);
        QVERIFY(heading.contains(QStringLiteral(" · rounds 41 to 100 · ")));
        QVERIFY(heading.contains(fullMoment(fixtures::watchBegan() + 40s)));
        QVERIFY(!heading.contains(fullMoment(fixtures::watchBegan())));
    }

private:
    OwnSettings m_settings;
};

QTEST_MAIN(TestPathHeading)
#include "tst_path_heading.moc"
