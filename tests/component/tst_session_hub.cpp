// SPDX-License-Identifier: GPL-3.0-or-later
#include "echo_service.h"

#include "core/session/session_hub.h"

#include <QSignalSpy>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

/// A hub without a capture that listens on loopback, with a store that answers when the test says so.
struct Measuring {
    SessionHub hub{nullptr};
    std::vector<Update> said{};
    std::vector<SessionId> toSave{};
    Client tester{};

    bool begin()
    {
        QObject::connect(&hub, &SessionHub::updated, &hub, [this](const QList<Update> &updates) {
            said.insert(said.end(), updates.begin(), updates.end());
        });
        QObject::connect(&hub, &SessionHub::saveRequested, &hub,
                         [this](SessionId session) { toSave.push_back(session); });
        Config config;
        config.service.bind = "127.0.0.1";
        config.service.webSocketPort = 0;
        config.measure.pings = 3;
        config.measure.pingInterval = 5ms;
        const auto port = hub.listen(config);
        if (!port)
            return false;
        tester.socket.open(QUrl(
            QStringLiteral("ws://127.0.0.1:%1/ws/%2")
                .arg(QString::number(port.value()), QString::fromStdString(hub.openInvitation().token))));
        return true;
    }

    std::vector<SessionClosed> closed() const
    {
        std::vector<SessionClosed> all;
        for (const Update &update : said) {
            if (const auto *one = std::get_if<SessionClosed>(&update))
                all.push_back(*one);
        }
        return all;
    }
};

} // namespace

class TestSessionHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTesterNeedNotWaitForTheStore()
    {
        Measuring measuring;
        QVERIFY(measuring.begin());
        QTRY_COMPARE_WITH_TIMEOUT(measuring.tester.closeCode(), 1000, 20'000);
        QCOMPARE(measuring.tester.messages.last()[QStringLiteral("type")], QStringLiteral("result"));
        QCOMPARE(measuring.toSave.size(), std::size_t(1));
        QVERIFY(measuring.closed().empty()); // nobody says yet that it is stored
    }

    void aRunThatTheStoreRefusedIsToldWithItsRecord()
    {
        Measuring measuring;
        QVERIFY(measuring.begin());
        QTRY_COMPARE_WITH_TIMEOUT(measuring.toSave.size(), std::size_t(1), 20'000);
        const SessionId session = measuring.toSave.front();
        measuring.hub.stored(session, QStringLiteral("the disk is full"));
        measuring.hub.stored(session, QString()); // what is answered twice is heard once
        QCOMPARE(measuring.closed().size(), std::size_t(1));
        const SessionClosed closed = measuring.closed().front();
        QVERIFY(!closed.stored);
        QVERIFY(closed.complete);
        QVERIFY(closed.run && closed.run->observations.size() >= 3);
        QCOMPARE(closed.duration, closed.run->duration);
    }

    void aServiceThatStopsStillHearsOfTheStore()
    {
        Measuring measuring;
        QVERIFY(measuring.begin());
        QTRY_VERIFY_WITH_TIMEOUT(!measuring.tester.messages.isEmpty(), 20'000);
        QTRY_VERIFY(std::any_of(measuring.said.begin(), measuring.said.end(),
                                [](const Update &u) { return std::holds_alternative<Observed>(u); }));
        measuring.hub.stop();
        QTRY_COMPARE(measuring.toSave.size(), std::size_t(1));
        measuring.hub.stored(measuring.toSave.front(), QString());
        QCOMPARE(measuring.closed().size(), std::size_t(1));
        QVERIFY(measuring.closed().front().stored);
        QCOMPARE(measuring.closed().front().end, SessionEnd::Revoked);
    }
};

QTEST_GUILESS_MAIN(TestSessionHub)
#include "tst_session_hub.moc"
