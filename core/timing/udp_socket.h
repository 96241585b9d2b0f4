// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/base/time.h"
#include "core/probe/file_descriptor.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace parallax {

/// What one end of a conversation sends or gets.
struct Datagram {
    std::vector<std::uint8_t> bytes{};
    SocketAddress peer{};
    IpAddress local{}; // ours: where it arrived, or leaves from; unspecified: as the kernel has it
    unsigned interfaceIndex = 0; // by which it came in; a link-local address needs it
    Timestamp received{};
    std::uint8_t ttl = 0;
    bool kernelStamp = false; // `received` is the kernel's
};

/// A UDP socket whose datagrams the kernel stamps (SO_TIMESTAMPING). Needs no right. Never blocks.
class UdpSocket
{
public:
    /// Unavailable: the port is in use; InvalidArgument: no such address here.
    static Result<UdpSocket> bound(const SocketAddress &address);
    /// Hears that peer only, and stamps what it sends.
    static Result<UdpSocket> connected(const SocketAddress &peer);
    UdpSocket(UdpSocket &&other) noexcept;
    UdpSocket &operator=(UdpSocket &&other) noexcept;
    ~UdpSocket();

    int descriptor() const { return m_socket.get(); }
    SocketAddress localAddress() const;

    /// Hands over what waits, at most one batch; how many that were.
    std::size_t receive(const std::function<void(const Datagram &)> &take);
    /// To the peer that it is connected to.
    Result<void> send(std::span<const std::uint8_t> bytes);
    /// Each to its peer; how many were sent.
    std::size_t send(std::span<const Datagram> datagrams);
    /// When the newest sent one left, as far as the kernel has told.
    std::optional<Timestamp> takeSendStamp();

    /// How many receive() hands over at most.
    std::size_t batch() const { return m_batch; }

private:
    struct Buffers;
    UdpSocket(FileDescriptor socket, int family, std::size_t batch);

    FileDescriptor m_socket;
    int m_family;
    std::size_t m_batch;
    std::unique_ptr<Buffers> m_buffers;
    std::uint32_t m_sent = 0; // as the kernel counts (SOF_TIMESTAMPING_OPT_ID)
};

} // namespace parallax
