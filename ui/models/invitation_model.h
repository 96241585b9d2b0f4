// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/invitation.h"

#include <QAbstractTableModel>

#include <vector>

namespace parallax {

/// The invitations of this launch, oldest first.
class InvitationModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Link, Uses, Expires, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void put(const Invitation &invitation);
    /// One of the addresses that are served; the links are made from it.
    void setAddress(const QString &listeningUrl);
    /// Reads the clock again: invitations expire by themselves.
    void setNow(Timestamp now);
    const Invitation &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    QString linkAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const Invitation &invitation, int column) const;
    static QString stateText(InvitationState state);

    std::vector<Invitation> m_rows;
    QString m_address;
    Timestamp m_now{};
};

/// The link of `token`, from a link that is served ("http://host:8081/t/OTHER").
QString linkFor(const QString &listeningUrl, const std::string &token);

} // namespace parallax
