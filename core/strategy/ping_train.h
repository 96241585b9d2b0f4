// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/strategy/strategy.h"

#include <optional>

namespace parallax {

struct PingTrainConfig {
    int count = 10;
    Duration interval{}; // text ping start to start
    Duration timeout{};
    std::uint64_t firstId = 1; // ids count up from here
};

/// Text pings over a WebSocket, a control ping after each pong; one outstanding at a time, so that each finds
/// its own segment and answer. Gives control pings up at the first that is not answered: some peers never do.
class PingTrain : public Strategy
{
public:
    explicit PingTrain(PingTrainConfig config)
        : m_config(config)
        , m_nextId(config.firstId)
    {
    }

    Step next(Timestamp now) override;
    void observe(const Observation &observation) override;

    /// So many text pings more.
    void extend(int pings) { m_config.count += pings; }
    /// No text pings beyond those that were sent.
    void stop() { m_config.count = m_textSent; }
    int textSent() const { return m_textSent; }
    int textResolved() const { return m_textResolved; }
    bool outstanding() const { return m_outstanding; }
    /// A text ping and its companion, the control ping, are not both resolved.
    bool busy() const { return m_outstanding || m_controlDue; }
    bool finished() const;
    /// When the next text ping is due.
    Timestamp due() const { return m_due; }

private:
    Step sendText(Timestamp now);
    Step sendControl();

    PingTrainConfig m_config;
    std::uint64_t m_nextId;
    int m_textSent = 0;
    int m_textResolved = 0;
    bool m_outstanding = false;
    bool m_controlDue = false;
    bool m_controlWanted = true;
    Timestamp m_due{};
    Duration m_longestText{};
};

} // namespace parallax
