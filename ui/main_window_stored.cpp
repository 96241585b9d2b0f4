// SPDX-License-Identifier: GPL-3.0-or-later
// The window's stored paths: chosen in a dialog, opened in a tab.
#include "core/text/words.h"
#include "ui/dialogs/stored_paths_dialog.h"
#include "ui/main_window.h"
#include "ui/pages/path_page.h"
#include "ui/shown_text.h"
#include "ui/widgets/sidebar.h"
#include "ui/window_actions.h"

#include <QStackedWidget>

#include <utility>

namespace parallax {

void MainWindow::showStoredPaths()
{
    m_storedPaths = new StoredPathsDialog(m_words.locale(), this);
    m_storedPaths->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_storedPaths, &StoredPathsDialog::openRequested, this, &MainWindow::openStoredPath);
    connect(m_storedPaths, &StoredPathsDialog::removeRequested, this, &MainWindow::storedPathRemoveRequested);
    m_storedPaths->open();
    Q_EMIT storedPathsRequested();
}

void MainWindow::openStoredPath(const QString &id)
{
    m_sidebar->setCurrentRow(m_pages->indexOf(m_path));
    if (const auto open = m_storedTraces.find(id.toStdString()); open != m_storedTraces.end()) {
        m_path->choose(open->second);
        return;
    }
    const TraceId trace = nextTraceId();
    m_traces.insert(trace);
    m_storedTraces[id.toStdString()] = trace;
    Q_EMIT storedPathOpenRequested(trace, id);
}

void MainWindow::noteStored(const StoredPathsListed &listed)
{
    std::set<std::string> running;
    for (const StoredPath &path : listed.paths) {
        if (path.running)
            running.insert(path.id);
        if (!path.running && !m_runningStored.contains(path.id))
            continue;
        // What was opened while it ran has grown since.
        m_storedTraces.erase(path.id);
        if (const auto live = liveTraceOf(path))
            m_storedTraces[path.id] = *live;
    }
    m_runningStored = std::move(running);
    if (m_storedPaths)
        m_storedPaths->setPaths(listed.paths);
}

/// The tab in which it is being watched, or was; nothing where that tab has lost some of it.
std::optional<TraceId> MainWindow::liveTraceOf(const StoredPath &path) const
{
    constexpr std::chrono::milliseconds stored{1}; // its moments are kept to the millisecond
    std::optional<TraceId> found;
    for (const auto &[trace, state] : m_board.traces()) {
        if (state.history.rounds() == 0 || state.record.target != path.target
            || state.record.address != path.address || state.record.method != path.method)
            continue;
        // The store begins a path anew, with a round, where this one begins to lose its oldest rounds.
        const std::size_t round = state.history.roundAt(path.started);
        const bool hasBegin =
            round < state.history.rounds() && state.history.start(round) - path.started < stored;
        const bool sameBegin = std::chrono::abs(path.started - state.record.started) < stored;
        if (state.history.dropped() == 0 ? sameBegin : hasBegin)
            found = trace;
    }
    return found;
}

void MainWindow::noteStored(const StoredPathOpened &opened)
{
    m_actions->setAnyTrace(true);
    m_path->addStored(opened.trace, *opened.state);
    m_changedTraces.insert(opened.trace);
}

void MainWindow::noteStored(const StoredPathFailed &failed)
{
    const auto named = m_storedTraces.find(failed.id);
    if (named != m_storedTraces.end() && !m_board.find(named->second)) { // opening failed, not deleting
        m_traces.erase(named->second);
        m_storedTraces.erase(named);
    }
    const QString sentence = tr("Stored paths: %1").arg(shownText(failed.error.message));
    appendLog(sentence);
    if (m_storedPaths && m_storedPaths->isVisible())
        m_storedPaths->showTrouble(sentence);
    else
        m_path->showTrouble(sentence);
}

} // namespace parallax
