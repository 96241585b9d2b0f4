// SPDX-License-Identifier: GPL-3.0-or-later
// A place where threads share memory without Qt, for TSan: without QtTest, whose own watchdog thread it would
// judge too.
#include "core/probe/sighting_queue.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <thread>

using namespace parallax;

namespace {

constexpr std::size_t batches = 2'000;
constexpr std::size_t batchSize = 7;

void putAll(SightingQueue &queue)
{
    std::uint16_t sequence = 0;
    for (std::size_t i = 0; i < batches; ++i) {
        std::vector<Sighting> batch;
        batch.reserve(batchSize);
        for (std::size_t j = 0; j < batchSize; ++j)
            batch.emplace_back(EchoAnswer{.sequence = sequence++});
        queue.put(batch);
    }
}

bool everythingArrivesInOrder()
{
    SightingQueue queue(batches * batchSize);
    std::atomic<bool> done = false;
    std::thread capture([&] {
        putAll(queue);
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
    std::printf("%zu of %zu taken, %s, %llu dropped\n", taken, batches * batchSize,
                inOrder ? "in order" : "out of order", static_cast<unsigned long long>(queue.dropped()));
    return taken == batches * batchSize && inOrder && queue.dropped() == 0;
}

} // namespace

int main()
{
    try {
        return everythingArrivesInOrder() ? EXIT_SUCCESS : EXIT_FAILURE;
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return EXIT_FAILURE;
    }
}
