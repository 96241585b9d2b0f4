// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_history.h"

#include <array>
#include <optional>

namespace parallax::fixtures {

/// Two routers and the target, a round a second; asleep between any two of them.
class WatchedRounds
{
public:
    /// Rounds that are answered, or lost at the target.
    void rounds(std::size_t count, bool lost = false)
    {
        for (; count > 0; --count) {
            const Timestamp at = begin();
            answer(1, at, router);
            answer(2, at, second);
            answer(3, at, lost ? std::nullopt : std::optional(target));
        }
    }

    /// Rounds that nobody answers.
    void silent(std::size_t count)
    {
        for (; count > 0; --count) {
            const Timestamp at = begin();
            for (const auto ttl : std::to_array<std::uint8_t>({1, 2, 3}))
                answer(ttl, at, std::nullopt);
        }
    }

    void notSent(std::size_t count)
    {
        for (; count > 0; --count) {
            const Timestamp at = begin();
            for (const auto ttl : std::to_array<std::uint8_t>({1, 2, 3}))
                history.addNotSent(probe(ttl, at));
        }
    }

    /// Rounds whose first probe is refused, and all others answered.
    void partlySent(std::size_t count)
    {
        for (; count > 0; --count) {
            const Timestamp at = begin();
            history.addNotSent(probe(1, at));
            answer(2, at, second);
            answer(3, at, target);
        }
    }

    /// Rounds of which nothing was kept.
    void unknown(std::size_t count)
    {
        RoundBlock block{.first = m_rounds};
        for (; count > 0; --count) {
            block.starts.push_back(begin());
            block.ends.push_back(0);
        }
        history.append(block);
    }

    /// Rounds that are answered, each of them a little longer than those before.
    void slowerRounds(std::size_t count)
    {
        for (std::size_t slower = 1; slower <= count; ++slower) {
            sleep(std::chrono::milliseconds(slower));
            rounds(1);
        }
    }

    void sleep(Duration duration) { m_next += duration; }

    PathHistory history{};
    IpAddress router = IpAddress::parse("10.0.0.1").value();
    IpAddress second = IpAddress::parse("10.0.0.2").value();
    IpAddress target = IpAddress::parse("10.0.0.9").value();

private:
    Timestamp begin()
    {
        ++m_rounds;
        m_next += std::chrono::seconds(1);
        return m_next;
    }

    Probe probe(std::uint8_t ttl, Timestamp at) const
    {
        return {
            .id = ProbeId{m_rounds * idsPerRound + ttl}, .method = Method::IcmpEcho, .ttl = ttl, .sent = at};
    }

    void answer(std::uint8_t ttl, Timestamp at, std::optional<IpAddress> from)
    {
        Observation observation{.probe = probe(ttl, at)};
        if (from)
            observation.reply =
                Reply{.id = observation.probe.id,
                      .kind = *from == target ? ReplyKind::EchoReply : ReplyKind::TimeExceeded,
                      .from = *from,
                      .received = at + std::chrono::milliseconds(1)};
        history.add(observation, target);
    }

    Timestamp m_next{std::chrono::seconds(1'800'000'000)};
    std::uint64_t m_rounds = 0;
};

} // namespace parallax::fixtures
