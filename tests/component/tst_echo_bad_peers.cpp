// SPDX-License-Identifier: GPL-3.0-or-later
#include "echo_service.h"
#include "raw_client.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t one = 1;
constexpr std::chrono::milliseconds littleTime{60};
const QByteArray goodRequestPath = "/ws/a-good-token";

bool isRefused(RawClient &client, int status)
{
    return QTest::qWaitFor([&] {
        return client.socket.state() == QAbstractSocket::UnconnectedState
            && client.socket.peek(64).startsWith("HTTP/1.1 " + QByteArray::number(status) + ' ');
    });
}

QByteArray pong(qint64 nonce)
{
    return R"({"type":"pong","timestamp":)" + QByteArray::number(nonce) + '}';
}

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList().size();
}

bool isClosedUnanswered(std::uint16_t port)
{
    RawClient client(port);
    return QTest::qWaitFor([&] { return client.socket.state() == QAbstractSocket::UnconnectedState; }, 20'000)
        && client.socket.readAll().isEmpty();
}

} // namespace

/// What those get who do not behave (design.md, "What a bad peer gets").
class TestEchoBadPeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("no token") << QByteArray("GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n") << 403;
        QTest::newRow("wrong token") << QByteArray("GET /ws/b HTTP/1.1\r\nUpgrade: websocket\r\n\r\n") << 403;
        QTest::newRow("token and more")
            << QByteArray("GET /ws/a-good-token/x HTTP/1.1\r\nUpgrade: websocket\r\n\r\n") << 403;
        QTest::newRow("no WebSocket") << QByteArray("GET /ws/a-good-token HTTP/1.1\r\n\r\n") << 426;
        QTest::newRow("another method")
            << QByteArray("POST /ws/a-good-token HTTP/1.1\r\nUpgrade: websocket\r\n\r\n") << 426;
        QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01 hello\r\n\r\n") << 400;
        QTest::newRow("damaged header") << QByteArray("GET / HTTP/1.1\r\nnonsense\r\n\r\n") << 400;
        QTest::newRow("too long") << "GET /" + QByteArray(9000, 'a') << 431;
    }

    void aRequestIsRefused()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        EchoService service;
        RawClient client(service.port);
        client.socket.write(request);
        QVERIFY(isRefused(client, status));
        QVERIFY(service.connections.empty());
    }

    void oneAddressHoldsOnlySoMany()
    {
        EchoService service({.maxSocketsPerAddress = 2, .fronts = {}});
        RawClient first(service.port);
        RawClient second(service.port);
        first.upgrade(goodRequestPath);
        second.upgrade(goodRequestPath);
        QTRY_COMPARE(service.connections.size(), std::size_t{2});
        RawClient third(service.port);
        third.upgrade(goodRequestPath);
        QVERIFY(isRefused(third, 429));
        service.connections.clear(); // both leave: there is room again
        RawClient fourth(service.port);
        fourth.upgrade(goodRequestPath);
        QTRY_COMPARE(service.connections.size(), one);
    }

    /// Each connection that is too many is closed, and costs no descriptor.
    void beyondTwiceTheLimitNobodyIsAnswered()
    {
        EchoService service({.maxSocketsPerAddress = 1, .fronts = {}});
        RawClient first(service.port);
        RawClient second(service.port);
        QTRY_COMPARE(second.socket.state(), QAbstractSocket::ConnectedState);
        const auto before = openDescriptors();
        for (int i = 0; i < 5; ++i)
            QVERIFY(isClosedUnanswered(service.port));
        QTRY_COMPARE(openDescriptors(), before);
    }

    void theLongestSilentMakeRoomWhenAllPlacesAreTaken()
    {
        EchoService service({.maxSockets = 3});
        RawClient longest(service.port);
        RawClient second(service.port);
        RawClient third(service.port);
        QSignalSpy gone(&longest.socket, &QTcpSocket::disconnected);
        QTRY_COMPARE(third.socket.state(), QAbstractSocket::ConnectedState);
        RawClient tester(service.port);
        tester.upgrade(goodRequestPath);
        QTRY_COMPARE(service.connections.size(), one);
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(third.socket.state(), QAbstractSocket::ConnectedState);
    }

    void aSlowRequestIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("begun");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half") << QByteArray("GET /ws/a-good-token HTTP/1.1\r\nUpgr");
        QTest::newRow("whole, without a key")
            << QByteArray("GET /ws/a-good-token HTTP/1.1\r\nUpgrade: websocket\r\n\r\n");
    }

    void aSlowRequestIsCutOff()
    {
        QFETCH(QByteArray, begun);
        EchoService service({.requestTime = littleTime});
        RawClient client(service.port);
        QSignalSpy connected(&client.socket, &QTcpSocket::connected);
        QSignalSpy disconnected(&client.socket, &QTcpSocket::disconnected);
        client.socket.write(begun);
        QTRY_COMPARE(disconnected.size(), 1);
        QCOMPARE(connected.size(), 1);
        QVERIFY(service.connections.empty());
    }

    void aFrameClosesTheConnection_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const auto frame = [](quint8 first, const QByteArray &payload) {
            return RawClient::frame(first, payload);
        };
        const quint8 whole = RawClient::final;
        QTest::newRow("binary") << frame(whole | RawClient::Binary, "x") << 1003;
        QTest::newRow("too long") << frame(whole | RawClient::Text, QByteArray(5000, ' ')) << 1009;
        QTest::newRow("in parts, too long")
            << frame(RawClient::Text, QByteArray(3000, ' ')) + frame(whole, QByteArray(3000, ' ')) << 1009;
        QTest::newRow("20 malformed messages") << frame(whole | RawClient::Text, "{").repeated(20) << 1008;
        QTest::newRow("20 wrong pongs") << frame(whole | RawClient::Text, pong(1)).repeated(20) << 1008;
        QTest::newRow("20 unsolicited control pongs")
            << frame(whole | RawClient::Pong, "0123456789abcdef").repeated(20) << 1008;
        QTest::newRow("a flood of messages")
            << frame(whole | RawClient::Text, R"({"type":"hello"})").repeated(200) << 1008;
        QTest::newRow("a flood of control pings")
            << frame(whole | RawClient::Ping, QByteArray(125, 'p')).repeated(2000) << 1008;
        QTest::newRow("not UTF-8") << frame(whole | RawClient::Text, "\xff\xfe") << 1007;
    }

    void aFrameClosesTheConnection()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        EchoService service;
        RawClient client(service.port);
        client.upgrade(goodRequestPath);
        QTRY_COMPARE(service.connections.size(), one);
        QSignalSpy left(&service.connection(), &EchoConnection::left);
        client.socket.write(bytes);
        QTRY_COMPARE(left.size(), 1);
        QTRY_COMPARE(client.closeCode(), code);
        QVERIFY(!service.connection().breach().empty());
    }

    void nineteenWrongPongsAreForgiven()
    {
        EchoService service;
        RawClient client(service.port);
        client.upgrade(goodRequestPath);
        QTRY_COMPARE(service.connections.size(), one);
        client.socket.write(RawClient::frame(RawClient::final | RawClient::Text, pong(1)).repeated(19));
        QTRY_COMPARE(service.connection().badPongs(), 19);
        QVERIFY(service.connection().send({.id = ProbeId{1}}));
        QVERIFY(service.connection().take().empty());
    }

    void aReplayedPongIsIgnoredAndCounted()
    {
        EchoService service;
        Client client;
        client.socket.open(service.url(goodPath));
        QTRY_COMPARE(service.connections.size(), one);
        QVERIFY(service.connection().send({.id = ProbeId{1}}));
        QTRY_COMPARE(client.messages.size(), 1); // and answered
        client.pong(client.messages[0][QStringLiteral("timestamp")]);
        QTRY_COMPARE(service.connection().badPongs(), 1);
        QCOMPARE(service.connection().take().size(), one);
    }

    void aControlPingIsNotAnsweredByText()
    {
        EchoService service;
        RawClient client(service.port);
        client.upgrade(goodRequestPath);
        QTRY_COMPARE(service.connections.size(), one);
        QTRY_VERIFY(client.socket.peek(4096).contains("\r\n\r\n"));
        client.socket.readAll();
        QVERIFY(service.connection().send({.id = ProbeId{1}, .method = Method::WebSocketControl}));
        QTRY_VERIFY(client.socket.bytesAvailable() > 2);
        bool isHex = false;
        const qint64 nonce = client.socket.readAll().mid(2).toLongLong(&isHex, 16);
        QVERIFY(isHex);
        client.send(RawClient::Text, pong(nonce));
        QTRY_COMPARE(service.connection().badPongs(), 1);
        QVERIFY(service.connection().take().empty());
    }

    void whenBusyTheTesterIsTold()
    {
        EchoService service;
        service.admission = Admission::Busy;
        RawClient client(service.port); // Qt's own client takes 1013 for an error
        client.upgrade(goodRequestPath);
        QTRY_COMPARE(client.closeCode(), 1013);
        QVERIFY(client.socket.readAll().contains("Busy: "));
        QVERIFY(service.connections.empty());
    }

    void theLastPlaceIsGivenOnce()
    {
        EchoService service;
        service.server.setAdmit([&](const EchoRequest &) {
            return service.connections.empty() ? Admission::Accept : Admission::Busy;
        });
        RawClient first(service.port);
        RawClient second(service.port);
        first.upgrade(goodRequestPath);
        second.upgrade(goodRequestPath);
        QTRY_COMPARE(first.closeCode() + second.closeCode(), 1013);
        QCOMPARE(service.connections.size(), one);
    }

    /// Used up or revoked while the handshake ran: nothing to try again in a minute.
    void aLinkThatDiesDuringTheHandshakeIsNotBusy()
    {
        EchoService service;
        bool asked = false;
        service.server.setAdmit([&](const EchoRequest &) {
            return std::exchange(asked, true) ? Admission::Forbidden : Admission::Accept;
        });
        RawClient client(service.port);
        client.upgrade(goodRequestPath);
        QTRY_COMPARE(client.closeCode(), 1008);
        QVERIFY(client.socket.readAll().contains("This link is not valid."));
        QVERIFY(service.connections.empty());
    }

    void aPeerThatDoesNotReadIsDropped()
    {
        EchoService service;
        RawClient client(service.port);
        client.socket.setReadBufferSize(1024);
        client.upgrade(goodRequestPath);
        QTRY_COMPARE(service.connections.size(), one);
        QSignalSpy left(&service.connection(), &EchoConnection::left);
        const QString text(1000, QLatin1Char('x'));
        constexpr int manyMegabytes = 30'000; // more than any kernel buffers for one connection
        for (int i = 0; i < manyMegabytes && left.isEmpty(); ++i)
            service.connection().sendProgress(0.5, text);
        QCOMPARE(left.size(), 1);
    }

    void anAbandonedServerLeavesNothing()
    {
        auto service = std::make_unique<EchoService>();
        RawClient waiting(service->port);
        RawClient open(service->port);
        open.upgrade(goodRequestPath);
        QTRY_COMPARE(service->connections.size(), one);
        service.reset(); // the sanitizer would tell of a leak
        QTRY_COMPARE(waiting.socket.state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(open.socket.state(), QAbstractSocket::UnconnectedState);
    }
};

QTEST_GUILESS_MAIN(TestEchoBadPeers)
#include "tst_echo_bad_peers.moc"
