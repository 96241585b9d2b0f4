// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/hop_chart.h"

#include "core/text/words.h"
#include "ui/charts/thin.h"
#include "ui/shown_text.h"

#include <QChart>
#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

constexpr int pointsPerColumn = 24;

constexpr std::array layers{Layer::Path, Layer::Tcp, Layer::WebSocket};

std::size_t indexOf(Layer layer)
{
    return static_cast<std::size_t>(std::find(layers.begin(), layers.end(), layer) - layers.begin());
}

} // namespace

HopChart::HopChart(const Words &words, QWidget *parent)
    : ChartView(parent)
    , m_words(words)
    , m_hops(new QCategoryAxis(this))
    , m_rtt(new QValueAxis(this))
    , m_pathLine(new QLineSeries(this))
{
    setObjectName(QStringLiteral("hops"));
    setAccessibleName(tr("RTT per hop"));
    chart()->setLocale(words.locale());
    chart()->addAxis(m_hops, Qt::AlignBottom);
    chart()->addAxis(m_rtt, Qt::AlignLeft);
    m_hops->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_hops->setTitleText(tr("TTL, endpoint, browser"));
    m_hops->setGridLineVisible(false);
    m_rtt->setTitleText(tr("Round-trip time [ms]"));
    const auto add = [this](QXYSeries *series) {
        chart()->addSeries(series);
        series->attachAxis(m_hops);
        series->attachAxis(m_rtt);
    };
    add(m_pathLine);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        add(m_samples[i] = new QScatterSeries(this));
        add(m_minima[i] = new QScatterSeries(this));
    }
    HopChart::restyle();
}

void HopChart::restyle()
{
    ChartView::restyle();
    m_pathLine->setPen(QPen(strokeOf(Layer::Path, palette()), 1.6));
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const QColor stroke = strokeOf(layers.at(i), palette());
        QColor faint = stroke;
        faint.setAlphaF(0.35F);
        m_samples[i]->setColor(faint);
        m_samples[i]->setBorderColor(Qt::transparent);
        m_samples[i]->setMarkerSize(6.0);
        m_minima[i]->setColor(stroke);
        m_minima[i]->setBorderColor(palette().color(QPalette::Base));
        m_minima[i]->setMarkerSize(10.0);
    }
}

void HopChart::setRecord(const SessionRecord &record)
{
    if (record.id != m_shown) {
        m_shown = record.id;
        m_scale.reset();
    }
    m_columns = columnsOf(record);
    label(m_columns);
    plot(m_columns);
}

std::vector<HopChart::Column> HopChart::columnsOf(const SessionRecord &record)
{
    std::vector<Column> columns;
    const Path path = pathOf(record);
    double x = 0.0;
    for (const Hop &hop : path.hops) {
        x = hop.ttl;
        columns.push_back(
            {Layer::Path, x, QString::number(hop.ttl), describe(hop, factsOf(record, hop.address)), hop.rtt});
    }
    std::vector<Duration> tcp = layerRtt(record, Method::TcpSegment).samples;
    if (path.endpoint)
        tcp.insert(tcp.end(), path.endpoint->rtt.samples.begin(), path.endpoint->rtt.samples.end());
    const double apart = std::max(1.2, x * 0.15); // the words below need room beside many hops
    const auto address = QString::fromStdString(record.tester.peer.address.toString());
    const RttSummary endpoint = summarise(std::move(tcp));
    if (endpoint.count > 0) {
        x += apart * 1.3;
        columns.push_back({Layer::Tcp, x, tr("TCP"), tr("Endpoint (TCP) %1").arg(address), endpoint});
    }
    const RttSummary browser = layerRtt(record, Method::WebSocketText);
    if (browser.count > 0) {
        x += apart;
        columns.push_back({Layer::WebSocket, x, tr("WS"), tr("Browser (WebSocket)"), browser});
    }
    return columns;
}

QString HopChart::describe(const Hop &hop, const AddressFacts &facts)
{
    if (!hop.address)
        return hop.sent == 1 ? tr("TTL %1: no answer to one probe").arg(hop.ttl)
                             : tr("TTL %1: no answer to %2 probes").arg(hop.ttl).arg(hop.sent);
    QStringList parts{tr("TTL %1: %2").arg(hop.ttl).arg(QString::fromStdString(hop.address->toString())),
                      tr("%1 of %2 probes answered").arg(hop.rtt.count).arg(hop.sent)};
    if (const std::string network = networkOf(facts); !network.empty())
        parts << shownText(network);
    if (!facts.country.empty())
        parts << shownText(facts.country);
    for (const MplsLabel &label : hop.mpls)
        parts << tr("MPLS label %1").arg(label.label);
    return parts.join(QLatin1Char('\n'));
}

void HopChart::label(const std::vector<Column> &columns)
{
    // Of many hops only every second, third … is labelled: there is room for about ten numbers.
    const auto hops = std::count_if(columns.begin(), columns.end(),
                                    [](const Column &column) { return column.layer == Layer::Path; });
    const long every = hops / 11 + 1;
    QStringList wanted;
    std::vector<double> places;
    for (const Column &column : columns) {
        if (column.layer == Layer::Path && (std::lround(column.x) - 1) % every != 0)
            continue;
        wanted << column.label;
        places.push_back(column.x);
    }
    const double end = columns.empty() ? 1.0 : columns.back().x;
    if (wanted == m_hops->categoriesLabels() && m_hops->max() == end + 0.6)
        return;
    const auto shown = m_hops->categoriesLabels();
    for (const QString &old : shown)
        m_hops->remove(old);
    for (qsizetype i = 0; i < wanted.size(); ++i)
        m_hops->append(wanted[i], places[static_cast<std::size_t>(i)]);
    m_hops->setRange(columns.empty() ? 0.0 : columns.front().x - 0.6, end + 0.6);
    styleAxis(m_hops);
}

void HopChart::plot(const std::vector<Column> &columns)
{
    QList<QPointF> path;
    std::array<QList<QPointF>, 3> samples;
    std::array<QList<QPointF>, 3> minima;
    for (const Column &column : columns) {
        if (!column.rtt.min)
            continue;
        const std::size_t layer = indexOf(column.layer);
        minima.at(layer).append({column.x, toMilliseconds(*column.rtt.min)});
        for (const double rtt : thinned(column.rtt.samples, pointsPerColumn)) {
            samples.at(layer).append({column.x, rtt});
            m_scale.include(rtt * 1.05);
        }
        if (column.layer == Layer::Path)
            path.append(minima.at(layer).back());
    }
    if (m_scale.end() > 0.0) {
        m_rtt->setRange(0, m_scale.end());
        m_rtt->setTickCount(static_cast<int>(m_scale.end() / m_scale.step() + 1.5));
        m_rtt->setLabelFormat(QStringLiteral("%.%1f").arg(decimalsOf(m_scale.step())));
    }
    m_pathLine->replace(path);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        m_samples[i]->replace(samples.at(i));
        m_minima[i]->replace(minima.at(i));
    }
}

bool HopChart::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_columns.empty())
        return ChartView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const double x = chart()->mapToValue(mapToScene(help->pos()), m_pathLine).x();
    const auto nearest =
        std::min_element(m_columns.begin(), m_columns.end(), [x](const Column &a, const Column &b) {
            return std::abs(a.x - x) < std::abs(b.x - x);
        });
    QString text = nearest->detail;
    if (nearest->rtt.min)
        text += QLatin1Char('\n')
            + tr("minimum %1, median %2")
                  .arg(m_words.duration(nearest->rtt.min), m_words.duration(nearest->rtt.median));
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace parallax
