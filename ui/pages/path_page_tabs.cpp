// SPDX-License-Identifier: GPL-3.0-or-later
// The Path page's tabs: a host each.
#include "ui/marks.h"
#include "ui/models/path_model.h"
#include "ui/own_address.h"
#include "ui/pages/path_overview.h"
#include "ui/pages/path_page.h"
#include "ui/pages/path_table.h"
#include "ui/pages/path_views.h"
#include "ui/shown_text.h"
#include "ui/theme.h"
#include "ui/widgets/path_bar.h"
#include "ui/widgets/plain_label.h"

#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

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
    leaveOverview();
}

void PathPage::addTrace(TraceId trace, const TraceRequest &request)
{
    const QSignalBlocker quiet(m_tabs); // its number comes after it is there
    const int tab = m_tabs->addTab(shownText(request.target));
    m_tabs->setTabData(tab, QVariant::fromValue<qulonglong>(static_cast<qulonglong>(trace)));
    m_tabs->setCurrentIndex(tab);
    m_open[trace].request = request;
    turnTo(trace);
    m_stack->setCurrentIndex(1);
    showMark(trace);
    leaveOverview();
    offerOverview();
}

void PathPage::replaceTrace(TraceId trace, TraceId fresh)
{
    const int tab = tabOf(trace);
    if (tab < 0)
        return;
    if (m_limitSaid && m_limitSaid->trace == trace)
        hideTrouble();
    m_tabs->setTabData(tab, QVariant::fromValue<qulonglong>(static_cast<qulonglong>(fresh)));
    const Tab before = m_open.extract(trace).mapped();
    m_open[fresh] = {.request = before.request, .own = before.own};
    if (m_shown == trace)
        turnTo(fresh);
    showMark(fresh);
    const QSignalBlocker quiet(m_overview); // a chosen row that goes is no choice of the user's
    m_overview->removeRowOf(trace);
    if (m_all->isChecked())
        refreshOverview();
}

/// Clears the page for another trace, and keeps what was looked at of the one before.
void PathPage::turnTo(std::optional<TraceId> trace)
{
    const QSignalBlocker quiet(m_views); // what it asks for is asked for afterwards
    if (const auto left = m_shown ? m_open.find(*m_shown) : m_open.end(); left != m_open.end()) {
        left->second.look = m_views->look();
        if (m_model->rowCount() > 0)
            left->second.ttl = m_table->chosenTtl();
    }
    m_shown = trace;
    fill({}, {});
    showNotes({});
    const Tab tab = trace ? m_open.at(*trace) : Tab{.end = PathEnd::Interrupted};
    m_views->reset(tab.look);
    m_heading->setText(tr("Looking for %1…").arg(shownText(tab.request.target)));
    showCommands();
}

/// A chosen row that goes is no choice of the user's, who would be shown the rows while they are filled.
void PathPage::fill(const std::vector<PathRow> &rows, const std::map<IpAddress, AddressFacts> &facts)
{
    const QSignalBlocker quiet(m_table);
    m_model->setRows(rows, facts);
}

void PathPage::showTab(int tab)
{
    if (chosenTrace() == m_shown)
        return; // one before it was closed
    turnTo(chosenTrace());
    if (tab < 0)
        return;
    m_bar->setHost(QString::fromStdString(m_open.at(traceAt(tab)).request.target));
    m_overview->choose(traceAt(tab));
    Q_EMIT chosen(traceAt(tab));
}

void PathPage::addStored(TraceId trace, const TraceState &state)
{
    m_trouble->hide();
    addTrace(trace, state.request);
    Tab &tab = m_open.at(trace);
    m_bar->setHost(QString::fromStdString(tab.request.target));
    tab.stored = true;
    tab.end = state.record.end;
    showMark(trace);
    showCommands();
}

void PathPage::showTrouble(const QString &sentence)
{
    m_limitSaid.reset();
    m_trouble->setPlainText(sentence);
    m_trouble->show();
}

void PathPage::hideTrouble()
{
    m_limitSaid.reset();
    m_trouble->hide();
}

void PathPage::closeTab(int tab)
{
    if (tab < 0)
        return;
    const TraceId trace = traceAt(tab);
    removeTab(tab);
    Q_EMIT forgetRequested(trace);
}

void PathPage::removeTab(int tab)
{
    const TraceId trace = traceAt(tab);
    m_tabs->removeTab(tab);
    m_open.erase(trace);
    m_overview->removeRowOf(trace);
    offerOverview();
    if (m_limitSaid && m_limitSaid->trace == trace)
        hideTrouble();
    if (m_tabs->count() == 0)
        m_stack->setCurrentIndex(0);
}

void PathPage::showFailure(TraceId trace, const Error &error)
{
    const int tab = tabOf(trace);
    if (tab < 0)
        return;
    const QString host = m_tabs->tabText(tab);
    const std::string target = m_open.at(trace).request.target;
    showTrouble(error.code == ErrorCode::UnknownHost
                    ? tr("No host is known by the name “%1”. Check its spelling, or that this computer "
                         "reaches a name server.")
                          .arg(host)
                    : tr("%1 was not traced: %2").arg(host, shownText(error.message)));
    removeTab(tab);
    m_bar->setHost(QString::fromStdString(target));
}

void PathPage::showMark(TraceId trace)
{
    const Tab &open = m_open.at(trace);
    const int tab = tabOf(trace);
    const bool running = open.end == PathEnd::Running;
    const QColor colour = running ? strokeOf(VerdictKind::Direct, palette()) : mutedText(palette());
    QString meaning = open.paused ? tr("%1: paused") : running ? tr("%1: running") : tr("%1: ended");
    if (open.isTroubled()) {
        m_tabs->setTabIcon(tab, markIcon(Mark::Triangle, strokeOf(VerdictKind::Proxy, palette())));
        meaning = open.paused ? tr("%1: paused, a limit was passed")
            : running         ? tr("%1: running, a limit is passed")
                              : tr("%1: ended, a limit was passed");
    } else if (open.paused) {
        m_tabs->setTabIcon(tab, markIcon(Mark::HalfDisc, mutedText(palette())));
    } else {
        m_tabs->setTabIcon(tab, markIcon(running ? Mark::Disc : Mark::Square, colour));
    }
    m_tabs->setTabText(tab, nameOf(open));
    m_tabs->setTabToolTip(tab, meaning.arg(nameOf(open)));
}

QString PathPage::nameOf(const Tab &tab) const
{
    return m_hideOwn && tab.own ? ownAddress() : shownText(tab.request.target);
}

/// The marks have the theme's colours.
void PathPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (const auto &[trace, open] : m_open)
        showMark(trace);
    if (m_all->isChecked())
        refreshOverview(); // it has the tabs' marks
}

} // namespace parallax
