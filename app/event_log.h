// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/board.h"
#include "core/text/words.h"

#include <QList>

namespace parallax {

/// Writes what happens to the log: the service, its testers and their verdicts; each probe as a debug
/// message.
class EventLog
{
public:
    void apply(const QList<Update> &updates);

private:
    void log(const Listening &listening) const;
    void log(const ListeningStopped &stopped) const;
    void log(const Notice &notice) const;
    void log(const SessionOpened &opened) const;
    void log(const Observed &observed) const;
    void log(const SessionClosed &closed) const;
    template<class Other>
    void log(const Other &) const
    {
    }
    void logFailed(const SessionFailed &failed) const;

    Board m_board;
    Words m_words;
};

} // namespace parallax
