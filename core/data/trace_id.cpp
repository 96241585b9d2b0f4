// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/update.h"

#include <atomic>

namespace parallax {

TraceId nextTraceId()
{
    static std::atomic<unsigned long long> next{1};
    return TraceId{next.fetch_add(1)};
}

} // namespace parallax
