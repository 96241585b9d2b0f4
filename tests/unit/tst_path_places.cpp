// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_places.h"

#include <QTest>

#include <cmath>

using namespace parallax;
using namespace std::chrono_literals;

class TestPathPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distancesAreThoseOnTheSphere()
    {
        const Place berlin{52.52, 13.40};
        const Place sydney{-33.87, 151.21};
        QVERIFY(std::abs(kilometresBetween(berlin, sydney) - 16'100.0) < 50.0);
        QCOMPARE(kilometresBetween(berlin, berlin), 0.0);
        QVERIFY(std::abs(kilometresBetween({0, 0}, {0, 180}) - 20'015.0) < 1.0);
    }

    void lightIsTheLimitAndNotFibre()
    {
        // 299.79 km of distance: there and back takes light 2 ms.
        const Place here{0.0, 0.0};
        const Place there{0.0, 299.792458 / 6371.0088 * 180.0 / 3.14159265358979};
        QVERIFY(isTooFar(here, there, 1990us));
        QVERIFY(!isTooFar(here, there, 2010us));
        QVERIFY(!isTooFar(here, here, 0us));
    }

    /// One branch of the hop before is said to be far away; the other one is in the same town.
    void aMisplacedBranchDoesNotMakeTheNextHopTooFar()
    {
        const IpAddress near = IpAddress::parse("203.0.113.1").value();
        const IpAddress far = IpAddress::parse("203.0.113.2").value();
        const IpAddress next = IpAddress::parse("203.0.113.3").value();
        const Place berlin{52.52, 13.40};
        const Place sydney{-33.87, 151.21};
        const std::map<IpAddress, AddressFacts> facts{
            {near, {.place = berlin}}, {far, {.place = sydney}}, {next, {.place = berlin}}};
        const auto row = [](int ttl, int branch, const IpAddress &address) {
            return PathRow{.ttl = ttl, .branch = branch, .address = address, .rtt = {.best = 5ms}};
        };
        auto hops = placedHops({row(3, 0, near), row(3, 1, far), row(4, 0, next)}, facts);
        QCOMPARE(hops.size(), std::size_t{3});
        QVERIFY(!hops[2].tooFar);
        hops = placedHops({row(3, 0, far), row(4, 0, next), row(5, 0, near)}, facts);
        QVERIFY(hops[1].tooFar && std::abs(*hops[1].tooFar - 16'100.0) < 50.0);
        QVERIFY(!hops[2].tooFar);
    }
};

QTEST_APPLESS_MAIN(TestPathPlaces)
#include "tst_path_places.moc"
