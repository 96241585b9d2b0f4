// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/tcp_session.h"

#include "core/timing/tcp_time.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

constexpr qint64 readAtOnce = 4'096; // bytes; then the other connections of this thread have their turn

SteadyTime steadyNow()
{
    return std::chrono::steady_clock::now();
}

} // namespace

TcpSession::TcpSession(qintptr descriptor, const TcpClockConnection &connection, const TcpClockLimits &limits,
                       QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_connection(connection)
    , m_lastLine(steadyNow())
    , m_lastSent(m_lastLine)
{
    m_socket.setReadBufferSize(readAtOnce); // TCP slows the sender down where nothing is read
    connect(&m_socket, &QTcpSocket::readyRead, this, &TcpSession::serve);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &TcpSession::noteSent);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        end(error == QAbstractSocket::RemoteHostClosedError ? TcpClockEnd::Left : TcpClockEnd::Failed);
    });
    if (!m_socket.setSocketDescriptor(descriptor)) {
        m_connection.end = TcpClockEnd::Failed;
        return;
    }
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1); // an answer must not wait for the next one
}

/// First what an earlier turn had to leave because the reader was slow, then what has arrived.
void TcpSession::serve()
{
    if (m_connection.end != TcpClockEnd::Open)
        return;
    std::array<char, readAtOnce> room; // NOLINT(*-member-init): read() fills it
    answerLines();
    while (m_connection.end == TcpClockEnd::Open && !m_clogged) {
        const qint64 size = m_socket.read(room.data(), readAtOnce);
        if (size <= 0)
            break;
        m_connection.bytesIn += static_cast<std::uint64_t>(size);
        m_lines.append({room.data(), static_cast<std::size_t>(size)});
        answerLines();
    }
    Q_EMIT changed(this);
}

void TcpSession::answerLines()
{
    while (!m_clogged) {
        const auto line = m_lines.next();
        if (!line)
            break;
        m_lastLine = steadyNow();
        answer(*line);
        m_clogged = m_socket.bytesToWrite() > m_limits.mostUnsent;
    }
    m_socket.flush(); // now: who asks and closes its side at once is answered too
    if (m_lines.isTooLong())
        end(TcpClockEnd::LineTooLong);
}

void TcpSession::answer(std::string_view line)
{
    if (!asksForTime(line)) {
        ++m_connection.echoes;
        m_socket.write(line.data(), static_cast<qint64>(line.size()));
        return;
    }
    ++m_connection.times;
    const std::string text = tcpTimeText(
        {.time = wallClock(), .connection = m_connection.number, .requests = m_connection.requests()});
    m_socket.write(text.data(), static_cast<qint64>(text.size()));
}

void TcpSession::noteSent(qint64 bytes)
{
    m_connection.bytesOut += static_cast<std::uint64_t>(bytes);
    m_lastSent = steadyNow();
    Q_EMIT changed(this);
    if (!m_clogged || m_socket.bytesToWrite() > m_limits.mostUnsent)
        return;
    m_clogged = false;
    // Not from here: flush() may be what called.
    QMetaObject::invokeMethod(this, &TcpSession::serve, Qt::QueuedConnection);
}

void TcpSession::checkPatience(SteadyTime now)
{
    const auto quiet = now - std::max(m_lastLine, m_lastSent);
    if (m_socket.bytesToWrite() > 0 && quiet >= m_limits.stall)
        end(TcpClockEnd::SlowReader);
    if (quiet >= m_limits.idle)
        end(TcpClockEnd::Idle);
}

void TcpSession::end(TcpClockEnd why)
{
    if (m_connection.end != TcpClockEnd::Open)
        return;
    m_connection.end = why;
    m_socket.disconnect(this); // abort() would call back
    m_socket.abort();
    Q_EMIT changed(this);
}

} // namespace parallax
