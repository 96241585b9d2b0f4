// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/clock_row.h"

#include <QAbstractTableModel>

#include <vector>

namespace parallax {

class Words;

/// The clock clients with their statistics, all together in the last row. Ticks say whose curve is drawn.
class ClockModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Server,
        Answers,
        Lost,
        Last,
        Mean,
        Deviation,
        Least,
        Most,
        Bound,
        Drift,
        Rtt,
        Quality,
        ColumnCount
    };

    explicit ClockModel(const Words &words, QObject *parent = nullptr);

    /// Selection and order stay while the clients are the same.
    void setRows(std::vector<ClockRow> rows);
    const ClockRow &rowAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void shownChanged(parallax::ClockId clock, bool shown);

private:
    QString text(const ClockRow &row, int column) const;
    QString milliseconds(std::optional<Duration> value) const;

    const Words &m_words;
    std::vector<ClockRow> m_rows;
};

} // namespace parallax
