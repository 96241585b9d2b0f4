// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/live_path.h"
#include "ui/pages/path_event_log.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const char *const target = "203.0.113.200";

/// A target that is 40 ms away. Of its rounds 100 to 199 every other one is lost.
TraceState nearWatch(std::size_t rounds)
{
    const auto path = [](std::size_t round) {
        fixtures::PlayedHop hop{target, 40ms};
        if (round >= 100 && round < 200 && round % 2 == 1)
            hop.rtt.reset();
        return std::vector<fixtures::PlayedHop>{hop};
    };
    return fixtures::watched(path, rounds, target);
}

QDoubleSpinBox *limit(const LivePage &shown, const char *name)
{
    return shown.page.findChild<QDoubleSpinBox *>(QLatin1String(name));
}

bool isSaidAbove(const LivePage &shown)
{
    return shown.page.findChild<QLabel *>(QStringLiteral("pathTrouble"))->isVisible();
}

std::vector<PathEvent> manyEvents(std::size_t count)
{
    std::vector<PathEvent> events;
    for (std::size_t i = 0; i < count; ++i)
        events.push_back(
            {.kind = PathEvent::Kind::LossBegan, .at = fixtures::watchBegan() + i * 60s, .share = 0.3});
    return events;
}

} // namespace

class TestPathAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPassedLimitIsSaidOnce()
    {
        LivePage shown(nearWatch(200));
        const QSignalSpy alerts(&shown.page, &PathPage::alerted);
        limit(shown, "lossLimit")->setValue(15.0);
        QCOMPARE(alerts.count(), 1);
        QVERIFY(alerts[0][0].toString().contains(QLatin1String(target)));
        QVERIFY(isSaidAbove(shown));
        shown.page.setTrace(TraceId{1}, shown.state);
        QCOMPARE(alerts.count(), 1);
    }

    void aLimitThatIsPassedWhileItIsSteppedIsSaidOnce()
    {
        LivePage shown(nearWatch(200));
        const QSignalSpy alerts(&shown.page, &PathPage::alerted);
        for (const double milliseconds : {1.0, 2.0, 3.0})
            limit(shown, "rttLimit")->setValue(milliseconds);
        limit(shown, "lossLimit")->setValue(90.0); // the other one says nothing anew either
        QCOMPARE(alerts.count(), 1);
    }

    void ofTwoPassedLimitsTheOneThatStaysIsSaid()
    {
        LivePage shown(nearWatch(200));
        limit(shown, "rttLimit")->setValue(1.0);
        limit(shown, "lossLimit")->setValue(15.0);
        const auto said = [&shown] {
            return shown.page.findChild<QLabel *>(QStringLiteral("pathTrouble"))->text();
        };
        QVERIFY2(said().contains(QStringLiteral("Loss")), qPrintable(said()));
        limit(shown, "lossLimit")->setValue(0.0);
        QVERIFY(isSaidAbove(shown));
        QVERIFY2(said().contains(QStringLiteral("round-trip")), qPrintable(said()));
    }

    void whatPassedALimitBeforeItWasSetIsNotSaid()
    {
        const LivePage shown; // its lossy ten minutes are over
        const QSignalSpy alerts(&shown.page, &PathPage::alerted);
        limit(shown, "lossLimit")->setValue(15.0);
        QCOMPARE(alerts.count(), 0);
        QVERIFY(!isSaidAbove(shown));
    }

    void aLimitThatStaysPassedIsSaidOnceThoughTheOldestRoundsGo()
    {
        LivePage shown;
        TraceState state = shown.state;
        state.history = PathHistory(200, 50);
        const auto play = [&](std::size_t from, std::size_t to) {
            const IpAddress &address = state.record.address.address;
            for (std::size_t round = from; round < to; ++round) {
                for (const Observation &observation :
                     fixtures::playedRound(fixtures::farPath(), round, address))
                    state.history.add(observation, address);
            }
            shown.page.setTrace(TraceId{2}, state);
        };
        limit(shown, "rttLimit")->setValue(50.0);
        shown.page.addTrace(TraceId{2}, state.request);
        const QSignalSpy alerts(&shown.page, &PathPage::alerted);
        play(0, 200);
        QCOMPARE(alerts.count(), 1);
        play(200, 260);
        QVERIFY(state.history.dropped() > 0);
        QCOMPARE(alerts.count(), 1);
    }

    void theSentenceGoesWhenTheLimitHoldsAgain()
    {
        LivePage shown(nearWatch(200));
        limit(shown, "lossLimit")->setValue(15.0);
        QVERIFY(isSaidAbove(shown));
        shown.page.setTrace(TraceId{1}, nearWatch(300));
        QVERIFY(!isSaidAbove(shown));
    }

    void anotherSentenceStaysWhenTheLimitHoldsAgain()
    {
        LivePage shown(nearWatch(200));
        limit(shown, "lossLimit")->setValue(15.0);
        shown.page.showTrouble(QStringLiteral("The store is full."));
        shown.page.setTrace(TraceId{1}, nearWatch(300));
        QVERIFY(isSaidAbove(shown));
    }

    void aLimitCountsWhenItIsTypedAsAWhole()
    {
        const LivePage shown(nearWatch(100));
        const QSignalSpy alerts(&shown.page, &PathPage::alerted);
        QDoubleSpinBox *box = limit(shown, "rttLimit");
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("150"));
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(shown.page.limits().rtt, std::optional<Duration>(150ms));
        QCOMPARE(alerts.count(), 0);
    }

    void aLimitThatIsBeingTypedIsKept()
    {
        const LivePage shown(nearWatch(100));
        QDoubleSpinBox *box = limit(shown, "rttLimit");
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("150")); // and Ctrl+Q
        QCOMPARE(shown.page.limits().rtt, std::optional<Duration>(150ms));
    }

    void theMarkOfATabSaysThatALimitIsPassed()
    {
        LivePage shown(nearWatch(200));
        QVERIFY(!shown.tabs()->tabToolTip(0).contains(QStringLiteral("limit")));
        limit(shown, "lossLimit")->setValue(15.0);
        QVERIFY(shown.tabs()->tabToolTip(0).contains(QStringLiteral("limit")));
        shown.page.setTrace(TraceId{1}, nearWatch(300));
        QVERIFY(!shown.tabs()->tabToolTip(0).contains(QStringLiteral("limit")));
    }

    void ofAPausedTabTheMarkFollowsTheLimits()
    {
        LivePage shown(nearWatch(200));
        limit(shown, "lossLimit")->setValue(15.0);
        shown.page.findChild<QToolButton *>(QStringLiteral("pathPause"))->click();
        shown.add(TraceId{2});
        QVERIFY(shown.tabs()->tabToolTip(0).contains(QStringLiteral("limit")));
        const QSignalSpy alerts(&shown.page, &PathPage::alerted);
        limit(shown, "lossLimit")->setValue(10.0);
        QVERIFY(shown.tabs()->tabToolTip(0).contains(QStringLiteral("limit")));
        limit(shown, "lossLimit")->setValue(0.0);
        QVERIFY(!shown.tabs()->tabToolTip(0).contains(QStringLiteral("limit")));
        QVERIFY(!isSaidAbove(shown));
        QCOMPARE(alerts.count(), 0);
    }

    void theLogStaysWhereItWasScrolledAndFollowsAtItsEnd()
    {
        const Words words;
        PathEventLog log(words);
        log.resize(500, 200);
        log.show();
        log.setEvents(manyEvents(100));
        QScrollBar *bar = log.findChild<QTableView *>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), bar->maximum());
        bar->setValue(0);
        const int before = bar->maximum();
        log.setEvents(manyEvents(101));
        QTRY_VERIFY(bar->maximum() > before);
        QCOMPARE(bar->value(), 0);
        bar->setValue(bar->maximum());
        const int then = bar->maximum();
        log.setEvents(manyEvents(102));
        QTRY_VERIFY(bar->maximum() > then);
        QCOMPARE(bar->value(), bar->maximum());
    }
};

QTEST_MAIN(TestPathAlerts)
#include "tst_path_alerts.moc"
