// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_series.h"
#include "ui/charts/picture.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace parallax {

class BarPainter;
class Words;

/// One hop over time.
struct HopStrip {
    int ttl = 0;
    QString label{};
    std::vector<SeriesColumn> columns{};
};

/// A strip for every hop, one above the other: where a delay begins is where all strips below have it too.
class HopStrips : public QWidget
{
    Q_OBJECT

public:
    explicit HopStrips(const Words &words, QWidget *parent = nullptr);

    /// Without an order there are no successive round trips, and no IPDV.
    void setStrips(const TimeSpan &view, std::vector<HopStrip> strips, bool inOrder = true);
    /// The span that the table is about, if not all.
    void setFocusSpan(const std::optional<TimeSpan> &span);
    /// None, and in their place why.
    void setNothing(const QString &why);
    /// Columns of pixels that a strip has.
    int columns(double width) const;
    Picture picture() const;
    /// All strips, whatever is in view; for pictures and figures.
    void paint(QPainter &painter, const QRectF &area) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

Q_SIGNALS:
    void viewChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    double leastStripHeight() const;
    double stripHeight(double areaHeight) const;
    double labelWidth(double width) const; // of a picture so wide
    QRectF plotIn(const QRectF &area) const;
    void paintStrip(QPainter &painter, const HopStrip &strip, const QRectF &area, const QRectF &plot,
                    BarPainter &bars) const;
    void paintLegend(QPainter &painter, const QRectF &line) const;
    void paintAxis(QPainter &painter, const QRectF &area) const;
    QString describe(const QPointF &place) const;

    const Words &m_words;
    TimeSpan m_view{};
    std::optional<TimeSpan> m_focus;
    std::vector<HopStrip> m_strips;
    QString m_why; // there are none
    bool m_inOrder = true;
};

} // namespace parallax
