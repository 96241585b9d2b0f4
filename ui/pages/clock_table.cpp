// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/clock_table.h"

#include "ui/models/clock_model.h"
#include "ui/row_table.h"
#include "ui/table_csv.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace parallax {

ClockTable::ClockTable(ClockModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("clockTable"));
    setAccessibleName(tr("Clock clients and their statistics"));
    setModel(model);
    showAsRows(*this);
    setFrameShape(QFrame::NoFrame);
    fitColumns();
}

void ClockTable::fitColumns()
{
    const auto fit = [this](int column, const QString &longest) {
        const QString heading = m_model->headerData(column, Qt::Horizontal).toString();
        const int text = fontMetrics().horizontalAdvance(longest);
        setColumnWidth(column, std::max(text, fontMetrics().horizontalAdvance(heading)) + 16);
    };
    for (int column = 0; column < ClockModel::ColumnCount; ++column)
        fit(column, QStringLiteral("-00.000"));
    fit(ClockModel::Name, QStringLiteral("Median of the quickest 00"));
    fit(ClockModel::Server, QStringLiteral("000.000.000.000:00000"));
    fit(ClockModel::Bound, QStringLiteral("±000.000"));
}

QString ClockTable::asCsv() const
{
    return tableCsv(*m_model, selectionModel()->selectedRows());
}

void ClockTable::copy() const
{
    QGuiApplication::clipboard()->setText(asCsv());
}

std::vector<ClockId> ClockTable::chosen() const
{
    std::vector<ClockId> clocks;
    const auto rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        if (const auto clock = m_model->rowAt(row.row()).clock)
            clocks.push_back(*clock);
    }
    return clocks;
}

void ClockTable::end()
{
    for (const ClockId clock : chosen())
        Q_EMIT endRequested(clock);
}

void ClockTable::remove()
{
    for (const ClockId clock : chosen()) // the selection goes with the rows
        Q_EMIT removeRequested(clock);
}

void ClockTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::Delete))
        return remove();
    QTableView::keyPressEvent(event);
}

void ClockTable::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(tr("&Copy as CSV"), this, &ClockTable::copy)->setShortcut(QKeySequence::Copy);
    menu.addSeparator();
    const bool any = !chosen().empty();
    menu.addAction(tr("&End client"), this, &ClockTable::end)->setEnabled(any);
    QAction *away = menu.addAction(tr("&Remove client"), this, &ClockTable::remove);
    away->setShortcut(QKeySequence::Delete);
    away->setEnabled(any);
    menu.exec(event->globalPos());
}

} // namespace parallax
