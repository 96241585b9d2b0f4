// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/path_tabs.h"

#include "core/data/own_addresses.h"
#include "core/text/words.h"
#include "ui/marks.h"
#include "ui/own_address.h"
#include "ui/shown_text.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QMouseEvent>

namespace parallax {

PathTabs::PathTabs(const Words &words, QWidget *parent)
    : QTabBar(parent)
    , m_words(words)
{
    setObjectName(QStringLiteral("traces"));
    setAccessibleName(tr("Traced hosts"));
    setTabsClosable(true);
    setExpanding(false);
    setElideMode(Qt::ElideMiddle);
    setDocumentMode(true);
    setDrawBase(false);
    connect(this, &QTabBar::tabCloseRequested, this,
            [this](int tab) { Q_EMIT closeRequested(traceAt(tab)); });
}

int PathTabs::tabOf(TraceId trace) const
{
    for (int tab = 0; tab < count(); ++tab) {
        if (traceAt(tab) == trace)
            return tab;
    }
    return -1;
}

TraceId PathTabs::traceAt(int tab) const
{
    return TraceId{tabData(tab).toULongLong()};
}

void PathTabs::setTrace(int tab, TraceId trace)
{
    setTabData(tab, QVariant::fromValue<qulonglong>(static_cast<qulonglong>(trace)));
}

void PathTabs::add(TraceId trace, const TraceRequest &request)
{
    const QSignalBlocker quiet(this); // its number comes after it is there
    const int tab = addTab(shownText(request.target));
    setTrace(tab, trace);
    setCurrentIndex(tab);
    m_paths[trace].request = request;
    refresh(trace);
}

void PathTabs::replace(TraceId trace, TraceId fresh)
{
    setTrace(tabOf(trace), fresh);
    const OpenPath before = m_paths.extract(trace).mapped();
    m_paths[fresh] = {.request = before.request, .own = before.own};
    refresh(fresh);
}

void PathTabs::remove(TraceId trace)
{
    removeTab(tabOf(trace));
    m_paths.erase(trace);
}

void PathTabs::choose(TraceId trace)
{
    if (const int tab = tabOf(trace); tab >= 0)
        setCurrentIndex(tab);
}

std::optional<TraceId> PathTabs::chosen() const
{
    return currentIndex() < 0 ? std::nullopt : std::optional(traceAt(currentIndex()));
}

OpenPath *PathTabs::pathOf(TraceId trace)
{
    const auto open = m_paths.find(trace);
    return open == m_paths.end() ? nullptr : &open->second;
}

OpenPath *PathTabs::follow(TraceId trace, const TraceState &state)
{
    OpenPath *open = pathOf(trace);
    if (!open)
        return nullptr;
    open->end = state.record.end;
    open->begun = true;
    open->paused = open->paused && open->runs();
    open->own = isTargetOwn(state);
    return open;
}

QString PathTabs::nameOf(TraceId trace) const
{
    const OpenPath &open = m_paths.at(trace);
    return m_hideOwn && open.own ? ownAddress() : shownText(open.request.target);
}

QString PathTabs::stateOf(TraceId trace) const
{
    const OpenPath &open = m_paths.at(trace);
    if (!open.begun && open.runs())
        return tr("looking for its address");
    return open.paused ? tr("paused") : m_words.pathEnd(open.end);
}

void PathTabs::setHideOwn(bool hide)
{
    m_hideOwn = hide;
    refreshAll();
}

void PathTabs::refreshAll()
{
    for (const auto &[trace, open] : m_paths)
        refresh(trace);
}

void PathTabs::refresh(TraceId trace)
{
    const int tab = tabOf(trace);
    const OpenPath &open = m_paths.at(trace);
    setTabIcon(tab, markFor(open));
    setTabText(tab, nameOf(trace));
    setTabToolTip(tab, plainToolTip(meaningOf(open).arg(nameOf(trace))));
}

QIcon PathTabs::markFor(const OpenPath &open) const
{
    if (open.alerts.isUnableToSend())
        return markIcon(Mark::Triangle, mutedText(palette()));
    if (open.alerts.isBeyondLimit())
        return markIcon(Mark::Triangle, strokeOf(VerdictKind::Proxy, palette()));
    if (open.paused)
        return markIcon(Mark::HalfDisc, mutedText(palette()));
    return open.end == PathEnd::Running ? markIcon(Mark::Disc, strokeOf(VerdictKind::Direct, palette()))
                                        : markIcon(Mark::Square, mutedText(palette()));
}

/// What a tab's mark says, with a place for its name. What cannot be sent passes no limit.
QString PathTabs::meaningOf(const OpenPath &open)
{
    const bool running = open.end == PathEnd::Running;
    if (open.alerts.isUnableToSend())
        return open.paused ? tr("%1: paused, was unable to send")
            : running      ? tr("%1: running, unable to send")
                           : tr("%1: ended, was unable to send");
    if (open.alerts.isBeyondLimit())
        return open.paused ? tr("%1: paused, a limit was passed")
            : running      ? tr("%1: running, a limit is passed")
                           : tr("%1: ended, a limit was passed");
    return open.paused ? tr("%1: paused") : running ? tr("%1: running") : tr("%1: ended");
}

void PathTabs::changeEvent(QEvent *event)
{
    QTabBar::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    refreshAll();
    Q_EMIT marksChanged();
}

/// By the keyboard it is about the current tab, and the event's place says nothing.
void PathTabs::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    if (const int tab = byMouse ? tabAt(event->pos()) : -1; tab >= 0)
        setCurrentIndex(tab); // what the menu is about
    const QPoint below = tabRect(currentIndex()).bottomLeft();
    Q_EMIT menuRequested(mapToGlobal(byMouse ? event->pos() : below));
}

void PathTabs::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isOnTab = event->button() == Qt::LeftButton && tabAt(event->position().toPoint()) >= 0;
    if (isOnTab)
        Q_EMIT clicked(); // after the press has chosen it
    QTabBar::mouseReleaseEvent(event);
}

} // namespace parallax
