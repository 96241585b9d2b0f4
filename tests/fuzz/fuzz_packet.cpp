// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/parse.h"
#include "core/tcp/tcp_watch.h"

#include <cstddef>
#include <cstdint>

/// Any bytes as captured packets: each is read, and what it claims about the connection is believed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace parallax;
    static constexpr std::uint16_t localPort = 8080;
    TcpWatch watch;
    std::span<const std::uint8_t> rest(data, size);
    for (std::int64_t packet = 0; rest.size() > 1; ++packet) {
        const std::size_t length = std::min<std::size_t>(rest[0], rest.size() - 1);
        const auto parsed = parsePacket(rest.subspan(1, length), localPort, Timestamp(Duration(packet)));
        if (parsed && parsed.value()) {
            if (const auto *segment = std::get_if<Segment>(&*parsed.value()))
                watch.see(*segment);
            const auto number = static_cast<std::uint64_t>(packet);
            const ProbeId id{number};
            watch.pongRead(id, length); // the ping that the packet before was
            [[maybe_unused]] const auto timing = watch.takeTiming(id);
            watch.pingWritten(ProbeId{number + 1}, Timestamp(Duration(packet)));
        }
        // The same bytes from a raw socket: ICMPv6 and TCP without an IP header.
        for (const std::uint8_t protocol : {ip_protocol::icmpV6, ip_protocol::tcp}) {
            [[maybe_unused]] const auto bare =
                parseBareV6(protocol, rest.subspan(1, length), {}, localPort, Timestamp(Duration(packet)));
        }
        rest = rest.subspan(1 + length);
    }
    return 0;
}
