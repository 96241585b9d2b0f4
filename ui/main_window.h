// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/board.h"
#include "core/data/clock_board.h"
#include "core/data/config.h"
#include "core/data/host_clock.h"
#include "core/data/packet_exchange.h"
#include "ui/charts/picture.h"
#include "ui/export_format.h"
#include "ui/refresh_timer.h"
#include "ui/theme.h"

#include <QElapsedTimer>
#include <QList>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

class QStackedWidget;

namespace parallax {

class ClocksPage;
class HostNotesDialog;
class InvitationModel;
class LogDock;
class NoticeBar;
class PacketWorkbench;
class PathPage;
class PlainLabel;
class Sidebar;
class StoredPathsDialog;
class TcpServerDialog;
class TestersPage;
class TopBar;
class WindowActions;
class Words;

/// The whole window: it applies updates to its own board, shows it, and says what the user wants.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `words` is lent and must outlive the window.
    MainWindow(Config config, const Words &words, QWidget *parent = nullptr);

    void apply(const QList<parallax::Update> &updates);
    void showHostClock(const parallax::HostClock &clock);
    void applyClocks(const QList<parallax::ClockUpdate> &updates);
    void applyPackets(const QList<parallax::PacketUpdate> &updates);
    void appendLog(const QString &line);
    /// What became of an export; an empty error means that the file is written.
    void exportFinished(const QString &file, const QString &error);
    void exportDone(const QString &file, const Result<void> &done);
    /// The changed settings are in use, but are not in the configuration file.
    void settingsNotKept(const Error &error);
    /// To the clipboard.
    void copyReport(const QString &report);
    /// The Clocks page.
    void showClockLab();
    /// The Path page, ready to type a host.
    void showPath();
    /// The packet workbench, beside this window.
    void showPacketWorkbench();
    /// A tab for a path of the store, named by its id.
    void openStoredPath(const QString &id);
    /// A tab for the path in a file, which may come from anybody.
    void openPathFile(const QString &file);
    /// A tab for each; for none where they are too many.
    void openPathFiles(const QStringList &files);

Q_SIGNALS:
    void startRequested(const parallax::Config &config);
    void stopRequested();
    void inviteRequested(const QString &name, std::chrono::seconds validFor, std::optional<int> maxUses);
    void revokeRequested(const QString &token);
    void endRequested(parallax::SessionId session);
    void exportRequested(parallax::ExportFormat format, const QString &file,
                         const std::vector<parallax::SessionRecord> &records);
    /// Every run of the store, and `unsaved`, which are not in it. Answered with exportFinished.
    void exportAllRequested(parallax::ExportFormat format, const QString &file,
                            const std::vector<parallax::SessionRecord> &unsaved);
    /// The Settings dialog was accepted. Takes effect as the dialog says; keep in the configuration file what
    /// differs from `before`. Where that fails it is answered with settingsNotKept.
    void settingsChanged(const parallax::Config &config, const parallax::Config &before);
    /// Answered with TraceOpened or TraceFailed of this number.
    void traceRequested(parallax::TraceId trace, const parallax::TraceRequest &request);
    void traceCloseRequested(parallax::TraceId trace);
    /// Of a watch: no more rounds are sent, or it goes on.
    void tracePauseRequested(parallax::TraceId trace, bool paused);
    /// Answered with exportFinished.
    void traceExportRequested(const parallax::TraceExport &wanted, const parallax::TraceState &state);

    /// Answered with copyReport.
    void traceReportRequested(const parallax::TraceReport &wanted, const parallax::TraceState &state);
    /// Answered with StoredPathsListed.
    void storedPathsRequested();
    /// Answered with StoredPathOpened of this number, or StoredPathFailed.
    void storedPathOpenRequested(parallax::TraceId trace, const QString &id);
    void pathFileOpenRequested(parallax::TraceId trace, const QString &file);
    /// Answered with StoredPathCopied or StoredPathFailed.
    void storedPathCopyRequested(const QString &id, const QString &file);
    /// Answered with StoredPathsListed.
    void storedPathRemoveRequested(const QString &id);
    void clockServerStartRequested(const parallax::ClockServerRequest &request);
    void clockServerStopRequested();
    /// Answered with ClockOpened or ClockFailed of this number.
    void clockRequested(parallax::ClockId clock, const parallax::ClockRequest &request);
    void clockCloseRequested(parallax::ClockId clock);
    void tcpServerStartRequested(const parallax::TcpServerRequest &request);
    void tcpServerStopRequested();
    /// Answered with showHostClock.
    void hostClockRequested();
    /// Answered with PacketSurroundingsFound.
    void packetSurroundingsRequested(const parallax::IpAddress &target);
    /// Answered with PacketSent, PacketAnswered and PacketsDone, or PacketRefused.
    void packetSendRequested(const parallax::PacketRequest &request);
    void packetStopRequested();
    /// Answered with exportFinished.
    void packetsSaveRequested(const QString &file, const std::vector<parallax::SavedPacket> &packets);
    /// Answered with exportFinished.
    void clocksExportRequested(const QString &file, const std::vector<parallax::ClockState> &clocks);

protected:
    void closeEvent(QCloseEvent *event) override;
    /// Path files may be dropped anywhere.
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void layOut();
    void connectActions();
    void connectPage();
    void connectPath();
    void connectClocks();
    void addPage(const QString &name, QWidget *page);

    void note(const Update &update);
    void noteTrouble(const Notice &notice);
    void noteInvitation(const Invitation &invitation);
    bool isOwnTrace(const Update &update) const;
    void noteTrace(TraceId trace, const Update &update);
    bool isOfCurrentTester(SessionId session) const;
    void refresh();
    void refreshTraces();
    void refreshClocks();
    void refreshRows();
    void refreshService();
    QString statusText() const;

    void showTester(SessionId session);
    void showTrace(TraceId trace);
    void noteChosenTrace();
    void openTrace(const TraceRequest &request);
    void forgetTrace(TraceId trace);
    void restartTrace(TraceId trace, TraceRequest request);
    void exportTrace(TraceFormat format);
    void reportTrace();
    void saveTraceChart(int which);
    void showStoredPaths();
    TraceId expectStored(const QString &name);
    void choosePathFile();
    void copyStoredPath(const StoredPath &path);
    bool mayNameOwnAddresses() const;
    void noteStored(const StoredPathsListed &listed);
    void noteStored(const StoredPathOpened &opened);
    void noteStored(const StoredPathCopied &copied);
    void noteStored(const StoredPathFailed &failed);
    void sayOfStored(const QString &sentence);
    std::optional<TraceId> liveTraceOf(const StoredPath &path) const;
    void showHostNotes();
    void showConnections();
    QString shareHost() const;
    void showClocks();
    void openClocks(const std::vector<ClockRequest> &requests);
    void exportClocks();
    Caption clocksCaption() const;
    void saveClockChart(int which);
    void saveClocksEvery(bool wanted);
    void saveClockPictures();
    void start();
    void invite();
    void showInvitations();
    void showCode();
    void copyLink();
    void openLink();
    bool isLinkRevoked() const;
    void editSettings();
    void exportAll(ExportFormat format);
    void exportRecords(ExportFormat format, const std::vector<SessionId> &sessions);
    void saveChart(int which);
    void setTheme(ThemeChoice choice);
    void remember() const;
    void restore();

    Config m_config;
    const Words &m_words;
    Board m_board;
    RefreshTimer m_refresh;
    std::set<SessionId> m_changed; // not yet shown
    std::optional<SessionId> m_current; // the tester in the detail
    bool m_currentChanged = false;
    bool m_serviceChanged = true;
    std::set<TraceId> m_traces; // that this window asked for
    std::set<TraceId> m_changedTraces; // not yet shown
    std::map<std::string, TraceId> m_storedTraces; // opened or being opened, by their id or their file
    std::set<std::string> m_runningStored; // as was last heard
    QElapsedTimer m_tracesShown; // since then
    qint64 m_showingTraces = 0; // milliseconds that it took
    TraceId m_lastShown{}; // of those that changed
    ClockBoard m_clockBoard;
    std::set<ClockId> m_forgottenClocks; // what is still said of them concerns nobody
    unsigned long long m_lastClock = 0;
    bool m_clocksChanged = false;
    QElapsedTimer m_clocksShown; // since then
    qint64 m_showingClocks = 0; // milliseconds that it took
    QTimer m_clockPictures;
    QString m_clockFolder;
    std::map<NoticeCode, Notice> m_troubles;
    QString m_invited; // whose link is awaited
    ThemeChoice m_theme = ThemeChoice::System;

    InvitationModel *m_invitations;
    WindowActions *m_actions;
    TopBar *m_top;
    NoticeBar *m_notices;
    Sidebar *m_sidebar;
    QStackedWidget *m_pages;
    TestersPage *m_testers;
    PathPage *m_path;
    ClocksPage *m_clocks;
    QPointer<StoredPathsDialog> m_storedPaths; // while it is open
    QPointer<HostNotesDialog> m_hostNotes; // while it is open
    QPointer<PacketWorkbench> m_workbench; // since it was first open
    QPointer<TcpServerDialog> m_tcpServer; // while it is open
    LogDock *m_log;
    PlainLabel *m_status;
};

} // namespace parallax
