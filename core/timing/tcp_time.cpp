// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/tcp_time.h"

#include "core/timing/line_buffer.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace parallax {

namespace {

constexpr double largestSeconds = 4294967295.0; // SOC has 32 bits, as in the UDP frame
constexpr double largestCount = 9e15; // what a double holds exactly
constexpr double largestFraction = 999'999.0;
constexpr std::int64_t microsecondsPerSecond = 1'000'000;

std::optional<std::int64_t> integerIn(const QJsonObject &object, const char *name, double most)
{
    const QJsonValue value = object.value(QLatin1String(name));
    // Comparisons with a number that is none are false.
    if (!value.isDouble() || !(value.toDouble() >= 0.0 && value.toDouble() <= most))
        return std::nullopt;
    return value.toInteger(-1) < 0 ? std::nullopt : std::optional(value.toInteger());
}

} // namespace

bool asksForTime(std::string_view line)
{
    return line == timeQuestion || line == "time\r\n";
}

/// Written by hand: the server's threads do little else.
std::string tcpTimeText(const TcpTimeAnswer &answer)
{
    const std::int64_t all =
        std::chrono::floor<std::chrono::microseconds>(answer.time).time_since_epoch().count();
    std::string text;
    text.reserve(160);
    text += R"({"soc":)";
    text += std::to_string(all / microsecondsPerSecond);
    text += R"(,"fracsec":)";
    text += std::to_string(all % microsecondsPerSecond);
    text += R"(,"microseconds":)";
    text += std::to_string(all);
    text += R"(,"connection":)";
    text += std::to_string(answer.connection);
    text += R"(,"requests":)";
    text += std::to_string(answer.requests);
    text += "}\n";
    return text;
}

Result<TcpTimeAnswer> parseTcpTime(std::string_view line)
{
    const Error damaged{ErrorCode::Malformed, "not the answer of a TCP time server"};
    if (line.size() > LineBuffer::longestLine)
        return damaged;
    const auto text = QByteArray::fromRawData(line.data(), static_cast<qsizetype>(line.size()));
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const auto seconds = integerIn(object, "soc", largestSeconds);
    const auto fraction = integerIn(object, "fracsec", largestFraction);
    const auto all = integerIn(object, "microseconds", largestCount);
    const auto connection = integerIn(object, "connection", largestCount);
    const auto requests = integerIn(object, "requests", largestCount);
    if (!seconds || !fraction || !all || !connection || !requests
        || *all != *seconds * microsecondsPerSecond + *fraction)
        return damaged;
    return TcpTimeAnswer{.time = Timestamp(std::chrono::microseconds(*all)),
                         .connection = static_cast<std::uint64_t>(*connection),
                         .requests = static_cast<std::uint64_t>(*requests)};
}

} // namespace parallax
