// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

#include <csignal>

namespace {

struct Outcome {
    int code = -1;
    QByteArray out{};
    QByteArray error{};
};

Outcome runClock(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(PARALLAX_CLI), QStringList{QStringLiteral("clock")} + arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

QList<QJsonObject> linesOf(const QByteArray &out, const char *event)
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : out.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object[QStringLiteral("event")].toString() == QLatin1String(event))
            lines << object;
    }
    return lines;
}

/// `parallax-cli clock server --json` on a free port.
class Server
{
public:
    explicit Server(const QStringList &more = {})
    {
        m_process.start(QStringLiteral(PARALLAX_CLI), words("clock server --json --port 0") + more);
        while (!m_process.canReadLine() && m_process.waitForReadyRead()) { }
        const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
        port = QString::number(line[QStringLiteral("port")].toInt());
    }
    ~Server()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    Outcome end()
    {
        ::kill(static_cast<pid_t>(m_process.processId()), SIGTERM);
        m_process.waitForFinished();
        return {m_process.exitCode(), m_process.readAllStandardOutput()};
    }

    QString port;

private:
    QProcess m_process;
};

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

    void authenticatedStampNeedsTheSameKey()
    {
        QTemporaryFile key;
        QVERIFY(key.open());
        key.write("secret\n");
        key.flush();
        Server server({QStringLiteral("--key-file"), key.fileName()});
        const QStringList question =
            words("client 127.0.0.1 --count 2 --interval 30 --port") + QStringList{server.port};
        QCOMPARE(runClock(question + QStringList{QStringLiteral("--key-file"), key.fileName()}).code, 0);
        QCOMPARE(runClock(question + QStringList{QStringLiteral("--stamp")}).code, 1);
    }

    void hostNotesAreASentenceAndRulesToCopy()
    {
        const Outcome text = runClock(words("notes --port 23456"));
        QCOMPARE(text.code, 0);
        QVERIFY(text.out.contains("insert rule inet filter input udp dport 23456 accept"));
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
        row("two formats", "client h --json --csv", "--csv");
        row("no such key file", "server --key-file /nonexistent", "--key-file");
        row("no address", "server --bind here", "--bind takes");
        row("no port", "notes --port 0", "--port");
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
