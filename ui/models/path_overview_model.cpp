// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/path_overview_model.h"

#include "core/text/words.h"
#include "ui/models/cell_alignment.h"
#include "ui/models/path_cells.h"
#include "ui/moment.h"
#include "ui/shown_text.h"

#include <algorithm>

namespace parallax {

namespace {

bool isNumber(int column)
{
    return column >= PathOverviewModel::Last && column <= PathOverviewModel::Hops;
}

/// What is unknown comes before everything known.
qlonglong sortKeyOf(const std::optional<Duration> &duration)
{
    return duration ? static_cast<qlonglong>(duration->count()) : -1;
}

} // namespace

PathOverviewModel::PathOverviewModel(const Words &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{
}

int PathOverviewModel::rowOf(TraceId trace) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [trace](const OverviewRow &row) { return row.trace == trace; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void PathOverviewModel::setRow(const OverviewRow &row)
{
    const int known = rowOf(row.trace);
    if (known >= 0) {
        m_rows[static_cast<std::size_t>(known)] = row;
        Q_EMIT dataChanged(index(known, 0), index(known, ColumnCount - 1));
        return;
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back(row);
    endInsertRows();
}

void PathOverviewModel::removeRowOf(TraceId trace)
{
    const int row = rowOf(trace);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

int PathOverviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PathOverviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PathOverviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OverviewRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::DecorationRole:
        return index.column() == Target ? QVariant(row.mark) : QVariant();
    case Qt::ToolTipRole:
        return isNumber(index.column()) ? QVariant() : plainToolTip(text(row, index.column()));
    case Qt::TextAlignmentRole:
        return cellAlignment(isNumber(index.column()));
    case SortRole:
        return sortKey(row, index.column());
    case TraceRole:
        return QVariant::fromValue<qulonglong>(static_cast<qulonglong>(row.trace));
    default:
        return {};
    }
}

QVariant PathOverviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return cellAlignment(isNumber(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Target:
        return tr("Target");
    case State:
        return tr("State");
    case Last:
        return tr("Last [ms]");
    case Mean:
        return tr("Mean [ms]");
    case Loss:
        return tr("Loss [%]");
    case Hops:
        return tr("Hops");
    case Event:
        return tr("Last event");
    default:
        return {};
    }
}

QString PathOverviewModel::text(const OverviewRow &row, int column) const
{
    switch (column) {
    case Target:
        return row.target;
    case State:
        return row.state;
    case Last:
        return m_words.fineMilliseconds(row.end.last);
    case Mean:
        return m_words.fineMilliseconds(row.end.mean);
    case Loss:
        return row.end.loss ? m_words.locale().toString(*row.end.loss * 100.0, 'f', 1)
                            : path_cells::unknown();
    case Hops:
        return row.end.hops ? m_words.locale().toString(*row.end.hops) : path_cells::unknown();
    case Event:
        return row.eventAt ? shortMoment(*row.eventAt) + QStringLiteral(" · ") + row.event
                           : path_cells::unknown();
    default:
        return {};
    }
}

QVariant PathOverviewModel::sortKey(const OverviewRow &row, int column) const
{
    switch (column) {
    case Last:
        return sortKeyOf(row.end.last);
    case Mean:
        return sortKeyOf(row.end.mean);
    case Loss:
        return row.end.loss.value_or(-1.0);
    case Hops:
        return row.end.hops.value_or(-1);
    case Event:
        return sortKeyOf(row.eventAt ? std::optional(row.eventAt->time_since_epoch()) : std::nullopt);
    default:
        return text(row, column);
    }
}

} // namespace parallax
