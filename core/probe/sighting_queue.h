// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/segment.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace parallax {

/// From the capture thread to the measuring one, in batches and bounded. Every function from any thread.
class SightingQueue
{
public:
    /// Beyond `most` that nobody took, new ones are dropped and counted.
    explicit SightingQueue(std::size_t most);

    /// Moves the batch in and empties it. True when nothing waited before: whoever takes must be told.
    bool put(std::vector<Sighting> &batch);
    std::vector<Sighting> take();
    std::uint64_t dropped() const { return m_dropped.load(); }

private:
    const std::size_t m_most;
    std::atomic<std::uint64_t> m_dropped{0};
    std::mutex m_mutex; // guards m_waiting
    std::vector<Sighting> m_waiting;
};

} // namespace parallax
