// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_events.h"
#include "core/data/path_series.h"
#include "ui/charts/nice_scale.h"
#include "ui/charts/time_axis.h"

#include <QFont>
#include <QPalette>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace parallax {

class Words;

/// What a timeline shows; it can be painted anywhere.
struct TimelineContent {
    QString what{}; // "End to end", "TTL 3 · 192.0.2.1"
    TimeSpan view{};
    std::optional<TimeSpan> focus{};
    std::vector<SeriesColumn> columns{};
    std::vector<PathEvent> events{};
    Timestamp newest{}; // round: what comes is not known to be as it was
    StableScale rtt{};
};

class TimelinePainter
{
public:
    TimelinePainter(const TimelineContent &content, const Words &words, const QFont &font, QPalette palette);

    void paint(QPainter &painter, const QRectF &area) const;
    /// Where the columns are.
    static QRectF plotIn(const QRectF &area, const QFont &font);

private:
    void paintGrid(QPainter &painter) const;
    void paintTroubles(QPainter &painter) const;
    void paintSpans(QPainter &painter, PathEvent::Kind begins, PathEvent::Kind ends) const;
    void paintEvents(QPainter &painter) const;
    void paintLegend(QPainter &painter, const QRectF &area) const;

    const TimelineContent &m_content;
    const Words &m_words;
    QFont m_font;
    QPalette m_palette;
    QRectF m_plot;
    TimeScale m_scale;
};

} // namespace parallax
