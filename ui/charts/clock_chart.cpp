// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/clock_chart.h"

#include "ui/charts/nice_scale.h"

#include <QChart>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

constexpr double shortestView = 0.5; // seconds
constexpr double leastTime = 10.0; // seconds on the axis, so that it does not race at the start
constexpr double lowestAxis = 0.001; // ms
constexpr int valueTicks = 5;
constexpr double timeTicks = 6.0;
constexpr double zoomStep = 1.25;
constexpr double moveStep = 0.25; // of what is in view

} // namespace

ClockChart::ClockChart(QWidget *parent)
    : ChartView(parent)
    , m_time(new QValueAxis(this))
    , m_value(new QValueAxis(this))
{
    setObjectName(QStringLiteral("clockChart"));
    setAccessibleName(tr("Clock clients over time"));
    setAccessibleDescription(tr("Plus and minus zoom, the arrow keys move, 0 shows all."));
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_value, Qt::AlignLeft);
    m_time->setTitleText(tr("Time [s]"));
    m_time->setLabelFormat(QStringLiteral("%.0f"));
    m_time->setTickType(QValueAxis::TicksDynamic);
    m_time->setTickInterval(niceStep(leastTime / timeTicks));
    m_time->setRange(0, leastTime);
    m_value->setTickCount(valueTicks);
    ClockChart::restyle();
}

double ClockChart::end() const
{
    double end = leastTime;
    for (const ClockCurve &curve : m_curves) {
        if (!curve.points.empty())
            end = std::max(end, toSeconds(curve.points.back().at - m_origin));
    }
    return end;
}

SecondsSpan ClockChart::view() const
{
    return m_zoomed.value_or(SecondsSpan{0.0, end()});
}

void ClockChart::setCurves(std::vector<ClockCurve> curves, Timestamp origin, const QString &quantity)
{
    follow(origin);
    m_curves = std::move(curves);
    m_origin = origin;
    m_value->setTitleText(quantity);
    matchSeries();
    draw();
}

/// The same moments stay in view where second 0 is another: the oldest answers go, with each new one in the
/// end.
void ClockChart::follow(Timestamp origin)
{
    if (origin == Timestamp{} || m_origin == Timestamp{}) // nothing to see, or nothing was
        m_zoomed.reset();
    if (!m_zoomed)
        return;
    const double from = std::max(m_zoomed->from - toSeconds(origin - m_origin), 0.0);
    m_zoomed = SecondsSpan{from, from + m_zoomed->width()};
}

void ClockChart::matchSeries()
{
    while (m_series.size() > m_curves.size()) {
        chart()->removeSeries(m_series.back());
        delete m_series.back();
        m_series.pop_back();
    }
    while (m_series.size() < m_curves.size()) {
        auto *series = new QLineSeries(this);
        chart()->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_value);
        m_series.push_back(series);
    }
    restyle();
}

void ClockChart::draw()
{
    const SecondsSpan span = view();
    m_time->setTickInterval(niceStep(span.width() / timeTicks));
    m_time->setRange(span.from, span.to);
    m_time->setLabelFormat(span.width() < leastTime ? QStringLiteral("%.1f") : QStringLiteral("%.0f"));
    const int columns = std::max(width(), minimumSizeHint().width());
    double least = 0.0;
    double most = 0.0;
    bool any = false;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const QList<QPointF> points = decimated(m_curves[i].points, m_origin, span, columns);
        for (const QPointF &point : points) {
            least = any ? std::min(least, point.y()) : point.y();
            most = any ? std::max(most, point.y()) : point.y();
            any = true;
        }
        m_series[i]->replace(points);
    }
    scaleValues(least, most);
}

/// Ends on round numbers, so that the picture jumps seldom.
void ClockChart::scaleValues(double least, double most)
{
    const double height = std::max(most - least, leastWidth(lowestAxis, least, most));
    const double step = niceStep(height / (valueTicks - 1));
    const double low = std::floor(least / step) * step;
    const double high = std::max(std::ceil(most / step), low / step + 1) * step;
    m_value->setRange(low, high);
    m_value->setTickCount(static_cast<int>(std::lround((high - low) / step)) + 1);
    m_value->setLabelFormat(QStringLiteral("%.%1f").arg(decimalsOf(step)));
}

void ClockChart::restyle()
{
    ChartView::restyle();
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const QPen pen = penOf(m_curves[i].scheme, palette());
        m_series[i]->setPen(pen);
        entries.push_back({pen, QColor(Qt::transparent), m_curves[i].name});
    }
    setLegend(std::move(entries));
}

void ClockChart::zoom(double factor, double around)
{
    const SecondsSpan now = view();
    const double width = std::max(now.width() / factor, shortestView);
    const double share = (around - now.from) / now.width();
    const double from = std::max(around - share * width, 0.0);
    if (from <= 0.0 && width >= end())
        return showAll();
    m_zoomed = SecondsSpan{from, from + width};
    draw();
    Q_EMIT viewChanged();
}

void ClockChart::move(double share)
{
    const SecondsSpan now = view();
    const double by = std::max(share * now.width(), -now.from);
    m_zoomed = SecondsSpan{now.from + by, now.to + by};
    draw();
    Q_EMIT viewChanged();
}

void ClockChart::showAll()
{
    m_zoomed.reset();
    draw();
    Q_EMIT viewChanged();
}

void ClockChart::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0; // a touch pad has parts of one
    if (notches != 0.0)
        zoom(std::pow(zoomStep, notches), chart()->mapToValue(event->position()).x());
    event->accept();
}

void ClockChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    showAll();
    event->accept();
}

void ClockChart::keyPressEvent(QKeyEvent *event)
{
    const SecondsSpan now = view();
    switch (event->key()) {
    case Qt::Key_Plus:
        return zoom(zoomStep, now.from + now.width() / 2);
    case Qt::Key_Minus:
        return zoom(1.0 / zoomStep, now.from + now.width() / 2);
    case Qt::Key_Left:
        return move(-moveStep);
    case Qt::Key_Right:
        return move(moveStep);
    case Qt::Key_0:
        return showAll();
    default:
        ChartView::keyPressEvent(event);
    }
}

} // namespace parallax
