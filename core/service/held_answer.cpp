// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/held_answer.h"

#include <QTcpSocket>

#include <chrono>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto longestHold = 1h;
constexpr int heartbeatMs = 15'000; // a comment: whoever vanished without a word is noticed
constexpr qint64 mostUnsent = 256 * 1024;

} // namespace

HeldAnswer::HeldAnswer(QTcpSocket *socket, SocketGuard *guard, bool withBody)
    : QObject(socket)
    , m_socket(socket)
    , m_guard(guard)
    , m_withBody(withBody)
    , m_mostUnsent(mostUnsent)
{
    m_guard->hold(longestHold);
    connect(socket, &QTcpSocket::disconnected, this, &HeldAnswer::hearDisconnected);
}

void HeldAnswer::finish(const HttpAnswer &answer)
{
    if (m_over)
        return;
    m_over = true;
    Q_EMIT answered(answer.status);
    m_guard->release();
    writeAnswer(*m_socket, answer, m_withBody, true);
}

void HeldAnswer::beginEvents(const QByteArray &earlier)
{
    Q_EMIT answered(200);
    const QByteArray head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
        "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n";
    m_mostUnsent += earlier.size(); // no fault of the reader's
    m_socket->write(m_withBody ? head + earlier : head);
    m_heartbeat.start(heartbeatMs, this);
    if (!m_withBody)
        endEvents();
}

void HeldAnswer::send(const QByteArray &events)
{
    if (m_over)
        return;
    if (unsentOn(*m_socket) > m_mostUnsent) {
        m_socket->abort(); // and `left`
        return;
    }
    m_socket->write(events);
}

void HeldAnswer::endEvents()
{
    if (m_over)
        return;
    m_over = true;
    m_heartbeat.stop();
    m_guard->release();
    m_socket->disconnectFromHost();
}

QByteArray HeldAnswer::event(const QByteArray &name, const std::string &data)
{
    return "event: " + name + "\ndata: " + QByteArray::fromStdString(data) + "\n\n";
}

void HeldAnswer::timerEvent(QTimerEvent * /*event*/)
{
    send(": \n\n");
}

void HeldAnswer::hearDisconnected()
{
    if (m_over)
        return;
    m_over = true;
    m_heartbeat.stop();
    Q_EMIT left();
}

} // namespace parallax
