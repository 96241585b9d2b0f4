// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timing/tcp_asker.h"

#include <QHostAddress>
#include <QList>
#include <QObject>

#include <chrono>
#include <vector>

namespace parallax {

/// What a crowd of connections came to.
struct TcpCrowdSummary {
    int connections = 0; // tried
    int connected = 0;
    int failed = 0; // never connected, or ended before the last answer
    std::uint64_t answered = 0;
    Duration took{}; // from the start to the last answer
    std::vector<Duration> rtts{}; // of all connections
    std::optional<ClockExchange> quickest{}; // whose offset can be least off
    Duration quickestRtt{};
    std::optional<Error> trouble{}; // the first one's

    void add(const TcpTimeSample &sample);
};

/// Connections to one TCP time server, all at once and all in this thread.
class TcpCrowd : public QObject
{
    Q_OBJECT

public:
    explicit TcpCrowd(TcpClientRequest request);

    /// The server's addresses, not none, in the order to try.
    void start(const QList<QHostAddress> &servers);
    void stop();
    const TcpCrowdSummary &summary() const { return m_summary; }

Q_SIGNALS:
    void answered(const parallax::TcpTimeSample &sample);
    /// Once, when the last connection is over.
    void finished();

private:
    void take(const TcpTimeSample &sample);
    void leave(TcpAsker *asker, const std::optional<Error> &trouble);

    const TcpClientRequest m_request;
    TcpCrowdSummary m_summary;
    std::vector<TcpAsker *> m_askers; // children; those that go on
    std::chrono::steady_clock::time_point m_begin{};
};

} // namespace parallax
