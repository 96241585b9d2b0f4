// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_view.h"
#include "ui/charts/clock_curve.h"

#include <vector>

class QAreaSeries;
class QLineSeries;

namespace parallax {

/// How often each value occurred, one outline a clock client, over each other.
class ClockHistogram : public ChartView
{
    Q_OBJECT

public:
    explicit ClockHistogram(QWidget *parent = nullptr);

    void setCurves(const std::vector<ClockCurve> &curves, const QString &quantity);
    /// Milliseconds a bin is wide.
    double binWidth() const { return m_binWidth; }

protected:
    void restyle() override;

private:
    struct Outline {
        ClockScheme scheme{};
        QString name{};
        QLineSeries *line = nullptr;
        QAreaSeries *area = nullptr;
    };

    void matchOutlines(const std::vector<ClockCurve> &curves);
    void scale(const std::vector<ClockCurve> &curves);

    std::vector<Outline> m_outlines;
    QValueAxis *m_value;
    QValueAxis *m_share;
    double m_binWidth = 1.0;
};

} // namespace parallax
