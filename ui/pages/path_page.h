// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/board.h"
#include "core/data/path_events.h"
#include "core/data/path_figures.h"
#include "ui/charts/picture.h"
#include "ui/charts/timeline_look.h"
#include "ui/models/path_overview_model.h"

#include <QWidget>

#include <array>
#include <map>
#include <optional>
#include <vector>

class QAction;
class QContextMenuEvent;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace parallax {

class ElidedLabel;
class PathBar;
class PathEmpty;
class PathModel;
class PathOverview;
class PathTable;
class PathViews;
class PlainLabel;
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
    void setView(const TraceState &state);
    /// Takes the tab away and says why nothing was measured.
    void showFailure(TraceId trace, const Error &error);
    /// A sentence above the tabs.
    void showTrouble(const QString &sentence);
    /// Nothing where it has no tab.
    void choose(TraceId trace);
    std::optional<TraceId> chosenTrace() const;
    /// Own addresses are not named, and not exported with pictures.
    void setHideOwn(bool hide);
    void focusHost();
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);
    /// Of the chosen trace: one that is as it is now, and what the others are called.
    std::vector<Picture> pictures(const TraceState &state, int which);
    /// What the figures of the table are of; nothing: of all.
    std::optional<TimeSpan> focusSpan() const;
    /// To keep: what is being typed counts.
    PathLimits limits() const;
    void setLimits(const PathLimits &limits);
    QStringList hosts() const;
    void setHosts(const QStringList &hosts);
    /// How every probe is made: what probe_settings names of it.
    const TraceRequest &probes() const;
    void setProbes(const TraceRequest &probes);

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
    /// Answered with setTrace.
    void chosen(parallax::TraceId trace);
    /// Answered with setTrace of each, by and by.
    void allWanted();
    /// Answered with setView.
    void viewWanted(parallax::TraceId trace);
    /// A report of the chosen trace is to be copied.
    void reportRequested();
    /// A limit was passed.
    void alerted(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What is known of a trace that has a tab.
    struct Tab {
        TraceRequest request{}; // as it was asked for
        PathEnd end = PathEnd::Running;
        bool stored = false; // not measured here
        bool begun = false; // its target's address is known
        bool paused = false;
        bool own = false; // this network's, as far as its address is known
        std::array<bool, 2> high{}; // beyond their limit: round trips, loss
        TimelineLook look{}; // when another tab was chosen
        std::optional<int> ttl{}; // likewise, until its rows are here again

        bool isTroubled() const { return high[0] || high[1]; }
        bool runs() const { return end == PathEnd::Running && !stored; }
        bool isWatched() const { return runs() && begun && request.kind == TraceRequest::Kind::Watch; }
    };

    /// The sentence above the tabs that a passed limit left.
    struct LimitSaid {
        TraceId trace{};
        std::size_t kind = 0; // as in Tab::high
    };

    QWidget *content();
    QWidget *tabRow();
    QWidget *detail();
    QWidget *overview();
    void connectParts();
    void connectOverview();
    void addCommands();
    void showCommands();
    void pauseOrContinue();
    void showTabMenu(const QContextMenuEvent &event);
    void closeTab(int tab);
    void removeTab(int tab);
    int tabOf(TraceId trace) const;
    TraceId traceAt(int tab) const;
    void turnTo(std::optional<TraceId> trace);
    void fill(const std::vector<PathRow> &rows, const std::map<IpAddress, AddressFacts> &facts);
    void showTab(int tab);
    void showMark(TraceId trace);
    void watchLimits(TraceId trace, const std::vector<PathEvent> &events);
    QString sayLimit(LimitSaid said, const PathEvent &event);
    void forgetLimits();
    void hideTrouble();
    QString nameOf(const Tab &tab) const;
    void showDetail(Tab &tab, const TraceState &state);
    void showNotes(const QStringList &notes);
    QString sentence(const Tab &tab, const TraceState &state) const;
    QString stateOf(const Tab &tab) const;
    static std::vector<PathRow> rowsOf(const TraceState &state, RoundSpan rounds = {});

    void showOverview(bool wanted);
    void leaveOverview();
    void offerOverview();
    void refreshOverview();
    OverviewRow rowOf(TraceId trace) const;
    OverviewRow rowOf(TraceId trace, const TraceState &state, const std::vector<PathEvent> &events) const;

    const Words &m_words;
    PathBar *m_bar;
    PlainLabel *m_trouble;
    QToolButton *m_all; // checked while the overview is in front
    QTabBar *m_tabs;
    QAction *m_pause;
    QAction *m_reset;
    QAction *m_close;
    ElidedLabel *m_heading;
    PlainLabel *m_notes; // what the loss is
    PathModel *m_model;
    PathTable *m_table;
    PathEmpty *m_empty;
    PathViews *m_views;
    PathOverview *m_overview;
    std::map<TraceId, Tab> m_open;
    std::optional<TraceId> m_shown; // what table and pictures are of
    std::optional<LimitSaid> m_limitSaid;
    bool m_hideOwn = false;
    QSplitter *m_splitter;
    QStackedWidget *m_front; // one path, or the overview
    QStackedWidget *m_stack;
};

} // namespace parallax
