// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstring>
#include <optional>

#include <sys/socket.h>

namespace parallax {

/// What the kernel tells beside a datagram (cmsg(3)); nothing where it tells no such thing.
template<class Value>
std::optional<Value> controlIn(msghdr &header, int level, int type)
{
    for (cmsghdr *at = CMSG_FIRSTHDR(&header); at != nullptr; at = CMSG_NXTHDR(&header, at)) {
        if (at->cmsg_level != level || at->cmsg_type != type || at->cmsg_len < CMSG_LEN(sizeof(Value)))
            continue;
        Value value{};
        std::memcpy(&value, CMSG_DATA(at), sizeof value);
        return value;
    }
    return std::nullopt;
}

} // namespace parallax
