// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenuBar>

namespace parallax {

WindowActions::WindowActions(QMainWindow *window)
    : QObject(window)
{
    addFile(window);
    addEdit(window);
    addView(window);
    addTools(window);
    addHelp(window);
    setListening(false, true);
    setAnyLink(false);
    setAnyTester(false);
    setAnyTrace(false);
    setAnyClock(false);
}

QAction *WindowActions::add(QMenu *menu, const QString &text, void (WindowActions::*signal)())
{
    return menu->addAction(text, this, signal);
}

void WindowActions::addFile(QMainWindow *window)
{
    QMenu *file = window->menuBar()->addMenu(tr("&File"));
    add(file, tr("&Open a stored path…"), &WindowActions::storedPathsRequested)
        ->setShortcut(QKeySequence::Open);
    file->addSeparator();
    m_export = file->addMenu(tr("&Export"));
    const auto format = [this](const QString &text, ExportFormat what) {
        return m_export->addAction(text, this, [this, what] { Q_EMIT exportRequested(what); });
    };
    format(tr("CSV, a row for each &tester…"), ExportFormat::TestersCsv)
        ->setShortcut(QKeySequence(tr("Ctrl+E")));
    format(tr("CSV, a row for each &sample…"), ExportFormat::SamplesCsv);
    format(tr("&JSON Lines…"), ExportFormat::JsonLines);
    format(tr("&CalcuLatency JSON…"), ExportFormat::CalculatencyJson);
    m_saveChart = file->addMenu(tr("&Save chart as PNG or SVG"));
    const auto picture = [this](const QString &text, int which) {
        return m_saveChart->addAction(text, this, [this, which] { Q_EMIT saveChartRequested(which); });
    };
    picture(tr("Latency &ladder…"), 0)->setShortcut(QKeySequence::Save);
    picture(tr("RTT per &hop…"), 1);
    picture(tr("&Distribution…"), 2);
    addPathExports(file);
    addClockExports(file);
    file->addSeparator();
    add(file, tr("&Quit"), &WindowActions::quitRequested)->setShortcut(QKeySequence(tr("Ctrl+Q")));
}

void WindowActions::addPathExports(QMenu *file)
{
    m_exportPath = file->addMenu(tr("Export the &path"));
    const auto format = [this](const QString &text, TraceFormat what) {
        return m_exportPath->addAction(text, this, [this, what] { Q_EMIT exportTraceRequested(what); });
    };
    format(tr("&CSV, a row for each answer…"), TraceFormat::Csv)
        ->setShortcut(QKeySequence(tr("Ctrl+Shift+E")));
    format(tr("&JSON…"), TraceFormat::Json);
    m_exportPath->addSeparator();
    const auto picture = [this](const QString &text, int which) {
        m_exportPath->addAction(text, this, [this, which] { Q_EMIT saveTraceChartRequested(which); });
    };
    picture(tr("&Timeline as PNG or SVG…"), 0);
    picture(tr("&Each hop as PNG or SVG…"), 1);
    picture(tr("&Map as PNG or SVG…"), 2);
    m_hideOwn = file->addAction(tr("&Hide own addresses of the path"));
    m_hideOwn->setCheckable(true);
    connect(m_hideOwn, &QAction::toggled, this, &WindowActions::hideOwnRequested);
}

void WindowActions::addClockExports(QMenu *file)
{
    m_exportClocks = file->addMenu(tr("Export the &clocks"));
    add(m_exportClocks, tr("&CSV, a row for each answer…"), &WindowActions::exportClocksRequested);
    m_exportClocks->addSeparator();
    const auto picture = [this](const QString &text, int which) {
        m_exportClocks->addAction(text, this, [this, which] { Q_EMIT saveClockChartRequested(which); });
    };
    picture(tr("C&urves as PNG or SVG…"), 0);
    picture(tr("&Distribution as PNG or SVG…"), 1);
    m_saveClocks = m_exportClocks->addAction(tr("&Save both every few minutes…"));
    m_saveClocks->setCheckable(true);
    connect(m_saveClocks, &QAction::triggered, this, &WindowActions::saveClocksEveryRequested);
}

void WindowActions::setAnyClock(bool any)
{
    const bool saves = m_saveClocks->isChecked(); // it must be possible to end that
    m_exportClocks->setEnabled(any || saves);
    const auto actions = m_exportClocks->actions();
    for (QAction *action : actions)
        action->setEnabled(any || (saves && action == m_saveClocks));
}

void WindowActions::setSavesClocks(bool saves)
{
    m_saveClocks->setChecked(saves);
}

bool WindowActions::hidesOwnAddresses() const
{
    return m_hideOwn->isChecked();
}

void WindowActions::setHideOwn(bool hide)
{
    m_hideOwn->setChecked(hide);
}

void WindowActions::setAnyTrace(bool any)
{
    m_exportPath->setEnabled(any);
    const auto actions = m_exportPath->actions();
    for (QAction *action : actions)
        action->setEnabled(any);
}

void WindowActions::addEdit(QMainWindow *window)
{
    QMenu *edit = window->menuBar()->addMenu(tr("&Edit"));
    m_copyLink = add(edit, tr("Copy the &link"), &WindowActions::copyLinkRequested);
    m_copyLink->setShortcut(QKeySequence(tr("Ctrl+Shift+C")));
    add(edit, tr("&Find a tester"), &WindowActions::filterRequested)->setShortcut(QKeySequence::Find);
}

void WindowActions::addView(QMainWindow *window)
{
    m_view = window->menuBar()->addMenu(tr("&View"));
    QMenu *theme = m_view->addMenu(tr("&Theme"));
    auto *group = new QActionGroup(this);
    const std::array names{tr("As the &desktop"), tr("&Light"), tr("D&ark")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto choice = static_cast<ThemeChoice>(i);
        QAction *action =
            theme->addAction(names.at(i), this, [this, choice] { Q_EMIT themeRequested(choice); });
        action->setCheckable(true);
        group->addAction(action);
        m_themes.at(i) = action;
    }
    m_view->addSeparator();
}

void WindowActions::addTools(QMainWindow *window)
{
    QMenu *tools = window->menuBar()->addMenu(tr("&Tools"));
    m_start = add(tools, tr("St&art"), &WindowActions::startRequested);
    m_start->setShortcut(QKeySequence(tr("Ctrl+R")));
    m_stop = add(tools, tr("St&op"), &WindowActions::stopRequested);
    m_stop->setShortcut(QKeySequence(tr("Ctrl+.")));
    m_openLink = add(tools, tr("&Try the link on this computer"), &WindowActions::openLinkRequested);
    tools->addSeparator();
    add(tools, tr("T&race a host"), &WindowActions::hostRequested)->setShortcut(QKeySequence(tr("Ctrl+T")));
    add(tools, tr("&Packet workbench…"), &WindowActions::workbenchRequested)
        ->setShortcut(QKeySequence(tr("Ctrl+B")));
    tools->addSeparator();
    m_invite = add(tools, tr("&Invite…"), &WindowActions::inviteRequested);
    m_invite->setShortcut(QKeySequence(tr("Ctrl+I")));
    add(tools, tr("I&nvitations…"), &WindowActions::invitationsRequested);
    tools->addSeparator();
    QAction *settings = add(tools, tr("&Settings…"), &WindowActions::settingsRequested);
    settings->setShortcut(QKeySequence(tr("Ctrl+,")));
    settings->setMenuRole(QAction::PreferencesRole);
}

void WindowActions::addHelp(QMainWindow *window)
{
    QMenu *help = window->menuBar()->addMenu(tr("&Help"));
    add(help, tr("&How to read the pictures"), &WindowActions::guideRequested)
        ->setShortcut(QKeySequence::HelpContents);
    add(help, tr("&About Parallax"), &WindowActions::aboutRequested)->setMenuRole(QAction::AboutRole);
}

void WindowActions::setListening(bool listening, bool canStart)
{
    m_start->setEnabled(canStart);
    for (QAction *action : {m_stop, m_invite})
        action->setEnabled(listening);
}

void WindowActions::setAnyLink(bool any)
{
    m_copyLink->setEnabled(any);
    m_openLink->setEnabled(any);
}

void WindowActions::setAnyTester(bool any)
{
    m_export->setEnabled(any);
    m_saveChart->setEnabled(any);
    for (QMenu *menu : {m_export, m_saveChart}) {
        const auto actions = menu->actions();
        for (QAction *action : actions)
            action->setEnabled(any); // a shortcut works even where its menu is disabled
    }
}

void WindowActions::setTheme(ThemeChoice choice)
{
    m_themes.at(static_cast<std::size_t>(choice))->setChecked(true);
}

} // namespace parallax
