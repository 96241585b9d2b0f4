// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/clock_sample.h"
#include "core/data/tcp_clock.h"
#include "core/timing/line_buffer.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <optional>

namespace parallax {

/// One answer of a TCP time server.
struct TcpTimeSample {
    std::uint64_t number = 0; // of this connection's requests, from 1
    std::uint64_t connection = 0; // its number at the server
    ClockExchange exchange{}; // the server tells one moment: it is both T2 and T3
    Duration rtt{}; // by a clock that is never set
};

/// One connection to a TCP time server: asks so often, then leaves.
class TcpAsker : public QObject
{
    Q_OBJECT

public:
    /// The server's addresses: the next is tried where there is no connection to one.
    TcpAsker(TcpClientRequest request, QList<QHostAddress> servers, QObject *parent);

    bool isConnected() const { return m_connected; }
    /// Ends it before its time.
    void stop();

Q_SIGNALS:
    void answered(const parallax::TcpTimeSample &sample);
    /// No error: all its requests were answered, or it was stopped.
    void finished(const std::optional<parallax::Error> &trouble);

private:
    void connectToNext();
    void fail(Error trouble);
    void ask();
    void hear();
    void take(std::string_view line);
    void finish(const std::optional<Error> &trouble);

    const TcpClientRequest m_request;
    QList<QHostAddress> m_servers; // not yet tried
    QTcpSocket m_socket{this};
    QTimer m_next{this};
    QTimer m_patience{this};
    LineBuffer m_lines;
    std::uint64_t m_asked = 0;
    bool m_waits = false; // for an answer
    bool m_connected = false;
    bool m_over = false;
    Timestamp m_sent{};
    std::chrono::steady_clock::time_point m_sentSteady{};
};

} // namespace parallax
