// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/watch_run.h"

#include "tests/network/trace_run.h"

#include <cmath>

namespace parallax::lab {

std::vector<WatchedHop> WatchRun::hops() const
{
    std::vector<WatchedHop> all;
    for (const QByteArray &line : lines) {
        if (const WatchedHop hop = hopIn(line); hop.ttl > 0)
            all.push_back(hop);
    }
    return all;
}

WatchedHop hopIn(const QByteArray &line)
{
    const auto words = line.simplified().split(' ');
    WatchedHop hop{.ttl = words[0].toInt(), .address = QString::fromLatin1(words.value(1))};
    hop.sent = words.value(3).toInt();
    const double percent = words.value(2).chopped(1).toDouble(); // 12.5%
    hop.lost = static_cast<int>(std::lround(percent * hop.sent / 100.0));
    hop.bestMs = words.value(6).toDouble();
    return hop;
}

QStringList watchCommand(int seconds, const QString &arguments)
{
    return QStringList{QStringLiteral("timeout"), QStringLiteral("--preserve-status"),
                       QStringLiteral("-s"),      QStringLiteral("INT"),
                       QString::number(seconds),  cliProgram(),
                       QStringLiteral("trace"),   QStringLiteral("--watch"),
                       QStringLiteral("-n")}
    + arguments.split(QLatin1Char(' '));
}

Result<WatchRun> watchFrom(const LongPath &path, int seconds, const QString &arguments)
{
    const QString command = watchCommand(seconds, arguments).join(QLatin1Char(' '));
    const auto said = path.output(
        0, {QStringLiteral("sh"), QStringLiteral("-c"), command + QStringLiteral("; printf '\\n%d\\n' $?")},
        std::chrono::seconds(seconds + 20));
    if (!said)
        return said.error();
    WatchRun run{.lines = said.value().trimmed().split('\n')};
    run.code = run.lines.takeLast().toInt();
    return run;
}

} // namespace parallax::lab
