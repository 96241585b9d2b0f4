// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/tester_row.h"

#include <QAbstractTableModel>

#include <unordered_map>
#include <vector>

namespace parallax {

class Words;

/// One row for each tester, in the order they came. Rows are inserted and changed, never reset.
class TesterModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Started, Who, Verdict, Progress, Gap, ColumnCount };
    enum Role { SortRole = Qt::UserRole, ProgressRole, RunningRole };

    explicit TesterModel(const Words &words, QObject *parent = nullptr);

    /// Changes the rows that are there with one dataChanged, and inserts the others at the end.
    void put(const std::vector<TesterRow> &rows);
    void remove(SessionId session);
    SessionId sessionAt(int row) const { return m_rows[static_cast<std::size_t>(row)].session; }
    /// Paints marks again after the palette changed.
    void recolour();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const TesterRow &row, int column) const;
    QString progressText(const TesterRow &row) const;
    QString toolTip(const TesterRow &row) const;
    static QVariant sortKey(const TesterRow &row, int column);
    void insert(const std::vector<TesterRow> &rows);

    const Words &m_words;
    std::vector<TesterRow> m_rows;
    std::unordered_map<SessionId, int> m_rowOf;
};

} // namespace parallax
