// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/component/cli_program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTest>
#include <QUdpSocket>

#include <csignal>

#include <unistd.h>

using namespace parallax;

namespace {

/// `parallax-cli serve --json` on ports that are free.
class Served
{
public:
    explicit Served(const QStringList &more = {})
    {
        m_process.setProcessEnvironment(environmentIn(m_home));
        m_process.start(QStringLiteral(PARALLAX_CLI),
                        QStringList{QStringLiteral("serve"), QStringLiteral("--json"),
                                    QStringLiteral("--http-port"), QStringLiteral("0"),
                                    QStringLiteral("--ws-port"), QStringLiteral("0")}
                            + more);
    }

    QJsonObject firstLine()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead()) { }
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }

    int exitCodeAfter(int signalNumber)
    {
        ::kill(static_cast<pid_t>(m_process.processId()), signalNumber);
        return m_process.waitForFinished() && m_process.exitStatus() == QProcess::NormalExit
            ? m_process.exitCode()
            : -1;
    }

    bool ignores(int signalNumber) const
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
        if (!status.open(QIODevice::ReadOnly))
            return false;
        const QByteArray all = status.readAll();
        const QByteArray mask = all.mid(all.indexOf("SigIgn:") + 7, 17).trimmed();
        return (mask.toULongLong(nullptr, 16) >> (signalNumber - 1) & 1U) != 0;
    }

    QByteArray logged() const
    {
        QFile file(m_home.path() + QStringLiteral("/parallax/parallax.log"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_home;
    QProcess m_process;
};

} // namespace

/// The program as a user meets it: exit codes, what goes to stdout and what to stderr.
class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Qt takes the user's locale for the whole program, and with it the system's words of an error.
    void errorsAreEnglishInAGermanSession()
    {
        if (!QFile::exists(QStringLiteral("/usr/share/locale/de/LC_MESSAGES/libc.mo")))
            QSKIP("this machine's system speaks no German");
        const Outcome refused =
            runCli({QStringLiteral("packet"), QStringLiteral("--set"), QStringLiteral("ip.target=127.0.0.1"),
                    QStringLiteral("--pcapng"), QStringLiteral("/dev/null/x")},
                   {{QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")},
                    {QStringLiteral("LANGUAGE"), QStringLiteral("de")}});
        QCOMPARE(refused.error,
                 QByteArray("parallax-cli packet: cannot write /dev/null/x: Not a directory\n"));
    }

    void versionAndHelpWorkEverywhere_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::newRow("the program") << QStringList{};
        for (const char *name : {"serve", "doctor", "export", "explain", "replay"})
            QTest::newRow(name) << QStringList{QString::fromLatin1(name)};
    }

    void versionAndHelpWorkEverywhere()
    {
        QFETCH(QStringList, before);
        const Outcome version = runCli(before + QStringList{QStringLiteral("--version")});
        QCOMPARE(version.code, 0);
        QCOMPARE(version.out, QByteArray("Parallax " PARALLAX_VERSION "\n"));
        const Outcome help = runCli(before + QStringList{QStringLiteral("--help")});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("--help"));
        QCOMPARE(help.error, QByteArray());
    }

    /// As a half-done update leaves them.
    void theTwoProgramFilesMustBeOfOneVersion()
    {
        QProcess commands;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PARALLAX_CLI_VERSION"), QStringLiteral("0.0.9"));
        commands.setProcessEnvironment(environment);
        const QDir folder = QFileInfo(QStringLiteral(PARALLAX_CLI)).dir();
        commands.start(folder.filePath(QStringLiteral("parallax-commands")), {QStringLiteral("doctor")});
        QVERIFY(commands.waitForFinished());
        QCOMPARE(commands.exitCode(), 4);
        QCOMPARE(commands.readAllStandardOutput(), QByteArray());
        QCOMPARE(commands.readAllStandardError(),
                 QByteArray("parallax-cli: parallax-cli is version 0.0.9, but parallax-commands beside it is "
                            "version " PARALLAX_VERSION
                            ": install Parallax again, so that both are of one version\n"));
    }

    void theFrontTellsItsVersionToWhatItBecomes()
    {
        const QTemporaryDir folder;
        const QString front = folder.filePath(QStringLiteral("parallax-cli"));
        QVERIFY(QFile::copy(QStringLiteral(PARALLAX_CLI), front));
        QFile commands(folder.filePath(QStringLiteral("parallax-commands")));
        QVERIFY(commands.open(QIODevice::WriteOnly));
        commands.write("#!/bin/sh\necho $PARALLAX_CLI_VERSION\n");
        commands.setPermissions(QFile::permissions(front));
        commands.close();
        QProcess process;
        process.start(front, {QStringLiteral("doctor")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput(), QByteArray(PARALLAX_VERSION "\n"));
    }

    void outputThatIsNotTakenEndsWithFour()
    {
        const QTemporaryDir home;
        QProcess process;
        process.setProcessEnvironment(environmentIn(home));
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(QStringLiteral(PARALLAX_CLI), {QStringLiteral("doctor"), QStringLiteral("--json")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 4);
        QVERIFY(process.readAllStandardError().contains("not all of the output could be written"));
    }

    /// With no answer under way, nothing else ends it.
    void aPingWhoseOutputIsNotTakenEndsWithFour()
    {
        if (::geteuid() != 0)
            QSKIP("needs the right to send");
        QUdpSocket silent;
        QVERIFY(silent.bind(QHostAddress(QHostAddress::LocalHost)));
        const QTemporaryDir home;
        QProcess process;
        process.setProcessEnvironment(environmentIn(home));
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(QStringLiteral(PARALLAX_CLI),
                      {QStringLiteral("ping"), QStringLiteral("--udp"), QStringLiteral("-p"),
                       QString::number(silent.localPort()), QStringLiteral("127.0.0.1")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 4);
        QVERIFY(process.readAllStandardError().contains("not all of the output could be written"));
    }

    void serveSaysFirstWhereItListens()
    {
        Served served;
        const QJsonObject line = served.firstLine();
        QCOMPARE(line[QStringLiteral("event")].toString(), QStringLiteral("listening"));
        const QString port = QString::number(line[QStringLiteral("http_port")].toInt());
        const QString url = line[QStringLiteral("urls")].toArray().first().toString();
        QVERIFY2(url.contains(QLatin1Char(':') + port + QStringLiteral("/t/")), qPrintable(url));
        QCOMPARE(served.exitCodeAfter(SIGTERM), 0);
        QVERIFY(!served.logged().contains(url.section(QLatin1Char('/'), -1).toUtf8()));
    }

    /// As nohup starts it.
    void aServerThatIgnoresTheEndOfItsTerminalGoesOnDoingSo()
    {
        auto *const before = ::signal(SIGHUP, SIG_IGN);
        Served served;
        ::signal(SIGHUP, before);
        QVERIFY(!served.firstLine().isEmpty());
        QVERIFY(served.ignores(SIGHUP));
        QCOMPARE(served.exitCodeAfter(SIGTERM), 0);
    }

    void anInterruptEndsServeWith130()
    {
        Served served;
        QVERIFY(!served.firstLine().isEmpty());
        QCOMPARE(served.exitCodeAfter(SIGINT), 130);
    }

    void aPortInUseEndsServeWithFourAndItsNumber()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::Any));
        const QString port = QString::number(other.serverPort());
        const Outcome outcome = runCli({QStringLiteral("serve"), QStringLiteral("--http-port"),
                                        QStringLiteral("0"), QStringLiteral("--ws-port"), port});
        QCOMPARE(outcome.code, 4);
        QVERIFY2(outcome.error.contains(port.toUtf8()), outcome.error.constData());
    }

    void doctorSaysReadyByItsExitCode()
    {
        const Outcome outcome = runCli({QStringLiteral("doctor"), QStringLiteral("--json")},
                                       {{QStringLiteral("PARALLAX_HTTP_PORT"), QStringLiteral("0")},
                                        {QStringLiteral("PARALLAX_WS_PORT"), QStringLiteral("0")}});
        const QJsonObject object = QJsonDocument::fromJson(outcome.out).object();
        QVERIFY(object.contains(QStringLiteral("ready")));
        QCOMPARE(outcome.code, object[QStringLiteral("ready")].toBool() ? 0 : 4);
    }

    void aStoreThatCannotBeWrittenMakesDoctorEndWithFour()
    {
        const Outcome outcome =
            runCli({QStringLiteral("doctor")},
                   {{QStringLiteral("PARALLAX_STORE"), QStringLiteral("/proc/x/y.sqlite")}});
        QCOMPARE(outcome.code, 4);
        QVERIFY(outcome.out.contains("missing  store"));
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
