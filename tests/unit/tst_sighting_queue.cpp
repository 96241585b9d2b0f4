// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where threads share memory. scripts/test.sh runs it under TSan too.
#include "core/probe/sighting_queue.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace parallax;

namespace {

std::vector<Sighting> batchOf(std::size_t count, std::uint16_t from = 0)
{
    std::vector<Sighting> batch;
    for (std::size_t i = 0; i < count; ++i)
        batch.emplace_back(EchoAnswer{.sequence = static_cast<std::uint16_t>(from + i)});
    return batch;
}

} // namespace

class TestSightingQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheFirstBatchAsksForATaker()
    {
        SightingQueue queue(100);
        auto batch = batchOf(3);
        QVERIFY(queue.put(batch));
        QVERIFY(batch.empty());
        batch = batchOf(2, 3);
        QVERIFY(!queue.put(batch));
        QCOMPARE(queue.take().size(), std::size_t{5});
        batch = batchOf(1);
        QVERIFY(queue.put(batch));
    }

    void anEmptyBatchAsksForNobody()
    {
        SightingQueue queue(100);
        std::vector<Sighting> none;
        QVERIFY(!queue.put(none));
    }

    void whatFindsNoRoomIsDroppedAndCounted()
    {
        SightingQueue queue(4);
        auto batch = batchOf(6);
        queue.put(batch);
        batch = batchOf(2);
        QVERIFY(!queue.put(batch));
        QCOMPARE(queue.dropped(), std::uint64_t{4});
        QCOMPARE(queue.take().size(), std::size_t{4});
    }

    void twoThreadsLoseNothingAndKeepTheOrder()
    {
        constexpr std::size_t batches = 2'000;
        constexpr std::size_t batchSize = 7;
        SightingQueue queue(batches * batchSize);
        std::atomic<bool> done = false;
        std::thread capture([&] {
            for (std::size_t i = 0; i < batches; ++i) {
                auto batch = batchOf(batchSize, static_cast<std::uint16_t>(i * batchSize));
                queue.put(batch);
            }
            done = true;
        });
        std::size_t taken = 0;
        bool inOrder = true;
        for (bool last = false; !last;) {
            last = done; // before taking: what was put by then is taken in this turn
            for (const Sighting &sighting : queue.take())
                inOrder = inOrder && std::get<EchoAnswer>(sighting).sequence == taken++;
        }
        capture.join();
        QCOMPARE(taken, batches * batchSize);
        QVERIFY(inOrder);
        QCOMPARE(queue.dropped(), std::uint64_t{0});
    }
};

QTEST_GUILESS_MAIN(TestSightingQueue)
#include "tst_sighting_queue.moc"
