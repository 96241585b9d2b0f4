// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>

namespace parallax {

/// Limits and weights of the verdict, each with its source; docs/verdict.md explains them. A weight is the
/// natural logarithm of how much more likely the measurement is under one kind than under its rival. Where no
/// other source is named, the figure was chosen with tests/corpus and tests/scenario in view.
struct Policy {
    /// Log-odds against "direct" before anything was measured: among those who are asked to open a link
    /// neither is the rule. One sign that is a little for a kind leaves the case open.
    double proxyPrior = -0.5;
    double tunnelPrior = -1.0;
    double unknownPath = 0.5; // a tunnel is as much likelier where the path is unknown
    double strongest = 6.0; // no single measurement says more: e^6 is 400 to 1
    double loneSign = 1.0; // a sign of a tunnel that nothing else confirms counts no more
    double decided = 0.75; // the least probability of a kind that is named

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
    double controlTextApart = 2.0;
    double controlTextTogether = 0.1; // relays pass control pings on: agreement says little
    /// How long a delayed acknowledgement keeps a small segment waiting that Nagle's algorithm holds back
    /// (RFC 896; RFC 1122, 4.2.3.2): 40 ms on Linux (TCP_DELACK_MIN), to which a timer adds; 50 on Windows.
    Duration holdLeast = std::chrono::milliseconds(38);
    Duration holdMost = std::chrono::milliseconds(54);
    double heldBack = 1.0; // seen with OpenVPN over TCP only (corpus)
    /// A DSL or cable last mile adds up to about 15 ms; a radio one more, hence the second sign (facts). At
    /// 12 a tunnel's detour of 10 ms decides together with its segment size (corpus).
    Duration jumpThreshold = std::chrono::milliseconds(12);
    Duration jumpScale = std::chrono::milliseconds(8);
    double jumpMost = 3.0; // a long last step alone is a radio link's too
    double jumpLeast = -2.0;
    int jumpReachHops = 2; // the hop compared must be this close to the endpoint
    std::uint16_t fullMssV4 = 1460; // Ethernet (RFC 879, RFC 6691)
    std::uint16_t fullMssV6 = 1440;
    std::uint16_t pppoeLoss = 8; // RFC 2516
    std::uint16_t tunnelLoss = 40; // smaller by this: tunnels and mobile networks
    double fullSize = -2.5; // some exits rewrite the size
    double pppoeSize = -1.0;
    double smallSize = 1.0;
    double mobileSize = 2.5; // as small as a tunnel's
    /// A carrier that takes its subscribers' IPv4 through IPv6 has its NAT where the tester's address shows,
    /// before the access line: the size would confirm a jump that has the same cause.
    double accessSize = 0.0;
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
};

} // namespace parallax
