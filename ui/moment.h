// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QDateTime>

namespace parallax {

inline QDateTime localTime(Timestamp moment)
{
    using std::chrono::duration_cast;
    using std::chrono::milliseconds;
    return QDateTime::fromMSecsSinceEpoch(duration_cast<milliseconds>(moment.time_since_epoch()).count());
}

/// The time of day of today's moments; month, day and time of this year's; the date (ISO 8601) of older ones.
inline QString shortMoment(Timestamp moment)
{
    const QDateTime local = localTime(moment);
    const QDate today = QDate::currentDate();
    if (local.date() == today)
        return local.toString(QStringLiteral("HH:mm:ss"));
    return local.toString(local.date().year() == today.year() ? QStringLiteral("MM-dd HH:mm")
                                                              : QStringLiteral("yyyy-MM-dd"));
}

inline QString fullMoment(Timestamp moment)
{
    return localTime(moment).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace parallax
