// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exit_code.h"
#include "app/options.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

std::variant<Command, Farewell> read(const QByteArray &line)
{
    QList<QByteArray> words = line.split(' ');
    std::vector<const char *> argv{"parallax-cli"};
    for (const QByteArray &word : words)
        argv.push_back(word.constData());
    return readCommandLine(static_cast<int>(argv.size()), argv.data());
}

template<class Options>
Options optionsIn(const QByteArray &line)
{
    const auto answer = read(line);
    const auto *command = std::get_if<Command>(&answer);
    return command ? std::get<Options>(*command) : Options{};
}

TraceOptions traceIn(const QByteArray &line)
{
    return optionsIn<TraceOptions>(line);
}

} // namespace

/// The letters of traceroute and ping.
class TestTraceArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void traceroutesLettersAreRead()
    {
        const TraceRequest request = traceIn("trace -n -q 2 -m 20 -f 3 -w 2,3,4 -N 8 -z 20 -T -p 443 -t 184 "
                                             "-s 192.0.2.1 -i eth7 example.org")
                                         .request;
        QCOMPARE(request.target, std::string("example.org"));
        QCOMPARE(request.names, false);
        QCOMPARE(request.probesPerHop, 2);
        QCOMPARE(request.maxTtl, 20);
        QCOMPARE(request.firstTtl, 3);
        QCOMPARE(request.longestWait, Duration(2s));
        QCOMPARE(request.hereFactor, 3.0);
        QCOMPARE(request.nearFactor, 4.0);
        QCOMPARE(request.maxInFlight, 8);
        QCOMPARE(request.gap, Duration(20ms));
        QCOMPARE(request.method, Method::TcpSyn);
        QCOMPARE(int(portOf(request)), 443);
        QCOMPARE(int(request.tos), 184);
    }

    void aWatchHasRounds()
    {
        const TraceOptions usual = traceIn("trace --watch -I h");
        QCOMPARE(usual.request.kind, TraceRequest::Kind::Watch);
        QCOMPARE(usual.request.method, Method::IcmpEcho);
        QCOMPARE(usual.request.interval, Duration(1s));
        QCOMPARE(usual.output, TraceOptions::Output::Text);
        const TraceOptions rows = traceIn("trace --watch --interval 0.5 --csv h");
        QCOMPARE(rows.request.interval, Duration(500ms));
        QCOMPARE(rows.output, TraceOptions::Output::Csv);
        QCOMPARE(traceIn("trace h").request.kind, TraceRequest::Kind::Trace);
    }

    void theUsualPortIsTheMethods_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("port");
        QTest::newRow("UDP") << QByteArray("trace h") << 33'434;
        QTest::newRow("UDP to one port") << QByteArray("trace -U h") << 53;
        QTest::newRow("TCP") << QByteArray("trace -T h") << 80;
        QTest::newRow("ICMP") << QByteArray("trace -I h") << 0;
        QTest::newRow("ping over TCP") << QByteArray("ping --tcp h") << 80;
    }

    void theUsualPortIsTheMethods()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, port);
        QCOMPARE(int(portOf(traceIn(line).request)), port);
    }

    void pingsLettersAreRead()
    {
        const TraceRequest request =
            traceIn("ping -6 -c 4 -i 0.2 -W 1.5 -t 9 -s 100 -Q 32 -I 192.0.2.1 h").request;
        QCOMPARE(request.family, AddressFamily::V6);
        QCOMPARE(request.count, 4);
        QCOMPARE(request.interval, Duration(200ms));
        QCOMPARE(request.longestWait, Duration(1500ms));
        QCOMPARE(request.maxTtl, 9);
        QCOMPARE(int(request.tos), 32);
        QCOMPARE(request.source, std::string("192.0.2.1"));
        QCOMPARE(request.interface, std::string());
    }

    void zerosBeforeANumberMakeItNoOctal()
    {
        QCOMPARE(traceIn("trace -m 010 h").request.maxTtl, 10);
        QCOMPARE(traceIn("trace -m 08 -f 08 h").request.firstTtl, 8);
        QCOMPARE(traceIn("trace -z 0020 h").request.gap, Duration(20ms));
        QCOMPARE(traceIn("ping -c 0012 h").request.count, 12);
        QCOMPARE(int(traceIn("ping -Q 0x20 h").request.tos), 32); // what says so is still hexadecimal
        QCOMPARE(int(traceIn("ping -Q 00 h").request.tos), 0);
        QCOMPARE(optionsIn<ClockClientOptions>("clock client --count 010 h").request.count,
                 std::uint64_t{10});
        QCOMPARE(int(optionsIn<ClockServerOptions>("clock server --port 09000").request.port), 9000);
        QCOMPARE(optionsIn<TcpClientOptions>("clock tcp-client --connections 010 h").request.connections, 10);
        QCOMPARE(int(optionsIn<ClockNotesOptions>("clock notes --port 09000").port), 9000);
        QCOMPARE(optionsIn<PacketOptions>("packet --count 010").request.repeat.count, 10);
    }

    void aSourceNamesTheIpVersion()
    {
        QCOMPARE(traceIn("trace -s 192.0.2.1 h").request.family, AddressFamily::V4);
        QCOMPARE(traceIn("trace -s 2001:db8::1 h").request.family, AddressFamily::V6);
        QCOMPARE(traceIn("ping -I 192.0.2.1 h").request.family, AddressFamily::V4);
        QCOMPARE(traceIn("ping -I eth7 h").request.family, AddressFamily::Any);
    }

    void jsonNeverSwallowsTheHost()
    {
        const TraceOptions plain = traceIn("trace --json h");
        QCOMPARE(plain.output, TraceOptions::Output::Json);
        QCOMPARE(plain.request.target, std::string("h"));
        QCOMPARE(traceIn("trace --json=mtr h").output, TraceOptions::Output::MtrJson);
        QCOMPARE(traceIn("ping --json h").request.count, 3); // a document needs an end
        QCOMPARE(traceIn("ping h").request.count, 0);
    }

    void aWrongOptionIsNamedWithItsRange_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("too many probes") << QByteArray("trace -q 1000 h") << QByteArray("1 to 100");
        QTest::newRow("TTL beyond an octet, with a zero")
            << QByteArray("trace -m 0300 h") << QByteArray("1 to 255");
        QTest::newRow("TTL of 0") << QByteArray("trace -m 0 h") << QByteArray("1 to 255");
        QTest::newRow("first behind the last") << QByteArray("trace -f 9 -m 3 h") << QByteArray("-f");
        QTest::newRow("a flood") << QByteArray("trace -q 11 --flows 64 h") << QByteArray("640 probes a hop");
        QTest::newRow("no wait at all") << QByteArray("trace -w  h") << QByteArray("must not be empty");
        QTest::newRow("mtr's shape of pings") << QByteArray("ping --json=mtr h") << QByteArray("trace");
        QTest::newRow("wait in words") << QByteArray("trace -w long h") << QByteArray("-w");
        QTest::newRow("wait with four parts")
            << QByteArray("trace -w 1,2,3,4 h") << QByteArray("MAX,HERE,NEAR");
        QTest::newRow("two methods") << QByteArray("trace -I -T h") << QByteArray("only one");
        QTest::newRow("two outputs") << QByteArray("trace --csv --json h") << QByteArray("only one");
        QTest::newRow("an MTU without a place")
            << QByteArray("trace --mtu --report h") << QByteArray("--mtu");
        QTest::newRow("a source that is none") << QByteArray("trace -s here h") << QByteArray("-s");
        QTest::newRow("interval of nothing") << QByteArray("ping -i 0 h") << QByteArray("-i");
        QTest::newRow("a port for pings by ICMP") << QByteArray("ping -p 443 h") << QByteArray("-p needs");
        QTest::newRow("a port for ICMP") << QByteArray("trace -I --port 80 h") << QByteArray("-p needs");
        QTest::newRow("a watch that asks thrice")
            << QByteArray("trace --watch -q 3 h") << QByteArray("-q has");
        QTest::newRow("a watch in one document")
            << QByteArray("trace --watch --json h") << QByteArray("--csv");
        QTest::newRow("a watch as a report") << QByteArray("trace --watch --report h") << QByteArray("--csv");
        QTest::newRow("a watch of the MTU") << QByteArray("trace --watch --mtu h") << QByteArray("--mtu");
        QTest::newRow("rounds of no watch") << QByteArray("trace --interval 2 h") << QByteArray("--watch");
        QTest::newRow("rounds too close") << QByteArray("trace --watch --interval 0.05 h")
                                          << QByteArray("--interval takes seconds from 0.1");
        QTest::newRow("mtr's interval") << QByteArray("trace --watch -i 2 h") << QByteArray("--interval 2");
        QTest::newRow("another JSON") << QByteArray("trace --json=xml h") << QByteArray("mtr");
    }

    void aWrongOptionIsNamedWithItsRange()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, named);
        const auto answer = read(line);
        const auto *farewell = std::get_if<Farewell>(&answer);
        QVERIFY(farewell != nullptr);
        QCOMPARE(farewell->code, exit_code::badArguments);
        QVERIFY2(farewell->text.find(named.toStdString()) != std::string::npos, farewell->text.c_str());
    }
};

QTEST_APPLESS_MAIN(TestTraceArguments)
#include "tst_trace_arguments.moc"
