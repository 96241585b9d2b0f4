// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/path_views.h"

#include "core/data/own_addresses.h"
#include "core/data/path_places.h"
#include "core/text/words.h"
#include "ui/charts/hop_strips.h"
#include "ui/charts/timeline.h"
#include "ui/charts/world_map.h"
#include "ui/own_address.h"
#include "ui/pages/path_event_log.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QTabBar>

namespace parallax {

namespace {

using namespace std::chrono_literals;

constexpr Duration shortestWhole = 30s; // a watch that has just begun grows from the left

TimeSpan shownSpan(const PathHistory &history)
{
    TimeSpan whole = wholeSpan(history);
    if (history.rounds() == 0)
        return whole; // there is no time to grow from
    whole.to = std::max(whole.to, whole.from + shortestWhole);
    return whole;
}

} // namespace

PathViews::PathViews(const Words &words, QWidget *parent)
    : QTabWidget(parent)
    , m_words(words)
    , m_timeline(new Timeline(words, this))
    , m_strips(new HopStrips(words, this))
    , m_log(new PathEventLog(words, this))
    , m_map(new WorldMap(words, this))
{
    setObjectName(QStringLiteral("pathViews"));
    setDocumentMode(true);
    setAccessibleName(tr("Pictures of the path"));
    tabBar()->setAccessibleName(accessibleName());
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("perHop"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_strips);
    scroll->setAccessibleName(m_strips->accessibleName());
    addTab(m_timeline, tr("Timeline"));
    addTab(scroll, tr("Each hop"));
    addTab(m_map, tr("Map"));
    addTab(m_log, tr("Events"));
    connect(m_timeline, &Timeline::viewChanged, this, &PathViews::viewChanged);
    connect(m_timeline, &Timeline::focusSpanChanged, this, [this] {
        m_strips->setFocusSpan(m_timeline->focusSpan());
        Q_EMIT focusSpanChanged();
    });
    connect(m_strips, &HopStrips::viewChanged, this, &PathViews::viewChanged);
    connect(m_log, &PathEventLog::limitsChanged, this, &PathViews::limitsChanged);
    connect(m_log, &PathEventLog::momentChosen, this, [this](Timestamp moment) {
        setCurrentWidget(m_timeline);
        m_timeline->showAround(moment);
    });
    connect(this, &QTabWidget::currentChanged, this, &PathViews::viewChanged);
}

void PathViews::reset(const PathLook &look)
{
    m_log->reset();
    setTabText(indexOf(m_log), tr("Events"));
    m_strips->setStrips({}, {});
    m_map->reset(look.map);
    m_timeline->reset(look.timeline);
}

PathLook PathViews::look() const
{
    return {.timeline = m_timeline->look(), .map = m_map->look()};
}

void PathViews::setHideOwn(bool hide)
{
    m_hideOwn = hide;
}

void PathViews::setTrace(const TraceState &state, const std::vector<PathRow> &rows, std::optional<int> ttl)
{
    m_map->setHops(placedHops(rows, state.record.addresses), static_cast<int>(rows.size()));
    m_timeline->setWhole(shownSpan(state.history));
    std::vector<PathEvent> events = pathEvents(state.history, m_log->limits());
    if (m_hideOwn)
        events = withOwnHidden(std::move(events), state);
    m_timeline->setEvents(events, wholeSpan(state.history).to);
    m_log->setEvents(events);
    const int count = static_cast<int>(events.size());
    setTabText(indexOf(m_log), count == 0 ? tr("Events") : tr("Events (%1)").arg(count));
    setView(state, ttl);
}

void PathViews::setView(const TraceState &state, std::optional<int> ttl)
{
    if (m_timeline->isVisible())
        showSeries(state, ttl);
    if (m_strips->isVisible())
        showStrips(state, m_strips->width());
}

void PathViews::showSeries(const TraceState &state, std::optional<int> ttl)
{
    QString what = tr("End to end");
    if (state.request.kind == TraceRequest::Kind::Trace)
        what = nothingOverTime();
    else if (ttl)
        what = QStringLiteral("TTL %1 · %2").arg(*ttl).arg(labelOf(state, *ttl));
    m_timeline->setSeries(what, seriesOf(state.history, ttl, m_timeline->view(), m_timeline->columns()), ttl);
}

/// Whoever answered first, as in the table: the last one changes with each round where a hop is balanced.
QString PathViews::labelOf(const TraceState &state, int ttl) const
{
    const auto hop = state.history.hops().find(ttl);
    if (hop == state.history.hops().end() || hop->second.responders.empty())
        return QStringLiteral("–");
    const std::vector<IpAddress> &responders = hop->second.responders;
    const IpAddress &first = responders.front();
    const QString named = m_hideOwn && isOwnAddress(state, first) ? ownAddress() : shownAddress(first);
    return responders.size() == 1 ? named : tr("%1 and %2 more").arg(named).arg(responders.size() - 1);
}

QString PathViews::nothingOverTime()
{
    return tr("Traced once: there is nothing over time");
}

void PathViews::showStrips(const TraceState &state, double width)
{
    if (state.request.kind == TraceRequest::Kind::Trace)
        return m_strips->setNothing(nothingOverTime());
    std::vector<HopStrip> strips;
    const SeriesGrid grid = gridOf(state.history, m_timeline->view(), m_strips->columns(width));
    for (const int ttl : pathTtls(state.history))
        strips.push_back(
            {.ttl = ttl, .label = labelOf(state, ttl), .columns = seriesOf(state.history, ttl, grid)});
    m_strips->setStrips(m_timeline->view(), std::move(strips), !state.byMinute);
}

std::optional<TimeSpan> PathViews::focusSpan() const
{
    return m_timeline->focusSpan();
}

void PathViews::leaveFocus()
{
    m_timeline->setFocusSpan(std::nullopt);
}

/// While it was hidden, nothing was drawn anew.
void PathViews::showEvent(QShowEvent *event)
{
    QTabWidget::showEvent(event);
    Q_EMIT viewChanged();
}

/// Esc leaves the focus whichever picture has the keyboard.
void PathViews::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && focusSpan())
        return leaveFocus();
    QTabWidget::keyPressEvent(event);
}

PathLimits PathViews::limits() const
{
    return m_log->limits();
}

PathLimits PathViews::typedLimits()
{
    m_log->takeTyped();
    return m_log->limits();
}

void PathViews::setLimits(const PathLimits &limits)
{
    m_log->setLimits(limits);
}

std::vector<Picture> PathViews::pictures(const TraceState &state, std::optional<int> ttl, int which)
{
    std::vector<Picture> all{m_timeline->picture(), m_strips->picture(), m_map->picture()};
    if (which == 0) {
        showSeries(state, ttl);
        all[0] = m_timeline->picture();
    } else if (which == 1) {
        showStrips(state, all[1].size.width());
        all[1] = m_strips->picture();
    }
    return all;
}

} // namespace parallax
