// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fingerprints.h"
#include "core/data/hosting.h"
#include "core/data/stack.h"
#include "core/evidence/rule_list.h"

#include <algorithm>

namespace parallax {

namespace {

bool takes(const std::vector<OverheadRow> &rows, int missing)
{
    return std::any_of(rows.begin(), rows.end(),
                       [missing](const OverheadRow &row) { return row.missing.contains(missing); });
}

} // namespace

namespace rule {

std::optional<Evidence> maximumSegmentSize(const Layers & /*layers*/, const SessionRecord &record,
                                           const Policy &policy)
{
    if (!record.tcp.mss)
        return std::nullopt;
    const int missing = *missingBytes(record, policy);
    const int full = missing + *record.tcp.mss;
    double weight = policy.fullSize;
    Finding finding = Finding::FullSize;
    if (missing > 0) {
        finding = Finding::SmallerThanEthernet;
        weight = missing <= policy.pppoeLoss ? policy.pppoeSize
            : missing < policy.tunnelLoss    ? policy.smallSize
                                             : policy.mobileSize;
    }
    if (takes(fingerprints().accessLines, missing)) {
        finding = Finding::AccessSize;
        weight = policy.accessSize;
    }
    if (takes(fingerprints().tunnels, missing)) {
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

} // namespace rule

} // namespace parallax
