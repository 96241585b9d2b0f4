// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <csignal>

#include <unistd.h>

using namespace parallax;

namespace {

struct Outcome {
    int code = -1;
    QByteArray out{};
    QByteArray error{};
};

QProcessEnvironment environmentIn(const QTemporaryDir &home)
{
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const char *folder : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
        all.insert(QString::fromLatin1(folder), home.path());
    return all;
}

Outcome runCli(const QStringList &arguments, const QMap<QString, QString> &environment = {})
{
    const QTemporaryDir home;
    QProcess process;
    QProcessEnvironment all = environmentIn(home);
    for (auto entry = environment.begin(); entry != environment.end(); ++entry)
        all.insert(entry.key(), entry.value());
    process.setProcessEnvironment(all);
    process.start(QStringLiteral(PARALLAX_CLI), arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

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

/// The program as a user meets it: arguments, exit codes, what goes to stdout and what to stderr.
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

    void everySettingIsAnOptionOfServeWithHelp()
    {
        const QByteArray help = runCli({QStringLiteral("serve"), QStringLiteral("--help")}).out;
        QStringList missing;
        for (const Setting &setting : settings()) {
            const QString name =
                QString::fromUtf8(setting.name.data(), static_cast<qsizetype>(setting.name.size()));
            if (!help.contains("  --" + name.toUtf8() + ' '))
                missing << name;
        }
        QCOMPARE(missing, QStringList{});
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

    void badArgumentsEndWithThreeAndName_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char *name, const QStringList &arguments, const char *named) {
            QTest::newRow(name) << arguments << QByteArray(named);
        };
        const QString serve = QStringLiteral("serve");
        row("nothing", {}, "subcommand");
        row("an unknown command", {QStringLiteral("measure")}, "measure");
        row("an unknown option", {serve, QStringLiteral("--pongs"), QStringLiteral("1")}, "--pongs");
        row("a group", {QStringLiteral("trace"), QStringLiteral("224.0.0.1")}, "not the address of one host");
        row("a group of IPv6", {QStringLiteral("ping"), QStringLiteral("ff02::1%lo")},
            "not the address of one host");
        row("out of range", {serve, QStringLiteral("--max-ttl"), QStringLiteral("65")},
            "--max-ttl must be a whole number from 1 to 64");
        row("negative", {serve, QStringLiteral("--threshold-ms"), QStringLiteral("-1")}, "--threshold-ms");
        row("words for a number", {serve, QStringLiteral("--pings=many")}, "--pings");
        row("no value", {serve, QStringLiteral("--pings")}, "--pings");
        row("a certificate alone", {serve, QStringLiteral("--cert"), QStringLiteral("c.pem")},
            "cert and key");
        row("neither true nor false", {serve, QStringLiteral("--allow-anonymous=maybe")},
            "a flag takes no value, or true or false");
        const QString here = QStringLiteral("127.0.0.1");
        row("a port for a flag", {QStringLiteral("ping"), QStringLiteral("--tcp=443"), here},
            "tcp was given a disallowed flag override");
        row("an empty device", {QStringLiteral("trace"), QStringLiteral("-i"), QString(), here},
            "must not be empty");
        if (::geteuid() == 0) // else the right to send is missing first
            row("a source of others",
                {QStringLiteral("trace"), QStringLiteral("-s"), QStringLiteral("192.0.2.1"), here},
                "192.0.2.1 is no address of this machine");
    }

    void whatThisMachineRoutesToItselfIsItsOwn()
    {
        if (::geteuid() != 0)
            QSKIP("needs the right to send");
        const Outcome outcome =
            runCli({QStringLiteral("ping"), QStringLiteral("-c"), QStringLiteral("1"), QStringLiteral("-I"),
                    QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.1")});
        QCOMPARE(outcome.code, 0);
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

    void badArgumentsEndWithThreeAndName()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        const Outcome outcome = runCli(arguments);
        QCOMPARE(outcome.code, 3);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.error.contains(named), outcome.error.constData());
    }

    void aBadEnvironmentEndsWithThreeAndNamesTheVariable()
    {
        const Outcome outcome = runCli({QStringLiteral("doctor")},
                                       {{QStringLiteral("PARALLAX_HTTP_PORT"), QStringLiteral("70000")}});
        QCOMPARE(outcome.code, 3);
        QVERIFY(outcome.error.contains("PARALLAX_HTTP_PORT"));
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
