// SPDX-License-Identifier: GPL-3.0-or-later
// What is answered; tst_dead_name_servers.cpp has what happens where nothing is, race_name_lookups.cpp the
// threads.
#include "tests/support/name_answers.h"

#include <QTest>

#include <algorithm>
#include <csignal>
#include <stdexcept>

#include <net/if.h>
#include <pthread.h>

using namespace parallax;
using namespace parallax::fixtures;

namespace {

/// A stack of a size that no machine has.
class NoMoreThreads
{
public:
    NoMoreThreads()
    {
        ::pthread_getattr_default_np(&m_before);
        pthread_attr_t impossible;
        ::pthread_getattr_default_np(&impossible);
        ::pthread_attr_setstacksize(&impossible, std::size_t{1} << 60);
        ::pthread_setattr_default_np(&impossible);
        ::pthread_attr_destroy(&impossible);
    }
    ~NoMoreThreads()
    {
        ::pthread_setattr_default_np(&m_before);
        ::pthread_attr_destroy(&m_before);
    }
    NoMoreThreads(const NoMoreThreads &) = delete;
    NoMoreThreads &operator=(const NoMoreThreads &) = delete;

private:
    pthread_attr_t m_before{};
};

bool isBlockedHere(int signal)
{
    sigset_t blocked;
    ::pthread_sigmask(SIG_SETMASK, nullptr, &blocked);
    return sigismember(&blocked, signal) == 1;
}

} // namespace

class TestNameLookups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsAnsweredAtOnce_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("device");
        const QByteArray first = QByteArray::number(::if_nametoindex("lo"));
        QTest::newRow("v4") << QByteArray("192.0.2.7") << QByteArray("192.0.2.7") << QByteArray();
        QTest::newRow("v6") << QByteArray("2001:db8::1") << QByteArray("2001:db8::1") << QByteArray();
        QTest::newRow("its device") << QByteArray("fe80::1%lo") << QByteArray("fe80::1") << QByteArray("lo");
        QTest::newRow("its number") << "fe80::1%" + first << QByteArray("fe80::1") << QByteArray("lo");
        QTest::newRow("no such device")
            << QByteArray("fe80::1%nosuch0") << QByteArray("fe80::1") << QByteArray("nosuch0");
        QTest::newRow("no such number")
            << QByteArray("fe80::1%4000000") << QByteArray("fe80::1") << QByteArray("4000000");
        QTest::newRow("of a URL") << QByteArray("[2001:db8::1]") << QByteArray("2001:db8::1") << QByteArray();
        QTest::newRow("of a URL, its device")
            << QByteArray("[fe80::1%lo]") << QByteArray("fe80::1") << QByteArray("lo");
    }

    void anAddressIsAnsweredAtOnce()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, device);
        NameLookups lookups = lookupsWith({}); // nobody is asked
        const Lookup lookup = lookups.addressesOf(text.toStdString());
        QVERIFY(becomesReadable(lookups.descriptor(), 0));
        const auto answer = next<HostAddresses>(lookups);
        QCOMPARE(answer.lookup, lookup);
        QCOMPARE(answer.trouble, std::string());
        QCOMPARE(answer.addresses.size(), std::size_t{1});
        QCOMPARE(answer.addresses.front().address.toString(), address.toStdString());
        QCOMPARE(answer.addresses.front().interface, device.toStdString());
        QVERIFY(!becomesReadable(lookups.descriptor(), 0));
    }

    void aDeviceGoesOnlyWithAnAddressOfIpv6()
    {
        for (const char *text : {"192.0.2.7%lo", "fe80::1%"}) {
            NameLookups lookups = lookupsWith({.addressesOf = alwaysSomeAddress, .nameOf = noName});
            lookups.addressesOf(text);
            QCOMPARE(next<HostAddresses>(lookups).addresses, std::vector{someAddress}); // asked as a name
        }
    }

    void bracketsGoOnlyAroundAnAddressOfIpv6_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"[192.0.2.7]", "[host.example]", "[host.example:80]", "[2001:db8::1",
                                 "2001:db8::1]", "[[2001:db8::1]]", "[2001:db8::1]:80", "[]", "["})
            QTest::newRow(text) << QByteArray(text);
    }

    void bracketsGoOnlyAroundAnAddressOfIpv6()
    {
        QFETCH(QByteArray, text);
        std::string asked;
        NameLookups lookups = lookupsWith({.addressesOf =
                                               [&asked](const std::string &host) {
                                                   asked = host;
                                                   return alwaysSomeAddress(host);
                                               },
                                           .nameOf = noName});
        lookups.addressesOf(text.toStdString());
        QCOMPARE(next<HostAddresses>(lookups).addresses, std::vector{someAddress});
        QCOMPARE(asked, text.toStdString()); // as a name, and as it was given
    }

    void theSystemKnowsLocalhost()
    {
        auto lookups = NameLookups::open();
        QVERIFY(bool(lookups));
        lookups.value().addressesOf("localhost");
        const auto answer = next<HostAddresses>(lookups.value());
        QCOMPARE(answer.trouble, std::string());
        QVERIFY(!answer.addresses.empty());
        for (const HostAddress &found : answer.addresses) {
            QVERIFY(found.address.isLoopback());
            QCOMPARE(std::count(answer.addresses.begin(), answer.addresses.end(), found), 1);
        }
    }

    void theSystemSaysThatANameIsUnknown_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("ASCII") << QByteArray("nosuch.invalid");
        QTest::newRow("beyond") << QByteArray("m\xc3\xbcnchen.invalid");
        QTest::newRow("none") << QByteArray();
    }

    void theSystemSaysThatANameIsUnknown()
    {
        QFETCH(QByteArray, host);
        auto lookups = NameLookups::open();
        const Lookup lookup = lookups.value().addressesOf(host.toStdString());
        const auto answer = next<HostAddresses>(lookups.value());
        QCOMPARE(answer.lookup, lookup);
        QVERIFY(answer.addresses.empty());
        QVERIFY(!answer.trouble.empty());
        QVERIFY2(answer.trouble.find("encoded") == std::string::npos, answer.trouble.c_str());
    }

    void theSystemNamesNoAddressOfDocumentation()
    {
        auto lookups = NameLookups::open();
        const Lookup lookup = lookups.value().nameOf(someAddress.address);
        const auto answer = next<HostName>(lookups.value());
        QCOMPARE(answer.lookup, lookup);
        QCOMPARE(answer.address.toString(), someAddress.address.toString());
        QCOMPARE(answer.name, std::string());
    }

    void answersCarryTheirLookup()
    {
        NameLookups lookups = lookupsWith({.addressesOf = alwaysSomeAddress, .nameOf = [](const IpAddress &) {
                                               return std::string("router.example");
                                           }});
        const Lookup host = lookups.addressesOf("host.example");
        const auto addresses = next<HostAddresses>(lookups);
        QCOMPARE(addresses.lookup, host);
        QCOMPARE(addresses.addresses, std::vector{someAddress});
        const Lookup address = lookups.nameOf(someAddress.address);
        QVERIFY(address != host);
        const auto name = next<HostName>(lookups);
        QCOMPARE(name.lookup, address);
        QCOMPARE(name.name, std::string("router.example"));
    }

    void whatFailsSaysWhy()
    {
        NameLookups lookups = lookupsWith(
            {.addressesOf = [](const std::string &host) -> Result<std::vector<HostAddress>> {
                 if (host == "throws.example")
                     throw std::runtime_error("thrown");
                 if (host == "empty.example")
                     return std::vector<HostAddress>{};
                 return host == "silent.example" ? Error{ErrorCode::NoNameServer, "try again"}
                                                 : Error{ErrorCode::UnknownHost, "unknown"};
             },
             .nameOf = [](const IpAddress &) -> std::string { throw std::runtime_error("thrown"); }});
        lookups.addressesOf("host.example");
        const auto unknown = next<HostAddresses>(lookups);
        QCOMPARE(unknown.trouble, std::string("unknown"));
        QCOMPARE(unknown.code, ErrorCode::UnknownHost);
        lookups.addressesOf("silent.example");
        QCOMPARE(next<HostAddresses>(lookups).code, ErrorCode::NoNameServer);
        lookups.addressesOf("throws.example");
        QCOMPARE(next<HostAddresses>(lookups).trouble, std::string("thrown"));
        lookups.addressesOf("empty.example");
        QVERIFY(!next<HostAddresses>(lookups).trouble.empty());
        const Lookup lookup = lookups.nameOf(someAddress.address);
        const auto name = next<HostName>(lookups);
        QCOMPARE(name.lookup, lookup);
        QCOMPARE(name.name, std::string());
    }

    void whatIsNoNameIsNone_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("address") << QByteArray("192.0.2.1");
        QTest::newRow("escape sequence") << QByteArray("a\x1b[2J.example");
        QTest::newRow("line") << QByteArray("a\nb.example");
        QTest::newRow("blank") << QByteArray("a b");
        QTest::newRow("no UTF-8") << QByteArray("a\xff.example");
    }

    void whatIsNoNameIsNone()
    {
        QFETCH(QByteArray, said);
        NameLookups lookups = lookupsWith({.addressesOf = alwaysSomeAddress,
                                           .nameOf = [&](const IpAddress &) { return said.toStdString(); }});
        const Lookup lookup = lookups.nameOf(someAddress.address);
        const auto answer = next<HostName>(lookups);
        QCOMPARE(answer.lookup, lookup);
        QCOMPARE(answer.name, std::string());
    }

    void aThreadThatCannotStartIsATrouble()
    {
        NameLookups lookups = lookupsWith({.addressesOf = alwaysSomeAddress, .nameOf = noName});
        {
            const NoMoreThreads none;
            lookups.addressesOf("host.example");
            const auto answer = next<HostAddresses>(lookups);
            QVERIFY(answer.addresses.empty());
            QVERIFY(!answer.trouble.empty());
            const Lookup lookup = lookups.nameOf(someAddress.address);
            QCOMPARE(next<HostName>(lookups).lookup, lookup);
        }
        lookups.addressesOf("host.example");
        QCOMPARE(next<HostAddresses>(lookups).addresses, std::vector{someAddress});
    }

    void signalsAreNotForTheThreads()
    {
        NameLookups lookups = lookupsWith({.addressesOf = alwaysSomeAddress, .nameOf = [](const IpAddress &) {
                                               return isBlockedHere(SIGINT) && isBlockedHere(SIGTERM)
                                                   ? std::string("blocked.example")
                                                   : std::string("open.example");
                                           }});
        lookups.nameOf(someAddress.address);
        QCOMPARE(next<HostName>(lookups).name, std::string("blocked.example"));
        QVERIFY(!isBlockedHere(SIGINT));
    }
};

QTEST_GUILESS_MAIN(TestNameLookups)
#include "tst_name_lookups.moc"
