// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"
#include "ui/export_format.h"

#include <QTableView>

#include <vector>

class QMenu;
class QSortFilterProxyModel;

namespace parallax {

class ProgressDelegate;
class TesterModel;

/// The testers, sorted and filtered; its selection is the tester shown beside it.
class TesterTable : public QTableView
{
    Q_OBJECT

public:
    explicit TesterTable(TesterModel *model, QWidget *parent = nullptr);

    void setFilter(const QString &text);
    void select(SessionId session);
    bool hasSelection() const;
    std::vector<SessionId> selectedSessions() const;
    /// The selected rows, or all that are shown, with a header line.
    QString asCsv() const;

Q_SIGNALS:
    void chosen(parallax::SessionId session);
    void exportSelectedRequested(parallax::ExportFormat format);
    /// Stop measuring this tester; what is known so far is kept.
    void endRequested(parallax::SessionId session);

protected:
    /// Rows dragged out of the table are CSV, for a spreadsheet or a text.
    void startDrag(Qt::DropActions supported) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void copy() const;
    void addExports(QMenu &menu);
    void addEnd(QMenu &menu);

    TesterModel *m_testers;
    QSortFilterProxyModel *m_shown;
    ProgressDelegate *m_progress;
};

} // namespace parallax
