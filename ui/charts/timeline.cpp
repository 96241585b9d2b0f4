// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timeline.h"

#include "core/text/words.h"
#include "ui/charts/series_painter.h"
#include "ui/charts/series_text.h"
#include "ui/charts/timeline_painter.h"
#include "ui/own_address.h"

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

using namespace std::chrono_literals;

constexpr Duration shortestView = 2s;
constexpr double leastDrag = 4.0; // pixels: less is a click
constexpr double zoomStep = 1.25;
constexpr double moveStep = 0.15; // of the view
constexpr double leastFilled = 0.5; // of the axis: below that it is made anew

} // namespace

Timeline::Timeline(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setToolTip(tr(
        "Drag to focus on a span, double-click or Esc to leave it. Wheel or + and - to zoom, Shift and drag "
        "or arrow keys to move, Home for the whole, Return to focus on what is in view."));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void Timeline::reset(const TimelineLook &look)
{
    m_whole = look.whole;
    m_view = look.view;
    m_what.clear();
    m_columns.clear();
    m_events.clear();
    m_rtt.reset();
    m_drag.reset();
    update();
    setFocusSpan(look.focus);
}

void Timeline::setWhole(const TimeSpan &whole)
{
    const bool following = m_view && m_view->to >= m_whole.to;
    m_whole = whole;
    if (following) { // what is new stays in view
        const Duration length = m_view->length();
        m_view = TimeSpan{whole.to - length, whole.to};
    }
}

TimeScale Timeline::scale() const
{
    const QRectF plot = TimelinePainter::plotIn(rect(), font());
    return {view(), plot.left(), plot.width()};
}

int Timeline::columns() const
{
    return std::max(1, static_cast<int>(TimelinePainter::plotIn(rect(), font()).width()));
}

void Timeline::setSeries(const QString &what, std::vector<SeriesColumn> columns, std::optional<int> ttl)
{
    const double reach = reachOf(columns);
    // Early, a column has one round only, and a peak is its median; later the peak alone makes no axis.
    const bool tooLong = reach > 0.0 && reach < m_rtt.end() * leastFilled;
    if (ttl != m_ttl || tooLong)
        m_rtt.reset();
    m_what = what;
    m_ttl = ttl;
    m_columns = std::move(columns);
    m_rtt.include(reach, 4);
    update();
}

void Timeline::setEvents(const std::vector<PathEvent> &events, Timestamp newest)
{
    m_events = events;
    m_newest = newest;
    update();
}

void Timeline::setFocusSpan(const std::optional<TimeSpan> &span)
{
    if (span == m_focus || (span && span->to <= span->from))
        return;
    m_focus = span;
    update();
    Q_EMIT focusSpanChanged();
}

void Timeline::show(TimeSpan view)
{
    const Duration length =
        std::clamp<Duration>(view.length(), shortestView, std::max<Duration>(m_whole.length(), shortestView));
    view.from = std::clamp(view.from, m_whole.from, std::max(m_whole.from, m_whole.to - length));
    view.to = view.from + length;
    m_view = view.from <= m_whole.from && view.to >= m_whole.to ? std::nullopt : std::optional(view);
    m_rtt.reset();
    Q_EMIT viewChanged();
    update();
}

void Timeline::zoom(double factor, Timestamp around)
{
    const TimeSpan now = view();
    const auto scaled = [factor](Duration part) {
        return Duration(static_cast<std::int64_t>(static_cast<double>(part.count()) / factor));
    };
    const TimeSpan next{around - scaled(around - now.from), around + scaled(now.to - around)};
    if (factor < 1.0 || now.length() > shortestView)
        show(next);
}

void Timeline::move(double shareOfView)
{
    const TimeSpan now = view();
    const auto by =
        Duration(static_cast<std::int64_t>(static_cast<double>(now.length().count()) * shareOfView));
    show({now.from + by, now.to + by});
}

void Timeline::showAround(Timestamp moment)
{
    constexpr Duration around = 5min;
    show({moment - around, moment + around});
}

Picture Timeline::picture() const
{
    const TimelineContent content{m_what, view(), m_focus, m_columns, m_events, m_newest, m_rtt};
    return {.title = tr("Timeline"),
            .fileStem = QStringLiteral("timeline"),
            .size = QSizeF(std::max(width(), 720), std::max(height(), 220)),
            .paint = [content, &words = m_words, look = font(), colours = palette()](QPainter &target,
                                                                                     const QRectF &area) {
                TimelinePainter(content, words, look, colours).paint(target, area);
            }};
}

void Timeline::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter target(this);
    target.fillRect(rect(), palette().color(QPalette::Base));
    const TimelineContent content{m_what, view(), m_focus, m_columns, m_events, m_newest, m_rtt};
    TimelinePainter(content, m_words, font(), palette()).paint(target, rect());
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &target, this);
    }
}

void Timeline::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    Q_EMIT viewChanged();
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    const bool moves = event->button() == Qt::MiddleButton || event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->button() == Qt::LeftButton || moves)
        m_drag = Drag{event->position().x(), view(), moves};
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag)
        return;
    const double x = event->position().x();
    const TimeScale at{m_drag->view, scale().left, scale().width};
    if (m_drag->moves) {
        const Duration by = at.at(m_drag->fromX) - at.at(x);
        return show({m_drag->view.from + by, m_drag->view.to + by});
    }
    if (std::abs(x - m_drag->fromX) < leastDrag)
        return;
    const auto inView = [&](double place) {
        return std::clamp(at.at(place), m_drag->view.from, m_drag->view.to);
    };
    const auto [from, to] = std::minmax({inView(m_drag->fromX), inView(x)}); // as values: both are temporary
    setFocusSpan(TimeSpan{from, to});
}

void Timeline::mouseReleaseEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    m_drag.reset();
}

void Timeline::mouseDoubleClickEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    m_drag.reset();
    if (m_focus)
        setFocusSpan(std::nullopt);
    else
        show(m_whole);
}

void Timeline::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0.0)
        zoom(std::pow(zoomStep, notches), scale().at(event->position().x()));
    event->accept();
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    const Timestamp middle = view().from + view().length() / 2;
    switch (event->key()) {
    case Qt::Key_Left:
        return move(-moveStep);
    case Qt::Key_Right:
        return move(moveStep);
    case Qt::Key_Plus:
        return zoom(zoomStep, middle);
    case Qt::Key_Minus:
        return zoom(1.0 / zoomStep, middle);
    case Qt::Key_Home:
        return show(m_whole);
    case Qt::Key_End:
        return show({m_whole.to - view().length(), m_whole.to});
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return setFocusSpan(view());
    case Qt::Key_Escape:
        return setFocusSpan(std::nullopt);
    default:
        QWidget::keyPressEvent(event);
    }
}

bool Timeline::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_columns.empty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = describe(help->pos().x());
    QToolTip::showText(help->globalPos(), text.isEmpty() ? toolTip() : text, this);
    return true;
}

QString Timeline::describe(double x) const
{
    const TimeScale at = scale();
    QStringList lines = seriesText(m_columns, at, x, m_words);
    if (lines.isEmpty())
        return {};
    constexpr double nearby = 6.0;
    for (const PathEvent &event : m_events) {
        if (std::abs(at.x(event.at) - x) <= nearby)
            lines << shownEvent(m_words, event);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace parallax
