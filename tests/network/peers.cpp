// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/peers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace parallax::lab {

namespace {

constexpr auto patience = std::chrono::seconds(60);

QStringList shell(const QString &script)
{
    return {QStringLiteral("sh"), QStringLiteral("-c"), script};
}

void note(PeerPath &path, int ttl, const QString &address, double ms)
{
    const auto [hop, isNew] = path.try_emplace(ttl, PeerHop{address, ms});
    if (!isNew)
        hop->second.bestMs = std::min(hop->second.bestMs, ms);
}

/// " 3  10.77.3.2  4.2 ms  4.1 ms  4.1 ms"
PeerPath tracerouteLines(const QByteArray &said)
{
    static const QRegularExpression row(QStringLiteral("^\\s*(\\d+)\\s+([0-9a-f.:]+)\\s"));
    static const QRegularExpression time(QStringLiteral("([0-9.]+) ms"));
    PeerPath path;
    for (const QByteArray &line : said.split('\n')) {
        const QString text = QString::fromLatin1(line);
        const auto found = row.match(text);
        auto times = time.globalMatch(text);
        while (found.hasMatch() && times.hasNext())
            note(path, found.captured(1).toInt(), found.captured(2), times.next().captured(1).toDouble());
    }
    return path;
}

PeerPath mtrReport(const QByteArray &said)
{
    const QJsonObject report =
        QJsonDocument::fromJson(said).object().value(QStringLiteral("report")).toObject();
    const QJsonArray hubs = report.value(QStringLiteral("hubs")).toArray();
    PeerPath path;
    for (const QJsonValue value : hubs) {
        const QJsonObject hub = value.toObject();
        note(path, hub.value(QStringLiteral("count")).toInt(), hub.value(QStringLiteral("host")).toString(),
             hub.value(QStringLiteral("Best")).toDouble());
    }
    return path;
}

PeerPath scamperTrace(const QByteArray &said)
{
    PeerPath path;
    for (const QByteArray &line : said.split('\n')) {
        const QJsonObject trace = QJsonDocument::fromJson(line).object();
        const QJsonArray hops = trace.value(QStringLiteral("hops")).toArray();
        for (const QJsonValue value : hops) {
            const QJsonObject hop = value.toObject();
            note(path, hop.value(QStringLiteral("probe_ttl")).toInt(),
                 hop.value(QStringLiteral("addr")).toString(), hop.value(QStringLiteral("rtt")).toDouble());
        }
    }
    return path;
}

} // namespace

Result<PeerPath> peerPath(const LongPath &path, const QString &command, const QString &target)
{
    const bool scamper = command.startsWith(QStringLiteral("scamper "));
    const QString script = scamper
        ? QStringLiteral("scamper -O json -I 'trace -q 3 -Q -P %1 %2'").arg(command.mid(8), target)
        : QStringLiteral("%1 %2").arg(command, target);
    const auto said = path.output(0, shell(script), patience);
    if (!said)
        return said.error();
    if (scamper)
        return scamperTrace(said.value());
    return command.startsWith(QStringLiteral("mtr ")) ? mtrReport(said.value())
                                                      : tracerouteLines(said.value());
}

QString describe(const PeerPath &path)
{
    QString text;
    for (const auto &[ttl, hop] : path)
        text += QStringLiteral("%1 %2 %3 ms\n").arg(ttl).arg(hop.address).arg(hop.bestMs);
    return text;
}

Result<std::map<int, QStringList>> dublinBranches(const LongPath &path, const QString &target,
                                                  const QString &folder)
{
    // It wants a default route, whatever the target.
    const auto route =
        path.run(0, QStringLiteral("ip route replace default via %1").arg(LongPath::address(1)));
    if (!route)
        return route.error();
    // It looks every address up, and waits for a name server that is not there: leave it the hosts file. The
    // mount is seen by this command only.
    const QString script =
        QStringLiteral("cd %1 && echo 'hosts: files' >nss && mount --bind nss /etc/nsswitch.conf"
                       " && dublin-traceroute -n 16 -T %2 %3")
            .arg(folder)
            .arg(LongPath::hops)
            .arg(target);
    const auto said = path.output(0, shell(script), patience);
    if (!said)
        return said.error();
    QFile file(folder + QStringLiteral("/trace.json"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, "dublin-traceroute left no trace.json"};
    const QJsonObject flows =
        QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("flows")).toObject();
    std::map<int, QStringList> branches;
    for (const QJsonValue flow : flows) {
        const QJsonArray hops = flow.toArray();
        for (const QJsonValue value : hops) {
            const QJsonObject sent = value[QStringLiteral("sent")][QStringLiteral("ip")].toObject();
            const QString from =
                value[QStringLiteral("received")][QStringLiteral("ip")][QStringLiteral("src")].toString();
            if (!from.isEmpty())
                branches[sent.value(QStringLiteral("ttl")).toInt()] << from;
        }
    }
    for (auto &[ttl, addresses] : branches) {
        addresses.removeDuplicates();
        addresses.sort();
    }
    return branches;
}

Result<std::vector<double>> heldByCables(const QString &log)
{
    QFile file(log);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, "the cables left no log"};
    std::map<QByteArray, std::size_t> index; // of each ping, by identifier and sequence number
    std::vector<double> held;
    for (const QByteArray &line : file.readAll().trimmed().split('\n')) {
        const auto fields = line.split(' ');
        if (fields.size() != 2)
            return Error{ErrorCode::Malformed, "the cables' log is cut off"};
        const auto [ping, isNew] = index.try_emplace(fields[0], held.size());
        if (isNew)
            held.push_back(0);
        held[ping->second] += fields[1].toDouble();
    }
    return held;
}

} // namespace parallax::lab
