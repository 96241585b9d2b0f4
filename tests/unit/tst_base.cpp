// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/append.h"
#include "core/base/failure.h"
#include "core/base/ip_address.h"
#include "core/base/random.h"
#include "core/base/statistics.h"

#include <QTest>

#include <array>
#include <clocale>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <random>
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
        QTest::newRow("none of IPv4") << QByteArray("0.0.0.0");
        QTest::newRow("longest of IPv4") << QByteArray("255.255.255.255");
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

    void uuidsOfVersionSevenSortByTime()
    {
        const Timestamp now{1'800'000'000'000ms}; // 0x1a3185c5000
        const std::string first = timedUuid(now);
        QCOMPARE(first.size(), std::size_t{36});
        QCOMPARE(first.substr(0, 15), std::string("01a3185c-5000-7")); // RFC 9562, 5.7
        QVERIFY(std::string("89ab").find(first[19]) != std::string::npos);
        QVERIFY(first != timedUuid(now));
        QVERIFY(first < timedUuid(now + 1ms));
    }

    void theMediansIntervalHoldsItNineteenTimesInTwenty()
    {
        std::mt19937 generator(1);
        std::exponential_distribution<double> milliseconds(0.1); // median 10 ln 2
        const Duration truth = fromMilliseconds(10 * std::log(2.0));
        for (const std::size_t count : {6U, 10U, 30U, 501U}) {
            int held = 0;
            constexpr int trials = 2000;
            for (int trial = 0; trial < trials; ++trial) {
                std::vector<Duration> samples(count);
                for (Duration &sample : samples)
                    sample = fromMilliseconds(milliseconds(generator));
                const auto interval = medianInterval(samples);
                QVERIFY(interval);
                held += interval->low <= truth && truth <= interval->high ? 1 : 0;
            }
            QVERIFY2(held >= trials * 94 / 100, qPrintable(QString::number(count)));
        }
    }

    void fiveSamplesAreTooFewForAnInterval()
    {
        const std::vector<Duration> samples(5, 1ms);
        QVERIFY(!medianInterval(samples));
    }

    void noncesFitABrowsersNumber()
    {
        for (int i = 0; i < 1000; ++i) {
            const auto nonce = randomNonce();
            QVERIFY(nonce > 0 && nonce < (std::uint64_t{1} << 53));
        }
    }

    void whatIsAppendedStandsBehindAndLeavesLittleRoomUnused()
    {
        std::vector<int> all;
        for (int i = 0; i < 1000; ++i)
            append(all, {i, i});
        QCOMPARE(all.size(), std::size_t{2000});
        QCOMPARE(all.front(), 0);
        QCOMPARE(all.back(), 999);
        QVERIFY(all.capacity() <= all.size() * 5 / 4 + 2);
    }

    void aFailureSaysItsValuesInTheirPlaces()
    {
        const Error error = failure(ErrorCode::Io, "%2 of %1, %1%eth0, 100 %", {"a", "b%1"});
        QCOMPARE(error.code, ErrorCode::Io);
        QCOMPARE(error.message, std::string("b%1 of a, a%eth0, 100 %")); // a value's own places are none
        QCOMPARE(filled({.text = "%1 and %2", .values = {"a"}}), std::string("a and %2"));
    }

    /// Those with a translation as well as the others.
    void theSystemsWordsAreEnglishWhateverTheLocale()
    {
        std::array<std::string, 140> english;
        for (std::size_t reason = 0; reason < english.size(); ++reason)
            english[reason] = std::strerror(static_cast<int>(reason));
        ::setenv("LANGUAGE", "de", 1);
        std::setlocale(LC_ALL, "C.UTF-8"); // not "C": there gettext looks for translations
        for (std::size_t reason = 0; reason < english.size(); ++reason)
            QCOMPARE(systemText(static_cast<int>(reason)), english[reason]);
        std::setlocale(LC_ALL, "C");
        ::unsetenv("LANGUAGE");
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
