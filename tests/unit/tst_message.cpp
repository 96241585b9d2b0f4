// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/message.h"
#include "core/echo/page_ticket.h"
#include "core/echo/request_head.h"

#include <QJsonDocument>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodMessageIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Message>("message");
        QTest::newRow("pong") << QByteArray(R"({"type":"pong","timestamp":123})") << Message{Pong{123}};
        QTest::newRow("the largest nonce") << QByteArray(R"({"timestamp":9007199254740991,"type":"pong"})")
                                           << Message{Pong{9007199254740991}};
        QTest::newRow("a browser's way to write it")
            << QByteArray(R"({ "type" : "pong", "timestamp" : 1.5e3 })") << Message{Pong{1500}};
        QTest::newRow("hello")
            << QByteArray(R"({"type":"hello","time_zone":"UTC","language":"de","visible":false,"page":"t"})")
            << Message{Hello{.timeZone = "UTC", .language = "de", .pageTicket = "t", .visible = false}};
        QTest::newRow("an empty hello") << QByteArray(R"({"type":"hello"})") << Message{Hello{}};
        QTest::newRow("visibility") << QByteArray(R"({"type":"visibility","visible":false})")
                                    << Message{Visibility{false}};
        QTest::newRow("of another version")
            << QByteArray(R"({"type":"news","x":[1]})") << Message{UnknownMessage{}};
    }

    void aGoodMessageIsUnderstood()
    {
        QFETCH(QByteArray, text);
        QFETCH(Message, message);
        const auto parsed = parseMessage(text);
        QVERIFY(bool(parsed));
        QVERIFY(parsed.value() == message);
    }

    void aBadMessageIsAnError_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("pong");
        QTest::newRow("cut off") << QByteArray(R"({"type":"pong","timestamp":12)");
        QTest::newRow("an array") << QByteArray(R"(["pong",12])");
        QTest::newRow("no type") << QByteArray(R"({"timestamp":12})");
        QTest::newRow("a number as type") << QByteArray(R"({"type":7})");
        QTest::newRow("no nonce") << QByteArray(R"({"type":"pong"})");
        QTest::newRow("zero") << QByteArray(R"({"type":"pong","timestamp":0})");
        QTest::newRow("negative") << QByteArray(R"({"type":"pong","timestamp":-5})");
        QTest::newRow("a fraction") << QByteArray(R"({"type":"pong","timestamp":1.5})");
        QTest::newRow("too large") << QByteArray(R"({"type":"pong","timestamp":9007199254740992})");
        QTest::newRow("far too large") << QByteArray(R"({"type":"pong","timestamp":1e300})");
        QTest::newRow("a text") << QByteArray(R"({"type":"pong","timestamp":"12"})");
        QTest::newRow("too long")
            << QByteArray(R"({"type":"news","x":"LONG"})").replace("LONG", QByteArray(5000, 'x'));
        QTest::newRow("deep") << QByteArray(4000, '[');
    }

    void aBadMessageIsAnError()
    {
        QFETCH(QByteArray, text);
        const auto parsed = parseMessage(text);
        QVERIFY(!parsed);
        QVERIFY(parsed.error().code == ErrorCode::Malformed);
    }

    void whatStrangersSayIsShortAndHasNoControls()
    {
        QByteArray text(R"({"type":"hello","time_zone":"LONG","language":"d\u0007e\n\u202e"})");
        const auto parsed = parseMessage(text.replace("LONG", QByteArray(500, 'Z')));
        QVERIFY(bool(parsed));
        const auto &hello = std::get<Hello>(parsed.value());
        QCOMPARE(hello.timeZone.size(), std::size_t{64});
        QCOMPARE(hello.language, std::string("de"));
    }

    void aTicketIsReadByWhoIssuedItOnly()
    {
        const PageTickets tickets;
        for (const char *text : {"192.0.2.7", "2001:db8::7"}) {
            const IpAddress address = IpAddress::parse(text).value();
            const std::string ticket = tickets.issue(address).toStdString();
            const auto visit = PageTickets(tickets).read(ticket);
            QVERIFY(visit && visit->address == address);
            QVERIFY(visit->id != tickets.read(tickets.issue(address).toStdString())->id);
            QVERIFY(!PageTickets().read(ticket));
        }
    }

    void aForgedTicketIsNone_data()
    {
        QTest::addColumn<QByteArray>("ticket");
        const QByteArray good = PageTickets().issue(IpAddress::fromV4(0xc0000207));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another program run's") << good;
        QTest::newRow("without a signature") << QByteArray("192.0.2.7 visit ");
        QTest::newRow("no address") << QByteArray("somewhere 0123456789abcdef0123456789abcdef");
        QTest::newRow("a space alone") << QByteArray(" ");
        QTest::newRow("without a visit") << QByteArray("192.0.2.7 0123456789abcdef0123456789abcdef");
    }
    void aForgedTicketIsNone()
    {
        QFETCH(QByteArray, ticket);
        QVERIFY(!PageTickets().read(ticket.toStdString()));
    }

    void outgoingMessagesAreTheAgreedOnes()
    {
        QCOMPARE(pingMessage(9007199254740991),
                 QByteArray(R"({"type":"ping","timestamp":9007199254740991})"));
        QCOMPARE(errorMessage(QStringLiteral("busy")), QByteArray(R"({"message":"busy","type":"error"})"));
        QCOMPARE(progressMessage(1.7, QStringLiteral("x"), {}),
                 QByteArray(R"({"done":1,"text":"x","type":"progress"})"));
        QCOMPARE(progressMessage(0.5, QStringLiteral("x"), 1500us),
                 QByteArray(R"({"done":0.5,"min_ms":1.5,"text":"x","type":"progress"})"));
    }

    void aRequestHeadIsRead()
    {
        const auto head =
            parseRequestHead("GET /ws/abc?x=/1 HTTP/1.1\r\nUser-Agent:  Bro\x01wser \r\nVIA: 1.1 x\r\n"
                             "upgrade: WebSocket\r\n\r\n");
        QVERIFY(bool(head));
        QCOMPARE(head.value().method, std::string("GET"));
        QCOMPARE(head.value().path, std::string("/ws/abc"));
        QCOMPARE(head.value().userAgent, std::string("Browser"));
        QCOMPARE(head.value().forwardingHeaders, std::vector<std::string>{"via"});
        QVERIFY(head.value().webSocketUpgrade);
        QCOMPARE(tokenIn(head.value().path, "/ws/"), std::string("abc"));
    }

    void aTokenIsOneStepOfThePath_data()
    {
        QTest::addColumn<std::string>("path");
        QTest::newRow("another place") << std::string("/t/abc");
        QTest::newRow("nothing") << std::string("/ws/");
        QTest::newRow("more") << std::string("/ws/abc/d");
        QTest::newRow("long") << "/ws/" + std::string(200, 'a');
    }

    void aTokenIsOneStepOfThePath()
    {
        QFETCH(std::string, path);
        QVERIFY(tokenIn(path, "/ws/").empty());
    }
};

QTEST_APPLESS_MAIN(TestMessage)
#include "tst_message.moc"
