// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/checksum.h"
#include "core/packet/craft_trace.h"
#include "core/packet/parse.h"

#include <QTest>

using namespace parallax;

namespace {

const IpAddress v4Source = IpAddress::fromV4(0xc0000201);
const IpAddress v4Target = IpAddress::fromV4(0xc6336407);

TracePacket packetFor(Method method, bool v6, std::uint32_t token)
{
    const auto address = [](const char *text) { return IpAddress::parse(text).value(); };
    return {.method = method,
            .source = {v6 ? address("2001:db8::1") : v4Source, 20'544},
            .target = {v6 ? address("2001:db8::7") : v4Target, 33'434},
            .ttl = 5,
            .trafficClass = 0xb8,
            .token = token,
            .length = 80};
}

Bytes crafted(Method method, bool v6, std::uint32_t token)
{
    return craftTracePacket(packetFor(method, v6, token));
}

/// An ICMP "time exceeded" of some router around the first bytes of a probe.
Bytes errorAbout(const Bytes &probe, bool v6, std::size_t quoted)
{
    Bytes icmp{static_cast<std::uint8_t>(v6 ? 3 : 11), 0, 0, 0, 0, 0, 0, 0};
    icmp.insert(icmp.end(), probe.begin(), probe.begin() + static_cast<std::ptrdiff_t>(quoted));
    return icmp;
}

const IcmpError *errorIn(const Result<std::optional<Sighting>> &parsed)
{
    return parsed && parsed.value() ? std::get_if<IcmpError>(&*parsed.value()) : nullptr;
}

} // namespace

/// Trace probes as they leave, and what routers quote of them.
class TestTracePacket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChecksumThatBalancersSeeIsTheFlows()
    {
        const auto first = transportChecksum(crafted(Method::IcmpEcho, false, 1));
        const auto second = transportChecksum(crafted(Method::IcmpEcho, false, 0xfffe));
        QVERIFY(first != 0);
        QCOMPARE(first, second);
    }

    void theLengthIsTheOneAskedFor_data()
    {
        QTest::addColumn<Method>("method");
        QTest::addColumn<bool>("v6");
        QTest::newRow("ICMP") << Method::IcmpEcho << false;
        QTest::newRow("UDP") << Method::UdpDatagram << false;
        QTest::newRow("ICMPv6") << Method::IcmpEcho << true;
        QTest::newRow("UDP over IPv6") << Method::UdpDatagram << true;
    }

    void theLengthIsTheOneAskedFor()
    {
        QFETCH(Method, method);
        QFETCH(bool, v6);
        QCOMPARE(crafted(method, v6, 77).size(), std::size_t{80});
    }

    void anIcmpChecksumHolds()
    {
        const Bytes packet = crafted(Method::IcmpEcho, false, 77);
        QVERIFY(checksumHolds(std::span(packet).subspan(20)));
        Bytes damaged = packet;
        damaged[30] ^= 1U;
        QVERIFY(!checksumHolds(std::span(damaged).subspan(20)));
    }

    void aQuoteNamesItsProbe_data()
    {
        QTest::addColumn<Method>("method");
        QTest::addColumn<bool>("v6");
        QTest::addColumn<int>("protocol");
        QTest::newRow("ICMP") << Method::IcmpEcho << false << 1;
        QTest::newRow("UDP") << Method::UdpDatagram << false << 17;
        QTest::newRow("TCP") << Method::TcpSyn << false << 6;
        QTest::newRow("ICMPv6") << Method::IcmpEcho << true << 58;
        QTest::newRow("UDP over IPv6") << Method::UdpDatagram << true << 17;
        QTest::newRow("TCP over IPv6") << Method::TcpSyn << true << 6;
    }

    void aQuoteNamesItsProbe()
    {
        QFETCH(Method, method);
        QFETCH(bool, v6);
        QFETCH(int, protocol);
        constexpr std::uint32_t token = 0x1234'5678;
        const Bytes probe = crafted(method, v6, token);
        // An IPv4 router owes eight bytes behind the IP header, an IPv6 one as much as fits (RFC 4443).
        const Bytes icmp = errorAbout(probe, v6, v6 ? std::min<std::size_t>(probe.size(), 60) : 28);
        // parseBareV6 reads an ICMPv6 message; for IPv4 an outer header goes in front.
        Bytes outer = crafted(Method::IcmpEcho, false, 9);
        outer.resize(20);
        outer[2] = 0;
        outer[3] = static_cast<std::uint8_t>(20 + icmp.size());
        outer.insert(outer.end(), icmp.begin(), icmp.end());
        const auto parsed = v6
            ? parseBareV6(ip_protocol::icmpV6, icmp, {.from = v4Target, .hopLimit = 60}, 0, {})
            : parsePacket(outer, 0, {});
        const IcmpError *error = errorIn(parsed);
        QVERIFY(error != nullptr);
        QCOMPARE(int(error->quotedProtocol), protocol);
        QCOMPARE(int(error->quotedFlow.local.port), 20'544);
        QCOMPARE(int(error->quote.dscp), 46);
        if (method == Method::TcpSyn)
            QCOMPARE(error->quotedSequence, token);
        else if (method == Method::IcmpEcho)
            QCOMPARE(int(error->quotedFlow.remote.port), 0x5678);
        else if (v6)
            QCOMPARE(error->quotedSequence >> 16, 0x5678U);
        if (!v6)
            QCOMPARE(int(error->quotedIpId), 0x5678);
    }

    void aCutQuoteIsNoAnswer()
    {
        const Bytes probe = crafted(Method::UdpDatagram, true, 5);
        for (std::size_t quoted = 0; quoted < 48; ++quoted) {
            const auto parsed = parseBareV6(ip_protocol::icmpV6, errorAbout(probe, true, quoted), {}, 0, {});
            QVERIFY(errorIn(parsed) == nullptr);
        }
    }

    void anAnswerThatQuotesAReplyIsNotOurs()
    {
        Bytes probe = crafted(Method::IcmpEcho, true, 5);
        probe[40] = 129; // an echo reply: we send none
        QVERIFY(errorIn(parseBareV6(ip_protocol::icmpV6, errorAbout(probe, true, 60), {}, 0, {})) == nullptr);
    }

    void theLeastLengthIsWhatTheSmallestPacketHas_data()
    {
        QTest::addColumn<Method>("method");
        QTest::addColumn<int>("port");
        QTest::newRow("ICMP") << Method::IcmpEcho << 0;
        QTest::newRow("UDP") << Method::UdpDatagram << 33'434;
        QTest::newRow("a name server") << Method::UdpDatagram << 53;
        QTest::newRow("TCP") << Method::TcpSyn << 80;
    }

    void theLeastLengthIsWhatTheSmallestPacketHas()
    {
        QFETCH(Method, method);
        QFETCH(int, port);
        for (const char *address : {"192.0.2.9", "2001:db8::9"}) {
            const SocketAddress target{IpAddress::parse(address).value(), static_cast<std::uint16_t>(port)};
            const int least = leastLength(method, target);
            for (const int length : {0, 1, least - 1, least, least + 100}) {
                const auto packet = craftTracePacket({.method = method,
                                                      .source = {target.address, 40'000},
                                                      .target = target,
                                                      .token = 7,
                                                      .length = static_cast<std::uint16_t>(length)});
                const int wanted = method == Method::TcpSyn ? least : std::max(length, least);
                QCOMPARE(packet.size(), static_cast<std::size_t>(wanted));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestTracePacket)
#include "tst_trace_packet.moc"
