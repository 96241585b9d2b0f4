// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/path_commands.h"

#include "ui/pages/path_tabs.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
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

PathCommands::PathCommands(PathTabs *tabs, QWidget *parent)
    : QWidget(parent)
    , m_tabs(tabs)
    , m_pause(new QAction(this))
    , m_reset(new QAction(tr("&Reset statistics"), this))
    , m_close(new QAction(tr("&Close the tab"), this))
{
    m_reset->setIconText(tr("Reset"));
    m_reset->setToolTip(
        tr("Begins anew with the same target. What was stored so far stays among the stored paths."));
    m_close->setShortcuts(QKeySequence::Close);
    m_close->setShortcutContext(Qt::WindowShortcut); // the side list may have the focus
    connect(m_pause, &QAction::triggered, this, &PathCommands::pauseOrContinue);
    connect(m_reset, &QAction::triggered, this, &PathCommands::beginAnew);
    connect(m_close, &QAction::triggered, this, [this] {
        if (const auto trace = m_tabs->chosen())
            closeTab(*trace);
    });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(commandButton(m_pause, "pathPause"));
    layout->addWidget(commandButton(m_reset, "pathReset"));
    refresh();
}

void PathCommands::refresh()
{
    const auto trace = m_tabs->chosen();
    const OpenPath *open = trace ? m_tabs->pathOf(*trace) : nullptr;
    const bool watched = open && open->isWatched();
    const bool paused = watched && open->paused;
    m_pause->setText(paused ? tr("Co&ntinue") : tr("&Pause"));
    m_pause->setToolTip(paused ? tr("Sends rounds again")
                               : tr("Sends no more rounds until you continue: a gap, and no loss"));
    m_pause->setEnabled(watched);
    m_reset->setEnabled(watched);
}

void PathCommands::pauseOrContinue()
{
    const auto trace = m_tabs->chosen();
    if (!trace)
        return;
    OpenPath &open = *m_tabs->pathOf(*trace);
    open.paused = !open.paused;
    m_tabs->refresh(*trace);
    refresh();
    Q_EMIT pauseRequested(*trace, open.paused);
}

void PathCommands::beginAnew()
{
    const auto trace = m_tabs->chosen();
    if (!trace || !mayLose(*trace, *m_reset))
        return;
    const TraceRequest request = m_tabs->pathOf(*trace)->request; // the answer takes that one away
    Q_EMIT restartRequested(*trace, request);
}

void PathCommands::closeTab(TraceId trace)
{
    if (mayLose(trace, *m_close))
        Q_EMIT closeRequested(trace);
}

/// The store may have nothing of it.
bool PathCommands::isUnsaved(const OpenPath &open) const
{
    return m_storeFails && open.begun && !open.stored && open.request.kind == TraceRequest::Kind::Watch;
}

/// False too where it went meanwhile.
bool PathCommands::mayLose(TraceId trace, const QAction &by)
{
    if (!isUnsaved(*m_tabs->pathOf(trace)))
        return true;
    return agrees({m_tabs->nameOf(trace)}, by.text()) && m_tabs->pathOf(trace);
}

bool PathCommands::mayLoseAll(const QString &by)
{
    QStringList names;
    for (const auto &[trace, open] : m_tabs->paths()) {
        if (isUnsaved(open))
            names << m_tabs->nameOf(trace);
    }
    names.removeDuplicates();
    return names.isEmpty() || agrees(names, by);
}

bool PathCommands::agrees(const QStringList &names, const QString &by)
{
    QMessageBox box(QMessageBox::Question, tr("Not saved"),
                    tr("Watched paths are not being saved at present: what was measured to %1 may be lost "
                       "for good.")
                        .arg(names.join(QStringLiteral(", "))),
                    QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    QPushButton *agreed = box.addButton(by, QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == static_cast<QAbstractButton *>(agreed);
}

void PathCommands::popUp(const QPoint &where)
{
    QMenu menu(this);
    menu.addAction(m_pause);
    menu.addAction(m_reset);
    menu.addSeparator();
    menu.addAction(m_close);
    menu.exec(where);
}

} // namespace parallax
