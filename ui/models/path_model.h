// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_events.h"
#include "core/data/path_figures.h"
#include "ui/charts/nice_scale.h"

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
        Loss,
        Sent,
        Last,
        Best,
        Average,
        Worst,
        Deviation,
        Latency, // a picture: see LatencyRole
        Network,
        Country,
        Jitter,
        Dscp,
        Mpls,
        Nat,
        Mtu,
        Return,
        ColumnCount
    };
    /// LatencyRole: a HopLatency, nothing where nobody answers.
    enum Role { SortRole = Qt::UserRole, TtlRole, LatencyRole };

    explicit PathModel(const Words &words, QObject *parent = nullptr);

    /// In the order of TTL and branch.
    void setRows(const std::vector<PathRow> &rows, const std::map<IpAddress, AddressFacts> &facts);

    /// Whose passing is marked in the hops' bars.
    void setLimits(const PathLimits &limits);

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
    bool fitScale(const std::vector<PathRow> &rows);
    QVariant latency(const Entry &entry) const;
    QString latencyWords(const Entry &entry) const;
    QString text(const Entry &entry, int column) const;
    QVariant sortKey(const Entry &entry, int column) const;
    QString toolTip(const Entry &entry, int column) const;

    const Words &m_words;
    std::vector<Entry> m_entries;
    StableScale m_scale; // of the bars
    PathLimits m_limits;
};

} // namespace parallax
