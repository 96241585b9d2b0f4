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

QSettings windowSettings()
{
    return QSettings(QStringLiteral("parallax"), QStringLiteral("window"));
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
    connect(m_top, &TopBar::linkChosen, m_testers, &TestersPage::setLink);
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

void MainWindow::noteInvitation(const Invitation &invitation)
{
    m_invitations->setNow(wallClock());
    m_invitations->put(invitation);
    if (m_invited.isEmpty() || QString::fromStdString(invitation.name) != m_invited)
        return;
    m_invited.clear();
    const QString link = linkFor(m_top->currentLink(), invitation.token);
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
    const QString file = askExportFile(this, format);
    if (file.isEmpty())
        return;
    std::vector<SessionRecord> records;
    for (const SessionId session : sessions) {
        const SessionRecord *record = m_board.find(session);
        if (record && record->end != SessionEnd::Running)
            records.push_back(*record);
    }
    std::stable_sort(records.begin(), records.end(),
                     [](const SessionRecord &a, const SessionRecord &b) { return a.started < b.started; });
    Q_EMIT exportRequested(format, file, records);
}

void MainWindow::exportFinished(const QString &file, const QString &error)
{
    if (error.isEmpty())
        return statusBar()->showMessage(tr("Written: %1").arg(file), messageMs);
    QMessageBox box(QMessageBox::Warning, tr("Export"), error, QMessageBox::Ok, this);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

void MainWindow::saveChart(int which)
{
    const std::vector<Picture> pictures = m_testers->pictures();
    const SessionRecord *record = m_current ? m_board.find(*m_current) : nullptr;
    if (!record || which < 0 || which >= static_cast<int>(pictures.size()))
        return;
    const Picture &picture = pictures[static_cast<std::size_t>(which)];
    const Caption caption = captionOf(*record, m_words, this); // before the dialog, in which the run may fail
    const QString file = askPictureFile(this, picture);
    if (file.isEmpty())
        return;
    const auto saved = savePicture(picture, caption, file);
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
    QSettings settings = windowSettings();
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    settings.setValue(QStringLiteral("state"), saveState());
    settings.setValue(QStringLiteral("testers"), m_testers->saveState());
    settings.setValue(QStringLiteral("path"), m_path->saveState());
    settings.setValue(QStringLiteral("clocks"), m_clocks->saveState());
    settings.setValue(QStringLiteral("hosts"), m_path->hosts());
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
    QSettings settings = windowSettings();
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
