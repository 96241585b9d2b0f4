// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/layers.h"
#include "core/evidence/policy.h"

#include <optional>
#include <span>

namespace parallax {

/// A rule reads the layers and the record; nothing when what it needs was not measured.
using Rule = std::optional<Evidence> (*)(const Layers &, const SessionRecord &, const Policy &);

/// Every rule there is. Adding one means writing a function and naming it in the table.
std::span<const Rule> rules();

/// The browser's answer minus the endpoint's: what lies behind the endpoint. Nothing without both.
std::optional<Duration> layerGap(const Layers &layers, const SessionRecord &record, const Policy &policy);

/// By how much that gap may be chance.
Duration gapNoise(const Layers &layers, const SessionRecord &record, const Policy &policy);

/// Whether the endpoint's round trips vary as a radio link's do.
bool variesLikeRadio(const Layers &layers, const Policy &policy);

/// The step from the hop right before the endpoint to the endpoint; where the trace does not show it, from
/// the host that answers ICMP echo for the tester's address.
struct Jump {
    Duration size{};
    bool behindExit = false; // that hop shows the tester's own address: a NAT, or a VPN's exit
    bool byEcho = false;
};
std::optional<Jump> endpointJump(const Layers &layers, const SessionRecord &record, const Policy &policy);

/// By how long a tunnel keeps the page's answers waiting for its own delayed acknowledgements; nothing when
/// it does not. Control pings then return at once, text comes later by the jump and such a delay, and the
/// segments are as small as a tunnel's.
std::optional<Duration> heldBack(const Layers &layers, const SessionRecord &record, const Policy &policy);

/// By how much the offered segments are smaller than full Ethernet's; nothing without a SYN.
std::optional<int> missingBytes(const SessionRecord &record, const Policy &policy);

} // namespace parallax
