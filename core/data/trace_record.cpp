// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/trace_record.h"

namespace parallax {

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

bool endsPath(const Observation &observation, const IpAddress &target)
{
    return reachedTarget(observation, target)
        || (observation.reply && observation.reply->kind == ReplyKind::Unreachable
            && observation.reply->mtu == 0);
}

} // namespace parallax
