// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/rule_list.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

constexpr std::array allRules{&rule::webSocketEndpointGap,
                              &rule::webSocketTcpGap,
                              &rule::controlTextGap,
                              &rule::endpointLastHop,
                              &rule::icmpEcho,
                              &rule::maximumSegmentSize,
                              &rule::pathReach,
                              &rule::webSocketLastHop,
                              &rule::handshake,
                              &rule::behindReverseProxy,
                              &rule::sameMachine,
                              &rule::stackUserAgent,
                              &rule::returnPath,
                              &rule::hiddenPage,
                              &rule::hostingNetwork,
                              &rule::timeZoneCountry,
                              &rule::pageAddress,
                              &rule::forwardingHeaders,
                              &rule::lastMile};

/// A busy page answers text late, its network code answers control pings on time; an intermediary that
/// answers them itself gives itself away by a far larger difference. A hidden page can be late by as much,
/// and so can a tunnel that holds small segments back.
bool controlPingsAreTheBrowsers(const Layers &layers, const SessionRecord &record, const Policy &policy)
{
    return layers.control.min && layers.text.min
        && (layers.pageHidden || *layers.text.min - *layers.control.min < policy.controlTextThreshold
            || heldBack(layers, record, policy));
}

std::optional<Jump> tracedJump(const Layers &layers, const SessionRecord &record, const Policy &policy)
{
    const auto &endpoint = layers.path.endpoint;
    const IpAddress &tester = record.tester.peer.address;
    const Hop *before = hopBeforeStep(layers.path, tester);
    if (!endpoint || !before)
        return std::nullopt;
    const bool behindExit = before->address == tester;
    if (!behindExit && endpoint->ttl - before->ttl > policy.jumpReachHops)
        return std::nullopt; // silent routers in between: a long way is no jump
    // The endpoint's acknowledgements count too: a jittery last link makes its few answers to the trace late.
    return Jump{.size = *layers.endpointFloor - *before->rtt.min, .behindExit = behindExit};
}

} // namespace

std::span<const Rule> rules()
{
    return allRules;
}

std::optional<Duration> layerGap(const Layers &layers, const SessionRecord &record, const Policy &policy)
{
    if (!layers.text.min || !layers.endpointFloor)
        return std::nullopt;
    Duration browser = *layers.text.min;
    if (controlPingsAreTheBrowsers(layers, record, policy))
        browser = std::min(browser, *layers.control.min);
    return browser - *layers.endpointFloor;
}

Duration gapNoise(const Layers &layers, const SessionRecord &record, const Policy &policy)
{
    const Duration text = uncertaintyOfMinimum(layers.text);
    const bool bothCount =
        layers.control.count >= policy.leastPings && controlPingsAreTheBrowsers(layers, record, policy);
    // A relay that collects small segments (Nagle) holds back every other text message, but not the control
    // ping after it: the steadier of the two tells how sure the common minimum is.
    return bothCount ? std::min(text, uncertaintyOfMinimum(layers.control)) : text;
}

bool variesLikeRadio(const Layers &layers, const Policy &policy)
{
    return layers.tcp.count >= policy.leastPings && *layers.tcp.median - *layers.tcp.min > policy.radioSpread;
}

std::optional<Jump> endpointJump(const Layers &layers, const SessionRecord &record, const Policy &policy)
{
    if (!layers.endpointFloor)
        return std::nullopt;
    if (const auto jump = tracedJump(layers, record, policy))
        return jump;
    if (!layers.icmp.min)
        return std::nullopt;
    return Jump{.size = *layers.endpointFloor - *layers.icmp.min, .behindExit = true, .byEcho = true};
}

std::optional<Duration> heldBack(const Layers &layers, const SessionRecord &record, const Policy &policy)
{
    const auto jump = endpointJump(layers, record, policy);
    const auto missing = missingBytes(record, policy);
    if (!jump || !jump->behindExit || missing.value_or(0) < policy.tunnelLoss || !layers.text.min
        || layers.control.count < policy.leastPings
        || *layers.control.min - *layers.endpointFloor > policy.gapThreshold)
        return std::nullopt;
    // The answer waits until its tunnel's other end, one jump away, acknowledges what was sent before it.
    const Duration hold = *layers.text.min - *layers.control.min - std::max(jump->size, Duration::zero());
    return hold >= policy.holdLeast && hold <= policy.holdMost ? std::optional(hold) : std::nullopt;
}

std::optional<int> missingBytes(const SessionRecord &record, const Policy &policy)
{
    if (!record.tcp.mss)
        return std::nullopt;
    const int full = record.tester.peer.address.isV4() ? policy.fullMssV4 : policy.fullMssV6;
    return full - *record.tcp.mss;
}

} // namespace parallax
