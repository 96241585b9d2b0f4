// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"
#include "core/text/words.h"

#include <QByteArray>
#include <QList>

#include <map>
#include <optional>
#include <string>

namespace parallax {

/// Turns updates into the lines of `serve`: JSON, one object an event, or words. stdout is data, stderr the
/// rest.
class ServePrinter
{
public:
    /// `program` begins each line on stderr.
    explicit ServePrinter(bool json, const char *program = "parallax-cli")
        : m_json(json)
        , m_program(program)
    {
    }

    void apply(const QList<Update> &updates);
    /// Sessions not yet closed.
    std::size_t running() const { return m_running.size(); }
    /// Standard output did not take all; it was said once.
    bool lostLines() const { return m_lostLines; }

private:
    void line(QByteArray bytes);
    void print(const Listening &listening);
    void print(const Notice &notice);
    void print(const SessionOpened &opened);
    void print(const SessionClosed &closed);
    void print(const SessionFailed &failed);
    template<class Other>
    void print(const Other &) const
    {
    }

    bool m_json;
    const char *m_program;
    bool m_lostLines = false;
    std::map<SessionId, std::string> m_running; // and their names in the world
    std::optional<Notice> m_lastTold; // a trouble that a thousand runs meet is told once
    Words m_words;
};

} // namespace parallax
