// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"
#include "tests/support/watched_path.h"
#include "tests/window/live_path.h"
#include "ui/charts/time_axis.h"
#include "ui/charts/timeline_painter.h"
#include "ui/models/path_event_model.h"
#include "ui/models/path_model.h"

#include <QAbstractItemModelTester>
#include <QPainter>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr TimeSpan hour{Timestamp(1'769'860'800s), Timestamp(1'769'860'800s + 3600s)};

/// A timeline of an hour, without any data.
struct HourLong {
    HourLong()
    {
        timeline.resize(900, 220);
        timeline.setWhole(hour);
    }

    QPoint at(Duration sinceBegin) const
    {
        const QRectF plot = TimelinePainter::plotIn(timeline.rect(), timeline.font());
        const TimeScale scale{timeline.view(), plot.left(), plot.width()};
        return QPointF(scale.x(hour.from + sinceBegin), plot.center().y()).toPoint();
    }
    void drag(Duration from, Duration to, Qt::KeyboardModifiers modifiers = {})
    {
        const QPoint begin = at(from);
        const QPoint end = at(to);
        QTest::mousePress(&timeline, Qt::LeftButton, modifiers, begin);
        move((begin + end) / 2, modifiers);
        move(end, modifiers);
        QTest::mouseRelease(&timeline, Qt::LeftButton, modifiers, end);
    }
    void move(const QPoint &to, Qt::KeyboardModifiers modifiers)
    {
        QMouseEvent event(QEvent::MouseMove, to, timeline.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                          modifiers);
        QCoreApplication::sendEvent(&timeline, &event);
    }
    void wheel(const QPoint &where, int delta)
    {
        QWheelEvent event(where, timeline.mapToGlobal(where), {}, {0, delta}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&timeline, &event);
    }

    Words words{};
    Timeline timeline{words};
};

/// Within a few pixels of an hour on 900 of them.
bool near(Timestamp moment, Duration sinceBegin)
{
    const Duration off = moment - hour.from - sinceBegin;
    return off < 15s && off > -15s;
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draggingFocusesOnASpanAndEscLeavesIt()
    {
        HourLong shown;
        QSignalSpy changed(&shown.timeline, &Timeline::focusSpanChanged);
        shown.drag(10min, 20min);
        QVERIFY(shown.timeline.focusSpan().has_value());
        QVERIFY(near(shown.timeline.focusSpan()->from, 10min));
        QVERIFY(near(shown.timeline.focusSpan()->to, 20min));
        QVERIFY(changed.count() >= 1);
        QTest::keyClick(&shown.timeline, Qt::Key_Escape);
        QVERIFY(!shown.timeline.focusSpan());
    }

    void escLeavesTheFocusFromTheTableToo()
    {
        const LivePage shown;
        const TimeSpan some{shown.state.history.start(2700), shown.state.history.start(3300)};
        shown.timeline()->setFocusSpan(some);
        shown.table()->selectRow(2);
        QTest::keyClick(shown.table(), Qt::Key_Escape);
        QVERIFY(!shown.table()->chosenTtl());
        QVERIFY(shown.timeline()->focusSpan() == some);
        QTest::keyClick(shown.table(), Qt::Key_Escape);
        QVERIFY(!shown.timeline()->focusSpan());
    }

    void escLeavesTheFocusFromThePicturesToo_data()
    {
        QTest::addColumn<int>("tab");
        QTest::addColumn<QString>("name");
        QTest::newRow("each hop") << 1 << QStringLiteral("perHop");
        QTest::newRow("map") << 2 << QStringLiteral("map");
        QTest::newRow("events") << 3 << QStringLiteral("eventTable");
    }
    void escLeavesTheFocusFromThePicturesToo()
    {
        QFETCH(int, tab);
        QFETCH(QString, name);
        const LivePage shown;
        shown.timeline()->setFocusSpan(
            TimeSpan{shown.state.history.start(2700), shown.state.history.start(3300)});
        shown.page.findChild<QTabWidget *>(QStringLiteral("pathViews"))->setCurrentIndex(tab);
        QTest::keyClick(shown.page.findChild<QWidget *>(name), Qt::Key_Escape);
        QVERIFY(!shown.timeline()->focusSpan());
    }

    void draggingBackwardsIsTheSame()
    {
        HourLong shown;
        shown.drag(20min, 10min);
        QVERIFY(near(shown.timeline.focusSpan()->from, 10min));
    }

    void aClickFocusesOnNothing()
    {
        HourLong shown;
        QTest::mouseClick(&shown.timeline, Qt::LeftButton, {}, shown.at(30min));
        QVERIFY(!shown.timeline.focusSpan());
    }

    void draggingIntoTheMarginEndsAtTheEdge()
    {
        HourLong shown;
        shown.drag(10min, -2min);
        QVERIFY(shown.timeline.focusSpan()->from == hour.from);
        QVERIFY(near(shown.timeline.focusSpan()->to, 10min));
    }

    void draggingInTheMarginAloneFocusesOnNothing()
    {
        HourLong shown;
        shown.drag(-3min, -1min);
        QVERIFY(!shown.timeline.focusSpan());
        shown.drag(60min + 5s, 60min + 35s);
        QVERIFY(!shown.timeline.focusSpan());
    }

    void aTraceThatIsNoWatchHasNoTime()
    {
        TraceState once = fixtures::farWatch(0);
        once.request.kind = TraceRequest::Kind::Trace;
        const LivePage shown(once);
        QVERIFY(shown.timeline()->view().length() == 0ns);
        QTest::keyClick(shown.timeline(), Qt::Key_Return);
        QVERIFY(!shown.timeline()->focusSpan());
    }

    void aDoubleClickLeavesTheFocus()
    {
        HourLong shown;
        shown.drag(10min, 20min);
        QTest::mouseDClick(&shown.timeline, Qt::LeftButton, {}, shown.at(30min));
        QVERIFY(!shown.timeline.focusSpan());
    }

    void theWheelZoomsWhereThePointerIs()
    {
        HourLong shown;
        QSignalSpy changed(&shown.timeline, &Timeline::viewChanged);
        const QPoint where = shown.at(15min);
        shown.wheel(where, 120);
        QVERIFY(shown.timeline.view().length() < 50min);
        QVERIFY(qAbs(shown.at(15min).x() - where.x()) <= 1);
        QCOMPARE(changed.count(), 1);
        shown.wheel(where, -1200);
        QVERIFY(shown.timeline.view() == hour);
    }

    void shiftAndDragMoveTheView()
    {
        HourLong shown;
        shown.timeline.showAround(hour.from + 30min);
        shown.drag(30min, 28min, Qt::ShiftModifier);
        QVERIFY(near(shown.timeline.view().from, 27min));
        QVERIFY(!shown.timeline.focusSpan());
    }

    void theKeyboardCanDoItAll()
    {
        HourLong shown;
        QTest::keyClick(&shown.timeline, Qt::Key_Plus);
        QTest::keyClick(&shown.timeline, Qt::Key_Plus);
        const TimeSpan zoomed = shown.timeline.view();
        QVERIFY(zoomed.length() < 40min);
        QTest::keyClick(&shown.timeline, Qt::Key_Left);
        QVERIFY(shown.timeline.view().from < zoomed.from);
        QTest::keyClick(&shown.timeline, Qt::Key_Return);
        QVERIFY(shown.timeline.focusSpan() == shown.timeline.view());
        QTest::keyClick(&shown.timeline, Qt::Key_End);
        QVERIFY(shown.timeline.view().to == hour.to);
        QTest::keyClick(&shown.timeline, Qt::Key_Home);
        QVERIFY(shown.timeline.view() == hour);
    }

    void theViewNeverLeavesWhatWasWatched()
    {
        HourLong shown;
        QTest::keyClick(&shown.timeline, Qt::Key_Plus);
        for (int i = 0; i < 50; ++i)
            QTest::keyClick(&shown.timeline, Qt::Key_Left);
        QVERIFY(shown.timeline.view().from == hour.from);
        for (int i = 0; i < 100; ++i)
            QTest::keyClick(&shown.timeline, Qt::Key_Plus);
        QVERIFY(shown.timeline.view().length() >= 1s);
    }

    void aZoomedViewAtTheEndFollowsWhatIsNew()
    {
        HourLong shown;
        QTest::keyClick(&shown.timeline, Qt::Key_Plus);
        QTest::keyClick(&shown.timeline, Qt::Key_End);
        shown.timeline.setWhole({hour.from, hour.to + 60s});
        QVERIFY(shown.timeline.view().to == hour.to + 60s);
        QTest::keyClick(&shown.timeline, Qt::Key_Left);
        const TimeSpan held = shown.timeline.view();
        shown.timeline.setWhole({hour.from, hour.to + 120s});
        QVERIFY(shown.timeline.view() == held);
    }

    void theTableShowsTheFiguresOfTheFocus()
    {
        LivePage shown;
        QCOMPARE(shown.cell(0, PathModel::Sent), QStringLiteral("3,600"));
        shown.timeline()->setFocusSpan(
            TimeSpan{shown.state.history.start(2700), shown.state.history.start(3300)});
        QCOMPARE(shown.cell(0, PathModel::Sent), QStringLiteral("600"));
        QVERIFY(shown.page.findChild<PathTable *>()->model()->rowCount() == 6); // without the detour
        shown.timeline()->setFocusSpan(std::nullopt);
        QCOMPARE(shown.cell(0, PathModel::Sent), QStringLiteral("3,600"));
    }

    /// Below its one line are the marks of events.
    void theLegendOfANarrowTimelineStaysOnItsLine()
    {
        const HourLong look;
        QImage image(520, 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        const TimelineContent content{.what = QStringLiteral("TTL 12 · 2001:db8:1234:5678:9abc::1"),
                                      .view = hour};
        const QPalette light(Qt::black, Qt::white);
        TimelinePainter(content, Words(), look.timeline.font(), light).paint(painter, image.rect());
        const QRectF plot = TimelinePainter::plotIn(image.rect(), look.timeline.font());
        for (int x = 0; x < image.width(); ++x)
            QCOMPARE(image.pixelColor(x, static_cast<int>(plot.top()) - 6), QColor(Qt::white));
    }

    void theLogSaysWhatHappened()
    {
        LivePage shown;
        const auto *table = shown.page.findChild<QTableView *>(QStringLiteral("eventTable"));
        QVERIFY(table->model()->rowCount() >= 4);
        QCOMPARE(table->model()->index(0, PathEventModel::What).data().toString(),
                 QStringLiteral("The route changed at TTL 3: 203.0.113.34 instead of 203.0.113.33"));
        QVERIFY(!table->model()->index(0, PathEventModel::At).data().toString().isEmpty());
    }

    void eventsComeWithoutAReset()
    {
        const Words words;
        PathEventModel model(words);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const auto events = pathEvents(fixtures::farWatch().history);
        model.setEvents({events[0], events[1]});
        model.setEvents(events);
        model.setEvents(events);
        QCOMPARE(inserted.count(), 2);
        model.setEvents({events[1]});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(resets.count(), 0);
    }
};

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
