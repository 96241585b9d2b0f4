// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/clock_reply.h"

#include "core/data/clock_names.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <charconv>
#include <cmath>

namespace parallax {

namespace {

constexpr std::size_t largestReply = 1024;
constexpr double largestNumber = 9e15; // what a double holds exactly
constexpr double largestCorrection = 4e15; // µs, in nanoseconds with room for arithmetic
constexpr double largestSeconds = 4294967295.0; // SOC has 32 bits
constexpr double largestFraction = 16777215.0; // FRACSEC has 24

void append(std::string &text, long long number)
{
    char digits[24]; // NOLINT(modernize-avoid-c-arrays): to_chars fills it
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    text.append(std::begin(digits), end);
}

std::optional<double> numberIn(const QJsonObject &object, const char *name, double least, double most)
{
    const QJsonValue value = object.value(QLatin1String(name));
    if (!value.isDouble() || !std::isfinite(value.toDouble()) || value.toDouble() < least
        || value.toDouble() > most)
        return std::nullopt;
    return value.toDouble();
}

} // namespace

/// Written by hand: this is what ten thousand clients a second get.
std::string clockReplyText(const ClockReply &reply)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(reply.serverTime);
    const auto fraction = std::chrono::floor<std::chrono::microseconds>(reply.serverTime - seconds);
    const auto correction = std::chrono::round<std::chrono::microseconds>(reply.correction);
    std::string text;
    text.reserve(128);
    text += R"({"ack_num":)";
    append(text, static_cast<long long>(reply.number));
    text += R"(,"scheme":")";
    text += nameOf(reply.scheme);
    text += R"(","correction_us":)";
    append(text, correction.count());
    text += R"(,"server_time_soc":)";
    append(text, seconds.time_since_epoch().count());
    text += R"(,"server_time_fracsec":)";
    append(text, fraction.count());
    text += '}';
    return text;
}

Result<ClockReply> parseClockReply(std::span<const std::uint8_t> bytes)
{
    const Error damaged{ErrorCode::Malformed, "not the answer of a clock server"};
    if (bytes.size() > largestReply)
        return damaged;
    const auto text = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()),
                                              static_cast<qsizetype>(bytes.size()));
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const auto number = numberIn(object, "ack_num", 0.0, largestNumber);
    const auto correction = numberIn(object, "correction_us", -largestCorrection, largestCorrection);
    const auto seconds = numberIn(object, "server_time_soc", 0.0, largestSeconds);
    const auto fraction = numberIn(object, "server_time_fracsec", 0.0, largestFraction);
    const QString name = object.value(QLatin1String("scheme")).toString().toLower();
    const auto scheme = clockSchemeNamed(name.toStdString());
    if (!number || !correction || !seconds || !fraction || !scheme)
        return damaged;
    return ClockReply{.number = static_cast<std::uint64_t>(*number),
                      .scheme = *scheme,
                      .correction = Duration(std::llround(*correction * 1000.0)),
                      .serverTime =
                          Timestamp(std::chrono::seconds(static_cast<std::int64_t>(*seconds))
                                    + std::chrono::microseconds(static_cast<std::int64_t>(*fraction)))};
}

} // namespace parallax
