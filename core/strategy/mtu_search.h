// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_record.h"
#include "core/strategy/strategy.h"

#include <optional>

namespace parallax {

struct MtuSearchConfig {
    Method method = Method::IcmpEcho; // or UdpDatagram
    IpAddress target{};
    std::uint16_t first = 1500; // bytes of the IP packet: what the first link carries
    Duration patience{}; // for an answer; twice, before silence means too large
};

/// The largest packet that reaches the target unfragmented. Routers that say what fits (RFC 1191, RFC 8201)
/// make it quick; where they keep silent, halving finds it all the same (RFC 4821).
class MtuSearch : public Strategy
{
public:
    explicit MtuSearch(MtuSearchConfig config);

    Step next(Timestamp now) override;
    void observe(const Observation &observation) override;

private:
    void tooLarge(std::uint16_t said);

    MtuSearchConfig m_config;
    int m_fits; // is known to arrive, or taken for granted
    int m_most; // may still fit
    int m_asked = 0;
    int m_silent = 0; // of the length under way
    bool m_outstanding = false;
    bool m_heard = false; // the target answers at all
    std::uint64_t m_nextId = firstMtuId;
};

} // namespace parallax
