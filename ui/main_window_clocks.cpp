// SPDX-License-Identifier: GPL-3.0-or-later
// The window's clock lab: what the user asks of it, and what becomes of it.
#include "core/data/firewall_rules.h"
#include "core/text/words.h"
#include "ui/dialogs/host_notes_dialog.h"
#include "ui/dialogs/save_dialogs.h"
#include "ui/dialogs/tcp_server_dialog.h"
#include "ui/main_window.h"
#include "ui/moment.h"
#include "ui/pages/clocks_page.h"
#include "ui/shown_text.h"
#include "ui/widgets/sidebar.h"
#include "ui/window_actions.h"

#include <QDateTime>
#include <QDir>
#include <QInputDialog>
#include <QStackedWidget>
#include <QUrl>

namespace parallax {

namespace {

constexpr int usualMinutes = 5;
constexpr int mostMinutes = 1440;

} // namespace

void MainWindow::connectClocks()
{
    connect(m_clocks, &ClocksPage::serverStartRequested, this, &MainWindow::clockServerStartRequested);
    connect(m_clocks, &ClocksPage::serverStopRequested, this, &MainWindow::clockServerStopRequested);
    connect(m_clocks, &ClocksPage::clientsRequested, this, &MainWindow::openClocks);
    connect(m_clocks, &ClocksPage::closeRequested, this, &MainWindow::clockCloseRequested);
    connect(m_clocks, &ClocksPage::forgetRequested, this, [this](ClockId clock) {
        Q_EMIT clockCloseRequested(clock);
        m_forgottenClocks.insert(clock);
        m_clockBoard.forget(clock);
        showClocks();
    });
    connect(m_clocks, &ClocksPage::notesRequested, this, &MainWindow::showHostNotes);
    connect(m_clocks, &ClocksPage::connectionsRequested, this, &MainWindow::showConnections);
    connect(m_clocks, &ClocksPage::viewWanted, this, &MainWindow::showClocks);
    connect(m_actions, &WindowActions::exportClocksRequested, this, &MainWindow::exportClocks);
    connect(m_actions, &WindowActions::saveClockChartRequested, this, &MainWindow::saveClockChart);
    connect(m_actions, &WindowActions::saveClocksEveryRequested, this, &MainWindow::saveClocksEvery);
    connect(&m_clockPictures, &QTimer::timeout, this, &MainWindow::saveClockPictures);
}

void MainWindow::showClockLab()
{
    m_sidebar->setCurrentRow(m_pages->indexOf(m_clocks));
}

void MainWindow::showHostNotes()
{
    const ServiceConfig &service = m_config.service;
    const auto &tcp = m_clockBoard.tcpServer().serving();
    const auto ports = openPorts({.clock = m_clocks->serverPort(),
                                  .tcpClock = tcp ? tcp->port : tcpClockPort,
                                  .page = service.httpPort,
                                  .socket = service.webSocketPort});
    delete m_hostNotes;
    m_hostNotes = new HostNotesDialog(m_words, nftablesText(ports), this);
    m_hostNotes->setAttribute(Qt::WA_DeleteOnClose);
    m_hostNotes->open();
    Q_EMIT hostClockRequested();
}

void MainWindow::showConnections()
{
    if (!m_tcpServer) {
        m_tcpServer = new TcpServerDialog(m_words, this);
        m_tcpServer->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_tcpServer, &TcpServerDialog::startRequested, this, &MainWindow::tcpServerStartRequested);
        connect(m_tcpServer, &TcpServerDialog::stopRequested, this, &MainWindow::tcpServerStopRequested);
    }
    refreshClocks();
    m_tcpServer->show();
    m_tcpServer->raise();
}

/// This machine as its link names it; empty while there is none.
QString MainWindow::shareHost() const
{
    const auto &listening = m_board.listening();
    const bool isKnown = listening && !listening->urls.empty();
    return isKnown ? QUrl(QString::fromStdString(listening->urls.front())).host() : QString();
}

void MainWindow::showHostClock(const HostClock &clock)
{
    if (m_hostNotes)
        m_hostNotes->setClock(clock);
}

void MainWindow::applyClocks(const QList<ClockUpdate> &updates)
{
    for (const ClockUpdate &update : updates) {
        const bool forgotten = std::visit(
            [this](const auto &u) {
                if constexpr (requires { u.clock; })
                    return m_forgottenClocks.contains(u.clock);
                else
                    return false;
            },
            update);
        if (forgotten)
            continue;
        m_clockBoard.apply(update);
        if (const auto *failed = std::get_if<ClockFailed>(&update))
            appendLog(tr("A clock client failed: %1").arg(shownText(m_words.reason(failed->error))));
        if (const auto *failed = std::get_if<ClockServerFailed>(&update))
            appendLog(tr("The clock server failed: %1").arg(shownText(m_words.reason(failed->error))));
        if (const auto *failed = std::get_if<TcpClockServerFailed>(&update))
            appendLog(tr("The TCP server failed: %1").arg(shownText(m_words.reason(failed->error))));
    }
    m_clocksChanged = true;
    m_refresh.request();
}

/// While nobody looks, nothing is drawn. Hours of samples take their time to be shown: then it is shown less
/// often.
void MainWindow::refreshClocks()
{
    constexpr qint64 restPerWork = 15;
    if (const QString host = shareHost(); !host.isEmpty()) // while stopped it is still the same
        m_clocks->setShareHost(host);
    if (m_tcpServer) { // whatever page is looked at
        m_tcpServer->setShareHost(m_clocks->shareHost());
        m_tcpServer->setServer(m_clockBoard.tcpServer());
    }
    if (!m_clocksChanged || m_pages->currentWidget() != m_clocks)
        return;
    if (m_clocksShown.isValid() && m_clocksShown.elapsed() < m_showingClocks * restPerWork)
        return m_refresh.request();
    QElapsedTimer spent;
    spent.start();
    showClocks();
    m_showingClocks = spent.elapsed();
    m_clocksShown.start();
}

void MainWindow::showClocks()
{
    m_clocksChanged = false;
    m_clocks->setClocks(m_clockBoard);
    m_actions->setAnyClock(!m_clockBoard.clocks().empty());
}

void MainWindow::openClocks(const std::vector<ClockRequest> &requests)
{
    for (const ClockRequest &request : requests)
        Q_EMIT clockRequested(ClockId{++m_lastClock}, request);
}

void MainWindow::exportClocks()
{
    std::vector<ClockState> clocks;
    for (const auto &[id, state] : m_clockBoard.clocks())
        clocks.push_back(state);
    const QString file = clocks.empty() ? QString() : askClocksFile(this);
    if (!file.isEmpty())
        Q_EMIT clocksExportRequested(file, clocks);
}

Caption MainWindow::clocksCaption() const
{
    QString heading = tr("Clocks");
    for (const auto &[id, state] : m_clockBoard.clocks()) {
        heading += QStringLiteral(" · ") + QString::fromStdString(state.address.toString());
        break;
    }
    return {.heading = heading,
            .footing =
                fullMoment(wallClock()) + QStringLiteral(" · Parallax ") + QLatin1String(PARALLAX_VERSION),
            .font = font(),
            .palette = palette()};
}

void MainWindow::saveClockChart(int which)
{
    const std::vector<Picture> pictures = m_clocks->pictures();
    if (which < 0 || which >= static_cast<int>(pictures.size()))
        return;
    const Picture &picture = pictures[static_cast<std::size_t>(which)];
    const QString file = askPictureFile(this, picture);
    if (file.isEmpty())
        return;
    const auto saved = savePicture(picture, clocksCaption(), file);
    exportFinished(file, saved ? QString() : QString::fromStdString(saved.error().message));
}

void MainWindow::saveClocksEvery(bool wanted)
{
    m_clockPictures.stop();
    if (!wanted)
        return m_actions->setAnyClock(!m_clockBoard.clocks().empty());
    bool chosen = false;
    const int minutes =
        QInputDialog::getInt(this, tr("Save pictures of the clocks"), tr("Every so many minutes"),
                             usualMinutes, 1, mostMinutes, 1, &chosen);
    m_clockFolder = chosen ? askFolder(this, tr("Folder for the pictures")) : QString();
    if (m_clockFolder.isEmpty())
        return m_actions->setSavesClocks(false);
    m_clockPictures.start(std::chrono::minutes(minutes));
    saveClockPictures();
}

void MainWindow::saveClockPictures()
{
    if (m_clockBoard.clocks().empty())
        return; // until there are some again
    showClocks(); // also while another page is looked at
    const QString moment = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    for (const Picture &picture : m_clocks->pictures()) {
        const QString file =
            QDir(m_clockFolder).filePath(QStringLiteral("%1-%2.png").arg(picture.fileStem, moment));
        if (const auto saved = savePicture(picture, clocksCaption(), file); !saved) {
            appendLog(tr("A picture of the clocks was not saved, so no more are: %1")
                          .arg(QString::fromStdString(saved.error().message)));
            m_clockPictures.stop();
            m_actions->setSavesClocks(false);
            return;
        }
    }
}

} // namespace parallax
