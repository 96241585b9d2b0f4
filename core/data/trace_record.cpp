// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/trace_record.h"

#include <algorithm>

namespace parallax {

std::optional<std::uint16_t> pathMtu(const TraceRecord &record)
{
    const bool complete = record.end == PathEnd::Reached && !record.mtuSearch.empty();
    if (!complete || !record.mtuSearch.back().reply)
        return std::nullopt;
    std::optional<std::uint16_t> largest;
    for (const Observation &o : record.mtuSearch) {
        if (reachedTarget(o, record.address.address))
            largest = std::max(largest.value_or(0), o.probe.length);
        else if (o.reply && o.reply->mtu != 0 && o.reply->mtu < largest.value_or(0))
            largest.reset(); // the path is another one now
    }
    return largest;
}

std::optional<std::uint16_t> mtuSaidBy(const TraceRecord &record, const IpAddress &router)
{
    for (const Observation &o : record.mtuSearch) {
        if (o.reply && o.reply->mtu != 0 && o.reply->from == router)
            return o.reply->mtu;
    }
    return std::nullopt;
}

bool reachedTarget(const Observation &observation, const IpAddress &target)
{
    if (!observation.reply)
        return false;
    switch (observation.reply->kind) {
    case ReplyKind::EchoReply:
    case ReplyKind::UdpAnswer:
    case ReplyKind::SynAck:
    case ReplyKind::Reset:
        return true;
    case ReplyKind::Unreachable:
        return observation.reply->from == target && observation.reply->mtu == 0;
    default:
        return false;
    }
}

bool wasRefused(const Observation &observation, const IpAddress &target)
{
    return observation.reply && observation.reply->kind == ReplyKind::Unreachable
        && !reachedTarget(observation, target);
}

} // namespace parallax
