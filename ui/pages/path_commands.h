// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_request.h"
#include "core/data/update.h"

#include <QWidget>

class QAction;

namespace parallax {

class PathTabs;
struct OpenPath;

/// What can be done with the chosen path, as buttons and as a menu: pause, continue, begin anew, close.
class PathCommands : public QWidget
{
    Q_OBJECT

public:
    explicit PathCommands(PathTabs *tabs, QWidget *parent = nullptr);

    /// Another path is chosen, or it is otherwise.
    void refresh();
    /// What is being watched is not saved: before it goes, the user is asked.
    void setStoreFails(bool fails) { m_storeFails = fails; }
    /// Its shortcut counts while the widget that this is added to is shown.
    QAction *closing() const { return m_close; }
    void closeTab(TraceId trace);
    /// Before all of them go: whether the user agrees, `by` the button of this name, where there is something
    /// to lose.
    bool mayLoseAll(const QString &by);
    void popUp(const QPoint &where);

Q_SIGNALS:
    void pauseRequested(parallax::TraceId trace, bool paused);
    void restartRequested(parallax::TraceId trace, const parallax::TraceRequest &request);
    /// The user agrees, where there is something to lose.
    void closeRequested(parallax::TraceId trace);

private:
    void pauseOrContinue();
    void beginAnew();
    bool isUnsaved(const OpenPath &open) const;
    bool mayLose(TraceId trace, const QAction &by);
    bool agrees(const QStringList &names, const QString &by);

    PathTabs *m_tabs;
    QAction *m_pause;
    QAction *m_reset;
    QAction *m_close;
    bool m_storeFails = false;
};

} // namespace parallax
