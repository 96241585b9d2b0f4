// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/path_page.h"

#include "core/data/path_places.h"
#include "core/text/words.h"
#include "ui/models/path_model.h"
#include "ui/moment.h"
#include "ui/own_address.h"
#include "ui/pages/path_empty.h"
#include "ui/pages/path_overview.h"
#include "ui/pages/path_table.h"
#include "ui/pages/path_views.h"
#include "ui/widgets/path_bar.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/section.h"

#include <QAction>
#include <QDataStream>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace parallax {

namespace {

bool everReached(const PathHistory &history)
{
    for (std::size_t round = history.rounds(); round-- > 0;) {
        if (history.endTtl(round))
            return true;
    }
    return false;
}

} // namespace

PathPage::PathPage(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_bar(new PathBar(this))
    , m_trouble(new PlainLabel(PlainLabel::Tone::Normal, this))
    , m_all(new QToolButton(this))
    , m_tabs(new QTabBar(this))
    , m_pause(new QAction(this))
    , m_reset(new QAction(this))
    , m_close(addAction(tr("&Close the tab")))
    , m_heading(new ElidedLabel(this))
    , m_notes(new PlainLabel(PlainLabel::Tone::Muted, this))
    , m_model(new PathModel(words, this))
    , m_table(new PathTable(m_model, this))
    , m_empty(new PathEmpty(this))
    , m_views(new PathViews(words, this))
    , m_overview(new PathOverview(words, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_front(new QStackedWidget(this))
    , m_stack(new QStackedWidget(this))
{
    m_trouble->setObjectName(QStringLiteral("pathTrouble"));
    m_trouble->setContentsMargins(14, 2, 14, 6);
    m_trouble->setRunning();
    m_trouble->hide();
    addCommands();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_bar);
    layout->addWidget(m_trouble);
    layout->addWidget(m_stack, 1);
    connectParts();
    connectOverview();
}

void PathPage::connectParts()
{
    connect(m_bar, &PathBar::startRequested, this, [this](const TraceRequest &request) {
        m_trouble->hide();
        Q_EMIT openRequested(request);
    });
    connect(m_bar, &PathBar::stopRequested, this, [this] {
        if (const auto trace = chosenTrace())
            Q_EMIT closeRequested(*trace);
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &PathPage::showTab);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &PathPage::closeTab);
    const auto askAgain = [this] {
        if (const auto trace = chosenTrace())
            Q_EMIT chosen(*trace);
    };
    connect(m_views, &PathViews::focusSpanChanged, this, askAgain);
    connect(m_views, &PathViews::limitsChanged, this, &PathPage::forgetLimits);
    connect(m_views, &PathViews::limitsChanged, this, askAgain);
    connect(m_table, &PathTable::ttlChosen, this, askAgain);
    connect(m_table, &PathTable::reportRequested, this, &PathPage::reportRequested);
    connect(m_views, &PathViews::viewChanged, this, [this] {
        if (const auto trace = chosenTrace())
            Q_EMIT viewWanted(*trace);
    });
    connect(m_empty, &PathEmpty::hostRequested, this, &PathPage::focusHost);
    connect(m_empty, &PathEmpty::storedRequested, this, &PathPage::storedRequested);
}

QWidget *PathPage::content()
{
    m_front->addWidget(detail());
    m_front->addWidget(overview());
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 0, 12, 12);
    layout->setSpacing(6);
    layout->addWidget(tabRow());
    layout->addWidget(m_front, 1);
    return content;
}

QWidget *PathPage::detail()
{
    m_heading->setObjectName(QStringLiteral("pathHeading"));
    m_notes->setObjectName(QStringLiteral("pathNotes"));
    m_notes->setRunning();
    m_notes->hide();
    auto *paper = new Paper;
    auto *inside = new QVBoxLayout(paper);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_table);
    m_splitter->addWidget(paper);
    auto *pictures = new Paper;
    auto *around = new QVBoxLayout(pictures);
    around->setContentsMargins(1, 1, 1, 1);
    around->addWidget(m_views);
    m_splitter->addWidget(pictures);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    auto *detail = new QWidget;
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_heading);
    layout->addWidget(m_notes);
    layout->addWidget(m_splitter, 1);
    return detail;
}

void PathPage::setTrace(TraceId trace, const TraceState &state)
{
    const auto open = m_open.find(trace);
    if (open == m_open.end())
        return;
    Tab &tab = open->second;
    tab.end = state.record.end;
    tab.begun = true;
    tab.paused = tab.paused && tab.runs();
    tab.own = isPrivateAddress(state.record.address.address);
    std::vector<PathEvent> events; // they take a day's path milliseconds
    if (m_all->isChecked() || m_views->limits() != PathLimits{})
        events = pathEvents(state.history, m_views->limits());
    watchLimits(trace, events);
    showMark(trace);
    if (trace == chosenTrace())
        showCommands();
    if (m_all->isChecked())
        m_overview->setRow(rowOf(trace, state, events));
    else if (trace == chosenTrace())
        showDetail(tab, state);
}

void PathPage::showDetail(Tab &tab, const TraceState &state)
{
    const bool watch = state.request.kind == TraceRequest::Kind::Watch;
    RoundSpan rounds;
    if (const auto focus = m_views->focusSpan())
        rounds = roundsIn(state.history, *focus);
    const std::vector<PathRow> rows = rowsOf(state, rounds);
    m_model->setLimits(m_views->limits());
    fill(rows, state.record.addresses);
    if (const auto ttl = rows.empty() ? std::nullopt : std::exchange(tab.ttl, std::nullopt)) {
        const QSignalBlocker quiet(m_table); // all is shown now
        m_table->choose(*ttl);
    }
    m_views->setTrace(state, rows, m_table->chosenTtl());
    m_heading->setText(sentence(tab, state));
    showNotes(
        m_words.pathNotes(rows, watch ? everReached(state.history) : state.record.end == PathEnd::Reached));
}

void PathPage::showNotes(const QStringList &notes)
{
    constexpr qsizetype most = 3; // the table's rows say the others on their tool tips
    m_notes->setPlainText(notes.mid(std::max<qsizetype>(0, notes.size() - most)).join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
}

void PathPage::setView(const TraceState &state)
{
    m_views->setView(state, m_table->chosenTtl());
}

QString PathPage::sentence(const Tab &tab, const TraceState &state) const
{
    const TraceRecord &record = state.record;
    QStringList parts{shownAddress(record.address.address, m_hideOwn), fullMoment(record.started)};
    if (state.request.kind == TraceRequest::Kind::Watch)
        parts << tr("%1 rounds")
                     .arg(m_words.locale().toString(static_cast<qulonglong>(state.history.rounds())));
    parts << stateOf(tab);
    if (state.byMinute)
        parts << tr("older than a week: of each minute only best, median, worst and loss are kept");
    if (const auto mtu = pathMtu(record))
        parts << tr("path MTU %1").arg(m_words.locale().toString(*mtu));
    if (const auto focus = m_views->focusSpan())
        parts << tr("figures of %1 to %2").arg(fullMoment(focus->from), fullMoment(focus->to));
    return parts.join(QStringLiteral(" · "));
}

void PathPage::setHideOwn(bool hide)
{
    m_hideOwn = hide;
    m_model->setHideOwn(hide);
    m_views->setHideOwn(hide);
    for (const auto &[each, tab] : m_open)
        showMark(each);
    if (m_all->isChecked())
        refreshOverview();
    else if (const auto trace = chosenTrace())
        Q_EMIT chosen(*trace);
}

void PathPage::focusHost()
{
    m_bar->focusHost();
}

QByteArray PathPage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_splitter->saveState() << m_table->saveState();
    return state;
}

void PathPage::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray splitter;
    QByteArray table;
    stream >> splitter >> table; // both empty where this is no state of ours: then nothing is restored
    m_splitter->restoreState(splitter);
    m_table->restoreState(table);
}

std::vector<Picture> PathPage::pictures(const TraceState &state, int which)
{
    return m_views->pictures(state, m_table->chosenTtl(), which);
}

std::optional<TimeSpan> PathPage::focusSpan() const
{
    return m_views->focusSpan();
}

PathLimits PathPage::limits() const
{
    return m_views->typedLimits();
}

void PathPage::setLimits(const PathLimits &limits)
{
    m_views->setLimits(limits);
}

QStringList PathPage::hosts() const
{
    return m_bar->history();
}

void PathPage::setHosts(const QStringList &hosts)
{
    m_bar->setHistory(hosts);
}

} // namespace parallax
