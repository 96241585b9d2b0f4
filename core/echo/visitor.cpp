// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/echo/visitor.h"

namespace parallax {

namespace {
constexpr std::chrono::milliseconds farewellTime{2000}; // for the refusal to reach a slow reader
}

Visitor::Visitor(QTcpSocket *socket, const Flow &flow, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_flow(flow)
{
    m_socket->setParent(this);
    // One more byte than the longest head, so that too long a head is seen as such.
    m_socket->setReadBufferSize(longestRequestHead + 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &Visitor::look);
    connect(m_socket, &QTcpSocket::disconnected, this, &Visitor::leave);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &Visitor::leave);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_socket->abort();
        leave();
    });
    m_patience.start(patience);
}

void Visitor::look()
{
    const QByteArray seen = m_socket->peek(longestRequestHead + 1);
    const qsizetype end = seen.indexOf("\r\n\r\n");
    if (end < 0 && seen.size() > longestRequestHead)
        return refuse(431, "Request Header Fields Too Large", "The request is too long.");
    if (end < 0)
        return;
    disconnect(m_socket, &QTcpSocket::readyRead, this, &Visitor::look);
    const auto head = parseRequestHead(seen.left(end + 4));
    if (!head)
        return refuse(400, "Bad Request", "This is no request that the program understands.");
    Q_EMIT requested(head.value());
}

void Visitor::refuse(int status, const QByteArray &reason, const QByteArray &sentence)
{
    disconnect(m_socket, &QTcpSocket::readyRead, this, &Visitor::look);
    m_patience.start(farewellTime);
    m_socket->readAll(); // closing with unread bytes would reset the connection and lose the answer
    m_socket->write(
        "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason
        + "\r\nContent-Type: text/plain; charset=utf-8\r\nCache-Control: no-store\r\nContent-Length: "
        + QByteArray::number(sentence.size()) + "\r\nConnection: close\r\n\r\n" + sentence);
    m_socket->flush();
    m_socket->disconnectFromHost();
}

QTcpSocket *Visitor::release()
{
    m_done = true;
    m_patience.stop();
    m_socket->disconnect(this);
    m_socket->setReadBufferSize(2 * longestRequestHead);
    m_socket->setParent(nullptr);
    return m_socket;
}

void Visitor::leave()
{
    if (m_done)
        return;
    m_done = true;
    m_patience.stop();
    Q_EMIT gone();
}

} // namespace parallax
