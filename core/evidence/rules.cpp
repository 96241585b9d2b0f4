// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/rules.h"

#include "core/base/statistics.h"
#include "core/data/hosting.h"
#include "core/data/stack.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace parallax {

namespace {

constexpr double strongest = 6.0; // no single measurement says more: e^6 is 400 to 1

double milliseconds(Duration duration)
{
    return toMilliseconds(duration);
}

double bounded(double weight)
{
    return std::clamp(weight, -strongest, strongest);
}

/// An evidence whose weight's sign chooses between a kind and "direct".
Evidence forOrAgainst(Evidence evidence, VerdictKind kind, double weight)
{
    evidence.favours = weight > 0 ? kind : VerdictKind::Direct;
    evidence.weight = std::abs(weight);
    return evidence;
}

/// A busy page answers text late, its network code answers control pings on time; an intermediary that
/// answers them itself gives itself away by a far larger difference. A hidden page can be late by as much.
bool controlPingsAreTheBrowsers(const Layers &layers, const Policy &policy)
{
    return layers.control.min && layers.text.min
        && (layers.pageHidden || *layers.text.min - *layers.control.min < policy.controlTextThreshold);
}

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
        interval = Interval{milliseconds(sure->low), milliseconds(sure->high)};
    return Evidence{.name = EvidenceName::WebSocketTcpGap,
                    .finding = *gap > policy.gapThreshold ? Finding::LayersApart : Finding::LayersAgree,
                    .value = milliseconds(*gap),
                    .interval = interval,
                    .reference = milliseconds(policy.gapThreshold),
                    .unit = Unit::Millisecond,
                    .favours = *gap > policy.gapThreshold ? VerdictKind::Proxy : VerdictKind::Direct};
}

std::optional<Evidence> webSocketEndpointGap(const Layers &layers, const SessionRecord & /*record*/,
                                             const Policy &policy)
{
    const auto gap = layerGap(layers, policy);
    if (!gap || layers.text.count < policy.leastPings)
        return std::nullopt;
    const double noise = milliseconds(gapNoise(layers, policy));
    const double threshold = milliseconds(policy.gapThreshold) + policy.noiseFactor * noise;
    const double scale = std::max(milliseconds(policy.gapScale), noise);
    const double weight = bounded((milliseconds(*gap) - threshold) / scale);
    Evidence evidence{.name = EvidenceName::WebSocketEndpointGap,
                      .finding = weight > 0 ? Finding::LayersApart : Finding::LayersAgree,
                      .value = milliseconds(*gap),
                      .reference = threshold,
                      .unit = Unit::Millisecond};
    if (std::abs(weight) < 1.0)
        evidence.finding = Finding::TooNoisy;
    return forOrAgainst(evidence, VerdictKind::Proxy, weight);
}

std::optional<Evidence> controlTextGap(const Layers &layers, const SessionRecord & /*record*/,
                                       const Policy &policy)
{
    if (layers.pageHidden || layers.control.count < policy.leastPings
        || layers.text.count < policy.leastPings)
        return std::nullopt;
    const Duration gap = *layers.text.min - *layers.control.min;
    const bool apart = gap > policy.controlTextThreshold;
    return forOrAgainst({.name = EvidenceName::ControlTextGap,
                         .finding = apart ? Finding::LayersApart : Finding::LayersAgree,
                         .value = milliseconds(gap),
                         .reference = milliseconds(policy.controlTextThreshold),
                         .unit = Unit::Millisecond},
                        VerdictKind::Proxy, apart ? 2.0 : -0.1);
}

std::optional<Evidence> endpointLastHop(const Layers &layers, const SessionRecord &record,
                                        const Policy &policy)
{
    const auto jump = endpointJump(layers, record, policy);
    if (!jump)
        return std::nullopt;
    const double threshold = milliseconds(policy.jumpThreshold) + 2 * milliseconds(gapNoise(layers, policy));
    const double weight =
        std::clamp((milliseconds(jump->size) - threshold) / milliseconds(policy.jumpScale), -2.0, 3.0);
    Evidence evidence{.name = EvidenceName::EndpointLastHop,
                      .finding = Finding::SteadyPath,
                      .value = milliseconds(jump->size),
                      .reference = threshold,
                      .unit = Unit::Millisecond};
    if (weight > 0)
        evidence.finding = jump->behindExit ? Finding::JumpBehindExit : Finding::JumpAtEnd;
    return forOrAgainst(evidence, VerdictKind::Tunnel, weight);
}

/// What the defaults of common tunnels take from a full segment; mobile networks have other sizes.
bool isTunnelLoss(int missing)
{
    const bool wireGuard = missing == 80; // MTU 1420, wg-quick(8)
    const bool tailscale = missing == 220; // MTU 1280
    // mssfix 1450 less IP, UDP, TCP, and the cipher's headers: 1357 to 1369 (openvpn(8); 1359 and 1361
    // measured)
    const bool openVpn = missing >= 91 && missing <= 103;
    return wireGuard || tailscale || openVpn;
}

std::optional<Evidence> maximumSegmentSize(const Layers & /*layers*/, const SessionRecord &record,
                                           const Policy &policy)
{
    if (!record.tcp.mss)
        return std::nullopt;
    const int full = record.tester.peer.address.isV4() ? policy.fullMssV4 : policy.fullMssV6;
    const int missing = full - *record.tcp.mss;
    double weight = -2.5;
    Finding finding = Finding::FullSize;
    if (missing > 0) {
        finding = Finding::SmallerThanEthernet;
        weight = missing <= policy.pppoeLoss ? -1.0 : (missing < policy.tunnelLoss ? 1.0 : 2.5);
    }
    if (isTunnelLoss(missing)) {
        finding = Finding::TunnelSize;
        weight = policy.tunnelSize;
    }
    return forOrAgainst({.name = EvidenceName::MaximumSegmentSize,
                         .finding = finding,
                         .value = *record.tcp.mss,
                         .reference = full,
                         .unit = Unit::Byte},
                        VerdictKind::Tunnel, weight);
}

/// Shown where a jump is in question: it then counts less.
std::optional<Evidence> lastMile(const Layers &layers, const SessionRecord &record, const Policy &policy)
{
    const auto jump = endpointJump(layers, record, policy);
    if (!jump || jump->size < policy.jumpThreshold || !variesLikeRadio(layers, policy))
        return std::nullopt;
    return Evidence{.name = EvidenceName::LastMile,
                    .finding = Finding::Present,
                    .value = milliseconds(*layers.tcp.median - *layers.tcp.min),
                    .unit = Unit::Millisecond};
}

std::optional<Evidence> pathReach(const Layers &layers, const SessionRecord &record,
                                  const Policy & /*policy*/)
{
    Evidence evidence{.name = EvidenceName::PathReach,
                      .finding = Finding::NotTraced,
                      .unit = Unit::HopCount,
                      .favours = VerdictKind::Inconclusive};
    if (record.timestamps == TimestampSource::Application)
        return evidence;
    if (record.traceEnd == TraceEnd::NotRun && layers.path.hops.empty() && !layers.path.endpoint)
        return std::nullopt; // still to come
    const Hop *last = layers.path.lastHop();
    if (layers.path.endpoint) {
        evidence.finding =
            last || layers.path.endpoint->ttl == 1 ? Finding::ReachedEndpoint : Finding::NoHopAnswered;
        evidence.value = layers.path.endpoint->ttl;
        return evidence;
    }
    evidence.finding = last ? Finding::StoppedShort : Finding::NoHopAnswered;
    if (last)
        evidence.value = last->ttl;
    return evidence;
}

std::optional<Evidence> handshake(const Layers &layers, const SessionRecord &record,
                                  const Policy & /*policy*/)
{
    if (!record.tcp.handshakeRtt || !layers.tcp.min)
        return std::nullopt;
    return Evidence{.name = EvidenceName::Handshake,
                    .finding = Finding::Present,
                    .value = milliseconds(*record.tcp.handshakeRtt),
                    .reference = milliseconds(*layers.tcp.min),
                    .unit = Unit::Millisecond};
}

std::optional<Evidence> behindReverseProxy(const Layers & /*layers*/, const SessionRecord &record,
                                           const Policy & /*policy*/)
{
    if (!record.tester.behindReverseProxy)
        return std::nullopt;
    return Evidence{.name = EvidenceName::BehindReverseProxy, .finding = Finding::Present};
}

std::optional<Evidence> sameMachine(const Layers & /*layers*/, const SessionRecord &record,
                                    const Policy & /*policy*/)
{
    if (!record.tester.sameMachine)
        return std::nullopt;
    return Evidence{.name = EvidenceName::SameMachine, .finding = Finding::Present};
}

/// A relay's kernel sends the SYN; a VPN carries the tester's own.
std::optional<Evidence> stackUserAgent(const Layers & /*layers*/, const SessionRecord &record,
                                       const Policy &policy)
{
    const auto sent = systemOfSyn(record.tcp);
    const auto named = systemOfUserAgent(record.tester.userAgent);
    if (!sent || !named)
        return std::nullopt;
    const bool agree = *sent == *named;
    return Evidence{.name = EvidenceName::StackUserAgent,
                    .finding = agree ? Finding::SystemsAgree : Finding::SystemsDiffer,
                    .favours = agree ? VerdictKind::Direct : VerdictKind::Proxy,
                    .weight = agree ? policy.systemsAgree : policy.systemsDiffer};
}

std::optional<Evidence> returnPath(const Layers &layers, const SessionRecord &record, const Policy &policy)
{
    if (!record.tcp.ttl || !layers.path.endpoint)
        return std::nullopt;
    const int there = layers.path.endpoint->ttl - 1;
    const int back = routersPassed(*record.tcp.ttl);
    const bool same = std::abs(there - back) <= policy.returnPathSlack;
    return Evidence{.name = EvidenceName::ReturnPath,
                    .finding = same ? Finding::SameLength : Finding::OtherLength,
                    .value = back,
                    .reference = there,
                    .unit = Unit::HopCount};
}

std::optional<Evidence> hiddenPage(const Layers & /*layers*/, const SessionRecord &record,
                                   const Policy & /*policy*/)
{
    if (!record.tester.hiddenDuringRun)
        return std::nullopt;
    return Evidence{.name = EvidenceName::HiddenPage, .finding = Finding::Present};
}

std::optional<Evidence> hostingNetwork(const Layers & /*layers*/, const SessionRecord &record,
                                       const Policy &policy)
{
    const AddressFacts facts = factsOf(record, record.tester.peer.address);
    if (!facts.asn || !isHosting(*facts.asn))
        return std::nullopt; // another network says nothing: the table is not complete
    return Evidence{.name = EvidenceName::HostingNetwork,
                    .finding = Finding::Present,
                    .favours = VerdictKind::Tunnel,
                    .weight = policy.hosting};
}

std::optional<Evidence> timeZoneCountry(const Layers & /*layers*/, const SessionRecord &record,
                                        const Policy &policy)
{
    const AddressFacts facts = factsOf(record, record.tester.peer.address);
    if (facts.country.empty() || record.tester.timeZoneCountry.empty())
        return std::nullopt;
    const bool same = facts.country == record.tester.timeZoneCountry;
    return Evidence{.name = EvidenceName::TimeZoneCountry,
                    .finding = same ? Finding::SameCountry : Finding::OtherCountry,
                    .favours = same ? VerdictKind::Direct : VerdictKind::Tunnel,
                    .weight = same ? 0.0 : policy.otherCountry};
}

/// Only within a family: browsers choose between IPv4 and IPv6 anew for each connection.
std::optional<Evidence> pageAddress(const Layers & /*layers*/, const SessionRecord &record,
                                    const Policy &policy)
{
    const auto &page = record.tester.pageAddress;
    const IpAddress &socket = record.tester.peer.address;
    if (!page || page->isLoopback() || *page == socket || page->isV4() != socket.isV4())
        return std::nullopt;
    return Evidence{.name = EvidenceName::PageAddress,
                    .finding = Finding::OtherAddress,
                    .favours = VerdictKind::Proxy,
                    .weight = policy.otherPageAddress};
}

std::optional<Evidence> forwardingHeaders(const Layers & /*layers*/, const SessionRecord &record,
                                          const Policy &policy)
{
    if (!record.tester.forwardingHeaders)
        return std::nullopt;
    return Evidence{.name = EvidenceName::ForwardingHeaders,
                    .finding = Finding::Present,
                    .favours = VerdictKind::Proxy,
                    .weight = policy.forwardingHeaders};
}

constexpr std::array allRules{&webSocketEndpointGap,
                              &webSocketTcpGap,
                              &controlTextGap,
                              &endpointLastHop,
                              &maximumSegmentSize,
                              &pathReach,
                              &handshake,
                              &behindReverseProxy,
                              &sameMachine,
                              &stackUserAgent,
                              &returnPath,
                              &hiddenPage,
                              &hostingNetwork,
                              &timeZoneCountry,
                              &pageAddress,
                              &forwardingHeaders,
                              &lastMile};

} // namespace

std::span<const Rule> rules()
{
    return allRules;
}

std::optional<Duration> layerGap(const Layers &layers, const Policy &policy)
{
    if (!layers.text.min || !layers.endpointFloor)
        return std::nullopt;
    Duration browser = *layers.text.min;
    if (controlPingsAreTheBrowsers(layers, policy))
        browser = std::min(browser, *layers.control.min);
    return browser - *layers.endpointFloor;
}

Duration gapNoise(const Layers &layers, const Policy &policy)
{
    const Duration text = uncertaintyOfMinimum(layers.text);
    const bool bothCount =
        layers.control.count >= policy.leastPings && controlPingsAreTheBrowsers(layers, policy);
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
    const auto &endpoint = layers.path.endpoint;
    const Hop *last = layers.path.lastHop();
    if (!endpoint || !last || !layers.endpointFloor)
        return std::nullopt;
    const auto &hops = layers.path.hops;
    const auto exit = std::find_if(hops.begin(), hops.end(),
                                   [&](const Hop &hop) { return hop.address == record.tester.peer.address; });
    const Hop &before = exit != hops.end() ? *exit : *last;
    if (exit == hops.end() && endpoint->ttl - last->ttl > policy.jumpReachHops)
        return std::nullopt; // silent routers in between: a long way is no jump
    // The endpoint's acknowledgements count too: a jittery last link makes its few answers to the trace late.
    return Jump{*layers.endpointFloor - *before.rtt.min, exit != hops.end()};
}

} // namespace parallax
