// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/json_values.h"

#include <cmath>

namespace parallax {

QString isoTime(Timestamp time, int decimals)
{
    return QString::fromStdString(isoText(time, decimals));
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
