// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <memory>
#include <vector>

using namespace std::chrono_literals;

namespace {

struct Client {
    QTcpSocket socket{};
    QByteArray answer{};
    double tookMs = 0.0;
};

/// A line an answer: how long it took from the connection on, what the document says of its measurement, and
/// how much passed before that began (whole milliseconds).
void report(const QByteArray &answer, double milliseconds, const QDateTime &asked)
{
    const QByteArray body = answer.mid(answer.indexOf("\r\n\r\n") + 4);
    const QJsonObject document = QJsonDocument::fromJson(body).object();
    const QByteArray status = answer.split(' ').value(1);
    const QByteArray end = document[QStringLiteral("end_reason")].toString().toLatin1();
    const auto began =
        QDateTime::fromString(document[QStringLiteral("started")].toString(), Qt::ISODateWithMs);
    std::printf("%s %s %.3f %.3f %lld\n", status.constData(), end.isEmpty() ? "none" : end.constData(),
                milliseconds, document[QStringLiteral("duration_ms")].toDouble(),
                static_cast<long long>(asked.msecsTo(began)));
    std::fflush(stdout);
}

} // namespace

/// lab-clients PORT CLIENTS PATH: so many ask a server on loopback for one path at the same moment.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 3;
    const auto port = arguments[1].toUShort();
    int left = arguments[2].toInt();
    QElapsedTimer clock;
    clock.start();
    const auto asked = QDateTime::currentDateTimeUtc();
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = left; i > 0; --i) {
        auto &client = *clients.emplace_back(std::make_unique<Client>());
        client.socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        client.socket.write("GET " + arguments[3].toLatin1() + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QObject::connect(&client.socket, &QTcpSocket::readyRead, &application,
                         [&client] { client.answer += client.socket.readAll(); });
        QObject::connect(&client.socket, &QTcpSocket::disconnected, &application, [&client, &clock, &left] {
            client.tookMs = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            if (--left == 0)
                QCoreApplication::quit();
        });
    }
    QTimer::singleShot(20s, &application, [] { QCoreApplication::exit(1); });
    const int code = QCoreApplication::exec();
    for (const auto &client : clients) // afterwards: reading one would hold up the others
        report(client->answer, client->tookMs, asked);
    return code;
}
