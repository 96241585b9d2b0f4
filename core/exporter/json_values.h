// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/document/document_values.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parallax {

/// isoText's.
QString isoTime(Timestamp time, int decimals = 3);

// Unknown is null.
QJsonValue jsonMilliseconds(std::optional<Duration> duration);
QJsonArray jsonMilliseconds(const std::vector<Duration> &durations);
QJsonValue jsonNumber(std::optional<double> value);
/// Empty is null: an empty string from outside says no more than none.
QJsonValue jsonText(std::string_view text);

template<class Integer>
QJsonValue jsonInteger(const std::optional<Integer> &value)
{
    return value ? QJsonValue(static_cast<qint64>(*value)) : QJsonValue();
}

inline QJsonValue jsonFlag(std::optional<bool> value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

inline QString qString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace parallax
