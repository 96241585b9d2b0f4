// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/fields.h"

#include <QDateTime>

#include <cmath>

namespace parallax {

namespace {

constexpr double longestMilliseconds = 1e11; // three years; keeps sums of nanoseconds inside 64 bits
constexpr int latestYear = 2200;

std::optional<Duration> durationOf(const QJsonValue &value)
{
    const double milliseconds = value.toDouble();
    if (!value.isDouble() || !(std::abs(milliseconds) <= longestMilliseconds))
        return std::nullopt;
    return Duration(std::llround(milliseconds * 1e6));
}

} // namespace

Fields::Fields(QJsonObject object, QString path, std::optional<Error> &problem)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_problem(&problem)
{
}

QJsonValue Fields::value(const char *key) const
{
    return m_object.value(QLatin1String(key));
}

void Fields::complain(const char *key, const char *what) const
{
    if (!*m_problem)
        *m_problem = Error{ErrorCode::Malformed, (m_path + QLatin1String(key)).toStdString() + ' ' + what};
}

bool Fields::has(const char *key) const
{
    const QJsonValue found = value(key);
    return !found.isNull() && !found.isUndefined();
}

std::string Fields::text(const char *key, int limit) const
{
    if (!has(key))
        return {};
    if (!value(key).isString())
        complain(key, "must be a text");
    const QString text = value(key).toString();
    if (text.size() > limit) {
        complain(key, "is too long");
        return {};
    }
    return text.toStdString();
}

std::optional<bool> Fields::flag(const char *key) const
{
    if (!has(key))
        return std::nullopt;
    if (!value(key).isBool())
        complain(key, "must be true or false");
    return value(key).toBool();
}

std::optional<double> Fields::number(const char *key) const
{
    if (!has(key))
        return std::nullopt;
    if (!value(key).isDouble())
        complain(key, "must be a number");
    return value(key).toDouble();
}

std::optional<Duration> Fields::milliseconds(const char *key) const
{
    if (!has(key))
        return std::nullopt;
    const auto duration = durationOf(value(key));
    if (!duration)
        complain(key, "must be a number of milliseconds");
    return duration;
}

std::vector<Duration> Fields::millisecondsList(const char *key, int limit) const
{
    std::vector<Duration> durations;
    for (const auto &item : list(key, limit)) {
        if (const auto duration = durationOf(item))
            durations.push_back(*duration);
        else
            complain(key, "must hold numbers of milliseconds");
    }
    return durations;
}

std::optional<Timestamp> Fields::time(const char *key) const
{
    if (!has(key))
        return std::nullopt;
    const auto moment = QDateTime::fromString(value(key).toString(), Qt::ISODateWithMs);
    if (!moment.isValid() || moment.toMSecsSinceEpoch() < 0 || moment.toUTC().date().year() > latestYear) {
        complain(key, "must be a moment such as 2026-01-31T12:00:00.123Z");
        return std::nullopt;
    }
    return Timestamp(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
}

std::optional<IpAddress> Fields::address(const char *key) const
{
    constexpr int longestAddress = 64;
    const std::string text = this->text(key, longestAddress);
    if (text.empty())
        return std::nullopt;
    const auto address = IpAddress::parse(text);
    if (!address) {
        complain(key, "must be an IP address");
        return std::nullopt;
    }
    return address.value();
}

std::optional<std::int64_t> Fields::integer(const char *key, std::int64_t least, std::int64_t most) const
{
    if (!has(key))
        return std::nullopt;
    // toInteger returns its default for fractions, other types and numbers beyond 64 bits.
    const QJsonValue found = value(key);
    const std::int64_t whole = found.toInteger(0);
    const bool exact = found.isDouble() && (whole != 0 || found.toDouble() == 0.0);
    if (!exact || whole < least || whole > most) {
        complain(key, "must be a whole number in its range");
        return std::nullopt;
    }
    return whole;
}

QJsonArray Fields::list(const char *key, int limit) const
{
    if (!has(key))
        return {};
    if (!value(key).isArray())
        complain(key, "must be a list");
    QJsonArray array = value(key).toArray();
    if (array.size() > limit) {
        complain(key, "is too long");
        return {};
    }
    return array;
}

Fields Fields::child(const char *key) const
{
    if (has(key) && !value(key).isObject())
        complain(key, "must be an object");
    return {value(key).toObject(), m_path + QLatin1String(key) + QLatin1Char('.'), *m_problem};
}

std::vector<Fields> Fields::children(const char *key, int limit) const
{
    std::vector<Fields> all;
    for (const auto &item : list(key, limit)) {
        if (!item.isObject())
            complain(key, "must hold objects");
        all.emplace_back(item.toObject(), m_path + QLatin1String(key) + QLatin1Char('.'), *m_problem);
    }
    return all;
}

} // namespace parallax
