// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/live_path.h"
#include "ui/charts/world_map.h"
#include "ui/models/path_model.h"
#include "ui/moment.h"
#include "ui/shown_text.h"
#include "ui/widgets/plain_label.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

TimeSpan busyMinutes(const LivePage &shown)
{
    return {shown.state.history.start(2700), shown.state.history.start(3300)};
}

TraceState shortPath()
{
    const auto path = [](std::size_t) {
        return std::vector<fixtures::PlayedHop>{{"192.0.2.1", 1ms}, {"192.0.2.9", 2ms}};
    };
    TraceState state = fixtures::watched(path, 50, "192.0.2.9");
    state.record.end = PathEnd::Interrupted;
    return state;
}

QAction *closeAction(const PathPage &page)
{
    const auto actions = page.actions();
    const auto found = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->shortcuts() == QKeySequence::keyBindings(QKeySequence::Close);
    });
    return found == actions.end() ? nullptr : *found;
}

QImage markOf(const QTabBar &tabs, int tab)
{
    constexpr int side = 16;
    return tabs.tabIcon(tab).pixmap(side).toImage();
}

} // namespace

class TestPathTabs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChosenHopMayBeMissingInTheFocus()
    {
        const LivePage shown;
        const QAbstractItemModelTester tester(shown.page.findChild<PathModel *>(), fatal);
        QCOMPARE(shown.table()->model()->rowCount(), 7);
        shown.table()->selectRow(3); // the detour, which the focus has not
        shown.timeline()->setFocusSpan(busyMinutes(shown));
        QCOMPARE(shown.table()->model()->rowCount(), 6);
        shown.timeline()->setFocusSpan(std::nullopt);
        shown.table()->selectRow(6); // moves up
        shown.timeline()->setFocusSpan(busyMinutes(shown));
        QCOMPARE(shown.table()->model()->rowCount(), 6);
    }

    void anotherPathMayBeOpenedWhileAHopIsChosen()
    {
        LivePage shown;
        const QAbstractItemModelTester tester(shown.page.findChild<PathModel *>(), fatal);
        shown.table()->selectRow(5);
        const TraceState other = shortPath();
        shown.page.addStored(TraceId{2}, other);
        shown.page.setTrace(TraceId{2}, other);
        QCOMPARE(shown.table()->model()->rowCount(), 2);
        QVERIFY(!shown.table()->chosenTtl());
    }

    void eachTabKeepsWhatIsLookedAt()
    {
        LivePage shown;
        shown.table()->selectRow(2);
        shown.timeline()->setFocusSpan(busyMinutes(shown));
        shown.timeline()->showAround(shown.state.history.start(3000));
        const TimeSpan view = shown.timeline()->view();
        auto *map = shown.page.findChild<WorldMap *>();
        QTest::keyClick(map, Qt::Key_Plus);
        const double scale = map->view().scale;
        shown.add(TraceId{2});
        QVERIFY(!shown.timeline()->focusSpan());
        QVERIFY(shown.timeline()->view() != view);
        QVERIFY(!shown.table()->chosenTtl());
        QVERIFY(map->view().scale < scale);
        shown.tabs()->setCurrentIndex(0);
        QCOMPARE(map->view().scale, scale);
        QVERIFY(shown.timeline()->focusSpan() == busyMinutes(shown));
        QVERIFY(shown.timeline()->view() == view);
        QCOMPARE(shown.table()->chosenTtl(), std::optional(3));
        QCOMPARE(shown.cell(0, PathModel::Sent), QStringLiteral("600"));
    }

    void closingATabBeforeItChangesNothing()
    {
        LivePage shown;
        shown.add(TraceId{2});
        shown.table()->selectRow(2);
        shown.timeline()->setFocusSpan(busyMinutes(shown));
        const QSignalSpy asked(&shown.page, &PathPage::chosen);
        Q_EMIT shown.tabs()->tabCloseRequested(0);
        QCOMPARE(shown.page.chosenTrace(), std::optional(TraceId{2}));
        QVERIFY(shown.timeline()->focusSpan() == busyMinutes(shown));
        QCOMPARE(shown.table()->chosenTtl(), std::optional(3));
        QCOMPARE(asked.count(), 0);
    }

    void aLongNameIsAskedForAsItWasTyped()
    {
        LivePage shown;
        const QString name = QString(60, QLatin1Char('a')) + QStringLiteral(".example");
        shown.page.addTrace(TraceId{2}, {.target = name.toStdString()});
        shown.tabs()->setCurrentIndex(0);
        shown.tabs()->setCurrentIndex(1);
        auto *host = shown.page.findChild<QComboBox *>(QStringLiteral("host"));
        QCOMPARE(host->currentText(), name);
        host->clearEditText();
        shown.page.showFailure(TraceId{2}, {ErrorCode::UnknownHost, "not found"});
        QCOMPARE(host->currentText(), name);
    }

    void aNameThatLooksLikeMarkupIsNone()
    {
        LivePage shown;
        shown.page.addTrace(TraceId{2}, {.target = "<h1>x</h1>"});
        QCOMPARE(shown.tabs()->tabToolTip(1), plainToolTip(QStringLiteral("<h1>x</h1>: running")));
    }

    void theKeyboardClosesATab()
    {
        const LivePage shown;
        const QSignalSpy forgotten(&shown.page, &PathPage::forgetRequested);
        QAction *close = closeAction(shown.page);
        QVERIFY(close);
        close->trigger();
        QCOMPARE(forgotten.count(), 1);
        QCOMPARE(forgotten[0][0].value<TraceId>(), TraceId{1});
        close->trigger(); // there is none left
        QCOMPARE(forgotten.count(), 1);
    }

    void theHeadingNamesTheFocusWithDateAndSeconds()
    {
        const LivePage shown;
        shown.timeline()->setFocusSpan(busyMinutes(shown));
        const auto *heading = shown.page.findChild<ElidedLabel *>(QStringLiteral("pathHeading"));
        QVERIFY(heading->text().contains(fullMoment(busyMinutes(shown).from)));
        QVERIFY(heading->text().contains(fullMoment(busyMinutes(shown).to)));
    }

    void theMarksOfEndedTabsFollowTheTheme()
    {
        LivePage shown;
        shown.state.record.end = PathEnd::Interrupted;
        shown.page.setTrace(TraceId{1}, shown.state);
        const QImage before = markOf(*shown.tabs(), 0);
        QPalette dark;
        dark.setColor(QPalette::Base, Qt::black);
        dark.setColor(QPalette::Window, Qt::black);
        dark.setColor(QPalette::Text, Qt::white);
        dark.setColor(QPalette::WindowText, Qt::white);
        shown.page.setPalette(dark);
        QVERIFY(markOf(*shown.tabs(), 0) != before);
    }
};

QTEST_MAIN(TestPathTabs)
#include "tst_path_tabs.moc"
