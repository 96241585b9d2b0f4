// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/observation.h"

namespace parallax {

std::optional<Duration> Observation::rtt() const
{
    if (!reply)
        return std::nullopt;
    return reply->received - probe.sent;
}

bool Observation::isEndpoint() const
{
    return probe.method == Method::ZeroTrace && reply
        && (reply->kind == ReplyKind::DuplicateAck || reply->kind == ReplyKind::DuplicateAckInOrder);
}

bool Observation::isHop() const
{
    return probe.method == Method::ZeroTrace && reply
        && (reply->kind == ReplyKind::TimeExceeded || reply->kind == ReplyKind::Unreachable);
}

} // namespace parallax
