// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the window's turns of its event loop take while a thousand testers run: each gets observations and
// a verdict ten times a second, as the measuring thread sends them. A turn is a frame: between two of them
// the window takes input and is painted.
#include "core/text/words.h"
#include "tests/support/busy_time.h"
#include "tests/support/fixtures.h"
#include "ui/main_window.h"
#include "ui/models/tester_model.h"
#include "ui/pages/tester_table.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr double goalMs = 16.0;
constexpr auto flushInterval = 10ms; // the hub's
constexpr std::size_t flushesASay = 10; // each tester says something every tenth time
constexpr int seconds = 10;

/// The turns of this thread's event loop. Only the thread's own work counts: other programs' is not ours.
class TurnMeter : public QObject
{
public:
    TurnMeter()
    {
        auto *dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
            end();
            m_began = threadBusyMs();
        });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &TurnMeter::end);
        m_since.start();
    }

    void forget()
    {
        m_turns.clear();
        m_busySince = threadBusyMs();
        m_since.start();
    }
    /// Of the thread's time, 0 … 1.
    double share() const
    {
        return (threadBusyMs() - m_busySince) * 1e6 / static_cast<double>(m_since.nsecsElapsed());
    }
    /// Of the turns in which something was done, the given part is no longer than this.
    double percentile(double part)
    {
        if (m_turns.empty())
            return 0.0;
        std::sort(m_turns.begin(), m_turns.end());
        return m_turns[static_cast<std::size_t>(part * static_cast<double>(m_turns.size() - 1))];
    }
    std::size_t count() const { return m_turns.size(); }

private:
    static constexpr double idleMs = 0.1;

    void end()
    {
        if (m_began < 0)
            return;
        const double took = threadBusyMs() - m_began;
        if (took > idleMs)
            m_turns.push_back(took);
        m_began = -1;
    }

    std::vector<double> m_turns;
    double m_began = -1;
    double m_busySince = threadBusyMs();
    QElapsedTimer m_since;
};

/// Testers who all run at once, as the window hears of them.
class RunningTesters
{
public:
    RunningTesters(MainWindow &window, std::size_t count)
        : m_window(window)
    {
        for (std::size_t i = 0; i < count; ++i) {
            m_records.push_back(i % 3 == 0 ? fixtures::proxy() : fixtures::direct());
            m_records.back().id += std::to_string(i);
            m_records.back().tester.peer.address =
                IpAddress::fromV4(0x7f010001U + static_cast<std::uint32_t>(i));
        }
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { flush(); });
        m_timer.start(flushInterval);
    }

private:
    void flush()
    {
        QList<Update> updates;
        for (std::size_t i = m_flushes % flushesASay; i < m_records.size(); i += flushesASay)
            say(i, m_flushes / flushesASay, updates);
        ++m_flushes;
        m_window.apply(updates);
    }

    void say(std::size_t tester, std::size_t round, QList<Update> &updates) const
    {
        const SessionId session{tester + 1};
        const SessionRecord &record = m_records[tester];
        if (round == 0) {
            SessionRecord opening = record;
            opening.observations.clear();
            opening.verdict = {};
            opening.end = SessionEnd::Running;
            opening.progress = 0.0;
            updates.append(SessionOpened{session, opening});
            return;
        }
        constexpr std::size_t batch = 5;
        const auto &all = record.observations;
        const std::size_t begin = std::min(all.size(), (round - 1) * batch);
        const std::size_t end = std::min(all.size(), begin + batch);
        updates.append(FactsLearnt{session, record.tester, record.tcp, record.timestamps, record.addresses});
        updates.append(Observed{session,
                                {all.begin() + static_cast<std::ptrdiff_t>(begin),
                                 all.begin() + static_cast<std::ptrdiff_t>(end)}});
        updates.append(Judged{session, record.verdict, record.classic, record.calculatencyLabel,
                              static_cast<double>(round % 100) / 100.0});
    }

    MainWindow &m_window;
    std::vector<SessionRecord> m_records;
    QTimer m_timer;
    std::size_t m_flushes = 0;
};

bool figures(const char *what, TurnMeter &meter)
{
    const double p99 = meter.percentile(0.99);
    std::printf("figure: %s_frame_p50 %.1f ms\n", what, meter.percentile(0.5));
    std::printf("figure: %s_frame_p99 %.1f ms (goal <= %.0f) %s\n", what, p99, goalMs,
                p99 <= goalMs ? "met" : "MISSED");
    std::printf("figure: %s_frame_max %.1f ms of %zu\n", what, meter.percentile(1.0), meter.count());
    std::printf("figure: %s_busy %.0f %%\n", what, meter.share() * 100);
    std::fflush(stdout);
    meter.forget();
    return p99 <= goalMs;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    const Words words;
    MainWindow window(Config{}, words);
    window.resize(1600, 1000);
    window.show();
    QTest::qWait(300);
    TurnMeter meter;
    const RunningTesters testers(window, 1000);
    QTest::qWait(1000);
    bool met = figures("thousand_testers_come", meter);
    QTest::qWait(seconds * 1000);
    met = figures("thousand_testers_run", meter) && met;
    auto *table = window.findChild<TesterTable *>();
    if (table->model()->rowCount() != 1000) {
        std::fprintf(stderr, "the table shows %d testers\n", table->model()->rowCount());
        return 4;
    }
    table->sortByColumn(TesterModel::Progress,
                        Qt::DescendingOrder); // keeps changing
    QTest::qWait(300);
    meter.forget();
    QTest::qWait(seconds * 1000);
    met = figures("thousand_testers_sorted_by_progress", meter) && met;
    return met ? 0 : 1;
}
