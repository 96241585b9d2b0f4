// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/layers.h"

#include <optional>
#include <span>

namespace parallax {

/// Limits and weights of the verdict, each with its source; docs/verdict.md explains them.
struct Policy {
    int leastPings = 3; // before anything but "inconclusive" is said
    /// Direct browsers answer a text message up to 8.5 ms after their kernel (rttgap, facts), but the quicker
    /// of text and control ping stays below 1 ms in the corpus, where the smallest detours behind a proxy
    /// that are to be found have 5 ms.
    Duration gapThreshold = std::chrono::milliseconds(3);
    /// Standard errors of the minimum that a gap must exceed on top: at 2.5 jitter (mean 12 ms) leaves 10 of
    /// 2,000 simulated direct runs open and a detour of 10 ms behind jitter (mean 4 ms) 2 of 2,000.
    double noiseFactor = 2.5;
    /// Of the minimum's uncertainty; below it an open verdict is not open for want of samples.
    Duration spreadThatMatters = std::chrono::microseconds(500);
    double openGap = 2.0; // a gap of less weight may turn with more samples
    Duration gapScale = std::chrono::milliseconds(1); // of excess per unit of log-likelihood
    /// A text ping that is this much slower than the control ping was answered by somebody else than the
    /// latter.
    Duration controlTextThreshold = std::chrono::milliseconds(20);
    /// A DSL or cable last mile adds up to about 15 ms; a radio one more, hence the second sign (facts). At
    /// 12 a tunnel's detour of 10 ms decides together with its segment size (corpus).
    Duration jumpThreshold = std::chrono::milliseconds(12);
    Duration jumpScale = std::chrono::milliseconds(8);
    int jumpReachHops = 2; // the hop compared must be this close to the endpoint
    std::uint16_t fullMssV4 = 1460; // Ethernet (RFC 879, RFC 6691)
    std::uint16_t fullMssV6 = 1440;
    std::uint16_t pppoeLoss = 8; // RFC 2516
    std::uint16_t tunnelLoss = 40; // smaller by this: tunnels and mobile networks
    double tunnelSize = 3.5; // exactly what a common tunnel leaves
    /// Round trips to the endpoint that vary by this (median − minimum): a radio link, or a loaded line.
    Duration radioSpread = std::chrono::milliseconds(3);
    /// User-Agents are seldom forged, but some browsers name another system ("desktop site" on a phone).
    double systemsDiffer = 2.5;
    double systemsAgree = 0.2; // most relays run Linux, and so do most phones
    double hosting = 2.0; // browsers seldom stand there; a remote desktop does
    double otherCountry = 1.0; // travellers keep their clock, and roaming phones their home network's address
    double otherPageAddress = 1.5; // some carriers spread connections over several addresses
    double forwardingHeaders = 5.0; // a page can't add them; an extension could
    int returnPathSlack = 1; // routes there and back differ by more than this without anybody's doing, too
    double decided = 0.75; // the least probability of a kind that is named
};

/// A rule reads the layers and the record; nothing when what it needs was not measured.
using Rule = std::optional<Evidence> (*)(const Layers &, const SessionRecord &, const Policy &);

/// Every rule there is. Adding one means writing a function and naming it in the table.
std::span<const Rule> rules();

/// The browser's answer minus the endpoint's: what lies behind the endpoint. Nothing without both.
std::optional<Duration> layerGap(const Layers &layers, const Policy &policy);

/// By how much that gap may be chance.
Duration gapNoise(const Layers &layers, const Policy &policy);

/// Whether the endpoint's round trips vary as a radio link's do.
bool variesLikeRadio(const Layers &layers, const Policy &policy);

/// The step from the hop right before the endpoint to the endpoint.
struct Jump {
    Duration size{};
    bool behindExit = false; // that hop shows the tester's own address: a NAT, or a VPN's exit
};
std::optional<Jump> endpointJump(const Layers &layers, const SessionRecord &record, const Policy &policy);

} // namespace parallax
