// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/path_table.h"

#include "ui/models/path_cells.h"
#include "ui/models/path_model.h"
#include "ui/row_table.h"
#include "ui/table_csv.h"
#include "ui/widgets/latency_delegate.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace parallax {

namespace {

constexpr qint32 columnLayout =
    2; // another order of the columns has another number: a header is kept by them
constexpr int air = 14; // beside the words of a cell, together
constexpr int mostCharacters = 42; // that a column grows to by itself: an IPv6 address has 39

} // namespace

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
    setItemDelegateForColumn(PathModel::Latency, new LatencyDelegate(this));
    fitColumns();
    followWidths();
    addColumnChoices();
}

void PathTable::addColumnChoices()
{
    QHeaderView *header = horizontalHeader();
    header->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = 0; column < PathModel::ColumnCount; ++column) {
        auto *choice = new QAction(path_cells::heading(column), header);
        choice->setCheckable(true);
        choice->setChecked(true);
        choice->setEnabled(column != PathModel::Address); // whose figures would they be?
        connect(choice, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            growColumns(0, m_shown->rowCount() - 1);
        });
        header->addAction(choice);
    }
}

void PathTable::followWidths()
{
    connect(m_shown, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { growColumns(first, last); });
    connect(
        m_shown, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) { growColumns(first.row(), last.row()); });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int, int before, int after) {
        const bool comesOrGoes = before == 0 || after == 0;
        m_widthsChosen = m_widthsChosen || (!m_fitting && !comesOrGoes);
    });
}

/// Before anything is known: room for figures and addresses. Words make their own.
void PathTable::fitColumns()
{
    const QScopedValueRollback fitting(m_fitting, true);
    const auto fit = [this](int column, const QString &longest) {
        const QString heading = model()->headerData(column, Qt::Horizontal).toString();
        const int text = fontMetrics().horizontalAdvance(longest);
        const int mark = column == PathModel::Ttl ? 18 : 4; // of the sorted column
        setColumnWidth(column, std::max(text, fontMetrics().horizontalAdvance(heading) + mark) + air);
    };
    for (int column = 0; column < PathModel::ColumnCount; ++column)
        fit(column, QStringLiteral("000.0"));
    fit(PathModel::Ttl, QStringLiteral("00"));
    fit(PathModel::Address, QStringLiteral("000.000.000.000"));
    fit(PathModel::Latency, QStringLiteral("Latency, 0 to 00,000 ms"));
    fit(PathModel::Sent, QStringLiteral("00,000"));
    fit(PathModel::Mpls, QStringLiteral("000000"));
}

/// Words get the room that they need when they come, until the user says how wide the columns are.
void PathTable::growColumns(int firstRow, int lastRow)
{
    if (m_widthsChosen)
        return;
    const QScopedValueRollback fitting(m_fitting, true);
    const int most = fontMetrics().horizontalAdvance(QLatin1Char('0')) * mostCharacters;
    for (const int column : {PathModel::Address, PathModel::Name, PathModel::Network, PathModel::Country}) {
        if (isColumnHidden(column))
            continue;
        int width = columnWidth(column);
        for (int row = firstRow; row <= lastRow; ++row) {
            const QString words = m_shown->index(row, column).data().toString();
            width = std::max(width, fontMetrics().horizontalAdvance(words) + air);
        }
        setColumnWidth(column, std::min(width, most));
    }
}

QByteArray PathTable::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << columnLayout << static_cast<qint32>(PathModel::ColumnCount) << m_widthsChosen
           << horizontalHeader()->saveState();
    return state;
}

void PathTable::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    qint32 layout = 0;
    qint32 columns = 0;
    bool widthsChosen = false;
    QByteArray header;
    stream >> layout >> columns >> widthsChosen >> header;
    if (stream.status() != QDataStream::Ok || layout != columnLayout || columns != PathModel::ColumnCount)
        return; // nothing is kept, or of a version with other columns
    const QScopedValueRollback fitting(m_fitting, true);
    horizontalHeader()->restoreState(header);
    sortByColumn(PathModel::Ttl, Qt::AscendingOrder); // a path is read in its order
    m_widthsChosen = widthsChosen;
    if (!widthsChosen)
        fitColumns();
    const auto choices = horizontalHeader()->actions();
    for (int column = 0; column < choices.size(); ++column)
        choices[column]->setChecked(!isColumnHidden(column));
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
    return tableCsv(*m_shown, selectionModel()->selectedRows(), PathModel::Latency);
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
    if (event->key() == Qt::Key_Escape && selectionModel()->hasSelection())
        return clearSelection();
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT leaveFocusRequested();
    QTableView::keyPressEvent(event);
}

void PathTable::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(tr("&Copy as CSV"), this, &PathTable::copy)->setShortcut(QKeySequence::Copy);
    menu.addAction(tr("Copy as &mtr report"), this, &PathTable::reportRequested);
    menu.addAction(tr("Select &all"), this, &QTableView::selectAll)->setShortcut(QKeySequence::SelectAll);
    menu.addAction(tr("Show the &whole path in the timeline"), this, &QTableView::clearSelection)
        ->setEnabled(selectionModel()->hasSelection());
    menu.addSeparator();
    menu.addMenu(tr("C&olumns"))->addActions(horizontalHeader()->actions());
    menu.exec(event->globalPos());
}

} // namespace parallax
