// SPDX-License-Identifier: GPL-3.0-or-later
// All watched targets at a glance.
#include "tests/window/live_path.h"
#include "tests/window/own_settings.h"
#include "ui/main_window.h"
#include "ui/models/path_event_model.h"
#include "ui/models/path_model.h"
#include "ui/models/path_overview_model.h"
#include "ui/pages/path_overview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

/// Two tabs of the same path, and the overview of them in front.
struct ShownOverview : LivePage {
    explicit ShownOverview(TraceState shown = fixtures::farWatch(100))
        : LivePage(std::move(shown))
    {
        add(TraceId{2});
        all()->click();
    }

    QToolButton *all() const { return page.findChild<QToolButton *>(QStringLiteral("pathAll")); }
    PathOverview *overview() const { return page.findChild<PathOverview *>(); }
    QModelIndex rowOf(TraceId trace) const
    {
        const QAbstractItemModel &model = *overview()->model();
        return model
            .match(model.index(0, 0), PathOverviewModel::TraceRole, static_cast<qulonglong>(trace), 1,
                   Qt::MatchExactly)
            .value(0);
    }
    QString figure(TraceId trace, int column) const
    {
        return rowOf(trace).siblingAtColumn(column).data().toString();
    }
};

/// A router, and a target that may never answer.
TraceState shortPath(std::optional<Duration> target)
{
    const auto path = [target](std::size_t) {
        return std::vector<fixtures::PlayedHop>{{"192.0.2.1", 1ms}, {"192.0.2.9", target}};
    };
    return fixtures::watched(path, 20, "192.0.2.9");
}

} // namespace

class TestPathOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalTargetsHaveOneAndASingleOneHasNone()
    {
        LivePage shown;
        const auto *all = shown.page.findChild<QToolButton *>(QStringLiteral("pathAll"));
        QVERIFY(!all->isVisible());
        shown.add(TraceId{2});
        QVERIFY(all->isVisible());
        Q_EMIT shown.tabs()->tabCloseRequested(0);
        QVERIFY(!all->isVisible());
    }

    void theFiguresAreThoseOfTheTarget()
    {
        const ShownOverview shown(shortPath(2ms));
        QVERIFY(shown.overview()->isVisible());
        QCOMPARE(shown.overview()->model()->rowCount(), 2);
        QCOMPARE(shown.figure(TraceId{1}, PathOverviewModel::Target), QStringLiteral("192.0.2.9"));
        QCOMPARE(shown.figure(TraceId{1}, PathOverviewModel::State), QStringLiteral("running"));
        QCOMPARE(shown.figure(TraceId{1}, PathOverviewModel::Last), QStringLiteral("2.0"));
        QCOMPARE(shown.figure(TraceId{1}, PathOverviewModel::Mean), QStringLiteral("2.0"));
        QCOMPARE(shown.figure(TraceId{1}, PathOverviewModel::Loss), QStringLiteral("0.0"));
        QCOMPARE(shown.figure(TraceId{1}, PathOverviewModel::Hops), QStringLiteral("2"));
        QCOMPARE(shown.figure(TraceId{1}, PathOverviewModel::Event), QStringLiteral("–"));
    }

    void theFiguresAreThoseOfTheTabsTable()
    {
        const LivePage tab(fixtures::farWatch(100));
        const int last = tab.table()->model()->rowCount() - 1;
        const ShownOverview shown;
        QCOMPARE(shown.figure(TraceId{2}, PathOverviewModel::Last), tab.cell(last, PathModel::Last));
        QCOMPARE(shown.figure(TraceId{2}, PathOverviewModel::Mean), tab.cell(last, PathModel::Average));
        QCOMPARE(shown.figure(TraceId{2}, PathOverviewModel::Loss), tab.cell(last, PathModel::Loss));
        QCOMPARE(shown.figure(TraceId{2}, PathOverviewModel::Hops), tab.cell(last, PathModel::Ttl));
    }

    void aTargetThatNeverAnsweredHasLostAll()
    {
        const ShownOverview shown(shortPath(std::nullopt));
        QCOMPARE(shown.figure(TraceId{1}, PathOverviewModel::Loss), QStringLiteral("100.0"));
        QCOMPARE(shown.figure(TraceId{1}, PathOverviewModel::Last), QStringLiteral("–"));
        QCOMPARE(shown.figure(TraceId{1}, PathOverviewModel::Hops), QStringLiteral("–"));
    }

    void theNewestEventIsNamed()
    {
        const LivePage tab;
        const auto *events = tab.page.findChild<PathEventModel *>();
        const QString newest = events->index(events->rowCount() - 1, PathEventModel::What).data().toString();
        const ShownOverview shown(fixtures::farWatch());
        QVERIFY(!newest.isEmpty());
        QVERIFY(shown.figure(TraceId{1}, PathOverviewModel::Event).endsWith(newest));
    }

    void itFollowsWhatIsMeasured()
    {
        ShownOverview shown(shortPath(2ms));
        shown.page.setTrace(TraceId{1}, shortPath(8ms));
        QCOMPARE(shown.figure(TraceId{1}, PathOverviewModel::Last), QStringLiteral("8.0"));
        QCOMPARE(shown.figure(TraceId{2}, PathOverviewModel::Last), QStringLiteral("2.0"));
    }

    void theKeyboardOpensATab()
    {
        const ShownOverview shown;
        shown.overview()->selectRow(shown.rowOf(TraceId{1}).row());
        QTest::keyClick(shown.overview(), Qt::Key_Return);
        QVERIFY(!shown.overview()->isVisible());
        QVERIFY(shown.table()->isVisible());
        QVERIFY(!shown.all()->isChecked());
        QCOMPARE(shown.page.chosenTrace(), std::optional(TraceId{1}));
        QCOMPARE(shown.table()->model()->rowCount(), 6);
    }

    void aClickOnATabOpensIt()
    {
        const ShownOverview shown;
        QTest::mouseClick(shown.tabs(), Qt::LeftButton, {}, shown.tabs()->tabRect(0).center());
        QVERIFY(!shown.overview()->isVisible());
        QCOMPARE(shown.page.chosenTrace(), std::optional(TraceId{1}));
    }

    void stopIsAboutTheChosenRow()
    {
        const ShownOverview shown;
        const QSignalSpy paused(&shown.page, &PathPage::pauseRequested);
        shown.overview()->selectRow(shown.rowOf(TraceId{1}).row());
        QVERIFY(shown.overview()->isVisible());
        shown.page.findChild<QToolButton *>(QStringLiteral("pathPause"))->click();
        QCOMPARE(paused.value(0).value(0).value<TraceId>(), TraceId{1});
        QCOMPARE(shown.figure(TraceId{1}, PathOverviewModel::State), QStringLiteral("paused"));
    }

    void theMenuKeyIsAboutTheCurrentTab()
    {
        LivePage several;
        several.add(TraceId{2});
        several.tabs()->setCurrentIndex(0);
        QTimer::singleShot(0, &several.page, [] {
            if (QWidget *menu = QApplication::activePopupWidget())
                menu->close();
        });
        QContextMenuEvent wanted(QContextMenuEvent::Keyboard, several.tabs()->tabRect(1).center(), {});
        QApplication::sendEvent(several.tabs(), &wanted);
        QCOMPARE(several.tabs()->currentIndex(), 0);
    }

    void aRightClickOnATabLeavesTheOverviewInFront()
    {
        const ShownOverview shown;
        QTest::mouseClick(shown.tabs(), Qt::RightButton, {}, shown.tabs()->tabRect(0).center());
        QVERIFY(shown.overview()->isVisible());
    }

    void theWindowFillsEveryRow()
    {
        const Words words;
        MainWindow window(Config{}, words);
        window.show();
        window.showPath();
        const QSignalSpy asked(&window, &MainWindow::traceRequested);
        auto *page = window.findChild<PathPage *>();
        const TraceState state = shortPath(2ms);
        for (int target = 0; target < 2; ++target) {
            Q_EMIT page->openRequested(state.request);
            const auto trace = asked.value(target).value(0).value<TraceId>();
            window.apply({Update(TraceOpened{trace, state.request, state.record})});
        }
        window.findChild<QToolButton *>(QStringLiteral("pathAll"))->click();
        const auto *rows = window.findChild<PathOverview *>()->model();
        QTRY_COMPARE(rows->index(0, PathOverviewModel::State).data().toString(), QStringLiteral("running"));
        QTRY_COMPARE(rows->index(1, PathOverviewModel::State).data().toString(), QStringLiteral("running"));
    }

    void aTargetThatBeginsAnewKeepsItsRow()
    {
        ShownOverview shown;
        shown.overview()->selectRow(shown.rowOf(TraceId{1}).row());
        shown.page.replaceTrace(TraceId{1}, TraceId{7});
        QVERIFY(!shown.rowOf(TraceId{1}).isValid());
        QVERIFY(shown.rowOf(TraceId{7}).isValid());
        QCOMPARE(shown.page.chosenTrace(), std::optional(TraceId{7}));
    }

    void aNewTargetComesToTheFront()
    {
        ShownOverview shown;
        shown.add(TraceId{3});
        QVERIFY(!shown.overview()->isVisible());
        QCOMPARE(shown.page.chosenTrace(), std::optional(TraceId{3}));
    }

    void closingTheSecondLastTargetLeavesIt()
    {
        const ShownOverview shown;
        Q_EMIT shown.tabs()->tabCloseRequested(1);
        QVERIFY(!shown.overview()->isVisible());
        QCOMPARE(shown.page.chosenTrace(), std::optional(TraceId{1}));
        QCOMPARE(shown.table()->model()->rowCount(), 6);
    }

    void rowsComeChangeAndGo()
    {
        const Words words;
        PathOverviewModel model(words);
        const QAbstractItemModelTester tester(&model, fatal);
        model.setRow({.trace = TraceId{1}, .end = {.loss = 0.5}});
        model.setRow({.trace = TraceId{2}});
        model.setRow({.trace = TraceId{1}, .end = {.loss = 0.25}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, PathOverviewModel::Loss).data().toString(), QStringLiteral("25.0"));
        model.removeRowOf(TraceId{1});
        QCOMPARE(model.rowOf(TraceId{2}), 0);
    }

private:
    OwnSettings m_settings;
};

QTEST_MAIN(TestPathOverview)
#include "tst_path_overview.moc"
