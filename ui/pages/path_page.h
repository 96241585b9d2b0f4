// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/board.h"
#include "core/data/path_events.h"
#include "core/data/path_figures.h"
#include "ui/charts/picture.h"
#include "ui/charts/timeline_look.h"

#include <QWidget>

#include <array>
#include <map>
#include <optional>
#include <vector>

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace parallax {

class ElidedLabel;
class PathBar;
class PathEmpty;
class PathModel;
class PathTable;
class PathViews;
class PlainLabel;
class Words;

/// The way to any host: the hops in a table, over time below it. Several hosts are tabs.
class PathPage : public QWidget
{
    Q_OBJECT

public:
    explicit PathPage(const Words &words, QWidget *parent = nullptr);

    /// A tab for a trace that was asked for, and chooses it.
    void addTrace(TraceId trace, const TraceRequest &request);
    /// A tab for a path from the store, and chooses it; setTrace follows.
    void addStored(TraceId trace, const TraceState &state);
    /// Shows the chosen trace as it is now.
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
    PathLimits limits() const;
    void setLimits(const PathLimits &limits);
    QStringList hosts() const;
    void setHosts(const QStringList &hosts);

Q_SIGNALS:
    void openRequested(const parallax::TraceRequest &request);
    /// The stored paths are to be shown.
    void storedRequested();
    /// Stop; what was measured stays.
    void closeRequested(parallax::TraceId trace);
    /// The tab is gone: nobody looks at it any more.
    void forgetRequested(parallax::TraceId trace);
    /// Answered with setTrace.
    void chosen(parallax::TraceId trace);
    /// Answered with setView.
    void viewWanted(parallax::TraceId trace);
    /// A limit was passed.
    void alerted(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What is known of a trace that has a tab.
    struct Tab {
        std::string target{}; // as it was asked for
        PathEnd end = PathEnd::Running;
        bool own = false; // this network's, as far as its address is known
        std::array<bool, 2> high{}; // beyond their limit: round trips, loss
        TimelineLook look{}; // when another tab was chosen
        std::optional<int> ttl{}; // likewise, until its rows are here again

        bool isTroubled() const { return high[0] || high[1]; }
    };

    /// The sentence above the tabs that a passed limit left.
    struct LimitSaid {
        TraceId trace{};
        std::size_t kind = 0; // as in Tab::high
    };

    QWidget *heading();
    QWidget *content();
    void connectParts();
    void closeTab(int tab);
    void removeTab(int tab);
    int tabOf(TraceId trace) const;
    TraceId traceAt(int tab) const;
    void turnTo(std::optional<TraceId> trace);
    void fill(const std::vector<PathRow> &rows, const std::map<IpAddress, AddressFacts> &facts);
    void showTab(int tab);
    void showMark(TraceId trace);
    void watchLimits(TraceId trace, const TraceState &state);
    QString sayLimit(LimitSaid said, const PathEvent &event);
    void forgetLimits();
    void hideTrouble();
    QString nameOf(const Tab &tab) const;
    void showNotes(const QStringList &notes);
    QString sentence(const TraceState &state) const;

    const Words &m_words;
    PathBar *m_bar;
    PlainLabel *m_trouble;
    QTabBar *m_tabs;
    ElidedLabel *m_heading;
    PlainLabel *m_notes; // what the loss is
    PathModel *m_model;
    PathTable *m_table;
    PathEmpty *m_empty;
    PathViews *m_views;
    std::map<TraceId, Tab> m_open;
    std::optional<TraceId> m_shown; // what table and pictures are of
    std::optional<LimitSaid> m_limitSaid;
    bool m_hideOwn = false;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
};

} // namespace parallax
