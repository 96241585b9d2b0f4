// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/summary.h"

#include <optional>

namespace parallax {

/// A record seen layer by layer: what every rule starts from.
struct Layers {
    RttSummary text{};
    RttSummary control{};
    RttSummary tcp{};
    RttSummary icmp{};
    Path path{};
    /// The shortest time in which the TCP endpoint was ever seen to answer: acknowledgements, D-SACKs, the
    /// handshake and TCP_INFO. Delayed acknowledgements only ever make single ones later.
    std::optional<Duration> endpointFloor{};
    bool pageHidden = false; // for a part of the run: text messages may be late
};

/// By how much a layer's minimum may lie above the true floor by chance: the spread above the minimum shrinks
/// with the number of samples.
Duration uncertaintyOfMinimum(const RttSummary &rtt);

Layers layersOf(const SessionRecord &record);

} // namespace parallax
