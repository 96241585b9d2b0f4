// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/path_model.h"

#include "core/data/own_addresses.h"
#include "core/text/words.h"
#include "ui/models/hop_latency.h"
#include "ui/models/path_cells.h"
#include "ui/own_address.h"
#include "ui/shown_text.h"

#include <algorithm>
#include <compare>
#include <utility>

namespace parallax {

namespace {

std::strong_ordering order(const PathRow &a, const PathRow &b)
{
    return std::pair(a.ttl, a.branch) <=> std::pair(b.ttl, b.branch);
}

int dscpKey(const PathRow &row)
{
    constexpr int ecnValues = 4; // two bits
    return row.first && row.first->quote ? row.first->quote->dscp * ecnValues + row.first->quote->ecn : -1;
}

/// Sorts as the number that an address is; as text 10 would stand before 9.
QString addressKey(const PathRow &row)
{
    if (!row.address)
        return {};
    const IpAddress::Bytes &bytes = row.address->bytes();
    const QByteArray raw(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    return QString::fromLatin1(raw.toHex());
}

} // namespace

PathModel::PathModel(const Words &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{
}

void PathModel::setRows(const std::vector<PathRow> &rows, const std::map<IpAddress, AddressFacts> &facts)
{
    int first = -1;
    int last = -1;
    std::size_t at = 0;
    const bool rescaled = fitScale(rows);
    for (const PathRow &row : rows) {
        Entry entry{.row = row};
        if (const auto known = row.address ? facts.find(*row.address) : facts.end(); known != facts.end())
            entry.facts = known->second;
        std::size_t gone = at;
        while (gone < m_entries.size() && std::is_lt(order(m_entries[gone].row, row)))
            ++gone;
        dropRows(at, gone);
        if (at == m_entries.size() || std::is_neq(order(m_entries[at].row, row))) {
            put(at, entry);
        } else if (rescaled || m_entries[at] != entry) {
            m_entries[at] = entry;
            first = first < 0 ? static_cast<int>(at) : first;
            last = static_cast<int>(at);
        }
        ++at;
    }
    dropRows(at, m_entries.size());
    if (first >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void PathModel::put(std::size_t at, const Entry &entry)
{
    beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
    m_entries.insert(m_entries.begin() + static_cast<std::ptrdiff_t>(at), entry);
    endInsertRows();
}

void PathModel::dropRows(std::size_t from, std::size_t to)
{
    if (from >= to)
        return;
    beginRemoveRows({}, static_cast<int>(from), static_cast<int>(to) - 1);
    m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(from),
                    m_entries.begin() + static_cast<std::ptrdiff_t>(to));
    endRemoveRows();
}

/// The scale of the bars stays while it can, so that a live picture does not jump.
bool PathModel::fitScale(const std::vector<PathRow> &rows)
{
    constexpr double leastUsed = 0.5;
    const double reach = latencyReach(rows);
    if (reach <= m_scale.end() && reach >= m_scale.end() * leastUsed)
        return false;
    m_scale.reset();
    m_scale.include(reach);
    Q_EMIT headerDataChanged(Qt::Horizontal, Latency, Latency);
    return true;
}

void PathModel::setLimits(const PathLimits &limits)
{
    if (m_limits == limits)
        return;
    m_limits = limits;
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0, Latency), index(rowCount() - 1, Latency));
}

int PathModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int PathModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PathModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::TextAlignmentRole:
        return path_cells::alignment(index.column());
    case Qt::ToolTipRole:
        return toolTip(entry, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Latency ? latencyWords(entry) : QVariant();
    case LatencyRole:
        return latency(entry);
    case SortRole:
        return sortKey(entry, index.column());
    case TtlRole:
        return entry.row.ttl;
    default:
        return {};
    }
}

QVariant PathModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return path_cells::alignment(section);
    if (role == Qt::ToolTipRole)
        return path_cells::explanation(section);
    if (role != Qt::DisplayRole)
        return {};
    if (section == Latency && m_scale.end() > 0.0)
        return tr("Latency, 0 to %1 ms")
            .arg(m_words.locale().toString(m_scale.end(), 'f', decimalsOf(m_scale.step())));
    return path_cells::heading(section);
}

QString PathModel::text(const Entry &entry, int column) const
{
    const PathRow &row = entry.row;
    const bool tells = column == Address || column == Name || column == Network || column == Country;
    if (tells && row.address && isHidden(*row.address))
        return ownAddress();
    switch (column) {
    case Ttl:
        return QString::number(row.ttl);
    case Latency:
        return {};
    case Loss: {
        const auto loss = row.loss();
        return loss ? m_words.locale().toString(*loss * 100.0, 'f', 1) : path_cells::unknown();
    }
    case Sent:
        return row.branch > 0 ? path_cells::unknown() : m_words.locale().toString(row.sent);
    case Last:
    case Best:
    case Average:
    case Worst:
    case Deviation:
    case Jitter:
        return m_words.fineMilliseconds(path_cells::figure(row.rtt, column));
    default:
        return path_cells::text(row, entry.facts, column);
    }
}

QVariant PathModel::sortKey(const Entry &entry, int column) const
{
    const PathRow &row = entry.row;
    switch (column) {
    case Ttl:
        return row.ttl * 1000 + row.branch;
    case Loss:
        return row.loss().value_or(-1.0);
    case Sent:
        return row.sent;
    case Mtu:
        return row.first ? row.first->mtu : 0;
    case Return:
        return row.first ? returnLength(row.first->ttl).value_or(-1) : -1;
    case Dscp:
        return dscpKey(row);
    case Address:
        return addressKey(row);
    case Latency:
        return sortKey(entry, Average);
    default:
        break;
    }
    if (column >= Last && column <= Jitter)
        return QVariant::fromValue<qlonglong>(
            path_cells::figure(row.rtt, column).value_or(Duration(-1)).count());
    return text(entry, column);
}

QVariant PathModel::latency(const Entry &entry) const
{
    const auto shown = hopLatency(entry.row, m_limits, m_scale.end());
    return shown ? QVariant::fromValue(*shown) : QVariant();
}

/// What the bar shows; empty where there is none.
QString PathModel::latencyWords(const Entry &entry) const
{
    const auto shown = hopLatency(entry.row, m_limits, m_scale.end());
    if (!shown)
        return {};
    const RttFigures &rtt = entry.row.rtt;
    const QString figures =
        tr("Round trips in milliseconds: best %1, mean %2, last %3, worst %4")
            .arg(m_words.fineMilliseconds(rtt.best), m_words.fineMilliseconds(rtt.average),
                 m_words.fineMilliseconds(rtt.last), m_words.fineMilliseconds(rtt.worst));
    return shown->beyond ? tr("%1; the mean or the loss is above the limit of an alert").arg(figures)
                         : figures;
}

QString PathModel::toolTip(const Entry &entry, int column) const
{
    QStringList lines{tr("TTL %1").arg(entry.row.ttl)};
    if (const QString words = column == Latency ? latencyWords(entry) : QString(); !words.isEmpty())
        lines << words;
    if (!entry.row.address)
        lines << tr("Nobody answers here. Routers may keep silent and still forward everything.");
    for (const Column who : {Address, Name, Network, Country}) {
        const QString line = text(entry, who);
        if (line != path_cells::unknown())
            lines << line;
    }
    if (entry.row.rateLimited > 0)
        lines << tr("%1 of the lost answers: it seems to limit how often it answers, and the path did not "
                    "lose these.")
                     .arg(entry.row.rateLimited);
    if (entry.row.refused > 0)
        lines << tr("%1 were refused: somebody on the way says that the target cannot be reached, or that "
                    "they are too large.")
                     .arg(entry.row.refused);
    if (entry.row.notSent > 0)
        lines << tr("%1 never left this machine: its network refused them.").arg(entry.row.notSent);
    return plainToolTip(lines.join(QLatin1Char('\n')));
}

} // namespace parallax
