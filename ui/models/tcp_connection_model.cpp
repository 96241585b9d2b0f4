// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tcp_connection_model.h"

#include "core/text/words.h"
#include "ui/models/cell_alignment.h"
#include "ui/moment.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

bool isNumber(int column)
{
    return column == TcpConnectionModel::Number || column == TcpConnectionModel::Requests
        || column == TcpConnectionModel::BytesIn || column == TcpConnectionModel::BytesOut;
}

/// What a column is sorted by, where that is not its words.
QVariant sortValue(const TcpClockConnection &connection, int column)
{
    switch (column) {
    case TcpConnectionModel::Number:
        return static_cast<qulonglong>(connection.number);
    case TcpConnectionModel::Requests:
        return static_cast<qulonglong>(connection.requests());
    case TcpConnectionModel::BytesIn:
        return static_cast<qulonglong>(connection.bytesIn);
    case TcpConnectionModel::BytesOut:
        return static_cast<qulonglong>(connection.bytesOut);
    case TcpConnectionModel::Since:
        return static_cast<qlonglong>(connection.since.time_since_epoch().count());
    default:
        return {};
    }
}

} // namespace

TcpConnectionModel::TcpConnectionModel(const Words &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{
}

void TcpConnectionModel::setConnections(const std::map<std::uint64_t, TcpClockConnection> &connections)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (connections.contains(m_rows[static_cast<std::size_t>(row)].number))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    const std::size_t kept = m_rows.size(); // the others are newer: numbers only grow
    auto next = connections.begin();
    bool anyChanged = false;
    for (std::size_t row = 0; row < kept; ++row, ++next) {
        anyChanged = anyChanged || m_rows[row] != next->second;
        m_rows[row] = next->second;
    }
    if (anyChanged)
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(kept) - 1, ColumnCount - 1));
    if (next == connections.end())
        return;
    beginInsertRows({}, static_cast<int>(kept), static_cast<int>(connections.size()) - 1);
    for (; next != connections.end(); ++next)
        m_rows.push_back(next->second);
    endInsertRows();
}

int TcpConnectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TcpConnectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TcpConnectionModel::count(std::uint64_t value) const
{
    return m_words.locale().toString(static_cast<qulonglong>(value));
}

QString TcpConnectionModel::text(const TcpClockConnection &connection, int column) const
{
    switch (column) {
    case Number:
        return count(connection.number);
    case Client:
        return QString::fromStdString(connection.peer.toString());
    case Requests:
        return count(connection.requests());
    case BytesIn:
        return count(connection.bytesIn);
    case BytesOut:
        return count(connection.bytesOut);
    case Since:
        return shortMoment(connection.since);
    case State:
        return m_words.tcpClockEnd(connection.end);
    default:
        return {};
    }
}

QVariant TcpConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TcpClockConnection &connection = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return text(connection, index.column());
    if (role == Qt::TextAlignmentRole && isNumber(index.column()))
        return cellAlignment(true);
    if (role == SortRole) {
        const QVariant value = sortValue(connection, index.column());
        return value.isValid() ? value : text(connection, index.column());
    }
    return {};
}

QVariant TcpConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return cellAlignment(isNumber(section));
    if (role != Qt::DisplayRole)
        return {};
    const std::array names{tr("No."),       tr("Client"), tr("Requests"), tr("Bytes in"),
                           tr("Bytes out"), tr("Since"),  tr("State")};
    return names.at(static_cast<std::size_t>(section));
}

} // namespace parallax
