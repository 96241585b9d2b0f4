// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/network/long_path.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace parallax::lab {

/// What `parallax-cli trace --json` said, and what it ended with.
struct TraceRun {
    int code = 0;
    QJsonObject document{};
    QByteArray errors{};

    QString endReason() const;
    /// Who answered at a TTL, each once.
    QStringList addressesAt(int ttl) const;
    /// The smallest round trip at a TTL in ms; nothing where nobody answered.
    std::optional<double> bestAt(int ttl) const;
    QJsonObject hop(int ttl) const;
    double durationMs() const;
};

/// `arguments` as on the command line, without the program.
Result<TraceRun> traceFrom(const LongPath &path, const QString &arguments);

/// How long a command takes as a whole process, in ms; it may end with any code.
Result<double> processMs(const LongPath &path, const QString &command);

double medianOf(std::vector<double> values);

QString cliProgram();

} // namespace parallax::lab
