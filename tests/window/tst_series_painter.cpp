// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a series look like, in pixels and in a file of lines.
#include "ui/charts/bar_painter.h"
#include "ui/charts/series_painter.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>
#include <QTest>

#include <algorithm>
#include <functional>
#include <random>

using namespace parallax;

namespace {

constexpr QRect area(20, 10, 300, 60);

std::vector<SeriesColumn> noisyColumns(std::size_t count)
{
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same each time
    std::vector<SeriesColumn> columns(count);
    for (SeriesColumn &column : columns) {
        column.least = 200 + static_cast<std::uint32_t>(random() % 100);
        column.median = column.least + static_cast<std::uint32_t>(random() % 200);
        column.most = column.median + static_cast<std::uint32_t>(random() % 300);
        column.answered = 7;
    }
    return columns;
}

QImage painted(double ratio, const std::function<void(QPainter &)> &paint)
{
    QImage image((QSizeF(340, 80) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter);
    painter.end();
    return image;
}

} // namespace

class TestSeriesPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void barsAreTheirRectangles_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::newRow("usual") << 1.0;
        QTest::newRow("dense screen") << 2.0;
    }

    void barsAreTheirRectangles()
    {
        QFETCH(const double, ratio);
        std::mt19937 random(3); // NOLINT(cert-msc51-cpp): the same each time
        const auto any = [&random](int count, const QColor &colour) {
            Bars bars{.colour = colour};
            for (int i = 0; i < count; ++i) {
                const QPoint at(static_cast<int>(random() % 300), static_cast<int>(random() % 60));
                bars.rects.emplace_back(
                    at, QSize(static_cast<int>(random() % 4) + 1, static_cast<int>(random() % 20) + 1));
            }
            return bars;
        };
        BarPainter painter; // for all: what was painted before must not show through
        for (const int count : {200, 5, 60, 0}) {
            const Bars below = any(count, QColor(10, 20, 200));
            const Bars above = any(count / 2, QColor(200, 20, 10));
            const QImage image = painted(ratio, [&](QPainter &target) {
                painter.paint(target, {below, above});
            });
            const QImage rectangles = painted(ratio, [&](QPainter &target) {
                for (const Bars &bars : {below, above}) {
                    for (const QRect &rect : bars.rects)
                        target.fillRect(rect, bars.colour);
                }
            });
            QVERIFY(image == rectangles);
        }
    }

    void aFileOfLinesKeepsTheRectangles()
    {
        QBuffer file;
        QSvgGenerator generator;
        generator.setOutputDevice(&file);
        generator.setSize({340, 80});
        QPainter painter(&generator);
        BarPainter().paint(painter,
                           {Bars{{{10, 10, 1, 20}, {11, 12, 1, 9}, {12, 12, 1, 9}}, QColor(Qt::blue)}});
        painter.end();
        QCOMPARE(file.data().count("<rect"), 2); // equal neighbours are one
        QVERIFY(!file.data().contains("<image"));
    }

    /// Where columns are a pixel wide, the line is made of bars: from each median to the next, without a
    /// hole.
    void theLineOfMediansHasNoHole()
    {
        for (const int count : {area.width(), 200}) {
            const std::vector<SeriesColumn> columns = noisyColumns(static_cast<std::size_t>(count));
            const QImage image = painted(1.0, [&](QPainter &target) {
                BarPainter bars;
                SeriesPainter(columns, m_palette, bars).paintBand(target, QRectF(area), 1.0);
            });
            int before = -1;
            for (int x = area.left() + 1; x < area.right(); ++x) {
                std::vector<int> line;
                for (int y = 0; y < image.height(); ++y) {
                    if (image.pixelColor(x, y) == medianColour(m_palette))
                        line.push_back(y);
                }
                QVERIFY(!line.empty());
                if (before >= 0)
                    QVERIFY(line.front() <= before + 1 && line.back() >= before - 1);
                const auto at = static_cast<std::size_t>((x - area.left()) * count / area.width());
                const double median = area.y() + area.height() * (1.0 - columns[at].median / 1000.0);
                QVERIFY(line.front() <= median + 1.0 && line.back() >= median - 1.0);
                before = static_cast<int>(median);
            }
        }
    }

    /// Neither over what was lost nor over what was not asked; a column between two rounds is neither.
    void theLineLeadsOverNoSilence()
    {
        std::vector<SeriesColumn> columns(
            static_cast<std::size_t>(area.width()),
            SeriesColumn{.least = 500, .most = 500, .median = 500, .answered = 7});
        columns[50] = {}; // two rounds a little further apart
        columns[100] = {.lost = 7};
        std::fill_n(columns.begin() + 200, 20, SeriesColumn{});
        const QImage image = painted(1.0, [&](QPainter &target) {
            BarPainter bars;
            SeriesPainter(columns, m_palette, bars).paintBand(target, QRectF(area), 1.0);
        });
        const auto isDrawn = [&](int column) {
            return image.pixelColor(area.left() + column, area.y() + area.height() / 2)
                == medianColour(m_palette);
        };
        QVERIFY(isDrawn(49) && isDrawn(50) && isDrawn(51));
        QVERIFY(isDrawn(99) && !isDrawn(100) && isDrawn(101));
        QVERIFY(isDrawn(199) && !isDrawn(200) && !isDrawn(219) && isDrawn(220));
    }

    /// Where nothing spreads, nothing of the band is beside the line; bars stand on their lane's floor.
    void barsAreWhereTheirValuesAre()
    {
        const std::vector<SeriesColumn> columns(
            static_cast<std::size_t>(area.width()),
            SeriesColumn{.least = 512, .most = 512, .median = 512, .jitter = 9, .answered = 6, .lost = 1});
        for (double shift = 0.0; shift < 1.0; shift += 0.1) { // a font's height is no whole number
            const QRectF lane = QRectF(area).translated(0.0, shift);
            const QImage image = painted(1.0, [&](QPainter &target) {
                BarPainter bars;
                const SeriesPainter painter(columns, m_palette, bars);
                painter.paintBand(target, lane, 1.0);
                painter.paintJitter(target, lane, 1.0);
            });
            const int floor = qRound(lane.bottom());
            for (int y = 0; y < image.height(); ++y) {
                const QColor seen = image.pixelColor(area.center().x(), y);
                QVERIFY(seen != bandColour(m_palette));
                QCOMPARE(seen == jitterColour(m_palette), y == floor - 1);
            }
        }
    }

    /// Zoomed in, an outage is as solid as from afar; the gap behind it is not filled.
    void aLostRoundIsAsWideAsARound()
    {
        std::vector<SeriesColumn> columns(static_cast<std::size_t>(area.width()));
        for (std::size_t column = 0; column < 200; column += 5)
            columns[column] = {.lost = 1};
        const QImage image = painted(1.0, [&](QPainter &target) {
            BarPainter bars;
            SeriesPainter(columns, m_palette, bars).paintLoss(target, QRectF(area));
        });
        for (int column = 0; column < 220; ++column)
            QCOMPARE(image.pixelColor(area.left() + column, area.center().y()) == lossColour(m_palette),
                     column < 200);
    }

    void lossIsSeenHoweverSmall()
    {
        std::vector<SeriesColumn> columns(
            100, SeriesColumn{.least = 900, .most = 1100, .median = 1000, .answered = 500});
        columns[40].lost = 1;
        QImage image(100, 16, QImage::Format_RGB32);
        image.fill(Qt::white);
        {
            QPainter painter(&image);
            BarPainter bars;
            SeriesPainter(columns, m_palette, bars).paintLoss(painter, QRectF(image.rect()));
        }
        QCOMPARE(image.pixelColor(40, 15), lossColour(m_palette));
        QCOMPARE(image.pixelColor(40, 13), lossColour(m_palette));
        QCOMPARE(image.pixelColor(39, 15), QColor(Qt::white));
        QCOMPARE(image.pixelColor(41, 15), QColor(Qt::white));
    }

    /// The first seconds of a watch: far more pixels than rounds.
    void fewRoundsAreSeenAndJoined()
    {
        std::vector<SeriesColumn> columns(200);
        for (const std::size_t at : {20U, 50U, 80U, 180U}) // and three that never left
            columns[at] = {.least = 500, .most = 500, .median = 500, .answered = 1};
        QImage image(200, 21, QImage::Format_RGB32);
        image.fill(Qt::white);
        {
            QPainter painter(&image);
            BarPainter bars;
            SeriesPainter(columns, m_palette, bars).paintBand(painter, QRectF(image.rect()), 1.0);
        }
        const auto isDrawn = [&image](int x) { return image.pixelColor(x, 10) != QColor(Qt::white); };
        QVERIFY(isDrawn(35) && isDrawn(65)); // the line
        QVERIFY(image.pixelColor(50, 11) != QColor(Qt::white)); // a point is more than the line
        QVERIFY(!isDrawn(130));
        QVERIFY(isDrawn(180) && isDrawn(181)); // and makes no line alone
    }

private:
    QPalette m_palette;
};

QTEST_MAIN(TestSeriesPainter)
#include "tst_series_painter.moc"
