// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/crowding.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr Crowding::Clock::time_point start{1h};

/// The given number of packets in each of so many milliseconds; what was said after the last.
bool afterMilliseconds(Crowding &crowding, int milliseconds, int packetsEach,
                       Crowding::Clock::time_point from)
{
    bool crowded = false;
    for (int i = 1; i <= milliseconds; ++i)
        crowded = crowding.after(packetsEach, from + std::chrono::milliseconds(i));
    return crowded;
}

} // namespace

class TestCrowding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFewTestersAreNoCrowd()
    {
        Crowding crowding;
        QVERIFY(!afterMilliseconds(crowding, 100, Crowding::crowd / 10 - 1, start));
    }

    void manyPacketsInAWindowAreACrowdFromTheNextOn()
    {
        Crowding crowding;
        QVERIFY(!afterMilliseconds(crowding, 9, Crowding::crowd / 10, start));
        QVERIFY(afterMilliseconds(crowding, 21, Crowding::crowd / 10, start + 9ms));
    }

    void aCrowdThatWentIsNoneAnyMore()
    {
        Crowding crowding;
        QVERIFY(afterMilliseconds(crowding, 30, Crowding::crowd / 10, start));
        QVERIFY(!afterMilliseconds(crowding, 20, 1, start + 30ms));
    }

    void manyPacketsAfterALongSilenceAreNoCrowd()
    {
        Crowding crowding;
        QVERIFY(!crowding.after(0, start));
        QVERIFY(!crowding.after(Crowding::crowd, start + 1s)); // one burst
    }
};

QTEST_APPLESS_MAIN(TestCrowding)
#include "tst_crowding.moc"
