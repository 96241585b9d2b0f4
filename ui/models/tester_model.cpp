// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tester_model.h"

#include "core/text/words.h"
#include "ui/marks.h"
#include "ui/models/cell_alignment.h"
#include "ui/moment.h"
#include "ui/shown_text.h"
#include "ui/theme.h"

#include <QApplication>

#include <algorithm>
#include <limits>

namespace parallax {

namespace {

bool isJudged(const TesterRow &row)
{
    return row.end != SessionEnd::Running || row.confidence > 0.0;
}

} // namespace

TesterModel::TesterModel(const Words &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{
}

void TesterModel::put(const std::vector<TesterRow> &rows)
{
    int first = std::numeric_limits<int>::max();
    int last = -1;
    std::vector<TesterRow> added;
    for (const TesterRow &row : rows) {
        const auto known = m_rowOf.find(row.session);
        if (known == m_rowOf.end()) {
            added.push_back(row);
            continue;
        }
        m_rows[static_cast<std::size_t>(known->second)] = row;
        first = std::min(first, known->second);
        last = std::max(last, known->second);
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    insert(added);
}

void TesterModel::insert(const std::vector<TesterRow> &rows)
{
    if (rows.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    for (const TesterRow &row : rows) {
        m_rowOf[row.session] = static_cast<int>(m_rows.size());
        m_rows.push_back(row);
    }
    endInsertRows();
}

void TesterModel::remove(SessionId session)
{
    const auto known = m_rowOf.find(session);
    if (known == m_rowOf.end())
        return;
    const int row = known->second;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    m_rowOf.erase(known);
    for (auto &[other, position] : m_rowOf)
        position -= position > row ? 1 : 0;
    endRemoveRows();
}

void TesterModel::recolour()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Verdict), index(rowCount() - 1, Verdict), {Qt::DecorationRole});
}

int TesterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TesterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TesterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TesterRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::DecorationRole:
        if (index.column() == Verdict && isJudged(row))
            return markIcon(markOf(row.kind), strokeOf(row.kind, QApplication::palette()));
        return {};
    case Qt::TextAlignmentRole:
        return cellAlignment(index.column() == Gap);
    case Qt::ToolTipRole:
        return toolTip(row);
    case SortRole:
        return sortKey(row, index.column());
    case ProgressRole:
        return row.progress;
    case RunningRole:
        return row.end == SessionEnd::Running;
    default:
        return {};
    }
}

QVariant TesterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return cellAlignment(section == Gap);
    if (role == Qt::ToolTipRole && section == Gap)
        return tr("How much longer the browser takes to answer than what answers for it on the network");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Started:
        return tr("Time");
    case Who:
        return tr("Tester");
    case Verdict:
        return tr("Verdict");
    case Gap:
        return tr("Gap [ms]");
    case Progress:
        return tr("State");
    default:
        return {};
    }
}

QString TesterModel::text(const TesterRow &row, int column) const
{
    switch (column) {
    case Started:
        return shortMoment(row.started);
    case Who:
        return whoIs(row.name, row.address);
    case Verdict:
        return isJudged(row) ? m_words.kind(row.kind) : m_words.milliseconds(std::nullopt);
    case Gap:
        return m_words.milliseconds(row.gap);
    case Progress:
        return progressText(row);
    default:
        return {};
    }
}

QString TesterModel::progressText(const TesterRow &row) const
{
    return row.end == SessionEnd::Running ? m_words.percent(row.progress) : m_words.end(row.end);
}

QString TesterModel::toolTip(const TesterRow &row) const
{
    QStringList lines{whoIs(row.name, row.address), fullMoment(row.started)};
    if (!row.browser.isEmpty())
        lines << row.browser;
    if (isJudged(row))
        lines << m_words.kind(row.kind) + QStringLiteral(" · ") + m_words.percent(row.confidence);
    lines << progressText(row);
    return plainToolTip(lines.join(QLatin1Char('\n')));
}

QVariant TesterModel::sortKey(const TesterRow &row, int column)
{
    switch (column) {
    case Started:
        return QVariant::fromValue<qlonglong>(row.started.time_since_epoch().count());
    case Verdict:
        return isJudged(row) ? static_cast<int>(row.kind) + row.confidence / 2.0 : -1.0;
    case Gap:
        return row.gap ? QVariant::fromValue<qlonglong>(row.gap->count()) : QVariant();
    case Progress:
        return row.end == SessionEnd::Running ? row.progress : 1.0 + static_cast<int>(row.end);
    default:
        return whoIs(row.name, row.address);
    }
}

} // namespace parallax
