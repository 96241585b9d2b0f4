// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/trace_figures.h"
#include "tests/support/watched_path.h"

#include <QTest>

#include <algorithm>

using namespace parallax;

class TestTraceFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWatchHasThoseOfItsRounds()
    {
        const TraceState state = fixtures::farWatch(100);
        const RoundSpan span{.from = 10, .to = 20};
        QVERIFY(pathRows(state, span) == pathRows(state.history, span));
        QVERIFY(endFigures(state) == endFigures(state.history));
    }

    void aTraceHasThoseOfItsProbes()
    {
        TraceState state = fixtures::farWatch(0);
        state.request.kind = TraceRequest::Kind::Trace;
        state.record.observations =
            fixtures::playedRound(fixtures::farPath(), 0, state.record.address.address);
        QCOMPARE(pathRows(state).size(), std::size_t{6});
        QVERIFY(pathRows(state) == pathRows(state.record));
        QVERIFY(endFigures(state) == endFigures(state.record));
        QVERIFY(endFigures(state).last);
    }

    void minutesTellNoMeansAndNoLast()
    {
        TraceState state = fixtures::farWatch(100);
        const auto exact = pathRows(state);
        const EndFigures end = endFigures(state);
        QVERIFY(end.last && end.mean);
        state.byMinute = true;
        const auto rows = pathRows(state);
        const RttFigures &rtt = rows.back().rtt;
        QVERIFY(!rtt.last && !rtt.average && !rtt.deviation && !rtt.jitter);
        QVERIFY(rtt.best == exact.back().rtt.best && rtt.worst == exact.back().rtt.worst);
        QCOMPARE(rows.back().sent, exact.back().sent);
        QVERIFY((endFigures(state) == EndFigures{.loss = end.loss, .hops = end.hops}));
    }
};

QTEST_APPLESS_MAIN(TestTraceFigures)
#include "tst_trace_figures.moc"
