// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"
#include "core/text/words.h"

#include <QList>
#include <QString>

#include <map>

namespace parallax {

/// Writes what happens to the log: the service, its testers and their verdicts; each probe as a debug
/// message.
class EventLog
{
public:
    void apply(const QList<Update> &updates);
    /// Whether each probe is logged: that takes runs that are told of as they go.
    static bool wantsProbes();

private:
    static void log(const Listening &listening);
    static void log(const ListeningStopped &stopped);
    void log(const Notice &notice) const;
    void log(const SessionOpened &opened);
    void log(const Observed &observed) const;
    void log(const SessionClosed &closed);
    void log(const SessionFailed &failed);
    template<class Other>
    void log(const Other &) const
    {
    }
    QString nameOfRun(SessionId session) const;

    std::map<SessionId, QString> m_running; // their names: a thousand records would take much memory
    Words m_words;
};

} // namespace parallax
