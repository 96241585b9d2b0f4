// SPDX-License-Identifier: GPL-3.0-or-later
// The Path page's tabs: a host each.
#include "ui/marks.h"
#include "ui/models/path_model.h"
#include "ui/pages/path_page.h"
#include "ui/pages/path_views.h"
#include "ui/shown_text.h"
#include "ui/theme.h"
#include "ui/widgets/path_bar.h"
#include "ui/widgets/plain_label.h"

#include <QStackedWidget>
#include <QTabBar>

namespace parallax {

int PathPage::tabOf(TraceId trace) const
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (traceAt(tab) == trace)
            return tab;
    }
    return -1;
}

TraceId PathPage::traceAt(int tab) const
{
    return TraceId{m_tabs->tabData(tab).toULongLong()};
}

std::optional<TraceId> PathPage::chosenTrace() const
{
    return m_tabs->currentIndex() < 0 ? std::nullopt : std::optional(traceAt(m_tabs->currentIndex()));
}

void PathPage::choose(TraceId trace)
{
    if (const int tab = tabOf(trace); tab >= 0)
        m_tabs->setCurrentIndex(tab);
}

void PathPage::addTrace(TraceId trace, const TraceRequest &request)
{
    const QSignalBlocker quiet(m_tabs); // its number comes after it is there
    const int tab = m_tabs->addTab(shownText(request.target));
    m_tabs->setTabData(tab, QVariant::fromValue<qulonglong>(static_cast<qulonglong>(trace)));
    m_tabs->setCurrentIndex(tab);
    m_model->setRows({}, {});
    m_views->reset();
    showNotes({});
    m_heading->setText(tr("Looking for %1…").arg(shownText(request.target)));
    m_stack->setCurrentIndex(1);
    m_bar->setRunning(true);
    showMark(tab, PathEnd::Running, false);
}

void PathPage::addStored(TraceId trace, const TraceState &state)
{
    m_trouble->hide();
    addTrace(trace, state.request);
    m_bar->setRunning(false);
    m_bar->setHost(shownText(state.request.target));
    m_alerted[trace].fill({.knownUntil = Timestamp::max()}); // what passed a limit then is no news
}

void PathPage::showTrouble(const QString &sentence)
{
    m_trouble->setPlainText(sentence);
    m_trouble->show();
}

void PathPage::removeTab(int tab)
{
    m_tabs->removeTab(tab);
    if (m_tabs->count() > 0)
        return;
    m_stack->setCurrentIndex(0);
    m_bar->setRunning(false);
}

void PathPage::showFailure(TraceId trace, const Error &error)
{
    const int tab = tabOf(trace);
    if (tab < 0)
        return;
    const QString host = m_tabs->tabText(tab);
    showTrouble(error.code == ErrorCode::UnknownHost
                    ? tr("No host is known by the name “%1”. Check its spelling, or that this computer "
                         "reaches a name server.")
                          .arg(host)
                    : tr("%1 was not traced: %2").arg(host, shownText(error.message)));
    removeTab(tab);
    m_bar->setHost(host);
}

void PathPage::showMark(int tab, PathEnd end, bool troubled)
{
    const bool running = end == PathEnd::Running;
    const QColor colour = running ? strokeOf(VerdictKind::Direct, palette()) : mutedText(palette());
    if (troubled)
        m_tabs->setTabIcon(tab, markIcon(Mark::Triangle, strokeOf(VerdictKind::Proxy, palette())));
    else
        m_tabs->setTabIcon(tab, markIcon(running ? Mark::Disc : Mark::Square, colour));
    m_tabs->setTabToolTip(tab,
                          running ? tr("%1: running").arg(m_tabs->tabText(tab))
                                  : tr("%1: ended").arg(m_tabs->tabText(tab)));
}

} // namespace parallax
