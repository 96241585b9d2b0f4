// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/component/clock_service.h"

using namespace parallax;
using namespace std::chrono_literals;

namespace {

ClockRequest askingAt(std::string host, std::uint16_t port, std::uint64_t count)
{
    ClockRequest request = asking(port, count);
    request.host = std::move(host);
    return request;
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

/// Which address of a host is asked, and which one answers.
class TestClockAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        const ClockRequest request = askingAt(asked.toStdString(), service.board.server().serving->port, 3);
        service.hub.open(first, request);
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().counts.answered, std::uint64_t{3});
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
        const ClockRequest request = askingAt("[::ffff:127.0.0.1]", service.serve(), 1);
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
        const ClockRequest request = askingAt("localhost", service.serve(), 3); // often ::1 first
        service.hub.open(first, request);
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().counts.answered, std::uint64_t{3});
        QCOMPARE(service.client().counts.lost, std::uint64_t{0});
    }

    void anUnknownHostIsAnError()
    {
        Service service;
        const ClockRequest request = askingAt("no.such.host.invalid", 1, 1);
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
        const ClockRequest request = askingAt(host.toStdString(), 1, 1);
        service.hub.open(first, request);
        QTRY_VERIFY(service.isOver());
        QVERIFY(service.client().failed);
        QCOMPARE(service.client().failed->code, ErrorCode::InvalidArgument);
        QVERIFY(service.client().failed->message.find("link-local") != std::string::npos);
    }

    void aClientEndedBeforeItsHostIsKnownIsStillWhatItWasAskedToBe()
    {
        Service service;
        ClockRequest request = askingAt("no.such.host.invalid", 1, 1);
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

QTEST_GUILESS_MAIN(TestClockAddresses)
#include "tst_clock_addresses.moc"
