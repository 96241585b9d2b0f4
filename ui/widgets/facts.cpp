// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/summary.h"
#include "core/text/words.h"
#include "ui/moment.h"
#include "ui/shown_text.h"
#include "ui/widgets/facts_view.h"

#include <QCoreApplication>

#include <algorithm>

namespace parallax {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Facts", text);
}

QString yesNo(std::optional<bool> value, const Words &words)
{
    if (!value)
        return words.milliseconds(std::nullopt);
    return *value ? say(QT_TRANSLATE_NOOP("Facts", "yes")) : say(QT_TRANSLATE_NOOP("Facts", "no"));
}

template<class Number>
QString number(std::optional<Number> value, const Words &words)
{
    return value ? words.locale().toString(static_cast<int>(*value)) : words.milliseconds(std::nullopt);
}

QString orDash(const std::string &text, const Words &words)
{
    return text.empty() ? words.milliseconds(std::nullopt) : shownText(text);
}

/// "10 of 10, minimum 43.1 ms, median 43.5 ms".
QString answers(const SessionRecord &record, Method method, const Words &words)
{
    const RttSummary rtt = layerRtt(record, method);
    const auto sent = std::count_if(record.observations.begin(), record.observations.end(),
                                    [method](const Observation &o) { return o.probe.method == method; });
    if (sent == 0)
        return words.milliseconds(std::nullopt);
    return say(QT_TRANSLATE_NOOP("Facts", "%1 of %2, minimum %3, median %4"))
        .arg(QString::number(rtt.count), QString::number(sent), words.fineDuration(rtt.min),
             words.fineDuration(rtt.median));
}

QString traceEnd(TraceEnd end)
{
    switch (end) {
    case TraceEnd::NotRun:
        return say(QT_TRANSLATE_NOOP("Facts", "not run"));
    case TraceEnd::Endpoint:
        return say(QT_TRANSLATE_NOOP("Facts", "reached the endpoint"));
    case TraceEnd::MaxTtl:
        return say(QT_TRANSLATE_NOOP("Facts", "stopped at the largest TTL"));
    case TraceEnd::Silent:
        return say(QT_TRANSLATE_NOOP("Facts", "stopped where nothing answered"));
    case TraceEnd::Closed:
        return say(QT_TRANSLATE_NOOP("Facts", "cut short, the connection closed"));
    }
    return {};
}

QString optionOrder(const TcpFacts &tcp, const Words &words)
{
    QString order = orDash(tcp.optionOrder, words);
    return order.replace(QLatin1Char(','), QLatin1Char(' '));
}

void addTcp(std::vector<Fact> &facts, const SessionRecord &record, const Words &words)
{
    const TcpFacts &tcp = record.tcp;
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "TCP handshake")), words.fineDuration(tcp.handshakeRtt)});
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "TCP minimum")), words.fineDuration(tcp.minRtt)});
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "Segment size (MSS)")), number(tcp.mss, words)});
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "Window scale")), number(tcp.windowScale, words)});
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "SACK")), yesNo(tcp.sackPermitted, words)});
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "TCP timestamps")), yesNo(tcp.timestamps, words)});
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "TTL on arrival")), number(tcp.ttl, words)});
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "SYN options")), optionOrder(tcp, words)});
}

void addPings(std::vector<Fact> &facts, const SessionRecord &record, const Words &words)
{
    facts.push_back(
        {say(QT_TRANSLATE_NOOP("Facts", "Text pings")), answers(record, Method::WebSocketText, words)});
    facts.push_back(
        {say(QT_TRANSLATE_NOOP("Facts", "Control pings")), answers(record, Method::WebSocketControl, words)});
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "Trace")), traceEnd(record.traceEnd)});
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "Time stamps")),
                     record.timestamps == TimestampSource::Kernel
                         ? say(QT_TRANSLATE_NOOP("Facts", "by the kernel, at the packet"))
                         : say(QT_TRANSLATE_NOOP("Facts", "by this program, at the socket"))});
    facts.push_back(
        {say(QT_TRANSLATE_NOOP("Facts", "The classic rule says")), words.classicMessage(record.classic)});
    facts.push_back(
        {say(QT_TRANSLATE_NOOP("Facts", "CalcuLatency label")), orDash(record.calculatencyLabel, words)});
}

void addTester(std::vector<Fact> &facts, const SessionRecord &record, const Words &words)
{
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "Started")), fullMoment(record.started)});
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "Address")),
                     QString::fromStdString(record.tester.peer.toString())
                         + (record.tester.secure ? QStringLiteral(" (wss)") : QStringLiteral(" (ws)"))});
    const AddressFacts place = factsOf(record, record.tester.peer.address);
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "Network")), orDash(networkOf(place), words)});
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "Country")), orDash(place.country, words)});
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "Language")), orDash(record.tester.language, words)});
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "Time zone")), orDash(record.tester.timeZone, words)});
    if (record.tester.hiddenDuringRun)
        facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "Page hidden")),
                         say(QT_TRANSLATE_NOOP("Facts", "yes, so its answers may be late"))});
    facts.push_back({say(QT_TRANSLATE_NOOP("Facts", "Browser")), orDash(record.tester.userAgent, words)});
}

} // namespace

std::vector<Fact> factsOf(const SessionRecord &record, const RunComparison &others, const Words &words)
{
    std::vector<Fact> facts;
    addTcp(facts, record, words);
    addPings(facts, record, words);
    addTester(facts, record, words);
    if (others.runs() > 1)
        facts.push_back({words.comparisonTitle(), words.comparison(others)});
    return facts;
}

} // namespace parallax
