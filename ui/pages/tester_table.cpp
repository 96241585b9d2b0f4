// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tester_table.h"

#include "ui/models/tester_model.h"
#include "ui/row_table.h"
#include "ui/table_csv.h"
#include "ui/widgets/progress_delegate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDrag>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QResizeEvent>
#include <QSortFilterProxyModel>

namespace parallax {

TesterTable::TesterTable(TesterModel *model, QWidget *parent)
    : QTableView(parent)
    , m_testers(model)
    , m_shown(new QSortFilterProxyModel(this))
    , m_progress(new ProgressDelegate(this))
{
    setObjectName(QStringLiteral("testers"));
    setAccessibleName(tr("Testers"));
    m_shown->setSourceModel(model);
    m_shown->setSortRole(TesterModel::SortRole);
    m_shown->setFilterKeyColumn(-1);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_shown);
    setSortingEnabled(true);
    sortByColumn(TesterModel::Started, Qt::DescendingOrder);
    showAsRows(*this);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDragEnabled(true);
    setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setSectionResizeMode(TesterModel::Who, QHeaderView::Stretch);
    const auto fit = [this](int column, const QString &longest) {
        setColumnWidth(column, fontMetrics().horizontalAdvance(longest) + 12);
    };
    fit(TesterModel::Started, QStringLiteral("00-00 00:00"));
    fit(TesterModel::Verdict, QStringLiteral("Inconclusive 0000"));
    fit(TesterModel::Progress, QStringLiteral("Finished 00"));
    fit(TesterModel::Gap, QStringLiteral("Gap [ms]") + QStringLiteral("00"));
    setItemDelegateForColumn(TesterModel::Progress, m_progress);
}

void TesterTable::setFilter(const QString &text)
{
    m_shown->setFilterFixedString(text);
}

void TesterTable::select(SessionId session)
{
    for (int row = 0; row < m_testers->rowCount(); ++row) {
        if (m_testers->sessionAt(row) == session)
            return setCurrentIndex(m_shown->mapFromSource(m_testers->index(row, 0)));
    }
}

bool TesterTable::hasSelection() const
{
    return currentIndex().isValid();
}

std::vector<SessionId> TesterTable::selectedSessions() const
{
    std::vector<SessionId> sessions;
    const auto rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        sessions.push_back(m_testers->sessionAt(m_shown->mapToSource(row).row()));
    return sessions;
}

QString TesterTable::asCsv() const
{
    return tableCsv(*m_shown, selectionModel()->selectedRows());
}

void TesterTable::copy() const
{
    QGuiApplication::clipboard()->setText(asCsv());
}

void TesterTable::startDrag(Qt::DropActions /*supported*/)
{
    const QString csv = asCsv();
    auto *content = new QMimeData;
    content->setData(QStringLiteral("text/csv"), csv.toUtf8());
    content->setText(csv);
    auto *drag = new QDrag(this);
    drag->setMimeData(content);
    drag->exec(Qt::CopyAction);
}

void TesterTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    const QModelIndex source = m_shown->mapToSource(current);
    if (source.isValid())
        Q_EMIT chosen(m_testers->sessionAt(source.row()));
}

void TesterTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    QTableView::keyPressEvent(event);
}

void TesterTable::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *copyRows = menu.addAction(tr("&Copy as CSV"), this, &TesterTable::copy);
    copyRows->setShortcut(QKeySequence::Copy);
    addExports(menu);
    addEnd(menu);
    menu.addSeparator();
    menu.addAction(tr("Select &all"), this, &QTableView::selectAll)->setShortcut(QKeySequence::SelectAll);
    menu.exec(event->globalPos());
}

void TesterTable::addExports(QMenu &menu)
{
    QMenu *exports = menu.addMenu(tr("&Export selected"));
    exports->setEnabled(selectionModel()->hasSelection());
    const auto add = [&](const QString &text, ExportFormat format) {
        exports->addAction(text, this, [this, format] { Q_EMIT exportSelectedRequested(format); });
    };
    add(tr("CSV, a row for each &tester…"), ExportFormat::TestersCsv);
    add(tr("CSV, a row for each &sample…"), ExportFormat::SamplesCsv);
    add(tr("&JSON Lines…"), ExportFormat::JsonLines);
    add(tr("&CalcuLatency JSON…"), ExportFormat::CalculatencyJson);
}

void TesterTable::addEnd(QMenu &menu)
{
    const QModelIndex row = m_shown->mapToSource(currentIndex());
    const bool running = row.isValid() && row.data(TesterModel::RunningRole).toBool();
    const SessionId session = running ? m_testers->sessionAt(row.row()) : SessionId{};
    menu.addAction(tr("E&nd this run"), this, [this, session] { Q_EMIT endRequested(session); })
        ->setEnabled(running);
}

void TesterTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    // Where it is narrow the names need the room; the bar of a running one then stands under the verdict.
    const bool narrow = width() < fontMetrics().averageCharWidth() * 72;
    if (narrow == isColumnHidden(TesterModel::Progress))
        return;
    setColumnHidden(TesterModel::Progress, narrow);
    setItemDelegateForColumn(TesterModel::Verdict, narrow ? m_progress : nullptr);
}

void TesterTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_testers->recolour();
}

} // namespace parallax
