// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_events.h"
#include "core/data/trace_state.h"
#include "ui/models/path_overview_model.h"

#include <QTableView>

class QSortFilterProxyModel;

namespace parallax {

class PathTabs;

/// All targets that have a tab, a row each, sorted as the user likes. Its current row is the chosen one.
class PathOverview : public QTableView
{
    Q_OBJECT

public:
    PathOverview(const Words &words, PathTabs *tabs, QWidget *parent = nullptr);

    /// All rows, as far as the tabs tell; setTrace of each follows.
    void refresh();
    void setTrace(TraceId trace, const TraceState &state, const std::vector<PathEvent> &events);
    void removeRowOf(TraceId trace) { m_model->removeRowOf(trace); }
    void choose(TraceId trace);

Q_SIGNALS:
    void chosen(parallax::TraceId trace);
    /// By a double click or the keyboard: its tab is wanted.
    void opened(parallax::TraceId trace);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    OverviewRow rowOf(TraceId trace) const;
    void fitColumns();
    void copy() const;
    void open(const QModelIndex &index);

    const Words &m_words;
    PathTabs *m_tabs;
    PathOverviewModel *m_model;
    QSortFilterProxyModel *m_shown;
};

} // namespace parallax
