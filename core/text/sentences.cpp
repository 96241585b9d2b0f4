// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/summary.h"
#include "core/text/words.h"

#include <algorithm>

namespace parallax {

namespace {

/// Round trip to whatever ends the TCP connection, by the best source there is.
std::optional<Duration> tcpDistance(const SessionRecord &record)
{
    std::optional<Duration> nearest = layerRtt(record, Method::TcpSegment).min;
    const Path path = pathOf(record);
    for (const auto &other : {path.endpoint ? path.endpoint->rtt.min : std::nullopt, record.tcp.minRtt}) {
        if (other)
            nearest = std::min(nearest.value_or(*other), *other);
    }
    return nearest ? nearest : record.tcp.handshakeRtt;
}

std::optional<Duration> browserDistance(const SessionRecord &record)
{
    const auto text = layerRtt(record, Method::WebSocketText).min;
    return text ? text : record.classic.webSocketMin;
}

/// Round trip to the tunnel's exit: what is left of the TCP distance without the detour.
std::optional<Duration> exitDistance(const SessionRecord &record)
{
    const auto whole = tcpDistance(record);
    if (!whole || !record.verdict.detour || *whole <= *record.verdict.detour)
        return std::nullopt;
    return *whole - *record.verdict.detour;
}

bool found(const SessionRecord &record, EvidenceName name, Finding finding)
{
    return std::any_of(record.verdict.evidence.begin(), record.verdict.evidence.end(),
                       [name, finding](const Evidence &e) { return e.name == name && e.finding == finding; });
}

} // namespace

QString Words::kind(VerdictKind kind) const
{
    switch (kind) {
    case VerdictKind::Direct:
        return say(QT_TRANSLATE_NOOP("Words", "Direct"));
    case VerdictKind::Proxy:
        return say(QT_TRANSLATE_NOOP("Words", "Proxy"));
    case VerdictKind::Tunnel:
        return say(QT_TRANSLATE_NOOP("Words", "Tunnel"));
    case VerdictKind::Inconclusive:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Words", "Inconclusive"));
}

QString Words::headline(const Verdict &verdict) const
{
    if (verdict.kind == VerdictKind::Inconclusive)
        return kind(verdict.kind);
    return say(QT_TRANSLATE_NOOP("Words", "%1, %2")).arg(kind(verdict.kind), percent(verdict.confidence));
}

QString Words::doubt(const Evidence &evidence) const
{
    return say(QT_TRANSLATE_NOOP("Words", "May mislead: %1")).arg(mayMislead(evidence));
}

QString Words::storedVerdict(const Verdict &verdict) const
{
    return say(QT_TRANSLATE_NOOP("Words", "When it was measured: %1. By the present rules:"))
        .arg(headline(verdict));
}

QString Words::remedyHeading() const
{
    return say(QT_TRANSLATE_NOOP("Words", "This could settle it:"));
}

QString Words::directSentence(const SessionRecord &record) const
{
    const auto away = tcpDistance(record);
    if (record.tester.sameMachine)
        return say(QT_TRANSLATE_NOOP("Words", "The browser runs on this machine; nothing lies between."));
    if (!away)
        return say(
            QT_TRANSLATE_NOOP("Words", "The browser itself ends this connection; no proxy or tunnel shows."));
    return say(QT_TRANSLATE_NOOP(
                   "Words", "The browser itself ends this connection, %1 away; no proxy or tunnel shows."))
        .arg(roughly(*away));
}

QString Words::proxySentence(const SessionRecord &record) const
{
    const auto away = tcpDistance(record);
    const auto detour = record.verdict.detour;
    if (!away || !detour)
        return say(
            QT_TRANSLATE_NOOP("Words", "Something between here and the browser ends this connection."));
    return say(QT_TRANSLATE_NOOP("Words",
                                 "Something ends this connection %1 away; the browser is %2 further, about "
                                 "%3 of fibre."))
        .arg(roughly(*away), roughly(*detour), distance(*detour));
}

QString Words::tunnelSentence(const SessionRecord &record) const
{
    const auto exit = exitDistance(record);
    const auto detour = record.verdict.detour;
    if (!exit || !detour)
        return say(QT_TRANSLATE_NOOP("Words",
                                     "Something on the way carries this connection's packets onward, as a "
                                     "VPN does."));
    return say(QT_TRANSLATE_NOOP("Words",
                                 "Something %1 away carries the packets onward, as a VPN does; the browser "
                                 "is %2 further, about %3 of fibre."))
        .arg(roughly(*exit), roughly(*detour), distance(*detour));
}

QString Words::inconclusiveSentence(const SessionRecord &record) const
{
    if (record.tester.behindReverseProxy)
        return say(QT_TRANSLATE_NOOP("Words",
                                     "A reverse proxy at this end forwards the connection, so what lies "
                                     "beyond it cannot be judged."));
    if (record.verdict.evidence.empty() && record.end == SessionEnd::Running)
        return say(QT_TRANSLATE_NOOP("Words", "Measuring; nothing can be said yet."));
    if (!browserDistance(record))
        return say(QT_TRANSLATE_NOOP("Words", "The browser never answered, so nothing can be said."));
    if (found(record, EvidenceName::PathReach, Finding::NotTraced))
        return say(QT_TRANSLATE_NOOP("Words",
                                     "The connection's packets could not be captured, so the path stays "
                                     "unseen and a tunnel cannot be ruled out."));
    if (found(record, EvidenceName::WebSocketEndpointGap, Finding::TooNoisy))
        return say(QT_TRANSLATE_NOOP("Words",
                                     "The browser's answers vary too much to tell a detour from a busy "
                                     "browser or link."));
    if (found(record, EvidenceName::PathReach, Finding::NoHopAnswered)
        || found(record, EvidenceName::PathReach, Finding::StoppedShort))
        return say(QT_TRANSLATE_NOOP("Words",
                                     "The path's end did not answer the probes, so a tunnel can be neither "
                                     "shown nor ruled out."));
    return say(QT_TRANSLATE_NOOP("Words",
                                 "The signs do not agree well enough to say what lies between here and the "
                                 "browser."));
}

QString Words::verdictSentence(const SessionRecord &record) const
{
    switch (record.verdict.kind) {
    case VerdictKind::Direct:
        return directSentence(record);
    case VerdictKind::Proxy:
        return proxySentence(record);
    case VerdictKind::Tunnel:
        return tunnelSentence(record);
    case VerdictKind::Inconclusive:
        break;
    }
    return inconclusiveSentence(record);
}

QString Words::inconclusiveMeaning(const SessionRecord &record) const
{
    if (record.tester.behindReverseProxy)
        return say(QT_TRANSLATE_NOOP("Words",
                                     "A relay in front of the computer that asked accepted your connection, "
                                     "so only the relay could be measured. This says nothing about you or "
                                     "your connection."));
    const QString verdict = say(QT_TRANSLATE_NOOP(
        "Words",
        "The measurement could not tell whether a proxy or VPN carries your connection. That is no sign "
        "against you: busy links, mobile networks and silent routers all cause it."));
    const QString again =
        say(QT_TRANSLATE_NOOP("Words", "Another try on a quieter connection may settle it."));
    return verdict + separator() + again;
}

QString Words::meaning(const SessionRecord &record) const
{
    const auto rtt = browserDistance(record);
    const QString time = rtt
        ? say(QT_TRANSLATE_NOOP("Words", "A message takes %1 there and back.")).arg(roughly(*rtt))
        : QString();
    QString text;
    switch (record.verdict.kind) {
    case VerdictKind::Direct:
        text = say(QT_TRANSLATE_NOOP("Words",
                                     "Your browser reaches the other computer itself: no proxy and no VPN "
                                     "showed in the delays."));
        break;
    case VerdictKind::Proxy:
        text = say(QT_TRANSLATE_NOOP("Words",
                                     "Another computer seems to stand between your browser and the one that "
                                     "asked, and speaks in your browser's place. Such a proxy may be set up "
                                     "in your browser, at your workplace or by your provider."));
        break;
    case VerdictKind::Tunnel:
        text = say(QT_TRANSLATE_NOOP("Words",
                                     "Your connection seems to pass through a VPN or a similar tunnel: it "
                                     "enters the internet elsewhere than your device does. Some mobile and "
                                     "satellite links look alike."));
        break;
    case VerdictKind::Inconclusive:
        return inconclusiveMeaning(record);
    }
    return time.isEmpty() ? text : text + separator() + time;
}

QString Words::figures(std::optional<Duration> lastHop, std::optional<Duration> tcp,
                       std::optional<Duration> webSocket) const
{
    return say(QT_TRANSLATE_NOOP("Words",
                                 "Round trips at their quickest: last router %1, end of the TCP connection "
                                 "%2, browser %3."))
        .arg(duration(lastHop), duration(tcp), duration(webSocket));
}

QString Words::separator() const
{
    return m_locale.language() == QLocale::Chinese ? QString() : QStringLiteral(" ");
}

} // namespace parallax
