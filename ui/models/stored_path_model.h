// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/stored_path.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <vector>

namespace parallax {

/// The watched paths in the store, the newest first.
class StoredPathModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Target, Address, Protocol, From, To, Rounds, ColumnCount };

    explicit StoredPathModel(const QLocale &locale, QObject *parent = nullptr);

    void setPaths(std::vector<StoredPath> paths);
    /// Own targets are not named.
    void setHideOwn(bool hide);
    const StoredPath &at(int row) const { return m_paths[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const StoredPath &path, int column) const;

    QLocale m_locale;
    std::vector<StoredPath> m_paths;
    bool m_hideOwn = false;
};

} // namespace parallax
