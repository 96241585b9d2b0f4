// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <QUdpSocket>

#include <csignal>

namespace {

/// A place on this machine that packets are sent to.
struct Target {
    Target() { socket.bind(QHostAddress::LocalHost); }
    bool isReached() const { return socket.hasPendingDatagrams(); }
    QStringList arguments(const char *wait = "0.2") const
    {
        return {QStringLiteral("packet"),
                QStringLiteral("--template"),
                QStringLiteral("udp"),
                QStringLiteral("--send"),
                QStringLiteral("--json"),
                QStringLiteral("--wait"),
                QString::fromLatin1(wait),
                QStringLiteral("--set"),
                QStringLiteral("ip.target=127.0.0.1"),
                QStringLiteral("--set"),
                QStringLiteral("udp.target_port=%1").arg(socket.localPort())};
    }

    QUdpSocket socket;
};

void start(QProcess &program, const QStringList &arguments)
{
    program.start(QStringLiteral(PARALLAX_CLI), arguments);
}

} // namespace

/// `parallax-cli packet --send`, as a script uses it.
class TestPacketCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Target target;
        QProcess program;
        start(program, target.arguments());
        QVERIFY(program.waitForFinished());
        if (program.exitCode() == 4)
            QSKIP("packets cannot be sent from here");
    }

    void nothingLeavesWhereTheAnswersCannotBeSaved()
    {
        const Target target;
        QProcess program;
        start(program,
              target.arguments()
                  + QStringList{QStringLiteral("--pcapng"), QStringLiteral("/nonexistent/x.pcapng")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 4);
        QVERIFY(program.readAllStandardError().contains("cannot write /nonexistent/x.pcapng"));
        QTest::qWait(50);
        QVERIFY(!target.isReached());
    }

    void everyCopyIsCountedAsAnsweredOrLost()
    {
        Target target;
        const QStringList arguments = target.arguments("2");
        target.socket.close(); // its port now answers with an error for each copy
        QProcess program;
        start(program,
              arguments
                  + QStringList{QStringLiteral("--count"), QStringLiteral("2"), QStringLiteral("--interval"),
                                QStringLiteral("0.1")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        const QJsonObject shown = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
        const QJsonArray answers = shown[QStringLiteral("answers")].toArray();
        QCOMPARE(answers.size(), qsizetype{2});
        QCOMPARE(answers[1].toObject()[QStringLiteral("copy")].toInt(), 1);
        const QJsonObject summary = shown[QStringLiteral("summary")].toObject();
        QCOMPARE(summary[QStringLiteral("answered")].toInt(), 2);
        QCOMPARE(summary[QStringLiteral("lost")].toInt(), 0);
    }

    void anInterruptBeforeEveryCopyIsSentIs130AndShowsWhatThereIs()
    {
        const Target target;
        QProcess program;
        start(program,
              target.arguments()
                  + QStringList{QStringLiteral("--count"), QStringLiteral("10"), QStringLiteral("--interval"),
                                QStringLiteral("5")});
        QTRY_VERIFY(target.isReached());
        ::kill(static_cast<pid_t>(program.processId()), SIGTERM); // as timeout(1) does
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 130);
        const QJsonObject shown = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
        QCOMPARE(shown[QStringLiteral("sent")].toArray().size(), qsizetype{1});
    }

    void anInterruptWhileItWaitsForTheLastAnswerIsNone()
    {
        const Target target;
        QProcess program;
        start(program, target.arguments("60"));
        QTRY_VERIFY(target.isReached());
        ::kill(static_cast<pid_t>(program.processId()), SIGINT);
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 1); // nobody answered
    }

    void anInterruptedWaitIsNotSaidToBeOver()
    {
        const Target target;
        QStringList arguments = target.arguments("60");
        arguments.removeOne(QStringLiteral("--json"));
        QProcess program;
        start(program, arguments);
        QTRY_VERIFY(target.isReached());
        ::kill(static_cast<pid_t>(program.processId()), SIGINT);
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.readAllStandardOutput(), QByteArray("Stopped; nothing had come back so far.\n"));
    }
};

QTEST_GUILESS_MAIN(TestPacketCli)
#include "tst_packet_cli.moc"
