// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/craft.h"
#include "core/packet/parse.h"
#include "tests/unit/segments.h"

#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace parallax::test;
using namespace std::chrono_literals;

namespace {

const Flow flowV6{{IpAddress::parse("2001:db8::7").value(), 8080},
                  {IpAddress::parse("2001:db8:1::4").value(), 50'000}};

Bytes crafted(const Flow &of)
{
    return craftProbe({.flow = of,
                       .ttl = 5,
                       .dscp = 46,
                       .ipId = 0x1234,
                       .flowLabel = 0xabcde,
                       .sequence = 100,
                       .acknowledged = 200,
                       .window = 300,
                       .byte = 'x',
                       .timestamps = TcpTimestamps{1, 2}})
        .value();
}

/// An ICMP time exceeded that quotes the IPv4 header and `quoted` bytes after it, with an MPLS label if
/// wanted.
Bytes timeExceededV4(const Bytes &probe, std::size_t quoted, bool mpls)
{
    Bytes packet{0x45, 0, 0, 0, 0, 1, 0, 0, 64, 1, 0, 0, 10, 0, 0, 1, 192, 0, 2, 7};
    const std::uint8_t words = mpls ? 32 : 0; // RFC 4884: the length of the quote, in 32-bit words
    packet.insert(packet.end(), {11, 0, 0, 0, 0, words, 0, 0});
    packet.insert(packet.end(), probe.begin(), probe.begin() + static_cast<std::ptrdiff_t>(20 + quoted));
    if (mpls) {
        packet.resize(28 + 128);
        packet.insert(packet.end(), {0x20, 0, 0x5d, 0xb7, 0, 8, 1, 1, 0x00, 0x3e, 0x81, 0x01});
    }
    packet[2] = static_cast<std::uint8_t>(packet.size() >> 8);
    packet[3] = static_cast<std::uint8_t>(packet.size());
    return packet;
}

/// The same with so many labels.
Bytes timeExceededWithLabels(std::size_t labels)
{
    Bytes packet = timeExceededV4(crafted(flow), 32, true);
    packet.resize(28 + 128);
    const auto object = static_cast<std::uint8_t>(4 + labels * 4);
    packet.insert(packet.end(), {0x20, 0, 0, 0, 0, object, 1, 1}); // without a checksum (RFC 4884, 7)
    packet.resize(packet.size() + labels * 4, 0x11);
    packet[2] = static_cast<std::uint8_t>(packet.size() >> 8);
    packet[3] = static_cast<std::uint8_t>(packet.size());
    return packet;
}

/// An ICMPv6 time exceeded that quotes a TCP probe, behind an extension header of that kind.
Bytes timeExceededV6(std::uint8_t kind, const Bytes &extension)
{
    constexpr std::ptrdiff_t header = 40;
    Bytes quoted = crafted(flowV6);
    quoted[6] = kind;
    quoted.insert(quoted.begin() + header, extension.begin(), extension.end());
    Bytes packet(static_cast<std::size_t>(header));
    packet[0] = 0x60;
    packet[5] = static_cast<std::uint8_t>(8 + quoted.size());
    packet[6] = 58; // ICMPv6
    packet[7] = 64;
    std::copy_n(quoted.begin() + 8, 16, packet.begin() + 24); // to whom the probe is from
    packet[8] = 0x20;
    packet.insert(packet.end(), {3, 0, 0, 0, 0, 0, 0, 0});
    packet.insert(packet.end(), quoted.begin(), quoted.end());
    return packet;
}

const IcmpError *errorIn(const Result<std::optional<Sighting>> &parsed)
{
    return parsed && parsed.value() ? std::get_if<IcmpError>(&*parsed.value()) : nullptr;
}

} // namespace

class TestPacket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCraftedProbeReadsBackTheSame_data()
    {
        QTest::addColumn<bool>("v6");
        QTest::newRow("IPv4") << false;
        QTest::newRow("IPv6") << true;
    }

    void aCraftedProbeReadsBackTheSame()
    {
        QFETCH(bool, v6);
        const Flow &of = v6 ? flowV6 : flow;
        const auto parsed = parsePacket(crafted(of), 8080, at(1ms));
        QVERIFY(parsed && parsed.value());
        const auto &segment = std::get<Segment>(*parsed.value());
        QCOMPARE(segment.flow, of);
        QCOMPARE(segment.direction, Direction::Outgoing);
        QCOMPARE(int(segment.ttl), 5);
        QCOMPARE(segment.sequence, 100U);
        QCOMPARE(segment.acknowledged, 200U);
        QCOMPARE(segment.payloadLength, 1U);
        QCOMPARE(segment.payload, Bytes{'x'});
        QCOMPARE(segment.timestamps->echo, 2U);
        QCOMPARE(segment.flowLabel, v6 ? 0xabcdeU : 0U);
    }

    void eightQuotedBytesAreEnough()
    {
        const auto parsed = parsePacket(timeExceededV4(crafted(flow), 8, false), 8080, at(1ms));
        const IcmpError *error = errorIn(parsed);
        QVERIFY(error);
        QCOMPARE(error->kind, ReplyKind::TimeExceeded);
        QCOMPARE(error->from, IpAddress::fromV4(0x0a000001));
        QCOMPARE(error->quotedFlow, flow);
        QCOMPARE(error->quotedSequence, 100U);
        QCOMPARE(int(error->quotedIpId), 0x1234);
        QCOMPARE(int(error->quote.dscp), 46);
        QCOMPARE(int(error->quote.ttl), 5);
    }

    void fewerQuotedBytesNameNoProbe()
    {
        const auto parsed = parsePacket(timeExceededV4(crafted(flow), 7, false), 8080, at(1ms));
        QVERIFY(!errorIn(parsed));
    }

    /// RFC 8200, 4: translators add a fragment header, telemetry options.
    void aQuoteIsReadBehindItsExtensionHeaders()
    {
        const Bytes options{6, 0, 1, 4, 0, 0, 0, 0}; // TCP follows
        const Bytes fragment{6, 0, 0, 1, 0, 0, 0, 9}; // the first one
        const Bytes further{6, 0, 0x05, 0x01, 0, 0, 0, 9};
        Bytes both{44, 0, 1, 4, 0, 0, 0, 0};
        both.insert(both.end(), fragment.begin(), fragment.end());
        for (const Bytes &packet : {timeExceededV6(0, options), timeExceededV6(60, options),
                                    timeExceededV6(44, fragment), timeExceededV6(0, both)}) {
            const auto parsed = parsePacket(packet, 8080, at(1ms));
            const IcmpError *error = errorIn(parsed);
            QVERIFY(error);
            QCOMPARE(error->quotedFlow, flowV6);
            QCOMPARE(error->quotedSequence, 100U);
        }
        QVERIFY(!errorIn(parsePacket(timeExceededV6(44, further), 8080, at(1ms))));
        const Bytes whole = timeExceededV6(0, both);
        constexpr std::size_t least = 40 + 8 + 40 + 16 + 8; // up to TCP's ports and number
        for (std::size_t size = 0; size < least; ++size)
            QVERIFY(!errorIn(parsePacket(std::span(whole).first(size), 8080, at(1ms))));
        QVERIFY(errorIn(parsePacket(std::span(whole).first(least), 8080, at(1ms))));
    }

    void mplsLabelsBehindTheQuoteAreRead()
    {
        const auto parsed = parsePacket(timeExceededV4(crafted(flow), 32, true), 8080, at(1ms));
        const IcmpError *error = errorIn(parsed);
        QVERIFY(error);
        QCOMPARE(error->quote.mpls.size(), std::size_t{1});
        QCOMPARE(error->quote.mpls[0].label, 1000U);
        QVERIFY(error->quote.mpls[0].bottomOfStack);
    }

    void noRouterAddsMoreLabelsThanAReportHolds()
    {
        const auto labelsOf = [](std::size_t labels) {
            return errorIn(parsePacket(timeExceededWithLabels(labels), 8080, at(1ms)))->quote.mpls.size();
        };
        QCOMPARE(labelsOf(16), std::size_t{16});
        QCOMPARE(labelsOf(17), mostMplsLabels);
        QCOMPARE(labelsOf(60), mostMplsLabels);
    }

    void trafficOfOthersIsNothing()
    {
        const auto parsed = parsePacket(crafted(flow), 9999, at(1ms));
        QVERIFY(parsed);
        QVERIFY(!parsed.value());
    }

    void aCutPacketKeepsItsLengthOnTheWire()
    {
        Bytes packet = crafted(flow);
        packet[2] = 2; // total length 512 and more: the rest was beyond the snapshot
        const auto parsed = parsePacket(packet, 8080, at(1ms));
        QVERIFY(parsed && parsed.value());
        const auto &segment = std::get<Segment>(*parsed.value());
        QVERIFY(segment.payloadLength > 500);
        QCOMPARE(segment.payload.size(), std::size_t{1});
    }

    void everyPrefixOfAPacketIsReadWithoutHarm()
    {
        for (const Bytes &whole : {crafted(flow), crafted(flowV6), timeExceededV4(crafted(flow), 32, true)}) {
            for (std::size_t size = 0; size < whole.size(); ++size) {
                const Bytes prefix(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
                const auto parsed = parsePacket(prefix, 8080, at(1ms));
                QVERIFY(size > 0 || !parsed);
            }
        }
    }

    void anEchoRequestIsAWholePacketInBothFamilies()
    {
        const auto v4 = craftEcho(flow.local.address, flow.remote.address, 7, 1);
        const auto v6 = craftEcho(flowV6.local.address, flowV6.remote.address, 7, 1);
        QVERIFY(v4 && v6);
        QCOMPARE(int(v4.value()[20]), 8); // echo request, RFC 792
        QCOMPARE(int(v6.value()[40]), 128); // RFC 4443
    }
};

QTEST_APPLESS_MAIN(TestPacket)
#include "tst_packet.moc"
