// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/trace_run.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace parallax::lab {

namespace {

QStringList shell(const QString &script)
{
    return {QStringLiteral("sh"), QStringLiteral("-c"), script};
}

} // namespace

QString TraceRun::endReason() const
{
    return document.value(QStringLiteral("end_reason")).toString();
}

double TraceRun::durationMs() const
{
    return document.value(QStringLiteral("duration_ms")).toDouble();
}

QJsonObject TraceRun::hop(int ttl) const
{
    const QJsonArray hops = document.value(QStringLiteral("hops")).toArray();
    for (const auto &hop : hops) {
        if (hop.toObject().value(QStringLiteral("ttl")).toInt() == ttl)
            return hop.toObject();
    }
    return {};
}

QStringList TraceRun::addressesAt(int ttl) const
{
    QStringList addresses;
    const QJsonArray replies = hop(ttl).value(QStringLiteral("replies")).toArray();
    for (const auto &reply : replies)
        addresses << reply.toObject().value(QStringLiteral("address")).toString();
    addresses.removeDuplicates();
    addresses.sort();
    return addresses;
}

std::optional<double> TraceRun::bestAt(int ttl) const
{
    std::optional<double> best;
    const QJsonArray replies = hop(ttl).value(QStringLiteral("replies")).toArray();
    for (const auto &reply : replies) {
        const double rtt = reply.toObject().value(QStringLiteral("rtt_ms")).toDouble();
        best = std::min(best.value_or(rtt), rtt);
    }
    return best;
}

Result<TraceRun> traceFrom(const LongPath &path, const QString &arguments)
{
    const auto said = path.output(
        0, shell(QStringLiteral("%1 %2 2>&1; printf '\\n%d\\n' $?").arg(cliProgram(), arguments)));
    if (!said)
        return said.error();
    auto lines = said.value().trimmed().split('\n');
    TraceRun run;
    run.code = lines.takeLast().toInt();
    run.errors = said.value();
    for (const QByteArray &line : lines) {
        if (line.startsWith('{'))
            run.document = QJsonDocument::fromJson(line).object();
    }
    return run;
}

Result<double> processMs(const LongPath &path, const QString &command)
{
    // Timed by the shell inside the namespace: entering it is nobody's work.
    const auto said = path.output(0,
                                  shell(QStringLiteral("a=$(date +%s%N); %1 >/dev/null 2>&1; b=$(date +%s%N);"
                                                       " echo $(( (b - a) / 1000 ))")
                                            .arg(command)));
    if (!said)
        return said.error();
    return said.value().trimmed().toDouble() / 1000.0;
}

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

QString cliProgram()
{
    return QStringLiteral(PARALLAX_CLI);
}

} // namespace parallax::lab
