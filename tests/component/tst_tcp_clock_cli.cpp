// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/component/clock_program.h"

#include <QTcpSocket>
#include <QTest>

using namespace parallax;

namespace {

/// `clock tcp-server --json` on a free port.
struct TcpServer : Server {
    TcpServer()
        : Server({}, "clock tcp-server --json --port 0 --threads 2")
    {
    }
};

Outcome ask(const Server &server, const char *options)
{
    return runClock(words("tcp-client 127.0.0.1 --port") + QStringList{server.port} + words(options));
}

} // namespace

/// `parallax-cli clock tcp-server` and `tcp-client`, as a person or a script uses them.
class TestTcpClockCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSimpleClientSaysALineForEachAnswer()
    {
        TcpServer server;
        const Outcome client = ask(server, "--count 3 --interval 0.02 --json");
        QCOMPARE(client.code, 0);
        const auto samples = linesOf(client.out, "sample");
        QCOMPARE(samples.size(), 3);
        const QJsonObject &last = samples.last();
        QCOMPARE(last[QStringLiteral("number")].toInt(), 3);
        QVERIFY(last[QStringLiteral("rtt_us")].toDouble() > 0.0);
        QVERIFY(last[QStringLiteral("bound_low_us")].toDouble() <= 1.0); // one machine, one clock
        QVERIFY(last[QStringLiteral("bound_high_us")].toDouble() >= -1.0);
        const Outcome ended = server.end();
        QCOMPARE(ended.code, 0);
        const auto connections = linesOf(ended.out, "connection");
        QCOMPARE(connections.last()[QStringLiteral("times")].toInt(), 3);
        QVERIFY(connections.last()[QStringLiteral("end")].isString());
        QCOMPARE(linesOf(ended.out, "served").last()[QStringLiteral("requests")].toInt(), 3);
    }

    void theManyConnectionClientSaysWhatTheyCameTo()
    {
        TcpServer server;
        const Outcome client = ask(server, "--connections 50 --count 4 --json");
        QCOMPARE(client.code, 0);
        QVERIFY(linesOf(client.out, "sample").isEmpty());
        const QJsonObject summary = linesOf(client.out, "summary").first();
        QCOMPARE(summary[QStringLiteral("connected")].toInt(), 50);
        QCOMPARE(summary[QStringLiteral("failed")].toInt(), 0);
        QCOMPARE(summary[QStringLiteral("answered")].toInt(), 200);
        QVERIFY(summary[QStringLiteral("requests_per_second")].toDouble() > 0.0);
        const QJsonObject rtt = summary[QStringLiteral("rtt_us")].toObject();
        QVERIFY(rtt[QStringLiteral("median")].toDouble() <= rtt[QStringLiteral("p99")].toDouble());
    }

    void aSignalBeforeTheCountIs130()
    {
        TcpServer server;
        QProcess client;
        client.start(QStringLiteral(PARALLAX_CLI),
                     words("clock tcp-client 127.0.0.1 --json --count 100000 --interval 0.02 --port")
                         + QStringList{server.port});
        QVERIFY(client.waitForReadyRead()); // it measures
        ::kill(static_cast<pid_t>(client.processId()), SIGTERM);
        QVERIFY(client.waitForFinished());
        QCOMPARE(client.exitCode(), 130);
    }

    void aPersonGetsSentences()
    {
        TcpServer server;
        const Outcome client = ask(server, "--count 1");
        QCOMPARE(client.code, 0);
        QVERIFY(client.out.contains("request 1: RTT "));
        QVERIFY(client.out.contains("1 of 1 connected, 0 failed"));
        QVERIFY(client.out.contains("RTT: median "));
    }

    void anybodysClientIsAnswered()
    {
        TcpServer server;
        QTcpSocket netcat;
        netcat.connectToHost(QStringLiteral("127.0.0.1"), server.port.toUShort());
        netcat.write("hello\n");
        while (!netcat.canReadLine() && netcat.waitForReadyRead()) { }
        QCOMPARE(netcat.readLine(), QByteArray("hello\n"));
        const Outcome ended = server.end();
        QCOMPARE(linesOf(ended.out, "connection").last()[QStringLiteral("end")].toString(),
                 QStringLiteral("stopped"));
    }

    void whereNobodyListensTheCodeIsOne()
    {
        const Outcome client = runClock(words("tcp-client 127.0.0.1 --port 9 --connections 2"));
        QCOMPARE(client.code, 1);
        QVERIFY(client.out.contains("0 of 2 connected, 2 failed: "));
        QVERIFY(client.error.contains("no time server answered"));
    }

    void anUnknownHostIsTwo() { QCOMPARE(runClock(words("tcp-client no.such.host.invalid")).code, 2); }

    void anAddressOfAUrlIsNoUnknownHost()
    {
        QCOMPARE(runClock(words("tcp-client [::1] --port 9")).code, 1);
        QCOMPARE(runClock(words("tcp-client [127.0.0.1] --port 9")).code, 2);
    }

    void aPortInUseIsFourAndOneSentence()
    {
        TcpServer server;
        const Outcome second = runClock(words("tcp-server --port") + QStringList{server.port});
        QCOMPARE(second.code, 4);
        QCOMPARE(second.error,
                 QByteArray("parallax-cli: TCP port " + server.port.toLatin1()
                            + " is in use: name another with --port\n"));
    }
};

QTEST_GUILESS_MAIN(TestTcpClockCli)
#include "tst_tcp_clock_cli.moc"
