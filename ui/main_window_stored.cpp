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
    if (m_storedPaths)
        m_storedPaths->setPaths(listed.paths);
}

void MainWindow::noteStored(const StoredPathOpened &opened)
{
    m_actions->setAnyTrace(true);
    m_path->addStored(opened.trace, *opened.state);
    m_changedTraces.insert(opened.trace);
}

void MainWindow::noteStored(const StoredPathFailed &failed)
{
    if (const auto opening = m_storedTraces.extract(failed.id))
        m_traces.erase(opening.mapped());
    const QString sentence = tr("Stored paths: %1").arg(shownText(failed.error.message));
    appendLog(sentence);
    if (m_storedPaths && m_storedPaths->isVisible())
        m_storedPaths->showTrouble(sentence);
    else
        m_path->showTrouble(sentence);
}

} // namespace parallax
