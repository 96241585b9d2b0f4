// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/packet_assembly.h"

#include <QTreeWidget>

#include <optional>
#include <vector>

namespace parallax {

class Words;

/// A packet's fields, below their headers, to be edited; what is not given says that it is computed or usual.
class PacketFields : public QTreeWidget
{
    Q_OBJECT

public:
    enum Column { Name, Value, Origin, ColumnCount };

    /// `words` is lent and must outlive the widget.
    explicit PacketFields(const Words &words, QWidget *parent = nullptr);

    void setPacket(const PacketDraft &draft, const AssembledPacket &packet);
    /// The row that is chosen.
    std::optional<PacketField> chosen() const;
    void choose(PacketField field);
    /// Takes what stands in the open editor, if one is open.
    void finishEdit();

Q_SIGNALS:
    /// The user wrote a value; empty: take back what was given.
    void edited(const parallax::PacketFieldRow *row, const QString &text);
    void chosenChanged();

protected:
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild(const AssembledPacket &packet);
    void fill(QTreeWidgetItem &item, const PlacedField &field, bool given);
    void noteChange(QTreeWidgetItem *item, int column);
    const PacketFieldRow *rowOf(const QTreeWidgetItem *item) const;

    const Words &m_words;
    std::vector<std::pair<const PacketFieldRow *, QTreeWidgetItem *>> m_items;
    bool m_filling = false;
};

} // namespace parallax
