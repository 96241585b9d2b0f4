// SPDX-License-Identifier: GPL-3.0-or-later
// The window's stored paths: chosen in a dialog, opened in a tab; and their copies in files.
#include "core/text/words.h"
#include "ui/dialogs/save_dialogs.h"
#include "ui/dialogs/stored_paths_dialog.h"
#include "ui/main_window.h"
#include "ui/pages/path_page.h"
#include "ui/shown_text.h"
#include "ui/widgets/sidebar.h"
#include "ui/window_actions.h"

#include <QDragEnterEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>

#include <utility>

namespace parallax {

namespace {

/// None where anything else is among it.
QStringList pathFilesIn(const QMimeData &dragged)
{
    QStringList files;
    const auto urls = dragged.urls();
    for (const QUrl &url : urls) {
        const QString file = url.toLocalFile();
        if (!file.endsWith(QLatin1String(".parallax"), Qt::CaseInsensitive))
            return {};
        files << file;
    }
    return files;
}

} // namespace

void MainWindow::showStoredPaths()
{
    m_storedPaths = new StoredPathsDialog(m_words.locale(), this);
    m_storedPaths->setAttribute(Qt::WA_DeleteOnClose);
    m_storedPaths->setHideOwn(m_actions->hidesOwnAddresses());
    connect(m_storedPaths, &StoredPathsDialog::openRequested, this, &MainWindow::openStoredPath);
    connect(m_storedPaths, &StoredPathsDialog::fileRequested, this, &MainWindow::choosePathFile);
    connect(m_storedPaths, &StoredPathsDialog::copyRequested, this, &MainWindow::copyStoredPath);
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
    Q_EMIT storedPathOpenRequested(expectStored(id), id);
}

TraceId MainWindow::expectStored(const QString &name)
{
    const TraceId trace = nextTraceId();
    m_traces.insert(trace);
    m_storedTraces[name.toStdString()] = trace;
    return trace;
}

/// It is read again each time, since it may have changed.
void MainWindow::openPathFile(const QString &file)
{
    m_sidebar->setCurrentRow(m_pages->indexOf(m_path));
    const auto last = m_storedTraces.find(file.toStdString());
    const bool isBeingRead = last != m_storedTraces.end() && !m_board.find(last->second);
    if (!isBeingRead)
        Q_EMIT pathFileOpenRequested(expectStored(file), file);
}

void MainWindow::openPathFiles(const QStringList &files)
{
    constexpr qsizetype most = 10; // a file may have 256 MiB
    if (files.size() <= most) {
        for (const QString &file : files)
            openPathFile(file);
        return;
    }
    m_sidebar->setCurrentRow(m_pages->indexOf(m_path));
    sayOfStored(
        tr("None of the %1 files was opened: at most %2 are opened at once.").arg(files.size()).arg(most));
}

/// As a copy, whatever was proposed: what is moved is deleted where it came from.
void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->possibleActions().testFlag(Qt::CopyAction) || pathFilesIn(*event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    openPathFiles(pathFilesIn(*event->mimeData()));
}

void MainWindow::choosePathFile()
{
    const QString file = askPathFile(m_storedPaths);
    if (file.isEmpty())
        return;
    if (m_storedPaths)
        m_storedPaths->accept();
    openPathFile(file);
}

void MainWindow::copyStoredPath(const StoredPath &path)
{
    if (m_actions->hidesOwnAddresses() && !mayNameOwnAddresses())
        return;
    const QString file = askPathCopy(m_storedPaths, shownText(path.target), path.started);
    if (!file.isEmpty())
        Q_EMIT storedPathCopyRequested(QString::fromStdString(path.id), file);
}

/// Whoever hides them elsewhere would not expect them in a file to hand on.
bool MainWindow::mayNameOwnAddresses() const
{
    QMessageBox box(QMessageBox::Question, tr("Save a copy"),
                    tr("A copy holds every address as it was measured, your own ones too, although own "
                       "addresses are hidden elsewhere."),
                    QMessageBox::Cancel, m_storedPaths);
    box.setTextFormat(Qt::PlainText);
    QPushButton *save = box.addButton(tr("&Save anyway…"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == static_cast<QAbstractButton *>(save);
}

void MainWindow::noteStored(const StoredPathsListed &listed)
{
    std::set<std::string> running;
    for (const StoredPath &path : listed.paths) {
        if (path.running)
            running.insert(path.id);
        if (!path.running && !m_runningStored.contains(path.id) && m_storedTraces.contains(path.id))
            continue;
        // What was opened while it ran has grown since; what was stopped before may never have been listed.
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

void MainWindow::noteStored(const StoredPathCopied &copied)
{
    if (m_storedPaths)
        m_storedPaths->showMessage(tr("Written: %1").arg(shownText(copied.file)));
    exportFinished(QString::fromStdString(copied.file), {});
}

void MainWindow::noteStored(const StoredPathFailed &failed)
{
    const auto named = m_storedTraces.find(failed.id);
    if (named != m_storedTraces.end() && !m_board.find(named->second)) { // it was not opened
        m_traces.erase(named->second);
        m_storedTraces.erase(named);
    }
    sayOfStored(tr("Stored paths: %1").arg(shownText(m_words.reason(failed.error))));
}

void MainWindow::sayOfStored(const QString &sentence)
{
    appendLog(sentence);
    if (m_storedPaths && m_storedPaths->isVisible())
        m_storedPaths->showMessage(sentence);
    else
        m_path->showTrouble(sentence);
}

} // namespace parallax
