// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/base/time.h"
#include "core/probe/file_descriptor.h"
#include "core/probe/message_batch.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

struct sock_filter;

namespace parallax {

/// A packet as a raw socket delivers it.
struct Delivered {
    std::span<const std::uint8_t> bytes; // IPv4: from the IP header on; IPv6: behind it
    IpAddress from{};
    std::uint8_t hopLimit = 0; // IPv6 only
    Timestamp received{};
};

/// How a packet leaves, where the routes alone do not decide.
struct WayOut {
    unsigned interfaceIndex = 0; // 0: as the routes say
    std::optional<IpAddress>
        source{}; // for routes that ask where a packet comes from; it stands in the packet
};

/// A raw socket whose packets the kernel stamps (SO_TIMESTAMPING): the sent ones where they enter the
/// device's queue, so that a wait in this machine's own queue counts, as it does for ping; the received ones
/// on arrival. Needs CAP_NET_RAW to open, nothing later.
class StampedSocket
{
public:
    static Result<StampedSocket> open(int family, int protocol);

    int descriptor() const { return m_socket.get(); }
    /// The kernel keeps away what the program does not accept.
    Result<void> setFilter(std::span<const sock_filter> program);
    /// Admits these ICMP types only; none at all where the list is empty.
    Result<void> admitIcmp(std::span<const std::uint8_t> types);

    /// Without it the kernel refuses packets to broadcast addresses.
    Result<void> allowBroadcast();

    /// A whole IP packet; only for IPPROTO_RAW. The number names its stamp.
    Result<std::uint32_t> send(std::span<const std::uint8_t> packet, const IpAddress &to, const WayOut &way);
    /// Hands over what waits, about so many at most; never blocks. `batch` is what they come through.
    void receive(MessageBatch &batch, std::size_t most, const std::function<void(const Delivered &)> &take);
    /// Hands over the moments at which sent packets left.
    void takeStamps(MessageBatch &batch,
                    const std::function<void(std::uint32_t number, Timestamp left)> &take);

private:
    StampedSocket(FileDescriptor socket, int family)
        : m_socket(std::move(socket))
        , m_family(family)
    {
    }
    Result<void> stamp();

    FileDescriptor m_socket;
    int m_family;
    std::uint32_t m_sent = 0; // as the kernel counts (SOF_TIMESTAMPING_OPT_ID)
};

} // namespace parallax
