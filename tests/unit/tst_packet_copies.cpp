// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/packet_copies.h"

#include <QTest>

#include <vector>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t port = 2;
constexpr std::uint32_t bridge = 3;

Timestamp at(Duration moment)
{
    return Timestamp{std::chrono::hours(1)} + moment;
}

std::vector<std::uint8_t> packet(std::uint8_t identifier)
{
    return {0x45, 0, 0, 40, 0, identifier};
}

} // namespace

class TestPacketCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAnotherInterfaceBringsAgainIsACopy()
    {
        PacketCopies copies;
        QVERIFY(!copies.isCopy(packet(1), port, at(0ms)));
        QVERIFY(copies.isCopy(packet(1), bridge, at(0ms) + 3us));
        QVERIFY(copies.isCopy(packet(1), bridge + 1, at(0ms) + 5us)); // a bridge over a bond
        QVERIFY(!copies.isCopy(packet(2), bridge, at(1ms)));
    }

    void theSameInterfaceRepeatsWhatWasRepeatedOnTheWire()
    {
        PacketCopies copies;
        QVERIFY(!copies.isCopy(packet(1), port, at(0ms)));
        QVERIFY(!copies.isCopy(packet(1), port, at(1ms)));
        QVERIFY(copies.isCopy(packet(1), bridge, at(1ms)));
    }

    void aTcpChecksumMayComeWithTheSecondInterface()
    {
        PacketCopies copies;
        std::vector<std::uint8_t> segment(40);
        segment[0] = 0x45;
        segment[36] = 0x12; // of the pseudo header alone
        QVERIFY(!copies.isCopy(segment, bridge, at(0ms)));
        segment[36] = 0x34;
        QVERIFY(copies.isCopy(segment, port, at(0ms) + 3us));
        segment[38] = 1; // the urgent pointer, next to it
        QVERIFY(!copies.isCopy(segment, port, at(0ms) + 5us));
    }

    void muchLaterItIsNoCopy()
    {
        PacketCopies copies;
        QVERIFY(!copies.isCopy(packet(1), port, at(0ms)));
        QVERIFY(!copies.isCopy(packet(1), bridge, at(200ms)));
    }

    void aBatchMayComeFromOneInterfaceFirst()
    {
        PacketCopies copies;
        constexpr std::uint8_t batch = 64;
        for (std::uint8_t i = 0; i < batch; ++i)
            QVERIFY(!copies.isCopy(packet(i), port, at(0ms)));
        int found = 0;
        for (std::uint8_t i = 0; i < batch; ++i)
            found += copies.isCopy(packet(i), bridge, at(0ms) + 50us) ? 1 : 0;
        QVERIFY2(found > batch * 3 / 4, qPrintable(QString::number(found))); // two may fall into one place
    }
};

QTEST_APPLESS_MAIN(TestPacketCopies)
#include "tst_packet_copies.moc"
