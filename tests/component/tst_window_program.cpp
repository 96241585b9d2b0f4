// SPDX-License-Identifier: GPL-3.0-or-later
#include "echo_service.h"

#include "core/store/session_store.h"
#include "tests/unit/copied_path.h"

#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace parallax;

/// The program with the window, as another program meets it.
class TestWindowProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignalEndsItAtOnceAndTheRunThatItCutShortIsStored()
    {
        const QTemporaryDir home;
        const QString store = home.filePath(QStringLiteral("runs.sqlite"));
        const quint16 socketPort = freePort();
        QProcess program;
        start(program, home.path(), store, socketPort);
        QVERIFY(program.canReadLine() || program.waitForReadyRead());
        const QString token = QString::fromUtf8(program.readLine().trimmed().split('/').last());
        Client tester;
        tester.socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/ws/%2").arg(socketPort).arg(token)));
        QTRY_VERIFY(tester.messages.size() >= 3); // two pongs have arrived

        ::kill(static_cast<pid_t>(program.processId()), SIGTERM);

        QTRY_COMPARE(program.state(), QProcess::NotRunning);
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        const auto opened = SessionStore::open(store, SessionStore::Access::ReadOnly);
        QVERIFY(opened);
        const auto runs = opened.value().load(2);
        QVERIFY(runs);
        QCOMPARE(runs.value().records.size(), std::size_t{1});
        QVERIFY(!runs.value().records[0].complete);
        QVERIFY(runs.value().records[0].end == SessionEnd::Revoked);
    }

    /// What it says of a damaged row tells that it was read.
    void aFileThatIsNamedIsOpened()
    {
        const CopiedPath path;
        execute(path.copy, QStringLiteral("UPDATE path_rounds SET content = 'x' WHERE first = 60"));
        QProcess program;
        program.setWorkingDirectory(path.folder.path());
        start(program, path.folder.path(), path.store, 0, {QStringLiteral("copy.parallax")});
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT(
            (said += program.readAllStandardError()).contains("Damaged rounds of a stored path"), 30'000);
        program.terminate();
        QTRY_COMPARE(program.state(), QProcess::NotRunning);
    }

    void whatIsWrongIsSaidWhereNoDisplayAnswersToo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("an option") << QStringList{QStringLiteral("--no-such-option")}
                                   << QByteArray("--no-such-option");
        QTest::newRow("the other program's command")
            << QStringList{QStringLiteral("serve")} << QByteArray("parallax-cli");
        QTest::newRow("a setting") << QStringList{QStringLiteral("--fingerprints"),
                                                  QStringLiteral("/none/such")}
                                   << QByteArray("/none/such");
    }

    void whatIsWrongIsSaidWhereNoDisplayAnswersToo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, word);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        environment.insert(QStringLiteral("DISPLAY"), QStringLiteral(":59999"));
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(PARALLAX), arguments);
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 3); // bad arguments, as design.md has it
        QVERIFY(program.readAllStandardError().contains(word));
    }

private:
    static quint16 freePort()
    {
        QTcpServer server;
        return server.listen() ? server.serverPort() : quint16{0};
    }

    static void start(QProcess &program, const QString &home, const QString &store, quint16 socketPort,
                      const QStringList &files = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *folder : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
            environment.insert(QString::fromLatin1(folder), home);
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(PARALLAX),
                      QStringList{QStringLiteral("--http-port"), QStringLiteral("0"),
                                  QStringLiteral("--ws-port"), QString::number(socketPort),
                                  QStringLiteral("--store"), store}
                          + files);
    }
};

QTEST_GUILESS_MAIN(TestWindowProgram)
#include "tst_window_program.moc"
