// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/tcp_asker.h"

#include "core/timing/tcp_time.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parallax {

namespace {

constexpr qint64 readAtOnce = 4'096; // bytes: what a hostile server can make us keep

std::chrono::milliseconds wait(Duration duration)
{
    return std::chrono::ceil<std::chrono::milliseconds>(std::max(duration, Duration::zero()));
}

} // namespace

TcpAsker::TcpAsker(TcpClientRequest request, QList<QHostAddress> servers, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_servers(std::move(servers))
{
    m_socket.setReadBufferSize(readAtOnce);
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    m_patience.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &TcpAsker::ask);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        fail({ErrorCode::Unavailable,
              m_connected ? "the server did not answer in time" : "no connection in time"});
    });
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
        m_connected = true;
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        ask();
    });
    connect(&m_socket, &QTcpSocket::readyRead, this, &TcpAsker::hear);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        const bool left = error == QAbstractSocket::RemoteHostClosedError;
        fail({ErrorCode::Unavailable,
              left ? "the server ended the connection" : m_socket.errorString().toStdString()});
    });
    // Later: where the system refuses at once, it is over before anybody has connected to `finished`.
    QMetaObject::invokeMethod(this, &TcpAsker::connectToNext, Qt::QueuedConnection);
}

void TcpAsker::connectToNext()
{
    if (m_over)
        return;
    m_socket.abort();
    m_patience.start(wait(m_request.patience));
    m_socket.connectToHost(m_servers.takeFirst(), m_request.port);
}

void TcpAsker::fail(Error trouble)
{
    if (m_connected || m_servers.isEmpty())
        return finish(std::move(trouble));
    m_patience.stop();
    QMetaObject::invokeMethod(this, &TcpAsker::connectToNext, Qt::QueuedConnection); // the socket is calling
}

void TcpAsker::ask()
{
    m_waits = true;
    ++m_asked;
    m_patience.start(wait(m_request.patience));
    m_sent = wallClock();
    m_sentSteady = std::chrono::steady_clock::now();
    m_socket.write(timeQuestion.data(), static_cast<qint64>(timeQuestion.size()));
    m_socket.flush(); // now: the moment was taken
}

void TcpAsker::hear()
{
    std::array<char, readAtOnce> room; // NOLINT(*-member-init): read() fills it
    while (!m_over) {
        const qint64 size = m_socket.read(room.data(), readAtOnce);
        if (size <= 0)
            return;
        m_lines.append({room.data(), static_cast<std::size_t>(size)});
        while (const auto line = m_over ? std::nullopt : m_lines.next())
            take(*line);
        if (m_lines.isTooLong())
            finish(Error{ErrorCode::Malformed, "a line too long for a TCP time server"});
    }
}

void TcpAsker::take(std::string_view line)
{
    const auto steady = std::chrono::steady_clock::now();
    const Timestamp returned = wallClock();
    const auto answer = parseTcpTime(line);
    if (!answer)
        return finish(answer.error());
    if (!m_waits)
        return finish(Error{ErrorCode::Malformed, "an answer that was not asked for"});
    m_waits = false;
    m_patience.stop();
    const Timestamp told = answer.value().time;
    Q_EMIT answered({.number = m_asked,
                     .connection = answer.value().connection,
                     .exchange = {.sent = m_sent, .received = told, .answered = told, .returned = returned},
                     .rtt = steady - m_sentSteady});
    if (m_asked >= m_request.count)
        return finish(std::nullopt);
    if (m_request.interval == Duration::zero())
        return ask();
    m_next.start(wait(m_request.interval - (steady - m_sentSteady)));
}

void TcpAsker::stop()
{
    finish(std::nullopt);
}

void TcpAsker::finish(const std::optional<Error> &trouble)
{
    if (m_over)
        return;
    m_over = true;
    m_next.stop();
    m_patience.stop();
    m_socket.disconnect(this); // closing would call back
    m_socket.disconnectFromHost();
    Q_EMIT finished(trouble);
}

} // namespace parallax
