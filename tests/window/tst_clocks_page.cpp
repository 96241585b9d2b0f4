// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"
#include "ui/charts/clock_chart.h"
#include "ui/charts/clock_histogram.h"
#include "ui/main_window.h"
#include "ui/models/clock_model.h"
#include "ui/pages/clock_table.h"
#include "ui/pages/clocks_page.h"
#include "ui/widgets/clock_bar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const Timestamp start(1'769'860'800s); // 2026-01-31 12:00:00 UTC

template<class Widget = QWidget>
Widget *named(const QWidget &parent, const char *name)
{
    return parent.findChild<Widget *>(QLatin1String(name));
}

/// An exchange of 1 ms by a clock that is `offset` behind the server's.
ClockSample sample(int number, Duration offset)
{
    const Timestamp sent = start + number * 100ms;
    ClockSample one{.number = static_cast<std::uint64_t>(number)};
    one.exchange = {.sent = sent,
                    .received = sent + 500us + offset,
                    .answered = sent + 500us + offset,
                    .returned = sent + 1ms};
    one.estimate.offset = offset;
    one.best = {.offset = offset, .driftPpm = 1.5};
    one.bound = {offset - 500us, offset + 500us};
    one.correction = offset;
    return one;
}

QList<ClockUpdate> client(ClockId clock, ClockScheme scheme, Duration offset, int samples = 20)
{
    ClockSampled sampled{.clock = clock};
    for (int i = 0; i < samples; ++i)
        sampled.samples.push_back(sample(i, offset));
    sampled.counts = {.sent = 21, .answered = 20, .lost = 1};
    sampled.events.push_back({.kind = ClockEvent::Kind::ServerSilent, .at = start});
    return {ClockOpened{.clock = clock,
                        .request = {.host = "127.0.0.1", .scheme = scheme},
                        .address = {IpAddress::fromV4(0x7f000001), clockPort},
                        .at = start},
            sampled};
}

ClockBoard boardOf(const QList<ClockUpdate> &updates)
{
    ClockBoard board;
    for (const ClockUpdate &update : updates)
        board.apply(update);
    return board;
}

ClockBoard twoClients()
{
    return boardOf(client(ClockId{1}, ClockScheme::Raw, 2ms) + client(ClockId{2}, ClockScheme::Pid, 4ms));
}

/// A page that shows two clients.
struct ShownPage {
    ShownPage()
    {
        page.resize(1200, 700);
        page.show();
        page.setClocks(board);
    }
    const QAbstractItemModel &table() const { return *named<QTableView>(page, "clockTable")->model(); }
    QString cell(int row, int column) const { return table().index(row, column).data().toString(); }

    Words words{};
    ClockBoard board = twoClients();
    ClocksPage page{words};
};

} // namespace

class TestClocksPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QLocale::setDefault(QLocale::c());
    }

    void theTableTellsEachClientsStatisticsAndThoseOfAll()
    {
        const ShownPage shown;
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
        ShownPage shown;
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
        ShownPage shown;
        named<QCheckBox>(shown.page, "clockPause")->setChecked(true);
        ClockBoard later = boardOf(client(ClockId{1}, ClockScheme::Raw, 9ms));
        later.apply(ClockServing{{IpAddress::fromV4(0x7f000001), 5000}});
        shown.page.setClocks(later);
        QCOMPARE(shown.table().rowCount(), 3);
        QVERIFY(named<QPushButton>(shown.page, "clockServerStop")->isVisible());
        named<QCheckBox>(shown.page, "clockPause")->setChecked(false);
        shown.page.setClocks(later);
        QCOMPARE(shown.cell(0, ClockModel::Mean), QStringLiteral("9.000"));
    }

    void theFourAreAskedForAtOnce()
    {
        ShownPage shown;
        std::vector<ClockRequest> asked;
        connect(&shown.page, &ClocksPage::clientsRequested, this,
                [&asked](const std::vector<ClockRequest> &requests) { asked = requests; });
        named<QPushButton>(shown.page, "clockFour")->click();
        QCOMPARE(asked.size(), std::size_t{4});
        QCOMPARE(asked[0].scheme, ClockScheme::Raw);
        QCOMPARE(asked[3].scheme, ClockScheme::Pid);
        QCOMPARE(asked[0].host, std::string("127.0.0.1"));
    }

    void theServerAnswersThisMachineOnlyUnlessToldOtherwise()
    {
        ShownPage shown;
        std::vector<ClockServerRequest> asked;
        connect(&shown.page, &ClocksPage::serverStartRequested, this,
                [&asked](const ClockServerRequest &request) { asked.push_back(request); });
        named<QPushButton>(shown.page, "clockServerStart")->click();
        named<QCheckBox>(shown.page, "clockOthers")->setChecked(true);
        named<QPushButton>(shown.page, "clockServerStart")->click();
        QCOMPARE(asked.size(), std::size_t{2});
        QVERIFY(asked[0].bind.isLoopback());
        QVERIFY(asked[1].bind.isUnspecified());
    }

    void theCommandForElsewhereNamesTheAddressThatOthersReach()
    {
        ShownPage shown;
        shown.page.setShareHost(QStringLiteral("192.0.2.7"));
        shown.board.apply(ClockServing{{IpAddress::fromV4(0), 5000}});
        shown.page.setClocks(shown.board);
        QVERIFY(named<QLineEdit>(shown.page, "clockCommand")
                    ->text()
                    .startsWith(QStringLiteral("parallax-cli clock client 192.0.2.7 --port 5000 ")));
    }

    void aServerThatFailedSaysWhy()
    {
        ShownPage shown;
        shown.board.apply(ClockServerFailed{{ErrorCode::Unavailable, "port 12345 is in use"}});
        shown.page.setClocks(shown.board);
        QCOMPARE(named<QLabel>(shown.page, "clockServerState")->text(),
                 QStringLiteral("port 12345 is in use"));
        QVERIFY(named<QPushButton>(shown.page, "clockServerStart")->isVisible());
    }

    void copyingGivesAllRowsAsCsv()
    {
        const ShownPage shown;
        const QStringList lines = shown.page.findChild<ClockTable *>()->asCsv().split(QStringLiteral("\r\n"));
        QCOMPARE(lines.size(), qsizetype{5}); // header, two clients, all together, and the end
        QVERIFY(lines[1].startsWith(QStringLiteral("Raw,127.0.0.1:12345,20,1,")));
    }

    void aChosenClientIsEndedAndRemoved()
    {
        ShownPage shown;
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
        const ShownPage shown;
        const auto *events = named<QListWidget>(shown.page, "clockEvents");
        QCOMPARE(events->count(), 2);
        QVERIFY(events->item(0)->text().contains(QStringLiteral("Raw: ")));
    }

    void theWheelsKeysZoomAndZeroShowsAll()
    {
        ShownPage shown;
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
            points.push_back({start + i * 1ms, i == 5'000 ? Duration(50ms) : Duration(0)});
        const auto drawn = decimated(points, start, {0.0, 10.0}, 100);
        QVERIFY(drawn.size() <= 201);
        QVERIFY(std::any_of(drawn.begin(), drawn.end(), [](const QPointF &p) { return p.y() == 50.0; }));
        QVERIFY(std::is_sorted(drawn.begin(), drawn.end(),
                               [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); }));
    }

    void whatCanHaveFocusHasAName()
    {
        const ShownPage shown;
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
        const ShownPage shown;
        QVERIFY2(shown.page.minimumSizeHint().width() <= 900,
                 QByteArray::number(shown.page.minimumSizeHint().width()));
        QVERIFY(shown.page.minimumSizeHint().height() <= 560);
    }

    void theWindowNumbersClientsAndForgetsTheRemoved()
    {
        const Words words;
        MainWindow window({}, words);
        std::vector<ClockId> opened;
        connect(&window, &MainWindow::clockRequested, this,
                [&opened](ClockId clock, const ClockRequest &) { opened.push_back(clock); });
        named<QPushButton>(window, "clockFour")->click();
        QCOMPARE(opened.size(), std::size_t{4});
        auto *page = window.findChild<ClocksPage *>();
        window.applyClocks(client(opened[0], ClockScheme::Raw, 1ms));
        Q_EMIT page->viewWanted();
        const auto *table = named<QTableView>(window, "clockTable");
        QCOMPARE(table->model()->rowCount(), 2);
        QSignalSpy closed(&window, &MainWindow::clockCloseRequested);
        Q_EMIT page->forgetRequested(opened[0]);
        QCOMPARE(closed.size(), 1);
        window.applyClocks(client(opened[0], ClockScheme::Raw, 1ms)); // said before it heard of it
        Q_EMIT page->viewWanted();
        QCOMPARE(named<QPushButton>(window, "clockFour")->isVisible(), window.isVisible());
        QVERIFY(table->model()->rowCount() <= 1);
    }

    void hostNotesAreAskedForAndTheirRulesCopied()
    {
        const Words words;
        MainWindow window({}, words);
        named<QSpinBox>(window, "clockPort")->setValue(23456);
        QSignalSpy asked(&window, &MainWindow::hostClockRequested);
        named<QPushButton>(window, "clockNotes")->click();
        QCOMPARE(asked.size(), 1);
        HostClock clock{.service = {.service = TimeService::Chrony, .synchronised = true}};
        clock.service.source = "ntp.example\n\u202eevil";
        window.showHostClock(clock);
        const QString said = named<QLabel>(window, "hostClock")->text();
        QVERIFY(said.startsWith(QStringLiteral("chrony keeps")));
        QVERIFY(!said.contains(QLatin1Char('\n')) && !said.contains(QChar(0x202e)));
        named<QPushButton>(window, "copyRules")->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("udp dport 23456 accept")));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestClocksPage)
#include "tst_clocks_page.moc"
