// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/address_facts.h"
#include "core/data/observation.h"
#include "core/data/verdict.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace parallax {

enum class SessionEnd : std::uint8_t { Running, Finished, TesterLeft, Revoked, Busy, Error };

/// Who put the stamps on the samples: the kernel at the packet, or this program at the socket.
enum class TimestampSource : std::uint8_t { Application, Kernel };

/// Who was measured. Strings come from strangers: bounded in length, escaped where shown.
struct Tester {
    std::string name{}; // the invitation's
    SocketAddress peer{};
    std::string userAgent{};
    std::string language{}; // BCP 47, from the page's hello
    std::string timeZone{}; // IANA name, from the page's hello
    std::string timeZoneCountry{}; // ISO 3166-1 alpha-2; empty for zones of no one country
    std::optional<IpAddress> pageAddress{}; // that fetched the page
    std::string visit{}; // one load of the page; its runs are one tester's
    bool secure = false; // wss
    bool sameMachine = false; // the peer is one of our own addresses
    bool behindReverseProxy = false; // a forwarding header from loopback or a trusted front
    bool forwardingHeaders = false; // of somebody on the tester's side
    bool hiddenDuringRun = false; // the page said that it was not visible

    bool operator==(const Tester &) const = default;
};

/// What the tester's SYN and the kernel's TCP say.
struct TcpFacts {
    std::optional<Duration> handshakeRtt{}; // SYN-ACK sent → ACK received
    std::optional<Duration> minRtt{}; // tcpi_min_rtt, or the smallest acknowledged segment
    std::optional<std::uint16_t> mss{};
    std::optional<std::uint8_t> windowScale{};
    std::optional<bool> sackPermitted{};
    std::optional<bool> timestamps{};
    std::optional<std::uint8_t> ttl{}; // as received
    std::string optionOrder{}; // kinds as in the SYN: "M,S,T,N,W"

    bool operator==(const TcpFacts &) const = default;
};

/// Why the trace ended.
enum class TraceEnd : std::uint8_t { NotRun, Endpoint, MaxTtl, Silent, Closed };

/// What came in during a run and was not used. Foreign ICMP and damaged packets are the whole capture's.
struct IgnoredCounts {
    std::uint64_t foreignIcmp = 0; // quotes none of our probes: somebody else's, or forged
    std::uint64_t damagedPackets = 0;
    std::uint64_t pongs = 0; // wrong, replayed or unsolicited
    std::uint64_t stamps = 0; // of a clock that was set in between

    bool operator==(const IgnoredCounts &) const = default;
};

/// All that is known about one measured tester. Views, exports and the store read only this.
struct SessionRecord {
    std::string id{}; // UUID
    Timestamp started{};
    Duration duration{};
    bool complete = false;
    SessionEnd end = SessionEnd::Running;
    bool stored = false;
    TimestampSource timestamps = TimestampSource::Application;
    std::uint64_t captureDrops = 0; // by the whole capture, during the run
    IgnoredCounts ignored{};
    double progress = 0.0; // 0 … 1
    Tester tester{};
    TcpFacts tcp{};
    std::map<IpAddress, AddressFacts> addresses{}; // the tester's and the hops'; as far as files are there
    std::vector<Observation> observations{};
    TraceEnd traceEnd = TraceEnd::NotRun;
    Verdict verdict{};
    Classic classic{};
    std::string calculatencyLabel{}; // the label of the paper's authors (facts.md), e.g. "WsICMP"

    bool operator==(const SessionRecord &) const = default;
};

/// A finished run on its way through threads: one for all, since most of it never changes again.
using FinishedRun = std::shared_ptr<const SessionRecord>;

} // namespace parallax
