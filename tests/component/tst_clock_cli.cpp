// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/component/clock_program.h"

#include <QTemporaryFile>
#include <QTest>

#include <memory>

using namespace parallax;

namespace {

std::unique_ptr<QTemporaryFile> fileWith(const QByteArray &content)
{
    auto file = std::make_unique<QTemporaryFile>();
    if (!file->open() || file->write(content) != content.size() || !file->flush())
        qFatal("no temporary file");
    return file;
}

} // namespace

/// `parallax-cli clock`, as a person or a script uses it.
class TestClockCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiveClientsSayALineForEachSample()
    {
        Server server;
        const Outcome client =
            runClock(words("client 127.0.0.1 --mode all --count 6 --interval 200 --json --port")
                     + QStringList{server.port});
        QCOMPARE(client.code, 0);
        const auto samples = linesOf(client.out, "sample");
        QCOMPARE(samples.size(), 30);
        for (const char *member : {"offset_us", "estimate_us", "uncertainty_us", "bound_low_us",
                                   "bound_high_us", "drift_ppm", "rtt_us", "correction_us"})
            QVERIFY2(samples.last()[QLatin1String(member)].isDouble(), member);
        QCOMPARE(linesOf(client.out, "closed").size(), 5);
        const Outcome ended = server.end();
        QCOMPARE(ended.code, 0);
        QCOMPARE(linesOf(ended.out, "served").last()[QStringLiteral("answered")].toInt(), 30);
    }

    void aTrialOffsetIsFound()
    {
        Server server;
        const Outcome client = runClock(words("client 127.0.0.1 --mode median --count 10 --interval 30 --csv "
                                              "--test-clock-offset-ms 250 --port")
                                        + QStringList{server.port});
        QCOMPARE(client.code, 0);
        const QList<QByteArray> rows = client.out.split('\n');
        const auto column = rows[0].trimmed().split(',').indexOf("best_us");
        QVERIFY(column > 0);
        const double best = rows[10].split(',')[column].toDouble();
        QVERIFY(best > -300'000 && best < -200'000);
    }

    void aPersonGetsATable()
    {
        Server server;
        const Outcome client = runClock(words("client 127.0.0.1 --mode pid --count 3 --interval 30 --port")
                                        + QStringList{server.port});
        QCOMPARE(client.code, 0);
        QVERIFY(client.out.contains("pid"));
        QVERIFY(client.out.contains("for sure"));
    }

    void withoutTheOriginalsLoopItSaysTheIntervalThatItKeeps()
    {
        Server server;
        const QStringList port{QStringLiteral("--port"), server.port};
        QVERIFY(runClock(words("client 127.0.0.1 --count 1") + port).out.contains("by the mean error"));
        for (const char *line :
             {"client 127.0.0.1 --count 1 --stamp", "client 127.0.0.1 --count 1 --mode median"})
            QVERIFY(runClock(words(line) + port).out.contains("every 1000 ms"));
    }

    void aPersonIsToldWhoIsAnsweredAndHowToAsk()
    {
        const auto heading = [](const char *bind) {
            QProcess server;
            server.start(QStringLiteral(PARALLAX_CLI),
                         words("clock server --port 0 --bind") << QLatin1String(bind));
            while (!server.canReadLine() && server.waitForReadyRead()) { }
            QByteArray line = server.readLine();
            server.terminate();
            server.waitForFinished();
            return line;
        };
        QVERIFY(heading("127.0.0.1").contains("Only this machine"));
        QVERIFY(heading("127.0.0.1").contains("clock client 127.0.0.1 --port"));
        QVERIFY(!heading("::").contains("Only this machine"));
        QVERIFY(heading("::").contains("clock client HOST --port"));
    }

    void anInterruptIsAServersOrdinaryEnd()
    {
        Server server;
        QCOMPARE(server.end(SIGINT).code, 0);
        Server overTcp({}, "clock tcp-server --json --port 0");
        QCOMPARE(overTcp.end(SIGINT).code, 0);
    }

    void aSignalBeforeTheCountIs130_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl+C") << SIGINT;
        QTest::newRow("timeout(1)") << SIGTERM;
    }

    void aSignalBeforeTheCountIs130()
    {
        QFETCH(int, signal);
        Server server;
        QProcess client;
        client.start(QStringLiteral(PARALLAX_CLI),
                     words("clock client 127.0.0.1 --json --mode raw --count 1000 --port")
                         + QStringList{server.port});
        QVERIFY(client.waitForReadyRead());
        ::kill(static_cast<pid_t>(client.processId()), signal);
        QVERIFY(client.waitForFinished());
        QCOMPARE(client.exitCode(), 130);
    }

    /// Not 0.0.0.0, where an IPv6 address of this machine has no server.
    void everyAddressIsOfBothVersions()
    {
        Server server({QStringLiteral("--bind"), QStringLiteral("::")});
        for (const char *host : {"127.0.0.1", "::1"})
            QCOMPARE(runClock({QStringLiteral("client"), QLatin1String(host), QStringLiteral("--count"),
                               QStringLiteral("1"), QStringLiteral("--port"), server.port})
                         .code,
                     0);
    }

    void authenticatedStampNeedsTheSameKey()
    {
        const auto key = fileWith("secret\n");
        Server server({QStringLiteral("--key-file"), key->fileName()});
        const QStringList question =
            words("client 127.0.0.1 --count 2 --interval 30 --port") + QStringList{server.port};
        const auto ofWindows = fileWith("secret\r\n");
        for (const QString &file : {key->fileName(), ofWindows->fileName()})
            QCOMPARE(runClock(question + QStringList{QStringLiteral("--key-file"), file}).code, 0);
        QCOMPARE(runClock(question + QStringList{QStringLiteral("--stamp")}).code, 1);
    }

    void hostNotesAreASentenceAndRulesToCopy()
    {
        const Outcome text = runClock(words("notes --port 23456"));
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains("insert rule inet filter input udp dport 23456 accept"));
        QVERIFY(text.out.contains("insert rule inet filter input tcp dport 12346 accept"));
        const Outcome json = runClock(words("notes --json --http-port 9081"));
        const QJsonObject object = QJsonDocument::fromJson(json.out).object();
        QVERIFY(!object[QStringLiteral("sentence")].toString().isEmpty());
        QVERIFY(object[QStringLiteral("kernel")].toObject()[QStringLiteral("synchronised")].isBool());
        QVERIFY(object[QStringLiteral("nftables")].toString().contains(QStringLiteral("tcp dport 9081")));
    }

    void whereNobodyAnswersTheCodeIsOne()
    {
        const Outcome client = runClock(words("client 127.0.0.1 --count 1 --port 9"));
        QCOMPARE(client.code, 1);
        QVERIFY(client.error.contains("no clock server answered"));
    }

    void anUnknownHostIsTwo() { QCOMPARE(runClock(words("client no.such.host.invalid --count 1")).code, 2); }

    void badArgumentsAreThree_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const char *line, const char *says) {
            QTest::newRow(name) << QString::fromLatin1(line) << QByteArray(says);
        };
        row("no host", "client", "host");
        row("no such mode", "client h --mode best", "--mode takes");
        row("no questions", "client h --count 0", "--count");
        row("an interval of nothing", "client h --interval -1", "--interval takes");
        row("as soon as possible", "client h --interval 0", "--interval takes");
        row("two formats", "client h --json --csv", "--csv");
        row("no such key file", "server --key-file /nonexistent", "--key-file");
        row("no address", "server --bind here", "--bind takes");
        row("no port", "notes --port 0", "--port");
        row("no thread", "tcp-server --threads 0", "--threads");
        row("nobody asks", "tcp-client h --connections 0", "--connections");
        row("too many connections", "tcp-client h --connections 5000", "--connections");
        row("too many requests", "tcp-client h --connections 4000 --count 1000", "--count takes");
        row("no time between them", "tcp-client h --interval -1", "--interval takes");
        row("not here", "tcp-server --bind there", "--bind takes");
        row("neither end", "", "");
    }
    void badArgumentsAreThree()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, says);
        const Outcome outcome = runClock(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.error.contains(says), outcome.error.constData());
    }

    void aPortInUseIsFourAndOneSentence()
    {
        Server server;
        const Outcome second = runClock(words("server --port") + QStringList{server.port});
        QCOMPARE(second.code, 4);
        QCOMPARE(second.error,
                 QByteArray("parallax-cli: UDP port " + server.port.toLatin1()
                            + " is in use: name another with --port\n"));
    }

    void anAddressOfAnotherMachineIsFour()
    {
        const Outcome server = runClock(words("server --bind 192.0.2.1"));
        QCOMPARE(server.code, 4);
        QVERIFY(server.error.contains("192.0.2.1 is not an address of this machine"));
    }
};

QTEST_GUILESS_MAIN(TestClockCli)
#include "tst_clock_cli.moc"
