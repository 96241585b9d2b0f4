// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/delay_line.h"

#include <QTest>

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

    void theSameSeedLosesTheSamePackets()
    {
        QCOMPARE(delays({.loss = 0.3, .seed = 5}, 100), delays({.loss = 0.3, .seed = 5}, 100));
    }
};

QTEST_APPLESS_MAIN(TestDelayLine)
#include "tst_delay_line.moc"
