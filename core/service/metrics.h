// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"

#include <QByteArray>

#include <array>
#include <cstdint>
#include <map>
#include <set>

namespace parallax {

/// What happened since the start, as Prometheus reads it: seconds and base units, labels from fixed lists
/// only.
class Metrics
{
public:
    void apply(const Update &update);
    /// An HTTP answer of any kind left.
    void countAnswer(int status);
    /// Text format 0.0.4.
    QByteArray text() const;

private:
    void close(const SessionClosed &closed);
    void count(const TraceObserved &observed);

    using Count = std::uint64_t;
    static constexpr std::size_t kinds = 4;
    static constexpr std::size_t pathEnds = 6;
    static constexpr std::size_t errors = static_cast<std::size_t>(ErrorCode::NoNameServer) + 1; // the last
    static constexpr std::size_t statusClasses = 5; // 1xx … 5xx

    std::set<SessionId> m_running;
    std::array<Count, kinds> m_finished{};
    Count m_testersFailed = 0;
    Duration m_testersTime{};
    Count m_captureDrops = 0;
    std::set<TraceId> m_traces; // running
    std::array<Count, pathEnds> m_tracesFinished{};
    std::array<Count, errors> m_tracesFailed{};
    Duration m_tracesTime{};
    Count m_probesSent = 0;
    Count m_probesAnswered = 0;
    std::array<Count, statusClasses> m_answers{};
};

} // namespace parallax
