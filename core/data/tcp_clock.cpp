// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/tcp_clock.h"

namespace parallax {

void TcpClockState::apply(const TcpClockServing &serving)
{
    *this = {};
    m_serving = serving.address;
}

void TcpClockState::apply(const TcpClockServerFailed &failed)
{
    *this = {};
    m_failed = failed.error;
}

void TcpClockState::apply(const TcpClockServed &served)
{
    m_totals = served.totals;
    for (const TcpClockConnection &connection : served.changed) {
        m_connections[connection.number] = connection;
        if (connection.end != TcpClockEnd::Open)
            m_ended.push_back(connection.number);
    }
    while (m_ended.size() > mostEnded) {
        m_connections.erase(m_ended.front());
        m_ended.pop_front();
    }
}

} // namespace parallax
