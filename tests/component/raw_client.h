// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>
#include <QtEndian>

/// A WebSocket peer that says what it likes: frames are written byte by byte, without any library's manners.
struct RawClient {
    enum Opcode : quint8 { Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };
    static constexpr quint8 final = 0x80;

    QTcpSocket socket{};

    explicit RawClient(quint16 port) { socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port); }
    /// From another address of loopback.
    RawClient(quint16 port, const QHostAddress &from)
    {
        socket.bind(from);
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    static QByteArray upgradeRequest(const QByteArray &path)
    {
        return "GET " + path
            + " HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
              "User-Agent: Raw/1\r\nVia: 1.1 somewhere\r\n\r\n";
    }

    void upgrade(const QByteArray &path) { socket.write(upgradeRequest(path)); }

    /// Masked with zeros, which leaves the payload as it is.
    static QByteArray frame(quint8 firstByte, const QByteArray &payload)
    {
        QByteArray bytes(1, static_cast<char>(firstByte));
        const auto size = static_cast<quint16>(payload.size());
        if (size < 126) {
            bytes += static_cast<char>(0x80 | size);
        } else {
            bytes += static_cast<char>(0x80 | 126);
            bytes += static_cast<char>(size >> 8);
            bytes += static_cast<char>(size & 0xff);
        }
        return bytes + QByteArray(4, '\0') + payload;
    }

    void send(Opcode opcode, const QByteArray &payload) { socket.write(frame(final | opcode, payload)); }

    /// The code of the close frame that the server sent last of all; 0 when there is none.
    int closeCode()
    {
        const QByteArray all = socket.peek(1 << 20);
        const qsizetype end = all.indexOf("\r\n\r\n");
        for (qsizetype at = end + 4; end >= 0 && at + 4 <= all.size();) {
            const auto length = static_cast<quint8>(all[at + 1]);
            if (static_cast<quint8>(all[at]) == (final | Close))
                return qFromBigEndian<quint16>(all.constData() + at + 2);
            const qsizetype size =
                length < 126 ? length : 2 + qFromBigEndian<quint16>(all.constData() + at + 2);
            at += 2 + size;
        }
        return 0;
    }
};
