// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <list>
#include <unordered_map>
#include <utility>

namespace parallax {

/// Values by key, the least recently used first. Its owner bounds it by dropping the oldest.
template<class Key, class Value, class Hash>
class RecentTable
{
public:
    /// The value, now the newest; null when unknown.
    Value *find(const Key &key)
    {
        const auto found = m_places.find(key);
        if (found == m_places.end())
            return nullptr;
        m_entries.splice(m_entries.end(), m_entries, found->second);
        return &found->second->second;
    }
    Value &add(const Key &key, Value value)
    {
        m_entries.emplace_back(key, std::move(value));
        m_places.emplace(key, std::prev(m_entries.end()));
        return m_entries.back().second;
    }
    const Value &oldest() const { return m_entries.front().second; }
    void dropOldest()
    {
        m_places.erase(m_entries.front().first);
        m_entries.pop_front();
    }
    std::size_t size() const { return m_entries.size(); }

private:
    using Entries = std::list<std::pair<Key, Value>>;

    Entries m_entries;
    std::unordered_map<Key, typename Entries::iterator, Hash> m_places;
};

} // namespace parallax
