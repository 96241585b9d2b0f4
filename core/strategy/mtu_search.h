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
    std::uint16_t passes = 60; // is known to arrive: the trace's own
    Duration patience{}; // for an answer; twice, before silence may mean too large
    Duration rest{}; // before the first, after an answer and in doubt: a host limits its ICMP errors
};

/// The largest packet that reaches the target unfragmented. Routers that say what fits (RFC 1191, RFC 8201)
/// make it quick; where they keep silent, halving finds it all the same (RFC 4821): what is not answered was
/// too large if a smaller one is answered thereafter. A target that is silent for that too leaves it unknown.
/// Where less fits all at once than was answered before, the path has changed and it begins anew, once.
class MtuSearch : public Strategy
{
public:
    explicit MtuSearch(MtuSearchConfig config);

    Step next(Timestamp now) override;
    void observe(const Observation &observation) override;

private:
    void tooLarge(std::uint16_t said);
    void beginAnew(std::uint16_t said);
    void check(bool answered);

    MtuSearchConfig m_config;
    int m_least; // that every link carries
    int m_fits; // is known to arrive, or taken for granted
    int m_most; // may still fit
    int m_asked = 0;
    int m_silent = 0; // of the length under way
    bool m_checking = false; // whether the target answers at all, after silence
    bool m_outstanding = false;
    bool m_heard = false; // the target answered one of these lengths
    bool m_over = false;
    bool m_beganAnew = false;
    bool m_rested = false;
    Timestamp m_notBefore{};
    std::uint64_t m_nextId = firstMtuId;
};

} // namespace parallax
