// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/store/session_store.h"

#include "tests/golden/fixtures.h"

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
};

QTEST_GUILESS_MAIN(BenchStore)
#include "bench_store.moc"
