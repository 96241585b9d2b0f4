// SPDX-License-Identifier: GPL-3.0-or-later
// One thread's view; race_sighting_queue.cpp has two.
#include "core/probe/sighting_queue.h"

#include <QTest>

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
};

QTEST_GUILESS_MAIN(TestSightingQueue)
#include "tst_sighting_queue.moc"
