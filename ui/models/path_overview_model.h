// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/end_figures.h"
#include "core/data/update.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <optional>
#include <vector>

namespace parallax {

class Words;

/// One target at a glance.
struct OverviewRow {
    TraceId trace{};
    QString target{};
    QIcon mark{}; // the tab's
    QString state{};
    EndFigures end{};
    std::optional<Timestamp> eventAt{};
    QString event{}; // the newest
};

/// All targets that have a tab, in the order of opening.
class PathOverviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Target, State, Last, Mean, Loss, Hops, Event, ColumnCount };
    enum Role { SortRole = Qt::UserRole, TraceRole };

    explicit PathOverviewModel(const Words &words, QObject *parent = nullptr);

    /// Changes the row of that trace, or adds it.
    void setRow(const OverviewRow &row);
    void removeRowOf(TraceId trace);
    int rowOf(TraceId trace) const; // -1: it has none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const OverviewRow &row, int column) const;
    QVariant sortKey(const OverviewRow &row, int column) const;

    const Words &m_words;
    std::vector<OverviewRow> m_rows;
};

} // namespace parallax
