// SPDX-License-Identifier: GPL-3.0-or-later
#include "echo_service.h"

#include "core/session/flow_table.h"
#include "core/session/session.h"

#include <QPointer>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

/// A session beside its connection, with a wire that sends nowhere.
class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTesterThatAnsweredNothingIsToldSoAndHeardNoMore()
    {
        EchoService service;
        Client client;
        client.socket.open(service.url(goodPath));
        QTRY_VERIFY(!service.connections.empty());
        QTRY_COMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
        EchoConnection *connection = service.connections.back().release();
        service.connections.clear();
        FlowTable flows([](std::span<const std::uint8_t>, const IpAddress &) { return Result<void>{}; });
        const Flow flow = connection->request().flow;
        const QPointer<Session> session = new Session({}, connection, &flows.adopt(flow), nullptr);
        client.answersPings = false;
        session->begin();
        session->end(SessionEnd::Finished);

        session->retire(); // as the hub does with a failed run
        flows.release(flow); // what the connection was followed with is gone
        client.say({{QStringLiteral("type"), QStringLiteral("hello")}});

        QTRY_COMPARE(client.closeCode(), 1011);
        QCOMPARE(client.messages.last()[QStringLiteral("type")].toString(), QStringLiteral("error"));
        QTRY_VERIFY(!session);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
