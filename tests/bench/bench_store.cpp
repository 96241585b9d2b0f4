// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/base/statistics.h"
#include "core/store/path_recorder.h"
#include "core/store/session_store.h"

#include "tests/golden/fixtures.h"
#include "tests/support/busy_time.h"
#include "tests/support/watched_path.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr int runs = 100;
constexpr int observationsPerRun = 100; // ten pings in three layers, and a path with its refinement

SessionRecord usualRun(int number)
{
    SessionRecord record = fixtures::proxied();
    record.id = std::to_string(number);
    fixtures::Run more(record);
    for (int i = 0; i < observationsPerRun - 10; ++i)
        more.hop(100 + static_cast<std::uint64_t>(i), static_cast<std::uint8_t>(1 + i % 12), 10ms,
                 "192.0.2.9");
    return record;
}

double inMilliseconds(std::optional<Duration> duration)
{
    return toMilliseconds(duration.value_or(Duration{}));
}

qint64 bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    const auto files = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files)
        bytes += file.size();
    return bytes;
}

double mebibytes(qint64 bytes)
{
    return static_cast<double>(bytes) / (1 << 20);
}

Duration since(std::chrono::steady_clock::time_point before)
{
    return std::chrono::steady_clock::now() - before;
}

/// A round of the played day, as late as rounds are: regular moments would pack too well.
std::vector<Observation> lateRound(const PathHistory &day, std::size_t round)
{
    const Duration late((round + 1) * 0x9e3779b97f4a7c15ULL % 1'000'000);
    std::vector<Observation> observations;
    for (const auto &[ttl, hop] : day.hops()) {
        Observation observation = fixtures::observationOf(day, ttl, round);
        observation.probe.sent += late;
        if (observation.reply)
            observation.reply->received += late;
        observations.push_back(observation);
    }
    return observations;
}

/// Writes a watched day as it would have been written, twice a minute; says how long each took.
std::vector<Duration> writeDay(SessionStore &store, const TraceState &day, PathHistory &written)
{
    constexpr std::size_t roundsPerWrite = 30;
    PathRecorder recorder(TraceOpened{TraceId{1}, day.request, day.record});
    std::vector<Duration> times;
    for (std::size_t round = 0; round < day.history.rounds(); ++round) {
        const TraceObserved observed{.trace = TraceId{1}, .batch = lateRound(day.history, round)};
        for (const Observation &observation : observed.batch)
            written.add(observation, day.record.address.address);
        recorder.add(observed);
        if ((round + 1) % roundsPerWrite != 0)
            continue;
        const auto before = std::chrono::steady_clock::now();
        if (!store.paths().write(recorder.news()))
            return {};
        recorder.written();
        times.push_back(since(before));
    }
    return times;
}

} // namespace

/// How long a run waits for the disk before it may be shown as finished.
class BenchStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savingARunTakesLittleOfItsTime()
    {
        const QTemporaryDir folder;
        auto store = SessionStore::open(folder.filePath(QStringLiteral("store.sqlite")));
        QVERIFY(store);
        std::vector<Duration> times;
        for (int i = 0; i < runs; ++i) {
            const auto before = std::chrono::steady_clock::now();
            QVERIFY(store.value().save(usualRun(i)));
            times.push_back(std::chrono::steady_clock::now() - before);
        }
        Duration sum{};
        for (const Duration time : times)
            sum += time;
        qInfo("store: %.0f saves/s, median %.2f ms, p95 %.2f ms a save of %d observations",
              runs * 1e3 / toMilliseconds(sum), inMilliseconds(median(times)),
              inMilliseconds(percentile(times, 0.95)), observationsPerRun);
        // A second a run would be noticed by whoever waits; disks of any age are far below.
        QVERIFY(inMilliseconds(median(times)) < 1000.0);

        const auto before = std::chrono::steady_clock::now();
        QCOMPARE(store.value().load(runs).value().records.size(), std::size_t{runs});
        qInfo("store: %.2f ms to load a run at launch",
              toMilliseconds(std::chrono::steady_clock::now() - before) / runs);
    }

    void runsThatEndTogetherShareTheDisksTime()
    {
        constexpr int together = 64; // as many as StoreWorker takes at once
        constexpr int rounds = 16;
        const QTemporaryDir folder;
        auto store = SessionStore::open(folder.filePath(QStringLiteral("store.sqlite")));
        QVERIFY(store);
        Duration sum{};
        for (int round = 0; round < rounds; ++round) {
            std::vector<FinishedRun> ended;
            for (int i = 0; i < together; ++i) {
                SessionRecord record = usualRun(i);
                record.id = timedUuid(Timestamp{std::chrono::milliseconds(round * together + i)});
                ended.push_back(std::make_shared<const SessionRecord>(std::move(record)));
            }
            const auto before = std::chrono::steady_clock::now();
            QVERIFY(store.value().save(ended));
            sum += since(before);
        }
        qInfo("store: %.2f ms a run where %d are saved together", toMilliseconds(sum) / (rounds * together),
              together);
    }

    void aWatchedDayIsSmallAndOpensAtOnce()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("store.sqlite"));
        const TraceState day = fixtures::longWatch(30, PathHistory::mostRounds);
        PathHistory written;
        {
            auto store = SessionStore::open(file);
            QVERIFY(store);
            const std::vector<Duration> times = writeDay(store.value(), day, written);
            QVERIFY(!times.empty());
            qInfo("store: half a minute of 30 hops is written in %.2f ms, p95 %.2f ms",
                  inMilliseconds(median(times)), inMilliseconds(percentile(times, 0.95)));
            qInfo("store: %.1f MiB for that day while its store is open, log included",
                  mebibytes(bytesIn(folder.path())));
        }
        const qint64 bytes = bytesIn(folder.path());
        const auto before = std::chrono::steady_clock::now();
        auto store = SessionStore::open(file);
        QVERIFY(store);
        const auto list = store.value().paths().list();
        auto path = store.value().paths().load(list.value().front().id);
        const double seconds = toMilliseconds(since(before)) / 1e3;
        qInfo("store: 30 hops at one round a second for a day: %.1f MiB on disk (goal 64), opened in %.2f s "
              "(goal 1)",
              mebibytes(bytes), seconds);
        QVERIFY(path && path.value().damaged.empty());
        QVERIFY(path.value().state.history.block(0, PathHistory::mostRounds)
                == written.block(0, PathHistory::mostRounds));
        QVERIFY(mebibytes(bytes) <= 64.0);
        QVERIFY(seconds <= slowMachine);
        rollUp(store.value(), list.value().front().id);
    }

private:
    static void rollUp(SessionStore &store, const std::string &id)
    {
        const auto before = std::chrono::steady_clock::now();
        auto paths = store.paths();
        int turns = 1;
        while (paths.rollUp(fixtures::watchBegan() + 48h).value())
            ++turns;
        const double turn = toMilliseconds(since(before)) / turns;
        const auto again = std::chrono::steady_clock::now();
        QVERIFY(paths.load(id).value().state.byMinute);
        qInfo("store: rolled up to minutes in %d turns of %.0f ms, opened in %.2f s", turns, turn,
              toMilliseconds(since(again)) / 1e3);
    }
};

QTEST_GUILESS_MAIN(BenchStore)
#include "bench_store.moc"
