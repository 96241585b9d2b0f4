// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ip_address.h"
#include "core/base/random.h"
#include "core/base/statistics.h"

#include <QTest>

#include <set>
#include <vector>

using namespace parallax;
using namespace std::chrono_literals;

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressSurvivesItsText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("IPv4") << QByteArray("192.0.2.7");
        QTest::newRow("IPv6") << QByteArray("2001:db8::1");
        QTest::newRow("loopback") << QByteArray("::1");
    }

    void anAddressSurvivesItsText()
    {
        QFETCH(QByteArray, text);
        const auto address = IpAddress::parse(text.toStdString());
        QVERIFY(address);
        QCOMPARE(QByteArray::fromStdString(address.value().toString()), text);
    }

    void aNameIsNoAddress() { QVERIFY(!IpAddress::parse("example.org")); }

    void loopbackIsRecognisedInBothFamilies()
    {
        QVERIFY(IpAddress::fromV4(0x7f000102).isLoopback());
        QVERIFY(IpAddress::parse("::1").value().isLoopback());
        QVERIFY(!IpAddress::parse("192.0.2.1").value().isLoopback());
    }

    void thePercentileInterpolatesBetweenRanks()
    {
        const std::vector<Duration> samples{40ms, 10ms, 20ms, 30ms};
        QCOMPARE(*median(samples), Duration(25ms));
        QCOMPARE(*percentile(samples, 1.0), Duration(40ms));
        QCOMPARE(*minimum(samples), Duration(10ms));
    }

    void nothingHasNoMedian() { QVERIFY(!median({})); }

    void tokensAreUrlSafeAndDifferent()
    {
        std::set<std::string> seen;
        for (int i = 0; i < 1000; ++i) {
            const std::string token = randomToken();
            QCOMPARE(token.size(), std::size_t{22});
            QVERIFY(
                token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
                == std::string::npos);
            seen.insert(token);
        }
        QCOMPARE(seen.size(), std::size_t{1000});
    }

    void noncesFitABrowsersNumber()
    {
        for (int i = 0; i < 1000; ++i) {
            const auto nonce = randomNonce();
            QVERIFY(nonce > 0 && nonce < (std::uint64_t{1} << 53));
        }
    }

    void comparisonInConstantTimeStillCompares()
    {
        QVERIFY(equalInConstantTime("abc", "abc"));
        QVERIFY(!equalInConstantTime("abc", "abd"));
        QVERIFY(!equalInConstantTime("abc", "ab"));
    }
};

QTEST_APPLESS_MAIN(TestBase)
#include "tst_base.moc"
