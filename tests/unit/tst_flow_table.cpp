// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/flow_table.h"
#include "tests/unit/segments.h"

#include <QTest>

#include <optional>
#include <set>

using namespace parallax;
using namespace parallax::test;
using namespace std::chrono_literals;

namespace {

Result<void> sendNowhere(std::span<const std::uint8_t> /*packet*/, const IpAddress & /*to*/)
{
    return {};
}

} // namespace

class TestFlowTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConnectionIsKnownFromItsSynOn()
    {
        FlowTable table(sendNowhere);
        QVERIFY(!table.dispatch(syn(0ms)));
        QVERIFY(!table.dispatch(synAck(1ms)));
        QVERIFY(!table.dispatch(incoming(43ms, 0)));
        PcapWire &wire = table.adopt(flow);
        QCOMPARE(*wire.watch().facts().handshakeRtt, Duration(42ms));
        QCOMPARE(table.dispatch(outgoing(50ms, 0, "x")), &wire);
    }

    void aFloodOfSynsDoesNotEvictATester()
    {
        FlowTable table(sendNowhere);
        QVERIFY(!table.dispatch(syn(0ms)));
        PcapWire &wire = table.adopt(flow);
        for (std::uint32_t i = 0; i < 20'000; ++i) {
            Segment stranger = syn(1ms);
            stranger.flow.remote.address = IpAddress::fromV4(0x0a000000U + i);
            QVERIFY(!table.dispatch(stranger));
        }
        QCOMPARE(table.dispatch(outgoing(50ms, 0, "x")), &wire);
    }

    void aQuoteThatANatLeftAloneFindsItsProbe()
    {
        FlowTable table(sendNowhere);
        PcapWire &wire = table.adopt(flow);
        establish(wire, "upgrade");
        QVERIFY(wire.send({.id = ProbeId{1}, .method = Method::ZeroTrace, .ttl = 4}));
        IcmpError error{.from = IpAddress::fromV4(0x0a000001),
                        .captured = at(201ms),
                        .quotedFlow = {flow.local, {IpAddress::fromV4(0xc0a80002), 40'000}},
                        .quotedSequence = ownStart + 1};
        bool found = false;
        for (std::uint32_t id = 1; id < 65'536 && !found; ++id) { // the wire chose it by chance
            error.quotedIpId = static_cast<std::uint16_t>(id);
            found = table.dispatch(error) == &wire;
        }
        QVERIFY(found);
    }

    void aPortThatIsUsedAgainBeginsAnew()
    {
        FlowTable table(sendNowhere);
        Segment scanned = syn(0ms, false);
        scanned.sequence = 1;
        scanned.mss = 536;
        table.dispatch(scanned);
        Segment answered = synAck(1ms);
        answered.acknowledged = scanned.sequence + 1;
        table.dispatch(answered);
        table.dispatch(syn(1000ms));
        table.dispatch(synAck(1001ms));
        table.dispatch(incoming(1043ms, 0));
        const PcapWire &wire = table.adopt(flow);
        QCOMPARE(int(*wire.watch().facts().mss), 1460);
        QVERIFY(wire.watch().facts().handshakeRtt);
    }

    void aForgedSynChangesNothingBeforeTheTesterIsKnown()
    {
        FlowTable table(sendNowhere);
        table.dispatch(syn(0ms));
        table.dispatch(synAck(1ms));
        table.dispatch(incoming(43ms, 0));
        Segment forged = syn(44ms, false);
        forged.sequence += 5000;
        table.dispatch(forged); // our kernel challenges it: no SYN-ACK
        const TcpWatch &watch = table.adopt(flow).watch();
        QCOMPARE(*watch.facts().handshakeRtt, Duration(42ms));
        QCOMPARE(watch.peerStart(), std::optional(peerStart));
    }

    void noTwoTestersShareAnEchoIdentifier()
    {
        FlowTable table(sendNowhere);
        std::set<std::uint16_t> identifiers;
        constexpr std::uint32_t testers = 2000; // by chance alone about thirty pairs would share one
        for (std::uint32_t i = 0; i < testers; ++i) {
            Flow other = flow;
            other.remote.address = IpAddress::fromV4(0x0a000000U + i);
            identifiers.insert(table.adopt(other).echoIdentifier());
        }
        QCOMPARE(identifiers.size(), std::size_t{testers});
    }

    void foreignAndForgedIcmpIsCountedOnly()
    {
        FlowTable table(sendNowhere);
        PcapWire &wire = table.adopt(flow);
        const IcmpError storm{.quotedFlow = {{flow.local.address, 443}, flow.remote}, .quotedSequence = 1};
        for (int i = 0; i < 1000; ++i)
            QVERIFY(!table.dispatch(storm));
        QVERIFY(!table.dispatch(EchoAnswer{.from = flow.remote.address}));
        QCOMPARE(table.foreign(), std::uint64_t{1001});
        QVERIFY(wire.take().empty());
    }

    /// In a build with assertions; each wire has to find its probes still known.
    void aTableMayGoWhileProbesAreOut()
    {
        std::optional<FlowTable> table(std::in_place, sendNowhere);
        PcapWire &wire = table->adopt(flow);
        establish(wire, "upgrade");
        QVERIFY(wire.send({.id = ProbeId{1}, .method = Method::ZeroTrace, .ttl = 4}));
        table.reset();
    }

    void aReleasedConnectionIsForgotten()
    {
        FlowTable table(sendNowhere);
        table.adopt(flow);
        table.release(flow);
        QVERIFY(!table.dispatch(outgoing(50ms, 0, "x")));
    }
};

QTEST_APPLESS_MAIN(TestFlowTable)
#include "tst_flow_table.moc"
