// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/network/server.h"

namespace parallax::lab {

/// A browser on one of the hosts, and the person before it.
class Tester
{
public:
    static Result<std::unique_ptr<Tester>> start(const Street &street, const QStringList &options = {});

    /// Opens the link and presses Start; does not wait.
    void visit(const QString &link);
    /// What the page of the last visit says in the end: kind, text, language; problem where it could not be
    /// measured.
    Result<QJsonObject> result(std::chrono::milliseconds deadline = std::chrono::seconds(60));

private:
    Tester() = default;
    std::unique_ptr<Process> m_browser;
};

/// One tester's run as both sides saw it.
struct Run {
    QJsonObject report{};
    QJsonObject page{};
    double verdictSeconds = 0; // from the open socket to the line of the report

    QString kind() const;
    /// The number at a path such as "rtt_ms/tcp/min"; NaN when there is none.
    double number(const QString &path) const;
    QJsonValue value(const QString &path) const;
};

/// A visit from Start to the report.
Result<Run> measure(Server &server, Tester &tester, const QString &link);

} // namespace parallax::lab
