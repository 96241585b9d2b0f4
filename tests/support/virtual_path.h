// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_record.h"
#include "core/probe/prober.h"
#include "core/strategy/advance.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace parallax {

/// A chain of hops in virtual time: each answers after its own delay, or never.
class VirtualPath : public Wire
{
public:
    struct Hop {
        std::optional<Duration> rtt{}; // nothing: silent
        int answersOnly = 1'000'000; // so many, as a router that limits its ICMP
    };

    /// Behind that hop it takes so many probes and refuses all others.
    struct Firewall {
        int ttl = 0;
        int passes = 0;
        int says = 1'000'000; // so many refusals, as a router that limits its ICMP
        std::uint16_t mtu = 0; // they are too large
    };

    /// The last hop is the target.
    explicit VirtualPath(std::vector<Hop> hops)
        : m_hops(std::move(hops))
    {
    }

    static IpAddress addressOf(int ttl)
    {
        return IpAddress::fromV4(0x0a000000U + static_cast<unsigned>(ttl));
    }
    IpAddress target() const { return addressOf(static_cast<int>(m_hops.size())); }

    Result<void> send(const Probe &probe) override
    {
        if (refuses && refuses(probe))
            return Error{ErrorCode::Io, "no buffer space"};
        sent.push_back(probe);
        if (firewall && probe.ttl > firewall->ttl && firewall->passes-- <= 0) {
            refuse(probe);
            return {};
        }
        const auto at = std::min<std::size_t>(probe.ttl, m_hops.size());
        Hop &hop = m_hops[at - 1];
        if (!hop.rtt || hop.answersOnly-- <= 0)
            return {};
        const bool atTarget = at == m_hops.size();
        const Timestamp received = probe.sent + *hop.rtt + (delay ? delay(probe) : Duration{});
        m_onTheWay.emplace(received,
                           Reply{.id = probe.id,
                                 .kind = atTarget ? targetSays : ReplyKind::TimeExceeded,
                                 .from = addressOf(static_cast<int>(at)),
                                 .received = received});
        return {};
    }

    std::vector<Reply> take() override
    {
        std::vector<Reply> arrived;
        while (!m_onTheWay.empty() && m_onTheWay.begin()->first <= now) {
            arrived.push_back(m_onTheWay.begin()->second);
            m_onTheWay.erase(m_onTheWay.begin());
        }
        return arrived;
    }

    /// Runs the strategy until it is done, or until `end`; returns when that was.
    Timestamp run(Strategy &strategy, Timestamp begin, Timestamp end, TraceRecord *record = nullptr)
    {
        Prober prober(*this);
        now = begin;
        for (;;) {
            const Progress progress = advance(strategy, prober, now);
            keep(record, progress.observations);
            if (record)
                record->notSent.insert(record->notSent.end(), progress.notSent.begin(),
                                       progress.notSent.end());
            Timestamp next = progress.wakeAt.value_or(end);
            if (!m_onTheWay.empty())
                next = std::min(next, m_onTheWay.begin()->first);
            if (!progress.wakeAt || next >= end) {
                keep(record, prober.abandon());
                return now;
            }
            now = std::max(now, next);
        }
    }

    std::vector<Probe> sent;
    std::function<bool(const Probe &)> refuses;
    std::function<Duration(const Probe &)> delay; // beyond the hop's own time
    std::optional<Firewall> firewall{};
    ReplyKind targetSays = ReplyKind::EchoReply;
    Timestamp now{};

private:
    void refuse(const Probe &probe)
    {
        if (firewall->says-- <= 0)
            return;
        const Timestamp received =
            probe.sent + m_hops.at(static_cast<std::size_t>(firewall->ttl) - 1).rtt.value();
        m_onTheWay.emplace(received,
                           Reply{.id = probe.id,
                                 .kind = ReplyKind::Unreachable,
                                 .from = addressOf(firewall->ttl),
                                 .received = received,
                                 .mtu = firewall->mtu});
    }

    static void keep(TraceRecord *record, const std::vector<Observation> &observations)
    {
        if (record)
            record->observations.insert(record->observations.end(), observations.begin(), observations.end());
    }

    std::vector<Hop> m_hops;
    std::multimap<Timestamp, Reply> m_onTheWay;
};

} // namespace parallax
