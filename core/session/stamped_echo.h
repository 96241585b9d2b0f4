// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/wire.h"
#include "core/tcp/tcp_watch.h"

namespace parallax {

/// The WebSocket as a wire that tells the watch of each ping before it is written, and of each answer.
class StampedEcho : public Wire
{
public:
    StampedEcho(Wire &echo, TcpWatch *watch) // null: nothing is captured
        : m_echo(echo)
        , m_watch(watch)
    {
    }

    Result<void> send(const Probe &probe) override
    {
        if (m_watch)
            m_watch->pingWritten(probe.id, wallClock());
        return m_echo.send(probe);
    }
    std::vector<Reply> take() override { return m_echo.take(); }

    /// A message that is no ping is about to be written.
    void dataWritten()
    {
        if (m_watch)
            m_watch->dataWritten(wallClock());
    }

    /// A ping's answer was read, when so many bytes had been received since the handshake.
    void pongRead(ProbeId id, std::uint64_t bytesReceived)
    {
        if (m_watch)
            m_watch->pongRead(id, bytesReceived);
    }

private:
    Wire &m_echo;
    TcpWatch *m_watch;
};

} // namespace parallax
