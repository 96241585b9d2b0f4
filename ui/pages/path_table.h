// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <optional>

class QSortFilterProxyModel;

namespace parallax {

class PathModel;

/// The hops of one path; its current row is the hop that the timeline shows.
class PathTable : public QTableView
{
    Q_OBJECT

public:
    explicit PathTable(PathModel *model, QWidget *parent = nullptr);

    /// The selected rows, or all, with a header line and every column that has words.
    QString asCsv() const;
    /// Which columns are shown, and how wide.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);
    std::optional<int> chosenTtl() const;
    /// Selects its first row, if it has one.
    void choose(int ttl);

Q_SIGNALS:
    /// Nothing: end to end.
    void ttlChosen(std::optional<int> ttl);
    /// A report of the path is to be copied.
    void reportRequested();
    /// Esc, where no row is selected.
    void leaveFocusRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void addColumnChoices();
    void followWidths();
    void fitColumns();
    void growColumns(int firstRow, int lastRow);
    void copy() const;

    QSortFilterProxyModel *m_shown;
    bool m_fitting = false; // the widths change by themselves
    bool m_widthsChosen = false; // the user has changed one
};

} // namespace parallax
