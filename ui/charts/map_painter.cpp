// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/map_painter.h"

#include "ui/charts/land.h"
#include "ui/marks.h"
#include "ui/shown_text.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace parallax {

namespace {

constexpr double mark = 11.0;
constexpr double largestFitted = 24.0; // pixels a degree: nearer says more than is known

QString say(const char *text)
{
    return QCoreApplication::translate("WorldMap", text);
}

/// A point on the great circle from a to b.
Place between(const Place &a, const Place &b, double share)
{
    const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180.0; };
    const double angle = kilometresBetween(a, b) / 6371.0088;
    if (angle < 1e-6)
        return a;
    const double fromA = std::sin((1 - share) * angle) / std::sin(angle);
    const double fromB = std::sin(share * angle) / std::sin(angle);
    const auto component = [&](auto of) { return fromA * of(a) + fromB * of(b); };
    const double x = component(
        [&](const Place &p) { return std::cos(radians(p.latitude)) * std::cos(radians(p.longitude)); });
    const double y = component(
        [&](const Place &p) { return std::cos(radians(p.latitude)) * std::sin(radians(p.longitude)); });
    const double z = component([&](const Place &p) { return std::sin(radians(p.latitude)); });
    return {std::atan2(z, std::hypot(x, y)) * 180.0 / std::numbers::pi,
            std::atan2(y, x) * 180.0 / std::numbers::pi};
}

} // namespace

QString MapStop::label() const
{
    const QString ttls = firstTtl == lastTtl
        ? QString::number(firstTtl)
        : QString::number(firstTtl) + QStringLiteral("–") + QString::number(lastTtl);
    const AddressFacts &facts = hops.front().facts;
    return (ttls + QLatin1Char(' ') + shownText(facts.city.empty() ? facts.country : facts.city)).trimmed();
}

std::vector<MapStop> stopsOf(const std::vector<PlacedHop> &hops)
{
    std::vector<MapStop> stops;
    for (const PlacedHop &hop : hops) {
        if (stops.empty() || stops.back().place != hop.place)
            stops.push_back({.place = hop.place, .firstTtl = hop.ttl});
        MapStop &stop = stops.back();
        stop.lastTtl = hop.ttl;
        stop.tooFar = stop.tooFar || hop.tooFar;
        stop.hops.push_back(hop);
    }
    return stops;
}

std::vector<MapLeg> legsOf(const std::vector<MapStop> &stops)
{
    std::vector<const PlacedHop *> hops;
    for (const MapStop &stop : stops) {
        for (const PlacedHop &hop : stop.hops)
            hops.push_back(&hop);
    }
    std::vector<MapLeg> legs;
    std::vector<const PlacedHop *> before; // those of one TTL
    std::vector<const PlacedHop *> here; // those of the next
    for (const PlacedHop *hop : hops) {
        if (!here.empty() && here.front()->ttl != hop->ttl)
            before = std::exchange(here, {});
        here.push_back(hop);
        for (const PlacedHop *from : before) {
            const MapLeg leg{from->place, hop->place, hop->ttl > from->ttl + 1, hop->tooFar.has_value()};
            if (leg.from != leg.to && std::find(legs.begin(), legs.end(), leg) == legs.end())
                legs.push_back(leg);
        }
    }
    return legs;
}

QPointF MapView::at(const Place &place) const
{
    return area.center() + (QPointF(place.longitude, -place.latitude) - center) * scale;
}

QPointF MapView::degreesAt(const QPointF &pixel) const
{
    return center + (pixel - area.center()) / scale;
}

MapView viewOf(const std::vector<MapStop> &stops, const QRectF &area)
{
    QRectF shown(-180.0, -84.0, 360.0, 142.0); // without Antarctica, where no router stands
    if (!stops.empty()) {
        const auto [west, east] =
            std::minmax_element(stops.begin(), stops.end(), [](const auto &a, const auto &b) {
                return a.place.longitude < b.place.longitude;
            });
        const auto [south, north] =
            std::minmax_element(stops.begin(), stops.end(), [](const auto &a, const auto &b) {
                return a.place.latitude < b.place.latitude;
            });
        shown = QRectF(QPointF(west->place.longitude, -north->place.latitude),
                       QPointF(east->place.longitude, -south->place.latitude));
        const double wide = std::max(shown.width() * 0.14, 6.0);
        const double high = std::max(shown.height() * 0.2, 6.0);
        shown.adjust(-wide, -high, wide * 1.6, high); // labels stand at the right
    }
    const double scale = std::min(area.width() / shown.width(), area.height() / shown.height());
    return {.center = shown.center(), .scale = std::min(scale, largestFitted), .area = area};
}

namespace {

/// Moves it down, some lines at the most, until it covers no other.
void makeRoom(QRectF &cell, const std::vector<QRectF> &taken)
{
    constexpr int mostLines = 8;
    const auto covered = [&](const QRectF &other) { return other.intersects(cell); };
    for (int line = 0; line < mostLines && std::any_of(taken.begin(), taken.end(), covered); ++line)
        cell.translate(0.0, cell.height());
}

} // namespace

MapPainter::MapPainter(const std::vector<MapStop> &stops, const MapView &view, const QFont &font,
                       QPalette palette)
    : m_stops(stops)
    , m_view(view)
    , m_font(font)
    , m_palette(std::move(palette))
{
}

void MapPainter::paint(QPainter &painter) const
{
    painter.save();
    painter.setClipRect(m_view.area, Qt::IntersectClip);
    painter.setFont(m_font);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLand(painter);
    for (const MapLeg &leg : legsOf(m_stops))
        paintLeg(painter, leg);
    paintStops(painter);
    paintNote(painter);
    painter.restore();
}

void MapPainter::paintLand(QPainter &painter) const
{
    painter.fillRect(m_view.area, m_palette.color(QPalette::Base));
    painter.save();
    painter.translate(m_view.area.center());
    painter.scale(m_view.scale, m_view.scale);
    painter.translate(-m_view.center);
    painter.setClipRect(QRectF(-180.0, -90.0, 360.0, 180.0),
                        Qt::IntersectClip); // outlines go on beyond the edge
    const QColor shore = gridLine(m_palette);
    painter.setPen(QPen(readable(shore, m_palette.color(QPalette::Base), 1.6), 0));
    painter.setBrush(shore);
    for (const QPolygonF &ring : landOutlines())
        painter.drawPolygon(ring);
    painter.restore();
}

void MapPainter::paintLeg(QPainter &painter, const MapLeg &leg) const
{
    constexpr int steps = 48;
    constexpr double wrapped =
        180.0; // degrees: the line leaves the map at one side and comes back at the other
    const QColor colour =
        leg.tooFar ? strokeOf(VerdictKind::Proxy, m_palette) : strokeOf(VerdictKind::Tunnel, m_palette);
    painter.setPen(QPen(colour, 2.0, leg.guessed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    QPolygonF line;
    double before = leg.from.longitude;
    for (int i = 0; i <= steps; ++i) {
        const Place place = between(leg.from, leg.to, static_cast<double>(i) / steps);
        if (std::abs(place.longitude - before) > wrapped) {
            painter.drawPolyline(line);
            line.clear();
        }
        before = place.longitude;
        line.append(m_view.at(place));
    }
    painter.drawPolyline(line);
}

void MapPainter::paintStops(QPainter &painter) const
{
    QFont bold = m_font;
    bold.setBold(true);
    painter.setFont(bold);
    const QFontMetricsF metrics(bold);
    std::vector<QRectF> taken;
    for (const MapStop &stop : m_stops) {
        const QPointF at = m_view.at(stop.place);
        const bool wrong = stop.tooFar;
        paintMark(painter, wrong ? Mark::Triangle : Mark::Disc,
                  {at.x() - mark / 2, at.y() - mark / 2, mark, mark},
                  strokeOf(wrong ? VerdictKind::Proxy : VerdictKind::Tunnel, m_palette));
        QRectF cell(at.x() + mark, at.y() - metrics.height() / 2,
                    metrics.horizontalAdvance(stop.label()) + 6.0, metrics.height());
        makeRoom(cell, taken);
        taken.push_back(cell);
        QColor paper = m_palette.color(QPalette::Base);
        paper.setAlphaF(0.8F);
        painter.fillRect(cell, paper);
        painter.setPen(m_palette.color(QPalette::Text));
        painter.drawText(cell, Qt::AlignCenter, stop.label());
    }
    painter.setFont(m_font);
}

void MapPainter::paintNote(QPainter &painter) const
{
    const bool wrong =
        std::any_of(m_stops.begin(), m_stops.end(), [](const MapStop &stop) { return stop.tooFar; });
    if (!wrong)
        return;
    const QString text = say(QT_TRANSLATE_NOOP(
        "WorldMap", "▲ answers sooner than light could come from there: one of the two places is wrong"));
    const QFontMetricsF metrics(m_font);
    const QRectF line(m_view.area.left() + 8.0, m_view.area.bottom() - metrics.height() * 1.5,
                      m_view.area.width() - 16.0, metrics.height() * 1.3);
    QColor paper = m_palette.color(QPalette::Base);
    paper.setAlphaF(0.8F);
    painter.fillRect(line, paper);
    painter.setPen(readable(fillOf(VerdictKind::Proxy), m_palette.color(QPalette::Base), 4.5));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideRight, line.width()));
}

} // namespace parallax
