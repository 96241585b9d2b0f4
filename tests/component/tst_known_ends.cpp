// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/component/listened_path.h"

#include <QTest>

using namespace parallax;

/// What a trace is spared by where the last one to its target ended.
class TestKnownEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto port = SocketPort::open();
        if (!port)
            QSKIP("needs CAP_NET_RAW");
        m_port = std::move(port).value();
    }

    void aTargetIsNotAskedAgainBehindWhereItAnswered()
    {
        Listened path{{m_port.get(), {}}};
        const auto probesOf = [&](TraceId trace) {
            path.runs.open(trace, traceToMyself());
            return path.probesUntilTheEnd();
        };
        QVERIFY(probesOf(TraceId{1}) > 1);
        QCOMPARE(probesOf(TraceId{2}), std::size_t{1});
    }

    void aTraceThatIsStoppedForgetsNoEnd()
    {
        Listened path{{m_port.get(), {}}};
        path.runs.open(TraceId{1}, traceToMyself());
        QVERIFY(path.probesUntilTheEnd() > 1);
        path.runs.open(TraceId{2}, traceToMyself());
        path.runs.close(TraceId{2}); // before anything was heard
        path.runs.takeNews();
        path.runs.open(TraceId{3}, traceToMyself());
        QCOMPARE(path.probesUntilTheEnd(), std::size_t{1});
    }

    void whatAFlowOrAMethodEndedAtIsNoOthersEnd()
    {
        TraceRequest flows = traceToMyself();
        flows.flows = 2;
        TraceRequest udp = traceToMyself();
        udp.method = Method::UdpDatagram;
        Listened path{{m_port.get(), {}}};
        const auto probesOf = [&](TraceId trace, const TraceRequest &request) {
            path.runs.open(trace, request);
            return path.probesUntilTheEnd();
        };
        QVERIFY(probesOf(TraceId{1}, flows) > 2);
        QVERIFY(probesOf(TraceId{2}, traceToMyself()) > 1);
        QVERIFY(probesOf(TraceId{3}, udp) > 1);
        QVERIFY(probesOf(TraceId{4}, flows) > 2);
        TraceRequest watch = watchOfMyself();
        watch.maxTtl = 8;
        path.runs.open(TraceId{5}, watch);
        QCOMPARE(path.await<TraceObserved>().value_or(TraceObserved{}).batch.size(), std::size_t{8});
    }

private:
    std::unique_ptr<SocketPort> m_port;
};

QTEST_GUILESS_MAIN(TestKnownEnds)
#include "tst_known_ends.moc"
