// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log_file.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace parallax;

namespace {

Q_LOGGING_CATEGORY(log, "parallax.test")

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestLogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aMessageIsInTheFileWithItsCategory()
    {
        LogFile file({.file = path()});
        qCInfo(log, "a tester came");
        QVERIFY(contentOf(path()).endsWith(" info parallax.test: a tester came\n"));
    }

    void theFolderIsMadeAndTheFileIsTheOwnersAlone()
    {
        const QString deep = m_folder->path() + QStringLiteral("/a/b/parallax.log");
        LogFile file({.file = deep});
        qCInfo(log, "x");
        QCOMPARE(QFile::permissions(deep) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions{});
        QVERIFY(contentOf(deep).endsWith("x\n"));
    }

    void debugMessagesNeedVerbosity()
    {
        LogFile file({.file = path(), .verbosity = 1});
        qCDebug(log, "detail");
        QCOMPARE(contentOf(path()), QByteArray());
    }

    void aFullFileMakesRoomAndOnlyAFewAreKept()
    {
        LogFile file({.file = path(), .largestFile = 200, .files = 3});
        for (int line = 0; line < 40; ++line)
            qCInfo(log, "line %d of many", line);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files, QDir::Name),
                 (QStringList{QStringLiteral("parallax.log"), QStringLiteral("parallax.log.1"),
                              QStringLiteral("parallax.log.2")}));
        QVERIFY(contentOf(path()).contains("line 39 of many"));
        QVERIFY(QFile(path() + QStringLiteral(".1")).size() <= 200);
        QVERIFY(QFile(path() + QStringLiteral(".1")).size() > 100);
    }

    void threadsDoNotTearLines()
    {
        LogFile file({.file = path()});
        const auto logMany = [] {
            for (int line = 0; line < 200; ++line)
                qCInfo(log, "0123456789");
        };
        const std::unique_ptr<QThread> other(QThread::create(logMany));
        other->start();
        logMany();
        other->wait();
        const QByteArrayList lines = contentOf(path()).split('\n');
        QCOMPARE(lines.size(), 401);
        QCOMPARE(
            std::count_if(lines.begin(), lines.end(),
                          [](const QByteArray &l) { return l.endsWith(" info parallax.test: 0123456789"); }),
            400);
    }

    void whoeverListensGetsTheLineEvenWhenItLogs()
    {
        LogFile file({});
        QStringList heard;
        connect(&file, &LogFile::lineWritten, this, [&heard](const QString &line) {
            heard << line;
            qCInfo(log, "answered");
        });
        qCInfo(log, "asked");
        QCOMPARE(heard.size(), 1);
        QVERIFY(heard.first().endsWith(QStringLiteral("asked")));
    }

    void secretsAndControlCharactersStayOut_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("written");
        QTest::newRow("a link") << QStringLiteral("at http://192.0.2.7:8081/t/k3VabcdefghijklmnopqrS now")
                                << QStringLiteral("at http://192.0.2.7:8081/t/… now");
        QTest::newRow("a socket's path") << QStringLiteral("/ws/short-1?x") << QStringLiteral("/ws/…?x");
        QTest::newRow("a bare token")
            << QStringLiteral("token k3VabcdefghijklmnopqrS.") << QStringLiteral("token ….");
        QTest::newRow("a bearer's") << QStringLiteral(
            "(\"Authorization\", \"Bearer k3VabcdefghijklmnopqrS_-0123456789\")")
                                    << QStringLiteral("(\"Authorization\", \"Bearer …\")");
        QTest::newRow("a short bearer's")
            << QStringLiteral("bearer  k3Vabcdefghij+/.~==, x") << QStringLiteral("bearer  …, x");
        const QString filler(1990, QLatin1Char(' '));
        QTest::newRow("where the message is cut")
            << filler + QStringLiteral("k3VabcdefghijklmnopqrS") << filler + QStringLiteral("…");
        QTest::newRow("a UUID is no token") << QStringLiteral("6fa459ea-ee8a-4ca4-894e-db77e160355e")
                                            << QStringLiteral("6fa459ea-ee8a-4ca4-894e-db77e160355e");
        QTest::newRow("a forged line")
            << QStringLiteral("agent\n2026 error") << QStringLiteral("agent\uFFFD2026 error");
        QTest::newRow("a terminal's escape") << QStringLiteral("\x1b[31m") << QStringLiteral("\uFFFD[31m");
    }

    void secretsAndControlCharactersStayOut()
    {
        QFETCH(QString, message);
        QFETCH(QString, written);
        QCOMPARE(safeForLog(message), written);
    }

    void aStrangerCannotFillTheLogWithWarningsOfQts()
    {
        const QLoggingCategory server("qt.httpserver");
        LogFile file({.file = path(), .verbosity = 2});
        qCWarning(server, "a WebSocket came");
        QCOMPARE(contentOf(path()), QByteArray());
        qCCritical(server, "no port");
        QVERIFY(contentOf(path()).endsWith(" error qt.httpserver: no port\n"));
    }

    void aHugeMessageIsCut() { QCOMPARE(safeForLog(QString(1'000'000, QLatin1Char('x'))).size(), 2000); }

    void aFileThatCannotBeWrittenStopsNothing()
    {
        LogFile file({.file = QStringLiteral("/proc/parallax/parallax.log")});
        const QSignalSpy heard(&file, &LogFile::lineWritten);
        qCInfo(log, "still here");
        QCOMPARE(heard.size(), 1);
    }

private:
    QString path() const { return m_folder->path() + QStringLiteral("/parallax.log"); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_log_file.moc"
