// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the chosen path: pause, continue, begin anew, close. Beside the tabs, and in their
// menu.
#include "ui/pages/path_page.h"
#include "ui/widgets/path_bar.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMouseEvent>
#include <QTabBar>
#include <QToolButton>

namespace parallax {

namespace {

QToolButton *commandButton(QAction *action, const char *name)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    return button;
}

} // namespace

void PathPage::addCommands()
{
    m_reset->setText(tr("&Reset statistics"));
    m_reset->setIconText(tr("Reset"));
    m_reset->setToolTip(
        tr("Begins anew with the same target. What was stored so far stays among the stored paths."));
    m_close->setShortcuts(QKeySequence::Close);
    m_close->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_pause, &QAction::triggered, this, &PathPage::pauseOrContinue);
    connect(m_reset, &QAction::triggered, this, [this] {
        if (const auto trace = chosenTrace()) {
            const TraceRequest request = m_open.at(*trace).request; // the answer takes that one away
            Q_EMIT restartRequested(*trace, request);
        }
    });
    connect(m_close, &QAction::triggered, this, [this] { closeTab(m_tabs->currentIndex()); });
    m_tabs->installEventFilter(this); // its menu, and a click that leaves the overview
    showCommands();
}

QWidget *PathPage::tabRow()
{
    m_all->setObjectName(QStringLiteral("pathAll"));
    m_all->setText(tr("All"));
    m_all->setToolTip(tr("All targets at a glance"));
    m_all->setAccessibleDescription(m_all->toolTip());
    m_all->setCheckable(true);
    m_all->setAutoRaise(true);
    m_all->hide();
    m_tabs->setObjectName(QStringLiteral("traces"));
    m_tabs->setAccessibleName(tr("Traced hosts"));
    m_tabs->setTabsClosable(true);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideMiddle);
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_all);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(commandButton(m_pause, "pathPause"));
    layout->addWidget(commandButton(m_reset, "pathReset"));
    return row;
}

void PathPage::showCommands()
{
    const auto trace = chosenTrace();
    const auto open = trace ? m_open.find(*trace) : m_open.end();
    const bool watched = open != m_open.end() && open->second.isWatched();
    const bool paused = watched && open->second.paused;
    m_bar->setRunning(open != m_open.end() && open->second.runs());
    m_pause->setText(paused ? tr("Co&ntinue") : tr("&Pause"));
    m_pause->setToolTip(paused ? tr("Sends rounds again")
                               : tr("Sends no more rounds until you continue: a gap, and no loss"));
    m_pause->setEnabled(watched);
    m_reset->setEnabled(watched);
}

void PathPage::pauseOrContinue()
{
    const auto trace = chosenTrace();
    if (!trace)
        return;
    Tab &tab = m_open.at(*trace);
    tab.paused = !tab.paused;
    showMark(*trace);
    showCommands();
    Q_EMIT pauseRequested(*trace, tab.paused);
    Q_EMIT chosen(*trace); // the words say so, too
}

const TraceRequest &PathPage::probes() const
{
    return m_bar->probes();
}

void PathPage::setProbes(const TraceRequest &probes)
{
    m_bar->setProbes(probes);
}

bool PathPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_tabs)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ContextMenu) {
        showTabMenu(*static_cast<QContextMenuEvent *>(event));
        return true;
    }
    if (event->type() == QEvent::MouseButtonRelease) { // after the press has chosen the tab
        const auto *click = static_cast<QMouseEvent *>(event);
        if (click->button() == Qt::LeftButton && m_tabs->tabAt(click->position().toPoint()) >= 0)
            leaveOverview();
    }
    return QWidget::eventFilter(watched, event);
}

/// By the keyboard it is about the current tab, and the event's place says nothing.
void PathPage::showTabMenu(const QContextMenuEvent &event)
{
    const bool byMouse = event.reason() == QContextMenuEvent::Mouse;
    if (const int tab = byMouse ? m_tabs->tabAt(event.pos()) : -1; tab >= 0)
        m_tabs->setCurrentIndex(tab); // what the menu is about
    QMenu menu(this);
    menu.addAction(m_pause);
    menu.addAction(m_reset);
    menu.addSeparator();
    menu.addAction(m_close);
    const QPoint below = m_tabs->tabRect(m_tabs->currentIndex()).bottomLeft();
    menu.exec(m_tabs->mapToGlobal(byMouse ? event.pos() : below));
}

} // namespace parallax
