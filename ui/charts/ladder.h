// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace parallax {

/// The part of a rung that lies beyond the one below and is no coincidence.
struct RungGap {
    Duration from{}; // the minimum of the rung that it is measured from
    VerdictKind favours = VerdictKind::Inconclusive;

    bool operator==(const RungGap &) const = default;
};

/// One line of the latency ladder.
struct Rung {
    enum class Kind : std::uint8_t { Hop, Silent, Endpoint, Browser };

    Kind kind = Kind::Hop;
    int firstTtl = 0; // neighbouring silent hops share a rung
    int lastTtl = 0;
    QString address{};
    std::optional<Duration> min{};
    std::optional<Duration> p95{};
    int sent = 0;
    int received = 0;
    std::optional<RungGap> gap{};

    bool operator==(const Rung &) const = default;
};

/// From the nearest router up to the browser, as far as they are known.
std::vector<Rung> ladderOf(const SessionRecord &record);

} // namespace parallax
