// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timing/clock_responder.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <vector>

namespace parallax {

/// The UDP clock server and STAMP reflector. Lives in the measuring thread; never touches the clock.
class ClockServer : public QObject
{
    Q_OBJECT

public:
    /// Unavailable: the port is in use; InvalidArgument: no such address here.
    static Result<std::unique_ptr<ClockServer>> open(const ClockServerRequest &request);

    SocketAddress address() const { return m_socket.localAddress(); }
    ClockServerCounts counts() const { return m_responder.counts(); }

Q_SIGNALS:
    /// What was answered since the last time; at most ten times a second.
    void served(const parallax::ClockServed &news);

private:
    ClockServer(UdpSocket socket, std::string key);
    void hear();
    void say();

    UdpSocket m_socket;
    ClockResponder m_responder;
    QSocketNotifier m_notifier;
    QTimer m_news{this};
    std::vector<Datagram> m_answers;
    ClockServerCounts m_said{};
};

} // namespace parallax
