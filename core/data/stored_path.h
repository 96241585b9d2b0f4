// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/observation.h"

#include <cstdint>
#include <string>

namespace parallax {

/// A watched path in the store, as a list shows it.
struct StoredPath {
    std::string id{};
    std::string target{}; // as the user named it
    SocketAddress address{};
    Method method = Method::IcmpEcho;
    Timestamp started{}; // to the millisecond; likewise the next
    Timestamp ended{}; // when the last round stored began
    std::uint64_t rounds = 0;
    bool running = false; // it is being watched now, by this program

    bool operator==(const StoredPath &) const = default;
};

} // namespace parallax
