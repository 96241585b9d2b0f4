// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/config.h"
#include "core/data/session_record.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parallax {

/// A delay as it varies: a floor, and on top of it an exponential part with this mean.
struct ScenarioDelay {
    Duration floor{};
    Duration jitterMean{};

    bool operator==(const ScenarioDelay &) const = default;
};

struct ScenarioHop {
    IpAddress address{};
    ScenarioDelay rtt{};
    bool answers = true;

    bool operator==(const ScenarioHop &) const = default;
};

/// A made-up network between this machine and a tester, and what measuring it must find.
struct Scenario {
    std::string name{};
    std::uint32_t seed = 1;
    SocketAddress peer{};
    std::vector<ScenarioHop> hops{};
    ScenarioDelay endpointRtt{}; // where the TCP connection ends
    ScenarioDelay detour{}; // from there to the browser and back: 0 when it is the browser's own machine
    bool endpointAnswers = true; // its D-SACKs come through
    bool controlAnswered = true;
    double loss = 0.0; // of probes and of pings, 0 … 1
    std::optional<std::uint16_t> mss{};
    std::optional<std::uint8_t> synTtl{}; // as received; tells how long the way back is
    bool captured = true; // packets can be captured and sent
    MeasureConfig measure{};
    std::vector<VerdictKind> expectedKinds{}; // any of these is right
    std::optional<Duration> expectedDetour{}; // within a tenth, or a millisecond

    bool operator==(const Scenario &) const = default;
};

/// Reads a scenario; an error names the field.
Result<Scenario> parseScenario(const QByteArray &json);

} // namespace parallax
