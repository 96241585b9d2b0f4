// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/evidence/rule_list.h"

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

double bounded(const Policy &policy, double weight)
{
    return std::clamp(weight, -policy.strongest, policy.strongest);
}

} // namespace

namespace rule {

std::optional<Evidence> webSocketTcpGap(const Layers & /*layers*/, const SessionRecord &record,
                                        const Policy &policy)
{
    const auto gaps = pairedGaps(record);
    const auto gap = median(gaps);
    if (!gap)
        return std::nullopt;
    // Shown because it is what a person checks first; the weight is in the next rule, which is not misled by
    // acknowledgements that wait for the answer.
    std::optional<Interval> interval;
    if (const auto sure = medianInterval(gaps))
        interval = Interval{toMilliseconds(sure->low), toMilliseconds(sure->high)};
    return Evidence{.name = EvidenceName::WebSocketTcpGap,
                    .finding = *gap > policy.gapThreshold ? Finding::LayersApart : Finding::LayersAgree,
                    .value = toMilliseconds(*gap),
                    .interval = interval,
                    .reference = toMilliseconds(policy.gapThreshold),
                    .unit = Unit::Millisecond,
                    .favours = *gap > policy.gapThreshold ? VerdictKind::Proxy : VerdictKind::Direct};
}

std::optional<Evidence> webSocketEndpointGap(const Layers &layers, const SessionRecord &record,
                                             const Policy &policy)
{
    const auto gap = layerGap(layers, record, policy);
    if (!gap || layers.text.count < policy.leastPings)
        return std::nullopt;
    const double noise = toMilliseconds(gapNoise(layers, record, policy));
    const double threshold = toMilliseconds(policy.gapThreshold) + policy.noiseFactor * noise;
    const double scale = std::max(toMilliseconds(policy.gapScale), noise);
    const double weight = bounded(policy, (toMilliseconds(*gap) - threshold) / scale);
    Evidence evidence{.name = EvidenceName::WebSocketEndpointGap,
                      .finding = weight > 0 ? Finding::LayersApart : Finding::LayersAgree,
                      .value = toMilliseconds(*gap),
                      .reference = threshold,
                      .unit = Unit::Millisecond};
    if (std::abs(weight) < 1.0)
        evidence.finding = Finding::TooNoisy;
    return forOrAgainst(evidence, VerdictKind::Proxy, weight);
}

std::optional<Evidence> controlTextGap(const Layers &layers, const SessionRecord &record,
                                       const Policy &policy)
{
    if (layers.pageHidden || layers.control.count < policy.leastPings
        || layers.text.count < policy.leastPings)
        return std::nullopt;
    const Duration gap = *layers.text.min - *layers.control.min;
    Evidence evidence{.name = EvidenceName::ControlTextGap,
                      .finding = Finding::LayersAgree,
                      .value = toMilliseconds(gap),
                      .reference = toMilliseconds(policy.controlTextThreshold),
                      .unit = Unit::Millisecond};
    if (const auto hold = heldBack(layers, record, policy)) {
        evidence.finding = Finding::HeldBack;
        evidence.reference = toMilliseconds(*hold);
        return forOrAgainst(evidence, VerdictKind::Tunnel, policy.heldBack);
    }
    if (gap <= policy.controlTextThreshold)
        return forOrAgainst(evidence, VerdictKind::Proxy, -policy.controlTextTogether);
    evidence.finding = Finding::LayersApart;
    return forOrAgainst(evidence, VerdictKind::Proxy, policy.controlTextApart);
}

/// Shown beside the others, without weight: it can't tell where between that hop and the browser the time
/// goes.
std::optional<Evidence> webSocketLastHop(const Layers &layers, const SessionRecord & /*record*/,
                                         const Policy &policy)
{
    const Hop *last = layers.path.lastHop();
    if (!last || layers.text.count < policy.leastPings)
        return std::nullopt;
    return Evidence{.name = EvidenceName::WebSocketLastHop,
                    .finding = Finding::Present,
                    .value = toMilliseconds(*layers.text.min - *last->rtt.min),
                    .reference = toMilliseconds(*last->rtt.min),
                    .unit = Unit::Millisecond};
}

std::optional<Evidence> handshake(const Layers &layers, const SessionRecord &record,
                                  const Policy & /*policy*/)
{
    if (!record.tcp.handshakeRtt || !layers.tcp.min)
        return std::nullopt;
    return Evidence{.name = EvidenceName::Handshake,
                    .finding = Finding::Present,
                    .value = toMilliseconds(*record.tcp.handshakeRtt),
                    .reference = toMilliseconds(*layers.tcp.min),
                    .unit = Unit::Millisecond};
}

} // namespace rule

} // namespace parallax
