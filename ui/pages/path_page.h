// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/pages/path_commands.h"
#include "ui/pages/path_detail.h"
#include "ui/pages/path_tabs.h"
#include "ui/pages/path_trouble.h"
#include "ui/pages/path_views.h"
#include "ui/widgets/path_bar.h"

#include <QWidget>

#include <optional>
#include <vector>

class QStackedWidget;

namespace parallax {

class PathEmpty;
class PathFront;
class PathOverview;
class Words;

/// The way to any host: the hops in a table, over time below it. Several hosts are tabs, and rows of an
/// overview.
class PathPage : public QWidget
{
    Q_OBJECT

public:
    explicit PathPage(const Words &words, QWidget *parent = nullptr);

    /// A tab for a trace that was asked for, and chooses it.
    void addTrace(TraceId trace, const TraceRequest &request);
    /// A tab for a path from the store, and chooses it; setTrace follows.
    void addStored(TraceId trace, const TraceState &state);
    /// The tab is of another trace from now on, to the same target: nothing is known of it yet.
    void replaceTrace(TraceId trace, TraceId fresh);
    /// Shows the chosen trace as it is now, or any in the overview.
    void setTrace(TraceId trace, const TraceState &state);
    /// The same trace, another part of its time.
    void setView(const TraceState &state) { m_detail->setView(state); }
    /// Takes the tab away and says why nothing was measured.
    void showFailure(TraceId trace, const Error &error);
    /// A sentence above the tabs.
    void showTrouble(const QString &sentence) { m_trouble->say(sentence); }
    /// Nothing where it has no tab.
    void choose(TraceId trace);
    std::optional<TraceId> chosenTrace() const { return m_tabs->chosen(); }
    /// What is being watched is not saved: before it goes, the user is asked.
    void setStoreFails(bool fails) { m_commands->setStoreFails(fails); }
    /// Whether the user agrees, by the button of this name, that the watches of all tabs go.
    bool mayLoseAll(const QString &by) { return m_commands->mayLoseAll(by); }
    /// Own addresses are not named, and not exported with pictures.
    void setHideOwn(bool hide);
    void focusHost() { m_bar->focusHost(); }
    QByteArray saveState() const { return m_detail->saveState(); }
    void restoreState(const QByteArray &state) { m_detail->restoreState(state); }
    /// Of the chosen trace: one that is as it is now, and what the others are called.
    std::vector<Picture> pictures(const TraceState &state, int which)
    {
        return m_detail->pictures(state, which);
    }
    /// What the figures of the table are of; nothing: of all.
    std::optional<TimeSpan> focusSpan() const { return m_detail->views()->focusSpan(); }
    /// To keep: what is being typed counts.
    PathLimits limits() const { return m_detail->views()->typedLimits(); }
    void setLimits(const PathLimits &limits) { m_detail->views()->setLimits(limits); }
    QStringList hosts() const { return m_bar->history(); }
    void setHosts(const QStringList &hosts) { m_bar->setHistory(hosts); }
    QVariantMap choices() const { return m_bar->choices(); }
    void setChoices(const QVariantMap &values) { m_bar->setChoices(values); }
    /// How every probe is made: what probe_settings names of it.
    const TraceRequest &probes() const { return m_bar->probes(); }
    void setProbes(const TraceRequest &probes) { m_bar->setProbes(probes); }

Q_SIGNALS:
    void openRequested(const parallax::TraceRequest &request);
    /// The stored paths are to be shown.
    void storedRequested();
    /// Stop; what was measured stays.
    void closeRequested(parallax::TraceId trace);
    /// A watch is to send no more rounds, or to go on.
    void pauseRequested(parallax::TraceId trace, bool paused);
    /// A watch is to begin anew. Answered with replaceTrace.
    void restartRequested(parallax::TraceId trace, const parallax::TraceRequest &request);
    /// The tab is gone: nobody looks at it any more.
    void forgetRequested(parallax::TraceId trace);
    /// Is to be shown as it is now. Answered with setTrace.
    void chosen(parallax::TraceId trace);
    /// Answered with setTrace of each, by and by.
    void allWanted();
    /// Answered with setView.
    void viewWanted(parallax::TraceId trace);
    /// A report of the chosen trace is to be copied.
    void reportRequested();
    /// A limit was passed, or, where there is one, nothing can be sent.
    void alerted(const QString &sentence);

private:
    QWidget *content();
    void connectBar();
    void connectTabs();
    void connectDetail();
    void connectOverview();
    void askAgain();
    void removeTab(TraceId trace);
    void turnTo(std::optional<TraceId> trace);
    QString hostOf(const OpenPath &open) const;
    void showChosen();
    void showCommands();
    void forgetAlerts();
    void refreshOverview();

    const Words &m_words;
    PathBar *m_bar;
    PathTrouble *m_trouble;
    PathFront *m_front;
    PathTabs *m_tabs;
    PathDetail *m_detail;
    PathEmpty *m_empty;
    PathOverview *m_overview;
    PathCommands *m_commands;
    QStackedWidget *m_stack; // nothing yet, or the paths
    bool m_hideOwn = false;
};

} // namespace parallax
