// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/json_values.h"

#include <QDateTime>

#include <cmath>

namespace parallax {

QString isoTime(Timestamp time, int decimals)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    const auto microseconds = std::chrono::floor<std::chrono::microseconds>(time - seconds).count();
    const auto moment = QDateTime::fromSecsSinceEpoch(seconds.time_since_epoch().count(), Qt::UTC);
    const auto digits = QStringLiteral("%1").arg(microseconds, 6, 10, QLatin1Char('0'));
    return moment.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.")) + digits.left(decimals) + QLatin1Char('Z');
}

double rounded(double value)
{
    constexpr double thousandths = 1000.0;
    const double result = std::round(value * thousandths) / thousandths;
    return result == 0.0 ? 0.0 : result; // no "-0"
}

double roundedMilliseconds(Duration duration)
{
    return rounded(toMilliseconds(duration));
}

QJsonValue jsonMilliseconds(std::optional<Duration> duration)
{
    return duration ? QJsonValue(roundedMilliseconds(*duration)) : QJsonValue();
}

QJsonArray jsonMilliseconds(const std::vector<Duration> &durations)
{
    QJsonArray all;
    for (const Duration duration : durations)
        all.append(roundedMilliseconds(duration));
    return all;
}

QJsonValue jsonNumber(std::optional<double> value)
{
    return value && std::isfinite(*value) ? QJsonValue(rounded(*value)) : QJsonValue();
}

QJsonValue jsonText(std::string_view text)
{
    return text.empty() ? QJsonValue() : QJsonValue(qString(text));
}

} // namespace parallax
