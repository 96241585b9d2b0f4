// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_service.h"
#include "test_certificate.h"

#include "core/echo/tls_files.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const QByteArray token = "abcdefghijklmnopqrstuv";

Update invitation(InvitationState state, const std::string &name = {}, std::optional<IpAddress> usedFrom = {})
{
    const Timestamp now = wallClock();
    return InvitationChanged{{.token = token.toStdString(),
                              .name = name,
                              .created = now - 1h,
                              .expires = state == InvitationState::Expired ? now - 1min : now + 1h,
                              .maxUses = 1,
                              .uses = state == InvitationState::UsedUp ? 1 : 0,
                              .revoked = state == InvitationState::Revoked},
                             usedFrom};
}

} // namespace

class TestPageServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anInvitedBrowserGetsThePage()
    {
        Service service;
        service.server.apply({invitation(InvitationState::Usable, "Anna <script>")});
        const QByteArray answer = service.get("/t/" + token);
        QVERIFY(hasStatus(answer, 200));
        QVERIFY(answer.contains("id=\"start\""));
        QVERIFY(answer.contains("<section id=\"result\" tabindex=\"-1\"></section>"));
        QVERIFY(answer.contains("ws://tester.example:8080/ws/" + token));
        QVERIFY(answer.contains("Anna &lt;script&gt;"));
        QVERIFY(!answer.contains("{{"));
    }

    void thePageKnowsHowManyRunsAVisitHas()
    {
        PageConfig config;
        config.runs = 3;
        Service service(config);
        service.server.apply({invitation(InvitationState::Usable)});
        const QByteArray page = service.get("/t/" + token);
        QVERIFY(page.contains("\"runs\":3,"));
        QVERIFY(page.contains("It measures 3 times,"));
    }

    void everyAnswerKeepsTheTokenToItself_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("page") << "/t/" + token;
        QTest::newRow("refusal") << QByteArray("/t/unknown");
        QTest::newRow("asset") << QByteArray("/page.js");
    }

    void everyAnswerKeepsTheTokenToItself()
    {
        QFETCH(QByteArray, path);
        Service service;
        service.server.apply({invitation(InvitationState::Usable)});
        const QByteArray answer = service.get(path);
        QVERIFY(answer.contains("Referrer-Policy: no-referrer\r\n"));
        QVERIFY(answer.contains("Cache-Control: no-store\r\n"));
        QVERIFY(answer.contains("X-Content-Type-Options: nosniff\r\n"));
        QVERIFY(answer.contains("Content-Security-Policy: default-src 'none'; script-src 'self';"));
        QVERIFY(!answer.contains("Strict-Transport-Security"));
    }

    void thePolicyAllowsTheSocketOnly()
    {
        Service service;
        service.server.apply({invitation(InvitationState::Usable)});
        QVERIFY(service.get("/t/" + token).contains("connect-src 'self' ws://tester.example:8080; "));
        QVERIFY(service.get("/page.js").contains("connect-src 'none'; "));
    }

    void theRightStatusIsGiven_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("page") << QByteArray("GET") << "/t/" + token << 200;
        QTest::newRow("script") << QByteArray("GET") << QByteArray("/page.js") << 200;
        QTest::newRow("style") << QByteArray("GET") << QByteArray("/page.css") << 200;
        QTest::newRow("icon") << QByteArray("GET") << QByteArray("/favicon.svg") << 200;
        QTest::newRow("head") << QByteArray("HEAD") << "/t/" + token << 200;
        QTest::newRow("head, refused") << QByteArray("HEAD") << QByteArray("/t/x") << 403;
        QTest::newRow("no token") << QByteArray("GET") << QByteArray("/") << 403;
        QTest::newRow("empty token") << QByteArray("GET") << QByteArray("/t/") << 403;
        QTest::newRow("unknown token") << QByteArray("GET") << QByteArray("/t/unknown") << 403;
        QTest::newRow("half a token") << QByteArray("GET") << "/t/" + token.left(10) << 403;
        QTest::newRow("token and more") << QByteArray("GET") << "/t/" + token + "/x" << 403;
        QTest::newRow("elsewhere") << QByteArray("GET") << QByteArray("/elsewhere") << 404;
        QTest::newRow("outside") << QByteArray("GET") << QByteArray("/../../etc/passwd") << 404;
        QTest::newRow("post") << QByteArray("POST") << "/t/" + token << 405;
        QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/page.js") << 405;
    }

    void theRightStatusIsGiven()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        Service service;
        service.server.apply({invitation(InvitationState::Usable)});
        QVERIFY(hasStatus(service.get(path, {}, method), status));
    }

    void aHeadHasNoBody()
    {
        Service service;
        service.server.apply({invitation(InvitationState::Usable)});
        const auto socket = service.connected();
        socket->write("HEAD /t/" + token
                      + " HTTP/1.1\r\nHost: a\r\n\r\nGET /t/x HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_VERIFY(socket->peek(1 << 20).contains("</html>"));
        const QByteArray answers = socket->readAll(); // the second answer follows the first head at once
        QVERIFY(answers.indexOf("\r\n\r\nHTTP/1.1 403") == answers.indexOf("\r\n\r\n"));
        QVERIFY(!answers.left(answers.indexOf("\r\n\r\n")).contains("Content-Length: 0"));
    }

    void anInvitationThatEndedSaysSoAndWhomToAsk_data()
    {
        QTest::addColumn<InvitationState>("state");
        QTest::addColumn<QByteArray>("language");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("expired") << InvitationState::Expired << QByteArray("en") << QByteArray("has expired");
        QTest::newRow("revoked") << InvitationState::Revoked << QByteArray("fr, en;q=0.1")
                                 << QByteArray("withdrawn");
        QTest::newRow("used up") << InvitationState::UsedUp << QByteArray()
                                 << QByteArray("as often as it allows");
    }

    void anInvitationThatEndedSaysSoAndWhomToAsk()
    {
        QFETCH(InvitationState, state);
        QFETCH(QByteArray, language);
        QFETCH(QByteArray, sentence);
        Pages pages;
        const Timestamp now = wallClock();
        pages.apply(invitation(state), now - 11min); // longer ago than a reload may be
        const HttpAnswer answer =
            pages.answer({.path = "/t/" + token, .host = "here", .acceptLanguage = language, .now = now});
        QCOMPARE(answer.status, 403);
        QVERIFY(answer.body.contains(sentence));
        QVERIFY(answer.body.contains("ask the person who sent it"));
    }

    void aReloadSoonAfterTheLastUseIsTheSameUse()
    {
        Pages pages;
        const Timestamp used = wallClock();
        pages.apply(invitation(InvitationState::Usable), used - 1h);
        const IpAddress tester = IpAddress::parse("192.0.2.1").value();
        pages.apply(invitation(InvitationState::UsedUp, {}, tester), used);
        const PageRequest request{.path = "/t/" + token, .host = "here", .from = tester, .now = used + 9min};
        QCOMPARE(pages.answer(request).status, 200);
    }

    void thePageFollowsTheBrowsersLanguage()
    {
        Service service;
        service.server.apply({invitation(InvitationState::Usable)});
        QVERIFY(service.get("/t/" + token, "Accept-Language: zh-TW, en;q=0.5\r\n")
                    .contains("<html lang=\"zh-CN\">"));
        QVERIFY(service.get("/t/" + token, "Accept-Language: fr, de-AT;q=0.8\r\n")
                    .contains("<html lang=\"de\">"));
        QVERIFY(service.get("/t/" + token).contains("<html lang=\"en\">"));
    }

    void inAnonymousModeThePageIsAtTheRoot()
    {
        PageConfig config;
        config.anonymous = true;
        Service service(config);
        const QByteArray answer = service.get("/");
        QVERIFY(hasStatus(answer, 200));
        QVERIFY(answer.contains("ws://tester.example:8080/ws/\""));
        QVERIFY(answer.contains("src=\"page.js\""));
    }

    void allThatABrowserLoadsIsSmall()
    {
        Service service;
        service.server.apply({invitation(InvitationState::Usable)});
        qsizetype bytes = 0;
        for (const QByteArray &path :
             {"/t/" + token, QByteArray("/page.js"), QByteArray("/page.css"), QByteArray("/favicon.svg")})
            bytes += service.get(path, "Accept-Language: de\r\n").size();
        QVERIFY2(bytes < 50 * 1024, QByteArray::number(bytes).constData());
    }

    void severalRequestsShareAConnection()
    {
        Service service;
        const auto socket = service.connected();
        const QByteArray request =
            "GET /favicon.svg HTTP/1.1\r\nHost: a\r\nX-Filler: " + QByteArray(6000, 'f') + "\r\n\r\n";
        for (int i = 0; i < 4; ++i) { // 24 KiB in all, each within its allowance
            socket->write(request);
            QVERIFY(QTest::qWaitFor([&] { return Service::complete(socket->peek(1 << 16)); }));
            socket->readAll();
        }
        QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
    }

    void aStrangerWhoTakesTooMuchIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing at all") << QByteArray();
        QTest::newRow("half a request") << QByteArray("GET / HTTP/1.1\r\nHost:");
        QTest::newRow("a long header") << "GET / HTTP/1.1\r\nX: " + QByteArray(100'000, 'x');
        QTest::newRow("a long body") << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n"
                + QByteArray(100'000, 'x');
        QTest::newRow("a WebSocket") << QByteArray(
            "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
        QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01\x00\xff\r\n\r\n");
    }

    void aStrangerWhoTakesTooMuchIsCutOff()
    {
        QFETCH(QByteArray, bytes);
        PageConfig config;
        config.limits.patience = 60ms;
        Service service(config);
        const auto socket = service.connected();
        QSignalSpy disconnected(socket.get(), &QTcpSocket::disconnected);
        socket->write(bytes);
        QTRY_COMPARE(disconnected.size(), 1);
        QVERIFY(!socket->readAll().contains("200 OK"));
    }

    void slowSocketsLeaveRoomForOthers()
    {
        PageConfig config;
        config.limits.socketsPerAddress = 2;
        config.limits.fronts = {};
        config.limits.patience = 200ms;
        Service service(config);
        std::vector<std::unique_ptr<QTcpSocket>> slow(3);
        for (auto &socket : slow) {
            socket = service.connected();
            socket->write("GET / HTTP/1.1\r\n");
        }
        QTRY_VERIFY(slow.back()->state() == QAbstractSocket::ConnectedState);
        QVERIFY(hasStatus(service.get("/favicon.svg"), 429));
        QTRY_VERIFY(std::all_of(slow.begin(), slow.end(), [](const auto &socket) {
            return socket->state() == QAbstractSocket::UnconnectedState;
        }));
        QVERIFY(hasStatus(service.get("/favicon.svg"), 200));
    }

    void overTlsThePageIsTheSame()
    {
        const TestCertificate certificate;
        if (!certificate.made)
            QSKIP("openssl could not make a certificate");
        PageConfig config;
        config.tls = readTlsFiles(certificate.certificate(), certificate.key()).value();
        Service service(config);
        service.server.apply({invitation(InvitationState::Usable)});
        QSslSocket browser;
        browser.setPeerVerifyMode(QSslSocket::VerifyNone); // self-signed
        browser.connectToHostEncrypted(QStringLiteral("127.0.0.1"), service.port);
        browser.write("GET /t/" + token + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTRY_VERIFY(Service::complete(browser.peek(1 << 16)));
        QVERIFY(browser.readAll().contains("wss://localhost:8080/ws/" + token));
    }

    void aBrowserThatLeavesBeforeItsAnswerHarmsNothing()
    {
        Service service;
        for (int i = 0; i < 20; ++i) {
            const auto socket = service.connected();
            QVERIFY(QTest::qWaitFor([&] { return socket->state() == QAbstractSocket::ConnectedState; }));
            socket->write("GET /page.js HTTP/1.1\r\nHost: a\r\n\r\n");
            socket->flush();
            socket->abort();
        }
        QVERIFY(hasStatus(service.get("/page.js"), 200));
    }

    void aPortInUseIsNamed()
    {
        Service first;
        PageServer second;
        PageConfig config;
        config.bind = QHostAddress(QHostAddress::LocalHost);
        config.port = first.port;
        const auto refused = second.listen(config);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::Unavailable);
    }

    void anInvitationMadeBeforeTheStartIsKnown()
    {
        Service service;
        service.server.close();
        service.server.apply({invitation(InvitationState::Usable)});
        PageConfig config;
        config.bind = QHostAddress(QHostAddress::LocalHost);
        config.port = 0;
        const auto port = service.server.listen(config);
        QVERIFY(bool(port));
        service.port = port.value();
        QVERIFY(hasStatus(service.get("/t/" + token), 200));
    }
};

QTEST_GUILESS_MAIN(TestPageServer)
#include "tst_page_server.moc"
