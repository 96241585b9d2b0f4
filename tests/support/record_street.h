// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"

#include <utility>

namespace parallax::fixtures {

using namespace std::chrono_literals;

/// Adds observations to a record, with a jitter that is the same in every run.
class Street
{
public:
    explicit Street(SessionRecord record)
        : m_record(std::move(record))
        , m_now(m_record.started + 5ms)
    {
    }

    Street &hop(int ttl, const char *address, double rtt, int samples = 3)
    {
        for (int i = 0; i < samples; ++i)
            probe(ttl, ReplyKind::TimeExceeded, address, rtt + noise(0.35));
        return *this;
    }
    Street &silent(int ttl)
    {
        m_record.observations.push_back({zeroTrace(ttl), std::nullopt});
        return *this;
    }
    Street &endpoint(int ttl, const char *address, double rtt, int samples = 10)
    {
        for (int i = 0; i < samples; ++i)
            probe(ttl, ReplyKind::DuplicateAck, address, rtt + noise(0.6));
        m_record.traceEnd = TraceEnd::Endpoint;
        return *this;
    }
    /// Text pings with the segment's acknowledgement, each followed by a control ping.
    Street &pings(int count, double tcp, double webSocket, double jitter)
    {
        for (int i = 0; i < count; ++i) {
            const double late = noise(jitter);
            const ProbeId id{m_next++};
            add({.id = id, .method = Method::WebSocketText}, ReplyKind::Pong, webSocket + late);
            if (tcp > 0.0)
                add({.id = id, .method = Method::TcpSegment}, ReplyKind::Acknowledgement, tcp + late * 0.7);
            add({.id = ProbeId{m_next++}, .method = Method::WebSocketControl}, ReplyKind::Pong,
                webSocket - 0.1 + noise(jitter));
            m_now += 100ms;
        }
        return *this;
    }
    Street &lostPing()
    {
        m_record.observations.push_back(
            {{.id = ProbeId{m_next++}, .method = Method::WebSocketText, .sent = m_now}, std::nullopt});
        return *this;
    }
    SessionRecord done() { return std::move(m_record); }

private:
    Probe zeroTrace(int ttl)
    {
        return {.id = ProbeId{m_next++},
                .method = Method::ZeroTrace,
                .ttl = static_cast<std::uint8_t>(ttl),
                .sent = m_now};
    }
    void probe(int ttl, ReplyKind kind, const char *address, double rtt)
    {
        const Probe probe = zeroTrace(ttl);
        m_record.observations.push_back({probe, replyTo(probe, kind, rtt)});
        m_record.observations.back().reply->from = IpAddress::parse(address).value();
    }
    void add(Probe probe, ReplyKind kind, double rtt)
    {
        probe.sent = m_now;
        m_record.observations.push_back({probe, replyTo(probe, kind, rtt)});
    }
    static Reply replyTo(const Probe &probe, ReplyKind kind, double rtt)
    {
        return {.id = probe.id, .kind = kind, .received = probe.sent + fromMilliseconds(rtt)};
    }
    /// 0 … width, mostly small, as queues are.
    double noise(double width)
    {
        m_seed = m_seed * 6364136223846793005ULL + 1442695040888963407ULL;
        const double uniform = static_cast<double>(m_seed >> 40) / static_cast<double>(1ULL << 24);
        return width * uniform * uniform;
    }

    SessionRecord m_record;
    Timestamp m_now;
    std::uint64_t m_next = 1;
    std::uint64_t m_seed = 20260131;
};

} // namespace parallax::fixtures
