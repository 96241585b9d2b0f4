// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/path_event_model.h"

#include "core/text/words.h"
#include "ui/marks.h"
#include "ui/models/cell_alignment.h"
#include "ui/moment.h"
#include "ui/own_address.h"
#include "ui/theme.h"

#include <QApplication>

#include <algorithm>

namespace parallax {

namespace {

QIcon iconOf(PathEvent::Kind kind)
{
    const QPalette palette = QApplication::palette();
    if (kind == PathEvent::Kind::RouteChanged)
        return markIcon(Mark::Diamond, strokeOf(VerdictKind::Tunnel, palette));
    if (kind == PathEvent::Kind::NotSentBegan) // no trouble of the path's
        return markIcon(Mark::Triangle, mutedText(palette));
    return isTrouble(kind) ? markIcon(Mark::Triangle, strokeOf(VerdictKind::Proxy, palette))
                           : markIcon(Mark::Ring, strokeOf(VerdictKind::Direct, palette));
}

} // namespace

PathEventModel::PathEventModel(const Words &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{
}

/// What is the same stays; nearly always only the newest is new.
void PathEventModel::setEvents(const std::vector<PathEvent> &events)
{
    const auto same = std::mismatch(m_events.begin(), m_events.end(), events.begin(), events.end());
    const int kept = static_cast<int>(same.first - m_events.begin());
    if (kept < rowCount()) {
        beginRemoveRows({}, kept, rowCount() - 1);
        m_events.erase(same.first, m_events.end());
        endRemoveRows();
    }
    if (kept < static_cast<int>(events.size())) {
        beginInsertRows({}, kept, static_cast<int>(events.size()) - 1);
        m_events = events;
        endInsertRows();
    }
}

int PathEventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int PathEventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PathEventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PathEvent &event = eventAt(index.row());
    if (role == Qt::DisplayRole)
        return index.column() == At ? fullMoment(event.at) : shownEvent(m_words, event);
    if (role == Qt::DecorationRole && index.column() == What)
        return iconOf(event.kind);
    return {};
}

QVariant PathEventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return cellAlignment(false);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == At ? tr("Time") : tr("Event");
}

} // namespace parallax
