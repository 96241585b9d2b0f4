// SPDX-License-Identifier: GPL-3.0-or-later
// What is answered; race_name_lookups.cpp has the threads in view.
#include "core/trace/name_lookups.h"

#include "core/probe/file_descriptor.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <latch>
#include <stdexcept>

#include <net/if.h>
#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>

using namespace parallax;

namespace {

constexpr int patience = 60'000; // ms; only a failure takes that long

bool becomesReadable(int descriptor, int milliseconds = patience)
{
    pollfd wanted{.fd = descriptor, .events = POLLIN, .revents = 0};
    return ::poll(&wanted, 1, milliseconds) == 1;
}

NameLookups lookupsWith(Resolver resolver)
{
    return NameLookups::open(std::move(resolver)).value();
}

/// The next answer, or an empty one if none comes.
template<class Answer>
Answer next(NameLookups &lookups)
{
    if (!becomesReadable(lookups.descriptor()))
        return {};
    const auto learnt = lookups.take();
    const auto *answer = learnt.size() == 1 ? std::get_if<Answer>(&learnt.front()) : nullptr;
    return answer ? *answer : Answer{};
}

std::size_t countAnswers(NameLookups &lookups, std::size_t wanted)
{
    std::size_t count = 0;
    while (count < wanted && becomesReadable(lookups.descriptor()))
        count += lookups.take().size();
    return count;
}

/// Something that happens in other threads, to be counted and waited for.
class Happening
{
public:
    void happen() { ::eventfd_write(m_event.get(), 1); }
    bool happens(std::size_t times = 1)
    {
        eventfd_t one = 0;
        for (std::size_t i = 0; i < times; ++i) {
            if (!becomesReadable(m_event.get()) || ::eventfd_read(m_event.get(), &one) != 0)
                return false;
        }
        return true;
    }

private:
    FileDescriptor m_event{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK | EFD_SEMAPHORE)};
};

/// Name servers that do not answer before release(). Shared with the threads that ask them.
class DeadServers
{
public:
    void ask()
    {
        const int now = ++m_asking;
        for (int peak = m_peak; now > peak && !m_peak.compare_exchange_weak(peak, now);) { }
        asked.happen();
        m_alive.wait();
        --m_asking;
    }
    void release()
    {
        if (!m_released.exchange(true))
            m_alive.count_down();
    }
    int peak() const { return m_peak; }

    Happening asked;

private:
    std::latch m_alive{1};
    std::atomic<bool> m_released = false;
    std::atomic<int> m_asking = 0;
    std::atomic<int> m_peak = 0;
};

/// Released however a test ends.
class DeadServersInTest
{
public:
    ~DeadServersInTest() { m_servers->release(); }
    DeadServersInTest() = default;
    DeadServersInTest(const DeadServersInTest &) = delete;
    DeadServersInTest &operator=(const DeadServersInTest &) = delete;
    DeadServers *operator->() const { return m_servers.get(); }
    std::shared_ptr<DeadServers> shared() const { return m_servers; }

private:
    std::shared_ptr<DeadServers> m_servers = std::make_shared<DeadServers>();
};

const HostAddress someAddress{.address = IpAddress::fromV4(0xc0000207), .interface = {}}; // 192.0.2.7

std::string noName(const IpAddress & /*of*/)
{
    return {};
}

Result<std::vector<HostAddress>> alwaysSomeAddress(const std::string & /*host*/)
{
    return std::vector{someAddress};
}

/// Of a name: never. Of an address: at once.
Resolver deadForward(const DeadServersInTest &servers)
{
    return {.addressesOf =
                [dead = servers.shared()](const std::string &host) {
                    dead->ask();
                    return alwaysSomeAddress(host);
                },
            .nameOf = [](const IpAddress &) { return std::string("router.example"); }};
}

/// The other way.
Resolver deadReverse(const DeadServersInTest &servers)
{
    return {.addressesOf = alwaysSomeAddress, .nameOf = [dead = servers.shared()](const IpAddress &) {
                dead->ask();
                return std::string("late.example");
            }};
}

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
                 return Error{ErrorCode::UnknownHost, "unknown"};
             },
             .nameOf = [](const IpAddress &) -> std::string { throw std::runtime_error("thrown"); }});
        lookups.addressesOf("host.example");
        QCOMPARE(next<HostAddresses>(lookups).trouble, std::string("unknown"));
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

    void deadServersForNamesDoNotHoldUpATarget()
    {
        const DeadServersInTest servers;
        NameLookups lookups = lookupsWith(deadReverse(servers));
        for (std::uint32_t hop = 1; hop <= 30; ++hop)
            lookups.nameOf(IpAddress::fromV4(hop));
        QVERIFY(servers->asked.happens(NameLookups::atOnce));
        lookups.addressesOf("host.example");
        QCOMPARE(next<HostAddresses>(lookups).addresses, std::vector{someAddress});
        servers->release();
        QCOMPARE(countAnswers(lookups, 30), std::size_t{30});
    }

    void deadServersForTargetsDoNotHoldUpANameOrAnAddress()
    {
        const DeadServersInTest servers;
        NameLookups lookups = lookupsWith(deadForward(servers));
        for (std::size_t i = 0; i < 2 * NameLookups::atOnce; ++i)
            lookups.addressesOf("host.example");
        lookups.nameOf(someAddress.address);
        QCOMPARE(next<HostName>(lookups).name, std::string("router.example"));
        lookups.addressesOf("192.0.2.7");
        QCOMPARE(next<HostAddresses>(lookups).addresses, std::vector{someAddress});
    }

    void onlySomeAreAskedAtOnce()
    {
        const DeadServersInTest servers;
        NameLookups lookups = lookupsWith(deadForward(servers));
        constexpr std::size_t all = 4 * NameLookups::atOnce;
        for (std::size_t i = 0; i < all; ++i)
            lookups.addressesOf("host.example");
        QVERIFY(servers->asked.happens(NameLookups::atOnce));
        servers->release();
        QCOMPARE(countAnswers(lookups, all), all);
        QCOMPARE(servers->peak(), int{NameLookups::atOnce});
    }

    void theQueueIsBounded()
    {
        const DeadServersInTest servers;
        NameLookups lookups = lookupsWith(deadForward(servers));
        for (std::size_t i = 0; i < NameLookups::atOnce; ++i)
            lookups.addressesOf("host.example");
        QVERIFY(servers->asked.happens(NameLookups::atOnce));
        for (std::size_t i = 0; i < NameLookups::mostWaiting; ++i)
            lookups.addressesOf("host.example");
        QVERIFY(!becomesReadable(lookups.descriptor(), 0));
        const Lookup tooMany = lookups.addressesOf("host.example");
        const auto refused = next<HostAddresses>(lookups);
        QCOMPARE(refused.lookup, tooMany);
        QVERIFY(!refused.trouble.empty());
    }

    void whatIsForgottenIsNotAsked()
    {
        const DeadServersInTest servers;
        NameLookups lookups = lookupsWith(deadForward(servers));
        for (std::size_t i = 0; i < NameLookups::atOnce; ++i)
            lookups.addressesOf("host.example");
        QVERIFY(servers->asked.happens(NameLookups::atOnce));
        const Lookup forgotten = lookups.addressesOf("host.example");
        const Lookup last = lookups.addressesOf("host.example");
        lookups.forget(forgotten);
        servers->release();
        std::vector<Lookup> answered;
        while (std::find(answered.begin(), answered.end(), last) == answered.end()) {
            QVERIFY(becomesReadable(lookups.descriptor()));
            for (const Learnt &learnt : lookups.take())
                answered.push_back(std::get<HostAddresses>(learnt).lookup);
        }
        QCOMPARE(std::count(answered.begin(), answered.end(), forgotten), 0);
    }

    /// And the threads let go of what they share once they are answered, without having asked what waited.
    void theEndWaitsForNobody()
    {
        const DeadServersInTest servers;
        const auto released = std::make_shared<Happening>();
        {
            const std::shared_ptr<void> held(nullptr, [released](void *) { released->happen(); });
            Resolver resolver = deadReverse(servers);
            resolver.addressesOf = [held](const std::string &host) { return alwaysSomeAddress(host); };
            NameLookups lookups = lookupsWith(std::move(resolver));
            for (std::uint32_t hop = 1; hop <= 30; ++hop)
                lookups.nameOf(IpAddress::fromV4(hop));
            QVERIFY(servers->asked.happens(NameLookups::atOnce));
        }
        servers->release();
        QVERIFY(released->happens());
        QCOMPARE(servers->peak(), int{NameLookups::atOnce});
    }

    void aMovedOneGoesOn()
    {
        const DeadServersInTest servers;
        NameLookups first = lookupsWith(deadForward(servers));
        first.addressesOf("host.example");
        NameLookups second = std::move(first);
        servers->release();
        QCOMPARE(next<HostAddresses>(second).addresses, std::vector{someAddress});
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
