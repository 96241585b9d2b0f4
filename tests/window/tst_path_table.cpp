// SPDX-License-Identifier: GPL-3.0-or-later
// The Path page's table: the bars of its hops, its columns, what is copied from it.
#include "core/text/words.h"
#include "tests/support/watched_path.h"
#include "tests/window/own_settings.h"
#include "ui/main_window.h"
#include "ui/models/hop_latency.h"
#include "ui/models/path_model.h"
#include "ui/pages/path_page.h"
#include "ui/pages/path_table.h"
#include "ui/theme.h"
#include "ui/widgets/latency_delegate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const QSize barSize(120, 20);
constexpr int middle = 9; // a pixel's row that every bar covers

PathRow hop(int ttl, const std::vector<Duration> &rtts)
{
    return {.ttl = ttl,
            .address = IpAddress::parse("198.51.100." + std::to_string(ttl)).value(),
            .sent = 10,
            .rtt = figuresOf(rtts)};
}

/// A quick hop, a silent one, and one from 2 to 10 ms with its mean at 6.
std::vector<PathRow> threeHops()
{
    return {hop(1, {1ms}), {.ttl = 2, .sent = 10, .unanswered = 10}, hop(3, {2ms, 6ms, 10ms})};
}

QImage barOf(const PathModel &model, int row)
{
    QImage image(barSize, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.palette = lightPalette();
    LatencyDelegate().paint(&painter, option, model.index(row, PathModel::Latency));
    return image;
}

HopLatency latencyAt(const PathModel &model, int row)
{
    return model.index(row, PathModel::Latency).data(PathModel::LatencyRole).value<HopLatency>();
}

QAction *choice(const PathTable &table, int column)
{
    return table.horizontalHeader()->actions().value(column);
}

} // namespace

class TestPathTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allBarsHaveOneScale()
    {
        PathModel model(m_words);
        model.setRows(threeHops(), {});
        QCOMPARE(latencyAt(model, 0).reach, 10.0);
        QCOMPARE(latencyAt(model, 2),
                 (HopLatency{.best = 2.0, .worst = 10.0, .mean = 6.0, .last = 10.0, .reach = 10.0}));
        QCOMPARE(model.headerData(PathModel::Latency, Qt::Horizontal).toString(),
                 QStringLiteral("Latency, 0 to 10 ms"));
    }

    void theScaleStaysWhileItCan()
    {
        PathModel model(m_words);
        model.setRows(threeHops(), {});
        model.setRows({hop(1, {7ms})}, {});
        QCOMPARE(latencyAt(model, 0).reach, 10.0);
        model.setRows({hop(1, {4ms})}, {});
        QCOMPARE(latencyAt(model, 0).reach, 4.0);
        model.setRows({hop(1, {40ms})}, {});
        QCOMPARE(latencyAt(model, 0).reach, 40.0);
    }

    void onePeakDoesNotFlattenTheOthers()
    {
        std::vector<Duration> mostlyQuick(99, 10ms);
        mostlyQuick.emplace_back(1s); // the mean is 19.9 ms
        QCOMPARE(latencyReach({hop(1, mostlyQuick)}), 3 * 19.9);
        QCOMPARE(latencyReach({}), 0.0);
    }

    void aBarIsDrawnFromTheBestToTheWorst()
    {
        PathModel model(m_words);
        model.setRows(threeHops(), {});
        const QImage bar = barOf(model, 2);
        const QColor text = lightPalette().color(QPalette::Text);
        QCOMPARE(bar.pixelColor(16, middle), QColor(Qt::white)); // 1 ms
        QVERIFY(bar.pixelColor(45, middle) != QColor(Qt::white)); // 3.6 ms
        QVERIFY(bar.pixelColor(45, middle) != text);
        QCOMPARE(bar.pixelColor(70, middle), text); // the mean
    }

    void aSilentHopHasNoBar()
    {
        PathModel model(m_words);
        model.setRows(threeHops(), {});
        const QImage bar = barOf(model, 1);
        int drawn = 0;
        for (int x = 0; x < bar.width(); ++x)
            drawn += bar.pixelColor(x, middle) == QColor(Qt::white) ? 0 : 1;
        QCOMPARE(drawn, 3); // the grid of the column goes on
        QVERIFY(model.index(1, PathModel::Latency).data(Qt::AccessibleTextRole).toString().isEmpty());
    }

    void aHopBeyondALimitHasAnotherMarkAndColour()
    {
        PathModel model(m_words);
        model.setRows(threeHops(), {});
        const QImage usual = barOf(model, 2);
        model.setLimits({.rtt = 5ms});
        QVERIFY(!latencyAt(model, 0).beyond);
        QVERIFY(latencyAt(model, 2).beyond);
        QCOMPARE(barOf(model, 2).pixelColor(70, middle), strokeOf(VerdictKind::Proxy, lightPalette()));
        QVERIFY(usual.pixelColor(68, 8) != QColor(Qt::white)); // the disc's shoulder
        QCOMPARE(barOf(model, 2).pixelColor(68, 8), QColor(Qt::white)); // a triangle has none
    }

    void whatARouterDidNotAnswerIsNoLossBeyondALimit()
    {
        PathRow row = hop(1, {1ms});
        row.unanswered = 8;
        QVERIFY(hopLatency(row, {.loss = 0.5}, 10.0)->beyond);
        row.rateLimited = 8;
        QVERIFY(!hopLatency(row, {.loss = 0.5}, 10.0)->beyond);
    }

    void aBarIsSaidInWords()
    {
        PathModel model(m_words);
        model.setRows(threeHops(), {});
        const QModelIndex bar = model.index(2, PathModel::Latency);
        const QString words =
            QStringLiteral("Round trips in milliseconds: best 2.0, mean 6.0, last 10.0, worst 10.0");
        QCOMPARE(bar.data(Qt::AccessibleTextRole).toString(), words);
        QVERIFY(bar.data(Qt::ToolTipRole).toString().contains(words));
        model.setLimits({.rtt = 5ms});
        QVERIFY(bar.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("limit")));
    }

    void barsAreNotCopied()
    {
        PathModel model(m_words);
        const PathTable table(&model);
        model.setRows(threeHops(), {});
        const QStringList lines = table.asCsv().split(QStringLiteral("\r\n"));
        QVERIFY(!lines[0].contains(QStringLiteral("Latency")));
        QCOMPARE(lines[1].count(QLatin1Char(',')), lines[0].count(QLatin1Char(',')));
        QVERIFY(lines[0].contains(QStringLiteral("Dev.,Network")));
    }

    void aColumnThatWasTakenAwayStaysAway()
    {
        const PathPage page(m_words);
        choice(*page.findChild<PathTable *>(), PathModel::Mpls)->trigger();
        PathPage next(m_words);
        next.restoreState(page.saveState());
        const auto *table = next.findChild<PathTable *>();
        QVERIFY(table->isColumnHidden(PathModel::Mpls));
        QVERIFY(!choice(*table, PathModel::Mpls)->isChecked());
        choice(*table, PathModel::Mpls)->trigger();
        QVERIFY(!table->isColumnHidden(PathModel::Mpls));
        QVERIFY(table->columnWidth(PathModel::Mpls) > 20);
    }

    void theAddressesColumnCannotGo()
    {
        PathModel model(m_words);
        const PathTable table(&model);
        QVERIFY(!choice(table, PathModel::Address)->isEnabled());
        QVERIFY(choice(table, PathModel::Name)->isEnabled());
    }

    void aStateOfAnotherVersionChangesNothing()
    {
        PathModel model(m_words);
        PathTable table(&model);
        const QByteArray state = table.saveState();
        for (const QByteArray &other : {QByteArray(), state.left(12), QByteArray(500, '\xff')})
            table.restoreState(other);
        QCOMPARE(table.saveState(), state);
    }

    void columnsMakeRoomForTheirWords()
    {
        PathModel model(m_words);
        const PathTable table(&model);
        std::vector<PathRow> rows = threeHops();
        rows[0].address = IpAddress::parse("2001:db8:1111:2222:3333:4444:5555:6666").value();
        const QString name(300, QLatin1Char('m'));
        model.setRows(rows, {{*rows[0].address, {.name = name.toStdString()}}});
        QVERIFY(table.columnWidth(PathModel::Address) > table.fontMetrics().horizontalAdvance(
                    QStringLiteral("2001:db8:1111:2222:3333:4444:5555:6666")));
        QVERIFY(table.columnWidth(PathModel::Name) < table.fontMetrics().horizontalAdvance(name) / 2);
    }

    void aWidthThatWasChosenStays()
    {
        PathModel model(m_words);
        PathTable table(&model);
        const int narrow = 50;
        table.setColumnWidth(PathModel::Name, narrow);
        model.setRows(pathRows(fixtures::farWatch(5).history), fixtures::farFacts());
        QCOMPARE(table.columnWidth(PathModel::Name), narrow);
        PathTable next(&model);
        next.restoreState(table.saveState());
        QCOMPARE(next.columnWidth(PathModel::Name), narrow);
    }

    void aReportIsOfThePathInFront()
    {
        MainWindow window(Config{}, m_words);
        window.show();
        TraceId trace{};
        connect(&window, &MainWindow::traceRequested, this, [&](TraceId asked) { trace = asked; });
        QSignalSpy asked(&window, &MainWindow::traceReportRequested);
        const TraceState state = fixtures::farWatch(0);
        Q_EMIT window.findChild<PathPage *>()->openRequested(state.request);
        window.apply({TraceOpened{trace, state.request, state.record}});
        Q_EMIT window.findChild<PathTable *>()->reportRequested();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][1].value<TraceState>().record.target, state.record.target);
        window.copyReport(QStringLiteral("HOST: here"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("HOST: here"));
    }

private:
    Words m_words;
    OwnSettings m_settings;
};

QTEST_MAIN(TestPathTable)
#include "tst_path_table.moc"
