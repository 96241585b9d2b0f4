// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/stamp_packet.h"

#include "core/base/random.h"
#include "core/timing/key_hash.h"

#include <algorithm>

namespace parallax {

namespace {

/// Where the fields of one of the two formats are.
struct Layout {
    std::size_t size;
    std::size_t sent;
    std::size_t error;
    std::size_t received;
    std::size_t senderSequence;
    std::size_t senderSent;
    std::size_t senderError;
    std::size_t ttl;
};
constexpr Layout open{stampSize, 4, 12, 16, 24, 28, 36, 40}; // RFC 8762, figures 2 and 6
constexpr Layout sealed{authenticatedStampSize, 16, 24, 32, 48, 64, 72, 80}; // figures 4 and 7
constexpr std::size_t sessionAt = 14; // RFC 8972, figure 1
constexpr std::size_t hashedSize = 96;

constexpr std::uint64_t ntpEpoch = 2'208'988'800; // seconds from 1900 to 1970
constexpr std::uint64_t secondHalf = std::uint64_t{1} << 31; // NTP seconds below it are of the next era
constexpr std::uint64_t nanosecondsPerSecond = 1'000'000'000;
constexpr std::uint16_t ptpFormat = 0x4000; // Z of the error estimate
// Not synchronized, NTP's format, wrong by 1 · 2^(32 − 32) seconds: what we know of our own clock.
constexpr std::uint16_t ownError = 32U << 8 | 1U;

const Layout &layoutFor(std::string_view key)
{
    return key.empty() ? open : sealed;
}

template<class Value>
Value read(std::span<const std::uint8_t> bytes, std::size_t at)
{
    Value value = 0;
    for (std::size_t i = 0; i < sizeof(Value); ++i)
        value = static_cast<Value>(static_cast<std::uint64_t>(value) << 8 | bytes[at + i]);
    return value;
}

template<class Value>
void write(std::span<std::uint8_t> bytes, std::size_t at, Value value)
{
    for (std::size_t i = 0; i < sizeof(Value); ++i)
        bytes[at + i] = static_cast<std::uint8_t>(value >> 8 * (sizeof(Value) - 1 - i));
}

Timestamp fromBits(std::uint64_t bits, std::uint16_t errorEstimate)
{
    const std::uint64_t seconds = bits >> 32;
    const std::uint64_t fraction = bits & 0xFFFFFFFFU;
    if ((errorEstimate & ptpFormat) != 0)
        return Timestamp(std::chrono::seconds(seconds) + std::chrono::nanoseconds(fraction));
    const std::uint64_t era = seconds < secondHalf ? std::uint64_t{1} << 32 : 0;
    const std::uint64_t nanoseconds = (fraction * nanosecondsPerSecond + (std::uint64_t{1} << 31)) >> 32;
    return Timestamp(
        std::chrono::seconds(static_cast<std::int64_t>(seconds + era) - static_cast<std::int64_t>(ntpEpoch))
        + std::chrono::nanoseconds(nanoseconds));
}

void seal(std::vector<std::uint8_t> &bytes, std::string_view key)
{
    if (key.empty())
        return;
    const KeyHash hash = keyHash(key, std::span(bytes).first(hashedSize));
    std::copy(hash.begin(), hash.end(), bytes.begin() + hashedSize);
}

std::optional<ClockRefusal> fault(std::span<const std::uint8_t> bytes, std::string_view key)
{
    // Longer ones carry padding or the extensions of RFC 8972, which may be ignored.
    if (bytes.size() < layoutFor(key).size)
        return ClockRefusal::Length;
    if (key.empty())
        return std::nullopt;
    const auto text = [](std::span<const std::uint8_t> part) {
        return std::string_view(reinterpret_cast<const char *>(part.data()), part.size());
    };
    const KeyHash hash = keyHash(key, bytes.first(hashedSize));
    if (!equalInConstantTime(text(hash), text(bytes.subspan(hashedSize, hash.size()))))
        return ClockRefusal::Authentication;
    return std::nullopt;
}

StampQuestion questionAt(std::span<const std::uint8_t> bytes, std::size_t sequence, std::size_t sent,
                         std::size_t error)
{
    StampQuestion question{.sequence = read<std::uint32_t>(bytes, sequence),
                           .errorEstimate = read<std::uint16_t>(bytes, error),
                           .sentBits = read<std::uint64_t>(bytes, sent)};
    question.sent = fromBits(question.sentBits, question.errorEstimate);
    return question;
}

} // namespace

std::uint64_t ntpBits(Timestamp time)
{
    const auto count = static_cast<std::uint64_t>(time.time_since_epoch().count());
    const std::uint64_t seconds = count / nanosecondsPerSecond + ntpEpoch;
    const std::uint64_t fraction =
        ((count % nanosecondsPerSecond << 32) + nanosecondsPerSecond / 2) / nanosecondsPerSecond;
    return (seconds << 32) + fraction;
}

std::vector<std::uint8_t> stampQuestionBytes(const StampQuestion &question, std::string_view key)
{
    const Layout &at = layoutFor(key);
    std::vector<std::uint8_t> bytes(at.size);
    write(bytes, 0, question.sequence);
    write(bytes, at.sent, ntpBits(question.sent));
    write(bytes, at.error, ownError);
    if (key.empty())
        write(bytes, sessionAt, question.session);
    seal(bytes, key);
    return bytes;
}

std::vector<std::uint8_t> stampAnswerBytes(const StampAnswer &answer, std::string_view key)
{
    const Layout &at = layoutFor(key);
    std::vector<std::uint8_t> bytes(at.size);
    write(bytes, 0, answer.sequence);
    write(bytes, at.sent, ntpBits(answer.answered));
    write(bytes, at.error, ownError);
    if (key.empty())
        write(bytes, sessionAt, answer.question.session);
    write(bytes, at.received, ntpBits(answer.received));
    write(bytes, at.senderSequence, answer.question.sequence);
    write(bytes, at.senderSent, answer.question.sentBits);
    write(bytes, at.senderError, answer.question.errorEstimate);
    write(bytes, at.ttl, answer.ttl);
    seal(bytes, key);
    return bytes;
}

std::variant<StampQuestion, ClockRefusal> parseStampQuestion(std::span<const std::uint8_t> bytes,
                                                             std::string_view key)
{
    if (const auto wrong = fault(bytes, key))
        return *wrong;
    const Layout &at = layoutFor(key);
    StampQuestion question = questionAt(bytes, 0, at.sent, at.error);
    if (key.empty())
        question.session = read<std::uint16_t>(bytes, sessionAt);
    return question;
}

std::variant<StampAnswer, ClockRefusal> parseStampAnswer(std::span<const std::uint8_t> bytes,
                                                         std::string_view key)
{
    if (const auto wrong = fault(bytes, key))
        return *wrong;
    const Layout &at = layoutFor(key);
    const auto error = read<std::uint16_t>(bytes, at.error);
    StampAnswer answer{.question = questionAt(bytes, at.senderSequence, at.senderSent, at.senderError),
                       .sequence = read<std::uint32_t>(bytes, 0),
                       .received = fromBits(read<std::uint64_t>(bytes, at.received), error),
                       .answered = fromBits(read<std::uint64_t>(bytes, at.sent), error),
                       .ttl = read<std::uint8_t>(bytes, at.ttl)};
    if (key.empty())
        answer.question.session = read<std::uint16_t>(bytes, sessionAt);
    return answer;
}

} // namespace parallax
