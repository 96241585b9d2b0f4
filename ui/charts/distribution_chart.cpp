// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/distribution_chart.h"

#include "core/base/statistics.h"
#include "core/data/summary.h"
#include "core/text/words.h"
#include "ui/charts/histogram.h"

#include <QChart>

#include <algorithm>

namespace parallax {

namespace {

constexpr double binsPerAxis = 60.0;

using Samples = std::array<std::vector<Duration>, 4>;

/// In the order of the curves: the path behind, the WebSocket in front.
Samples samplesOf(const SessionRecord &record)
{
    const Path path = pathOf(record);
    std::vector<Duration> tcp = layerRtt(record, Method::TcpSegment).samples;
    if (path.endpoint)
        tcp.insert(tcp.end(), path.endpoint->rtt.samples.begin(), path.endpoint->rtt.samples.end());
    const Hop *last = path.lastHop();
    return {last ? last->rtt.samples : std::vector<Duration>{}, std::move(tcp),
            layerRtt(record, Method::WebSocketControl).samples,
            layerRtt(record, Method::WebSocketText).samples};
}

} // namespace

DistributionChart::DistributionChart(const Words &words, QWidget *parent)
    : ChartView(parent)
    , m_words(words)
    , m_rtt(new QValueAxis(this))
    , m_share(new QValueAxis(this))
{
    setObjectName(QStringLiteral("distribution"));
    setAccessibleName(tr("Distribution of round trips"));
    chart()->setLocale(words.locale());
    chart()->addAxis(m_rtt, Qt::AlignBottom);
    chart()->addAxis(m_share, Qt::AlignLeft);
    m_rtt->setTitleText(tr("Round-trip time [ms]"));
    m_share->setTitleText(tr("Share of answers [%]"));
    m_share->setRange(0, 100);
    m_share->setLabelFormat(QStringLiteral("%.0f"));
    m_share->setTickCount(6);
    m_curves = {addCurve(Layer::Path), addCurve(Layer::Tcp), addCurve(Layer::Control),
                addCurve(Layer::WebSocket)};
    DistributionChart::restyle();
}

DistributionChart::Curve DistributionChart::addCurve(Layer layer)
{
    Curve curve{layer, new QLineSeries(this), nullptr, new QLineSeries(this), {}};
    curve.area = new QAreaSeries(curve.outline);
    curve.area->setParent(this);
    for (QAbstractSeries *series :
         {static_cast<QAbstractSeries *>(curve.area), static_cast<QAbstractSeries *>(curve.median)}) {
        chart()->addSeries(series);
        series->attachAxis(m_rtt);
        series->attachAxis(m_share);
    }
    return curve;
}

void DistributionChart::restyle()
{
    ChartView::restyle();
    for (const Curve &curve : m_curves) {
        const QColor stroke = strokeOf(curve.layer, palette());
        QColor fill = fillOf(curve.layer);
        fill.setAlphaF(0.35F);
        curve.area->setPen(QPen(stroke, 1.6, curve.layer == Layer::Control ? Qt::DotLine : Qt::SolidLine));
        curve.area->setBrush(fill);
        curve.median->setPen(QPen(stroke, 1.4, Qt::DashLine));
    }
    showLegend();
}

void DistributionChart::showLegend()
{
    std::vector<LegendEntry> entries;
    for (const Curve &curve : m_curves) {
        if (!curve.text.isEmpty())
            entries.push_back({curve.area->pen(), curve.area->color(), curve.text});
    }
    setLegend(std::move(entries));
}

void DistributionChart::setRecord(const SessionRecord &record)
{
    if (record.id != m_shown) {
        m_shown = record.id;
        m_scale.reset();
    }
    const Samples samples = samplesOf(record);
    for (const auto &layer : samples) {
        if (const auto largest = percentile(layer, 1.0))
            m_scale.include(toMilliseconds(*largest) * 1.02);
    }
    if (m_scale.end() > 0.0) {
        m_binWidth = niceStep(m_scale.end() / binsPerAxis);
        m_rtt->setRange(0, m_scale.end());
        m_rtt->setTickCount(static_cast<int>(m_scale.end() / m_scale.step() + 1.5));
        m_rtt->setLabelFormat(QStringLiteral("%.%1f").arg(decimalsOf(m_scale.step())));
    }
    double highest = 0.0;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        Curve &curve = m_curves.at(i);
        show(curve, samples.at(i), highest);
        curve.text = samples.at(i).empty() ? QString() : name(curve.layer, median(samples.at(i)));
    }
    showLegend();
    // Four fixed heights: a chart whose axis follows each sample could not be read while it runs.
    const double top = highest <= 10 ? 10 : highest <= 25 ? 25 : highest <= 50 ? 50 : 100;
    m_share->setRange(0, top);
}

void DistributionChart::show(const Curve &curve, const std::vector<Duration> &samples, double &highest) const
{
    const QList<QPointF> outline = stepHistogram(samples, m_binWidth);
    for (const QPointF &point : outline)
        highest = std::max(highest, point.y());
    const auto middle = median(samples);
    curve.outline->replace(outline);
    curve.area->setVisible(!outline.isEmpty()); // an area without points is a line at the left edge
    curve.median->replace(
        middle ? QList<QPointF>{{toMilliseconds(*middle), 0.0}, {toMilliseconds(*middle), 100.0}}
               : QList<QPointF>{});
}

QString DistributionChart::name(Layer layer, std::optional<Duration> median) const
{
    const QString value = m_words.milliseconds(median);
    switch (layer) {
    case Layer::Path:
        return tr("Last hop %1").arg(value);
    case Layer::Tcp:
        return tr("TCP %1").arg(value);
    case Layer::Control:
        return tr("Control %1").arg(value);
    case Layer::WebSocket:
        return tr("WebSocket %1").arg(value);
    }
    return {};
}

} // namespace parallax
