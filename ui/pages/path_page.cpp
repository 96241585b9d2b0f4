// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/path_page.h"

#include "core/data/own_addresses.h"
#include "core/text/words.h"
#include "ui/pages/path_empty.h"
#include "ui/pages/path_front.h"
#include "ui/pages/path_overview.h"
#include "ui/pages/path_table.h"
#include "ui/shown_text.h"
#include "ui/widgets/section.h"

#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace parallax {

PathPage::PathPage(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_bar(new PathBar(this))
    , m_trouble(new PathTrouble(words, this))
    , m_front(new PathFront(this))
    , m_tabs(new PathTabs(words, this))
    , m_detail(new PathDetail(words, this))
    , m_empty(new PathEmpty(this))
    , m_overview(new PathOverview(words, m_tabs, this))
    , m_commands(new PathCommands(m_tabs, this))
    , m_stack(new QStackedWidget(this))
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_bar);
    layout->addWidget(m_trouble);
    layout->addWidget(m_stack, 1);
    addAction(m_commands->closing());
    connect(m_trouble, &PathTrouble::alerted, this, &PathPage::alerted);
    connect(m_empty, &PathEmpty::hostRequested, this, &PathPage::focusHost);
    connect(m_empty, &PathEmpty::storedRequested, this, &PathPage::storedRequested);
    connectBar();
    connectTabs();
    connectDetail();
    connectOverview();
}

QWidget *PathPage::content()
{
    m_front->addWidget(m_detail);
    m_front->addWidget(onPaper(m_overview));
    auto *content = new QWidget;
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_front->button());
    row->addWidget(m_tabs, 1);
    row->addWidget(m_commands);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 0, 12, 12);
    layout->setSpacing(6);
    layout->addLayout(row);
    layout->addWidget(m_front, 1);
    return content;
}

void PathPage::connectBar()
{
    connect(m_bar, &PathBar::startRequested, this, [this](const TraceRequest &request) {
        m_trouble->hide();
        Q_EMIT openRequested(request);
    });
    connect(m_bar, &PathBar::stopRequested, this, [this] {
        if (const auto trace = chosenTrace())
            Q_EMIT closeRequested(*trace);
    });
}

void PathPage::connectTabs()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &PathPage::showChosen);
    connect(m_tabs, &PathTabs::closeRequested, m_commands, &PathCommands::closeTab);
    connect(m_tabs, &PathTabs::menuRequested, m_commands, &PathCommands::popUp);
    connect(m_tabs, &PathTabs::clicked, m_front, &PathFront::leaveAll);
    connect(m_tabs, &PathTabs::marksChanged, this, [this] {
        if (m_front->showsAll())
            refreshOverview();
    });
    connect(m_commands, &PathCommands::pauseRequested, this, &PathPage::pauseRequested);
    connect(m_commands, &PathCommands::pauseRequested, this, &PathPage::askAgain); // the words say so, too
    connect(m_commands, &PathCommands::restartRequested, this, &PathPage::restartRequested);
    connect(m_commands, &PathCommands::closeRequested, this, [this](TraceId trace) {
        removeTab(trace);
        Q_EMIT forgetRequested(trace);
    });
}

void PathPage::connectDetail()
{
    const PathViews *views = m_detail->views();
    connect(views, &PathViews::focusSpanChanged, this, &PathPage::askAgain);
    connect(views, &PathViews::limitsChanged, this, &PathPage::forgetAlerts);
    connect(views, &PathViews::limitsChanged, this, &PathPage::askAgain);
    connect(views, &PathViews::viewChanged, this, [this] {
        if (const auto trace = chosenTrace())
            Q_EMIT viewWanted(*trace);
    });
    connect(m_detail->table(), &PathTable::ttlChosen, this, &PathPage::askAgain);
    connect(m_detail->table(), &PathTable::reportRequested, this, &PathPage::reportRequested);
    connect(m_detail->table(), &PathTable::leaveFocusRequested, views, &PathViews::leaveFocus);
}

void PathPage::connectOverview()
{
    connect(m_front, &PathFront::allShown, this, &PathPage::refreshOverview);
    connect(m_front, &PathFront::oneShown, this, &PathPage::askAgain);
    connect(m_overview, &PathOverview::opened, this, &PathPage::choose);
    connect(m_overview, &PathOverview::chosen, this, [this](TraceId trace) {
        if (m_front->showsAll())
            m_tabs->choose(trace); // what Stop, Pause and Reset are about
    });
}

void PathPage::askAgain()
{
    if (const auto trace = chosenTrace())
        Q_EMIT chosen(*trace);
}

void PathPage::choose(TraceId trace)
{
    m_tabs->choose(trace);
    m_front->leaveAll();
}

void PathPage::addTrace(TraceId trace, const TraceRequest &request)
{
    m_tabs->add(trace, request);
    turnTo(trace);
    m_stack->setCurrentIndex(1);
    m_front->leaveAll();
    m_front->offerAll(m_tabs->count() > 1);
}

void PathPage::addStored(TraceId trace, const TraceState &state)
{
    m_trouble->hide();
    addTrace(trace, state.request);
    OpenPath &open = *m_tabs->pathOf(trace);
    open.own = isTargetOwn(state);
    m_bar->setHost(hostOf(open));
    open.stored = true;
    open.end = state.record.end;
    m_tabs->refresh(trace);
    showCommands();
}

void PathPage::replaceTrace(TraceId trace, TraceId fresh)
{
    if (!m_tabs->pathOf(trace))
        return;
    m_trouble->forget(trace);
    m_tabs->replace(trace, fresh);
    if (m_detail->shown() == trace)
        turnTo(fresh);
    m_detail->forget(trace);
    const QSignalBlocker quiet(m_overview); // a chosen row that goes is no choice of the user's
    m_overview->removeRowOf(trace);
    if (m_front->showsAll())
        refreshOverview();
}

void PathPage::turnTo(std::optional<TraceId> trace)
{
    m_detail->turnTo(trace, trace ? m_tabs->nameOf(*trace) : QString());
    showCommands();
}

/// As it was typed; an own one that is hidden must be typed again.
QString PathPage::hostOf(const OpenPath &open) const
{
    return m_hideOwn && open.own ? QString() : QString::fromStdString(open.request.target);
}

void PathPage::showChosen()
{
    const auto trace = chosenTrace();
    if (trace == m_detail->shown())
        return; // one before it was closed
    turnTo(trace);
    if (!trace)
        return;
    m_bar->setHost(hostOf(*m_tabs->pathOf(*trace)));
    m_overview->choose(*trace);
    Q_EMIT chosen(*trace);
}

void PathPage::setTrace(TraceId trace, const TraceState &state)
{
    OpenPath *open = m_tabs->follow(trace, state);
    if (!open)
        return;
    const PathLimits limits = m_detail->views()->limits();
    const bool limited = limits != PathLimits{};
    std::vector<PathEvent> events; // they take a day's path milliseconds
    if (m_front->showsAll() || limited)
        events = pathEvents(state.history, limits);
    if (m_hideOwn)
        events = withOwnHidden(std::move(events), state);
    // Who has set no limit is not alerted.
    m_trouble->follow(trace, *open, m_tabs->nameOf(trace), limited ? events : std::vector<PathEvent>());
    m_tabs->refresh(trace);
    if (trace == chosenTrace())
        showCommands();
    if (m_front->showsAll())
        m_overview->setTrace(trace, state, events);
    else if (trace == chosenTrace())
        m_detail->setTrace(state, m_tabs->stateOf(trace));
}

void PathPage::refreshOverview()
{
    m_overview->refresh();
    Q_EMIT allWanted();
}

/// Of those that nobody asks about any more, since they have ended, nothing is known with new limits. What
/// is paused sends nothing that would ask.
void PathPage::forgetAlerts()
{
    for (auto &[trace, open] : m_tabs->paths()) {
        if (trace == m_detail->shown())
            continue;
        if (open.end == PathEnd::Running) {
            if (open.paused)
                Q_EMIT chosen(trace);
            continue;
        }
        open.alerts = {};
        m_tabs->refresh(trace);
        m_trouble->forget(trace);
    }
}

void PathPage::showCommands()
{
    const auto trace = chosenTrace();
    const OpenPath *open = trace ? m_tabs->pathOf(*trace) : nullptr;
    m_bar->setRunning(open && open->runs());
    m_commands->refresh();
}

void PathPage::removeTab(TraceId trace)
{
    m_tabs->remove(trace);
    m_detail->forget(trace);
    m_overview->removeRowOf(trace);
    m_front->offerAll(m_tabs->count() > 1);
    m_trouble->forget(trace);
    if (m_tabs->count() == 0)
        m_stack->setCurrentIndex(0);
}

void PathPage::showFailure(TraceId trace, const Error &error)
{
    const OpenPath *open = m_tabs->pathOf(trace);
    if (!open)
        return;
    const QString host = m_tabs->nameOf(trace);
    const QString toType = hostOf(*open);
    showTrouble(error.code == ErrorCode::UnknownHost
                    ? tr("No host is known by the name “%1”. Check its spelling, or that this computer "
                         "reaches a name server.")
                          .arg(host)
                    : tr("%1 was not traced: %2").arg(host, shownText(m_words.reason(error))));
    removeTab(trace);
    m_bar->setHost(toType);
}

void PathPage::setHideOwn(bool hide)
{
    m_hideOwn = hide;
    m_detail->setHideOwn(hide);
    m_tabs->setHideOwn(hide);
    if (const auto trace = m_trouble->about())
        m_trouble->rename(m_tabs->nameOf(*trace));
    const auto shown = chosenTrace();
    if (const OpenPath *open = shown ? m_tabs->pathOf(*shown) : nullptr; open && open->own)
        m_bar->setHost(hostOf(*open));
    if (m_front->showsAll())
        refreshOverview();
    else
        askAgain();
}

} // namespace parallax
