// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/packet_answer_model.h"

#include "core/text/words.h"
#include "ui/models/cell_alignment.h"
#include "ui/moment.h"

namespace parallax {

namespace {

int alignment(int column)
{
    const bool number = column == PacketAnswerModel::After || column == PacketAnswerModel::Ttl;
    return cellAlignment(number);
}

} // namespace

PacketAnswerModel::PacketAnswerModel(const Words &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{
}

void PacketAnswerModel::add(const PacketAnswer &answer)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_answers.push_back(answer);
    endInsertRows();
}

void PacketAnswerModel::clear()
{
    beginResetModel();
    m_answers.clear();
    endResetModel();
}

int PacketAnswerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_answers.size());
}

int PacketAnswerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PacketAnswerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(m_answers[static_cast<std::size_t>(index.row())], index.column());
    return {};
}

QVariant PacketAnswerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Moment:
        return tr("Time");
    case From:
        return tr("From");
    case Answer:
        return tr("Answer");
    case After:
        return tr("After, ms");
    case Ttl:
        return tr("TTL");
    default:
        return {};
    }
}

QString PacketAnswerModel::text(const PacketAnswer &answer, int column) const
{
    constexpr int microseconds = 3; // decimals of a millisecond: the kernel's stamps bear them
    switch (column) {
    case Moment:
        return localTime(answer.received).toString(QStringLiteral("HH:mm:ss.zzz"));
    case From:
        return QString::fromStdString(answer.from.toString());
    case Answer:
        return m_words.packetAnswer(answer);
    case After:
        return answer.after ? m_words.locale().toString(toMilliseconds(*answer.after), 'f', microseconds)
                            : QStringLiteral("–");
    case Ttl:
        return QString::number(answer.ttl);
    default:
        return {};
    }
}

} // namespace parallax
