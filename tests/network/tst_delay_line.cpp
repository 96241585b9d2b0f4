// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/parse.h"
#include "tests/network/ack_holder.h"
#include "tests/network/delay_line.h"

#include <QTest>

using namespace parallax;
using namespace parallax::lab;
using namespace std::chrono_literals;

namespace {

/// The times at which packets sent every millisecond come out.
std::vector<Clock::duration> delays(const LineConfig &config, int packets)
{
    DelayLine line(config);
    const Clock::time_point start{1s};
    for (int i = 0; i < packets; ++i)
        line.accept(start + i * 1ms, Packet{static_cast<std::uint8_t>(i % 256)});
    std::vector<Clock::duration> all;
    while (const auto due = line.nextDue()) {
        all.push_back(*due - start);
        line.takeDue(*due);
    }
    return all;
}

/// An IPv4 packet from 10.0.0.2:50000 to 192.0.2.1:8080.
Packet segment(std::size_t payload, bool sack = false)
{
    const std::size_t header = sack ? 32 : 20;
    Packet packet(20 + header + payload);
    packet[0] = 0x45;
    packet[3] = static_cast<std::uint8_t>(packet.size());
    packet[9] = 6;
    const std::array<std::uint8_t, 12> ends{10, 0, 0, 2, 192, 0, 2, 1, 0xc3, 0x50, 0x1f, 0x90};
    std::copy(ends.begin(), ends.end(), packet.begin() + 12);
    packet[32] = static_cast<std::uint8_t>(header / 4 << 4);
    packet[33] = 0x10;
    if (sack) {
        const std::array<std::uint8_t, 4> option{1, 1, 5, 10};
        std::copy(option.begin(), option.end(), packet.begin() + 40);
    }
    return packet;
}

/// Time exceeded from 198.51.100.6, quoting a segment of ours.
Packet timeExceeded()
{
    Packet quoted = segment(1);
    quoted[8] = 1;
    std::rotate(quoted.begin() + 12, quoted.begin() + 16, quoted.begin() + 20); // from us
    std::rotate(quoted.begin() + 20, quoted.begin() + 22, quoted.begin() + 24);
    Packet packet(28 + quoted.size());
    packet[0] = 0x45;
    packet[9] = 1;
    const std::array<std::uint8_t, 8> ends{198, 51, 100, 6, 192, 0, 2, 1};
    std::copy(ends.begin(), ends.end(), packet.begin() + 12);
    packet[20] = 11;
    std::copy(quoted.begin(), quoted.end(), packet.begin() + 28);
    packet[3] = static_cast<std::uint8_t>(packet.size());
    return packet;
}

} // namespace

class TestDelayLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPacketIsHeldForTheDelay()
    {
        DelayLine line({.delay = 8ms});
        const Clock::time_point now{1s};
        line.accept(now, Packet{1, 2, 3});
        QVERIFY(!line.takeDue(now + 7999us));
        QCOMPARE(*line.takeDue(now + 8ms), (Packet{1, 2, 3}));
        QVERIFY(!line.nextDue());
    }

    void jitterKeepsTheOrderAndIsNeverNegative()
    {
        const auto all = delays({.delay = 5ms, .jitterMean = 12ms}, 1000);
        QCOMPARE(all.size(), std::size_t{1000});
        QVERIFY(std::is_sorted(all.begin(), all.end()));
        QVERIFY(all.front() >= 5ms);
    }

    void anOvertakenPacketComesBehindItsFollowers()
    {
        DelayLine line({.delay = 5ms, .reorder = 0.2});
        const Clock::time_point start{1s};
        for (std::uint8_t i = 0; i < 200; ++i)
            line.accept(start + i * 1ms, Packet{i});
        std::vector<std::uint8_t> order;
        while (const auto due = line.nextDue())
            order.push_back(line.takeDue(*due)->front());
        QCOMPARE(order.size(), std::size_t{200});
        QVERIFY(!std::is_sorted(order.begin(), order.end()));
    }

    void jitterHasItsMean()
    {
        // One packet a line, so that no packet waits for another: the standard error of 4000 is 0.19 ms.
        Clock::duration sum{};
        for (std::uint32_t seed = 0; seed < 4000; ++seed)
            sum += delays({.jitterMean = 12ms, .seed = seed}, 1).front();
        const double mean = std::chrono::duration<double, std::milli>(sum).count() / 4000;
        QVERIFY2(mean > 11 && mean < 13, qPrintable(QString::number(mean)));
    }

    void lossTakesItsShare()
    {
        // 10000 packets at 5 %: the standard deviation is 22 packets.
        const auto arrived = static_cast<int>(delays({.loss = 0.05, .seed = 7}, 10000).size());
        QVERIFY2(std::abs(arrived - 9500) < 100, qPrintable(QString::number(arrived)));
    }

    void anAcknowledgementWaitsForDataToTravelWith()
    {
        AckHolder acks(200ms);
        const Clock::time_point now{1s};
        QVERIFY(acks.pass(now, segment(0))); // the handshake's
        QVERIFY(acks.pass(now, segment(10)));
        QVERIFY(!acks.pass(now, segment(0)));
        QCOMPARE(*acks.nextDue(), now + 200ms);
        QVERIFY(acks.pass(now + 50ms, segment(10)));
        QVERIFY(!acks.nextDue()); // the data carried it
    }

    void anAcknowledgementWithoutDataLeavesAfterItsPatience()
    {
        AckHolder acks(200ms);
        const Clock::time_point now{1s};
        acks.pass(now, segment(10));
        acks.pass(now, segment(0));
        QVERIFY(!acks.takeDue(now + 199ms));
        QCOMPARE(*acks.takeDue(now + 200ms), segment(0));
    }

    void aDuplicateAcknowledgementWithSackIsNotHeld()
    {
        AckHolder acks(200ms);
        acks.pass(Clock::time_point{1s}, segment(10));
        QVERIFY(acks.pass(Clock::time_point{1s}, segment(0, true)));
    }

    void aRoutersErrorQuotesTheLabelAsTheProgramReadsIt()
    {
        Packet packet = timeExceeded();
        quoteLabel(packet, {198, 51, 100, 6}, 16001);
        const auto parsed = parsePacket(packet, 8080, Timestamp{});
        QVERIFY(parsed && parsed.value());
        const auto *error = std::get_if<IcmpError>(&*parsed.value());
        QVERIFY(error);
        QCOMPARE(error->quote.mpls.size(), std::size_t{1});
        QCOMPARE(error->quote.mpls.front().label, 16001U);
        QVERIFY(error->quote.mpls.front().bottomOfStack);
    }

    void anotherRoutersErrorStaysAsItIs()
    {
        Packet packet = timeExceeded();
        quoteLabel(packet, {198, 51, 100, 10}, 16001);
        QCOMPARE(packet, timeExceeded());
    }

    void theSameSeedLosesTheSamePackets()
    {
        QCOMPARE(delays({.loss = 0.3, .seed = 5}, 100), delays({.loss = 0.3, .seed = 5}, 100));
    }
};

QTEST_APPLESS_MAIN(TestDelayLine)
#include "tst_delay_line.moc"
