// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/explanation.h"

#include "core/data/summary.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace parallax {

namespace {

bool isDecisive(const Verdict &verdict, const Evidence &evidence)
{
    return std::find(verdict.decidedBy.begin(), verdict.decidedBy.end(), evidence.name)
        != verdict.decidedBy.end();
}

QString whoAndWhen(const SessionRecord &record, const Words &words)
{
    const auto milliseconds =
        std::chrono::floor<std::chrono::milliseconds>(record.started).time_since_epoch();
    const auto moment = QDateTime::fromMSecsSinceEpoch(milliseconds.count());
    const QString time = words.locale().toString(moment, QLocale::ShortFormat);
    const QStringList parts{printable(record.tester.name), printable(record.tester.peer.toString()), time,
                            words.end(record.end)};
    QStringList given;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(given),
                 [](const QString &part) { return !part.isEmpty(); });
    return given.join(QStringLiteral(" \u00b7 "));
}

QString figures(const SessionRecord &record, const Words &words)
{
    const Path path = pathOf(record);
    const Hop *last = path.lastHop();
    auto tcp = path.endpoint ? path.endpoint->rtt.min : layerRtt(record, Method::TcpSegment).min;
    if (!tcp)
        tcp = record.tcp.minRtt;
    return words.figures(last ? last->rtt.min : std::nullopt, tcp,
                         layerRtt(record, Method::WebSocketText).min);
}

} // namespace

QString printable(const std::string &text)
{
    QString shown = QString::fromStdString(text);
    for (QChar &c : shown) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QChar::ReplacementCharacter;
    }
    return shown;
}

QString explanation(const SessionRecord &record, const Words &words)
{
    const Verdict &verdict = record.verdict;
    QStringList lines{words.headline(verdict), words.verdictSentence(record), whoAndWhen(record, words),
                      figures(record, words), QString()};
    std::vector<Evidence> evidence = verdict.evidence;
    std::stable_partition(evidence.begin(), evidence.end(),
                          [&verdict](const Evidence &e) { return isDecisive(verdict, e); });
    for (const Evidence &each : evidence) {
        const QString mark = isDecisive(verdict, each) ? QStringLiteral("* ") : QStringLiteral("- ");
        lines << mark + words.evidence(each) << QStringLiteral("  ") + words.doubt(each);
    }
    if (!verdict.wouldSettle.empty())
        lines << QString() << words.remedyHeading();
    for (const Remedy remedy : verdict.wouldSettle)
        lines << QStringLiteral("- ") + words.remedy(remedy);
    lines << QString() << words.classicMessage(record.classic);
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace parallax
