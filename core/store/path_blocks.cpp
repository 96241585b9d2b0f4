// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/path_blocks.h"

#include "core/store/minute_figures.h"

#include <QtEndian>

#include <zlib.h>

#include <algorithm>

namespace parallax {

namespace {

enum class Form : std::uint8_t { Rounds = 1, Minutes = 2 };

constexpr std::uint32_t largestContent = 1 << 20; // 256 TTLs take half of it
constexpr std::uint64_t largestTtl = 255;
constexpr std::int64_t largestResponder = 65'535;
constexpr std::uint64_t largestNumber = std::uint64_t{1} << 40; // of a round
constexpr int quick = 1; // zlib's level; the highest saves 3 % more

QByteArray closed(const ByteWriter &writer)
{
    return qCompress(writer.bytes(), quick); // its checksum tells damage
}

void addSamples(ByteWriter &writer, const std::vector<HopSample> &samples)
{
    writer.add(samples.size());
    for (const HopSample &sample : samples) // 0 not asked, 1 lost; others of HopSample are the largest
        writer.add(static_cast<std::uint32_t>(sample.rttMicroseconds + 2)); // wraps around, as meant
    std::uint16_t before = 0;
    for (const HopSample &sample : samples) {
        if (sample.answered())
            writer.addSigned(sample.responder - std::exchange(before, sample.responder));
    }
}

std::vector<HopSample> samplesIn(ByteReader &reader, std::size_t rounds)
{
    std::vector<HopSample> samples(reader.next(rounds));
    for (HopSample &sample : samples)
        sample.rttMicroseconds =
            static_cast<std::uint32_t>(reader.next(std::numeric_limits<std::uint32_t>::max())) - 2;
    std::uint16_t before = 0;
    for (HopSample &sample : samples) {
        if (sample.answered())
            before = sample.responder =
                static_cast<std::uint16_t>(before + reader.nextSigned(largestResponder));
    }
    return samples;
}

RoundBlock roundsIn(ByteReader &reader)
{
    RoundBlock block{.first = reader.next(largestNumber)};
    const std::size_t rounds = reader.next(roundsPerBlock);
    std::int64_t start = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
        start = reader.nextMoment(start);
        block.starts.emplace_back(Duration(start));
        block.ends.push_back(static_cast<std::uint8_t>(reader.next(largestTtl)));
    }
    for (std::uint64_t hops = reader.next(largestTtl); hops > 0 && reader.good(); --hops) {
        const int ttl = static_cast<int>(reader.next(largestTtl));
        block.samples[ttl] = samplesIn(reader, rounds);
    }
    return block;
}

RoundBlock minutesIn(ByteReader &reader)
{
    RoundBlock block{.first = reader.next(largestNumber)};
    for (std::uint64_t minutes = reader.next(roundsPerBlock); minutes > 0 && reader.good(); --minutes) {
        const MinuteFigures minute = readMinute(reader, roundsPerBlock - block.starts.size());
        appendMinute(block, minute);
    }
    return block;
}

/// Nothing where it is not as long as it says in front. Qt takes that for a first guess, and goes on up to
/// the memory there is.
QByteArray inflated(const QByteArray &content)
{
    constexpr qsizetype front = 4; // bytes
    if (content.size() <= front)
        return {};
    const auto length = qFromBigEndian<std::uint32_t>(content.constData());
    if (length > largestContent)
        return {};
    QByteArray bytes(static_cast<qsizetype>(length), Qt::Uninitialized);
    uLongf written = length;
    const int outcome = ::uncompress(reinterpret_cast<Bytef *>(bytes.data()), &written,
                                     reinterpret_cast<const Bytef *>(content.constData()) + front,
                                     static_cast<uLong>(content.size() - front));
    return outcome == Z_OK && written == length ? bytes : QByteArray();
}

} // namespace

QByteArray packedRounds(const RoundBlock &block)
{
    ByteWriter writer;
    writer.add(static_cast<std::uint64_t>(Form::Rounds));
    writer.add(block.first);
    writer.add(block.starts.size());
    std::int64_t before = 0;
    for (std::size_t round = 0; round < block.starts.size(); ++round) {
        const std::int64_t start = block.starts[round].time_since_epoch().count();
        writer.addSigned(start - std::exchange(before, start));
        writer.add(block.ends[round]);
    }
    writer.add(block.samples.size());
    for (const auto &[ttl, samples] : block.samples) {
        writer.add(static_cast<std::uint64_t>(ttl));
        addSamples(writer, samples);
    }
    return closed(writer);
}

QByteArray packedMinutes(const RoundBlock &block)
{
    const std::vector<MinuteFigures> minutes = minutesOf(block);
    ByteWriter writer;
    writer.add(static_cast<std::uint64_t>(Form::Minutes));
    writer.add(block.first);
    writer.add(minutes.size());
    for (const MinuteFigures &minute : minutes)
        addMinute(writer, minute);
    return closed(writer);
}

Result<RoundBlock> unpacked(const QByteArray &content)
{
    const QByteArray bytes = inflated(content);
    ByteReader reader(bytes);
    const auto form = static_cast<Form>(reader.next(static_cast<std::uint64_t>(Form::Minutes)));
    RoundBlock block = form == Form::Minutes ? minutesIn(reader) : roundsIn(reader);
    if (!reader.good() || !reader.atEnd() || block.starts.empty())
        return Error{ErrorCode::Malformed, "the stored rounds are damaged"};
    return block;
}

} // namespace parallax
