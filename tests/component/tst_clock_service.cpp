// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/stamp_packet.h"
#include "tests/component/clock_service.h"

#include <QTimer>

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

/// Two addresses of one host, and the clients of it. Each asks what it is told first.
struct TwoAddresses {
    explicit TwoAddresses(std::uint16_t port)
        : request(asking(port, 30))
    {
        request.host = "two.example";
        QObject::connect(&service.hub, &ClockHub::updated, &service.hub,
                         [this](const QList<ClockUpdate> &updates) {
                             for (const ClockUpdate &update : updates) {
                                 if (const auto *opened = std::get_if<ClockOpened>(&update))
                                     asked[opened->clock].push_back(opened->address.address);
                             }
                         });
    }

    const IpAddress here = IpAddress::parse("127.0.0.1").value();
    const IpAddress there = IpAddress::parse("127.0.0.9").value();
    Service service{};
    ClockRequest request{};
    std::map<ClockId, std::vector<IpAddress>> asked{}; // by client, one after the other
};

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

    void theAnswerComesFromTheAddressThatWasAsked_data()
    {
        QTest::addColumn<QString>("bind");
        QTest::addColumn<QString>("asked");
        QTest::newRow("all of IPv4") << QStringLiteral("0.0.0.0") << QStringLiteral("127.0.0.2");
        QTest::newRow("all: IPv4") << QStringLiteral("::") << QStringLiteral("127.0.0.2");
        QTest::newRow("all: IPv6") << QStringLiteral("::") << QStringLiteral("::1");
    }
    void theAnswerComesFromTheAddressThatWasAsked()
    {
        QFETCH(QString, bind);
        QFETCH(QString, asked);
        Service service;
        service.hub.startServer({.bind = IpAddress::parse(bind.toStdString()).value(), .port = 0});
        const bool isV6 = bind == QLatin1String("::");
        if (isV6 && (!service.board.server().serving || !QUdpSocket().bind(QHostAddress(asked))))
            QSKIP("this machine has no IPv6");
        QVERIFY(service.board.server().serving);
        ClockRequest request = asking(service.board.server().serving->port, 3);
        request.host = asked.toStdString();
        service.hub.open(first, request);
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().counts.answered, std::uint64_t{3});
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

    void duplicatesAreCountedAndNotUsed()
    {
        OriginalServer server(
            [](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                socket.writeDatagram(question.makeReply(reply));
                socket.writeDatagram(question.makeReply(reply));
            });
        Service service;
        service.hub.open(first, asking(server.port(), 10));
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().samples.size(), std::size_t{10});
        QVERIFY(service.client().counts.duplicates >= 9);
    }

    /// Each fifth answer comes when the next question is already open.
    void lateAnswersAreCountedAndMisleadNobody()
    {
        QByteArray held;
        int number = 0;
        OriginalServer server(
            [&](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                if (++number % 5 == 0) {
                    held = reply;
                    return;
                }
                if (!held.isEmpty())
                    socket.writeDatagram(question.makeReply(held));
                held.clear();
                socket.writeDatagram(question.makeReply(reply));
            });
        Service service;
        service.hub.open(first, asking(server.port(), 20));
        QTRY_VERIFY_WITH_TIMEOUT(service.isOver(), 10'000);
        const ClockClientCounts counts = service.client().counts;
        QCOMPARE(counts.lost, std::uint64_t{4});
        QVERIFY(counts.late >= 3);
        QCOMPARE(counts.answered, std::uint64_t{16});
        QCOMPARE(counts.theirSteps, std::uint64_t{0});
        for (const ClockSample &sample : service.client().samples)
            QVERIFY(std::chrono::abs(sample.exchange.offset()) < 100ms);
    }

    void answersThatTakeLongerThanThePatienceMisleadNobody_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<int>("quick");
        QTest::newRow("each names its question") << QStringLiteral("raw") << 0;
        QTest::newRow("each names its question, after quick ones") << QStringLiteral("raw") << 5;
        QTest::newRow("none does") << QStringLiteral("ewma") << 0;
        QTest::newRow("none does, after quick ones") << QStringLiteral("ewma") << 5;
    }
    void answersThatTakeLongerThanThePatienceMisleadNobody()
    {
        QFETCH(QString, scheme);
        QFETCH(int, quick);
        int questions = 0;
        OriginalServer server(
            [&](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                QTimer::singleShot(++questions <= quick ? 0ms : 260ms, &socket, [&socket, question, reply] {
                    socket.writeDatagram(question.makeReply(reply));
                });
            });
        server.scheme = scheme;
        Service service;
        service.hub.open(first, asking(server.port(), 0));
        QTRY_VERIFY_WITH_TIMEOUT(service.board.find(first) && service.client().counts.late >= 3, 20'000);
        QCOMPARE(service.client().counts.theirSteps, std::uint64_t{0});
        QVERIFY(std::all_of(service.client().samples.begin(), service.client().samples.end(),
                            [](const ClockSample &sample) { return sample.bound.holds(Duration{}); }));
        service.hub.close(first);
    }

    void afterALostQuestionAnAnswerThatNamesNoneIsUsedWhenItCanBeOfOneOnly()
    {
        int questions = 0;
        OriginalServer server(
            [&questions](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                if (++questions > 1)
                    socket.writeDatagram(question.makeReply(reply));
            });
        server.scheme = QStringLiteral("kalman");
        Service service;
        service.hub.open(first, asking(server.port(), 0));
        QTRY_VERIFY_WITH_TIMEOUT(service.board.find(first) && service.client().counts.answered >= 3, 20'000);
        QVERIFY(service.client().counts.late >= 1);
        service.hub.close(first);
    }

    void aFilteredAnswerIsUsedAfterALossWhereTheOffsetIsKnown()
    {
        int questions = 0;
        OriginalServer server(
            [&questions](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                if (++questions != 5)
                    socket.writeDatagram(question.makeReply(reply));
            });
        server.scheme = QStringLiteral("pid");
        Service service;
        service.hub.open(first, asking(server.port(), 10));
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().counts.answered, std::uint64_t{9});
        QCOMPARE(service.client().counts.late, std::uint64_t{0});
    }

    void anAnswerToAQuestionOfAnotherRunIsNotUsed()
    {
        const std::string key = "secret";
        QUdpSocket reflector; // it has the key, and the sequence; but the stamp is that of a second ago
        QVERIFY(reflector.bind(QHostAddress::LocalHost));
        connect(&reflector, &QUdpSocket::readyRead, this, [&] {
            const QNetworkDatagram datagram = reflector.receiveDatagram();
            const QByteArray data = datagram.data();
            const auto parsed = parseStampQuestion({reinterpret_cast<const std::uint8_t *>(data.constData()),
                                                    static_cast<std::size_t>(data.size())},
                                                   key);
            StampAnswer answer{.question = std::get<StampQuestion>(parsed)};
            answer.question.sentBits -= std::uint64_t{1} << 32;
            answer.sequence = answer.question.sequence;
            answer.received = answer.answered = wallClock() - 1s;
            const auto bytes = stampAnswerBytes(answer, key);
            reflector.writeDatagram(datagram.makeReply(QByteArray(
                reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()))));
        });
        Service service;
        ClockRequest request = asking(reflector.localPort(), 3);
        request.kind = ClockExchangeKind::Stamp;
        request.key = key;
        service.hub.open(first, request);
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().counts.answered, std::uint64_t{0});
        QCOMPARE(service.client().counts.late, std::uint64_t{3});
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

    void whatIsNoAnswerIsCounted()
    {
        OriginalServer server(
            [](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                socket.writeDatagram(question.makeReply(QByteArray(R"({"ack_num":"x"})")));
                socket.writeDatagram(question.makeReply(reply));
            });
        Service service;
        service.hub.open(first, asking(server.port(), 5));
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().counts.malformed, std::uint64_t{5});
        QCOMPARE(service.client().counts.answered, std::uint64_t{5});
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

    void whereOneAddressIsSilentTheHostsNextIsAsked()
    {
        Service service;
        const std::uint16_t port = service.serve(); // of 127.0.0.1 alone
        service.hub.openAt(first, asking(port, 3),
                           {IpAddress::parse("127.0.0.9").value(), IpAddress::parse("127.0.0.1").value()});
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().counts.answered, std::uint64_t{3});
        QCOMPARE(service.client().address.address, IpAddress::parse("127.0.0.1").value());
    }

    void aLostQuestionIsNoReasonToLeaveAnAddressThatAnswersOthers()
    {
        int questions = 0;
        OriginalServer server(
            [&questions](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                if (++questions > 1)
                    socket.writeDatagram(question.makeReply(reply));
            });
        TwoAddresses host(server.port());
        const ClockId second{2};
        host.service.hub.openAt(first, host.request, {host.here, host.there});
        host.service.hub.openAt(second, host.request, {host.here, host.there});
        QTRY_VERIFY(host.service.isOver(first) && host.service.isOver(second));
        QCOMPARE(host.service.client(first).counts.lost, std::uint64_t{1});
        QCOMPARE(host.asked[first], std::vector{host.here});
        QCOMPARE(host.asked[second], std::vector{host.here});
    }

    void aFurtherClientAsksTheAddressThatAnswers()
    {
        OriginalServer server;
        TwoAddresses host(server.port());
        const ClockId second{2};
        host.request.count = 0;
        host.service.hub.openAt(first, host.request, {host.there, host.here});
        QTRY_VERIFY(host.service.board.find(first) && host.service.client(first).counts.answered > 0);
        host.service.hub.openAt(second, host.request, {host.there, host.here});
        QTRY_VERIFY(host.service.board.find(second) && host.service.client(second).counts.answered > 0);
        QCOMPARE(host.asked[second], std::vector{host.here});
        host.request.host = "another.example";
        const ClockId third{3};
        host.service.hub.openAt(third, host.request, {host.there, host.here});
        QTRY_VERIFY(host.service.board.find(third) && host.service.client(third).counts.answered > 0);
        QCOMPARE(host.asked[third], (std::vector{host.there, host.here}));
    }

    void anAddressThatFellSilentIsNotAskedFirst()
    {
        int questions = 0;
        OriginalServer server(
            [&questions](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                if (++questions == 1)
                    socket.writeDatagram(question.makeReply(reply));
            });
        TwoAddresses host(server.port());
        const ClockId second{2};
        host.request.count = 0;
        host.service.hub.openAt(first, host.request, {host.here});
        QTRY_VERIFY(host.service.board.find(first) && host.service.client(first).counts.answered > 0);
        QTRY_VERIFY(host.service.client(first).counts.lost >= 3);
        host.service.hub.openAt(second, host.request, {host.there, host.here});
        QTRY_VERIFY(!host.asked[second].empty());
        QCOMPARE(host.asked[second].front(), host.there);
    }

    void anAddressOfAUrlIsOne()
    {
        Service service;
        ClockRequest request = asking(service.serve(), 1);
        request.host = "[::ffff:127.0.0.1]";
        service.hub.open(first, request);
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().counts.answered, std::uint64_t{1});
    }

    void whereNoAddressAnswersTheFirstIsKept()
    {
        Service service;
        const std::uint16_t port = service.serve(); // of 127.0.0.1 alone
        const IpAddress one = IpAddress::parse("127.0.0.8").value();
        const IpAddress other = IpAddress::parse("127.0.0.9").value();
        service.hub.openAt(first, asking(port, 3), {one, other});
        const auto asked = [&service] {
            return service.board.find(first) ? service.client().address.address : IpAddress{};
        };
        QTRY_COMPARE(asked(), other);
        QTRY_COMPARE(asked(), one);
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().address.address, one);
        QCOMPARE(service.client().counts.answered, std::uint64_t{0});
    }

    void thisMachinesNameFindsTheServerThatListensHereAlone()
    {
        Service service;
        ClockRequest request = asking(service.serve(), 3);
        request.host = "localhost"; // often ::1 first
        service.hub.open(first, request);
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().counts.answered, std::uint64_t{3});
        QCOMPARE(service.client().counts.lost, std::uint64_t{0});
    }

    void anUnknownHostIsAnError()
    {
        Service service;
        ClockRequest request = asking(1, 1);
        request.host = "no.such.host.invalid";
        service.hub.open(first, request);
        QTRY_VERIFY_WITH_TIMEOUT(service.isOver(), 20'000);
        QCOMPARE(service.client().failed->code, ErrorCode::UnknownHost);
        QCOMPARE(service.client().request, request);
    }

    void aLinkLocalAddressIsRefusedByWhatItIs_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("with its interface") << QStringLiteral("fe80::1%lo");
        QTest::newRow("without") << QStringLiteral("fe80::1");
    }
    void aLinkLocalAddressIsRefusedByWhatItIs()
    {
        QFETCH(QString, host);
        Service service;
        ClockRequest request = asking(1, 1);
        request.host = host.toStdString();
        service.hub.open(first, request);
        QTRY_VERIFY(service.isOver());
        QVERIFY(service.client().failed);
        QCOMPARE(service.client().failed->code, ErrorCode::InvalidArgument);
        QVERIFY(service.client().failed->message.find("link-local") != std::string::npos);
    }

    void aClientEndedBeforeItsHostIsKnownIsStillWhatItWasAskedToBe()
    {
        Service service;
        ClockRequest request = asking(1, 1);
        request.host = "no.such.host.invalid";
        request.kind = ClockExchangeKind::Stamp;
        service.hub.open(first, request);
        service.hub.close(first);
        QVERIFY(service.isOver());
        QCOMPARE(service.client().request, request);
    }

    void aClientWithoutAnAddressIsStillWhatItWasAskedToBe()
    {
        Service service;
        ClockRequest request = asking(1, 1);
        request.scheme = ClockScheme::Pid;
        service.hub.openAt(first, request, {});
        QVERIFY(service.isOver());
        QCOMPARE(service.client().request, request);
    }
};

QTEST_GUILESS_MAIN(TestClockService)
#include "tst_clock_service.moc"
