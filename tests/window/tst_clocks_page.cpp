// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_clocks.h"

#include "core/text/words.h"
#include "ui/charts/clock_chart.h"
#include "ui/main_window.h"
#include "ui/models/clock_model.h"
#include "ui/pages/clock_table.h"
#include "ui/pages/clocks_page.h"
#include "ui/widgets/clock_bar.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineSeries>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

/// The wheel above the middle of the chart.
void turn(const ClockChart &chart, QPoint by)
{
    const QPointF where = chart.viewport()->rect().center();
    QWheelEvent event(where, chart.viewport()->mapToGlobal(where), {}, by, Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(chart.viewport(), &event);
}

} // namespace

class TestClocksPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(keepSettingsIn(m_folder)); }

    void theTableTellsEachClientsStatisticsAndThoseOfAll()
    {
        const ShownClocks shown;
        QCOMPARE(shown.table().rowCount(), 3);
        QCOMPARE(shown.cell(0, ClockModel::Name), QStringLiteral("Raw"));
        QCOMPARE(shown.cell(0, ClockModel::Mean), QStringLiteral("2.000"));
        QCOMPARE(shown.cell(0, ClockModel::Bound), QStringLiteral("±0.500"));
        QCOMPARE(shown.cell(0, ClockModel::Drift), QStringLiteral("1.50"));
        QCOMPARE(shown.cell(0, ClockModel::Rtt), QStringLiteral("1.000"));
        QCOMPARE(shown.cell(1, ClockModel::Mean), QStringLiteral("4.000"));
        QCOMPARE(shown.cell(2, ClockModel::Name), QStringLiteral("All together"));
        QCOMPARE(shown.cell(2, ClockModel::Mean), QStringLiteral("3.000"));
        QCOMPARE(shown.cell(2, ClockModel::Lost), QStringLiteral("2"));
        QCOMPARE(shown.cell(2, ClockModel::Bound), QStringLiteral("–"));
    }

    void theModelKeepsItsPromises()
    {
        const Words words;
        ClockModel model(words);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ClockRow row{.clock = ClockId{1}, .name = QStringLiteral("a")};
        model.setRows({row, {}});
        row.counts.answered = 5;
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRows({row, {}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        model.setRows({row, {.clock = ClockId{2}}, {}});
        QCOMPARE(model.rowCount(), 3);
    }

    void aClientThatIsUntickedIsNotDrawn()
    {
        ShownClocks shown;
        auto *chart = shown.page.findChild<ClockChart *>();
        QCOMPARE(chart->chart()->series().size(), 2);
        QSignalSpy wanted(&shown.page, &ClocksPage::viewWanted);
        auto *model = named<QTableView>(shown.page, "clockTable")->model();
        QVERIFY(model->setData(model->index(0, ClockModel::Name), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(wanted.size(), 1);
        shown.page.setClocks(shown.board);
        QCOMPARE(chart->chart()->series().size(), 1);
        QCOMPARE(shown.table().rowCount(), 3); // it is still in the table
    }

    void pausedThePictureStandsStillAndTheServersStateDoesNot()
    {
        ShownClocks shown;
        named<QCheckBox>(shown.page, "clockPause")->setChecked(true);
        shown.page.setClocks(shown.board); // as it wants
        ClockBoard later = boardOf(client(ClockId{1}, ClockScheme::Raw, 9ms));
        later.apply(ClockServing{{IpAddress::fromV4(0x7f000001), 5000}});
        shown.page.setClocks(later);
        QCOMPARE(shown.table().rowCount(), 2); // the second is gone
        QCOMPARE(shown.cell(0, ClockModel::Mean), QStringLiteral("2.000"));
        QVERIFY(named<QPushButton>(shown.page, "clockServerStop")->isVisible());
        named<QCheckBox>(shown.page, "clockPause")->setChecked(false);
        shown.page.setClocks(later);
        QCOMPARE(shown.cell(0, ClockModel::Mean), QStringLiteral("9.000"));
    }

    void pausedItStillDrawsWhatIsChosen()
    {
        ShownClocks shown;
        named<QCheckBox>(shown.page, "clockPause")->setChecked(true);
        shown.page.setClocks(shown.board);
        auto *model = named<QTableView>(shown.page, "clockTable")->model();
        QVERIFY(model->setData(model->index(0, ClockModel::Name), Qt::Unchecked, Qt::CheckStateRole));
        shown.page.setClocks(shown.board);
        QCOMPARE(shown.page.findChild<ClockChart *>()->chart()->series().size(), 1);
    }

    void aClientThatFailedKeepsItsName()
    {
        ShownClocks shown;
        shown.board.apply(ClockFailed{ClockId{3},
                                      {.host = "nosuch.invalid", .kind = ClockExchangeKind::Stamp},
                                      {ErrorCode::UnknownHost, "nosuch.invalid: not found"}});
        shown.page.setClocks(shown.board);
        QCOMPARE(shown.cell(0, ClockModel::Name), QStringLiteral("Raw"));
        QCOMPARE(shown.cell(2, ClockModel::Name), QStringLiteral("STAMP, ended"));
    }

    void copyingGivesAllRowsAsCsv()
    {
        const ShownClocks shown;
        const QStringList lines = shown.page.findChild<ClockTable *>()->asCsv().split(QStringLiteral("\r\n"));
        QCOMPARE(lines.size(), qsizetype{5}); // header, two clients, all together, and the end
        QVERIFY(lines[1].startsWith(QStringLiteral("Raw,127.0.0.1:12345,20,1,")));
    }

    void aChosenClientIsEndedAndRemoved()
    {
        ShownClocks shown;
        std::vector<ClockId> ended;
        std::vector<ClockId> removed;
        connect(&shown.page, &ClocksPage::closeRequested, this, [&ended](ClockId c) { ended.push_back(c); });
        connect(&shown.page, &ClocksPage::forgetRequested, this,
                [&removed](ClockId c) { removed.push_back(c); });
        auto *table = shown.page.findChild<ClockTable *>();
        named<QPushButton>(shown.page, "clockEnd")->click(); // nothing is chosen
        QVERIFY(ended.empty());
        table->selectRow(1);
        named<QPushButton>(shown.page, "clockEnd")->click();
        QTest::keyClick(table, Qt::Key_Delete);
        QVERIFY(ended == std::vector{ClockId{2}});
        QVERIFY(removed == std::vector{ClockId{2}});
        table->selectRow(2); // all together are nobody's
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(removed.size(), std::size_t{1});
    }

    void eventsStandInTheListWithTheirClient()
    {
        const ShownClocks shown;
        const auto *events = named<QListWidget>(shown.page, "clockEvents");
        QCOMPARE(events->count(), 2);
        QVERIFY(events->item(0)->text().contains(QStringLiteral("Raw: ")));
    }

    void theNewestEventIsShownWhereAClientHasAsManyAsAreKept()
    {
        ShownClocks shown;
        shown.board = boardOf(client(ClockId{1}, ClockScheme::Raw, 2ms));
        const ClockEvent anomaly{.kind = ClockEvent::Kind::Anomaly, .at = clockStart + 1s};
        shown.board.apply(ClockSampled{.clock = ClockId{1},
                                       .events = std::vector<ClockEvent>(ClockBoard::mostEvents, anomaly)});
        shown.page.setClocks(shown.board);
        const ClockEvent silent{.kind = ClockEvent::Kind::ServerSilent, .at = clockStart + 2s};
        shown.board.apply(ClockSampled{.clock = ClockId{1}, .events = {silent}});
        shown.page.setClocks(shown.board);
        const auto *events = named<QListWidget>(shown.page, "clockEvents");
        const QString last = events->item(events->count() - 1)->text();
        QVERIFY2(last.endsWith(shown.words.clockEvent(silent)), qPrintable(last));
    }

    void theViewStaysWhereItIsWhileTheOldestAnswersGo()
    {
        ShownClocks shown;
        const int most = static_cast<int>(ClockBoard::mostSamples);
        shown.board = boardOf(client(ClockId{1}, ClockScheme::Raw, 2ms, most));
        shown.page.setClocks(shown.board);
        auto *chart = shown.page.findChild<ClockChart *>();
        QTest::keyClick(chart, Qt::Key_Plus);
        const SecondsSpan before = chart->view();
        shown.board.apply(ClockSampled{.clock = ClockId{1}, .samples = {sample(most, 2ms)}});
        shown.page.setClocks(shown.board);
        QCOMPARE(chart->view().width(), before.width());
        QCOMPARE(chart->view().from, before.from - 0.1); // the same moment, as second 0 is the next one's
        shown.page.setClocks({});
        QVERIFY(chart->view().width() < before.width()); // nothing is left to look at
    }

    void whereOurClockIsSetBackTheCurveGoesOn()
    {
        ShownClocks shown;
        ClockSampled later{.clock = ClockId{1}};
        for (int number = 200; number < 220; ++number) {
            ClockSample one = sample(number, 2ms);
            one.exchange.sent -= 1h;
            one.exchange.returned -= 1h;
            later.samples.push_back(one);
        }
        shown.board.apply(later);
        shown.page.setClocks(shown.board);
        const auto *chart = shown.page.findChild<ClockChart *>();
        const auto *series = qobject_cast<QLineSeries *>(chart->chart()->series().first());
        QCOMPARE(series->count(), 40);
        QCOMPARE(series->points().last().x(), 21.9);
        QVERIFY(chart->view().to >= 21.9);
    }

    void statisticsBeginAnewWhereAClockWasSetAndQualityGoesByOffsets()
    {
        ShownClocks shown;
        ClockSampled later{.clock = ClockId{1}};
        for (int number = 20; number < 60; ++number) {
            ClockSample one = sample(number, 502ms);
            one.stepsBefore = 1;
            one.exchange.received += number * 1ms; // the round trips differ, and the offsets do not
            one.exchange.answered += number * 1ms;
            one.exchange.returned += number * 2ms;
            later.samples.push_back(one);
        }
        shown.board.apply(later);
        shown.page.setClocks(shown.board);
        QCOMPARE(shown.cell(0, ClockModel::Mean), QStringLiteral("502.000"));
        QCOMPARE(shown.cell(0, ClockModel::Deviation), QStringLiteral("0.000"));
        QCOMPARE(shown.cell(0, ClockModel::Quality), QStringLiteral("excellent"));
        auto *quantity = named<QComboBox>(shown.page, "clockQuantity");
        quantity->setCurrentIndex(quantity->findData(static_cast<int>(ClockQuantity::RoundTrip)));
        shown.page.setClocks(shown.board);
        QVERIFY(shown.cell(0, ClockModel::Deviation) != QStringLiteral("0.000"));
        QCOMPARE(shown.cell(0, ClockModel::Quality), QStringLiteral("excellent"));
    }

    void theWheelZoomsByAsMuchAsItTurns()
    {
        ShownClocks shown;
        auto *chart = shown.page.findChild<ClockChart *>();
        const double all = chart->view().width();
        turn(*chart, {0, 60});
        QCOMPARE(all / chart->view().width(), std::sqrt(1.25)); // half a notch
        const SecondsSpan half = chart->view();
        turn(*chart, {120, 0}); // sideways
        QCOMPARE(chart->view(), half);
    }

    void theWheelsKeysZoomAndZeroShowsAll()
    {
        ShownClocks shown;
        auto *chart = shown.page.findChild<ClockChart *>();
        const SecondsSpan all = chart->view();
        QTest::keyClick(chart, Qt::Key_Plus);
        QVERIFY(chart->view().width() < all.width());
        QTest::keyClick(chart, Qt::Key_Right);
        QVERIFY(chart->view().from > all.from);
        QTest::keyClick(chart, Qt::Key_0);
        QCOMPARE(chart->view(), all);
    }

    void manyPointsAreDrawnAsTheLowestAndHighestOfEachColumn()
    {
        std::vector<ClockPoint> points;
        points.reserve(10'000);
        for (int i = 0; i < 10'000; ++i)
            points.push_back({clockStart + i * 1ms, i == 5'000 ? Duration(50ms) : Duration(0)});
        const auto drawn = decimated(points, clockStart, {0.0, 10.0}, 100);
        QVERIFY(drawn.size() <= 201);
        QVERIFY(std::any_of(drawn.begin(), drawn.end(), [](const QPointF &p) { return p.y() == 50.0; }));
        QVERIFY(std::is_sorted(drawn.begin(), drawn.end(),
                               [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); }));
    }

    void whatCanHaveFocusHasAName()
    {
        const ShownClocks shown;
        const auto widgets = shown.page.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const bool reached = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible()
                && !widget->focusProxy() // a chart's own canvas

                && !widget->objectName().startsWith(QLatin1String("qt_"));
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(!reached || isNamed,
                     qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
        }
    }

    void thePageFitsASmallWindow()
    {
        const ShownClocks shown;
        QVERIFY2(shown.page.minimumSizeHint().width() <= 900,
                 QByteArray::number(shown.page.minimumSizeHint().width()));
        QVERIFY(shown.page.minimumSizeHint().height() <= 560);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestClocksPage)
#include "tst_clocks_page.moc"
