// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast captured packets find their probes: parsed, queued and dispatched in one thread, for ever more
// connections. Every packet is an answer that must be matched, or the run is an error.
#include "core/packet/craft.h"
#include "core/packet/parse.h"
#include "core/probe/sighting_queue.h"
#include "core/session/flow_table.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr std::uint16_t port = 8080;
constexpr int probesEach = 15; // a burst on a path of six
constexpr int hopsEach = 5;
constexpr std::size_t batchSize = 64; // packets that the capture finds waiting at once
constexpr std::size_t queueLimit = 65'536;
constexpr std::uint32_t ownStart = 1000;
constexpr std::uint32_t peerStart = 5000;
constexpr std::uint8_t timeExceeded = 11;

const IpAddress ours = IpAddress::fromV4(0xc0000207);

void put16(Bytes &bytes, std::uint32_t value)
{
    bytes.push_back(static_cast<std::uint8_t>(value >> 8U));
    bytes.push_back(static_cast<std::uint8_t>(value));
}

void put32(Bytes &bytes, std::uint32_t value)
{
    put16(bytes, value >> 16U);
    put16(bytes, value & 0xffffU);
}

Bytes ipV4(std::uint8_t protocol, const IpAddress &from, const IpAddress &to, const Bytes &payload)
{
    Bytes packet{0x45, 0};
    put16(packet, static_cast<std::uint32_t>(20 + payload.size()));
    packet.insert(packet.end(), {0, 1, 0x40, 0, 60, protocol, 0, 0});
    put32(packet, from.toV4());
    put32(packet, to.toV4());
    packet.insert(packet.end(), payload.begin(), payload.end());
    return packet;
}

struct TcpFields {
    bool outgoing = false;
    std::uint32_t sequence = 0;
    std::uint32_t acknowledged = 0;
    std::uint8_t flags = tcp_flag::ack;
    Bytes options{}; // a multiple of four
    std::size_t payload = 0;
};

Bytes tcpPacket(const Flow &flow, const TcpFields &fields)
{
    const SocketAddress &from = fields.outgoing ? flow.local : flow.remote;
    const SocketAddress &to = fields.outgoing ? flow.remote : flow.local;
    Bytes tcp;
    put16(tcp, from.port);
    put16(tcp, to.port);
    put32(tcp, fields.sequence);
    put32(tcp, fields.acknowledged);
    tcp.push_back(static_cast<std::uint8_t>((5 + fields.options.size() / 4) << 4U));
    tcp.push_back(fields.flags);
    put16(tcp, 500);
    put32(tcp, 0);
    tcp.insert(tcp.end(), fields.options.begin(), fields.options.end());
    tcp.resize(tcp.size() + fields.payload, 'x');
    return ipV4(6, from.address, to.address, tcp);
}

Bytes timestamps()
{
    return {1, 1, 8, 10, 0, 0, 0, 1, 0, 0, 0, 2};
}

/// The duplicate ACK whose D-SACK block names the probe (RFC 2883).
Bytes endpointAnswer(const Flow &flow, std::uint32_t sequence, std::uint32_t acknowledged)
{
    Bytes options = timestamps();
    options.insert(options.end(), {1, 1, 5, 10});
    put32(options, sequence);
    put32(options, sequence + 1);
    return tcpPacket(flow, {.sequence = peerStart + 1, .acknowledged = acknowledged, .options = options});
}

Bytes routerAnswer(const Bytes &probe, int hop)
{
    Bytes icmp{timeExceeded, 0, 0, 0, 0, 0, 0, 0};
    icmp.insert(icmp.end(), probe.begin(), probe.end());
    return ipV4(1, IpAddress::fromV4(0x0a000000U + static_cast<std::uint32_t>(hop)), ours, icmp);
}

Flow flowNumber(int number)
{
    return {{ours, port}, {IpAddress::fromV4(0xc6336400U + static_cast<std::uint32_t>(number)), 50'000}};
}

/// Connections with a burst in flight, and the packets that its answers will be.
class Crowd
{
public:
    explicit Crowd(int flows)
    {
        m_wires.reserve(static_cast<std::size_t>(flows));
        for (int i = 0; i < flows; ++i)
            join(flowNumber(i));
        // As they would come: all hops of all paths mixed.
        std::stable_sort(m_answers.begin(), m_answers.end(),
                         [](const Answer &a, const Answer &b) { return a.round < b.round; });
    }

    /// Takes all answers in as the capture and the measuring thread do, and says how long that took.
    std::chrono::duration<double> play(bool icmpOnly, std::int64_t &packets)
    {
        SightingQueue queue(queueLimit);
        std::vector<Sighting> batch;
        const auto dispatchAll = [&] {
            queue.put(batch);
            for (const Sighting &sighting : queue.take())
                m_table.dispatch(sighting);
        };
        const auto began = std::chrono::steady_clock::now();
        for (const Answer &answer : m_answers) {
            if (icmpOnly && !answer.icmp)
                continue;
            ++packets;
            auto parsed = parsePacket(answer.packet, port, Timestamp(1h));
            if (parsed && parsed.value())
                batch.push_back(std::move(*parsed.value()));
            if (batch.size() == batchSize)
                dispatchAll();
        }
        dispatchAll();
        return std::chrono::steady_clock::now() - began;
    }

    std::size_t matched()
    {
        std::size_t replies = 0;
        for (PcapWire *wire : m_wires)
            replies += wire->take().size();
        return replies;
    }

private:
    struct Answer {
        int round = 0;
        bool icmp = false;
        Bytes packet{};
    };

    void see(const Bytes &packet)
    {
        auto parsed = parsePacket(packet, port, Timestamp(1h));
        if (parsed && parsed.value())
            m_table.dispatch(*parsed.value());
    }

    void join(const Flow &flow)
    {
        constexpr std::size_t request = 129;
        const std::uint32_t next = ownStart + 1 + request;
        Bytes options{2, 4, 5, 0xb4, 4, 2}; // MSS 1460, SACK permitted
        const Bytes stamps = timestamps();
        options.insert(options.end(), stamps.begin() + 2, stamps.end());
        see(tcpPacket(flow, {.sequence = peerStart, .flags = tcp_flag::syn, .options = options}));
        see(tcpPacket(flow,
                      {.outgoing = true,
                       .sequence = ownStart,
                       .acknowledged = peerStart + 1,
                       .flags = tcp_flag::syn | tcp_flag::ack,
                       .options = options}));
        PcapWire &wire = m_table.adopt(flow);
        see(tcpPacket(flow,
                      {.outgoing = true,
                       .sequence = ownStart + 1,
                       .acknowledged = peerStart + 1,
                       .options = timestamps(),
                       .payload = request}));
        see(tcpPacket(flow, {.sequence = peerStart + 1, .acknowledged = next, .options = timestamps()}));
        m_wires.push_back(&wire);
        for (int ttl = 1; ttl <= probesEach; ++ttl) {
            const auto sent = wire.send({.id = ProbeId{static_cast<std::uint64_t>(ttl)},
                                         .method = Method::ZeroTrace,
                                         .ttl = static_cast<std::uint8_t>(ttl)});
            const bool icmp = ttl <= hopsEach;
            const auto sequence =
                ownStart + static_cast<std::uint32_t>(ttl); // the first bytes, one after another
            if (sent)
                m_answers.push_back(
                    {ttl, icmp, icmp ? routerAnswer(m_probe, ttl) : endpointAnswer(flow, sequence, next)});
        }
    }

    Bytes m_probe; // the last that was sent
    FlowTable m_table{[this](std::span<const std::uint8_t> packet, const IpAddress &) -> Result<void> {
        m_probe.assign(packet.begin(), packet.end());
        return {};
    }};
    std::vector<PcapWire *> m_wires;
    std::vector<Answer> m_answers;
};

std::map<std::pair<bool, std::int64_t>, double> nanosecondsEach; // the best of all rounds

void answersAreMatched(benchmark::State &state, bool icmpOnly)
{
    const auto flows = static_cast<int>(state.range(0));
    std::int64_t packets = 0;
    double &best = nanosecondsEach.try_emplace({icmpOnly, flows}, 1e9).first->second;
    for ([[maybe_unused]] auto round : state) {
        Crowd crowd(flows); // anew: an answer is matched once only
        std::int64_t played = 0;
        const auto took = crowd.play(icmpOnly, played);
        if (crowd.matched() != static_cast<std::size_t>(flows * (icmpOnly ? hopsEach : probesEach)))
            state.SkipWithError("an answer found no probe");
        state.SetIterationTime(took.count());
        best = std::min(best, took.count() * 1e9 / static_cast<double>(played));
        packets += played;
    }
    state.SetItemsProcessed(packets);
}

BENCHMARK_CAPTURE(answersAreMatched, routersAndEndpoints, false)
    ->Arg(10)
    ->Arg(100)
    ->Arg(1000)
    ->Arg(10'000)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(answersAreMatched, routersOnly, true)
    ->Arg(10)
    ->Arg(100)
    ->Arg(1000)
    ->Arg(10'000)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::RunSpecifiedBenchmarks() == 0)
        return 1;
    constexpr double goal = 100'000; // a second, on one core
    const double rate = 1e9 / nanosecondsEach[{false, 1000}];
    std::printf("figure: captured_packets_1000_flows %.0f packets/s (goal >= %.0f) %s\n", rate, goal,
                rate >= goal ? "met" : "MISSED");
    for (const int flows : {10, 1000, 10'000})
        std::printf("figure: icmp_answer_%d_flows %.0f ns\n", flows, nanosecondsEach[{true, flows}]);
    return rate >= goal ? 0 : 1;
}
