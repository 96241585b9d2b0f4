// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/legend.h"
#include "ui/charts/picture.h"

#include <QChartView>
#include <QValueAxis>

class QAbstractAxis;

namespace parallax {

/// What the charts have in common: they follow the palette and the font, and can be saved.
class ChartView : public QChartView
{
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);

    /// Painted while this chart still shows what it is a picture of.
    Picture picture(const QString &title, const QString &fileStem);
    QSize sizeHint() const override { return {360, 260}; }
    QSize minimumSizeHint() const override { return {280, 220}; }

protected:
    /// Colours and fonts again, after the palette or the font changed.
    virtual void restyle();
    void styleAxis(QAbstractAxis *axis) const;
    /// Makes room above the plot for the legend and shows it there.
    void setLegend(std::vector<LegendEntry> entries);
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void makeRoom(double width);
    QRectF legendArea(double width) const;
    void paintAt(QPainter &painter, const QRectF &area);

    Legend m_legend;
};

} // namespace parallax
