// SPDX-License-Identifier: GPL-3.0-or-later
// The window's traces: what the user asks of them, and what becomes of it.
#include "core/text/words.h"
#include "ui/dialogs/save_dialogs.h"
#include "ui/main_window.h"
#include "ui/pages/path_page.h"
#include "ui/shown_text.h"
#include "ui/widgets/sidebar.h"
#include "ui/window_actions.h"

#include <QApplication>
#include <QClipboard>
#include <QStackedWidget>
#include <QStatusBar>

namespace parallax {

void MainWindow::connectPath()
{
    connect(m_path, &PathPage::openRequested, this, &MainWindow::openTrace);
    connect(m_path, &PathPage::closeRequested, this, &MainWindow::traceCloseRequested);
    connect(m_path, &PathPage::pauseRequested, this, &MainWindow::tracePauseRequested);
    connect(m_path, &PathPage::restartRequested, this, &MainWindow::restartTrace);
    connect(m_path, &PathPage::forgetRequested, this, &MainWindow::forgetTrace);
    connect(m_path, &PathPage::storedRequested, this, &MainWindow::showStoredPaths);
    connect(m_actions, &WindowActions::storedPathsRequested, this, &MainWindow::showStoredPaths);
    connect(m_path, &PathPage::chosen, this, &MainWindow::showTrace);
    connect(m_path, &PathPage::allWanted, this, [this] {
        m_changedTraces.insert(m_traces.begin(), m_traces.end());
        m_refresh.request();
    });
    connect(m_path, &PathPage::reportRequested, this, &MainWindow::reportTrace);
    connect(m_actions, &WindowActions::exportTraceRequested, this, &MainWindow::exportTrace);
    connect(m_actions, &WindowActions::saveTraceChartRequested, this, &MainWindow::saveTraceChart);
    connect(m_actions, &WindowActions::hideOwnRequested, m_path, &PathPage::setHideOwn);
    connect(m_path, &PathPage::viewWanted, this, [this](TraceId trace) {
        if (const TraceState *state = m_board.find(trace))
            m_path->setView(*state);
    });
    connect(m_path, &PathPage::alerted, this, [this](const QString &sentence) {
        appendLog(sentence);
        QApplication::alert(this);
    });
}

void MainWindow::openTrace(const TraceRequest &request)
{
    const TraceId trace = nextTraceId();
    m_traces.insert(trace);
    m_path->addTrace(trace, request);
    noteChosenTrace();
    Q_EMIT traceRequested(trace, request);
}

/// The stored part of what was watched stays as it is; what comes is another path, to the same address
/// whatever a name server says by now.
void MainWindow::restartTrace(TraceId trace, TraceRequest request)
{
    if (const TraceState *state = m_board.find(trace)) {
        request.address = state->record.address.address;
        request.interface = state->request.interface; // a link-local target's
    }
    const TraceId fresh = nextTraceId();
    m_path->replaceTrace(trace, fresh);
    m_traces.insert(fresh);
    forgetTrace(trace);
    Q_EMIT traceRequested(fresh, request);
}

void MainWindow::forgetTrace(TraceId trace)
{
    const TraceState *state = m_board.find(trace);
    if (!state || state->record.end == PathEnd::Running)
        Q_EMIT traceCloseRequested(trace);
    m_traces.erase(trace);
    std::erase_if(m_storedTraces, [trace](const auto &entry) { return entry.second == trace; });
    m_changedTraces.erase(trace);
    m_board.forget(trace);
    noteChosenTrace();
}

void MainWindow::exportTrace(TraceFormat format)
{
    const auto trace = m_path->chosenTrace();
    const TraceState *state = trace ? m_board.find(*trace) : nullptr;
    if (!state)
        return;
    if (format == TraceFormat::Csv && state->byMinute)
        return exportFinished({},
                              tr("A CSV file has a row for each answer. Of this path, or of its older part, "
                                 "only the figures of minutes are kept: export it as JSON."));
    const QString file = askTraceFile(this, format, hostOf(*state, m_actions->hidesOwnAddresses()));
    state = m_board.find(*trace); // it may have failed while the dialog was open
    if (state && !file.isEmpty())
        Q_EMIT traceExportRequested({format, file, m_actions->hidesOwnAddresses(), m_path->limits()}, *state);
}

/// Of the part that is in focus, as the table.
void MainWindow::reportTrace()
{
    const auto trace = m_path->chosenTrace();
    const TraceState *state = trace ? m_board.find(*trace) : nullptr;
    if (!state)
        return;
    if (state->byMinute)
        return exportFinished({},
                              tr("A report has the mean and the last of all answers. Of this path, or of its "
                                 "older part, only the figures of minutes are kept."));
    const auto focus = m_path->focusSpan();
    Q_EMIT traceReportRequested({.hideOwn = m_actions->hidesOwnAddresses(),
                                 .rounds = focus ? roundsIn(state->history, *focus) : RoundSpan{}},
                                *state);
}

void MainWindow::copyReport(const QString &report)
{
    constexpr int messageMs = 5000;
    QApplication::clipboard()->setText(report);
    statusBar()->showMessage(tr("The report is in the clipboard."), messageMs);
}

void MainWindow::saveTraceChart(int which)
{
    const auto trace = m_path->chosenTrace();
    const TraceState *state = trace ? m_board.find(*trace) : nullptr;
    std::vector<Picture> pictures = state ? m_path->pictures(*state, which) : std::vector<Picture>{};
    if (which < 0 || which >= static_cast<int>(pictures.size()))
        return;
    Picture asked = pictures[static_cast<std::size_t>(which)];
    asked.fileStem = stemAbout(asked.fileStem, hostOf(*state, m_actions->hidesOwnAddresses()));
    const QString file = askPictureFile(this, asked);
    // While the dialog was open the path may have gone, or another one come to the front.
    state = m_board.find(*trace);
    if (file.isEmpty() || !state)
        return;
    m_path->choose(*trace);
    pictures = m_path->pictures(*state, which);
    const auto saved = savePicture(pictures[static_cast<std::size_t>(which)],
                                   captionOf(*state, m_actions->hidesOwnAddresses(), this), file);
    exportFinished(file, saved ? QString() : QString::fromStdString(saved.error().message));
}

bool MainWindow::isOwnTrace(const Update &update) const
{
    const auto trace = traceOf(update);
    return !trace || m_traces.contains(*trace);
}

void MainWindow::noteTrace(TraceId trace, const Update &update)
{
    if (const auto *failed = std::get_if<TraceFailed>(&update)) {
        m_traces.erase(trace);
        m_changedTraces.erase(trace);
        appendLog(tr("A trace failed: %1").arg(shownText(m_words.reason(failed->error))));
        m_path->showFailure(trace, failed->error);
        noteChosenTrace();
        return;
    }
    m_changedTraces.insert(trace);
}

/// A day's path takes its time to be shown: then it is shown less often.
void MainWindow::refreshTraces()
{
    if (m_changedTraces.empty())
        return;
    constexpr qint64 restPerWork = 15;
    constexpr qint64 longestAtOnce = 10; // ms
    if (m_tracesShown.isValid() && m_tracesShown.elapsed() < m_showingTraces * restPerWork)
        return m_refresh.request();
    QElapsedTimer spent;
    spent.start();
    do { // in turns, since a day's path takes a frame or two
        auto next = m_changedTraces.upper_bound(m_lastShown);
        next = next == m_changedTraces.end() ? m_changedTraces.begin() : next;
        m_lastShown = *next;
        m_changedTraces.erase(next);
        showTrace(m_lastShown);
    } while (!m_changedTraces.empty() && spent.elapsed() < longestAtOnce);
    m_showingTraces = spent.elapsed();
    m_tracesShown.start();
    if (!m_changedTraces.empty())
        m_refresh.request();
}

void MainWindow::showTrace(TraceId trace)
{
    if (const TraceState *state = m_board.find(trace))
        m_path->setTrace(trace, *state);
    noteChosenTrace();
}

/// Of a host that is still looked for there is nothing to export.
void MainWindow::noteChosenTrace()
{
    const auto trace = m_path->chosenTrace();
    m_actions->setAnyTrace(trace && m_board.find(*trace));
}

void MainWindow::showPath()
{
    m_sidebar->setCurrentRow(m_pages->indexOf(m_path));
    m_path->focusHost();
}

} // namespace parallax
