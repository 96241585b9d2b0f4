// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clock_model.h"

#include "core/text/words.h"
#include "ui/marks.h"
#include "ui/models/cell_alignment.h"
#include "ui/shown_text.h"
#include "ui/theme.h"

#include <QApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace parallax {

namespace {

constexpr int decimals = 3; // of a millisecond: a microsecond is what clocks differ by

const QString unknown = QStringLiteral("\u2013");

bool isNumber(int column)
{
    return column > ClockModel::Server && column != ClockModel::Quality;
}

} // namespace

ClockModel::ClockModel(const Words &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{
}

void ClockModel::setRows(std::vector<ClockRow> rows)
{
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                 [](const ClockRow &a, const ClockRow &b) { return a.clock == b.clock; });
    if (!same) { // somebody came or went, by hand
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ClockModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ClockModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ClockModel::milliseconds(std::optional<Duration> value) const
{
    return value ? m_words.locale().toString(toMilliseconds(*value), 'f', decimals) : unknown;
}

QString ClockModel::text(const ClockRow &row, int column) const
{
    const bool any = row.figures.count > 0;
    const auto figure = [&](Duration value) {
        return milliseconds(any ? std::optional(value) : std::nullopt);
    };
    switch (column) {
    case Name:
        return row.name;
    case Server:
        return row.trouble.isEmpty() ? row.server : row.trouble;
    case Answers:
        return m_words.locale().toString(static_cast<qulonglong>(row.counts.answered));
    case Lost:
        return m_words.locale().toString(static_cast<qulonglong>(row.counts.lost));
    case Last:
        return milliseconds(row.last);
    case Mean:
        return figure(row.figures.mean);
    case Deviation:
        return figure(row.figures.deviation);
    case Least:
        return figure(row.figures.least);
    case Most:
        return figure(row.figures.most);
    case Bound:
        return row.bound ? QStringLiteral("±") + milliseconds(row.bound->halfWidth()) : unknown;
    case Drift:
        return row.driftPpm ? m_words.locale().toString(*row.driftPpm, 'f', 2) : unknown;
    case Rtt:
        return milliseconds(row.rtt);
    case Quality:
        return row.quality ? m_words.clockQuality(*row.quality) : unknown;
    default:
        return {};
    }
}

QVariant ClockModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ClockRow &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Server ? plainToolTip(text(row, Server)) : QVariant();
    case Qt::TextAlignmentRole:
        return cellAlignment(isNumber(index.column()));
    case Qt::CheckStateRole:
        if (index.column() == Name && row.clock)
            return static_cast<int>(row.shown ? Qt::Checked : Qt::Unchecked);
        return {};
    case Qt::DecorationRole:
        if (index.column() == Name && row.clock)
            return markIcon(row.running ? Mark::Disc : Mark::Square,
                            strokeOf(row.scheme, QApplication::palette()));
        return {};
    default:
        return {};
    }
}

bool ClockModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    ClockRow &row = m_rows[static_cast<std::size_t>(index.row())];
    if (!row.clock)
        return false;
    row.shown = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT shownChanged(*row.clock, row.shown);
    return true;
}

Qt::ItemFlags ClockModel::flags(const QModelIndex &index) const
{
    const bool ticked = index.column() == Name && rowAt(index.row()).clock;
    return QAbstractTableModel::flags(index) | (ticked ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

QVariant ClockModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return cellAlignment(isNumber(section));
    const std::array names{tr("Client"),    tr("Server"),     tr("Answers"),     tr("Lost"),
                           tr("Last [ms]"), tr("Mean [ms]"),  tr("σ [ms]"),      tr("Least [ms]"),
                           tr("Most [ms]"), tr("Bound [ms]"), tr("Drift [ppm]"), tr("RTT [ms]"),
                           tr("Quality")};
    const std::array tips{
        QString(),
        QString(),
        tr("Questions that were answered"),
        tr("Questions that were not answered in time"),
        QString(),
        tr("Of the answers since a clock was last set"),
        tr("Standard deviation of the answers since a clock was last set"),
        QString(),
        QString(),
        tr("The offset lies within this, whatever the path's asymmetry"),
        tr("How much the server's clock gains on this one: microseconds a second"),
        tr("Median of the round trips"),
        tr("By the standard deviation of the newest 60 offsets since a clock was last set")};
    if (role == Qt::DisplayRole)
        return names.at(static_cast<std::size_t>(section));
    if (role == Qt::ToolTipRole && !tips.at(static_cast<std::size_t>(section)).isEmpty())
        return tips.at(static_cast<std::size_t>(section));
    return {};
}

} // namespace parallax
