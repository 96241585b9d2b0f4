// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packet_printer.h"

#include "core/data/hex_dump.h"
#include "core/data/packet_templates.h"
#include "core/data/packet_text.h"
#include "core/data/saved_packets.h"
#include "core/text/words.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <numeric>
#include <set>

namespace parallax {

namespace {

constexpr int nameWidth = 22;

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString cell(std::string_view name)
{
    return QStringLiteral("  ") + text(name).leftJustified(nameWidth);
}

template<class Code>
QJsonArray codesOf(const std::vector<Code> &codes)
{
    QJsonArray array;
    for (const Code code : codes)
        array.append(text(nameOf(code)));
    return array;
}

QString moment(Timestamp at)
{
    const auto since = std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(since, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject sentObject(const SentPacket &sent)
{
    return {{QStringLiteral("at"), moment(sent.at)},
            {QStringLiteral("kernel_stamped"), sent.kernelStamped},
            {QStringLiteral("bytes"), QString::fromStdString(hexBytes(sent.bytes))}};
}

QJsonObject answerObject(const PacketAnswer &answer)
{
    const bool icmp = answer.kind >= PacketAnswer::Kind::EchoReply;
    const bool tcp = answer.kind <= PacketAnswer::Kind::Segment;
    const QJsonValue nothing(QJsonValue::Null);
    return {{QStringLiteral("kind"), text(nameOf(answer.kind))},
            {QStringLiteral("from"), QString::fromStdString(answer.from.toString())},
            {QStringLiteral("received"), moment(answer.received)},
            {QStringLiteral("copy"), answer.copy ? QJsonValue(static_cast<qint64>(*answer.copy)) : nothing},
            {QStringLiteral("after_ms"), answer.after ? QJsonValue(toMilliseconds(*answer.after)) : nothing},
            {QStringLiteral("ttl"), answer.ttl},
            {QStringLiteral("icmp_type"), icmp ? QJsonValue(answer.icmpType) : nothing},
            {QStringLiteral("icmp_code"), icmp ? QJsonValue(answer.icmpCode) : nothing},
            {QStringLiteral("tcp_flags"), tcp ? QJsonValue(answer.tcpFlags) : nothing},
            {QStringLiteral("bytes"), QString::fromStdString(hexBytes(answer.bytes))}};
}

/// To the microsecond, which the kernel's stamps bear.
QString milliseconds(Duration duration)
{
    return QString::number(toMilliseconds(duration), 'f', 3);
}

QString afterText(const PacketAnswer &answer)
{
    return answer.after ? milliseconds(*answer.after) + QStringLiteral(" ms") : QStringLiteral("–");
}

/// What became of the copies together.
struct Summary {
    std::size_t sent = 0;
    std::size_t answered = 0;
    std::vector<Duration> times{}; // of every answer: many hosts may answer one copy

    std::size_t lost() const { return sent - answered; }
    Duration least() const { return *std::min_element(times.begin(), times.end()); }
    Duration most() const { return *std::max_element(times.begin(), times.end()); }
    Duration mean() const
    {
        return std::accumulate(times.begin(), times.end(), Duration{})
            / static_cast<std::int64_t>(times.size());
    }
};

Summary summaryOf(const PacketOutcome &outcome)
{
    Summary summary{.sent = outcome.sent.size()};
    std::set<std::size_t> answered;
    for (const PacketAnswer &answer : outcome.answers) {
        if (answer.copy)
            answered.insert(*answer.copy);
        if (answer.after)
            summary.times.push_back(*answer.after);
    }
    summary.answered = answered.size();
    return summary;
}

/// As ping(8) ends.
QString summaryLines(const Summary &summary)
{
    QString lines = QStringLiteral("%1 sent, %2 answered, %3 lost\n")
                        .arg(summary.sent)
                        .arg(summary.answered)
                        .arg(summary.lost());
    if (!summary.times.empty())
        lines += QStringLiteral("min/avg/max = %1/%2/%3 ms\n")
                     .arg(milliseconds(summary.least()), milliseconds(summary.mean()),
                          milliseconds(summary.most()));
    return lines;
}

/// Null where nothing was to be sent.
QJsonValue summaryValue(const PacketOutcome &outcome)
{
    if (outcome.sent.empty())
        return QJsonValue::Null;
    const Summary summary = summaryOf(outcome);
    QJsonValue times(QJsonValue::Null);
    if (!summary.times.empty())
        times = QJsonObject{{QStringLiteral("min"), toMilliseconds(summary.least())},
                            {QStringLiteral("mean"), toMilliseconds(summary.mean())},
                            {QStringLiteral("max"), toMilliseconds(summary.most())}};
    return QJsonObject{{QStringLiteral("sent"), static_cast<qint64>(summary.sent)},
                       {QStringLiteral("answered"), static_cast<qint64>(summary.answered)},
                       {QStringLiteral("lost"), static_cast<qint64>(summary.lost())},
                       {QStringLiteral("after_ms"), times}};
}

} // namespace

QString packetList()
{
    const Words words;
    QString list = QStringLiteral("Templates:\n");
    for (const PacketTemplate &each : packetTemplates())
        list += cell(each.name) + words.packetTemplate(each.name) + QLatin1Char('\n');
    list += QStringLiteral("\nFields:\n");
    std::set<std::string_view> seen;
    for (const PacketFieldRow &row : packetFields()) {
        if (seen.insert(row.name).second)
            list += cell(row.name) + words.packetField(row.field) + QLatin1Char('\n');
    }
    list += QStringLiteral("\nCodes of --confirm:\n");
    for (std::size_t i = 0; i < packetDangers; ++i) {
        const auto danger = static_cast<PacketDanger>(i);
        list += cell(nameOf(danger)) + words.packetDanger(danger) + QLatin1Char('\n');
    }
    return list;
}

QString packetPage(const PacketOutcome &outcome)
{
    const Words words;
    QString page = text(hexDump(outcome.packet.bytes)) + QLatin1Char('\n');
    for (const PlacedField &field : outcome.packet.fields) {
        const bool computed = field.row->computed && !outcome.request.draft.given.contains(field.row->field);
        const std::string value = fieldText(*field.row, field.value);
        page += cell(field.row->name) + (value.empty() ? QStringLiteral("–") : text(value))
            + (computed ? QStringLiteral("  (computed)") : QString()) + QLatin1Char('\n');
    }
    for (const PacketDanger danger : outcome.findings.dangers)
        page += QStringLiteral("\nDangerous, --confirm %1: %2")
                    .arg(text(nameOf(danger)), words.packetDanger(danger));
    for (const PacketHint hint : outcome.findings.hints)
        page += QStringLiteral("\nNote: ") + words.packetHint(hint);
    return page.trimmed() + QLatin1Char('\n');
}

QString answerLines(const PacketOutcome &outcome)
{
    const Words words;
    QString lines;
    if (outcome.answers.empty())
        lines = (outcome.stopped ? words.noPacketAnswerYet() : words.noPacketAnswer(outcome.request.wait))
            + QLatin1Char('\n');
    for (const PacketAnswer &answer : outcome.answers)
        lines += QStringLiteral("%1  %2  %3\n")
                     .arg(QString::fromStdString(answer.from.toString()), afterText(answer),
                          words.packetAnswer(answer));
    if (outcome.request.repeat.count > 1)
        lines += QLatin1Char('\n') + summaryLines(summaryOf(outcome));
    return lines;
}

QString packetJson(const PacketOutcome &outcome)
{
    QJsonObject fields;
    for (const PlacedField &field : outcome.packet.fields)
        fields.insert(text(field.row->name), text(fieldText(*field.row, field.value)));
    QJsonArray sent;
    std::transform(outcome.sent.begin(), outcome.sent.end(), std::back_inserter(sent), sentObject);
    QJsonArray answers;
    std::transform(outcome.answers.begin(), outcome.answers.end(), std::back_inserter(answers), answerObject);
    const QJsonObject object{
        {QStringLiteral("schema"), QStringLiteral("parallax.packet/1")},
        {QStringLiteral("bytes"), QString::fromStdString(hexBytes(outcome.packet.bytes))},
        {QStringLiteral("fields"), fields},
        {QStringLiteral("dangers"), codesOf(outcome.findings.dangers)},
        {QStringLiteral("hints"), codesOf(outcome.findings.hints)},
        {QStringLiteral("sent"), sent},
        {QStringLiteral("answers"), answers},
        {QStringLiteral("summary"), summaryValue(outcome)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + QLatin1Char('\n');
}

std::vector<SavedPacket> savedPackets(const PacketOutcome &outcome)
{
    if (outcome.sent.empty())
        return {{.at = wallClock(), .bytes = outcome.packet.bytes, .comment = "not sent"}};
    return savedExchange(outcome.sent, outcome.answers);
}

} // namespace parallax
