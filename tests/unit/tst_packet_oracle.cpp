// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/craft_trace.h"
#include "core/packet/parse.h"

#include <QTest>

#include <arpa/inet.h>
#include <tins/icmp.h>
#include <tins/icmpv6.h>
#include <tins/ip.h>
#include <tins/ipv6.h>
#include <tins/rawpdu.h>
#include <tins/tcp.h>
#include <tins/udp.h>

#include <random>

using namespace parallax;

namespace {

constexpr int tries = 2000;
constexpr std::uint16_t ourPort = 8080;
const IpAddress ourV4 = IpAddress::parse("192.0.2.1").value();
const IpAddress theirV4 = IpAddress::parse("198.51.100.7").value();
const IpAddress ourV6 = IpAddress::parse("2001:db8::1").value();
const IpAddress theirV6 = IpAddress::parse("2001:db8:ffff::7").value();

/// The same numbers in every run.
class Numbers
{
public:
    std::uint32_t upTo(std::uint32_t most)
    {
        return std::uniform_int_distribution<std::uint32_t>(0, most)(m_source);
    }
    std::uint16_t word() { return static_cast<std::uint16_t>(upTo(UINT16_MAX)); }
    std::uint8_t octet() { return static_cast<std::uint8_t>(upTo(UINT8_MAX)); }
    bool coin() { return upTo(1) == 1; }

private:
    std::mt19937 m_source{7};
};

Tins::IP ipV4(const IpAddress &from, const IpAddress &to)
{
    return {Tins::IPv4Address(htonl(to.toV4())), Tins::IPv4Address(htonl(from.toV4()))};
}

Tins::IPv6 ipV6(const IpAddress &from, const IpAddress &to)
{
    return {Tins::IPv6Address(to.bytes().data()), Tins::IPv6Address(from.bytes().data())};
}

/// Any segment that libtins can write, mostly with options.
Tins::TCP anySegment(Numbers &numbers)
{
    Tins::TCP tcp(numbers.coin() ? ourPort : numbers.word(), numbers.coin() ? ourPort : numbers.word());
    tcp.seq(numbers.upTo(UINT32_MAX));
    tcp.ack_seq(numbers.upTo(UINT32_MAX));
    tcp.window(numbers.word());
    tcp.flags(numbers.octet());
    if (numbers.coin())
        tcp.mss(numbers.word());
    if (numbers.coin())
        tcp.winscale(numbers.octet());
    if (numbers.coin())
        tcp.sack_permitted();
    if (numbers.coin())
        tcp.timestamp(numbers.upTo(UINT32_MAX), numbers.upTo(UINT32_MAX));
    if (numbers.coin())
        tcp.sack({numbers.upTo(UINT32_MAX), numbers.upTo(UINT32_MAX)});
    return tcp;
}

/// What libtins says of the segment, as a sighting: its flags, numbers and options.
void compare(const Segment &ours, const Tins::TCP &theirs)
{
    QCOMPARE(ours.sequence, theirs.seq());
    QCOMPARE(ours.acknowledged, theirs.ack_seq());
    QCOMPARE(ours.window, theirs.window());
    QCOMPARE(int{ours.flags}, int{theirs.flags()} & 0xff);
    const auto has = [&](Tins::TCP::OptionTypes kind) { return theirs.search_option(kind) != nullptr; };
    QCOMPARE(ours.mss.has_value(), has(Tins::TCP::MSS));
    QCOMPARE(ours.mss.value_or(0), has(Tins::TCP::MSS) ? theirs.mss() : 0);
    QCOMPARE(ours.windowScale.has_value(), has(Tins::TCP::WSCALE));
    QCOMPARE(ours.windowScale.value_or(0), has(Tins::TCP::WSCALE) ? theirs.winscale() : 0);
    QCOMPARE(ours.sackPermitted, has(Tins::TCP::SACK_OK));
    QCOMPARE(ours.sack.empty(), !has(Tins::TCP::SACK));
    QCOMPARE(ours.timestamps.has_value(), has(Tins::TCP::TSOPT));
    if (ours.timestamps)
        QCOMPARE(std::pair(ours.timestamps->value, ours.timestamps->echo), theirs.timestamp());
    const auto options = static_cast<qsizetype>(theirs.options().size());
    if (ours.has(tcp_flag::syn)) // and as many ends as padding needs
        QVERIFY(QString::fromStdString(ours.optionOrder).split(QLatin1Char(','), Qt::SkipEmptyParts).size()
                >= options);
}

TracePacket anyProbe(Numbers &numbers)
{
    const bool v6 = numbers.coin();
    constexpr std::array methods{Method::IcmpEcho, Method::UdpDatagram, Method::TcpSyn};
    return {.method = methods.at(numbers.upTo(2)),
            .source = {v6 ? ourV6 : ourV4, numbers.word()},
            .target = {v6 ? theirV6 : theirV4, numbers.word()},
            .ttl = numbers.octet(),
            .trafficClass = numbers.octet(),
            .token = numbers.upTo(UINT32_MAX - 1) | 1U,
            .length = static_cast<std::uint16_t>(numbers.upTo(1500))};
}

template<class Ip>
Bytes writtenAgain(const Bytes &bytes)
{
    return Ip(bytes.data(), static_cast<std::uint32_t>(bytes.size())).serialize();
}

} // namespace

/// Our packets and our reading of packets against libtins.
class TestPacketOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void probesAreWrittenAsLibtinsWouldWriteThem()
    {
        Numbers numbers;
        for (int i = 0; i < tries; ++i) {
            const TracePacket probe = anyProbe(numbers);
            const Bytes bytes = craftTracePacket(probe);
            QCOMPARE(probe.target.address.isV4() ? writtenAgain<Tins::IP>(bytes)
                                                 : writtenAgain<Tins::IPv6>(bytes),
                     bytes);
        }
    }

    void segmentsAreReadAsLibtinsWroteThem()
    {
        Numbers numbers;
        int read = 0;
        for (int i = 0; i < tries; ++i) {
            Tins::TCP tcp = anySegment(numbers);
            const bool v6 = numbers.coin();
            const std::string data(numbers.upTo(40), 'd');
            Bytes bytes = v6 ? (ipV6(theirV6, ourV6) / tcp / Tins::RawPDU(data)).serialize()
                             : (ipV4(theirV4, ourV4) / tcp / Tins::RawPDU(data)).serialize();
            const auto parsed = parsePacket(bytes, ourPort, {});
            QVERIFY(parsed);
            const bool ours = tcp.sport() == ourPort || tcp.dport() == ourPort;
            QCOMPARE(parsed.value().has_value(), ours);
            if (!ours)
                continue;
            const auto &segment = std::get<Segment>(*parsed.value());
            compare(segment, tcp);
            QCOMPARE(segment.payloadLength, static_cast<std::uint32_t>(data.size()));
            const bool outgoing = segment.direction == Direction::Outgoing;
            QCOMPARE(outgoing, tcp.sport() == ourPort);
            QCOMPARE(segment.payload, outgoing ? Bytes(data.begin(), data.end()) : Bytes{});
            ++read;
        }
        QVERIFY(read > tries / 2);
    }

    void labelsBehindAQuoteAreReadAsLibtinsWroteThem_data()
    {
        QTest::addColumn<bool>("announced"); // RFC 4884's length
        QTest::addColumn<int>("garbage"); // written over it; -1: none
        QTest::newRow("with a length") << true << -1;
        QTest::newRow("without one, as older routers") << false << -1;
        QTest::newRow("with a length in bytes, far beyond the message") << false << 128;
        QTest::newRow("with a length inside the quoted header") << false << 2;
    }

    void labelsBehindAQuoteAreReadAsLibtinsWroteThem()
    {
        QFETCH(bool, announced);
        QFETCH(int, garbage);
        const Bytes probe = craftTracePacket({.method = Method::UdpDatagram,
                                              .source = {ourV4, 20'544},
                                              .target = {theirV4, 33'434},
                                              .ttl = 1,
                                              .token = 77,
                                              .length = 128});
        Numbers numbers;
        for (int i = 0; i < 200; ++i) {
            Tins::ICMPExtension labels(1, 1);
            Bytes stack;
            const std::uint32_t depth = 1 + numbers.upTo(4);
            for (std::uint32_t byte = 0; byte < depth * 4; ++byte)
                stack.push_back(numbers.octet());
            labels.payload(stack);
            Tins::ICMP icmp(Tins::ICMP::TIME_EXCEEDED);
            icmp.extensions().add_extension(labels);
            icmp.use_length_field(announced);
            Bytes bytes = (ipV4(theirV4, ourV4) / icmp / Tins::RawPDU(probe)).serialize();
            if (garbage >= 0)
                bytes[25] = static_cast<std::uint8_t>(garbage); // checksums are not looked at here
            const auto parsed = parsePacket(bytes, ourPort, {});
            QVERIFY(parsed && parsed.value());
            const auto &error = std::get<IcmpError>(*parsed.value());
            QCOMPARE(error.quote.mpls.size(), std::size_t{depth});
            for (std::size_t at = 0; at < depth; ++at) {
                const MplsLabel &label = error.quote.mpls[at];
                const std::uint32_t entry = label.label << 12 | std::uint32_t{label.trafficClass} << 9
                    | (label.bottomOfStack ? 0x100U : 0U) | label.ttl;
                QCOMPARE(entry,
                         std::uint32_t{stack[at * 4]} << 24 | std::uint32_t{stack[at * 4 + 1]} << 16
                             | std::uint32_t{stack[at * 4 + 2]} << 8 | std::uint32_t{stack[at * 4 + 3]});
            }
        }
    }

    void whatLooksLikeLabelsInDataIsNone()
    {
        // No length, and behind the 128th byte something of version 2 whose checksum is wrong.
        Bytes probe = craftTracePacket({.method = Method::UdpDatagram,
                                        .source = {ourV4, 20'544},
                                        .target = {theirV4, 33'434},
                                        .token = 77,
                                        .length = 160});
        probe[128] = 0x20;
        probe[132] = 0;
        probe[133] = 8;
        probe[134] = 1;
        probe[135] = 1;
        const Bytes bytes =
            (ipV4(theirV4, ourV4) / Tins::ICMP(Tins::ICMP::TIME_EXCEEDED) / Tins::RawPDU(probe)).serialize();
        const auto parsed = parsePacket(bytes, ourPort, {});
        QVERIFY(parsed && parsed.value());
        QVERIFY(std::get<IcmpError>(*parsed.value()).quote.mpls.empty());
    }

    void extensionHeadersAreGoneBehind()
    {
        // Hop-by-hop options, then a first fragment, then ICMPv6.
        Bytes bytes = (ipV6(theirV6, ourV6) / Tins::ICMPv6(Tins::ICMPv6::ECHO_REPLY)).serialize();
        const Bytes extensions{44, 0, 1, 4, 0, 0, 0, 0, 58, 0, 0, 1, 0, 0, 0, 9};
        bytes[6] = 0;
        bytes[5] = static_cast<std::uint8_t>(bytes[5] + extensions.size());
        bytes.insert(bytes.begin() + 40, extensions.begin(), extensions.end());
        const auto parsed = parsePacket(bytes, ourPort, {});
        QVERIFY(parsed && parsed.value());
        QCOMPARE(std::get<EchoAnswer>(*parsed.value()).from, theirV6);
        bytes[51] = 9; // eight bytes into the datagram: what follows is no header
        const auto later = parsePacket(bytes, ourPort, {});
        QVERIFY(later && !later.value());
    }

    void anAuthenticationHeaderIsGoneBehind()
    {
        Bytes bytes = (ipV6(theirV6, ourV6) / Tins::ICMPv6(Tins::ICMPv6::ECHO_REPLY)).serialize();
        const Bytes authentication{58, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0xAA, 0xBB, 0xCC, 0xDD}; // RFC 4302
        bytes[6] = 51;
        bytes[5] = static_cast<std::uint8_t>(bytes[5] + authentication.size());
        bytes.insert(bytes.begin() + 40, authentication.begin(), authentication.end());
        const auto parsed = parsePacket(bytes, ourPort, {});
        QVERIFY(parsed && parsed.value());
        QCOMPARE(std::get<EchoAnswer>(*parsed.value()).from, theirV6);
    }

    void anExtensionHeaderThatIsCutShortIsDamage()
    {
        Bytes bytes = (ipV6(theirV6, ourV6) / Tins::ICMPv6(Tins::ICMPv6::ECHO_REPLY)).serialize();
        const Bytes options{58, 2, 1, 4, 0, 0, 0, 0}; // of 24 bytes, as it says
        bytes[6] = 0;
        bytes[5] = static_cast<std::uint8_t>(bytes[5] + options.size());
        bytes.insert(bytes.begin() + 40, options.begin(), options.end());
        QVERIFY(!parsePacket(bytes, ourPort, {}));
    }
};

QTEST_APPLESS_MAIN(TestPacketOracle)
#include "tst_packet_oracle.moc"
