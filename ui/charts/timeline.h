// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_events.h"
#include "core/data/path_series.h"
#include "ui/charts/nice_scale.h"
#include "ui/charts/picture.h"
#include "ui/charts/time_axis.h"
#include "ui/charts/timeline_look.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace parallax {

class Words;

/// Round trips over hours. Drag to focus on a span, wheel to zoom, Shift and drag to move.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(const Words &words, QWidget *parent = nullptr);

    /// Another path: as it was looked at, or the whole of it without a focus.
    void reset(const TimelineLook &look = {});
    TimelineLook look() const { return {m_whole, m_view, m_focus}; }
    void setWhole(const TimeSpan &whole);
    /// What is shown of it, and in how many columns of pixels.
    TimeSpan view() const { return m_view.value_or(m_whole); }
    int columns() const;
    /// Of one TTL, or end to end: as long as that stays, the axis does.
    void setSeries(const QString &what, std::vector<SeriesColumn> columns, std::optional<int> ttl = {});
    /// What still stands does so at the newest round.
    void setEvents(const std::vector<PathEvent> &events, Timestamp newest);
    /// The span that table and log are about.
    std::optional<TimeSpan> focusSpan() const { return m_focus; }
    /// An empty one changes nothing.
    void setFocusSpan(const std::optional<TimeSpan> &span);
    /// Some minutes before and after it.
    void showAround(Timestamp moment);
    Picture picture() const;

    QSize sizeHint() const override { return {640, 220}; }
    QSize minimumSizeHint() const override { return {320, 130}; }

Q_SIGNALS:
    /// Answered with setSeries.
    void viewChanged();
    void focusSpanChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Drag {
        double fromX = 0.0;
        TimeSpan view{};
        bool moves = false; // the view, instead of choosing a focus
    };

    TimeScale scale() const;
    void show(TimeSpan view);
    void zoom(double factor, Timestamp around);
    void move(double shareOfView);
    QString describe(double x) const;

    const Words &m_words;
    TimeSpan m_whole{};
    std::optional<TimeSpan> m_view; // nothing: the whole, growing
    std::optional<TimeSpan> m_focus;
    std::optional<Drag> m_drag;
    QString m_what;
    std::optional<int> m_ttl{};
    std::vector<SeriesColumn> m_columns;
    std::vector<PathEvent> m_events;
    Timestamp m_newest{};
    StableScale m_rtt;
};

} // namespace parallax
