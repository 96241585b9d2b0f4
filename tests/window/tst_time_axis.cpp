// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"
#include "ui/charts/time_axis.h"
#include "ui/charts/timeline.h"
#include "ui/moment.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <chrono>

#include <ctime>

using namespace parallax;
using namespace std::chrono_literals;
using std::chrono::days;

namespace {

constexpr Timestamp noon{1'769'860'800s}; // 2026-01-31 12:00 UTC

/// The clock on the wall is another's for a while.
class TimeZone
{
public:
    explicit TimeZone(const char *name)
        : m_before(qgetenv("TZ"))
    {
        qputenv("TZ", name);
        tzset();
    }
    ~TimeZone()
    {
        if (m_before.isEmpty())
            qunsetenv("TZ");
        else
            qputenv("TZ", m_before);
        tzset();
    }
    Q_DISABLE_COPY_MOVE(TimeZone)

private:
    QByteArray m_before;
};

Timestamp utc(int month, int day)
{
    return std::chrono::sys_days{std::chrono::year_month_day{std::chrono::year{2026},
                                                             std::chrono::month{static_cast<unsigned>(month)},
                                                             std::chrono::day{static_cast<unsigned>(day)}}};
}

QStringList timesOf(const std::vector<TimeTick> &ticks)
{
    QStringList times;
    for (const TimeTick &tick : ticks)
        times << localTime(tick.at).toString(QStringLiteral("HH:mm"));
    return times;
}

/// As many columns, each of one round.
std::vector<SeriesColumn> rounds(std::size_t count, std::uint32_t peak)
{
    std::vector<SeriesColumn> columns(
        count, SeriesColumn{.least = 40'000, .most = 40'000, .median = 40'000, .answered = 1});
    columns[count / 2] = {.least = peak, .most = peak, .median = peak, .answered = 1};
    return columns;
}

QImage painted(const Timeline &timeline)
{
    const Picture picture = timeline.picture();
    QImage image(picture.size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    picture.paint(painter, QRectF(image.rect()));
    return image;
}

} // namespace

class TestTimeAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksStandOnRoundMomentsAndNeverTooMany()
    {
        for (const Duration length : {3s, 90s, 3600s, 86'400s, 30 * 86'400s, 400 * 86'400s}) {
            const auto ticks = timeTicks({noon + 123ms, noon + 123ms + length}, 8);
            QVERIFY(!ticks.empty() && ticks.size() <= 9);
            QVERIFY(std::all_of(ticks.begin(), ticks.end(),
                                [](const TimeTick &tick) { return tick.at.time_since_epoch() % 1s == 0ns; }));
        }
        QVERIFY(timeTicks({noon, noon - 1h}, 8).empty());
    }

    void weeksAreTickedByDays()
    {
        for (const auto length : {days{10}, days{30}, days{60}, days{400}}) {
            const auto ticks = timeTicks({noon, noon + length}, 8);
            QVERIFY(!ticks.empty());
            for (const TimeTick &tick : ticks) {
                QCOMPARE(localTime(tick.at).time(), QTime(0, 0));
                QCOMPARE(tick.label, localTime(tick.at).toString(QStringLiteral("MM-dd")));
            }
        }
    }

    void theClockMayChangeInView_data()
    {
        QTest::addColumn<int>("month");
        QTest::addColumn<int>("day");
        QTest::newRow("forward") << 3 << 28;
        QTest::newRow("back") << 10 << 24;
    }
    void theClockMayChangeInView()
    {
        QFETCH(int, month);
        QFETCH(int, day);
        const TimeZone berlin("CET-1CEST,M3.5.0,M10.5.0/3");
        const Timestamp from = utc(month, day) + 6h;
        QCOMPARE(timesOf(timeTicks({from, from + 2 * 24h}, 10)),
                 QStringList({QStringLiteral("12:00"), QStringLiteral("18:00"), QStringLiteral("00:00"),
                              QStringLiteral("06:00"), QStringLiteral("12:00"), QStringLiteral("18:00"),
                              QStringLiteral("00:00"), QStringLiteral("06:00")}));
        const auto daily = timesOf(timeTicks({from, from + days{6}}, 8));
        QCOMPARE(daily.size(), 6);
        QCOMPARE(daily.count(QStringLiteral("00:00")), 6);
    }

    /// One round of two seconds, alone in its column, is all the axis; among others of its column it is cut.
    void onePeakOfTheFirstHourFlattensNothingLater()
    {
        const Words words;
        const auto seen = [&words](bool withPeakBefore) {
            Timeline timeline(words);
            timeline.setWhole({noon, noon + 1h});
            if (withPeakBefore)
                timeline.setSeries(QStringLiteral("End to end"), rounds(800, 2'000'000));
            timeline.setSeries(QStringLiteral("End to end"), rounds(800, 41'000));
            return painted(timeline);
        };
        QCOMPARE(seen(true), seen(false));
    }

    void theAxisStaysWhereALittleLessIsShown()
    {
        const Words words;
        Timeline timeline(words);
        timeline.setWhole({noon, noon + 1h});
        timeline.setSeries(QStringLiteral("End to end"), rounds(800, 90'000));
        timeline.setSeries(QStringLiteral("End to end"), rounds(800, 60'000));
        Timeline fresh(words);
        fresh.setWhole({noon, noon + 1h});
        fresh.setSeries(QStringLiteral("End to end"), rounds(800, 60'000));
        QVERIFY(painted(timeline) != painted(fresh));
    }

    void theAxisStaysWhereABranchOfTheHopIsFound()
    {
        const Words words;
        const QString name = QStringLiteral("TTL 4 · 192.0.2.3 and 1 more");
        const auto seen = [&](const std::optional<int> &before) {
            Timeline timeline(words);
            timeline.setWhole({noon, noon + 1h});
            if (before)
                timeline.setSeries(QStringLiteral("TTL · 192.0.2.3"), rounds(800, 90'000), before);
            timeline.setSeries(name, rounds(800, 60'000), 4);
            return painted(timeline);
        };
        QVERIFY(seen(4) != seen({}));
        QCOMPARE(seen(5), seen({})); // of another hop it does not
    }
};

QTEST_MAIN(TestTimeAxis)
#include "tst_time_axis.moc"
