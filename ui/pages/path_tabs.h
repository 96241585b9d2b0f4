// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_state.h"
#include "core/data/update.h"
#include "ui/pages/open_path.h"

#include <QTabBar>

#include <map>
#include <optional>

namespace parallax {

class Words;

/// A tab for each open path: its name, and a mark that says how it is.
class PathTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit PathTabs(const Words &words, QWidget *parent = nullptr);

    /// A tab for a path that was asked for. It is chosen, without a signal.
    void add(TraceId trace, const TraceRequest &request);
    /// The tab is of another path from now on, to the same target: nothing is known of it yet.
    void replace(TraceId trace, TraceId fresh);
    void remove(TraceId trace);
    /// Nothing where it has no tab.
    void choose(TraceId trace);
    std::optional<TraceId> chosen() const;
    /// Null where it has no tab. Whoever changes it calls refresh.
    OpenPath *pathOf(TraceId trace);
    std::map<TraceId, OpenPath> &paths() { return m_paths; }
    /// Likewise, once it is as measured now.
    OpenPath *follow(TraceId trace, const TraceState &state);
    void refresh(TraceId trace);
    /// Own targets are not named.
    void setHideOwn(bool hide);
    QString nameOf(TraceId trace) const;
    /// In a word or two.
    QString stateOf(TraceId trace) const;
    QIcon markOf(TraceId trace) const { return tabIcon(tabOf(trace)); }

Q_SIGNALS:
    void closeRequested(parallax::TraceId trace);
    /// The chosen one is meant.
    void menuRequested(const QPoint &where);
    /// A tab was clicked, chosen already or not.
    void clicked();
    /// The theme has other colours.
    void marksChanged();

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    int tabOf(TraceId trace) const;
    TraceId traceAt(int tab) const;
    void setTrace(int tab, TraceId trace);
    void refreshAll();
    QIcon markFor(const OpenPath &open) const;
    static QString meaningOf(const OpenPath &open);

    const Words &m_words;
    std::map<TraceId, OpenPath> m_paths;
    bool m_hideOwn = false;
};

} // namespace parallax
