// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"

#include <QString>

#include <optional>

namespace parallax {

/// What the testers table shows of one record.
struct TesterRow {
    SessionId session{};
    Timestamp started{};
    QString name{};
    QString address{};
    QString browser{};
    VerdictKind kind = VerdictKind::Inconclusive;
    double confidence = 0.0;
    std::optional<Duration> gap{};
    double progress = 0.0;
    SessionEnd end = SessionEnd::Running;

    bool operator==(const TesterRow &) const = default;
};

TesterRow testerRow(SessionId session, const SessionRecord &record);

/// "Anna · 198.51.100.4": whom a row, a heading or a file is about.
QString whoIs(const QString &name, const QString &address);

} // namespace parallax
