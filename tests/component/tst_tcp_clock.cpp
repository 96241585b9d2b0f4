// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/component/tcp_service.h"

#include "core/timing/tcp_time.h"

#include <memory>

using namespace parallax;
using namespace std::chrono_literals;

/// The TCP time and echo server, on loopback.
class TestTcpClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeIsAnsweredWithTheTimeAndTheCounts()
    {
        const TcpService service;
        Visitor visitor(service);
        visitor.ask("time\n");
        const auto second = parseTcpTime(visitor.ask("time\n").toStdString());
        QVERIFY(second);
        QCOMPARE(second.value().connection, std::uint64_t{1});
        QCOMPARE(second.value().requests, std::uint64_t{2});
        QVERIFY(std::chrono::abs(second.value().time - wallClock()) < 1s);
    }

    void everyOtherLineIsEchoed()
    {
        const TcpService service;
        Visitor visitor(service);
        QCOMPARE(visitor.ask("hello\r\n"), QByteArray("hello\r\n"));
        QCOMPARE(visitor.ask(QByteArray("\0\xff\n", 3)), QByteArray("\0\xff\n", 3));
    }

    void whoAsksAndClosesAtOnceIsAnsweredToo()
    {
        const TcpService service;
        Visitor visitor(service);
        visitor.socket.write("time\n");
        visitor.socket.disconnectFromHost();
        QTRY_COMPARE(service.connection().end, TcpClockEnd::Left);
        QCOMPARE(service.connection().times, std::uint64_t{1});
        QVERIFY(service.connection().bytesOut > 0);
    }

    void connectionsAreCountedEach()
    {
        const TcpService service;
        Visitor one(service);
        Visitor two(service);
        one.ask("time\n");
        const QByteArray answer = two.ask("time\n");
        two.ask("hello\n");
        QTRY_COMPARE(service.totals().requests, std::uint64_t{3});
        const TcpClockConnection second = service.connection(2);
        QCOMPARE(second.times, std::uint64_t{1});
        QCOMPARE(second.echoes, std::uint64_t{1});
        QCOMPARE(second.bytesIn, std::uint64_t{11});
        QCOMPARE(second.bytesOut, static_cast<std::uint64_t>(answer.size()) + 6);
        QCOMPARE(second.peer.port, two.socket.localPort());
        QVERIFY(second.peer.address.isLoopback());
        QCOMPARE(service.totals().open, std::uint64_t{2});
    }

    void aConnectionMoreThanTheMostIsRefusedUntilOneLeaves()
    {
        const TcpService service({.mostConnections = 2});
        Visitor one(service);
        Visitor two(service);
        QVERIFY(!two.ask("time\n").isEmpty());
        Visitor three(service);
        QVERIFY(three.isCutOff());
        QTRY_COMPARE(service.totals().refused, std::uint64_t{1});
        one.socket.disconnectFromHost();
        QTRY_COMPARE(service.totals().open, std::uint64_t{1});
        Visitor four(service);
        QVERIFY(!four.ask("time\n").isEmpty());
    }

    void oneAddressMayNotTakeAllPlaces()
    {
        const TcpService service({.mostOfOneAddress = 1});
        const auto from = [&](const char *address) {
            auto socket = std::make_unique<QTcpSocket>();
            socket->bind(QHostAddress(QLatin1String(address)));
            socket->connectToHost(QHostAddress(QHostAddress::LocalHost), service.port());
            socket->waitForConnected();
            return socket;
        };
        const auto first = from("127.0.0.5"); // loopback's own address is many
        const auto second = from("127.0.0.5");
        const auto other = from("127.0.0.6");
        QTRY_COMPARE(service.totals().refused, std::uint64_t{1});
        QTRY_COMPARE(service.totals().open, std::uint64_t{2});
        QTRY_COMPARE(second->state(), QAbstractSocket::UnconnectedState);
    }

    void aLineTooLongEndsTheConnection()
    {
        const TcpService service;
        Visitor visitor(service);
        visitor.socket.write(QByteArray(2000, 'x'));
        QVERIFY(visitor.isCutOff());
        QTRY_COMPARE(service.connection().end, TcpClockEnd::LineTooLong);
        QCOMPARE(service.connection().echoes, std::uint64_t{0});
    }

    void whoAsksNothingIsCutOff()
    {
        const TcpService service({.idle = 50ms});
        Visitor visitor(service);
        visitor.socket.write("tim"); // no line
        QVERIFY(visitor.isCutOff());
        QTRY_COMPARE(service.connection().end, TcpClockEnd::Idle);
    }

    void whoDoesNotReadIsNotReadAndThenCutOff()
    {
        const TcpService service({.stall = 200ms, .mostUnsent = 4096});
        Visitor visitor(service);
        visitor.socket.setReadBufferSize(1);
        const QByteArray questions = QByteArray("time\n").repeated(400'000); // 40 MB of answers
        visitor.socket.write(questions);
        QTRY_COMPARE_WITH_TIMEOUT(service.connection().end, TcpClockEnd::SlowReader, 30'000);
        QVERIFY(service.connection().bytesIn < static_cast<std::uint64_t>(questions.size()));
    }

    void aSlowReaderThatGoesOnGetsAllItsAnswers()
    {
        const TcpService service({.mostUnsent = 4096});
        Visitor visitor(service);
        constexpr int questions = 20'000;
        visitor.socket.write(QByteArray("time\n").repeated(questions));
        int answers = 0;
        while (answers < questions && !visitor.line().isEmpty())
            ++answers;
        QCOMPARE(answers, questions);
    }

    void stoppedItEndsAllAndStartsAgain()
    {
        TcpService service;
        Visitor visitor(service);
        visitor.ask("time\n");
        service.server.stop();
        QVERIFY(visitor.isCutOff());
        QVERIFY(!service.board.tcpServer().serving());
        QCOMPARE(service.connection().end, TcpClockEnd::Stopped);
        QCOMPARE(service.connection().times, std::uint64_t{1});
        QCOMPARE(service.totals().open, std::uint64_t{0});
        service.server.start({.port = 0});
        Visitor again(service);
        QVERIFY(!again.ask("time\n").isEmpty());
    }

    void aPortInUseAndAForeignAddressAreErrors()
    {
        const TcpService service;
        TcpService second;
        second.server.start({.port = service.port()});
        QCOMPARE(second.board.tcpServer().failed()->code, ErrorCode::Unavailable);
        second.server.start({.bind = IpAddress::fromV4(0xc0000201), .port = 0});
        QCOMPARE(second.board.tcpServer().failed()->code, ErrorCode::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestTcpClock)
#include "tst_tcp_clock.moc"
