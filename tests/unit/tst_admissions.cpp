// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/admissions.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const IpAddress anna = IpAddress::fromV4(0xc6336404);
const IpAddress bert = IpAddress::fromV4(0xc6336405);
constexpr Timestamp now{1h};

} // namespace

class TestAdmissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAKnownTokenIsUsable()
    {
        Admissions admissions;
        const Invitation invitation = admissions.invite("Anna", now, 1h, std::nullopt);
        QVERIFY(admissions.usable(invitation.token, anna, now));
        QVERIFY(!admissions.usable("guessed", anna, now));
        QVERIFY(!admissions.usable({}, anna, now));
    }

    void anExpiredOrRevokedInvitationIsNot()
    {
        Admissions admissions;
        const Invitation brief = admissions.invite({}, now, 1min, std::nullopt);
        QVERIFY(!admissions.usable(brief.token, anna, now + 1min));
        const Invitation revoked = admissions.invite({}, now, 1h, std::nullopt);
        QVERIFY(admissions.revoke(revoked.token)->revoked);
        QVERIFY(!admissions.usable(revoked.token, anna, now));
    }

    void aReloadWithinTenMinutesIsTheSameUse()
    {
        Admissions admissions;
        const Invitation once = admissions.invite({}, now, 1h, 1);
        QCOMPARE(admissions.use(once.token, anna, now)->uses, 1);
        QVERIFY(admissions.usable(once.token, anna, now + 9min));
        QCOMPARE(admissions.use(once.token, anna, now + 9min)->uses, 1);
        QVERIFY(!admissions.usable(once.token, bert, now + 9min));
        QVERIFY(!admissions.usable(once.token, anna, now + 30min));
    }

    void aUseInTheFutureIsNoneOfNow()
    {
        Admissions admissions;
        const Invitation once = admissions.invite({}, now, 2h, 1);
        admissions.use(once.token, anna, now + 1h); // by a clock that is then set right
        QVERIFY(!admissions.usable(once.token, anna, now));
    }

    void aClockThatIsSetBackALittleLeavesAReloadTheSameUse()
    {
        Admissions admissions;
        const Invitation once = admissions.invite({}, now, 1h, 1);
        admissions.use(once.token, anna, now);
        QVERIFY(admissions.usable(once.token, anna, now - 1min));
    }

    void theEndOfALongRunRenewsItsUse()
    {
        Admissions admissions;
        const Invitation once = admissions.invite({}, now, 1h, 1);
        admissions.use(once.token, anna, now);
        QCOMPARE(admissions.renew(once.token, anna, now + 16min)->uses, 1);
        QVERIFY(admissions.usable(once.token, anna, now + 25min));
        QCOMPARE(admissions.use(once.token, anna, now + 25min)->uses, 1);
        QVERIFY(!admissions.usable(once.token, bert, now + 25min));
        QVERIFY(!admissions.usable(once.token, anna, now + 40min));
    }

    void usesWithoutALimitNeedNoRenewal()
    {
        Admissions admissions;
        const Invitation often = admissions.invite({}, now, 1h, std::nullopt);
        admissions.use(often.token, anna, now);
        QVERIFY(!admissions.renew(often.token, anna, now));
        QVERIFY(!admissions.renew("guessed", anna, now));
    }

    void aTrustedFrontIsKnownHoweverItsAddressIsWritten()
    {
        const IpAddress front = IpAddress::parse("2001:db8::1").value();
        QVERIFY(isFront(front, "2001:0DB8:0:0::0001"));
        QVERIFY(!isFront(front, "2001:db8::2"));
        QVERIFY(!isFront(front, {}));
        QVERIFY(isFront(IpAddress::parse("::1").value(), {}));
    }
};

QTEST_APPLESS_MAIN(TestAdmissions)
#include "tst_admissions.moc"
