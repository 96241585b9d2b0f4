// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/layers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace parallax {

/// For n samples of a one-sided spread the minimum lies about (median − minimum) / sqrt(n) above the true
/// floor.
Duration uncertaintyOfMinimum(const RttSummary &rtt)
{
    if (rtt.count < 2)
        return {};
    const double spread = static_cast<double>((*rtt.median - *rtt.min).count());
    return Duration(std::llround(spread / std::sqrt(static_cast<double>(rtt.count))));
}

Layers layersOf(const SessionRecord &record)
{
    Layers layers{.text = layerRtt(record, Method::WebSocketText),
                  .control = layerRtt(record, Method::WebSocketControl),
                  .tcp = layerRtt(record, Method::TcpSegment),
                  .icmp = layerRtt(record, Method::IcmpEcho),
                  .path = pathOf(record),
                  .pageHidden = record.tester.hiddenDuringRun};
    const std::array floors{layers.tcp.min,
                            layers.path.endpoint ? layers.path.endpoint->rtt.min : std::nullopt,
                            record.tcp.handshakeRtt, record.tcp.minRtt};
    for (const auto &floor : floors) {
        if (floor && *floor > Duration::zero())
            layers.endpointFloor = std::min(layers.endpointFloor.value_or(*floor), *floor);
    }
    return layers;
}

} // namespace parallax
