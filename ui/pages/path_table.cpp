// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/path_table.h"

#include "ui/models/path_model.h"
#include "ui/row_table.h"
#include "ui/table_csv.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSortFilterProxyModel>

namespace parallax {

PathTable::PathTable(PathModel *model, QWidget *parent)
    : QTableView(parent)
    , m_shown(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("path"));
    setAccessibleName(tr("Hops of the path"));
    m_shown->setSourceModel(model);
    m_shown->setSortRole(PathModel::SortRole);
    setModel(m_shown);
    setSortingEnabled(true);
    sortByColumn(PathModel::Ttl, Qt::AscendingOrder);
    showAsRows(*this);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    fitColumns();
}

void PathTable::fitColumns()
{
    const auto fit = [this](int column, const QString &longest) {
        const QString heading = model()->headerData(column, Qt::Horizontal).toString();
        const int text = fontMetrics().horizontalAdvance(longest);
        const int mark = column == PathModel::Ttl ? 18 : 4; // of the sorted column
        setColumnWidth(column, std::max(text, fontMetrics().horizontalAdvance(heading) + mark) + 14);
    };
    for (int column = 0; column < PathModel::ColumnCount; ++column)
        fit(column, QStringLiteral("000.0"));
    fit(PathModel::Ttl, QStringLiteral("00"));
    fit(PathModel::Address, QStringLiteral("000.000.000.000"));
    fit(PathModel::Name, QStringLiteral("edge1.network.example.net"));
    fit(PathModel::Network, QStringLiteral("AS00000 Network Example"));
    fit(PathModel::Country, QStringLiteral("Frankfurt, DE"));
    fit(PathModel::Sent, QStringLiteral("00,000"));
    fit(PathModel::Mpls, QStringLiteral("000000"));
}

std::optional<int> PathTable::chosenTtl() const
{
    const auto rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first().data(PathModel::TtlRole).toInt());
}

void PathTable::choose(int ttl)
{
    const auto found = m_shown->match(m_shown->index(0, 0), PathModel::TtlRole, ttl, 1, Qt::MatchExactly);
    if (!found.isEmpty())
        selectRow(found.front().row());
}

QString PathTable::asCsv() const
{
    return tableCsv(*m_shown, selectionModel()->selectedRows());
}

void PathTable::copy() const
{
    QGuiApplication::clipboard()->setText(asCsv());
}

void PathTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT ttlChosen(chosenTtl());
}

void PathTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->key() == Qt::Key_Escape)
        return clearSelection();
    QTableView::keyPressEvent(event);
}

void PathTable::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(tr("&Copy as CSV"), this, &PathTable::copy)->setShortcut(QKeySequence::Copy);
    menu.addAction(tr("Select &all"), this, &QTableView::selectAll)->setShortcut(QKeySequence::SelectAll);
    menu.addAction(tr("Show the &whole path in the timeline"), this, &QTableView::clearSelection)
        ->setEnabled(selectionModel()->hasSelection());
    menu.exec(event->globalPos());
}

} // namespace parallax
