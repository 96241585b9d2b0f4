// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_main.h"
#include "tests/network/namespaces.h"
#include "tests/network/ping.h"
#include "tests/network/street.h"

#include <QDir>

using namespace parallax;
using namespace parallax::lab;
using namespace std::chrono_literals;

namespace {

constexpr double late = 3.0; // ms, of the cables on a busy machine; a router's distance differs by more

QString namespaces()
{
    const auto listed = run({QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("list")});
    return listed ? QString::fromUtf8(listed.value()) : QString();
}

} // namespace

/// Judges the street by the kernel's own ping, before it judges the program.
class TestLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto built = Street::build();
        LAB_VERIFY(built);
        m_street = std::move(built).value();
    }

    void theTesterIs42MillisecondsAway_data()
    {
        QTest::addColumn<QString>("server");
        QTest::newRow("IPv4 through the NAT") << address(Host::Server);
        QTest::newRow("IPv6") << addressV6(Host::Server);
    }

    void theTesterIs42MillisecondsAway()
    {
        QFETCH(QString, server);
        const auto rtt = pingMinimum(*m_street, Host::Tester, server);
        LAB_VERIFY(rtt);
        printFigure(QStringLiteral("lab_rtt_ms"), rtt.value(), QStringLiteral("42 to 43"));
        QVERIFY(rtt.value() >= 42 && rtt.value() < 42 + late);
    }

    void everyRouterStandsAtItsDistance_data()
    {
        QTest::addColumn<int>("ttl");
        QTest::addColumn<Host>("host");
        QTest::addColumn<double>("rtt");
        QTest::newRow("r1") << 1 << Host::R1 << 0.0;
        QTest::newRow("r2") << 2 << Host::R2 << 4.0;
        QTest::newRow("r3") << 3 << Host::R3 << 20.0;
        QTest::newRow("r4") << 4 << Host::R4 << 30.0;
        QTest::newRow("NAT") << 5 << Host::Nat << 40.0;
    }

    void everyRouterStandsAtItsDistance()
    {
        QFETCH(int, ttl);
        QFETCH(Host, host);
        QFETCH(double, rtt);
        const auto hop = hopAt(*m_street, Host::Server, addressV6(Host::Tester), ttl);
        LAB_VERIFY(hop);
        QCOMPARE(hop.value(), addressV6(host));
        const auto hopV4 = hopAt(*m_street, Host::Server, publicAddressOfTester(), ttl);
        LAB_VERIFY(hopV4);
        QCOMPARE(hopV4.value(), address(host));
        const auto measured = pingMinimum(*m_street, Host::Server, address(host));
        LAB_VERIFY(measured);
        QVERIFY2(measured.value() >= rtt && measured.value() < rtt + late,
                 qPrintable(QString::number(measured.value())));
    }

    void theProxyIsOneMillisecondOffTheSecondRouter()
    {
        const auto rtt = pingMinimum(*m_street, Host::Server, address(Host::Proxy));
        LAB_VERIFY(rtt);
        QVERIFY(rtt.value() >= 6 && rtt.value() < 6 + late);
    }

    void silentRoutersStillForward()
    {
        auto silent = Street::build({.routersSilent = true});
        LAB_VERIFY(silent);
        LAB_VERIFY(pingMinimum(*silent.value(), Host::Tester, address(Host::Server)));
        QVERIFY(!hopAt(*silent.value(), Host::Server, publicAddressOfTester(), 2));
    }

    void anUnpluggedServerComesBack()
    {
        LAB_VERIFY(m_street->unplugServer());
        QVERIFY(!pingMinimum(*m_street, Host::Tester, address(Host::Server)));
        LAB_VERIFY(m_street->plugServer());
        LAB_VERIFY(pingMinimum(*m_street, Host::Tester, address(Host::Server)));
        LAB_VERIFY(pingMinimum(*m_street, Host::Tester, addressV6(Host::Server)));
    }

    void whatAKilledProgramLeftIsRemoved()
    {
        Process program({QStringLiteral(LAB_STREET)});
        LAB_VERIFY(program.waitForLine([](const QByteArray &line) { return line.startsWith("proxy"); }, 10s));
        const QString killed = QStringLiteral("parallax-lab-%1-").arg(program.pid());
        program.kill();
        QVERIFY(namespaces().contains(killed));
        removeAbandoned();
        QVERIFY(!namespaces().contains(killed));
        QVERIFY(QDir::temp().entryList({killed + QLatin1Char('*')}).isEmpty());
    }

    void nothingIsLeftOfAStreet()
    {
        m_street.reset();
        QVERIFY(!namespaces().contains(QStringLiteral("lab-%1-").arg(QCoreApplication::applicationPid())));
    }

private:
    std::unique_ptr<Street> m_street;
};

LAB_TEST_MAIN(TestLab)
#include "tst_lab.moc"
