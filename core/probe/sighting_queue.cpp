// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/sighting_queue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace parallax {

SightingQueue::SightingQueue(std::size_t most)
    : m_most(most)
{
}

bool SightingQueue::put(std::vector<Sighting> &batch)
{
    bool first = false;
    {
        const std::scoped_lock lock(m_mutex);
        const std::size_t taken = std::min(m_most - m_waiting.size(), batch.size());
        first = m_waiting.empty() && taken > 0;
        m_waiting.insert(m_waiting.end(), std::make_move_iterator(batch.begin()),
                         std::make_move_iterator(batch.begin() + static_cast<std::ptrdiff_t>(taken)));
        m_dropped.fetch_add(batch.size() - taken);
    }
    batch.clear();
    return first;
}

std::vector<Sighting> SightingQueue::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_waiting, {});
}

} // namespace parallax
