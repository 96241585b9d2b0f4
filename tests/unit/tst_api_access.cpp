// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/api_access.h"
#include "core/service/api_limits.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const std::string token = "a-token-of-22-letters_";

AccessFacts localUser()
{
    return {.peer = IpAddress::parse("127.0.0.1").value(), .host = "localhost:8081"};
}

} // namespace

class TestApiAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theUserOfThisMachineNeedsNoToken_data()
    {
        QTest::addColumn<QByteArray>("peer");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<QByteArray>("fetchSite");
        QTest::addColumn<bool>("forwarded");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *name, const char *peer, const char *host, const char *origin,
                            const char *site, bool forwarded, bool allowed) {
            QTest::newRow(name) << QByteArray(peer) << QByteArray(host) << QByteArray(origin)
                                << QByteArray(site) << forwarded << allowed;
        };
        row("curl", "127.0.0.1", "localhost:8081", "", "", false, true);
        row("curl by address", "127.0.0.1", "127.0.0.1:8081", "", "", false, true);
        row("curl over IPv6", "::1", "[::1]:8081", "", "", false, true);
        row("no port, capitals", "127.0.0.1", "LocalHost", "", "", false, true);
        row("a browser's address line", "127.0.0.1", "localhost:8081", "", "none", false, true);
        row("our own page", "127.0.0.1", "localhost:8081", "http://localhost:8081", "same-origin", false,
            true);
        row("another machine", "192.0.2.1", "localhost:8081", "", "", false, false);
        row("a name that was made to lead here", "127.0.0.1", "evil.example:8081", "", "", false, false);
        row("a name that begins like ours", "127.0.0.1", "localhost.evil.example", "", "", false, false);
        row("a port that is none", "127.0.0.1", "localhost:80a", "", "", false, false);
        row("two hosts", "127.0.0.1", "localhost, localhost", "", "", false, false);
        row("no host", "127.0.0.1", "", "", "", false, false);
        row("a foreign page", "127.0.0.1", "localhost:8081", "https://evil.example", "", false, false);
        row("a page of another local port", "127.0.0.1", "localhost:8081", "http://localhost:3000", "", false,
            false);
        row("a page without an origin", "127.0.0.1", "localhost:8081", "null", "", false, false);
        row("a foreign page's picture", "127.0.0.1", "localhost:8081", "", "cross-site", false, false);
        row("another local port's picture", "127.0.0.1", "localhost:8081", "", "same-site", false, false);
        row("through a proxy", "127.0.0.1", "localhost:8081", "", "", true, false);
    }

    void theUserOfThisMachineNeedsNoToken()
    {
        QFETCH(QByteArray, peer);
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, origin);
        QFETCH(QByteArray, fetchSite);
        QFETCH(bool, forwarded);
        QFETCH(bool, allowed);
        AccessFacts facts{.peer = IpAddress::parse(peer.toStdString()).value(),
                          .host = host,
                          .origin = origin,
                          .fetchSite = fetchSite,
                          .forwarded = forwarded};
        QCOMPARE(accessFor(facts, token), allowed ? Access::Allowed : Access::NeedsToken);
        facts.authorization = "Bearer " + QByteArray::fromStdString(token);
        QCOMPARE(accessFor(facts, token), Access::Allowed);
    }

    void aWrongTokenIsRefusedEvenHere_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::newRow("another") << QByteArray("Bearer b-token-of-22-letters_");
        QTest::newRow("its beginning") << QByteArray("Bearer a-token");
        QTest::newRow("empty") << QByteArray("Bearer ");
        QTest::newRow("another scheme") << QByteArray("Basic a-token-of-22-letters_");
        QTest::newRow("no scheme") << QByteArray("a-token-of-22-letters_");
    }

    void aWrongTokenIsRefusedEvenHere()
    {
        QFETCH(QByteArray, authorization);
        AccessFacts facts = localUser();
        facts.authorization = authorization;
        QCOMPARE(accessFor(facts, token), Access::WrongToken);
    }

    void withoutATokenNobodyElseGetsIn()
    {
        AccessFacts facts{.peer = IpAddress::parse("192.0.2.1").value(), .authorization = "Bearer "};
        QCOMPARE(accessFor(facts, {}), Access::WrongToken);
        QCOMPARE(accessFor(localUser(), {}), Access::Allowed);
    }

    void requestsAreCountedByTheMinute()
    {
        const ApiLimits limits{.requestsPerMinute = 5, .requestsPerMinuteAndAddress = 2};
        const auto one = IpAddress::parse("2001:db8::1").value();
        const auto neighbour = IpAddress::parse("2001:db8::2").value();
        const auto other = IpAddress::parse("127.0.0.1").value();
        const Timestamp start = wallClock();
        RequestRate rate;
        QVERIFY(!rate.enter(one, start, limits));
        QVERIFY(!rate.enter(neighbour, start + 20s, limits));
        QVERIFY(rate.enter(one, start + 20s, limits) == std::optional(40s));
        QVERIFY(!rate.enter(other, start + 20s, limits));
        QVERIFY(!rate.enter(other, start + 20s, limits));
        QVERIFY(rate.enter(other, start + 21s, limits) == std::optional(39s));
        QVERIFY(!rate.enter(IpAddress::parse("192.0.2.1").value(), start + 21s, limits));
        QVERIFY(rate.enter(IpAddress::parse("192.0.2.2").value(), start + 21s, limits));
        QVERIFY(!rate.enter(one, start + 60s, limits));
        QVERIFY(!rate.enter(one, start - 1h, limits)); // the clock was set
    }
};

QTEST_APPLESS_MAIN(TestApiAccess)
#include "tst_api_access.moc"
