// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/own_addresses.h"

#include <algorithm>
#include <array>
#include <map>

namespace parallax {

namespace {

struct V4Range {
    std::uint32_t first = 0;
    int bits = 0;

    bool contains(const IpAddress &address) const
    {
        return address.isV4() && (address.toV4() ^ first) >> (32 - bits) == 0;
    }
};
constexpr std::array<V4Range, 4> privateRanges{{
    {0x0A000000, 8}, // 10.0.0.0
    {0xAC100000, 12}, // 172.16.0.0
    {0xC0A80000, 16}, // 192.168.0.0
    {0x64400000, 10}, // 100.64.0.0
}};
constexpr V4Range standIns{0x00000000, 8}; // no host has such an address (RFC 1122, 3.2.1.3)

/// What the probes leave from: as it was when the path began, which is not stored, and as it was asked for.
std::vector<IpAddress> sourcesOf(const TraceState &state)
{
    std::vector<IpAddress> sources{state.record.source};
    if (const auto asked = IpAddress::parse(state.request.source))
        sources.push_back(asked.value());
    return sources;
}

/// The own addresses of one path. Their stand-ins are numbered in the order in which they are hidden.
class OwnAddresses
{
public:
    explicit OwnAddresses(const TraceState &state)
        : m_sources(sourcesOf(state))
    {
    }

    bool contains(const IpAddress &address) const
    {
        return isPrivateAddress(address)
            || std::find(m_sources.begin(), m_sources.end(), address) != m_sources.end();
    }

    /// Any other address, and one that is not known, as it is.
    IpAddress hidden(const IpAddress &address)
    {
        if (address == IpAddress{} || !contains(address))
            return address;
        const auto number = static_cast<std::uint32_t>(m_standIns.size()) + 1;
        return m_standIns.try_emplace(address, IpAddress::fromV4(number)).first->second;
    }

private:
    std::vector<IpAddress> m_sources;
    std::map<IpAddress, IpAddress> m_standIns;
};

void hideResponders(std::vector<Observation> &observations, OwnAddresses &own)
{
    for (Observation &observation : observations) {
        if (observation.reply)
            observation.reply->from = own.hidden(observation.reply->from);
    }
}

} // namespace

bool isPrivateAddress(const IpAddress &address)
{
    if (address.isLoopback() || address.isLinkLocal() || address.isUnspecified())
        return true;
    if (!address.isV4())
        return (address.bytes()[0] & 0xFE) == 0xFC;
    return std::any_of(privateRanges.begin(), privateRanges.end(),
                       [&](const V4Range &range) { return range.contains(address); });
}

bool isOwnAddress(const TraceState &state, const IpAddress &address)
{
    return OwnAddresses(state).contains(address);
}

bool isTargetOwn(const TraceState &state)
{
    const IpAddress &address = state.record.address.address;
    const auto named = IpAddress::parse(state.record.target);
    return (address != IpAddress{} && isOwnAddress(state, address))
        || (named && isOwnAddress(state, named.value()));
}

bool isHidden(const IpAddress &address)
{
    return standIns.contains(address) && !address.isUnspecified();
}

std::string addressText(const IpAddress &address)
{
    return isHidden(address) ? std::string() : address.toString();
}

TraceState withOwnHidden(TraceState state)
{
    OwnAddresses own(state);
    TraceRecord &record = state.record;
    if (isTargetOwn(state)) {
        record.target.clear();
        state.request.target.clear();
    }
    record.address.address = own.hidden(record.address.address);
    if (state.request.address)
        state.request.address = own.hidden(*state.request.address);
    hideResponders(record.observations, own);
    hideResponders(record.mtuSearch, own);
    state.history.readdress([&own](const IpAddress &address) { return own.hidden(address); });
    std::erase_if(record.addresses, [&own](const auto &known) { return own.contains(known.first); });
    record.source = {};
    state.request.source.clear();
    return state;
}

std::vector<PathRow> withOwnHidden(std::vector<PathRow> rows, const TraceState &state)
{
    OwnAddresses own(state);
    for (PathRow &row : rows) {
        if (row.address)
            row.address = own.hidden(*row.address);
        if (row.first)
            row.first->from = own.hidden(row.first->from);
    }
    return rows;
}

std::vector<PathEvent> withOwnHidden(std::vector<PathEvent> events, const TraceState &state)
{
    OwnAddresses own(state);
    for (PathEvent &event : events) {
        event.before = own.hidden(event.before);
        event.after = own.hidden(event.after);
    }
    return events;
}

} // namespace parallax
