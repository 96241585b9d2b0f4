// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/component/clock_service.h"

using namespace parallax;
using namespace std::chrono_literals;

namespace {

bool areAllAnswered(const ClockBoard &board, std::size_t count, std::uint64_t questions)
{
    return board.clocks().size() == count
        && std::all_of(board.clocks().begin(), board.clocks().end(), [&](const auto &entry) {
               return entry.second.end == ClockEnd::Finished && entry.second.counts.answered == questions;
           });
}

} // namespace

/// Clock server and clients together, on loopback.
class TestClockService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOriginalsClientIsAnsweredByOurServer()
    {
        Service service;
        const std::uint16_t port = service.serve();
        QUdpSocket client;
        askAsTheOriginal(client, port);
        askAsTheOriginal(client, port);
        const QJsonObject reply = askAsTheOriginal(client, port);
        QCOMPARE(reply[QStringLiteral("ack_num")].toInt(), 3);
        QCOMPARE(reply[QStringLiteral("scheme")].toString(), QStringLiteral("ewma"));
        QVERIFY(std::abs(reply[QStringLiteral("correction_us")].toDouble() - 250'000) < 100'000);
        QVERIFY(reply.contains(QStringLiteral("server_time_soc")));
        QVERIFY(reply.contains(QStringLiteral("server_time_fracsec")));
        QTRY_COMPARE(service.board.server().samples.size(), std::size_t{3});
        QCOMPARE(service.board.server().counts.answered, std::uint64_t{3});
    }

    void ourClientUnderstandsTheOriginalsServer()
    {
        OriginalServer server;
        server.ahead = 3'000'000;
        Service service;
        service.hub.open(first, asking(server.port(), 10));
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().counts.answered, std::uint64_t{10});
        const ClockSample last = service.client().samples.back();
        QVERIFY(std::chrono::abs(last.best.offset - 3s) < 100ms);
        QVERIFY(last.bound.holds(3s));
    }

    void anOffsetForTrialIsFoundWithinItsBound()
    {
        Service service;
        ClockRequest request = asking(service.serve(), 20);
        request.testOffset = 250ms;
        request.isTest = true;
        service.hub.open(first, request);
        QTRY_VERIFY(service.isOver());
        const ClockSample last = service.client().samples.back();
        QVERIFY(last.truth);
        QVERIFY(last.bound.holds(*last.truth));
        QVERIFY(last.kernelStamps);
        QVERIFY(last.sinceBoot > service.client().samples.front().sinceBoot);
    }

    void stampTellsFourMoments_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("unauthenticated") << QByteArray();
        QTest::newRow("authenticated") << QByteArray("secret");
    }
    void stampTellsFourMoments()
    {
        QFETCH(QByteArray, key);
        Service service;
        service.hub.startServer({.port = 0, .key = key.toStdString()});
        ClockRequest request = asking(service.board.server().serving->port, 20);
        request.kind = ClockExchangeKind::Stamp;
        request.key = key.toStdString();
        service.hub.open(first, request);
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().counts.answered, std::uint64_t{20});
        const ClockExchange exchange = service.client().samples.back().exchange;
        QVERIFY(exchange.answered > exchange.received);
        QVERIFY(service.client().samples.back().bound.holds(Duration{}));
    }

    void aServerThatDiesAndReturnsIsSaidSo()
    {
        Service service;
        const std::uint16_t port = service.serve();
        service.hub.open(first, asking(port, 0));
        QTRY_VERIFY(service.board.find(first) && service.client().counts.answered >= 3);
        service.hub.stopServer();
        QTRY_VERIFY(service.noted(ClockEvent::Kind::ServerSilent));
        QCOMPARE(service.serve(port), port);
        QTRY_VERIFY(service.noted(ClockEvent::Kind::ServerBack));
        const auto answered = service.client().counts.answered;
        QTRY_VERIFY(service.client().counts.answered > answered + 3);
        service.hub.close(first);
        QCOMPARE(service.client().end, ClockEnd::Interrupted);
    }

    void aServersClockThatIsSetIsSaidSo()
    {
        OriginalServer server;
        Service service;
        service.hub.open(first, asking(server.port(), 0));
        QTRY_VERIFY(service.board.find(first) && service.client().counts.answered >= 5);
        server.ahead = 2'000'000;
        QTRY_COMPARE(service.client().counts.theirSteps, std::uint64_t{1});
        QTRY_VERIFY(service.client().samples.back().bound.holds(2s));
        service.hub.close(first);
    }

    void theOriginalsLoopsRunBesideEachOther()
    {
        Service service;
        const std::uint16_t port = service.serve();
        for (const ClockScheme scheme :
             {ClockScheme::Raw, ClockScheme::Ewma, ClockScheme::Kalman, ClockScheme::Pid}) {
            ClockRequest request = asking(port, 20, 120ms);
            request.scheme = scheme;
            service.hub.open(ClockId{static_cast<unsigned long long>(scheme)}, request);
        }
        QTRY_VERIFY_WITH_TIMEOUT(areAllAnswered(service.board, 4, 20), 10'000);
        for (const auto &[id, state] : service.board.clocks())
            QVERIFY(statisticsOf(correctionsOf(state)).deviation < 20ms);
        QCOMPARE(service.board.server().counts.clients, std::uint64_t{4});
    }

    void aPortInUseIsAnError()
    {
        Service service;
        const std::uint16_t port = service.serve();
        Service second;
        second.serve(port);
        QVERIFY(second.board.server().failed);
        QCOMPARE(second.board.server().failed->code, ErrorCode::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestClockService)
#include "tst_clock_service.moc"
