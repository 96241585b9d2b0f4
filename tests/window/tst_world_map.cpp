// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"
#include "tests/support/watched_path.h"
#include "ui/charts/land.h"
#include "ui/charts/world_map.h"
#include "ui/pages/path_page.h"

#include <QHelpEvent>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

std::vector<PlacedHop> farHops()
{
    const auto state = fixtures::farWatch(20);
    return placedHops(pathRows(state.history), state.record.addresses);
}

/// Hops with a place, and nothing else: a TTL and degrees of longitude each.
std::vector<PlacedHop> hopsAt(const std::vector<std::pair<int, double>> &places)
{
    std::vector<PlacedHop> hops;
    hops.reserve(places.size());
    for (const auto &[ttl, longitude] : places)
        hops.push_back({.ttl = ttl, .place = Place{50.0, longitude}});
    return hops;
}

MapLeg leg(double from, double to, bool guessed = false)
{
    return {.from = Place{50.0, from}, .to = Place{50.0, to}, .guessed = guessed};
}

bool isOnLand(const Place &place)
{
    const QPointF at(place.longitude, -place.latitude);
    const auto &rings = landOutlines();
    return std::any_of(rings.begin(), rings.end(),
                       [&](const QPolygonF &ring) { return ring.containsPoint(at, Qt::OddEvenFill); });
}

} // namespace

class TestWorldMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLandIsWhereItIs()
    {
        QVERIFY(landOutlines().size() > 100);
        QVERIFY(isOnLand({52.5, 13.4})); // Berlin
        QVERIFY(isOnLand({-25.0, 135.0})); // Australia
        QVERIFY(isOnLand({39.0, -98.0})); // Kansas
        QVERIFY(!isOnLand({0.0, -30.0})); // Atlantic
        QVERIFY(!isOnLand({-40.0, 90.0})); // Indian Ocean
    }

    void onlyHopsWithAPlaceAreOnTheMap()
    {
        const Words words;
        WorldMap map(words);
        map.setHops(farHops(), 6);
        QCOMPARE(map.stops().size(), std::size_t{4});
        QCOMPARE(map.stops()[0].label(), QStringLiteral("2 Berlin"));
        QCOMPARE(map.stops()[3].label(), QStringLiteral("6 Sydney"));
        QVERIFY(map.accessibleDescription().contains(QStringLiteral("sin3.backbone.example")));
    }

    void neighboursAtOnePlaceShareAMark()
    {
        auto hops = farHops();
        hops[1].place = hops[0].place;
        const auto stops = stopsOf(hops);
        QCOMPARE(stops.size(), std::size_t{3});
        QCOMPARE(stops[0].label(), QStringLiteral("2–3 Berlin"));
    }

    void branchesAreJoinedWithWhatIsBeforeAndBehindThem()
    {
        const auto legs = legsOf(stopsOf(hopsAt({{2, 0.0}, {3, 5.0}, {3, 6.0}, {4, 9.0}})));
        QVERIFY(legs == std::vector<MapLeg>({leg(0.0, 5.0), leg(0.0, 6.0), leg(5.0, 9.0), leg(6.0, 9.0)}));
    }

    void whereHopsWithoutAPlaceLieBetweenTheLegIsGuessed()
    {
        const auto legs = legsOf(stopsOf(hopsAt({{2, 0.0}, {3, 0.0}, {6, 9.0}, {7, 12.0}})));
        QVERIFY(legs == std::vector<MapLeg>({leg(0.0, 9.0, true), leg(9.0, 12.0)}));
    }

    void everyStopIsInViewAtFirst()
    {
        const Words words;
        WorldMap map(words);
        map.resize(700, 300);
        map.setHops(farHops(), 6);
        for (const MapStop &stop : map.stops())
            QVERIFY(QRectF(map.rect()).contains(map.view().at(stop.place)));
    }

    void theWheelZoomsWhereThePointerIsAndHomeShowsAll()
    {
        const Words words;
        WorldMap map(words);
        map.resize(700, 300);
        map.setHops(farHops(), 6);
        const MapView before = map.view();
        const QPointF where(200, 100);
        const QPointF held = before.degreesAt(where);
        QWheelEvent wheel(where, where, {}, {0, 240}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&map, &wheel);
        QVERIFY(map.view().scale > before.scale * 1.4);
        QVERIFY(qAbs(map.view().degreesAt(where).x() - held.x()) < 1e-6);
        QTest::keyClick(&map, Qt::Key_Left);
        QVERIFY(map.view().degreesAt(where).x() < held.x());
        QTest::keyClick(&map, Qt::Key_Home);
        QCOMPARE(map.view().scale, before.scale);
    }

    void aDoubleClickAndAnotherPathShowAll()
    {
        const Words words;
        WorldMap map(words);
        map.resize(700, 300);
        map.setHops(farHops(), 6);
        const double fitted = map.view().scale;
        QTest::keyClick(&map, Qt::Key_Plus);
        QVERIFY(map.view().scale > fitted);
        QTest::mouseDClick(&map, Qt::LeftButton, {}, {100, 100});
        QCOMPARE(map.view().scale, fitted);
        QTest::keyClick(&map, Qt::Key_Plus);
        map.reset();
        map.setHops(farHops(), 6);
        QCOMPARE(map.view().scale, fitted);
    }

    void aWheelThatTurnsSidewaysChangesNothing()
    {
        const Words words;
        WorldMap map(words);
        map.resize(700, 300);
        map.setHops(hopsAt({{2, 0.0}, {3, 5.0}}), 6);
        const QPointF where(200, 100);
        QWheelEvent wheel(where, where, {}, {240, 0}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&map, &wheel);
        map.setHops(farHops(), 6); // are fitted in
        for (const MapStop &stop : map.stops())
            QVERIFY(QRectF(map.rect()).contains(map.view().at(stop.place)));
    }

    void hostileNamesAreNoMarkup()
    {
        const Words words;
        WorldMap map(words);
        map.resize(700, 300);
        map.show();
        auto hops = farHops();
        hops[0].facts.name = "<img src=x>";
        map.setHops(hops, 6);
        const auto ask = [&map](const QPoint &where) {
            QHelpEvent help(QEvent::ToolTip, where, map.mapToGlobal(where));
            QCoreApplication::sendEvent(&map, &help);
            return QToolTip::text();
        };
        const QString said = ask(map.view().at(map.stops()[0].place).toPoint());
        QVERIFY(said.contains(QStringLiteral("Berlin")));
        QVERIFY(!said.contains(QStringLiteral("<img")));
        QVERIFY(ask({1, 1}).contains(QStringLiteral("zoom"))); // nobody stands there
    }

    void aPlaceThatLightCannotReachIsMarkedAndExplained()
    {
        const Words words;
        auto state = fixtures::farWatch(20);
        // The file says New York of a router that answers after 15 ms.
        state.record.addresses[IpAddress::parse("203.0.113.33").value()].place = Place{40.7, -74.0};
        WorldMap map(words);
        map.setHops(placedHops(pathRows(state.history), state.record.addresses), 6);
        QVERIFY(map.stops()[1].tooFar);
        QVERIFY(!map.stops()[0].tooFar && !map.stops()[2].tooFar);
        QVERIFY(map.accessibleDescription().contains(QStringLiteral("light in vacuum")));
    }

    void thePictureIsPaintedWithoutTheWidget()
    {
        const Words words;
        Picture picture;
        {
            WorldMap map(words);
            map.setHops(farHops(), 6);
            picture = map.picture();
        }
        QImage image(picture.size.toSize(), QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        picture.paint(painter, QRectF(image.rect()));
        painter.end();
        QVERIFY(image.pixelColor(1, 1) != QColor(Qt::magenta));
    }

    void thePageDrawsHopsAsTheyAreFound()
    {
        const Words words;
        PathPage page(words);
        auto state = fixtures::farWatch(0);
        page.addTrace(TraceId{1}, state.request);
        const auto round = fixtures::playedRound(fixtures::farPath(), 0, state.record.address.address);
        auto *map = page.findChild<WorldMap *>();
        for (int hops = 1; hops <= 3; ++hops) {
            state.history.add(round[static_cast<std::size_t>(hops - 1)], state.record.address.address);
            page.setTrace(TraceId{1}, state);
            QCOMPARE(map->stops().size(),
                     static_cast<std::size_t>(hops - 1)); // the first is in a private network
        }
    }
};

QTEST_MAIN(TestWorldMap)
#include "tst_world_map.moc"
