// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "app/ping_statistics.h"
#include "app/terminal.h"
#include "core/data/board.h"

#include <optional>
#include <vector>

namespace parallax {

/// Prints one trace or series of pings as it goes on; holds no event loop.
class TracePrinter
{
public:
    /// `options` is lent.
    TracePrinter(const TraceOptions &options, TraceId id);

    void apply(const std::vector<Update> &updates);
    bool isOver() const { return m_failed || (state() && state()->record.end != PathEnd::Running); }
    bool namesKnown() const { return m_namesKnown || m_failed || !m_options.request.names; }
    bool isPing() const { return m_options.request.kind == TraceRequest::Kind::Ping; }
    bool isWatch() const { return m_options.request.kind == TraceRequest::Kind::Watch; }
    /// Only an interruption ends it.
    bool isEndless() const { return isWatch() || (isPing() && m_options.request.count == 0); }
    /// Its target's address never became known.
    bool neverBegan() const { return !m_began; }
    bool isLive() const { return m_table.isLive(); }
    /// Draws the table anew over the old one.
    void repaint(bool paused);
    /// The last of it; the exit code.
    int finish();

private:
    using Output = TraceOptions::Output;

    const TraceState *state() const { return m_board.find(m_id); }
    bool keepsObservations() const;
    bool printsRowsAsTheyCome() const;
    bool reached() const;
    void begin() const;
    void takePings(const TraceObserved &news);
    void showPings(const TraceObserved &news) const;
    std::vector<std::string> table() const;
    void finishText();
    void explainLoss() const;
    void adviseFurther() const;

    const TraceOptions &m_options;
    TraceId m_id;
    LiveLines m_table;
    Board m_board;
    PingStatistics m_pings;
    std::optional<Error> m_failed;
    bool m_namesKnown = true;
    bool m_began = false;
};

} // namespace parallax
