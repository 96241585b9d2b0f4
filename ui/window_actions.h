// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export_format.h"
#include "ui/theme.h"

#include <QObject>

#include <array>

class QAction;
class QMainWindow;
class QMenu;

namespace parallax {

/// The menus and their shortcuts. What an action does is the window's business.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QMainWindow *window);

    /// Which of them make sense now.
    void setListening(bool listening, bool canStart);
    void setAnyLink(bool any);
    void setAnyTester(bool any);
    void setAnyTrace(bool any);
    void setAnyClock(bool any);
    void setSavesClocks(bool saves);
    bool hidesOwnAddresses() const;
    void setHideOwn(bool hide);
    void setTheme(ThemeChoice choice);
    QMenu *viewMenu() const { return m_view; }

Q_SIGNALS:
    void exportRequested(parallax::ExportFormat format);
    void saveChartRequested(int picture); // 0 ladder, 1 hops, 2 distribution
    void exportTraceRequested(parallax::TraceFormat format);
    void storedPathsRequested();
    void saveTraceChartRequested(int picture); // 0 timeline, 1 each hop, 2 map
    void hideOwnRequested(bool hide);
    void exportClocksRequested();
    void saveClockChartRequested(int picture); // 0 over time, 1 distribution
    void saveClocksEveryRequested(bool wanted);
    void quitRequested();
    void copyLinkRequested();
    void openLinkRequested();
    void filterRequested();
    void hostRequested();
    void workbenchRequested();
    void themeRequested(parallax::ThemeChoice choice);
    void startRequested();
    void stopRequested();
    void inviteRequested();
    void invitationsRequested();
    void settingsRequested();
    void guideRequested();
    void aboutRequested();

private:
    void addFile(QMainWindow *window);
    void addPathExports(QMenu *file);
    void addClockExports(QMenu *file);
    void addEdit(QMainWindow *window);
    void addView(QMainWindow *window);
    void addTools(QMainWindow *window);
    void addHelp(QMainWindow *window);
    QAction *add(QMenu *menu, const QString &text, void (WindowActions::*signal)());

    QMenu *m_export = nullptr;
    QMenu *m_saveChart = nullptr;
    QMenu *m_exportPath = nullptr;
    QAction *m_hideOwn = nullptr;
    QMenu *m_exportClocks = nullptr;
    QAction *m_saveClocks = nullptr;
    QMenu *m_view = nullptr;
    QAction *m_copyLink = nullptr;
    QAction *m_openLink = nullptr;
    QAction *m_start = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_invite = nullptr;
    std::array<QAction *, 3> m_themes{};
};

} // namespace parallax
