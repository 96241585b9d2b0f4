// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/burst_watch.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace parallax::lab {

namespace {

struct Answers {
    std::optional<double> burst; // when the first probe left
    QMap<QString, int> ttlById; // of the first probe of each TTL
    QMap<int, double> firstByTtl; // when a router answered
    std::optional<double> endpoint; // when the first D-SACK came
};

/// What one packet adds. The text has one line for its IP header, and one or two for what is in it.
void addPacket(const QString &text, Answers &answers)
{
    static const QRegularExpression header(QStringLiteral(R"(^(\d+\.\d+) IP \(.*?ttl (\d+), id (\d+),)"));
    static const QRegularExpression probe(QStringLiteral(R"(\.8080 > .*length 1\b)"));
    static const QRegularExpression quoted(QStringLiteral(R"(time exceeded.*IP \(.*?id (\d+),)"),
                                           QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression selective(QStringLiteral(R"(> \S+\.8080: .*sack )"));
    const auto packet = header.match(text);
    const double time = packet.captured(1).toDouble();
    const auto answer = quoted.match(text);
    // An answer quotes its probe: look for the answer first.
    if (answer.hasMatch() && answers.ttlById.contains(answer.captured(1))) {
        const int ttl = answers.ttlById.value(answer.captured(1));
        answers.firstByTtl.insert(ttl, answers.firstByTtl.value(ttl, time));
    } else if (!answer.hasMatch() && probe.match(text).hasMatch()) {
        answers.burst = answers.burst.value_or(time);
        answers.ttlById.insert(packet.captured(3), packet.captured(2).toInt());
    } else if (answers.burst && selective.match(text).hasMatch()) {
        answers.endpoint = answers.endpoint.value_or(time);
    }
}

} // namespace

Result<std::unique_ptr<BurstWatch>> BurstWatch::start(const Street &street)
{
    const QString command = QStringLiteral("tcpdump -n -l -tt -v -i right icmp or tcp port 8080");
    std::unique_ptr<BurstWatch> watch(new BurstWatch);
    watch->m_capture =
        std::make_unique<Process>(street.inside(Host::Server, command.split(QLatin1Char(' '))));
    const auto listening = watch->m_capture->waitForDiagnostics("listening on", std::chrono::seconds(10));
    if (!listening)
        return listening.error();
    return watch;
}

Result<double> BurstWatch::pathCompleteMs()
{
    return lab::pathCompleteMs(QString::fromUtf8(m_capture->interrupt()));
}

Result<double> pathCompleteMs(const QString &capture)
{
    Answers answers;
    static const QRegularExpression nextPacket(QStringLiteral("\n(?=\\d+\\.\\d+ IP )"));
    for (const QString &packet : capture.split(nextPacket))
        addPacket(packet, answers);
    if (!answers.burst || !answers.endpoint || answers.firstByTtl.isEmpty())
        return Error{ErrorCode::Unavailable, "no burst with answers was seen on the wire"};
    const double hops = *std::max_element(answers.firstByTtl.begin(), answers.firstByTtl.end());
    return 1000 * (std::max(hops, *answers.endpoint) - *answers.burst);
}

} // namespace parallax::lab
