// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_figures.h"
#include "core/data/trace_state.h"
#include "core/data/update.h"
#include "ui/charts/picture.h"
#include "ui/pages/path_look.h"

#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QSplitter;

namespace parallax {

class ElidedLabel;
class PathModel;
class PathTable;
class PathViews;
class PlainLabel;
class Words;

/// One path: the hops in a table, over time below it.
class PathDetail : public QWidget
{
    Q_OBJECT

public:
    explicit PathDetail(const Words &words, QWidget *parent = nullptr);

    /// Clears it for another path, which will be shown as it was looked at before. Asks for nothing.
    void turnTo(std::optional<TraceId> trace, const QString &name);
    /// The path is gone.
    void forget(TraceId trace) { m_looks.erase(trace); }
    std::optional<TraceId> shown() const { return m_shown; }
    /// Of the one that is shown; `how` it is, in a word or two.
    void setTrace(const TraceState &state, const QString &how);
    /// The same, another part of its time.
    void setView(const TraceState &state);
    /// Seen with the next setTrace.
    void setHideOwn(bool hide);
    /// One that is as it is now, and what the others are called.
    std::vector<Picture> pictures(const TraceState &state, int which);
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

    // What they signal is answered with setTrace or setView.
    PathTable *table() const { return m_table; }
    PathViews *views() const { return m_views; }

private:
    /// What of a path was looked at when another one was chosen.
    struct Look {
        PathLook views{};
        std::optional<int> ttl{}; // of the chosen row
    };

    Look look() const;
    void fill(const std::vector<PathRow> &rows, const std::map<IpAddress, AddressFacts> &facts);
    void showNotes(const QStringList &notes);
    QString sentence(const TraceState &state, const QString &how) const;
    QString shownRounds(const PathHistory &history) const;
    QStringList shownMethod(const TraceState &state) const;

    const Words &m_words;
    ElidedLabel *m_heading;
    PlainLabel *m_notes; // what the loss is
    PathModel *m_model;
    PathTable *m_table;
    PathViews *m_views;
    QSplitter *m_splitter;
    std::optional<TraceId> m_shown;
    std::optional<int> m_ttl; // of the row to choose, until the rows are here
    std::map<TraceId, Look> m_looks; // of the others
    bool m_hideOwn = false;
};

} // namespace parallax
