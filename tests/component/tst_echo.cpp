// SPDX-License-Identifier: GPL-3.0-or-later
#include "echo_service.h"
#include "raw_client.h"
#include "test_certificate.h"

#include "core/echo/tls_files.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr ProbeId firstProbe{7};
constexpr std::size_t one = 1;

quint32 dataSegmentsSent(const EchoConnection &connection)
{
    tcp_info info{};
    socklen_t length = sizeof info;
    getsockopt(static_cast<int>(connection.request().descriptor), IPPROTO_TCP, TCP_INFO, &info, &length);
    return info.tcpi_data_segs_out;
}

} // namespace

/// What an honest tester and the operator get.
class TestEcho : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPingIsAnsweredAndStamped_data()
    {
        QTest::addColumn<Method>("method");
        QTest::newRow("text, by the page") << Method::WebSocketText;
        QTest::newRow("control, by the library") << Method::WebSocketControl;
    }

    void aPingIsAnsweredAndStamped()
    {
        QFETCH(Method, method);
        EchoService service;
        Client client;
        client.socket.open(service.url(goodPath));
        QTRY_COMPARE(service.connections.size(), one);
        QSignalSpy replied(&service.connection(), &EchoConnection::replied);
        const Timestamp sent = wallClock();
        QVERIFY(service.connection().send({.id = firstProbe, .method = method}));
        QVERIFY(replied.wait());
        const std::vector<Reply> replies = service.connection().take();
        QCOMPARE(replies.size(), one);
        QVERIFY(replies[0].id == firstProbe);
        QVERIFY(replies[0].kind == ReplyKind::Pong);
        QVERIFY(replies[0].received > sent && replies[0].received <= wallClock());
        QVERIFY(replies[0].from == service.connection().request().flow.remote.address);
        QCOMPARE(service.connection().badPongs(), 0);
        QVERIFY(service.connection().take().empty());
    }

    void aPingLeavesAtOnceInOneSegment_data() { aPingIsAnsweredAndStamped_data(); }

    void aPingLeavesAtOnceInOneSegment()
    {
        QFETCH(Method, method);
        EchoService service;
        Client client;
        client.socket.open(service.url(goodPath));
        QTRY_COMPARE(service.connections.size(), one);
        const quint32 before = dataSegmentsSent(service.connection());
        QVERIFY(service.connection().send({.id = firstProbe, .method = method}));
        QCOMPARE(dataSegmentsSent(service.connection()), before + 1); // without returning to the event loop
    }

    void noncesCannotBeGuessedFromEachOther()
    {
        EchoService service;
        Client client;
        client.socket.open(service.url(goodPath));
        QTRY_COMPARE(service.connections.size(), one);
        QVERIFY(service.connection().send({.id = ProbeId{1}}));
        QVERIFY(service.connection().send({.id = ProbeId{2}}));
        QTRY_COMPARE(client.messages.size(), 2);
        const qint64 first = client.messages[0][QStringLiteral("timestamp")].toInteger();
        const qint64 second = client.messages[1][QStringLiteral("timestamp")].toInteger();
        QVERIFY(first > 0 && second > 0);
        QVERIFY(std::abs(first - second) > 1'000'000); // by chance once in some thousand million runs
    }

    void theOriginalPageIsServedARunInAnonymousModeOnly()
    {
        EchoService anonymous({.anonymous = true});
        Client original; // sends nothing of its own, knows ping and result
        original.socket.open(anonymous.url(QStringLiteral("/")));
        QTRY_COMPARE(anonymous.connections.size(), one);
        QVERIFY(anonymous.connection().request().token.empty());
        QSignalSpy replied(&anonymous.connection(), &EchoConnection::replied);
        QVERIFY(anonymous.connection().send({.id = firstProbe}));
        QVERIFY(replied.wait());
        anonymous.connection().sendResult({{QStringLiteral("ws_min_rtt_ms"), 1.5}});
        anonymous.connection().close(CloseCode::Normal, {});
        QTRY_COMPARE(original.socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(original.closeCode(), 1000);
        QCOMPARE(original.messages.last()[QStringLiteral("type")].toString(), QStringLiteral("result"));
        QCOMPARE(original.messages.last()[QStringLiteral("data")][QStringLiteral("ws_min_rtt_ms")].toDouble(),
                 1.5);

        EchoService invitedOnly;
        QSignalSpy refused(&original.socket, &QWebSocket::disconnected);
        original.socket.open(invitedOnly.url(QStringLiteral("/")));
        QVERIFY(refused.wait());
        QVERIFY(original.socket.errorString().contains(QStringLiteral("403")));
    }

    void thePageTellsOfItselfAndOfItsVisibility()
    {
        EchoService service;
        Client client;
        client.socket.open(service.url(goodPath));
        QTRY_COMPARE(service.connections.size(), one);
        QTRY_VERIFY(client.socket.isValid()); // the server knows of the connection a little earlier
        QStringList order;
        Hello heard;
        EchoConnection *connection = &service.connection();
        connect(connection, &EchoConnection::hello, this, [&](const Hello &hello) {
            order << QStringLiteral("hello");
            heard = hello;
        });
        connect(connection, &EchoConnection::visibilityChanged, this, [&](bool visible) {
            order << (visible ? QStringLiteral("visible") : QStringLiteral("hidden"));
        });
        client.say({{QStringLiteral("type"), QStringLiteral("hello")},
                    {QStringLiteral("time_zone"), QStringLiteral("Europe/Berlin")},
                    {QStringLiteral("language"), QStringLiteral("de-DE")},
                    {QStringLiteral("visible"), true}});
        client.say(
            {{QStringLiteral("type"), QStringLiteral("visibility")}, {QStringLiteral("visible"), false}});
        QTRY_COMPARE(order.join(QLatin1Char(' ')), QStringLiteral("hello hidden"));
        QVERIFY(heard == (Hello{.timeZone = "Europe/Berlin", .language = "de-DE", .visible = true}));
    }

    void theRequestSaysWhoAsks()
    {
        EchoService service;
        Client client;
        QNetworkRequest request(service.url(goodPath));
        request.setRawHeader("User-Agent", "Mozilla/5.0 (Test)");
        request.setRawHeader("X-Forwarded-For", "198.51.100.1");
        client.socket.open(request);
        QTRY_COMPARE(service.connections.size(), one);
        const EchoRequest &seen = service.connection().request();
        QCOMPARE(seen.userAgent, std::string("Mozilla/5.0 (Test)"));
        QCOMPARE(seen.forwardingHeaders, std::vector<std::string>{"x-forwarded-for"});
        QCOMPARE(seen.flow.local.port, service.port);
        QCOMPARE(seen.flow.remote.port, client.socket.localPort());
        QVERIFY(seen.flow.remote.address.isV4() && seen.flow.remote.address.isLoopback());
        QVERIFY(service.connection().tcp().has_value());
    }

    void someoneWhoLeavesIsReportedOnce()
    {
        EchoService service;
        Client client;
        client.socket.open(service.url(goodPath));
        QTRY_COMPARE(service.connections.size(), one);
        QSignalSpy left(&service.connection(), &EchoConnection::left);
        client.socket.abort();
        QVERIFY(left.wait());
        service.connection().close(CloseCode::Normal, {});
        QVERIFY(!service.connection().send({.id = firstProbe}));
        QCOMPARE(left.size(), 1);
    }

    void overTlsEverythingIsTheSame()
    {
        const TestCertificate certificate;
        if (!certificate.made)
            QSKIP("openssl could not make a certificate");
        const auto tls = readTlsFiles(certificate.certificate(), certificate.key());
        QVERIFY(bool(tls));
        EchoService service({.tls = tls.value()});
        Client client;
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.setPeerVerifyMode(QSslSocket::VerifyNone); // self-signed
        client.socket.setSslConfiguration(trusting);
        client.socket.open(service.url(goodPath));
        QTRY_COMPARE(service.connections.size(), one);
        QVERIFY(service.connection().request().secure);
        QSignalSpy replied(&service.connection(), &EchoConnection::replied);
        const quint32 before = dataSegmentsSent(service.connection());
        QVERIFY(service.connection().send({.id = firstProbe}));
        QCOMPARE(dataSegmentsSent(service.connection()), before + 1);
        QVERIFY(replied.wait());
        QVERIFY(service.connection().take().at(0).id == firstProbe);
    }

    void overTlsAPeerThatDoesNotReadIsDroppedToo()
    {
        const TestCertificate certificate;
        if (!certificate.made)
            QSKIP("openssl could not make a certificate");
        EchoService service({.tls = readTlsFiles(certificate.certificate(), certificate.key()).value()});
        QSslSocket client;
        client.setPeerVerifyMode(QSslSocket::VerifyNone); // self-signed
        client.setReadBufferSize(1024);
        client.connectToHostEncrypted(QStringLiteral("localhost"), service.port);
        client.write(RawClient::upgradeRequest(goodPath.toUtf8()));
        QTRY_COMPARE(service.connections.size(), one);
        const QSignalSpy left(&service.connection(), &EchoConnection::left);
        const QString text(1000, QLatin1Char('x'));
        constexpr int manyMegabytes = 30'000; // more than any kernel buffers for one connection
        for (int i = 0; i < manyMegabytes && left.isEmpty(); ++i)
            service.connection().sendProgress(0.5, text);
        QCOMPARE(left.size(), 1);
    }

    void aTlsHandshakeThatNeverComesIsCutOff()
    {
        const TestCertificate certificate;
        if (!certificate.made)
            QSKIP("openssl could not make a certificate");
        EchoService service(
            {.tls = readTlsFiles(certificate.certificate(), certificate.key()).value(), .requestTime = 60ms});
        QTcpSocket silent;
        QSignalSpy disconnected(&silent, &QTcpSocket::disconnected);
        silent.connectToHost(QHostAddress(QHostAddress::LocalHost), service.port);
        QTRY_COMPARE(disconnected.size(), 1);
    }

    void unusableTlsFilesAreNamed()
    {
        const TestCertificate certificate;
        if (!certificate.made)
            QSKIP("openssl could not make a certificate");
        const auto swapped = readTlsFiles(certificate.key(), certificate.certificate());
        QVERIFY(!swapped && swapped.error().code == ErrorCode::Malformed);
        const TestCertificate other;
        const auto mixed = readTlsFiles(certificate.certificate(), other.key());
        QVERIFY(!mixed && mixed.error().code == ErrorCode::Malformed);
        QVERIFY(mixed.error().message.find("cannot be used") != std::string::npos);
        const auto missing = readTlsFiles("no-such-file.pem", certificate.key());
        QVERIFY(!missing && missing.error().code == ErrorCode::Io);
        QVERIFY(missing.error().message.find("no-such-file.pem") != std::string::npos);
    }

    void aPortInUseIsNamed()
    {
        EchoService first;
        EchoServer second;
        const auto refused =
            second.listen({.bind = QHostAddress(QHostAddress::LocalHost), .port = first.port});
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::Unavailable);
        QVERIFY(refused.error().message.find(std::to_string(first.port)) != std::string::npos);
    }

    void aThousandTestersAreLetInAtOnce()
    {
        constexpr int thousand = 1000;
        EchoService service;
        rlimit descriptors{};
        getrlimit(RLIMIT_NOFILE, &descriptors);
        if (descriptors.rlim_cur < 3 * thousand)
            QSKIP("too few file descriptors are allowed here");
        std::vector<std::unique_ptr<Client>> clients(thousand);
        for (auto &client : clients) {
            client = std::make_unique<Client>();
            client->socket.open(service.url(goodPath));
        }
        QTRY_COMPARE(service.connections.size(), clients.size());
        std::size_t answered = 0;
        for (const auto &connection : service.connections) {
            connect(connection.get(), &EchoConnection::replied, this, [&] { ++answered; });
            QVERIFY(connection->send({.id = firstProbe}));
        }
        QTRY_COMPARE(answered, clients.size());
    }
};

QTEST_GUILESS_MAIN(TestEcho)
#include "tst_echo.moc"
