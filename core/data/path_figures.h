// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_history.h"
#include "core/data/path_summary.h"

#include <limits>
#include <optional>
#include <vector>

namespace parallax {

/// Rounds of a watched path, the last one not included.
struct RoundSpan {
    std::size_t from = 0;
    std::size_t to = std::numeric_limits<std::size_t>::max();

    bool operator==(const RoundSpan &) const = default;
};

/// What a series of round trips comes to. Nothing where there are too few.
struct RttFigures {
    int answered = 0;
    std::optional<Duration> last{};
    std::optional<Duration> best{};
    std::optional<Duration> average{};
    std::optional<Duration> worst{};
    std::optional<Duration> deviation{}; // standard, of the sample
    std::optional<Duration> jitter{}; // mean difference of successive round trips (RFC 3393's IPDV, absolute)

    bool operator==(const RttFigures &) const = default;
};

/// One row of the path table: who answered at a TTL. Each branch of a load-balanced hop has its own.
struct PathRow {
    int ttl = 0;
    int branch = 0; // 0: the first to answer at this TTL. Sent and loss are the TTL's, and stand only there.
    std::optional<IpAddress> address{}; // nothing: nobody has answered, not even outside the span
    std::optional<Reply> first{}; // its first answer: quote, MTU
    int sent = 0;
    int unanswered = 0;
    // Of the unanswered, or, where a single trace ends in a refusal, of its answers: somebody on the way said
    // that the target cannot be reached, or not by a packet that large.
    int refused = 0;
    int notSent = 0;
    int rateLimited = 0;
    RttFigures rtt{};

    /// 0 … 1; nothing where nothing was sent, and for further branches.
    std::optional<double> loss() const;
    bool operator==(const PathRow &) const = default;
};

RttFigures figuresOf(const std::vector<Duration> &rtts);
/// All that one TTL of a watched path answered within a span of its rounds, whichever branch it was.
RttFigures figuresOf(const PathHistory &history, int ttl, RoundSpan span = {});

/// The rows of one trace.
std::vector<PathRow> pathRows(const TraceRecord &record);
/// The rows of a watched path within a span of its rounds. A round counts at the TTLs up to its end. Where
/// nobody answered in the span, the row has the loss and the address of who did before, or else after.
std::vector<PathRow> pathRows(const PathHistory &history, RoundSpan span = {});
/// The TTLs that the rows of all its rounds have, which takes far less time than the rows.
std::vector<int> pathTtls(const PathHistory &history);

} // namespace parallax
