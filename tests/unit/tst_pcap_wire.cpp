// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/parse.h"
#include "core/probe/pcap_wire.h"
#include "tests/unit/segments.h"

#include <QTest>

using namespace parallax;
using namespace parallax::test;
using namespace std::chrono_literals;

namespace {

/// What the wire sent, read back as the capture would see it.
struct Sent {
    std::vector<Segment> segments;

    PacketSender sender()
    {
        return [this](std::span<const std::uint8_t> packet, const IpAddress &) -> Result<void> {
            const auto parsed = parsePacket(packet, flow.local.port, at(200ms));
            if (!parsed)
                return parsed.error();
            if (parsed.value() && std::holds_alternative<Segment>(*parsed.value()))
                segments.push_back(std::get<Segment>(*parsed.value()));
            return {};
        };
    }
};

Segment duplicateAck(Duration when, std::uint32_t named, std::uint32_t acknowledgedOffset)
{
    Segment segment = incoming(when, acknowledgedOffset);
    segment.sack = {{named, named + 1}};
    return segment;
}

IcmpError timeExceeded(Duration when, const Segment &probe, std::uint16_t ipId)
{
    return {.kind = ReplyKind::TimeExceeded,
            .from = IpAddress::fromV4(0x0a000001),
            .captured = at(when),
            .quotedFlow = flow,
            .quotedSequence = probe.sequence,
            .quotedIpId = ipId,
            .quote = {.ttl = 1}};
}

constexpr std::string_view upgrade = "HTTP/1.1 101 Switching Protocols";

} // namespace

class TestPcapWire : public QObject
{
    Q_OBJECT

    Sent m_sent;
    std::vector<std::uint16_t> m_ipIds;
    ProbeIndex m_index;

    PacketSender recorder()
    {
        return [this, send = m_sent.sender()](std::span<const std::uint8_t> packet, const IpAddress &to) {
            m_ipIds.push_back(static_cast<std::uint16_t>(packet[4] << 8 | packet[5]));
            return send(packet, to);
        };
    }

private Q_SLOTS:
    void init()
    {
        m_sent = {};
        m_ipIds.clear();
    }

    void aProbeRepeatsOneAcknowledgedByteWithTheConnectionsTimestamps()
    {
        PcapWire wire(recorder(), flow, m_index);
        establish(wire, upgrade);
        QVERIFY(wire.send({.id = ProbeId{1}, .method = Method::ZeroTrace, .ttl = 3}));
        const Segment &probe = m_sent.segments.at(0);
        QCOMPARE(probe.sequence, ownStart + 1);
        QCOMPARE(probe.acknowledged, peerStart + 1);
        QCOMPARE(probe.payload, std::vector<std::uint8_t>{'H'});
        QCOMPARE(int(probe.ttl), 3);
        QCOMPARE(probe.timestamps->value, 1000U);
        QCOMPARE(probe.timestamps->echo, 2001U);
        QVERIFY(m_ipIds.at(0) != 0);
    }

    void noByteIsRepeatedTwice()
    {
        PcapWire wire(recorder(), flow, m_index);
        establish(wire, "ab");
        QVERIFY(wire.canSend(2));
        QVERIFY(!wire.canSend(3));
        QVERIFY(wire.send({.id = ProbeId{1}, .method = Method::ZeroTrace, .ttl = 1}));
        QVERIFY(wire.send({.id = ProbeId{2}, .method = Method::ZeroTrace, .ttl = 2}));
        QVERIFY(!wire.send({.id = ProbeId{3}, .method = Method::ZeroTrace, .ttl = 3}));
    }

    void nothingIsProbedOverDataInFlight()
    {
        PcapWire wire(recorder(), flow, m_index);
        establish(wire, upgrade);
        wire.see(outgoing(100ms, upgrade.size(), "ping"));
        QVERIFY(!wire.canSend(1));
        QVERIFY(!wire.send({.id = ProbeId{1}, .method = Method::ZeroTrace, .ttl = 1}));
    }

    void theBlockOfADuplicateAckNamesItsProbe()
    {
        PcapWire wire(recorder(), flow, m_index);
        establish(wire, upgrade);
        QVERIFY(wire.send({.id = ProbeId{1}, .method = Method::ZeroTrace, .ttl = 8}));
        QVERIFY(wire.send({.id = ProbeId{2}, .method = Method::ZeroTrace, .ttl = 9}));
        wire.see(m_sent.segments.at(1)); // the capture sees our own probe leave
        wire.see(duplicateAck(242ms, m_sent.segments.at(1).sequence, upgrade.size()));
        const auto replies = wire.take();
        QCOMPARE(replies.size(), std::size_t{1});
        QCOMPARE(replies[0].id, ProbeId{2});
        QCOMPARE(replies[0].kind, ReplyKind::DuplicateAck);
        QCOMPARE(*replies[0].probeSent, at(200ms));
        QCOMPARE(replies[0].received, at(242ms));
    }

    void ownProbesDoNotDisturbTheWatch()
    {
        PcapWire wire(recorder(), flow, m_index);
        establish(wire, upgrade);
        QVERIFY(wire.send({.id = ProbeId{1}, .method = Method::ZeroTrace, .ttl = 8}));
        wire.see(m_sent.segments.at(0));
        QVERIFY(wire.watch().quiet());
        QCOMPARE(wire.watch().probeState()->sndUna, ownStart + 1 + std::uint32_t(upgrade.size()));
    }

    void aRoutersQuoteIsMatchedByItsNumbers()
    {
        PcapWire wire(recorder(), flow, m_index);
        establish(wire, upgrade);
        QVERIFY(wire.send({.id = ProbeId{1}, .method = Method::ZeroTrace, .ttl = 1}));
        QVERIFY(wire.see(timeExceeded(201ms, m_sent.segments.at(0), m_ipIds.at(0))));
        const auto replies = wire.take();
        QCOMPARE(replies.size(), std::size_t{1});
        QCOMPARE(replies[0].kind, ReplyKind::TimeExceeded);
        QCOMPARE(int(replies[0].quote->ttl), 1);
    }

    void aForgedQuoteIsIgnored_data()
    {
        QTest::addColumn<int>("sequenceError");
        QTest::addColumn<int>("ipIdError");
        QTest::newRow("another sequence number") << 1000 << 0;
        QTest::newRow("another IP identification") << 0 << 1;
    }

    void aForgedQuoteIsIgnored()
    {
        QFETCH(int, sequenceError);
        QFETCH(int, ipIdError);
        PcapWire wire(recorder(), flow, m_index);
        establish(wire, upgrade);
        QVERIFY(wire.send({.id = ProbeId{1}, .method = Method::ZeroTrace, .ttl = 1}));
        IcmpError forged =
            timeExceeded(201ms, m_sent.segments.at(0), static_cast<std::uint16_t>(m_ipIds.at(0) + ipIdError));
        forged.quotedSequence += static_cast<std::uint32_t>(sequenceError);
        QVERIFY(!wire.see(forged));
        QVERIFY(wire.take().empty());
    }

    void anAnswerCountsOnce()
    {
        PcapWire wire(recorder(), flow, m_index);
        establish(wire, upgrade);
        QVERIFY(wire.send({.id = ProbeId{1}, .method = Method::ZeroTrace, .ttl = 1}));
        const IcmpError answer = timeExceeded(201ms, m_sent.segments.at(0), m_ipIds.at(0));
        QVERIFY(wire.see(answer));
        QVERIFY(!wire.see(answer));
        QCOMPARE(wire.take().size(), std::size_t{1});
    }

    void withoutSackDuplicateAcksAreMatchedInOrderAndSaySo()
    {
        PcapWire wire(recorder(), flow, m_index);
        establish(wire, upgrade, false);
        for (std::uint8_t ttl = 1; ttl <= 3; ++ttl)
            QVERIFY(wire.send({.id = ProbeId{ttl}, .method = Method::ZeroTrace, .ttl = ttl}));
        QVERIFY(wire.see(timeExceeded(201ms, m_sent.segments.at(0), m_ipIds.at(0))));
        wire.see(incoming(242ms, upgrade.size()));
        const auto replies = wire.take();
        QCOMPARE(replies.size(), std::size_t{2});
        QCOMPARE(replies[1].kind, ReplyKind::DuplicateAckInOrder);
        QCOMPARE(replies[1].id, ProbeId{2});
    }

    void whoPermitsSackAndNamesNoProbeIsMatchedInOrderToo()
    {
        PcapWire wire(recorder(), flow, m_index);
        establish(wire, upgrade);
        QVERIFY(wire.send({.id = ProbeId{1}, .method = Method::ZeroTrace, .ttl = 9}));
        wire.see(incoming(242ms, upgrade.size()));
        const auto replies = wire.take();
        QCOMPARE(replies.size(), std::size_t{1});
        QCOMPARE(replies[0].kind, ReplyKind::DuplicateAckInOrder);
        QCOMPARE(replies[0].id, ProbeId{1});
    }

    void onceAProbeWasNamedABareDuplicateAckAnswersNone()
    {
        PcapWire wire(recorder(), flow, m_index);
        establish(wire, upgrade);
        QVERIFY(wire.send({.id = ProbeId{1}, .method = Method::ZeroTrace, .ttl = 8}));
        QVERIFY(wire.send({.id = ProbeId{2}, .method = Method::ZeroTrace, .ttl = 9}));
        wire.see(duplicateAck(242ms, m_sent.segments.at(0).sequence, upgrade.size()));
        wire.see(incoming(243ms, upgrade.size()));
        const auto replies = wire.take();
        QCOMPARE(replies.size(), std::size_t{1});
        QCOMPARE(replies[0].kind, ReplyKind::DuplicateAck);
    }

    void withoutSackALostProbeDoesNotTakeTheAnswerOfALaterOne()
    {
        PcapWire wire(recorder(), flow, m_index);
        establish(wire, upgrade, false);
        for (std::uint8_t sent = 0; sent < 3; ++sent) { // at 200, 300 and 600 ms
            QVERIFY(wire.send({.id = ProbeId{sent}, .method = Method::ZeroTrace, .ttl = 9}));
            Segment own = m_sent.segments.at(sent);
            own.direction = Direction::Outgoing;
            own.captured = at(sent == 0 ? 200ms : sent == 1 ? 300ms : 600ms);
            wire.see(own);
            if (sent != 1)
                wire.see(incoming(sent == 0 ? 242ms : 642ms, upgrade.size()));
        }
        const auto replies = wire.take();
        QCOMPARE(replies.size(), std::size_t{2});
        QCOMPARE(replies[1].id, ProbeId{2});
    }

    void anEchoIsAnsweredByItsTargetOnly()
    {
        PcapWire wire(recorder(), flow, m_index);
        QVERIFY(wire.send({.id = ProbeId{9}, .method = Method::IcmpEcho}));
        EchoAnswer answer{IpAddress::fromV4(0x0a000001), at(1ms), wire.echoIdentifier(), 1};
        QVERIFY(!wire.see(answer));
        answer.from = flow.remote.address;
        QVERIFY(wire.see(answer));
        QCOMPARE(wire.take().at(0).kind, ReplyKind::EchoReply);
    }

    void theIndexForgetsAWireThatIsGone()
    {
        std::uint32_t sequence = 0;
        {
            PcapWire wire(recorder(), flow, m_index);
            establish(wire, upgrade);
            QVERIFY(wire.send({.id = ProbeId{1}, .method = Method::ZeroTrace, .ttl = 1}));
            sequence = m_sent.segments.at(0).sequence;
            QCOMPARE(m_index.find(sequence, m_ipIds.at(0)), &wire);
        }
        QCOMPARE(m_index.find(sequence, m_ipIds.at(0)), nullptr);
    }
};

QTEST_APPLESS_MAIN(TestPcapWire)
#include "tst_pcap_wire.moc"
