// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trace_text.h"
#include "core/document/trace_document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const IpAddress target = IpAddress::fromV4(0xc0000209); // 192.0.2.9
constexpr Timestamp noon{1'800'000'000s};

Observation answered(std::uint64_t id, std::uint8_t ttl, const IpAddress &from, Duration rtt,
                     ReplyKind kind = ReplyKind::TimeExceeded)
{
    return {{.id = ProbeId{id}, .method = Method::IcmpEcho, .ttl = ttl, .sent = noon},
            Reply{.id = ProbeId{id}, .kind = kind, .from = from, .received = noon + rtt, .ttl = 61}};
}

Observation lost(std::uint64_t id, std::uint8_t ttl)
{
    return {{.id = ProbeId{id}, .method = Method::IcmpEcho, .ttl = ttl, .sent = noon}, std::nullopt};
}

bool holds(const std::string &text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

TraceState traceWith(std::vector<Observation> observations, PathEnd end)
{
    TraceState trace;
    trace.request.names = false;
    trace.record = {.target = "example.org",
                    .address = {target, 0},
                    .started = noon,
                    .duration = 2s,
                    .end = end,
                    .observations = std::move(observations)};
    return trace;
}

std::string summaryOf(const TraceState &trace)
{
    PingStatistics pings;
    for (const Observation &ping : trace.record.observations)
        pings.add(ping, trace.record.address.address);
    pings.addNotSent(trace.record.notSent.size());
    return pingSummary(trace.record, pings);
}

QJsonObject parsed(const std::string &json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

} // namespace

/// What scripts read that expect traceroute and ping.
class TestTraceText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pingsAreSummedUpAsPingDoes()
    {
        const TraceState trace = traceWith({answered(1, 64, target, 10ms, ReplyKind::EchoReply), lost(2, 64),
                                            answered(3, 64, target, 20ms, ReplyKind::EchoReply), lost(4, 64)},
                                           PathEnd::Interrupted);
        QCOMPARE(summaryOf(trace),
                 std::string("--- example.org ping statistics ---\n"
                             "4 packets transmitted, 2 received, 50% packet loss, time 2000ms\n"
                             "rtt min/avg/max/mdev = 10.000/15.000/20.000/5.000 ms\n"));
        QCOMPARE(pingLine(trace, trace.record.observations[0]),
                 std::string("Answer from 192.0.2.9: seq=1 ttl=61 time=10.000 ms"));
        QCOMPARE(pingLine(trace, trace.record.observations[1]), std::string());
    }

    void whatNeverLeftIsNoLoss()
    {
        TraceState trace =
            traceWith({answered(1, 64, target, 10ms, ReplyKind::EchoReply)}, PathEnd::Interrupted);
        trace.record.notSent = {Probe{.id = ProbeId{2}, .ttl = 64}, Probe{.id = ProbeId{3}, .ttl = 64}};
        QVERIFY(holds(summaryOf(trace),
                      "\n1 packets transmitted, 1 received, 2 never left this machine, 0% packet loss, "));
        QCOMPARE(unsentPingLine(trace.record.notSent[0]), std::string("Not sent: seq=2"));
        const QList<QByteArray> rows = QByteArray::fromStdString(traceCsv(trace.record)).split('\n');
        QCOMPARE((rows[0] + '\n').toStdString(), traceCsvHeader());
        QVERIFY(rows[1].contains(",64,0,1,192.0.2.9,,10,echo_reply,"));
        QCOMPARE(rows[2], QByteArray("example.org,192.0.2.9,64,0,2,,,,not_sent,,,,,,,\r"));
    }

    void theHeadingCountsDataAsPingDoes()
    {
        TraceState trace = traceWith({}, PathEnd::Running);
        trace.request.length = 84;
        trace.record.method = Method::IcmpEcho;
        QCOMPARE(pingHeading(trace), std::string("PING example.org (192.0.2.9) 56(84) bytes of data."));
        trace.record.address.address = IpAddress::parse("2001:db8::9").value();
        trace.request.length = 104;
        QCOMPARE(pingHeading(trace), std::string("PING example.org (2001:db8::9) 56(104) bytes of data."));
        trace.record.address.address = target;
        trace.record.method = Method::TcpSyn;
        trace.record.address.port = 80;
        QCOMPARE(pingHeading(trace), std::string("PING example.org (192.0.2.9 port 80) by TCP SYN."));
    }

    void whoRefusedIsMarkedAsTraceroutesUsersKnowIt_data()
    {
        QTest::addColumn<bool>("byTarget");
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("mtu");
        QTest::addColumn<std::string>("mark");
        QTest::newRow("the target has no such port") << true << 3 << 3 << 0 << std::string();
        QTest::newRow("a firewall says so") << false << 3 << 3 << 0 << std::string(" !<3>");
        QTest::newRow("over IPv6") << false << 1 << 4 << 0 << std::string(" !<4>");
        QTest::newRow("the target over IPv6") << true << 1 << 4 << 0 << std::string();
        QTest::newRow("host") << false << 3 << 1 << 0 << std::string(" !H");
        QTest::newRow("prohibited") << false << 3 << 13 << 0 << std::string(" !X");
        QTest::newRow("precedence") << false << 3 << 14 << 0 << std::string(" !V");
        QTest::newRow("too large") << false << 3 << 4 << 1400 << std::string(" !F-1400");
        QTest::newRow("too large, without the MTU") << false << 3 << 4 << 0 << std::string(" !F");
        QTest::newRow("prohibited over IPv6") << false << 1 << 1 << 0 << std::string(" !X");
        QTest::newRow("policy over IPv6") << false << 1 << 5 << 0 << std::string(" !<5>");
    }

    void whoRefusedIsMarkedAsTraceroutesUsersKnowIt()
    {
        QFETCH(bool, byTarget);
        QFETCH(int, type);
        QFETCH(int, code);
        QFETCH(int, mtu);
        QFETCH(std::string, mark);
        Observation refused =
            answered(1, 1, byTarget ? target : IpAddress::fromV4(0x0a000004), 3ms, ReplyKind::Unreachable);
        refused.reply->icmpType = static_cast<std::uint8_t>(type);
        refused.reply->icmpCode = static_cast<std::uint8_t>(code);
        refused.reply->mtu = static_cast<std::uint16_t>(mtu);
        const auto lines = traceLines(traceWith({refused}, PathEnd::Unreachable));
        QCOMPARE(lines.at(0), std::string(byTarget ? " 1  192.0.2.9" : " 1  10.0.0.4") + "  3.000 ms" + mark);
    }

    void theReportsColumnsStayApart()
    {
        const TraceState trace =
            traceWith({answered(1, 1, target, 1301400us, ReplyKind::EchoReply)}, PathEnd::Reached);
        QCOMPARE(mtrReport(trace.record, "here"),
                 std::string(
                     "Start: 2027-01-15T08:00:00+0000\n"
                     "HOST: here                        Loss%   Snt   Last   Avg  Best  Wrst StDev\n"
                     "  1.|-- 192.0.2.9                  0.0%     1  1301.4 1301.4 1301.4 1301.4   0.0\n"));
    }

    void mtrsDocumentSaysHowItWasAsked()
    {
        TraceState trace = traceWith({}, PathEnd::Reached);
        trace.request.tos = 184;
        trace.request.length = 80;
        const auto header = [&trace] {
            return parsed(mtrJson(trace.request, trace.record,
                                  "here"))[QStringLiteral("report")][QStringLiteral("mtr")];
        };
        QCOMPARE(header()[QStringLiteral("tos")].toInt(), 184);
        QCOMPARE(header()[QStringLiteral("psize")].toString(), QStringLiteral("80"));
        trace.request.length = 0; // a SYN
        QCOMPARE(header()[QStringLiteral("psize")].toString(), QStringLiteral("40"));
    }

    void whatThisMachineTookIsToldApart()
    {
        std::vector<Observation> pings;
        for (std::uint64_t id = 1; id <= 3; ++id) {
            pings.push_back(answered(id, 64, target, 10ms, ReplyKind::EchoReply));
            pings.back().reply->hostDelay = id * 20us;
        }
        const TraceState trace = traceWith(pings, PathEnd::Interrupted);
        QVERIFY(summaryOf(trace).ends_with(
            "\nrtt min/avg/max/mdev = 10.000/10.000/10.000/0.000 ms\n"
            "not counted: 0.040 ms (median) in this machine before a packet left\n"));
        const QJsonArray hops = parsed(traceJson(trace.record, true))[QStringLiteral("hops")].toArray();
        const QJsonValue reply = hops[0][QStringLiteral("replies")].toArray()[2];
        QCOMPARE(reply[QStringLiteral("rtt_ms")].toDouble(), 10.0);
        QCOMPARE(reply[QStringLiteral("host_delay_ms")].toDouble(), 0.06);
    }

    void aHopHasARowForEachBranch()
    {
        const IpAddress left = IpAddress::fromV4(0x0a000001);
        const IpAddress right = IpAddress::fromV4(0x0a000002);
        Observation labelled = answered(2, 1, right, 3ms);
        labelled.reply->quote = Quote{.ttl = 1, .translated = true, .mpls = {{.label = 16, .ttl = 1}}};
        const TraceState trace = traceWith({answered(1, 1, left, 2ms), labelled, lost(3, 1), lost(4, 2),
                                            answered(5, 3, target, 40ms, ReplyKind::EchoReply)},
                                           PathEnd::Reached);
        QCOMPARE(traceLines(trace),
                 (std::vector<std::string>{" 1  10.0.0.1  2.000 ms",
                                           "    10.0.0.2 <MPLS:L=16,E=0,S=0,T=1> [NAT]  3.000 ms *", " 2  *",
                                           " 3  192.0.2.9  40.000 ms"}));
    }
};

QTEST_APPLESS_MAIN(TestTraceText)
#include "tst_trace_text.moc"
