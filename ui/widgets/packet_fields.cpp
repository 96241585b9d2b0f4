// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/packet_fields.h"

#include "core/data/packet_text.h"
#include "core/text/words.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace parallax {

PacketFields::PacketFields(const Words &words, QWidget *parent)
    : QTreeWidget(parent)
    , m_words(words)
{
    setAccessibleName(tr("Fields of the packet"));
    setColumnCount(ColumnCount);
    setHeaderLabels({tr("Field"), tr("Value"), tr("Origin")});
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(false);
    header()->setSectionResizeMode(Name, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(Value, QHeaderView::Stretch);
    header()->setSectionResizeMode(Origin, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(false);
    connect(this, &QTreeWidget::itemChanged, this, &PacketFields::noteChange);
    connect(this, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_filling)
            Q_EMIT chosenChanged();
    });
}

void PacketFields::setPacket(const PacketDraft &draft, const AssembledPacket &packet)
{
    m_filling = true;
    const bool sameRows =
        std::equal(m_items.begin(), m_items.end(), packet.fields.begin(), packet.fields.end(),
                   [](const auto &item, const PlacedField &field) { return item.first == field.row; });
    if (!sameRows)
        rebuild(packet);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const PlacedField &field = packet.fields[i];
        fill(*m_items[i].second, field, draft.given.contains(field.row->field));
    }
    m_filling = false;
}

void PacketFields::rebuild(const AssembledPacket &packet)
{
    const auto before = chosen();
    clear();
    m_items.clear();
    m_items.reserve(packet.fields.size());
    QTreeWidgetItem *header = nullptr;
    for (std::size_t i = 0; i < packet.fields.size(); ++i) {
        const PacketFieldRow *row = packet.fields[i].row;
        if (i == 0 || packet.fields[i - 1].row->header != row->header) {
            header = new QTreeWidgetItem(this, {m_words.packetHeader(row->header)});
            header->setFlags(Qt::ItemIsEnabled);
            header->setFirstColumnSpanned(true);
            QFont bold = font();
            bold.setBold(true);
            header->setFont(Name, bold);
        }
        auto *item = new QTreeWidgetItem(header, {m_words.packetField(row->field)});
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setToolTip(Name, QString::fromUtf8(row->name.data(), static_cast<qsizetype>(row->name.size())));
        item->setToolTip(Value, m_words.packetFieldTakes(*row));
        m_items.emplace_back(row, item);
    }
    expandAll();
    choose(before.value_or(PacketField::Target));
}

void PacketFields::fill(QTreeWidgetItem &item, const PlacedField &field, bool given)
{
    const bool computed = field.row->computed && !given;
    item.setText(Value, QString::fromStdString(fieldText(*field.row, field.value)));
    item.setText(Origin, given ? tr("given") : computed ? tr("computed") : tr("usual"));
    QFont weight = font();
    weight.setBold(given);
    item.setFont(Value, weight);
    item.setForeground(Value, computed ? mutedText(palette()) : palette().color(QPalette::Text));
    item.setForeground(Origin, mutedText(palette()));
}

const PacketFieldRow *PacketFields::rowOf(const QTreeWidgetItem *item) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [item](const auto &each) { return each.second == item; });
    return found == m_items.end() ? nullptr : found->first;
}

std::optional<PacketField> PacketFields::chosen() const
{
    const PacketFieldRow *row = rowOf(currentItem());
    return row ? std::optional(row->field) : std::nullopt;
}

void PacketFields::choose(PacketField field)
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [field](const auto &each) { return each.first->field == field; });
    if (found != m_items.end())
        setCurrentItem(found->second, Value);
}

void PacketFields::finishEdit()
{
    QWidget *editor = state() == EditingState ? indexWidget(currentIndex().siblingAtColumn(Value)) : nullptr;
    if (!editor)
        return;
    commitData(editor);
    closeEditor(editor, QAbstractItemDelegate::NoHint);
}

void PacketFields::noteChange(QTreeWidgetItem *item, int column)
{
    const PacketFieldRow *row = rowOf(item);
    if (!m_filling && row && column == Value)
        Q_EMIT edited(row, item->text(Value).trimmed());
}

/// Wherever in its row the user is, the value is edited.
bool PacketFields::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    return QTreeWidget::edit(index.siblingAtColumn(Value), trigger, event);
}

void PacketFields::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && state() != EditingState && rowOf(currentItem())) {
        editItem(currentItem(), Value);
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

} // namespace parallax
