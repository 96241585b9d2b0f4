// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/clock_histogram.h"

#include "ui/charts/histogram.h"
#include "ui/charts/nice_scale.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

constexpr double binsPerAxis = 48.0;
constexpr double outliers = 0.01; // at either end, that do not stretch the axis
constexpr double narrowest = 0.001; // ms on the axis
constexpr double headroom = 1.1;
constexpr double valueTicks = 4.0;
constexpr double shareStep = 20.0; // per cent: a quarter of it is a whole number

std::vector<Duration> valuesOf(const ClockCurve &curve)
{
    std::vector<Duration> values;
    values.reserve(curve.points.size());
    for (const ClockPoint &point : curve.points)
        values.push_back(point.value);
    return values;
}

} // namespace

ClockHistogram::ClockHistogram(QWidget *parent)
    : ChartView(parent)
    , m_value(new QValueAxis(this))
    , m_share(new QValueAxis(this))
{
    setObjectName(QStringLiteral("clockHistogram"));
    setAccessibleName(tr("Distribution of the clock clients' values"));
    chart()->addAxis(m_value, Qt::AlignBottom);
    chart()->addAxis(m_share, Qt::AlignLeft);
    m_share->setTitleText(tr("Share of answers [%]"));
    m_share->setLabelFormat(QStringLiteral("%.0f"));
    m_share->setRange(0, 100);
    m_value->setTickType(QValueAxis::TicksDynamic);
    m_value->setTickInterval(0.25);
    m_value->setRange(0, 1); // until there is a value
    ClockHistogram::restyle();
}

void ClockHistogram::setCurves(const std::vector<ClockCurve> &curves, const QString &quantity)
{
    m_value->setTitleText(quantity);
    matchOutlines(curves);
    scale(curves);
    double highest = 1.0;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const QList<QPointF> outline = stepHistogram(valuesOf(curves[i]), m_binWidth);
        for (const QPointF &point : outline)
            highest = std::max(highest, point.y());
        m_outlines[i].line->replace(outline);
    }
    m_share->setRange(0, std::min(std::ceil(highest * headroom / shareStep) * shareStep, 100.0));
}

void ClockHistogram::matchOutlines(const std::vector<ClockCurve> &curves)
{
    while (m_outlines.size() > curves.size()) {
        chart()->removeSeries(m_outlines.back().area);
        delete m_outlines.back().area;
        delete m_outlines.back().line;
        m_outlines.pop_back();
    }
    while (m_outlines.size() < curves.size()) {
        auto *line = new QLineSeries(this);
        auto *area = new QAreaSeries(line);
        area->setParent(this);
        chart()->addSeries(area);
        area->attachAxis(m_value);
        area->attachAxis(m_share);
        m_outlines.push_back({.line = line, .area = area});
    }
    for (std::size_t i = 0; i < curves.size(); ++i) {
        m_outlines[i].scheme = curves[i].scheme;
        m_outlines[i].name = curves[i].name;
    }
    restyle();
}

void ClockHistogram::scale(const std::vector<ClockCurve> &curves)
{
    std::vector<Duration> all;
    for (const ClockCurve &curve : curves) {
        const auto values = valuesOf(curve);
        all.insert(all.end(), values.begin(), values.end());
    }
    if (all.empty())
        return;
    const auto atRank = [&all](double fraction) { // a whole sort would take ten times as long
        const auto rank = static_cast<std::ptrdiff_t>(fraction * static_cast<double>(all.size() - 1));
        std::nth_element(all.begin(), all.begin() + rank, all.end());
        return toMilliseconds(all[static_cast<std::size_t>(rank)]);
    };
    const double low = atRank(outliers);
    const double high = atRank(1.0 - outliers);
    m_binWidth = niceStep(std::max(high - low, leastWidth(narrowest, low, high)) / binsPerAxis);
    const double from = (std::floor(low / m_binWidth) - 1) * m_binWidth;
    const double to = (std::floor(high / m_binWidth) + 2) * m_binWidth;
    const double step = niceStep((to - from) / valueTicks);
    m_value->setTickInterval(step);
    m_value->setRange(from, to);
    m_value->setLabelFormat(QStringLiteral("%.%1f").arg(decimalsOf(step)));
}

void ClockHistogram::restyle()
{
    ChartView::restyle();
    std::vector<LegendEntry> entries;
    for (const Outline &outline : m_outlines) {
        const QPen pen = penOf(outline.scheme, palette());
        QColor fill = pen.color();
        fill.setAlphaF(0.2F);
        outline.area->setPen(pen);
        outline.area->setBrush(fill);
        entries.push_back({pen, fill, outline.name});
    }
    setLegend(std::move(entries));
}

} // namespace parallax
