// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/board.h"
#include "core/text/words.h"

#include <QByteArray>
#include <QList>

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
    int running() const { return m_board.running(); }

private:
    void print(const Listening &listening) const;
    void print(const Notice &notice) const;
    void print(const SessionOpened &opened) const;
    void print(const SessionClosed &closed) const;
    void print(const SessionFailed &failed) const;
    template<class Other>
    void print(const Other &) const
    {
    }

    bool m_json;
    const char *m_program;
    Board m_board;
    Words m_words;
};

} // namespace parallax
