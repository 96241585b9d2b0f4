// SPDX-License-Identifier: GPL-3.0-or-later
// The Path page's overview: all targets that have a tab, a row each. While it is in front the tabs' own parts
// are not filled.
#include "core/text/words.h"
#include "ui/own_address.h"
#include "ui/pages/path_overview.h"
#include "ui/pages/path_page.h"
#include "ui/pages/path_views.h"
#include "ui/widgets/section.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parallax {

namespace {

/// What the rounds of a path that was rolled up do not tell.
void forgetMeans(std::vector<PathRow> &rows)
{
    for (PathRow &row : rows) {
        row.rtt.last.reset();
        row.rtt.average.reset();
        row.rtt.deviation.reset();
        row.rtt.jitter.reset();
    }
}

EndFigures endOf(const TraceState &state)
{
    if (state.request.kind != TraceRequest::Kind::Watch)
        return endFigures(state.record);
    EndFigures figures = endFigures(state.history);
    if (state.byMinute) {
        figures.last.reset();
        figures.mean.reset();
    }
    return figures;
}

} // namespace

std::vector<PathRow> PathPage::rowsOf(const TraceState &state, RoundSpan rounds)
{
    std::vector<PathRow> rows = state.request.kind == TraceRequest::Kind::Watch
        ? pathRows(state.history, rounds)
        : pathRows(state.record);
    if (state.byMinute)
        forgetMeans(rows);
    return rows;
}

QWidget *PathPage::overview()
{
    auto *paper = new Paper;
    auto *inside = new QVBoxLayout(paper);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_overview);
    return paper;
}

void PathPage::connectOverview()
{
    connect(m_all, &QToolButton::clicked, this, &PathPage::showOverview);
    connect(m_overview, &PathOverview::opened, this, &PathPage::choose);
    connect(m_overview, &PathOverview::chosen, this, [this](TraceId trace) {
        if (m_all->isChecked())
            m_tabs->setCurrentIndex(tabOf(trace)); // what Stop, Pause and Reset are about
    });
}

void PathPage::showOverview(bool wanted)
{
    m_all->setChecked(wanted);
    m_front->setCurrentIndex(wanted ? 1 : 0);
    if (wanted)
        refreshOverview();
    else if (const auto trace = chosenTrace())
        Q_EMIT chosen(*trace);
}

void PathPage::leaveOverview()
{
    if (m_all->isChecked())
        showOverview(false);
}

/// One target needs none.
void PathPage::offerOverview()
{
    const bool several = m_tabs->count() > 1;
    m_all->setVisible(several);
    if (!several)
        leaveOverview();
}

void PathPage::refreshOverview()
{
    for (const auto &[trace, tab] : m_open)
        m_overview->setRow(rowOf(trace));
    if (const auto trace = chosenTrace())
        m_overview->choose(*trace);
    Q_EMIT allWanted();
}

OverviewRow PathPage::rowOf(TraceId trace) const
{
    const Tab &tab = m_open.at(trace);
    return {.trace = trace,
            .target = nameOf(tab),
            .mark = m_tabs->tabIcon(tabOf(trace)),
            .state = tab.isTroubled() ? tr("%1, beyond a limit").arg(stateOf(tab)) : stateOf(tab)};
}

OverviewRow PathPage::rowOf(TraceId trace, const TraceState &state,
                            const std::vector<PathEvent> &events) const
{
    OverviewRow row = rowOf(trace);
    row.end = endOf(state);
    if (!events.empty()) {
        row.eventAt = events.back().at;
        row.event = shownEvent(m_words, events.back(), m_hideOwn);
    }
    return row;
}

QString PathPage::stateOf(const Tab &tab) const
{
    if (!tab.begun && tab.runs())
        return tr("looking for its address");
    return tab.paused ? tr("paused") : m_words.pathEnd(tab.end);
}

} // namespace parallax
