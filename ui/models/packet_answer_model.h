// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/packet_exchange.h"

#include <QAbstractTableModel>

#include <vector>

namespace parallax {

class Words;

/// What came back, in its order.
class PacketAnswerModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Moment, From, Answer, After, Ttl, ColumnCount };

    /// `words` is lent and must outlive the model.
    explicit PacketAnswerModel(const Words &words, QObject *parent = nullptr);

    void add(const PacketAnswer &answer);
    void clear();
    const std::vector<PacketAnswer> &answers() const { return m_answers; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const PacketAnswer &answer, int column) const;

    const Words &m_words;
    std::vector<PacketAnswer> m_answers;
};

} // namespace parallax
