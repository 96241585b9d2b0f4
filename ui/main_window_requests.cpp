// SPDX-License-Identifier: GPL-3.0-or-later
// What the user asks of the window: dialogs, and the requests that come of them.
#include "core/text/words.h"
#include "ui/dialogs/guide.h"
#include "ui/dialogs/invitations_dialog.h"
#include "ui/dialogs/invite_dialog.h"
#include "ui/dialogs/link_dialog.h"
#include "ui/dialogs/save_dialogs.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/main_window.h"
#include "ui/models/invitation_model.h"
#include "ui/pages/clocks_page.h"
#include "ui/pages/path_page.h"
#include "ui/pages/testers_page.h"
#include "ui/probe_settings.h"
#include "ui/widgets/sidebar.h"
#include "ui/widgets/top_bar.h"
#include "ui/window_actions.h"
#include "ui/window_memory.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace parallax {

namespace {

constexpr int messageMs = 5000;

void warn(QWidget *parent, const QString &title, const QString &sentence)
{
    QMessageBox box(QMessageBox::Warning, title, sentence, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

} // namespace

void MainWindow::connectActions()
{
    connect(m_actions, &WindowActions::exportRequested, this, &MainWindow::exportAll);
    connect(m_actions, &WindowActions::saveChartRequested, this, &MainWindow::saveChart);
    connect(m_actions, &WindowActions::quitRequested, this, &MainWindow::close);
    connect(m_actions, &WindowActions::copyLinkRequested, this, &MainWindow::copyLink);
    connect(m_actions, &WindowActions::openLinkRequested, this, &MainWindow::openLink);
    connect(m_actions, &WindowActions::filterRequested, m_testers, &TestersPage::focusFilter);
    connect(m_actions, &WindowActions::hostRequested, this, &MainWindow::showPath);
    connect(m_actions, &WindowActions::workbenchRequested, this, &MainWindow::showPacketWorkbench);
    connect(m_actions, &WindowActions::themeRequested, this, &MainWindow::setTheme);
    connect(m_actions, &WindowActions::startRequested, this, &MainWindow::start);
    connect(m_actions, &WindowActions::stopRequested, this, &MainWindow::stopRequested);
    connect(m_actions, &WindowActions::inviteRequested, this, &MainWindow::invite);
    connect(m_actions, &WindowActions::invitationsRequested, this, &MainWindow::showInvitations);
    connect(m_actions, &WindowActions::settingsRequested, this, &MainWindow::editSettings);
    connect(m_actions, &WindowActions::guideRequested, this, [this] { showGuide(this); });
    connect(m_actions, &WindowActions::aboutRequested, this, [this] { showAbout(this); });
}

void MainWindow::connectPage()
{
    connect(m_top, &TopBar::copyRequested, this, &MainWindow::copyLink);
    connect(m_top, &TopBar::qrRequested, this, &MainWindow::showCode);
    connect(m_top, &TopBar::inviteRequested, this, &MainWindow::invite);
    connect(m_top, &TopBar::startRequested, this, &MainWindow::start);
    connect(m_top, &TopBar::stopRequested, this, &MainWindow::stopRequested);
    connect(m_top, &TopBar::linkChosen, m_invitations, &InvitationModel::setAddress);
    connect(m_top, &TopBar::linkChosen, this,
            [this](const QString &link) { m_testers->setLink(link, isLinkRevoked()); });
    connect(m_testers, &TestersPage::chosen, this, &MainWindow::showTester);
    connect(m_testers, &TestersPage::copyLinkRequested, this, &MainWindow::copyLink);
    connect(m_testers, &TestersPage::startRequested, this, &MainWindow::start);
    connect(m_testers, &TestersPage::endRequested, this, &MainWindow::endRequested);
    connect(m_testers, &TestersPage::exportSelectedRequested, this,
            [this](ExportFormat format) { exportRecords(format, m_testers->selectedSessions()); });
}

void MainWindow::start()
{
    m_top->setState(ServiceState::Starting);
    m_serviceChanged = true;
    m_refresh.request();
    Q_EMIT startRequested(m_config);
}

void MainWindow::copyLink()
{
    QApplication::clipboard()->setText(m_top->currentLink());
    statusBar()->showMessage(tr("The link is in the clipboard. Send it to whom you want to measure."),
                             messageMs);
}

void MainWindow::openLink()
{
    QDesktopServices::openUrl(QUrl(m_top->currentLink()));
}

void MainWindow::showCode()
{
    LinkDialog(QString(), m_top->currentLink(), this).exec();
}

void MainWindow::invite()
{
    InviteDialog dialog(this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_invited = dialog.name();
    Q_EMIT inviteRequested(dialog.name(), dialog.validFor(), dialog.maxUses());
}

/// By the operator: until the next start there is no other for everyone.
bool MainWindow::isLinkRevoked() const
{
    const auto &listening = m_board.listening();
    if (!listening || listening->urls.empty())
        return false;
    const std::string &link = listening->urls.front();
    const auto &invitations = m_board.invitations();
    const auto open = invitations.find(link.substr(link.rfind('/') + 1));
    return open != invitations.end() && open->second.revoked;
}

void MainWindow::noteInvitation(const Invitation &invitation)
{
    m_invitations->setNow(wallClock());
    m_invitations->put(invitation);
    m_serviceChanged = m_serviceChanged || invitation.revoked;
    if (m_invited.isEmpty() || QString::fromStdString(invitation.name) != m_invited)
        return;
    m_invited.clear();
    const QString link = linkFor(m_top->currentLink(), invitation.token);
    if (link.isEmpty())
        return statusBar()->showMessage(
            m_board.listening()
                ? tr("The invitation is in the list. It gets its link when this machine has an address.")
                : tr("The invitation is in the list. Press Start: then it has a link to send."),
            messageMs);
    auto *dialog = new LinkDialog(QString::fromStdString(invitation.name), link, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showInvitations()
{
    m_invitations->setNow(wallClock());
    InvitationsDialog dialog(m_invitations, this);
    connect(&dialog, &InvitationsDialog::inviteRequested, this, &MainWindow::invite);
    connect(&dialog, &InvitationsDialog::revokeRequested, this, &MainWindow::revokeRequested);
    dialog.exec();
}

void MainWindow::editSettings()
{
    SettingsDialog dialog(m_config, m_words, this);
    if (dialog.exec() != QDialog::Accepted || dialog.config() == m_config)
        return;
    const Config before = std::exchange(m_config, dialog.config());
    Q_EMIT settingsChanged(m_config, before);
    if (m_board.listening())
        statusBar()->showMessage(tr("Press Stop, then Start to use the new settings."), messageMs);
}

void MainWindow::exportAll(ExportFormat format)
{
    const QString file = askExportFile(this, format);
    if (file.isEmpty())
        return;
    std::vector<SessionRecord> unsaved; // the store has more than is shown here
    for (const auto &[session, record] : m_board.sessions()) {
        if (record.end != SessionEnd::Running && !record.stored)
            unsaved.push_back(record);
    }
    Q_EMIT exportAllRequested(format, file, unsaved);
}

void MainWindow::exportRecords(ExportFormat format, const std::vector<SessionId> &sessions)
{
    std::vector<SessionRecord> records;
    for (const SessionId session : sessions) {
        const SessionRecord *record = m_board.find(session);
        if (record && record->end != SessionEnd::Running)
            records.push_back(*record);
    }
    if (records.empty())
        return exportFinished({}, tr("A run that is still going on cannot be exported: wait for its end."));
    const QString file = askExportFile(this, format);
    if (file.isEmpty())
        return;
    std::stable_sort(records.begin(), records.end(),
                     [](const SessionRecord &a, const SessionRecord &b) { return a.started < b.started; });
    Q_EMIT exportRequested(format, file, records);
}

void MainWindow::exportFinished(const QString &file, const QString &error)
{
    if (error.isEmpty())
        return statusBar()->showMessage(tr("Written: %1").arg(file), messageMs);
    warn(this, tr("Export"), error);
}

void MainWindow::settingsNotKept(const Error &error)
{
    warn(this, tr("Settings"),
         tr("The changed settings cannot be saved, so they are lost when Parallax ends: %1")
             .arg(m_words.reason(error)));
}

void MainWindow::exportDone(const QString &file, const Result<void> &done)
{
    exportFinished(file, done ? QString() : m_words.reason(done.error()));
}

void MainWindow::saveChart(int which)
{
    const auto asked = m_current;
    std::vector<Picture> pictures = m_testers->pictures();
    if (!asked || which < 0 || which >= static_cast<int>(pictures.size()))
        return;
    const QString file = askPictureFile(this, pictures[static_cast<std::size_t>(which)]);
    if (file.isEmpty())
        return;
    // While the dialog was open the run may have ended, or gone and left another one in its place.
    const SessionRecord *record = m_board.find(*asked);
    if (!record || m_current != asked)
        return exportFinished({}, tr("The run is no longer shown: no picture of it was saved."));
    showTester(*asked);
    pictures = m_testers->pictures();
    const auto saved =
        savePicture(pictures[static_cast<std::size_t>(which)], captionOf(*record, m_words, this), file);
    exportFinished(file, saved ? QString() : QString::fromStdString(saved.error().message));
}

void MainWindow::setTheme(ThemeChoice choice)
{
    m_theme = choice;
    applyTheme(choice);
    m_actions->setTheme(choice);
}

void MainWindow::remember() const
{
    QSettings settings = windowMemory();
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    settings.setValue(QStringLiteral("state"), saveState());
    settings.setValue(QStringLiteral("testers"), m_testers->saveState());
    settings.setValue(QStringLiteral("path"), m_path->saveState());
    settings.setValue(QStringLiteral("clocks"), m_clocks->saveState());
    settings.setValue(QStringLiteral("hosts"), m_path->hosts());
    settings.setValue(QStringLiteral("choices"), m_path->choices());
    settings.setValue(QStringLiteral("probes"), probe_settings::saved(m_path->probes()));
    const PathLimits limits = m_path->limits();
    settings.setValue(QStringLiteral("rttLimit"), limits.rtt ? toMilliseconds(*limits.rtt) : 0.0);
    settings.setValue(QStringLiteral("lossLimit"), limits.loss.value_or(0.0));
    settings.setValue(QStringLiteral("hideOwn"), m_actions->hidesOwnAddresses());
    settings.setValue(QStringLiteral("page"), m_sidebar->currentRow());
    settings.setValue(QStringLiteral("theme"), static_cast<int>(m_theme));
}

void MainWindow::restore()
{
    QSettings settings = windowMemory();
    resize(QSize(1240, 820).boundedTo(screen()->availableSize()));
    restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    restoreState(settings.value(QStringLiteral("state")).toByteArray());
    m_testers->restoreState(settings.value(QStringLiteral("testers")).toByteArray());
    m_path->restoreState(settings.value(QStringLiteral("path")).toByteArray());
    m_clocks->restoreState(settings.value(QStringLiteral("clocks")).toByteArray());
    const double rtt = settings.value(QStringLiteral("rttLimit")).toDouble();
    const double loss = settings.value(QStringLiteral("lossLimit")).toDouble();
    m_path->setLimits({.rtt = rtt > 0.0 ? std::optional(fromMilliseconds(rtt)) : std::nullopt,
                       .loss = loss > 0.0 ? std::optional(loss) : std::nullopt});
    m_actions->setHideOwn(settings.value(QStringLiteral("hideOwn")).toBool());
    m_path->setHosts(settings.value(QStringLiteral("hosts")).toStringList());
    m_path->setChoices(settings.value(QStringLiteral("choices")).toMap());
    m_path->setProbes(probe_settings::restored(settings.value(QStringLiteral("probes")).toMap()));
    m_sidebar->setCurrentRow(
        std::clamp(settings.value(QStringLiteral("page")).toInt(), 0, m_pages->count() - 1));
    setTheme(static_cast<ThemeChoice>(std::clamp(settings.value(QStringLiteral("theme")).toInt(), 0, 2)));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const int running = m_board.running();
    if (running > 0) {
        QMessageBox box(
            QMessageBox::Question, tr("Quit"),
            running == 1 ? tr("A tester is being measured. Quitting cuts the run short.")
                         : tr("%1 testers are being measured. Quitting cuts their runs short.").arg(running),
            QMessageBox::Cancel, this);
        QPushButton *quit = box.addButton(tr("&Quit"), QMessageBox::DestructiveRole);
        box.setDefaultButton(QMessageBox::Cancel);
        box.exec();
        if (box.clickedButton() != static_cast<QAbstractButton *>(quit))
            return event->ignore();
    }
    if (!m_path->mayLoseAll(tr("&Quit")))
        return event->ignore();
    remember();
    event->accept();
}

} // namespace parallax
