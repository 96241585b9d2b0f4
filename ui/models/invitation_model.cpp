// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/invitation_model.h"

#include "ui/marks.h"
#include "ui/models/cell_alignment.h"
#include "ui/moment.h"
#include "ui/theme.h"

#include <QApplication>

#include <algorithm>

namespace parallax {

QString linkFor(const QString &listeningUrl, const std::string &token)
{
    const auto path = listeningUrl.lastIndexOf(QLatin1String("/t/"));
    if (listeningUrl.isEmpty())
        return {};
    return (path < 0 ? listeningUrl : listeningUrl.left(path)) + QLatin1String("/t/")
        + QString::fromStdString(token);
}

void InvitationModel::put(const Invitation &invitation)
{
    const auto known = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Invitation &row) { return row.token == invitation.token; });
    if (known != m_rows.end()) {
        *known = invitation;
        const int row = static_cast<int>(known - m_rows.begin());
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back(invitation);
    endInsertRows();
}

void InvitationModel::setAddress(const QString &listeningUrl)
{
    if (listeningUrl == m_address)
        return;
    m_address = listeningUrl;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Link), index(rowCount() - 1, Link));
}

void InvitationModel::setNow(Timestamp now)
{
    m_now = now;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, State));
}

QString InvitationModel::linkAt(int row) const
{
    return linkFor(m_address, at(row).token);
}

int InvitationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InvitationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InvitationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Invitation &row = at(index.row());
    if (role == Qt::DisplayRole)
        return text(row, index.column());
    if (role == Qt::DecorationRole && index.column() == State) {
        const bool usable = row.state(m_now) == InvitationState::Usable;
        const VerdictKind colour = usable ? VerdictKind::Direct : VerdictKind::Inconclusive;
        return markIcon(usable ? Mark::Disc : Mark::Square, strokeOf(colour, QApplication::palette()));
    }
    if (role == Qt::TextAlignmentRole && index.column() == Uses)
        return cellAlignment(true);
    return {};
}

QVariant InvitationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return cellAlignment(section == Uses);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Link:
        return tr("Link");
    case Uses:
        return tr("Uses");
    case Expires:
        return tr("Expires");
    case State:
        return tr("State");
    default:
        return {};
    }
}

QString InvitationModel::text(const Invitation &invitation, int column) const
{
    switch (column) {
    case Name:
        return invitation.name.empty() ? tr("Everyone with the link")
                                       : QString::fromStdString(invitation.name);
    case Link:
        return linkFor(m_address, invitation.token);
    case Uses:
        return invitation.maxUses ? tr("%1 of %2").arg(invitation.uses).arg(*invitation.maxUses)
                                  : QString::number(invitation.uses);
    case Expires:
        return localTime(invitation.expires).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    case State:
        return stateText(invitation.state(m_now));
    default:
        return {};
    }
}

QString InvitationModel::stateText(InvitationState state)
{
    switch (state) {
    case InvitationState::Usable:
        return tr("Usable");
    case InvitationState::Expired:
        return tr("Expired");
    case InvitationState::Revoked:
        return tr("Revoked");
    case InvitationState::UsedUp:
        return tr("Used up");
    }
    return {};
}

} // namespace parallax
