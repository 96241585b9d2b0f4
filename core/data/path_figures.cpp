// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_figures.h"

#include "core/data/end_to_end.h"
#include "core/data/rate_limit.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace parallax {

namespace {

constexpr double leastShare = 0.1; // of the rounds must end at a TTL for it to count as the path's end

/// Mean and deviation in one pass, of the distances from the first sample: a day's samples need not be
/// gathered, and nothing is lost where they are far from zero and close together.
class Figures
{
public:
    void add(Duration rtt)
    {
        if (m_count++ == 0)
            m_first = m_last = m_best = m_worst = rtt;
        const double distance = static_cast<double>((rtt - m_first).count());
        m_sum += distance;
        m_squares += distance * distance;
        m_steps += std::abs(static_cast<double>((rtt - m_last).count()));
        m_last = rtt;
        m_best = std::min(m_best, rtt);
        m_worst = std::max(m_worst, rtt);
    }

    RttFigures result() const
    {
        if (m_count == 0)
            return {};
        const auto nanoseconds = [](double value) { return Duration(std::llround(value)); };
        RttFigures figures{.answered = m_count, .last = m_last, .best = m_best, .worst = m_worst};
        figures.average = m_first + nanoseconds(m_sum / m_count);
        if (m_count > 1) {
            const double variance = std::max(0.0, m_squares - m_sum * m_sum / m_count) / (m_count - 1);
            figures.deviation = nanoseconds(std::sqrt(variance));
            figures.jitter = nanoseconds(m_steps / (m_count - 1));
        }
        return figures;
    }

private:
    int m_count = 0;
    Duration m_first{};
    Duration m_last{};
    Duration m_best{};
    Duration m_worst{};
    double m_sum = 0.0; // of the distances
    double m_squares = 0.0;
    double m_steps = 0.0;
};

/// The furthest TTL at which anybody answered.
int furthestAnswer(const PathHistory &history, RoundSpan span)
{
    int furthest = 0;
    for (const auto &[ttl, hop] : history.hops()) {
        std::size_t round = span.from;
        while (round < span.to && !hop.at(round).answered())
            ++round;
        if (round < span.to)
            furthest = ttl;
    }
    return furthest;
}

/// How far the table goes: the furthest end that is no accident of a lost answer; where the span has none,
/// the one that is nearest in time, and beyond it whoever answered instead, as in a loop.
int lastTtl(const PathHistory &history, RoundSpan span)
{
    std::array<std::size_t, 256> ends{};
    std::size_t reached = 0;
    EndToEnd whole(history, span.from);
    for (std::size_t round = span.from; round < span.to; ++round) {
        if (const auto end = whole.endTtl(round)) {
            ++ends.at(static_cast<std::size_t>(*end));
            ++reached;
        }
    }
    if (reached == 0) {
        const auto end = whole.furthestEnd();
        return end ? std::max(*end, furthestAnswer(history, span)) : std::numeric_limits<int>::max();
    }
    const double least = std::max(1.0, leastShare * static_cast<double>(reached));
    int last = 255;
    while (last > 1 && static_cast<double>(ends.at(static_cast<std::size_t>(last))) < least)
        --last;
    return last;
}

struct HopCount {
    int sent = 0;
    int unanswered = 0;
    int refused = 0;
    int notSent = 0;
    std::vector<Figures> byResponder{};
    std::vector<HopLoss> byFlow{}; // where there are several
    std::optional<std::size_t> silent{}; // the responder that a row without answers is named for
};

/// A round counts at the TTLs up to its end.
bool isOnPath(const PathHistory &history, int ttl, std::size_t round)
{
    return ttl <= history.endTtl(round).value_or(ttl);
}

bool answersOnPath(const PathHistory &history, const HopHistory &hop, int ttl, std::size_t round)
{
    const HopSample sample = hop.at(round);
    return sample.answered() && sample.responder < hop.responders.size() && isOnPath(history, ttl, round);
}

bool everAnswered(const PathHistory &history, const HopHistory &hop, int ttl)
{
    std::size_t round = 0;
    while (round < hop.samples.size() && !answersOnPath(history, hop, ttl, round))
        ++round;
    return round < hop.samples.size();
}

/// Who answered at that TTL last before the span, or else first after it: an outage takes nobody's name.
std::optional<std::size_t> nearestResponder(const PathHistory &history, const HopHistory &hop, int ttl,
                                            RoundSpan span)
{
    for (std::size_t round = std::min(span.from, hop.samples.size()); round > 0; --round) {
        if (answersOnPath(history, hop, ttl, round - 1))
            return hop.samples[round - 1].responder;
    }
    for (std::size_t round = span.to; round < hop.samples.size(); ++round) {
        if (answersOnPath(history, hop, ttl, round))
            return hop.samples[round].responder;
    }
    return std::nullopt;
}

HopCount countHop(const PathHistory &history, const HopHistory &hop, int ttl, RoundSpan span)
{
    HopCount count{.byResponder = std::vector<Figures>(hop.responders.size())};
    count.byFlow.resize(history.flows() > 1 ? history.flows() : 0);
    const std::size_t to = std::min(span.to, hop.samples.size());
    for (std::size_t round = span.from; round < to; ++round) {
        const HopSample sample = hop.samples[round];
        if (sample.rttMicroseconds == HopSample::notSent)
            ++count.notSent;
        if (!sample.asked() || !isOnPath(history, ttl, round))
            continue;
        ++count.sent;
        count.unanswered += sample.answered() ? 0 : 1;
        count.refused += sample.rttMicroseconds == HopSample::refused ? 1 : 0;
        if (!count.byFlow.empty()) {
            HopLoss &flow = count.byFlow[history.flowOf(round)];
            ++flow.sent;
            flow.unanswered += sample.answered() ? 0 : 1;
        }
        if (sample.answered() && sample.responder < count.byResponder.size())
            count.byResponder[sample.responder].add(std::chrono::microseconds(sample.rttMicroseconds));
    }
    if (count.unanswered == count.sent)
        count.silent = nearestResponder(history, hop, ttl, span);
    return count;
}

void addRows(std::vector<PathRow> &rows, const HopHistory &hop, int ttl, const HopCount &count)
{
    PathRow row{.ttl = ttl,
                .sent = count.sent,
                .unanswered = count.unanswered,
                .refused = count.refused,
                .notSent = count.notSent};
    for (std::size_t i = 0; i < count.byResponder.size(); ++i) {
        const RttFigures figures = count.byResponder[i].result();
        if (figures.answered == 0)
            continue;
        row.address = hop.responders[i];
        row.first = hop.firstReplies[i];
        row.rtt = figures;
        rows.push_back(row);
        row = {.ttl = ttl, .branch = row.branch + 1};
    }
    if (row.branch > 0)
        return;
    if (count.silent) {
        row.address = hop.responders[*count.silent];
        row.first = hop.firstReplies[*count.silent];
    }
    rows.push_back(row);
}

/// Each TTL's limit stands in its first row, as its loss does.
void tellRateLimits(std::vector<PathRow> &rows, const std::vector<HopLoss> &losses)
{
    const std::vector<int> limited = rateLimited(losses);
    auto next = limited.begin();
    for (PathRow &row : rows) {
        if (row.branch == 0)
            row.rateLimited = *next++;
    }
}

/// Behind the last router that answers a path without end says nothing but that nobody answers: once is
/// enough.
void trimSilence(std::vector<PathRow> &rows)
{
    while (rows.size() > 1 && !rows.back().address && !rows[rows.size() - 2].address)
        rows.pop_back();
}

} // namespace

std::optional<double> PathRow::loss() const
{
    return sent == 0 ? std::nullopt : std::optional(static_cast<double>(unanswered) / sent);
}

RttFigures figuresOf(const std::vector<Duration> &rtts)
{
    Figures figures;
    for (const Duration rtt : rtts)
        figures.add(rtt);
    return figures.result();
}

RttFigures figuresOf(const PathHistory &history, int ttl, RoundSpan span)
{
    Figures figures;
    const auto hop = history.hops().find(ttl);
    const std::size_t to =
        hop == history.hops().end() ? span.from : std::min(span.to, hop->second.samples.size());
    for (std::size_t round = span.from; round < to; ++round) {
        if (const auto rtt = hop->second.samples[round].rtt(); rtt && isOnPath(history, ttl, round))
            figures.add(*rtt);
    }
    return figures.result();
}

std::vector<PathRow> pathRows(const TraceRecord &record)
{
    std::vector<PathRow> rows;
    for (const PathHop &hop : summarizePath(record).hops) {
        PathRow row{.ttl = hop.ttl,
                    .sent = hop.sent,
                    .unanswered = hop.unanswered,
                    .refused = hop.refused,
                    .notSent = hop.notSent,
                    .rateLimited = hop.rateLimited};
        for (const Responder &responder : hop.responders) {
            row.address = responder.address;
            row.first = responder.first;
            if (const auto mtu = mtuSaidBy(record, responder.address))
                row.first->mtu = *mtu;
            row.rtt = figuresOf(responder.rtts);
            rows.push_back(row);
            row = {.ttl = hop.ttl, .branch = row.branch + 1};
        }
        if (hop.responders.empty())
            rows.push_back(row);
    }
    trimSilence(rows);
    return rows;
}

std::vector<PathRow> pathRows(const PathHistory &history, RoundSpan span)
{
    span.to = std::min(span.to, history.rounds());
    const int last = lastTtl(history, span);
    std::vector<PathRow> rows;
    std::vector<HopLoss> losses;
    for (const auto &[ttl, hop] : history.hops()) {
        if (ttl > last)
            break;
        const HopCount count = countHop(history, hop, ttl, span);
        losses.push_back({count.sent, count.unanswered, hasSilentBranch(count.byFlow)});
        addRows(rows, hop, ttl, count);
    }
    tellRateLimits(rows, losses);
    trimSilence(rows);
    return rows;
}

std::vector<int> pathTtls(const PathHistory &history)
{
    const int last = lastTtl(history, {0, history.rounds()});
    std::vector<int> ttls;
    std::size_t needed = 0; // up to the first silent one behind the last that answered
    for (const auto &[ttl, hop] : history.hops()) {
        if (ttl > last)
            break;
        ttls.push_back(ttl);
        if (everAnswered(history, hop, ttl))
            needed = ttls.size() + 1;
    }
    ttls.resize(std::min(ttls.size(), std::max<std::size_t>(needed, 1)));
    return ttls;
}

} // namespace parallax
