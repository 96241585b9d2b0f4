// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/tcp_crowd.h"

#include "core/timing/tcp_time.h"
#include "tests/component/tcp_service.h"

#include <QDir>
#include <QSignalSpy>
#include <QTcpServer>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

/// A crowd that is waited for.
const TcpCrowdSummary &played(TcpCrowd &crowd)
{
    QSignalSpy finished(&crowd, &TcpCrowd::finished);
    crowd.start({QHostAddress(QHostAddress::LocalHost)});
    finished.wait(30'000);
    return crowd.summary();
}

qsizetype threadsOfThisProcess()
{
    return QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
}

} // namespace

/// The TCP clients, simple and many at once, on loopback.
class TestTcpCrowd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCrowdIsServedByTheFewThreads()
    {
        const qsizetype before = threadsOfThisProcess();
        const TcpService service({}, 3);
        TcpCrowd crowd({.host = "127.0.0.1", .port = service.port(), .connections = 300, .count = 20});
        QSignalSpy answered(&crowd, &TcpCrowd::answered);
        QSignalSpy finished(&crowd, &TcpCrowd::finished);
        crowd.start({QHostAddress(QHostAddress::LocalHost)});
        QVERIFY(answered.wait());
        QCOMPARE(threadsOfThisProcess() - before, qsizetype{3});
        QVERIFY(finished.wait(30'000));
        const TcpCrowdSummary &summary = crowd.summary();
        QCOMPARE(summary.connected, 300);
        QCOMPARE(summary.failed, 0);
        QCOMPARE(summary.answered, std::uint64_t{6000});
        QCOMPARE(summary.rtts.size(), std::size_t{6000});
        QVERIFY(summary.quickest->lowest() <= 1us && summary.quickest->highest() >= -1us); // the same clock
        QTRY_COMPARE(service.totals().open, std::uint64_t{0});
        QCOMPARE(service.totals().requests, std::uint64_t{6000});
        QCOMPARE(service.totals().accepted, std::uint64_t{300});
        QCOMPARE(service.connection(7).times, std::uint64_t{20});
    }

    void aServerThatIsNoneIsFoundOut_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("says");
        QTest::newRow("another protocol")
            << QByteArray("HTTP/1.1 400 Bad Request\r\n") << QStringLiteral("not the answer");
        QTest::newRow("a line without end") << QByteArray(4000, 'x') << QStringLiteral("too long");
        QTest::newRow("two answers at once") << QByteArray::fromStdString(tcpTimeText({}) + tcpTimeText({}))
                                             << QStringLiteral("not asked for");
        QTest::newRow("silence") << QByteArray() << QStringLiteral("in time");
    }
    void aServerThatIsNoneIsFoundOut()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, says);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] { socket->write(answer); });
        });
        TcpCrowd crowd(
            {.host = "127.0.0.1", .port = server.serverPort(), .interval = 10ms, .patience = 300ms});
        const TcpCrowdSummary &summary = played(crowd);
        QCOMPARE(summary.connected, 1);
        QCOMPARE(summary.failed, 1);
        QVERIFY2(QString::fromStdString(summary.trouble->message).contains(says),
                 summary.trouble->message.c_str());
    }

    void whereNobodyListensNobodyIsConnected()
    {
        TcpCrowd crowd({.host = "127.0.0.1", .port = 9, .connections = 3});
        const TcpCrowdSummary &summary = played(crowd);
        QCOMPARE(summary.connected, 0);
        QCOMPARE(summary.failed, 3);
        QCOMPARE(summary.answered, std::uint64_t{0});
    }

    void whereTheSystemRefusesToConnectAtOnceTheCrowdIsOver()
    {
        TcpCrowd crowd({.host = "255.255.255.255", .port = 9, .connections = 2});
        QSignalSpy finished(&crowd, &TcpCrowd::finished);
        crowd.start({QHostAddress(QHostAddress::Broadcast)});
        QVERIFY(finished.wait(30'000));
        QCOMPARE(crowd.summary().connected, 0);
        QCOMPARE(crowd.summary().failed, 2);
    }

    void whereNobodyListensTheHostsNextAddressIsTried()
    {
        const TcpService service; // of 127.0.0.1 alone
        TcpCrowd crowd({.host = "localhost", .port = service.port(), .connections = 3, .count = 2});
        QSignalSpy finished(&crowd, &TcpCrowd::finished);
        crowd.start({QHostAddress(QStringLiteral("127.0.0.9")), QHostAddress(QHostAddress::LocalHost)});
        QVERIFY(finished.wait(30'000));
        QCOMPARE(crowd.summary().connected, 3);
        QCOMPARE(crowd.summary().failed, 0);
        QCOMPARE(crowd.summary().answered, std::uint64_t{6});
    }

    void anOwnClockThatIsSetMeanwhileMakesNoQuickestAnswer()
    {
        const Timestamp noon(1'769'860'800s);
        const auto exchange = [noon](Duration took) {
            return ClockExchange{noon, noon + 1ms, noon + 1ms, noon + took};
        };
        TcpCrowdSummary summary;
        summary.add({.exchange = exchange(4ms), .rtt = 4ms});
        summary.add({.exchange = exchange(2ms), .rtt = 60ms}); // set back by 58 ms
        summary.add({.exchange = exchange(3ms), .rtt = 3ms});
        summary.add({.exchange = exchange(5ms), .rtt = 5ms});
        QCOMPARE(summary.answered, std::uint64_t{4});
        QCOMPARE(summary.quickest->rtt(), Duration(3ms));
    }

    void requestsKeepTheirInterval()
    {
        const TcpService service;
        TcpCrowd crowd({.host = "127.0.0.1", .port = service.port(), .count = 5, .interval = 50ms});
        std::vector<Timestamp> sent;
        connect(&crowd, &TcpCrowd::answered, this,
                [&](const TcpTimeSample &sample) { sent.push_back(sample.exchange.sent); });
        played(crowd);
        QCOMPARE(sent.size(), std::size_t{5});
        QVERIFY(sent.back() - sent.front()
                >= 190ms); // four intervals; timers are a millisecond early at most
    }
};

QTEST_GUILESS_MAIN(TestTcpCrowd)
#include "tst_tcp_crowd.moc"
