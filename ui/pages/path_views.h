// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/board.h"
#include "core/data/path_events.h"
#include "core/data/path_series.h"
#include "ui/charts/picture.h"
#include "ui/pages/path_look.h"

#include <QTabWidget>

#include <optional>
#include <vector>

namespace parallax {

class HopStrips;
class PathEventLog;
class Timeline;
class Words;
class WorldMap;

/// One path over time, in several pictures.
class PathViews : public QTabWidget
{
    Q_OBJECT

public:
    explicit PathViews(const Words &words, QWidget *parent = nullptr);

    /// Another path will be shown, as it was looked at before.
    void reset(const PathLook &look = {});
    PathLook look() const;
    /// Everything again, with the table's rows, whose own addresses are hidden if they are to be; the
    /// timeline is about one TTL, or end to end.
    void setTrace(const TraceState &state, const std::vector<PathRow> &rows, std::optional<int> ttl);
    /// Only what depends on the part of the time that is in view.
    void setView(const TraceState &state, std::optional<int> ttl);
    std::optional<TimeSpan> focusSpan() const;
    void leaveFocus();
    PathLimits limits() const;
    /// Also of one that is being typed.
    PathLimits typedLimits();
    void setLimits(const PathLimits &limits);
    /// In names and events; seen with the next setTrace.
    void setHideOwn(bool hide);
    /// Of what setTrace was told last, whichever of them is in front.
    std::vector<Picture> pictures(const TraceState &state, std::optional<int> ttl, int which);

Q_SIGNALS:
    /// Answered with setView.
    void viewChanged();
    /// Answered with setTrace; likewise the next.
    void focusSpanChanged();
    void limitsChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showSeries(const TraceState &state, std::optional<int> ttl);
    void showStrips(const TraceState &state, double width);
    QString labelOf(const TraceState &state, int ttl) const;
    static QString nothingOverTime();

    const Words &m_words;
    Timeline *m_timeline;
    HopStrips *m_strips;
    PathEventLog *m_log;
    WorldMap *m_map;
    bool m_hideOwn = false;
};

} // namespace parallax
