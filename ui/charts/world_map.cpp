// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/world_map.h"

#include "core/text/words.h"
#include "ui/shown_text.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

constexpr double zoomStep = 1.25;
constexpr double leastScale = 1.0; // pixels a degree
constexpr double mostScale = 400.0;
constexpr double reach = 10.0; // pixels around a mark

} // namespace

WorldMap::WorldMap(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
{
    setObjectName(QStringLiteral("map"));
    setAccessibleName(tr("Map of the path"));
    setToolTip(tr("Wheel or + and - to zoom, drag or arrow keys to move, double-click or Home for all."));
    setFocusPolicy(Qt::StrongFocus);
}

void WorldMap::reset(const std::optional<MapView> &look)
{
    m_view = look;
    setHops({}, 0);
}

void WorldMap::setHops(const std::vector<PlacedHop> &hops, int all)
{
    m_stops = stopsOf(hops);
    m_all = all;
    setAccessibleDescription(describeAll());
    update();
}

MapView WorldMap::view() const
{
    MapView shown = m_view ? *m_view : viewOf(m_stops, rect());
    shown.area = rect();
    return shown;
}

Picture WorldMap::picture() const
{
    const MapView shown = view();
    return {.title = tr("Map of the path"),
            .fileStem = QStringLiteral("map"),
            .size = QSizeF(std::max(width(), 720), std::max(height(), 400)),
            .paint = [stops = m_stops, fitted = !m_view, shown, look = font(),
                      colours = palette()](QPainter &target, const QRectF &area) {
                MapView whole = fitted ? viewOf(stops, area) : shown;
                whole.area = area;
                MapPainter(stops, whole, look, colours).paint(target);
            }};
}

void WorldMap::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter target(this);
    MapPainter(m_stops, view(), font(), palette()).paint(target);
    if (m_stops.empty() && m_all > 0) {
        target.setPen(palette().color(QPalette::Text));
        target.drawText(
            rect().adjusted(20, 10, -20, -10), Qt::AlignCenter | Qt::TextWordWrap,
            tr("No hop's place is known. scripts/fetch-geo.sh --cities fetches a file that knows some; "
               "then start Parallax again. Nothing is asked of the network while you trace."));
    }
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &target, this);
    }
}

void WorldMap::zoom(double factor, const QPointF &around)
{
    MapView shown = view();
    const QPointF held = shown.degreesAt(around);
    shown.scale = std::clamp(shown.scale * factor, leastScale, mostScale);
    shown.center = held - (around - shown.area.center()) / shown.scale;
    m_view = shown;
    update();
}

void WorldMap::move(const QPointF &pixels)
{
    MapView shown = view();
    shown.center -= pixels / shown.scale;
    shown.center = {std::clamp(shown.center.x(), -180.0, 180.0), std::clamp(shown.center.y(), -90.0, 90.0)};
    m_view = shown;
    update();
}

void WorldMap::showAll()
{
    m_view.reset();
    update();
}

void WorldMap::mousePressEvent(QMouseEvent *event)
{
    m_dragged = event->position();
}

void WorldMap::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragged)
        move(event->position() - *m_dragged);
    if (m_dragged)
        m_dragged = event->position();
}

void WorldMap::mouseDoubleClickEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    m_dragged.reset(); // a hand that is not quite still must not move it
    showAll();
}

void WorldMap::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0.0)
        zoom(std::pow(zoomStep, notches), event->position());
    event->accept();
}

void WorldMap::keyPressEvent(QKeyEvent *event)
{
    constexpr double step = 40.0; // pixels
    switch (event->key()) {
    case Qt::Key_Plus:
        return zoom(zoomStep, rect().center());
    case Qt::Key_Minus:
        return zoom(1.0 / zoomStep, rect().center());
    case Qt::Key_Left:
        return move({step, 0});
    case Qt::Key_Right:
        return move({-step, 0});
    case Qt::Key_Up:
        return move({0, step});
    case Qt::Key_Down:
        return move({0, -step});
    case Qt::Key_Home:
        return showAll();
    default:
        QWidget::keyPressEvent(event);
    }
}

bool WorldMap::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QStringList found;
    for (const MapStop &stop : m_stops) {
        const QPointF off = view().at(stop.place) - help->pos();
        if (std::hypot(off.x(), off.y()) <= reach)
            found << describe(stop);
    }
    const QString text = plainToolTip(found.join(QLatin1Char('\n')));
    QToolTip::showText(help->globalPos(), found.isEmpty() ? toolTip() : text, this);
    return true;
}

QString WorldMap::describe(const MapStop &stop) const
{
    QStringList lines;
    for (const PlacedHop &hop : stop.hops) {
        QStringList parts{tr("TTL %1: %2").arg(hop.ttl).arg(QString::fromStdString(hop.address.toString())),
                          shownText(hop.facts.name),
                          shownText(hop.facts.asName),
                          shownText(hop.facts.city),
                          shownText(hop.facts.country),
                          m_words.fineDuration(hop.best)};
        parts.removeAll(QString());
        lines << parts.join(QStringLiteral(", "));
        if (hop.tooFar)
            lines << tr("%1 km from the hop before: light in vacuum needs longer than this answer took.")
                         .arg(m_words.locale().toString(*hop.tooFar, 'f', 0));
    }
    return lines.join(QLatin1Char('\n'));
}

QString WorldMap::describeAll() const
{
    QStringList lines;
    for (const MapStop &stop : m_stops)
        lines << describe(stop);
    return lines.join(QLatin1Char('\n'));
}

} // namespace parallax
