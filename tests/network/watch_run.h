// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/network/long_path.h"

#include <QStringList>

#include <vector>

namespace parallax::lab {

/// A row of the table that `parallax-cli trace --watch` ends with.
struct WatchedHop {
    int ttl = 0; // 0: of a further branch, or no row of a hop
    QString address{}; // "???": nobody answered
    int sent = 0;
    int lost = 0;
    double bestMs = 0.0;
};

struct WatchRun {
    int code = -1;
    QList<QByteArray> lines{};

    /// Those with a TTL.
    std::vector<WatchedHop> hops() const;
};

WatchedHop hopIn(const QByteArray &line);
/// Ends after so many seconds as Ctrl+C would end it.
QStringList watchCommand(int seconds, const QString &arguments);
/// From the first machine.
Result<WatchRun> watchFrom(const LongPath &path, int seconds, const QString &arguments);

} // namespace parallax::lab
