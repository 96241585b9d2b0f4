// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/surroundings.h"

#include "core/probe/socket_wire.h"
#include "core/probe/system_address.h"

#include <memory>
#include <optional>

#include <ifaddrs.h>
#include <net/if.h>

namespace parallax {

PacketSurroundings surroundingsOf(const IpAddress &target)
{
    PacketSurroundings around{.target = target};
    if (const auto source = sourceFor(target))
        around.source = source.value();
    ifaddrs *all = nullptr;
    if (::getifaddrs(&all) != 0)
        return around; // no address counts as ours then: a given source needs a confirmation
    const std::unique_ptr<ifaddrs, void (*)(ifaddrs *)> owner(all, ::freeifaddrs);
    for (const ifaddrs *at = all; at != nullptr; at = at->ifa_next) {
        if (const auto own = addressIn(at->ifa_addr))
            around.own.push_back(*own);
        const auto broadcast =
            (at->ifa_flags & IFF_BROADCAST) != 0 ? addressIn(at->ifa_broadaddr) : std::nullopt;
        if (broadcast && broadcast->isV4() && broadcast != around.own.back())
            around.broadcasts.push_back(*broadcast);
    }
    return around;
}

} // namespace parallax
