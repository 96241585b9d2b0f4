// SPDX-License-Identifier: GPL-3.0-or-later
// A watch that pauses, goes on, or begins anew in its tab.
#include "tests/window/answered_box.h"
#include "tests/window/live_path.h"
#include "tests/window/own_settings.h"
#include "tests/window/typed_host.h"
#include "ui/main_window.h"
#include "ui/widgets/plain_label.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace parallax;

namespace {

QToolButton *button(const QWidget &parent, const char *name)
{
    return parent.findChild<QToolButton *>(QLatin1String(name));
}

/// What the measuring side says once a watch has begun.
QList<Update> begun(TraceId trace)
{
    const TraceState state = fixtures::farWatch(0);
    return {
        TraceOpened{trace, state.request, state.record},
        TraceObserved{trace, fixtures::playedRound(fixtures::farPath(), 0, state.record.address.address)}};
}

} // namespace

class TestPathPause : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPauseIsAskedForAndSaid()
    {
        const LivePage shown;
        const QSignalSpy asked(&shown.page, &PathPage::pauseRequested);
        const auto *heading = shown.page.findChild<ElidedLabel *>(QStringLiteral("pathHeading"));
        button(shown.page, "pathPause")->click();
        QCOMPARE(asked.value(0), QVariantList({QVariant::fromValue(TraceId{1}), true}));
        QVERIFY(heading->text().contains(QStringLiteral("paused")));
        QVERIFY(shown.tabs()->tabToolTip(0).contains(QStringLiteral("paused")));
        QCOMPARE(button(shown.page, "pathPause")->text(), QStringLiteral("Continue"));
        button(shown.page, "pathPause")->click();
        QCOMPARE(asked.value(1), QVariantList({QVariant::fromValue(TraceId{1}), false}));
        QVERIFY(!heading->text().contains(QStringLiteral("paused")));
        QCOMPARE(button(shown.page, "pathPause")->text(), QStringLiteral("Pause"));
    }

    void eachTabHasItsOwnPause()
    {
        LivePage shown;
        button(shown.page, "pathPause")->click();
        shown.add(TraceId{2});
        QCOMPARE(button(shown.page, "pathPause")->text(), QStringLiteral("Pause"));
        shown.tabs()->setCurrentIndex(0);
        QCOMPARE(button(shown.page, "pathPause")->text(), QStringLiteral("Continue"));
    }

    void onlyAWatchUnderWayCanBePaused_data()
    {
        QTest::addColumn<bool>("once");
        QTest::addColumn<bool>("ended");
        QTest::addColumn<bool>("stored");
        QTest::addColumn<bool>("possible");
        QTest::newRow("a watch") << false << false << false << true;
        QTest::newRow("a single trace") << true << false << false << false;
        QTest::newRow("a stopped watch") << false << true << false << false;
        QTest::newRow("a stored path that another program watches") << false << false << true << false;
    }
    void onlyAWatchUnderWayCanBePaused()
    {
        QFETCH(bool, once);
        QFETCH(bool, ended);
        QFETCH(bool, stored);
        TraceState state = fixtures::farWatch(50);
        state.request.kind = once ? TraceRequest::Kind::Trace : TraceRequest::Kind::Watch;
        state.record.end = ended ? PathEnd::Interrupted : PathEnd::Running;
        const Words words;
        PathPage page(words);
        if (stored)
            page.addStored(TraceId{1}, state);
        else
            page.addTrace(TraceId{1}, state.request);
        QVERIFY(!button(page, "pathPause")->isEnabled()); // it has not begun
        page.setTrace(TraceId{1}, state);
        QTEST(button(page, "pathPause")->isEnabled(), "possible");
        QTEST(button(page, "pathReset")->isEnabled(), "possible");
    }

    void whatIsStoppedIsNotPausedAnyMore()
    {
        LivePage shown;
        button(shown.page, "pathPause")->click();
        shown.state.record.end = PathEnd::Interrupted;
        shown.page.setTrace(TraceId{1}, shown.state);
        QVERIFY(!shown.tabs()->tabToolTip(0).contains(QStringLiteral("paused")));
        QVERIFY(!shown.page.findChild<QPushButton *>(QStringLiteral("pathStop"))->isEnabled());
    }

    void aTabThatBeginsAnewIsEmptyUntilSomethingIsKnown()
    {
        LivePage shown;
        const QSignalSpy asked(&shown.page, &PathPage::restartRequested);
        button(shown.page, "pathPause")->click();
        button(shown.page, "pathReset")->click();
        QCOMPARE(asked.value(0).value(0).value<TraceId>(), TraceId{1});
        QVERIFY(asked.value(0).value(1).value<TraceRequest>() == shown.state.request);
        shown.page.replaceTrace(TraceId{1}, TraceId{7});
        QCOMPARE(shown.page.chosenTrace(), std::optional(TraceId{7}));
        QCOMPARE(shown.tabs()->count(), 1);
        QCOMPARE(shown.table()->model()->rowCount(), 0);
        QVERIFY(!shown.tabs()->tabToolTip(0).contains(QStringLiteral("paused")));
        shown.page.setTrace(TraceId{1}, shown.state); // nobody's any more
        QCOMPARE(shown.table()->model()->rowCount(), 0);
        shown.page.setTrace(TraceId{7}, shown.state);
        QVERIFY(shown.table()->model()->rowCount() > 0);
    }

    void theWindowEndsTheOldWatchAndBeginsANewOne()
    {
        const Words words;
        MainWindow window(Config{}, words);
        window.show();
        window.showPath();
        const QSignalSpy asked(&window, &MainWindow::traceRequested);
        const QSignalSpy closed(&window, &MainWindow::traceCloseRequested);
        typeHost(window, QStringLiteral("203.0.113.200"));
        const auto old = asked.value(0).value(0).value<TraceId>();
        window.apply(begun(old));
        const auto *rows = window.findChild<PathTable *>()->model();
        QTRY_COMPARE(rows->rowCount(), 6);
        button(window, "pathReset")->click();
        QCOMPARE(closed.value(0).value(0).value<TraceId>(), old);
        QCOMPARE(asked.count(), 2);
        const auto fresh = asked.value(1).value(0).value<TraceId>();
        QVERIFY(fresh != old);
        auto again = asked[0][1].value<TraceRequest>();
        again.address = fixtures::farWatch(0).record.address.address; // whatever a name server says by now
        QVERIFY(asked[1][1].value<TraceRequest>() == again);
        QCOMPARE(rows->rowCount(), 0);
        window.apply(begun(fresh));
        QTRY_COMPARE(rows->rowCount(), 6);
    }

    void whileTheStoreFailsBeginningAnewAsks()
    {
        const Words words;
        MainWindow window(Config{}, words);
        window.show();
        window.showPath();
        const QSignalSpy asked(&window, &MainWindow::traceRequested);
        typeHost(window, QStringLiteral("203.0.113.200"));
        window.apply(begun(asked.value(0).value(0).value<TraceId>()));
        window.apply({Notice{.code = NoticeCode::StoreUnusable, .detail = "the disk is full"}});
        QTRY_VERIFY(button(window, "pathReset")->isEnabled());
        answer(QStringLiteral("Cancel"));
        button(window, "pathReset")->click();
        QCOMPARE(asked.count(), 1);
        answer(QStringLiteral("&Reset statistics"));
        button(window, "pathReset")->click();
        QCOMPARE(asked.count(), 2);
        window.apply(begun(asked.value(1).value(0).value<TraceId>()));
        window.apply({Notice{.code = NoticeCode::StoreUnusable, .cleared = true},
                      Notice{.code = NoticeCode::StoreRecovered}});
        QTRY_VERIFY(button(window, "pathReset")->isEnabled());
        button(window, "pathReset")->click();
        QCOMPARE(asked.count(), 3);
    }

    void whileTheStoreFailsClosingATabAsks()
    {
        LivePage shown;
        shown.add(TraceId{2});
        shown.page.setStoreFails(true);
        const QSignalSpy forgotten(&shown.page, &PathPage::forgetRequested);
        answer(QStringLiteral("Cancel"));
        Q_EMIT shown.tabs()->tabCloseRequested(0);
        QCOMPARE(shown.tabs()->count(), 2);
        answer(QStringLiteral("&Close the tab"));
        Q_EMIT shown.tabs()->tabCloseRequested(0);
        QCOMPARE(shown.tabs()->count(), 1);
        QCOMPARE(forgotten.value(0).value(0).value<TraceId>(), TraceId{1});
    }

    void whileTheStoreFailsQuittingAsksOnceForAllTabs()
    {
        const Words words;
        MainWindow window(Config{}, words);
        window.show();
        window.showPath();
        const QSignalSpy asked(&window, &MainWindow::traceRequested);
        typeHost(window, QStringLiteral("203.0.113.200"));
        typeHost(window, QStringLiteral("sydney.example"));
        window.apply(begun(asked.value(0).value(0).value<TraceId>()));
        window.apply(begun(asked.value(1).value(0).value<TraceId>()));
        window.apply({Notice{.code = NoticeCode::StoreUnusable, .detail = "the disk is full"}});
        QTRY_VERIFY(button(window, "pathReset")->isEnabled());
        window.findChild<QTabBar *>(QStringLiteral("traces"))->setCurrentIndex(0);
        QTRY_VERIFY(button(window, "pathReset")->isEnabled()); // the other one has begun, too
        QString said;
        answer(QStringLiteral("Cancel"), &said);
        QVERIFY(!window.close());
        QVERIFY2(said.contains(QStringLiteral("203.0.113.200, sydney.example")), qPrintable(said));
        answer(QStringLiteral("&Quit"));
        QVERIFY(window.close());
    }

    void whatIsStoredOrNoWatchIsClosedWithoutAQuestion()
    {
        const Words words;
        PathPage page(words);
        page.setStoreFails(true);
        auto *tabs = page.findChild<QTabBar *>(QStringLiteral("traces"));
        TraceState once = fixtures::farWatch(50);
        page.addStored(TraceId{1}, once);
        once.request.kind = TraceRequest::Kind::Trace;
        page.addTrace(TraceId{2}, once.request);
        page.setTrace(TraceId{2}, once);
        page.addTrace(TraceId{3}, fixtures::farWatch(50).request); // whose host is still looked for
        QVERIFY(page.mayLoseAll(QStringLiteral("Quit")));
        Q_EMIT tabs->tabCloseRequested(2);
        Q_EMIT tabs->tabCloseRequested(1);
        Q_EMIT tabs->tabCloseRequested(0);
        QCOMPARE(tabs->count(), 0);
    }

private:
    OwnSettings m_settings;
};

QTEST_MAIN(TestPathPause)
#include "tst_path_pause.moc"
