// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/rules.h"

#include <cmath>

namespace parallax {

/// An evidence whose weight's sign chooses between a kind and "direct".
inline Evidence forOrAgainst(Evidence evidence, VerdictKind kind, double weight)
{
    evidence.favours = weight > 0 ? kind : VerdictKind::Direct;
    evidence.weight = std::abs(weight);
    return evidence;
}

/// A function each, to be named in rules.cpp.
namespace rule {

std::optional<Evidence> webSocketTcpGap(const Layers &layers, const SessionRecord &record,
                                        const Policy &policy);
std::optional<Evidence> webSocketEndpointGap(const Layers &layers, const SessionRecord &record,
                                             const Policy &policy);
std::optional<Evidence> controlTextGap(const Layers &layers, const SessionRecord &record,
                                       const Policy &policy);
std::optional<Evidence> webSocketLastHop(const Layers &layers, const SessionRecord &record,
                                         const Policy &policy);
std::optional<Evidence> handshake(const Layers &layers, const SessionRecord &record, const Policy &policy);
std::optional<Evidence> endpointLastHop(const Layers &layers, const SessionRecord &record,
                                        const Policy &policy);
std::optional<Evidence> icmpEcho(const Layers &layers, const SessionRecord &record, const Policy &policy);
std::optional<Evidence> lastMile(const Layers &layers, const SessionRecord &record, const Policy &policy);
std::optional<Evidence> pathReach(const Layers &layers, const SessionRecord &record, const Policy &policy);
std::optional<Evidence> returnPath(const Layers &layers, const SessionRecord &record, const Policy &policy);
std::optional<Evidence> maximumSegmentSize(const Layers &layers, const SessionRecord &record,
                                           const Policy &policy);
std::optional<Evidence> behindReverseProxy(const Layers &layers, const SessionRecord &record,
                                           const Policy &policy);
std::optional<Evidence> sameMachine(const Layers &layers, const SessionRecord &record, const Policy &policy);
std::optional<Evidence> stackUserAgent(const Layers &layers, const SessionRecord &record,
                                       const Policy &policy);
std::optional<Evidence> hiddenPage(const Layers &layers, const SessionRecord &record, const Policy &policy);
std::optional<Evidence> hostingNetwork(const Layers &layers, const SessionRecord &record,
                                       const Policy &policy);
std::optional<Evidence> timeZoneCountry(const Layers &layers, const SessionRecord &record,
                                        const Policy &policy);
std::optional<Evidence> pageAddress(const Layers &layers, const SessionRecord &record, const Policy &policy);
std::optional<Evidence> forwardingHeaders(const Layers &layers, const SessionRecord &record,
                                          const Policy &policy);

} // namespace rule

} // namespace parallax
