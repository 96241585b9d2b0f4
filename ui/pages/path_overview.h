// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/path_overview_model.h"

#include <QTableView>

class QSortFilterProxyModel;

namespace parallax {

/// All targets that have a tab, a row each, sorted as the user likes. Its current row is the chosen one.
class PathOverview : public QTableView
{
    Q_OBJECT

public:
    explicit PathOverview(const Words &words, QWidget *parent = nullptr);

    void setRow(const OverviewRow &row) { m_model->setRow(row); }
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
    void fitColumns();
    void copy() const;
    void open(const QModelIndex &index);

    PathOverviewModel *m_model;
    QSortFilterProxyModel *m_shown;
};

} // namespace parallax
