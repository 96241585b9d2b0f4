// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

namespace parallax {

/// Moves all of `more` behind `all`. Grows by a quarter, where a vector would double: of a thousand records
/// that are gathered at once, half would be unused room.
template<class Value>
void append(std::vector<Value> &all, std::vector<Value> more)
{
    const std::size_t needed = all.size() + more.size();
    if (needed > all.capacity())
        all.reserve(std::max(needed, all.capacity() + all.capacity() / 4));
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace parallax
