// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <array>
#include <cstring>
#include <span>

#include <sys/socket.h>
#include <sys/uio.h>

namespace parallax {

/// What was read and, by the kernel, when its last byte arrived.
struct StampedRead {
    ssize_t bytes = -1; // as recv's result
    Timestamp at{};
};

/// From a socket with SO_TIMESTAMPNS. Never blocks.
inline StampedRead readStamped(int socket, std::span<char> into)
{
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(timespec))> control{};
    iovec data{into.data(), into.size()};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    StampedRead read{.bytes = ::recvmsg(socket, &message, MSG_DONTWAIT), .at = wallClock()};
    for (cmsghdr *part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_TIMESTAMPNS)
            continue;
        timespec stamp{};
        std::memcpy(&stamp, CMSG_DATA(part), sizeof stamp);
        read.at = Timestamp(std::chrono::seconds(stamp.tv_sec) + std::chrono::nanoseconds(stamp.tv_nsec));
    }
    return read;
}

} // namespace parallax
