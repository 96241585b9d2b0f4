// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_events.h"

#include <QAbstractTableModel>

#include <vector>

namespace parallax {

class Words;

/// What happened on a watched path, with its wall-clock times. The newest comes last.
class PathEventModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { At, What, ColumnCount };

    explicit PathEventModel(const Words &words, QObject *parent = nullptr);

    void setEvents(const std::vector<PathEvent> &events);
    const PathEvent &eventAt(int row) const { return m_events[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const Words &m_words;
    std::vector<PathEvent> m_events;
};

} // namespace parallax
