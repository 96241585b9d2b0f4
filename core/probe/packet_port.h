// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/segment.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace parallax {

/// How much the capture has seen. Every field only grows.
struct CaptureCounts {
    std::uint64_t packets = 0;
    std::uint64_t malformed = 0;
    std::uint64_t dropped = 0; // by the kernel, before we saw them, or by us because nobody took them
};

/// The one privileged door to the network, shared by all testers: a capture on every interface and raw
/// sockets to send from. Everything is opened at once, so that rights can be dropped before any thread
/// exists.
class PacketPort
{
public:
    static Result<std::unique_ptr<PacketPort>> open();
    PacketPort(const PacketPort &) = delete;
    PacketPort &operator=(const PacketPort &) = delete;
    ~PacketPort();

    /// Reads packets until stop(). The capture thread's whole work; it waits in poll().
    /// An error means that the device is gone for good.
    Result<void> run();
    void stop();

    /// Captures TCP to and from this local port, and ICMP. From any thread.
    void watch(std::uint16_t localPort);
    /// Called from the capture thread when something waits to be taken, at most once until take().
    void setOnSightings(std::function<void()> notify);
    std::vector<Sighting> take();
    CaptureCounts counts() const;

    /// Sends a whole IP packet.
    Result<void> send(std::span<const std::uint8_t> packet, const IpAddress &to);

private:
    class Impl;
    explicit PacketPort(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m_impl;
};

} // namespace parallax
