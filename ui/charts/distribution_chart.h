// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/nice_scale.h"
#include "ui/theme.h"

#include <QAreaSeries>
#include <QLineSeries>

#include <array>
#include <optional>
#include <string>

namespace parallax {

class Words;

/// How often which round trip was seen, for each layer, on one axis.
class DistributionChart : public ChartView
{
    Q_OBJECT

public:
    explicit DistributionChart(const Words &words, QWidget *parent = nullptr);

    void setRecord(const SessionRecord &record);
    /// Milliseconds a bin is wide; grows with the axis and with nothing else.
    double binWidth() const { return m_binWidth; }

protected:
    void restyle() override;

private:
    struct Curve {
        Layer layer{};
        QLineSeries *outline = nullptr;
        QAreaSeries *area = nullptr;
        QLineSeries *median = nullptr;
        QString text{}; // in the legend
    };

    Curve addCurve(Layer layer);
    void showLegend();
    void show(const Curve &curve, const std::vector<Duration> &samples, double &highest) const;
    QString name(Layer layer, std::optional<Duration> median) const;

    const Words &m_words;
    std::array<Curve, 4> m_curves;
    QValueAxis *m_rtt;
    QValueAxis *m_share;
    StableScale m_scale;
    double m_binWidth = 1.0;
    std::string m_shown;
};

} // namespace parallax
