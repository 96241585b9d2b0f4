// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/ping_series.h"
#include "tests/support/virtual_path.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp start{24h};

} // namespace

/// Series of pings in virtual time.
class TestPingSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pingsLeaveAtAbsoluteMoments()
    {
        VirtualPath path({{.rtt = 30ms}});
        PingSeries series({.target = path.target(), .count = 5, .interval = 100ms, .timeout = 1s});
        const Timestamp end = path.run(series, start, start + 1min);
        QCOMPARE(path.sent.size(), std::size_t{5});
        for (std::size_t at = 0; at < path.sent.size(); ++at)
            QCOMPARE(path.sent[at].sent, start + static_cast<int>(at) * 100ms);
        QCOMPARE(end, start + 430ms);
        QCOMPARE(series.end(), PathEnd::Reached);
    }

    void pingsOfADeadHostTimeOut()
    {
        VirtualPath path(std::vector<VirtualPath::Hop>{{}});
        PingSeries series({.target = path.target(), .count = 2, .interval = 100ms, .timeout = 1s});
        QCOMPARE(path.run(series, start, start + 1min), start + 1100ms);
        QCOMPARE(series.end(), PathEnd::Silent);
    }

    void aPingWhoseTtlIsTooSmallEndsThere()
    {
        PingSeries series(
            {.target = VirtualPath::addressOf(2), .count = 1, .interval = 100ms, .timeout = 1s});
        Probe probe = std::get<Send>(series.next(start)).probe;
        probe.sent = start;
        series.observe({.probe = probe,
                        .reply = Reply{.id = probe.id,
                                       .kind = ReplyKind::TimeExceeded,
                                       .from = VirtualPath::addressOf(1),
                                       .received = start + 1ms}});
        QCOMPARE(series.end(), PathEnd::MaxTtl);
    }
};

QTEST_APPLESS_MAIN(TestPingSeries)
#include "tst_ping_series.moc"
