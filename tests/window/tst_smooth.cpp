// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window keeps its event loop waiting. Prints the figures that docs and reviewers want.
#include "core/text/words.h"
#include "tests/support/busy_time.h"
#include "tests/support/fixtures.h"
#include "tests/window/own_settings.h"
#include "ui/main_window.h"
#include "ui/pages/tester_table.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr double longestStallMs = 50.0;
constexpr double faultyStallMs = slowMachine * longestStallMs;

/// Notes between two ticks of a 10 ms timer how long the thread worked, and how late the tick was. Lateness
/// counts other programs' work too: on a busy machine only the thread's own work tells whose fault it is.
class StallMeter
{
public:
    StallMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
        m_since.start();
        m_timer.start(interval);
    }

    double worstWork() const { return m_worstWork; }
    double worstLateness() const { return m_worstLateness; }

private:
    static constexpr int interval = 10;

    void tick()
    {
        const double busy = threadBusyMs();
        m_worstWork = std::max(m_worstWork, busy - m_busy);
        m_busy = busy;
        m_worstLateness =
            std::max(m_worstLateness, static_cast<double>(m_since.nsecsElapsed()) / 1e6 - interval);
        m_since.start();
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_busy = threadBusyMs();
    double m_worstWork = 0.0;
    double m_worstLateness = 0.0;
};

void print(const char *what, const StallMeter &meter)
{
    qInfo("figure: %s: the event loop was kept busy for %.1f ms at most (goal %.0f), the timer %.1f ms late "
          "at most",
          what, meter.worstWork(), longestStallMs, meter.worstLateness());
}

SessionRecord opening(SessionRecord record)
{
    record.observations.clear();
    record.verdict = {};
    record.end = SessionEnd::Running;
    record.progress = 0.0;
    return record;
}

/// Several runs at once, their observations in small batches every 10 ms, judged after each.
class SimulatedRuns
{
public:
    SimulatedRuns(MainWindow &window, std::vector<SessionRecord> records)
        : m_window(window)
        , m_records(std::move(records))
    {
        QList<Update> updates;
        for (std::size_t i = 0; i < m_records.size(); ++i)
            updates.append(SessionOpened{SessionId{i + 1}, opening(m_records[i])});
        m_window.apply(updates);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { step(); });
        m_timer.start(10);
    }

    bool done() const { return m_done; }

private:
    void step()
    {
        QList<Update> updates;
        m_done = true;
        for (std::size_t i = 0; i < m_records.size(); ++i) {
            const SessionRecord &record = m_records[i];
            const auto &all = record.observations;
            const std::size_t end = std::min(all.size(), m_next + 1);
            if (m_next >= all.size())
                continue;
            m_done = false;
            updates.append(Observed{SessionId{i + 1},
                                    {all.begin() + static_cast<std::ptrdiff_t>(m_next),
                                     all.begin() + static_cast<std::ptrdiff_t>(end)}});
            updates.append(Judged{SessionId{i + 1}, record.verdict, record.classic, record.calculatencyLabel,
                                  static_cast<double>(end) / static_cast<double>(all.size())});
        }
        ++m_next;
        m_window.apply(updates);
        if (m_done)
            m_timer.stop();
    }

    MainWindow &m_window;
    std::vector<SessionRecord> m_records;
    QTimer m_timer;
    std::size_t m_next = 0;
    bool m_done = false;
};

} // namespace

class TestSmooth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEventLoopNeverWaitsFiftyMilliseconds() { QVERIFY(worstWorkOfRuns() < faultyStallMs); }

    void earlierRunsDoNotHoldUpTheLaunch() { QVERIFY(worstWorkOfHistory() < faultyStallMs); }

    void aThousandTestersStaySmooth()
    {
        MainWindow window(Config{}, m_words);
        open(window);
        QList<Update> opened;
        for (quint64 i = 1; i <= 1000; ++i) {
            const auto updates =
                fixtures::updatesOf(SessionId{i}, i % 3 == 0 ? fixtures::proxy() : fixtures::direct());
            opened.append(QList<Update>(updates.begin(), updates.end() - 1)); // they still run
        }
        window.apply(opened);
        QTRY_COMPARE_WITH_TIMEOUT(window.findChild<TesterTable *>()->model()->rowCount(), 1000, 10'000);

        QVERIFY(worstWorkOfJudgements(window) < faultyStallMs);
        qInfo("figure: painting the window with 1,000 testers: %.1f ms", paintingTakes(window));
    }

private:
    double worstWorkOfRuns() const
    {
        MainWindow window(Config{}, m_words);
        open(window);
        const SimulatedRuns runs(window,
                                 {fixtures::direct(), fixtures::proxy(), fixtures::tunnel(),
                                  fixtures::longPath(), fixtures::inconclusive(), fixtures::direct()});
        const StallMeter meter;
        while (!runs.done())
            QTest::qWait(50);
        print("six testers run", meter);
        return meter.worstWork();
    }

    double worstWorkOfHistory() const
    {
        MainWindow window(Config{}, m_words);
        open(window);
        const QList<Update> history{HistoryLoaded{std::vector<SessionRecord>(1000, fixtures::direct())}};
        const StallMeter meter;
        window.apply(history);
        QTest::qWait(1000);
        print("1,000 earlier runs come from the store", meter);
        return meter.worstWork();
    }

    static void open(MainWindow &window)
    {
        window.resize(1600, 1000);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qWarning("the window was not shown");
        QTest::qWait(300); // the first paint of a window is not part of a run
    }

    /// Every one of a thousand testers gets a new verdict in every refresh.
    static double worstWorkOfJudgements(MainWindow &window)
    {
        const SessionRecord proxy = fixtures::proxy();
        QTest::qWait(200);
        const StallMeter meter;
        for (int round = 0; round < 20; ++round) {
            QList<Update> judged;
            for (quint64 i = 1; i <= 1000; ++i)
                judged.append(Judged{SessionId{i}, proxy.verdict, proxy.classic, {}, round / 20.0});
            window.apply(judged);
            QTest::qWait(100);
        }
        print("1,000 testers are judged ten times a second", meter);
        return meter.worstWork();
    }

    static double paintingTakes(MainWindow &window)
    {
        constexpr int frames = 20;
        const double before = threadBusyMs();
        for (int i = 0; i < frames; ++i)
            window.grab();
        return (threadBusyMs() - before) / frames;
    }

    Words m_words;
    OwnSettings m_settings;
};

QTEST_MAIN(TestSmooth)
#include "tst_smooth.moc"
