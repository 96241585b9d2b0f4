// SPDX-License-Identifier: GPL-3.0-or-later
// Name servers that do not answer: how much waits for them, and who does not.
#include "core/probe/file_descriptor.h"
#include "tests/support/name_answers.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <latch>

#include <sys/eventfd.h>

using namespace parallax;
using namespace parallax::fixtures;

namespace {

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

} // namespace

class TestDeadNameServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_GUILESS_MAIN(TestDeadNameServers)
#include "tst_dead_name_servers.moc"
