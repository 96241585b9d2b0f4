// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_view.h"
#include "ui/charts/clock_curve.h"

#include <optional>
#include <vector>

class QLineSeries;

namespace parallax {

/// Clock clients over time, live. The wheel zooms in time, plus and minus likewise; 0, or a double click,
/// shows all.
class ClockChart : public ChartView
{
    Q_OBJECT

public:
    explicit ClockChart(QWidget *parent = nullptr);

    /// `origin` is second 0. The scale follows what is in view.
    void setCurves(std::vector<ClockCurve> curves, Timestamp origin, const QString &quantity);
    /// Everything, or the part that was zoomed to.
    SecondsSpan view() const;
    void showAll();

Q_SIGNALS:
    void viewChanged();

protected:
    void restyle() override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void follow(Timestamp origin);
    void matchSeries();
    void draw();
    void scaleValues(double least, double most);
    void zoom(double factor, double around);
    void move(double share);
    double end() const;

    std::vector<ClockCurve> m_curves;
    Timestamp m_origin{};
    std::vector<QLineSeries *> m_series;
    std::optional<SecondsSpan> m_zoomed;
    QValueAxis *m_time;
    QValueAxis *m_value;
};

} // namespace parallax
