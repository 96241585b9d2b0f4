// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/segment.h"

#include <string_view>

namespace parallax::test {

inline const Flow flow{{IpAddress::fromV4(0xc0000207), 8080}, {IpAddress::fromV4(0xc6336404), 50'000}};
constexpr std::uint32_t ownStart = 0xffffff80; // so that every test crosses the wrap of sequence numbers
constexpr std::uint32_t peerStart = 7000;

inline Timestamp at(Duration moment)
{
    return Timestamp{std::chrono::hours(1)} + moment;
}

inline Segment outgoing(Duration when, std::uint32_t offset, std::string_view payload)
{
    return {.flow = flow,
            .direction = Direction::Outgoing,
            .captured = at(when),
            .ttl = 64,
            .sequence = ownStart + 1 + offset,
            .acknowledged = peerStart + 1,
            .window = 500,
            .flags = tcp_flag::ack,
            .payloadLength = static_cast<std::uint32_t>(payload.size()),
            .payload = {payload.begin(), payload.end()},
            .timestamps = TcpTimestamps{1000, 2000}};
}

inline Segment incoming(Duration when, std::uint32_t acknowledgedOffset, std::uint32_t payloadLength = 0)
{
    return {.flow = flow,
            .direction = Direction::Incoming,
            .captured = at(when),
            .sequence = peerStart + 1,
            .acknowledged = ownStart + 1 + acknowledgedOffset,
            .flags = tcp_flag::ack,
            .payloadLength = payloadLength,
            .timestamps = TcpTimestamps{2001, 1000}};
}

inline Segment syn(Duration when, bool sackPermitted = true)
{
    return {.flow = flow,
            .direction = Direction::Incoming,
            .captured = at(when),
            .ttl = 59,
            .sequence = peerStart,
            .flags = tcp_flag::syn,
            .timestamps = TcpTimestamps{2000, 0},
            .mss = 1460,
            .windowScale = 7,
            .sackPermitted = sackPermitted,
            .optionOrder = "M,S,T,N,W"};
}

inline Segment synAck(Duration when)
{
    return {.flow = flow,
            .direction = Direction::Outgoing,
            .captured = at(when),
            .sequence = ownStart,
            .acknowledged = peerStart + 1,
            .flags = tcp_flag::syn | tcp_flag::ack,
            .sackPermitted = true};
}

/// Shakes hands in 42 ms and has `sent` acknowledged.
template<class Watcher>
void establish(Watcher &watcher, std::string_view sent, bool sackPermitted = true)
{
    using namespace std::chrono_literals;
    watcher.see(syn(0ms, sackPermitted));
    watcher.see(synAck(1ms));
    watcher.see(incoming(43ms, 0));
    watcher.see(outgoing(50ms, 0, sent));
    watcher.see(incoming(92ms, static_cast<std::uint32_t>(sent.size())));
}

} // namespace parallax::test
