// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/metrics.h"
#include "core/service/original_answer.h"

#include <QJsonArray>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

Observation probed(int ttl, std::uint64_t id, ReplyKind kind, const char *from, Duration rtt)
{
    const Probe probe{.id = ProbeId{id}, .method = Method::UdpDatagram, .ttl = static_cast<quint8>(ttl)};
    const Reply reply{.id = probe.id,
                      .kind = kind,
                      .from = IpAddress::parse(from).value(),
                      .received = probe.sent + rtt,
                      .icmpType = static_cast<quint8>(kind == ReplyKind::TimeExceeded ? 11 : 3),
                      .icmpCode = static_cast<quint8>(kind == ReplyKind::TimeExceeded ? 0 : 3)};
    return {probe, reply};
}

TraceRecord twoHops()
{
    TraceRecord record{.target = "a.example",
                       .address = {IpAddress::parse("192.0.2.9").value(), 33434},
                       .method = Method::UdpDatagram,
                       .end = PathEnd::Reached};
    record.observations = {probed(2, 4, ReplyKind::Unreachable, "192.0.2.9", 9ms),
                           probed(1, 1, ReplyKind::TimeExceeded, "10.0.0.1", 1500us),
                           Observation{.probe = {.id = ProbeId{2}, .ttl = 1}},
                           probed(2, 3, ReplyKind::Unreachable, "192.0.2.9", 8ms)};
    return record;
}

} // namespace

/// What the API makes of updates and records, byte for byte and key for key.
class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testersCountByTheirLastVerdict()
    {
        Metrics metrics;
        metrics.apply(SessionOpened{.session = SessionId{1}});
        metrics.apply(SessionOpened{.session = SessionId{2}});
        metrics.apply(SessionOpened{.session = SessionId{3}});
        SessionRecord record;
        record.verdict.kind = VerdictKind::Proxy;
        const auto run = std::make_shared<const SessionRecord>(record);
        metrics.apply(SessionClosed{
            .session = SessionId{1}, .duration = 1500ms, .captureDrops = 2, .droppedSoFar = 7, .run = run});
        metrics.apply(SessionClosed{.session = SessionId{1}, .duration = 1500ms, .run = run});
        metrics.apply(SessionFailed{.session = SessionId{2}});
        const QByteArray text = metrics.text();
        QVERIFY(text.contains("\nparallax_testers_running 1\n"));
        QVERIFY(text.contains("\nparallax_testers_finished_total{verdict=\"proxy\"} 1\n"));
        QVERIFY(text.contains("\nparallax_testers_finished_total{verdict=\"direct\"} 0\n"));
        QVERIFY(text.contains("\nparallax_testers_failed_total 1\n"));
        QVERIFY(text.contains("\nparallax_testers_seconds_total 1.500000\n"));
        QVERIFY(text.contains("\nparallax_capture_dropped_packets_total 7\n"));
    }

    void tracesCountByTheirEnd()
    {
        Metrics metrics;
        for (const auto id : {1, 2, 3})
            metrics.apply(TraceOpened{.trace = TraceId{static_cast<unsigned long long>(id)}});
        metrics.apply(TraceObserved{.trace = TraceId{1}, .batch = twoHops().observations});
        metrics.apply(TraceClosed{.trace = TraceId{1}, .end = PathEnd::Silent, .duration = 250ms});
        metrics.apply(TraceFailed{.trace = TraceId{2}, .error = {ErrorCode::UnknownHost, "x"}});
        metrics.apply(TraceFailed{.trace = TraceId{4}, .error = {ErrorCode::NoNameServer, "x"}});
        const QByteArray text = metrics.text();
        QVERIFY(text.contains("\nparallax_traces_running 1\n"));
        QVERIFY(text.contains("\nparallax_traces_finished_total{end_reason=\"silent\"} 1\n"));
        QVERIFY(text.contains("\nparallax_traces_finished_total{end_reason=\"reached\"} 0\n"));
        QVERIFY(text.contains("\nparallax_traces_failed_total{reason=\"unknown_host\"} 1\n"));
        QVERIFY(text.contains("\nparallax_traces_failed_total{reason=\"no_name_server\"} 1\n"));
        QVERIFY(text.contains("\nparallax_traces_seconds_total 0.250000\n"));
        QVERIFY(text.contains("\nparallax_trace_probes_total 4\n"));
        QVERIFY(text.contains("\nparallax_trace_probes_answered_total 3\n"));
    }

    void answersCountByTheirClass()
    {
        Metrics metrics;
        for (const int status : {200, 204, 404, 503, 0, 999})
            metrics.countAnswer(status);
        const QByteArray text = metrics.text();
        QVERIFY(text.contains("{class=\"2xx\"} 2\n"));
        QVERIFY(text.contains("{class=\"4xx\"} 1\n"));
        QVERIFY(text.contains("{class=\"5xx\"} 1\n"));
    }

    /// Labels come from fixed lists: whatever strangers do, the series stay the same.
    void theSeriesAreBounded()
    {
        Metrics metrics;
        const qsizetype lines = metrics.text().count('\n');
        for (unsigned long long i = 0; i < 1000; ++i) {
            const std::string name = "host-" + std::to_string(i);
            metrics.apply(TraceOpened{.trace = TraceId{i}, .request = {.target = name}});
            metrics.apply(TraceFailed{.trace = TraceId{i}, .error = {ErrorCode::Io, name}});
        }
        QCOMPARE(metrics.text().count('\n'), lines);
    }

    void theOriginalsPingHasItsKeys()
    {
        TraceRecord record = twoHops();
        const TraceRequest request{
            .target = "a.example", .kind = TraceRequest::Kind::Ping, .maxTtl = 2, .count = 2};
        const QJsonObject ping = originalPing(request, record, IpAddress::parse("10.0.0.7").value());
        QCOMPARE(ping.keys(),
                 QStringList({QStringLiteral("dest"), QStringLiteral("packets"), QStringLiteral("ping_time"),
                              QStringLiteral("source"), QStringLiteral("target"), QStringLiteral("ttl")}));
        QCOMPARE(ping[QStringLiteral("source")].toString(), QStringLiteral("10.0.0.7"));
        QCOMPARE(ping[QStringLiteral("target")].toString(), QStringLiteral("a.example"));
        QCOMPARE(ping[QStringLiteral("dest")].toString(), QStringLiteral("192.0.2.9"));
        QCOMPARE(ping[QStringLiteral("packets")].toInt(), 2);
        const QJsonObject first = ping[QStringLiteral("ping_time")].toArray().first().toObject();
        QCOMPARE(first[QStringLiteral("attempt")].toInt(), 1);
        QCOMPARE(first[QStringLiteral("time")].toDouble(), 8.0);
        QCOMPARE(first[QStringLiteral("type")].toInt(), 3);
        QCOMPARE(first[QStringLiteral("code")].toInt(), 3);
    }

    void theOriginalsTracerouteIsUnderBothKeys()
    {
        const TraceRequest request{.target = "a.example", .maxTtl = 30, .probesPerHop = 2};
        const QJsonObject trace =
            originalTraceroute(request, twoHops(), IpAddress::parse("10.0.0.7").value());
        QCOMPARE(trace[QStringLiteral("ping_time")], trace[QStringLiteral("ping_data")]);
        const QJsonArray hops = trace[QStringLiteral("ping_data")].toArray();
        QCOMPARE(hops.size(), 2);
        QCOMPARE(hops[0].toObject()[QStringLiteral("ttl")].toInt(), 1);
        const QJsonArray attempts = hops[0].toObject()[QStringLiteral("ping_time")].toArray();
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(attempts[0].toObject()[QStringLiteral("time")].toDouble(), 1.5);
        QCOMPARE(attempts[1].toObject()[QStringLiteral("attempt")].toInt(), 2);
        QVERIFY(attempts[1].toObject()[QStringLiteral("time")].isNull());
        QVERIFY(attempts[1].toObject()[QStringLiteral("address")].isNull());
    }
};

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
