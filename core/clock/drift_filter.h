// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/estimator.h"
#include "core/clock/ring.h"

#include <vector>

namespace parallax {

/// A Kalman filter of two states, offset and drift. Some exchanges on end count as one: the quickest way
/// there and the quickest way back of all of them, which jitter has held up least. It waits for as many as
/// the drift allows, as far as that is known.
class DriftFilter : public Estimator
{
public:
    void add(const ClockExchange &exchange) override;
    std::optional<ClockEstimate> estimate(Timestamp at) const override;

    /// What the newest exchange was by those before.
    enum class Finding : std::uint8_t {
        Agrees,
        Denies, // cannot be true: not used
        BeginsAnew, // several on end: what was known no longer holds
    };
    Finding finding() const { return m_finding; }
    /// When it begins anew because their clock was set: by how much. A shorter path or a clock that is slewed
    /// may be why as well.
    std::optional<Duration> step() const { return m_step; }

private:
    /// Offset in µs, drift in ppm, and their covariances.
    struct State {
        Timestamp at{};
        double offset = 0.0;
        double drift = 0.0;
        double offsetVariance = 0.0;
        double covariance = 0.0;
        double driftVariance = 0.0;
    };
    /// What some exchanges on end say together, in µs.
    struct Measurement {
        Timestamp at{};
        double offset = 0.0;
        double variance = 0.0;
        double heldUp = 0.0; // what jitter still hides, about
    };
    static State carried(State state, Timestamp at);
    static State updated(const State &before, const Measurement &measurement);
    void begin(const ClockExchange &exchange);
    void noteRtt(double rtt);
    double excess(double rtt) const;
    double surprise(const ClockExchange &exchange) const;
    double allowance(const ClockExchange &exchange) const;
    void notice(const ClockExchange &exchange);
    void agree(const ClockExchange &exchange);
    Measurement measure() const;

    std::optional<State> m_state;
    std::vector<ClockExchange> m_block; // not yet in the state; bounded
    Ring<double, 1024> m_rtts; // µs
    double m_leastRtt = 0.0;
    double m_meanRtt = 0.0;
    int m_disagreeing = 0; // exchanges on end that cannot be true
    Timestamp m_agreed{}; // when the newest did that could
    double m_agreedRtt = 0.0; // its own
    int m_doubtful = 0; // since the first that cannot be true: those that agree, and are slower
    double m_deniedExcess = 0.0; // of the slowest that cannot be true
    Finding m_finding = Finding::Agrees;
    std::optional<Duration> m_step;
};

} // namespace parallax
