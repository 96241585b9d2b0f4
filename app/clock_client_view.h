// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "app/terminal.h"
#include "core/data/clock_board.h"

#include <optional>

namespace parallax {

/// Prints what clock clients come to as they go on; holds no event loop.
class ClockClientView
{
public:
    /// `options` is lent.
    explicit ClockClientView(const ClockClientOptions &options);

    void apply(const ClockUpdate &update);
    /// From now on a client that had not begun is no failure.
    void stop() { m_stopped = true; }
    bool isOver() const { return m_over == m_options.schemes.size(); }
    /// Draws the table anew over the old one.
    void repaint();
    /// The last of it; the exit code.
    int finish();

private:
    using Output = ClockClientOptions::Output;

    void head(const ClockState &state);
    void show(const ClockSampled &sampled);
    void complainOf(const ClockState &state, const ClockEvent &event);
    void conclude();

    const ClockClientOptions &m_options;
    LiveLines m_table;
    ClockBoard m_board;
    std::size_t m_over = 0;
    std::optional<Error> m_failed;
    bool m_headed = false; // the heading is out, with the address that answered
    bool m_stopped = false;
};

} // namespace parallax
