// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/listenable.h"

#include "core/probe/file_descriptor.h"

#include <sys/socket.h>

namespace parallax {

IpAddress listenable(const IpAddress &wanted)
{
    if (wanted != IpAddress{})
        return wanted;
    const FileDescriptor any(::socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    return any.get() >= 0 ? wanted : IpAddress::fromV4(0);
}

} // namespace parallax
