// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/map_painter.h"
#include "ui/charts/picture.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace parallax {

class Words;

/// The hops whose place is known, on a map. Wheel or keys zoom, dragging or arrow keys move, a double-click
/// shows all.
class WorldMap : public QWidget
{
    Q_OBJECT

public:
    explicit WorldMap(const Words &words, QWidget *parent = nullptr);

    /// Another path: nothing yet, and all of it in view, or what was looked at before.
    void reset(const std::optional<MapView> &look = {});
    std::optional<MapView> look() const { return m_view; }
    /// `all`: how many hops the path has, with or without a place.
    void setHops(const std::vector<PlacedHop> &hops, int all);
    const std::vector<MapStop> &stops() const { return m_stops; }
    MapView view() const;
    Picture picture() const;

    QSize sizeHint() const override { return {640, 320}; }
    QSize minimumSizeHint() const override { return {320, 130}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void showAll();
    void zoom(double factor, const QPointF &around);
    void move(const QPointF &pixels);
    QString describe(const MapStop &stop) const;
    QString describeAll() const;

    const Words &m_words;
    std::vector<MapStop> m_stops;
    int m_all = 0;
    std::optional<MapView> m_view; // nothing: all stops
    std::optional<QPointF> m_dragged{}; // since the button was pressed
};

} // namespace parallax
