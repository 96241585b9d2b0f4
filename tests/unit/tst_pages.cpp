// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/address_limit.h"
#include "core/echo/result_data.h"
#include "core/service/page_template.h"
#include "core/service/pages.h"
#include "core/service/preferred_locale.h"
#include "core/service/web_origin.h"
#include "core/text/words.h"

#include <QJsonArray>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

Observation answered(Method method, std::uint8_t ttl, ReplyKind kind, Duration rtt)
{
    static std::uint64_t next = 1;
    const Timestamp sent{};
    const Probe probe{.id = ProbeId{next++}, .method = method, .ttl = ttl, .sent = sent};
    return {probe,
            Reply{.id = probe.id, .kind = kind, .from = IpAddress::fromV4(ttl), .received = sent + rtt}};
}

SessionRecord measured(VerdictKind kind, Duration endpoint, Duration browser)
{
    SessionRecord record;
    record.id = "some-id";
    record.observations = {answered(Method::ZeroTrace, 1, ReplyKind::TimeExceeded, 4ms),
                           answered(Method::TcpSegment, 64, ReplyKind::Acknowledgement, endpoint),
                           answered(Method::WebSocketText, 64, ReplyKind::Pong, browser)};
    record.verdict.kind = kind;
    return record;
}

const IpAddress tester = IpAddress::parse("192.0.2.1").value();

QJsonObject rung(const QJsonObject &data, int index)
{
    return data[QStringLiteral("ladder")].toArray().at(index).toObject();
}

} // namespace

/// The parts of the tester's page that need no socket.
class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBrowsersLanguageIsChosen_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QLocale::Language>("language");
        QTest::newRow("none") << QByteArray() << QLocale::English;
        QTest::newRow("German") << QByteArray("de-DE,de;q=0.9,en;q=0.8") << QLocale::German;
        QTest::newRow("Chinese") << QByteArray("zh-CN") << QLocale::Chinese;
        QTest::newRow("the one we have") << QByteArray("fr,es;q=0.9,zh;q=0.2") << QLocale::Chinese;
        QTest::newRow("by weight, not by order") << QByteArray("en;q=0.3, de;q=0.7") << QLocale::German;
        QTest::newRow("unwanted") << QByteArray("de;q=0") << QLocale::English;
        QTest::newRow("none of ours") << QByteArray("fr, ja") << QLocale::English;
        QTest::newRow("rubbish") << QByteArray(";;,,=q;de;q=x,\xff") << QLocale::English;
        QTest::newRow("very long") << QByteArray("fr,").repeated(5000) + "de" << QLocale::English;
    }

    void theBrowsersLanguageIsChosen()
    {
        QFETCH(QByteArray, header);
        QFETCH(QLocale::Language, language);
        QCOMPARE(preferredLocale(header).language(), language);
    }

    void theSocketIsWhereThePageIs_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("secure");
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("source");
        QTest::newRow("name and port")
            << QByteArray("host.example:8081") << false << QByteArray("ws://host.example:8080")
            << QByteArray("ws://host.example:8080");
        QTest::newRow("no port") << QByteArray("192.0.2.7") << true << QByteArray("wss://192.0.2.7:8080")
                                 << QByteArray("wss://192.0.2.7:8080");
        QTest::newRow("IPv6, which a policy cannot name")
            << QByteArray("[2001:db8::1]:8081") << false << QByteArray("ws://[2001:db8::1]:8080")
            << QByteArray("ws:");
        QTest::newRow("none") << QByteArray() << false << QByteArray() << QByteArray();
        QTest::newRow("more policy") << QByteArray("a; script-src *") << false << QByteArray()
                                     << QByteArray();
        QTest::newRow("another header") << QByteArray("a\r\nX: y") << false << QByteArray() << QByteArray();
    }

    void theSocketIsWhereThePageIs()
    {
        QFETCH(QByteArray, host);
        QFETCH(bool, secure);
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, source);
        const SocketPlace place = socketPlace({.port = 8080, .secure = secure}, host);
        QCOMPARE(place.url, url);
        QCOMPARE(place.policySource, source);
    }

    void aPublicAddressWins()
    {
        const SocketPlace place = socketPlace({.publicUrl = "wss://front.example/parallax/"}, "inside:8081");
        QCOMPARE(place.url, QByteArray("wss://front.example/parallax"));
        QCOMPARE(place.policySource, QByteArray("wss://front.example"));
    }

    void whatIsFilledInIsEscaped()
    {
        QCOMPARE(fillTemplate("<p a=\"{{a}}\">{{b}}{{none}}</p>{{",
                              {{QStringLiteral("a"), QStringLiteral("\"><script>")},
                               {QStringLiteral("b"), QStringLiteral("{{a}}")}}),
                 QByteArray("<p a=\"&quot;&gt;&lt;script&gt;\">{{a}}</p>{{"));
        QVERIFY(!scriptJson({{QStringLiteral("x"), QStringLiteral("</script><!--")}}).contains('<'));
    }

    void aReloadRenewsTheUse()
    {
        Pages pages;
        const Timestamp used{1h};
        const Update once =
            InvitationChanged{{.token = "abc", .expires = used + 1h, .maxUses = 1, .uses = 1}, tester};
        pages.apply(once, used);
        pages.apply(once, used + 9min); // the hub says so at each connection
        const PageRequest request{.path = "/t/abc", .host = "here", .from = tester, .now = used + 12min};
        QCOMPARE(pages.answer(request).status, 200);
    }

    /// The socket would refuse them.
    void aUsedUpLinkSaysSoToEverybodyElse()
    {
        Pages pages;
        const Timestamp used{1h};
        pages.apply(
            InvitationChanged{{.token = "abc", .expires = used + 1h, .maxUses = 1, .uses = 1}, tester}, used);
        const IpAddress other = IpAddress::parse("192.0.2.2").value();
        const HttpAnswer answer =
            pages.answer({.path = "/t/abc", .host = "here", .from = other, .now = used + 1min});
        QCOMPARE(answer.status, 403);
        QVERIFY(answer.body.contains("as often as it allows"));
    }

    void aReloadMayComeByTheOtherIpVersionOrByAFront()
    {
        Pages pages;
        const Timestamp used{1h};
        pages.apply(
            InvitationChanged{{.token = "abc", .expires = used + 1h, .maxUses = 1, .uses = 1}, tester}, used);
        for (const char *other : {"2001:db8::2", "127.0.0.1"}) {
            const IpAddress from = IpAddress::parse(other).value();
            const PageRequest reload{.path = "/t/abc", .host = "here", .from = from, .now = used + 1min};
            QCOMPARE(pages.answer(reload).status, 200);
        }
    }

    void everyAssetIsInTheProgram()
    {
        QVERIFY(webFile(QStringLiteral("page.html")).contains("id=\"start\""));
        QVERIFY(webFile(QStringLiteral("no.such")).isEmpty());
    }

    void oneNetworkIsCountedTogether()
    {
        AddressLimit limit;
        const IpAddress first = IpAddress::parse("2001:db8::1").value();
        QCOMPARE(limit.enter(first), 1);
        QCOMPARE(limit.enter(IpAddress::parse("2001:db8::2").value()), 2);
        QCOMPARE(limit.enter(IpAddress::parse("2001:db8:0:1::1").value()), 1);
        QCOMPARE(limit.enter(IpAddress::parse("192.0.2.1").value()), 1);
        QCOMPARE(limit.enter(IpAddress::parse("192.0.2.2").value()), 1);
        limit.leave(first);
        QCOMPARE(limit.held(first), 1);
        QCOMPARE(limit.total(), 4);
    }

    void aFrontMayBringMany()
    {
        AddressLimit limit;
        const IpAddress loopback = IpAddress::parse("127.0.0.1").value();
        QCOMPARE(limit.enter(loopback), 0);
        QCOMPARE(limit.enter(loopback), 0);
        QCOMPARE(limit.total(), 2);
        limit.leave(loopback);
        QCOMPARE(limit.total(), 1);
    }

    void aFrontIsCountedApartFromItsNetwork()
    {
        AddressLimit limit;
        const IpAddress front = IpAddress::parse("2001:db8::1").value();
        const IpAddress neighbour = IpAddress::parse("2001:db8::2").value();
        limit.setFronts({front});
        limit.enter(neighbour);
        limit.enter(front);
        QCOMPARE(limit.held(front), 0);
        limit.leave(front);
        QCOMPARE(limit.held(neighbour), 1);
        QCOMPARE(limit.total(), 1);
    }

    void aResultHasTheOriginalsKeys()
    {
        SessionRecord record = measured(VerdictKind::Proxy, 6ms, 47ms);
        record.classic = {.webSocketMin = 47ms,
                          .webSocketSamples = 10,
                          .traceRtt = 4500us,
                          .traceHop = "192.0.2.1",
                          .traceSuccess = true,
                          .threshold = 50ms,
                          .proxyDetected = false};
        const QJsonObject data = resultData(record, Words());
        QCOMPARE(data[QStringLiteral("ws_min_rtt_ms")].toDouble(), 47.0);
        QCOMPARE(data[QStringLiteral("ws_rtt_samples")].toInt(), 10);
        QCOMPARE(data[QStringLiteral("trace_rtt_ms")].toDouble(), 4.5);
        QCOMPARE(data[QStringLiteral("trace_hop_ip")].toString(), QStringLiteral("192.0.2.1"));
        QCOMPARE(data[QStringLiteral("trace_success")], QJsonValue(true));
        QCOMPARE(data[QStringLiteral("threshold_ms")].toDouble(), 50.0);
        QCOMPARE(data[QStringLiteral("proxy_detected")], QJsonValue(false));
        QVERIFY(!data[QStringLiteral("message")].toString().isEmpty());
        QCOMPARE(data[QStringLiteral("kind")].toString(), QStringLiteral("proxy"));
    }

    void whatIsUnknownIsNull()
    {
        const QJsonObject data = resultData(SessionRecord{}, Words());
        QVERIFY(data[QStringLiteral("trace_rtt_ms")].isNull());
        QVERIFY(data[QStringLiteral("trace_hop_ip")].isNull());
        QVERIFY(data[QStringLiteral("proxy_detected")].isNull());
        QVERIFY(data[QStringLiteral("ladder")].toArray().isEmpty());
    }

    void theLadderMarksTheVerdictsOwnStep()
    {
        const QJsonObject proxy = resultData(measured(VerdictKind::Proxy, 6ms, 47ms), Words());
        QVERIFY(!rung(proxy, 1).contains(QStringLiteral("gap_ms")));
        QCOMPARE(rung(proxy, 2)[QStringLiteral("gap_ms")].toDouble(), 41.0);
        const QJsonObject tunnel = resultData(measured(VerdictKind::Tunnel, 46ms, 47ms), Words());
        QCOMPARE(rung(tunnel, 1)[QStringLiteral("gap_ms")].toDouble(), 42.0);
        QVERIFY(!rung(tunnel, 2).contains(QStringLiteral("gap_ms")));
        const QJsonObject direct = resultData(measured(VerdictKind::Direct, 46ms, 47ms), Words());
        QVERIFY(!rung(direct, 1).contains(QStringLiteral("gap_ms")));
    }

    void theLadderMeasuresATunnelFromItsExit()
    {
        SessionRecord record = measured(VerdictKind::Tunnel, 46ms, 47ms); // the first hop answers in 4 ms
        record.tester.peer.address = IpAddress::fromV4(1);
        record.observations.push_back(answered(Method::ZeroTrace, 2, ReplyKind::TimeExceeded, 44ms));
        record.observations.back().reply->from = IpAddress::fromV4(1); // a router behind it, seen through it
        QCOMPARE(rung(resultData(record, Words()), 1)[QStringLiteral("gap_ms")].toDouble(), 42.0);
    }
};

QTEST_APPLESS_MAIN(TestPages)
#include "tst_pages.moc"
