// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/run_rate.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp now{1h};
constexpr RunLimits few{.perAddress = 2, .perFronts = 3};
const IpAddress anna = IpAddress::fromV4(0xc6336404);
const IpAddress bert = IpAddress::fromV4(0xc6336405);

IpAddress address(const char *text)
{
    return IpAddress::parse(text).value();
}

/// Two runs of hers, which are all that `few` allows.
RunRate usedUp()
{
    RunRate rate;
    rate.enter(anna, now);
    rate.enter(anna, now + 1s);
    return rate;
}

} // namespace

class TestRunRate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAddressBeginsOnlySoManyInAMinute()
    {
        const RunRate rate = usedUp();
        QVERIFY(!rate.mayBegin(anna, now + 59s, few));
        QVERIFY(rate.mayBegin(bert, now + 59s, few));
        QVERIFY(rate.mayBegin(anna, now + 1min, few));
    }

    void theNextMinuteBeginsWithNone()
    {
        RunRate rate = usedUp();
        rate.enter(anna, now + 1min);
        QVERIFY(rate.mayBegin(anna, now + 1min, few));
    }

    void aClockThatIsSetBackKeepsNobodyOut() { QVERIFY(usedUp().mayBegin(anna, now - 1h, few)); }

    void theAddressesOfOneHostAreOne()
    {
        RunRate rate;
        rate.enter(address("2001:db8::1"), now);
        rate.enter(address("2001:db8::2"), now);
        QVERIFY(!rate.mayBegin(address("2001:db8::3"), now, few));
        QVERIFY(rate.mayBegin(address("2001:db8:0:1::3"), now, few));
    }

    void whoComesByAFrontIsCountedWithAllWhoDo()
    {
        RunRate rate;
        rate.setFronts({anna, bert});
        rate.enter(anna, now);
        rate.enter(anna, now);
        QVERIFY(rate.mayBegin(anna, now, few));
        rate.enter(bert, now);
        QVERIFY(!rate.mayBegin(anna, now, few));
        QVERIFY(rate.mayBegin(address("192.0.2.1"), now, few));
    }
};

QTEST_APPLESS_MAIN(TestRunRate)
#include "tst_run_rate.moc"
