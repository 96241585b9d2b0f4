// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/base/result.h"
#include "core/data/clock_figures.h"
#include "core/data/clock_sample.h"
#include "core/data/tcp_clock.h"

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace parallax {

constexpr std::uint16_t clockPort = 12'345; // the original's

/// Names a clock client inside this process; the caller's choice.
enum class ClockId : unsigned long long {};

/// What asks: the original's frame, or STAMP (RFC 8762), which tells four moments.
enum class ClockExchangeKind : std::uint8_t { Frame, Stamp };

/// What a clock client is to do. Ranges are checked where it enters.
struct ClockRequest {
    static constexpr Duration usualInterval = std::chrono::seconds(1);

    std::string host{}; // name or address
    std::uint16_t port = clockPort;
    ClockScheme scheme = ClockScheme::Raw;
    ClockExchangeKind kind = ClockExchangeKind::Frame;
    std::string key{}; // of authenticated STAMP; empty: unauthenticated
    std::uint64_t count = 0; // questions; 0: until it is closed
    Duration interval{}; // 0: as the original, 1, 2 or 5 s by the mean error; without its loop the usual one
    Duration patience = std::chrono::seconds(1); // for an answer
    Duration testOffset{}; // for trying it out: our clock is read with this added
    double testDriftPpm = 0.0; // and gains so much
    bool isTest = false; // one of the two was asked for

    /// Asks as often as the original does, by its loop's mean error.
    bool asksAsTheOriginal() const
    {
        const bool hasLoop = kind == ClockExchangeKind::Frame && scheme != ClockScheme::Median;
        return interval == Duration::zero() && hasLoop;
    }
    bool operator==(const ClockRequest &) const = default;
};

/// Where the server answers. Loopback, unless somebody says otherwise: a valid frame can be forged.
struct ClockServerRequest {
    IpAddress bind = IpAddress::fromV4(0x7f000001);
    std::uint16_t port = clockPort; // 0: a free one
    std::string key{}; // of authenticated STAMP; empty: unauthenticated only

    bool operator==(const ClockServerRequest &) const = default;
};

/// Why a datagram got no answer.
enum class ClockRefusal : std::uint8_t {
    Length,
    Sync,
    IdCode,
    FrameSize,
    Check,
    Authentication,
    Rate,
    Amplification
};
constexpr std::size_t clockRefusals = 8;

struct ClockServerCounts {
    std::uint64_t answered = 0;
    std::array<std::uint64_t, clockRefusals> refused{}; // by ClockRefusal
    std::uint64_t notSent = 0; // this machine's network refused the answer
    std::uint64_t clients = 0; // remembered now

    bool operator==(const ClockServerCounts &) const = default;
};

/// One answered frame, as the server sees it.
struct ServedSample {
    SocketAddress client{};
    ClockScheme scheme{};
    std::uint64_t number = 0; // ack_num: frames answered for this client
    Timestamp at{};
    Duration measured{}; // our clock minus the stamped one
    Duration correction{}; // what it was told

    bool operator==(const ServedSample &) const = default;
};

struct ClockClientCounts {
    std::uint64_t sent = 0;
    std::uint64_t answered = 0;
    std::uint64_t lost = 0;
    std::uint64_t late = 0; // answers to a question already given up
    std::uint64_t duplicates = 0;
    std::uint64_t malformed = 0;
    std::uint64_t ownSteps = 0; // of our clock
    std::uint64_t theirSteps = 0;

    bool operator==(const ClockClientCounts &) const = default;
};

struct ClockEvent {
    enum class Kind : std::uint8_t {
        Anomaly, // value: the offset
        TrendChanged,
        QualityChanged,
        OwnClockStepped, // value: by how much
        TheirClockStepped, // value: by how much
        StartedOver, // the original's loop, above 500 ms
        ServerSilent,
        ServerBack,
    };
    Kind kind{};
    Timestamp at{};
    Duration value{};
    ClockTrend trend{};
    ClockQuality quality{};

    bool operator==(const ClockEvent &) const = default;
};

enum class ClockEnd : std::uint8_t { Running, Finished, Interrupted };

struct ClockServing {
    SocketAddress address{};
};
struct ClockServed {
    std::vector<ServedSample> samples{}; // the last ones only, when there are very many
    ClockServerCounts counts{};
};
struct ClockServingStopped {
};
struct ClockServerFailed {
    Error error{};
};
struct ClockOpened {
    ClockId clock{};
    ClockRequest request{};
    SocketAddress address{};
    Timestamp at{};
};
struct ClockSampled {
    ClockId clock{};
    std::vector<ClockSample> samples{};
    std::vector<ClockEvent> events{};
    ClockClientCounts counts{};
};
struct ClockClosed {
    ClockId clock{};
    ClockEnd end{};
};
/// Nothing was measured: an unknown host, no route.
struct ClockFailed {
    ClockId clock{};
    ClockRequest request{};
    Error error{};
};

/// Everything that can happen to clocks, in the order it happened.
using ClockUpdate = std::variant<ClockServing, ClockServed, ClockServingStopped, ClockServerFailed,
                                 ClockOpened, ClockSampled, ClockClosed, ClockFailed, TcpClockServing,
                                 TcpClockServed, TcpClockServingStopped, TcpClockServerFailed>;

} // namespace parallax
