// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_places.h"

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace parallax {

/// Neighbouring hops at one place share a mark.
struct MapStop {
    Place place{};
    int firstTtl = 0;
    int lastTtl = 0;
    std::vector<PlacedHop> hops{};
    bool tooFar = false;

    QString label() const;
};

std::vector<MapStop> stopsOf(const std::vector<PlacedHop> &hops);

/// From a hop to one of the next TTL that has a place; branches of one TTL are not on each other's way.
struct MapLeg {
    Place from{};
    Place to{};
    bool guessed = false; // hops without a place lie between
    bool tooFar = false;

    bool operator==(const MapLeg &) const = default;
};

std::vector<MapLeg> legsOf(const std::vector<MapStop> &stops);

/// Which part of the world is shown, and how large: an equirectangular map.
struct MapView {
    QPointF center{}; // degrees, y southwards
    double scale = 2.0; // pixels a degree
    QRectF area{};

    QPointF at(const Place &place) const;
    QPointF degreesAt(const QPointF &pixel) const;
};

/// All stops with some room around them; the whole world without any.
MapView viewOf(const std::vector<MapStop> &stops, const QRectF &area);

class MapPainter
{
public:
    MapPainter(const std::vector<MapStop> &stops, const MapView &view, const QFont &font, QPalette palette);

    void paint(QPainter &painter) const;

private:
    void paintLand(QPainter &painter) const;
    void paintLeg(QPainter &painter, const MapLeg &leg) const;
    void paintStops(QPainter &painter) const;
    void paintNote(QPainter &painter) const;

    const std::vector<MapStop> &m_stops;
    MapView m_view;
    QFont m_font;
    QPalette m_palette;
};

} // namespace parallax
