// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/minute_figures.h"

#include <algorithm>
#include <chrono>

namespace parallax {

namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t largestTtl = 255;
constexpr std::uint64_t largestResponder = 255;

/// The value that is there most often.
template<class Value>
Value commonest(const std::map<Value, std::size_t> &counts)
{
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == counts.end() ? Value{} : most->first;
}

MinuteFigures::Hop hopOf(const std::vector<HopSample> &samples, std::size_t from, std::size_t to)
{
    MinuteFigures::Hop hop;
    std::vector<std::uint32_t> rtts;
    std::map<std::uint16_t, std::size_t> responders;
    for (std::size_t round = from; round < std::min(to, samples.size()); ++round) {
        const HopSample &sample = samples[round];
        if (sample.answered()) {
            rtts.push_back(sample.rttMicroseconds);
            ++responders[sample.responder];
        } else if (sample.asked()) {
            ++hop.lost;
        }
    }
    hop.answered = rtts.size();
    hop.responder = commonest(responders);
    if (rtts.empty())
        return hop;
    std::sort(rtts.begin(), rtts.end());
    hop.least = rtts.front();
    hop.median = rtts[rtts.size() / 2];
    hop.most = rtts.back();
    return hop;
}

MinuteFigures minuteOf(const RoundBlock &block, std::size_t from, std::size_t to)
{
    MinuteFigures minute{.first = block.starts[from], .last = block.starts[to - 1], .rounds = to - from};
    std::map<std::uint8_t, std::size_t> ends;
    for (std::size_t round = from; round < to; ++round) {
        if (block.ends[round] != 0) // where it was lost, the samples say so
            ++ends[block.ends[round]];
    }
    minute.end = commonest(ends);
    for (const auto &[ttl, samples] : block.samples) {
        const MinuteFigures::Hop hop = hopOf(samples, from, to);
        if (hop.answered + hop.lost > 0)
            minute.hops[ttl] = hop;
    }
    return minute;
}

/// The answers' round trips: the least, the median several times, the most.
std::uint32_t rttOf(const MinuteFigures::Hop &hop, std::size_t answer)
{
    if (answer + 1 == hop.answered)
        return hop.most;
    return answer == 0 ? hop.least : hop.median;
}

/// Spreads the questions over the rounds, and the lost ones over the questions.
void appendHop(std::vector<HopSample> &samples, const MinuteFigures::Hop &hop, std::size_t rounds)
{
    const std::size_t asked = hop.answered + hop.lost;
    std::size_t questions = 0;
    std::size_t answers = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
        if ((round + 1) * asked / rounds == questions) {
            samples.emplace_back(); // not asked in that one
            continue;
        }
        const bool lost = (questions + 1) * hop.lost / asked > questions * hop.lost / asked;
        samples.push_back(lost ? HopSample{HopSample::lost, 0}
                               : HopSample{rttOf(hop, answers), hop.responder});
        ++questions;
        answers += lost ? 0 : 1;
    }
}

} // namespace

std::vector<MinuteFigures> minutesOf(const RoundBlock &block)
{
    std::vector<MinuteFigures> minutes;
    const auto minuteAt = [&](std::size_t round) { return (block.starts[round] - block.starts[0]) / 1min; };
    std::size_t from = 0;
    for (std::size_t round = 1; round <= block.starts.size(); ++round) {
        if (round < block.starts.size() && minuteAt(round) == minuteAt(from))
            continue;
        minutes.push_back(minuteOf(block, from, round));
        from = round;
    }
    return minutes;
}

void addMinute(ByteWriter &writer, const MinuteFigures &minute)
{
    writer.addSigned(minute.first.time_since_epoch().count());
    writer.addSigned((minute.last - minute.first).count());
    writer.add(minute.rounds);
    writer.add(minute.end);
    writer.add(minute.hops.size());
    for (const auto &[ttl, hop] : minute.hops) {
        writer.add(static_cast<std::uint64_t>(ttl));
        writer.add(hop.lost);
        writer.add(hop.answered);
        if (hop.answered == 0)
            continue;
        writer.add(hop.least);
        writer.add(hop.median - hop.least);
        writer.add(hop.most - hop.median);
        writer.add(hop.responder);
    }
}

MinuteFigures readMinute(ByteReader &reader, std::size_t mostRounds)
{
    const std::int64_t first = reader.nextMoment(0);
    const std::int64_t last = reader.nextMoment(first);
    MinuteFigures minute{.first = Timestamp(Duration(first)), .last = Timestamp(Duration(last))};
    minute.rounds = reader.next(mostRounds);
    minute.end = static_cast<std::uint8_t>(reader.next(largestTtl));
    for (std::uint64_t hops = reader.next(largestTtl); hops > 0 && reader.good(); --hops) {
        const int ttl = static_cast<int>(reader.next(largestTtl));
        MinuteFigures::Hop &hop = minute.hops[ttl];
        hop.lost = reader.next(minute.rounds);
        hop.answered = reader.next(minute.rounds - hop.lost);
        if (hop.answered == 0)
            continue;
        hop.least = static_cast<std::uint32_t>(reader.next(HopSample::refused - 1));
        hop.median = hop.least + static_cast<std::uint32_t>(reader.next(HopSample::refused - 1 - hop.least));
        hop.most = hop.median + static_cast<std::uint32_t>(reader.next(HopSample::refused - 1 - hop.median));
        hop.responder = static_cast<std::uint16_t>(reader.next(largestResponder));
    }
    return minute;
}

void appendMinute(RoundBlock &block, const MinuteFigures &minute)
{
    const std::size_t at = block.starts.size();
    const Duration step = minute.rounds < 2
        ? Duration{}
        : (minute.last - minute.first) / static_cast<std::int64_t>(minute.rounds - 1);
    for (std::size_t round = 0; round < minute.rounds; ++round) {
        block.starts.push_back(minute.first + step * static_cast<std::int64_t>(round));
        block.ends.push_back(minute.end);
    }
    for (const auto &[ttl, hop] : minute.hops) {
        auto &samples = block.samples[ttl];
        samples.resize(at);
        appendHop(samples, hop, minute.rounds);
    }
}

} // namespace parallax
