// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_board.h"
#include "core/timing/clock_hub.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkDatagram>
#include <QTest>
#include <QUdpSocket>
#include <QtEndian>

#include <algorithm>
#include <functional>

namespace parallax {

constexpr ClockId first{1};

/// A hub whose updates are kept, with a server unless it is not wanted.
class Service
{
public:
    Service()
    {
        QObject::connect(&hub, &ClockHub::updated, &hub, [this](const QList<ClockUpdate> &updates) {
            for (const ClockUpdate &update : updates)
                board.apply(update);
        });
    }

    std::uint16_t serve(std::uint16_t port = 0)
    {
        hub.startServer({.port = port});
        return board.server().serving ? board.server().serving->port : 0;
    }
    const ClockState &client(ClockId id = first) const { return *board.find(id); }
    bool isOver(ClockId id = first) const
    {
        return board.find(id) != nullptr && board.find(id)->end != ClockEnd::Running;
    }
    bool noted(ClockEvent::Kind kind) const
    {
        const auto &events = client().events;
        return std::any_of(events.begin(), events.end(), [&](const ClockEvent &e) { return e.kind == kind; });
    }

    ClockHub hub;
    ClockBoard board;
};

inline ClockRequest asking(std::uint16_t port, std::uint64_t count,
                           Duration interval = std::chrono::milliseconds(25))
{
    return {.host = "127.0.0.1",
            .port = port,
            .count = count,
            .interval = interval,
            .patience = std::chrono::milliseconds(200)};
}

/// What the original's client does: struct.pack('!HHHIIH', 0xAA01, 0xFFFF, scheme, soc, fracsec, 0xDEAD).
inline QByteArray originalsFrame(quint16 scheme, qint64 microseconds)
{
    QByteArray frame(16, '\0');
    const auto put = [&](qsizetype at, auto value) { qToBigEndian(value, frame.data() + at); };
    put(0, quint16{0xAA01});
    put(2, quint16{0xFFFF});
    put(4, scheme);
    put(6, static_cast<quint32>(microseconds / 1'000'000));
    put(10, static_cast<quint32>(microseconds % 1'000'000));
    put(14, quint16{0xDEAD});
    return frame;
}

inline qint64 nowInMicroseconds()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(wallClock().time_since_epoch()).count();
}

/// Its clock is a quarter of a second behind, and it wants EWMA.
inline QJsonObject askAsTheOriginal(QUdpSocket &client, quint16 port)
{
    client.writeDatagram(originalsFrame(2, nowInMicroseconds() - 250'000), QHostAddress::LocalHost, port);
    if (!QTest::qWaitFor([&] { return client.hasPendingDatagrams(); }))
        return {};
    return QJsonDocument::fromJson(client.receiveDatagram().data()).object();
}

/// A server that answers as the original's does, or as the test wants.
class OriginalServer
{
public:
    using Answer = std::function<void(QUdpSocket &, const QNetworkDatagram &, const QByteArray &reply)>;

    explicit OriginalServer(
        Answer answer = [](QUdpSocket &socket, const QNetworkDatagram &question,
                           const QByteArray &reply) { socket.writeDatagram(question.makeReply(reply)); })
        : m_answer(std::move(answer))
    {
        m_socket.bind(QHostAddress::LocalHost, 0);
        QObject::connect(&m_socket, &QUdpSocket::readyRead, &m_socket, [this] { hear(); });
    }
    std::uint16_t port() const { return m_socket.localPort(); }

    qint64 ahead = 0; // µs
    QString scheme = QStringLiteral("raw"); // of its filter

private:
    void hear()
    {
        while (m_socket.hasPendingDatagrams()) {
            const QNetworkDatagram question = m_socket.receiveDatagram();
            const QByteArray data = question.data();
            const qint64 sent = qint64{qFromBigEndian<quint32>(data.constData() + 6)} * 1'000'000
                + qFromBigEndian<quint32>(data.constData() + 10);
            const qint64 now = nowInMicroseconds() + ahead;
            const QString text =
                QStringLiteral("{\"ack_num\": %1, \"scheme\": \"%5\", \"correction_us\": %2, "
                               "\"server_time_soc\": %3, \"server_time_fracsec\": %4}")
                    .arg(QString::number(++m_answered), QString::number(now - sent),
                         QString::number(now / 1'000'000), QString::number(now % 1'000'000), scheme);
            m_answer(m_socket, question, text.toUtf8());
        }
    }

    QUdpSocket m_socket;
    Answer m_answer;
    int m_answered = 0;
};

} // namespace parallax
