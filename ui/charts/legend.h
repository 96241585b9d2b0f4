// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPalette>
#include <QPen>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace parallax {

/// A colour with its words.
struct LegendEntry {
    QPen pen{};
    QColor fill{};
    QString text{};
};

/// One or more lines of entries that break where the width ends; QtCharts' own would cut the words instead.
class Legend
{
public:
    void setEntries(std::vector<LegendEntry> entries) { m_entries = std::move(entries); }
    double height(const QFont &font, double width) const;
    /// On one line.
    double width(const QFont &font) const;
    void paint(QPainter &painter, const QRectF &area, const QFont &font, const QPalette &palette) const;

private:
    std::vector<QPointF> places(const QFont &font, double width) const;

    std::vector<LegendEntry> m_entries;
};

} // namespace parallax
