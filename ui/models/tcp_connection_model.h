// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/tcp_clock.h"

#include <QAbstractTableModel>

#include <vector>

namespace parallax {

class Words;

/// The connections of the TCP server, each with its counts.
class TcpConnectionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Client, Requests, BytesIn, BytesOut, Since, State, ColumnCount };
    static constexpr int SortRole = Qt::UserRole; // values instead of words

    explicit TcpConnectionModel(const Words &words, QObject *parent = nullptr);

    /// Rows come at the end and go; those that stay keep their selection.
    void setConnections(const std::map<std::uint64_t, TcpClockConnection> &connections);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const TcpClockConnection &connection, int column) const;
    QString count(std::uint64_t value) const;

    const Words &m_words;
    std::vector<TcpClockConnection> m_rows; // by number
};

} // namespace parallax
