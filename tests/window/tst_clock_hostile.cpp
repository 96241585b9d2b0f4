// SPDX-License-Identifier: GPL-3.0-or-later
// Clock servers that claim absurd times: the page goes on, and its axes stay ones that a person can read.
#include "shown_clocks.h"

#include "app/engine.h"
#include "app/log_file.h"
#include "app/window_wiring.h"
#include "tests/component/clock_service.h"
#include "ui/charts/clock_chart.h"
#include "ui/charts/clock_histogram.h"
#include "ui/main_window.h"
#include "ui/models/clock_model.h"

#include <QChart>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <cmath>
#include <limits>

using namespace parallax;

namespace {

constexpr Duration farthest = std::chrono::microseconds(4'000'000'000'000'000); // what an answer may claim
constexpr qint64 longestPainting = 10'000; // ms, on a busy machine with sanitizers; a hang takes for ever

/// Finite, upright, and with few ticks: QtCharts draws each, and their words make the margin.
bool isSane(const QValueAxis &axis)
{
    const double width = axis.max() - axis.min();
    const double ticks = axis.tickType() == QValueAxis::TicksDynamic ? width / axis.tickInterval()
                                                                     : static_cast<double>(axis.tickCount());
    return std::isfinite(axis.min()) && std::isfinite(axis.max()) && width > 0.0 && ticks >= 1.0
        && ticks <= 20.0 && std::abs(axis.min()) < 1e13 && std::abs(axis.max()) < 1e13;
}

template<class Chart>
bool areSane(const QWidget &page)
{
    const auto axes = page.findChild<Chart *>()->chart()->axes();
    return !axes.isEmpty() && std::all_of(axes.begin(), axes.end(), [](const QAbstractAxis *axis) {
        return isSane(*qobject_cast<const QValueAxis *>(axis));
    });
}

/// Each scheme has dashes of its own, and told the same.
ClockBoard boardOf(const std::vector<Duration> &offsets)
{
    ClockBoard board;
    for (const ClockScheme scheme :
         {ClockScheme::Raw, ClockScheme::Ewma, ClockScheme::Kalman, ClockScheme::Pid, ClockScheme::Median}) {
        const ClockId clock{static_cast<unsigned long long>(scheme)};
        ClockSampled sampled{.clock = clock};
        int number = 0;
        for (const Duration offset : offsets)
            sampled.samples.push_back(sample(number++, offset));
        board.apply(ClockOpened{.clock = clock, .request = {.host = "evil", .scheme = scheme}});
        board.apply(sampled);
    }
    return board;
}

std::vector<Duration> honest()
{
    std::vector<Duration> offsets;
    offsets.reserve(300);
    for (int i = 0; i < 300; ++i)
        offsets.emplace_back(i % 7 * 1us);
    return offsets;
}

/// An original's answer with what the test wants for a time and a correction.
OriginalServer::Answer claiming(const QStringList &times, const QString &correction)
{
    return [times, correction, number = 0](QUdpSocket &socket, const QNetworkDatagram &question,
                                           const QByteArray &) mutable {
        const QString reply =
            QStringLiteral(R"({"ack_num":%1,"scheme":"raw","correction_us":%2,"server_time_soc":%3,)"
                           R"("server_time_fracsec":0})")
                .arg(QString::number(number + 1), correction, times[number % times.size()]);
        ++number;
        socket.writeDatagram(question.makeReply(reply.toUtf8()));
    };
}

/// Window and measuring side, as in the program.
struct Program {
    Program(const QTemporaryDir &folder, std::uint16_t port)
        : engine(nullptr, {}, folder.filePath(QStringLiteral("store.db")))
        , log({.file = folder.filePath(QStringLiteral("log"))})
    {
        wire(window, engine, log);
        window.resize(1000, 640);
        window.show();
        window.showClockLab();
        named<QSpinBox>(window, "clockPort")->setValue(port);
        auto *every = named<QComboBox>(window, "clockEvery");
        every->setCurrentIndex(every->findData(100));
        named<QPushButton>(window, "clockFour")->click();
    }
    int cell(int row, int column) const
    {
        const auto *model = named<QTableView>(window, "clockTable")->model();
        return model->index(row, column).data().toInt();
    }

    Words words{};
    Engine engine;
    LogFile log;
    MainWindow window{Config{}, words};
};

} // namespace

class TestClockHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(keepSettingsIn(m_folder)); }

    void absurdOffsetsArePaintedOnSaneAxes_data()
    {
        QTest::addColumn<std::vector<Duration>>("offsets");
        QTest::newRow("one") << std::vector<Duration>{farthest};
        QTest::newRow("127 years ahead") << std::vector<Duration>(200, farthest);
        QTest::newRow("127 years behind") << std::vector<Duration>(200, -farthest);
        std::vector<Duration> jumps;
        jumps.reserve(200);
        for (int i = 0; i < 200; ++i)
            jumps.push_back(i % 2 == 0 ? farthest : -farthest);
        QTest::newRow("from end to end") << jumps;
        std::vector<Duration> once = honest();
        once[150] = farthest;
        QTest::newRow("once among honest ones") << once;
        std::vector<Duration> late = honest();
        late.back() = -farthest;
        QTest::newRow("at the end of honest ones") << late;
        std::vector<Duration> moved = honest();
        for (Duration &offset : moved)
            offset += farthest - 1ms;
        QTest::newRow("far away and quiet") << moved;
    }
    void absurdOffsetsArePaintedOnSaneAxes()
    {
        QFETCH(std::vector<Duration>, offsets);
        const Words words;
        ClocksPage page(words);
        page.resize(1000, 640);
        page.show();
        QElapsedTimer time;
        time.start();
        page.setClocks(boardOf(offsets));
        QVERIFY(!page.grab().isNull());
        QVERIFY(areSane<ClockChart>(page));
        QVERIFY(areSane<ClockHistogram>(page));
        auto *chart = page.findChild<ClockChart *>();
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(chart, Qt::Key_Plus);
        QVERIFY(!page.grab().isNull());
        QVERIFY(areSane<ClockChart>(page));
        QVERIFY(time.elapsed() < longestPainting);
    }

    void oneAbsurdAnswerHidesNothingInTheDistribution()
    {
        std::vector<Duration> once = honest();
        once[150] = farthest;
        const Words words;
        ClocksPage page(words);
        page.setClocks(boardOf(once));
        QVERIFY(page.findChild<ClockHistogram *>()->binWidth() < 0.01); // of 6 µs
    }

    void aHostileServerIsBorne_data()
    {
        QTest::addColumn<QStringList>("times");
        QTest::addColumn<QString>("correction");
        QTest::addColumn<bool>("isUsed");
        const auto row = [](const char *name, const char *times, const char *correction, bool isUsed) {
            QTest::newRow(name) << QString::fromLatin1(times).split(QLatin1Char(' '))
                                << QString::fromLatin1(correction) << isUsed;
        };
        row("year 1", "-62135596800", "0", false);
        row("year 1970", "0", "0", true);
        row("year 2106", "4294967295", "0", true);
        row("year 9999", "253402300799", "0", false);
        row("jumps from 1970 to 2106", "0 4294967295", "0", true);
        row("huge corrections ahead", "0 4294967295 1", "4e15", true);
        row("huge corrections back", "4294967295", "-4e15", true);
        row("a correction beyond all", "0", "1e300", false);
        row("no number", "NaN", "0", false);
        row("infinite", "1e999", "0", false);
    }
    void aHostileServerIsBorne()
    {
        QFETCH(QStringList, times);
        QFETCH(QString, correction);
        QFETCH(bool, isUsed);
        int asked = 0;
        auto answer = claiming(times, correction);
        const OriginalServer server(
            [&](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                ++asked;
                answer(socket, question, reply);
            });
        Program program(m_folder, server.port());
        const int enough = isUsed ? 40 : 8; // an answer that is none is waited out for a second
        QTRY_VERIFY_WITH_TIMEOUT(asked >= enough, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(program.cell(0, ClockModel::Answers) > 0, isUsed, 5'000);
        QElapsedTimer time;
        time.start();
        QVERIFY(!program.window.grab().isNull());
        QVERIFY(time.elapsed() < longestPainting);
        QVERIFY(areSane<ClockChart>(program.window));
        QVERIFY(areSane<ClockHistogram>(program.window));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestClockHostile)
#include "tst_clock_hostile.moc"
