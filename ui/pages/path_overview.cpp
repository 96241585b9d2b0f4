// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/path_overview.h"

#include "core/data/trace_figures.h"
#include "ui/own_address.h"
#include "ui/pages/path_tabs.h"
#include "ui/row_table.h"
#include "ui/table_csv.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QSortFilterProxyModel>

namespace parallax {

namespace {

TraceId traceAt(const QModelIndex &index)
{
    return TraceId{index.data(PathOverviewModel::TraceRole).toULongLong()};
}

} // namespace

PathOverview::PathOverview(const Words &words, PathTabs *tabs, QWidget *parent)
    : QTableView(parent)
    , m_words(words)
    , m_tabs(tabs)
    , m_model(new PathOverviewModel(words, this))
    , m_shown(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("pathOverview"));
    setAccessibleName(tr("All targets at a glance"));
    m_shown->setSourceModel(m_model);
    m_shown->setSortRole(PathOverviewModel::SortRole);
    m_shown->setSortCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_shown);
    showAsRows(*this);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setFrameShape(QFrame::NoFrame);
    setSortingEnabled(true);
    sortByColumn(PathOverviewModel::Target, Qt::AscendingOrder);
    fitColumns();
    connect(this, &QTableView::activated, this, &PathOverview::open);
}

void PathOverview::fitColumns()
{
    constexpr int air = 32; // beside the longest words, and for the mark of the sorted column
    const auto fit = [this](int column, const QString &longest) {
        const QString heading = model()->headerData(column, Qt::Horizontal).toString();
        setColumnWidth(
            column,
            std::max(fontMetrics().horizontalAdvance(longest), fontMetrics().horizontalAdvance(heading))
                + air);
    };
    for (int column = 0; column < PathOverviewModel::ColumnCount; ++column)
        fit(column, QStringLiteral("000.0"));
    fit(PathOverviewModel::Target, QStringLiteral("edge1.network.example.net"));
    fit(PathOverviewModel::State, QStringLiteral("the target answered"));
    horizontalHeader()->setStretchLastSection(true);
}

OverviewRow PathOverview::rowOf(TraceId trace) const
{
    const PathAlerts &alerts = m_tabs->pathOf(trace)->alerts;
    const QString state = m_tabs->stateOf(trace);
    return {.trace = trace,
            .target = m_tabs->nameOf(trace),
            .mark = m_tabs->markOf(trace),
            .state = alerts.isUnableToSend() ? tr("%1, unable to send").arg(state)
                : alerts.isBeyondLimit()     ? tr("%1, beyond a limit").arg(state)
                                             : state};
}

void PathOverview::refresh()
{
    for (const auto &[trace, open] : m_tabs->paths())
        m_model->setRow(rowOf(trace));
    if (const auto trace = m_tabs->chosen())
        choose(*trace);
}

void PathOverview::setTrace(TraceId trace, const TraceState &state, const std::vector<PathEvent> &events)
{
    OverviewRow row = rowOf(trace);
    row.end = endFigures(state);
    if (!events.empty()) {
        row.eventAt = events.back().at;
        row.event = shownEvent(m_words, events.back());
    }
    m_model->setRow(row);
}

void PathOverview::choose(TraceId trace)
{
    const int row = m_model->rowOf(trace);
    if (row >= 0)
        selectRow(m_shown->mapFromSource(m_model->index(row, 0)).row());
}

void PathOverview::open(const QModelIndex &index)
{
    Q_EMIT opened(traceAt(index));
}

void PathOverview::copy() const
{
    QGuiApplication::clipboard()->setText(tableCsv(*m_shown, {}));
}

void PathOverview::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT chosen(traceAt(current));
}

void PathOverview::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    QTableView::keyPressEvent(event);
}

void PathOverview::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(tr("&Open its tab"), this, [this] { open(currentIndex()); })
        ->setEnabled(currentIndex().isValid());
    menu.addAction(tr("&Copy as CSV"), this, &PathOverview::copy)->setShortcut(QKeySequence::Copy);
    menu.exec(event->globalPos());
}

} // namespace parallax
