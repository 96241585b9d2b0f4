// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/correction_filter.h"
#include "core/timing/recent_table.h"
#include "core/timing/source_budget.h"
#include "core/timing/udp_socket.h"

#include <optional>
#include <string>
#include <vector>

namespace parallax {

/// Answers datagrams: 16 bytes are the original's frame, longer ones STAMP's. Whatever is not valid, or would
/// be too much for its source, is counted and not answered. Owns no socket and no clock.
class ClockResponder
{
public:
    static constexpr std::size_t mostClients = 8192; // the least recently heard is forgotten

    /// An empty key: STAMP without authentication only; otherwise with it only.
    explicit ClockResponder(std::string key)
        : m_key(std::move(key))
    {
    }

    /// What to send back, at `now` by our clock; nothing for what is not answered.
    std::optional<Datagram> answer(const Datagram &question, Timestamp now, SteadyTime steady);

    ClockServerCounts counts() const;
    void countNotSent(std::uint64_t datagrams);
    /// What was answered since the last call: the newest ones only, when there are very many.
    std::vector<ServedSample> takeSamples();

private:
    struct Client {
        std::uint64_t answered = 0;
        CorrectionFilter filter;
    };
    /// A client has a filter for each scheme it asks for.
    struct ClientKey {
        SocketAddress address{};
        ClockScheme scheme{};
        bool operator==(const ClientKey &) const = default;
    };
    struct ClientHash {
        std::size_t operator()(const ClientKey &key) const noexcept
        {
            return std::hash<SocketAddress>()(key.address) ^ static_cast<std::size_t>(key.scheme);
        }
    };

    std::optional<Datagram> answerFrame(const Datagram &question, Timestamp now, SteadyTime steady);
    std::optional<Datagram> answerStamp(const Datagram &question, Timestamp now, SteadyTime steady);
    bool admits(const Datagram &question, std::size_t answerSize, SteadyTime steady);
    void refuse(ClockRefusal reason);
    void remember(const ClientKey &key, Client *known, const Client &client);
    void note(const ServedSample &sample);

    std::string m_key;
    SourceBudget m_budget;
    RecentTable<ClientKey, Client, ClientHash> m_clients;
    ClockServerCounts m_counts{};
    std::vector<ServedSample> m_samples;
    std::size_t m_nextSample = 0;
};

} // namespace parallax
