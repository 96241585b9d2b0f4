// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"
#include "ui/charts/hop_strips.h"
#include "ui/charts/series_text.h"
#include "ui/moment.h"

#include <QHelpEvent>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QToolTip>

#include <algorithm>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr TimeSpan minute{Timestamp(1'769'860'800s), Timestamp(1'769'860'860s)};

/// Two hops over a minute; the second lost every round in the later half.
struct TwoStrips {
    TwoStrips()
    {
        strips.resize(900, 300);
        const auto count = static_cast<std::size_t>(strips.columns(strips.width()));
        const SeriesColumn answered{.least = 10'000, .most = 30'000, .median = 20'000, .answered = 3};
        std::vector<SeriesColumn> later(count, SeriesColumn{.lost = 2});
        std::fill_n(later.begin(), count / 2, answered);
        strips.setStrips(minute,
                         {{1, QStringLiteral("10.0.0.1"), std::vector<SeriesColumn>(count, answered)},
                          {2, QStringLiteral("10.0.0.2"), std::move(later)}});
    }

    /// At a share of the picture's width and height.
    QString toolTipAt(double x, double y)
    {
        const QPoint place(static_cast<int>(x * strips.width()), static_cast<int>(y * strips.height()));
        QHelpEvent help(QEvent::ToolTip, place, {});
        QCoreApplication::sendEvent(&strips, &help);
        return help.isAccepted() ? QToolTip::text() : QString();
    }
    QImage image()
    {
        QImage picture(strips.size(), QImage::Format_RGB32);
        picture.fill(strips.palette().color(QPalette::Base));
        QPainter painter(&picture);
        strips.paint(painter, strips.rect());
        return picture;
    }

    Words words;
    HopStrips strips{words};
};

} // namespace

class TestHopStrips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMouseIsToldTheHopTheMomentAndWhatItMeasured()
    {
        TwoStrips shown;
        const QStringList first = shown.toolTipAt(0.4, 0.3).split(QLatin1Char('\n'));
        QCOMPARE(first.size(), 3);
        QCOMPARE(first[0], QStringLiteral("TTL 1 · 10.0.0.1"));
        QVERIFY(first[1].startsWith(fullMoment(minute.from).left(10))); // the day
        QCOMPARE(first[2], QStringLiteral("10.0 ms to 30.0 ms, median 20.0 ms"));
        const QStringList second = shown.toolTipAt(0.85, 0.7).split(QLatin1Char('\n'));
        QCOMPARE(second.value(0), QStringLiteral("TTL 2 · 10.0.0.2"));
        QCOMPARE(second.value(2), QStringLiteral("2 of 2 lost"));
    }

    /// A watch that has just begun has a round in every thirtieth column.
    void betweenTwoRoundsTheMouseIsToldTheNearer()
    {
        TwoStrips shown;
        std::vector<SeriesColumn> columns(static_cast<std::size_t>(shown.strips.columns(900)));
        const TimeScale scale{minute, 0.0, static_cast<double>(columns.size())};
        columns[300] = {.least = 10'000, .most = 10'000, .median = 10'000, .answered = 1};
        columns[330] = {.least = 20'000, .most = 20'000, .median = 20'000, .answered = 1};
        const auto told = [&](double column) {
            return seriesText(columns, scale, column + 0.5, shown.words);
        };
        QCOMPARE(told(310), told(300));
        QCOMPARE(told(316).value(1), QStringLiteral("20.0 ms to 20.0 ms, median 20.0 ms"));
        QCOMPARE(told(330).value(1), told(316).value(1));
        QCOMPARE(told(200).size(), 1); // the moment alone: nothing was measured thereabouts
        QCOMPARE(told(0).size(), 1);
        QCOMPARE(told(static_cast<double>(columns.size()) - 1.0).size(), 1);
        QVERIFY(told(-1.0).isEmpty());
    }

    void besideTheChartTheMouseIsToldTheHopAlone()
    {
        TwoStrips shown;
        QCOMPARE(shown.toolTipAt(0.01, 0.7), QStringLiteral("TTL 2 · 10.0.0.2"));
        QCOMPARE(shown.toolTipAt(0.5, 0.001), QString()); // the legend's line
    }

    void whatIsNotInTheFocusIsPaler()
    {
        TwoStrips shown;
        const QImage whole = shown.image();
        shown.strips.setFocusSpan(TimeSpan{minute.from + 25s, minute.from + 35s});
        const QImage focused = shown.image();
        // In a column of pixels: how many differ.
        const auto changed = [&](int x) {
            int count = 0;
            for (int y = 0; y < whole.height(); ++y)
                count += whole.pixel(x, y) == focused.pixel(x, y) ? 0 : 1;
            return count;
        };
        const int middle = shown.strips.width() / 2; // of the minute, about
        QVERIFY(changed(middle) <= 6); // the frame's two lines
        QVERIFY(changed(middle - 200) > 20);
        QVERIFY(changed(middle + 200) > 20);
        shown.strips.setFocusSpan(std::nullopt);
        QCOMPARE(shown.image(), whole);
    }
};

QTEST_MAIN(TestHopStrips)
#include "tst_hop_strips.moc"
