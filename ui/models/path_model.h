// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_figures.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace parallax {

class Words;

/// Who answers at each TTL, a row for every branch. Rows are inserted, changed and removed, never reset.
class PathModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Ttl,
        Address,
        Name,
        Network,
        Country,
        Loss,
        Sent,
        Last,
        Best,
        Average,
        Worst,
        Deviation,
        Jitter,
        Dscp,
        Mpls,
        Nat,
        Mtu,
        Return,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole, TtlRole };

    explicit PathModel(const Words &words, QObject *parent = nullptr);

    /// In the order of TTL and branch.
    void setRows(const std::vector<PathRow> &rows, const std::map<IpAddress, AddressFacts> &facts);

    void setHideOwn(bool hide);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Entry {
        PathRow row{};
        AddressFacts facts{};

        bool operator==(const Entry &) const = default;
    };

    void put(std::size_t at, const Entry &entry);
    void dropRows(std::size_t from, std::size_t to);
    QString text(const Entry &entry, int column) const;
    QVariant sortKey(const Entry &entry, int column) const;
    QString toolTip(const Entry &entry) const;

    const Words &m_words;
    std::vector<Entry> m_entries;
    bool m_hideOwn = false;
};

} // namespace parallax
