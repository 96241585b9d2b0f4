// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/file_descriptor.h"
#include "tests/support/stamped_read.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace parallax;

namespace {

constexpr int longestWaitMs = 20'000;

struct Client {
    FileDescriptor socket;
    Timestamp asked{};
    Timestamp answered{}; // when its last bytes had arrived, by the kernel
    QByteArray answer{};
};

/// Connected on loopback, and asked.
Client ask(std::uint16_t port, const QByteArray &request)
{
    Client client{.socket = FileDescriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
                  .asked = wallClock()};
    const int on = 1;
    ::setsockopt(client.socket.get(), SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on);
    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_port = htons(port);
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the sockets API
    const auto *address = reinterpret_cast<const sockaddr *>(&server);
    if (::connect(client.socket.get(), address, sizeof server) != 0
        || ::send(client.socket.get(), request.constData(), static_cast<std::size_t>(request.size()), 0)
            != request.size())
        std::perror("lab-clients");
    return client;
}

/// Reads what is there. False once the server has closed.
bool read(Client &client)
{
    std::array<char, 65'536> bytes{};
    const StampedRead got = readStamped(client.socket.get(), bytes);
    if (got.bytes <= 0)
        return false;
    client.answer.append(bytes.data(), got.bytes);
    client.answered = got.at;
    return true;
}

/// The last one first, and each not before the server has closed: whoever sleeps takes nothing of the
/// server's processors.
bool readAll(std::vector<Client> &clients)
{
    for (std::size_t left = clients.size(); left-- > 0;) {
        Client &client = clients[left];
        pollfd closed{.fd = client.socket.get(), .events = POLLRDHUP, .revents = 0};
        if (::poll(&closed, 1, longestWaitMs) <= 0)
            return false;
        while (read(client)) { }
    }
    return true;
}

/// A line an answer: how long it took from that client's connecting on, what the document says of its
/// measurement, and how much passed before that began (it says whole milliseconds).
void report(const Client &client, Timestamp first)
{
    const QByteArray body = client.answer.mid(client.answer.indexOf("\r\n\r\n") + 4);
    const QJsonObject document = QJsonDocument::fromJson(body).object();
    const QByteArray status = client.answer.split(' ').value(1);
    const QByteArray end = document[QStringLiteral("end_reason")].toString().toLatin1();
    const auto started =
        QDateTime::fromString(document[QStringLiteral("started")].toString(), Qt::ISODateWithMs);
    const Timestamp began{std::chrono::milliseconds(started.toMSecsSinceEpoch())};
    std::printf("%s %s %.3f %.3f %.3f %.3f\n", status.constData(), end.isEmpty() ? "none" : end.constData(),
                toMilliseconds(client.answered - client.asked),
                document[QStringLiteral("duration_ms")].toDouble(), toMilliseconds(began - client.asked),
                toMilliseconds(client.asked - first));
}

} // namespace

/// lab-clients PORT CLIENTS PATH: so many ask a server on loopback for one path at the same moment. By plain
/// sockets, and until an answer is in its client's socket, not until the client has its turn to read it: the
/// machine is the server's too, and what its clients cost would count as the server's.
int main(int argc, char **argv)
{
    if (argc != 4)
        return 3;
    const auto port = static_cast<std::uint16_t>(std::atoi(argv[1]));
    const int count = std::atoi(argv[2]);
    const QByteArray request = QByteArray("GET ") + argv[3] + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    std::vector<Client> clients;
    clients.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        clients.push_back(ask(port, request));
    if (!readAll(clients))
        return 1;
    for (const Client &client : clients) // afterwards: reading one would hold up the others
        report(client, clients.front().asked);
    return 0;
}
