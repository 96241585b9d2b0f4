// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/evidence_sentence.h"
#include "core/text/words.h"

namespace parallax {

namespace {

using Name = EvidenceName;
using Sentence = EvidenceSentence;

constexpr std::array sentences{
    Sentence{Name::WebSocketTcpGap, Finding::LayersAgree,
             QT_TRANSLATE_NOOP("Words",
                               "The browser's answer comes %1 after the TCP acknowledgement of the same "
                               "message: browser and TCP end are in the same place.")},
    Sentence{Name::WebSocketTcpGap, Finding::LayersApart,
             QT_TRANSLATE_NOOP("Words",
                               "The browser's answer comes %1 after the TCP acknowledgement of the same "
                               "message: what ends the TCP connection is not the browser.")},
    Sentence{Name::WebSocketTcpGap, Finding::TooNoisy,
             QT_TRANSLATE_NOOP("Words",
                               "The browser's answer comes %1 after the TCP acknowledgement, but this varies "
                               "too much from message to message to speak for a distance.")},
    Sentence{Name::WebSocketEndpointGap, Finding::LayersAgree,
             QT_TRANSLATE_NOOP("Words",
                               "At its quickest the browser is %1 further than the host that ends the TCP "
                               "connection; below %2 they count as one place.")},
    Sentence{Name::WebSocketEndpointGap, Finding::LayersApart,
             QT_TRANSLATE_NOOP("Words",
                               "Even at its quickest the browser is %1 further than the host that ends the "
                               "TCP connection; above %2 they count as two places.")},
    Sentence{Name::WebSocketEndpointGap, Finding::TooNoisy,
             QT_TRANSLATE_NOOP("Words",
                               "At its quickest the browser is %1 further than the host that ends the TCP "
                               "connection, too near the limit of %2 to say whether they are one place.")},
    Sentence{Name::ControlTextGap, Finding::LayersAgree,
             QT_TRANSLATE_NOOP("Words",
                               "Control pings and text messages differ by %1, less than the %2 that a busy "
                               "page can take: one machine answers both.")},
    Sentence{Name::ControlTextGap, Finding::LayersApart,
             QT_TRANSLATE_NOOP("Words",
                               "Control pings return %1 before text messages: something in front of the page "
                               "answers them.")},
    Sentence{Name::ControlTextGap, Finding::TooNoisy,
             QT_TRANSLATE_NOOP("Words",
                               "Control pings and text messages differ by %1, within what the samples vary "
                               "anyway.")},
    Sentence{Name::ControlTextGap, Finding::HeldBack,
             QT_TRANSLATE_NOOP("Words",
                               "Control pings return %1 before text messages, but from where the TCP "
                               "connection ends; what is left beside the jump, %2, is a delayed "
                               "acknowledgement: a tunnel over TCP holds the page's answers back.")},
    Sentence{
        Name::IcmpEcho, Finding::EchoAgrees,
        QT_TRANSLATE_NOOP("Words",
                          "The ICMP echo of the tester's address and the end of the TCP connection differ "
                          "by %1; below %2 they count as one place.")},
    Sentence{Name::IcmpEcho, Finding::EchoNearer,
             QT_TRANSLATE_NOOP("Words",
                               "The host that has the tester's address answers ICMP echo %1 before the TCP "
                               "connection's end: something there carries the packets onward.")},
    Sentence{Name::IcmpEcho, Finding::EchoFurther,
             QT_TRANSLATE_NOOP("Words",
                               "The host that has the tester's address answers ICMP echo far later than the "
                               "TCP connection's end (%1): it does not treat echo as it treats TCP, or "
                               "something nearer ends the connection.")},
    Sentence{Name::EndpointLastHop, Finding::SteadyPath,
             QT_TRANSLATE_NOOP("Words",
                               "The last step of the path, to the end of the TCP connection, takes %1: no "
                               "jump.")},
    Sentence{Name::EndpointLastHop, Finding::JumpBehindExit,
             QT_TRANSLATE_NOOP("Words",
                               "Behind the first hop that shows the tester's own address the path jumps by "
                               "%1: something there carries the packets onward.")},
    Sentence{Name::EndpointLastHop, Finding::JumpAtEnd,
             QT_TRANSLATE_NOOP("Words",
                               "The last step of the path, to the end of the TCP connection, jumps by %1; no "
                               "hop before it shows the tester's own address.")},
    Sentence{Name::EndpointLastHop, Finding::TooNoisy,
             QT_TRANSLATE_NOOP("Words",
                               "The last step of the path, to the end of the TCP connection, takes %1, but "
                               "this varies too much to speak for a jump.")},
    Sentence{Name::EndpointLastHop, Finding::NoHopAnswered,
             QT_TRANSLATE_NOOP("Words",
                               "No router on the path answered, so a jump before its end would not show.")},
    Sentence{Name::MaximumSegmentSize, Finding::FullSize,
             QT_TRANSLATE_NOOP("Words",
                               "The connection's first packet offers segments of %1, as a plain Ethernet "
                               "line does: nothing takes room for headers of its own.")},
    Sentence{Name::MaximumSegmentSize, Finding::SmallerThanEthernet,
             QT_TRANSLATE_NOOP("Words",
                               "The connection's first packet offers segments of %1 where plain Ethernet has "
                               "%2: something on the way takes room for headers of its own.")},
    Sentence{Name::MaximumSegmentSize, Finding::TunnelSize,
             QT_TRANSLATE_NOOP("Words",
                               "The connection's first packet offers segments of %1 where plain Ethernet has "
                               "%2: exactly what a common VPN leaves.")},
    Sentence{Name::MaximumSegmentSize, Finding::AccessSize,
             QT_TRANSLATE_NOOP("Words",
                               "The connection's first packet offers segments of %1 where plain Ethernet has "
                               "%2: what access lines leave that carry IPv4 and IPv6 within each other, so "
                               "it is no sign of a VPN.")},
    Sentence{
        Name::PathReach, Finding::ReachedEndpoint,
        QT_TRANSLATE_NOOP("Words", "The probes reached the end of the TCP connection itself, at hop %1.")},
    Sentence{Name::PathReach, Finding::StoppedShort,
             QT_TRANSLATE_NOOP("Words",
                               "The probes were last answered at hop %1; the end of the TCP connection did "
                               "not answer them.")},
    Sentence{Name::PathReach, Finding::NoHopAnswered,
             QT_TRANSLATE_NOOP("Words", "No router on the path answered a probe.")},
    Sentence{Name::PathReach, Finding::NotTraced,
             QT_TRANSLATE_NOOP("Words",
                               "The path was not traced: the connection's packets could not be "
                               "captured.")},
    Sentence{
        Name::WebSocketLastHop, Finding::Present,
        QT_TRANSLATE_NOOP("Words",
                          "The browser is %1 further than the furthest router that answered, which is %2 "
                          "away: all that the classic rule knows.")},
    Sentence{Name::Handshake, Finding::Present,
             QT_TRANSLATE_NOOP("Words", "The TCP handshake took %1, later exchanges at least %2.")},
    Sentence{Name::BehindReverseProxy, Finding::Present,
             QT_TRANSLATE_NOOP("Words",
                               "A reverse proxy at this end forwards the connection: only the stretch to it "
                               "was measured, nothing about the tester's side.")},
    Sentence{Name::SameMachine, Finding::Present,
             QT_TRANSLATE_NOOP("Words", "The connection comes from this machine itself.")},
    Sentence{Name::StackUserAgent, Finding::SystemsAgree,
             QT_TRANSLATE_NOOP("Words",
                               "The host that opened the TCP connection runs the kind of system that the "
                               "browser names.")},
    Sentence{Name::StackUserAgent, Finding::SystemsDiffer,
             QT_TRANSLATE_NOOP("Words",
                               "The host that opened the TCP connection runs another system than the browser "
                               "names: they are two machines.")},
    Sentence{Name::ReturnPath, Finding::SameLength,
             QT_TRANSLATE_NOOP("Words",
                               "Routers that the tester's packets pass on their way here: %1; that ours "
                               "pass on the way there: %2.")},
    Sentence{Name::ReturnPath, Finding::OtherLength,
             QT_TRANSLATE_NOOP("Words",
                               "Routers that the tester's packets pass on their way here: %1; that ours "
                               "pass on the way there: %2. The two ways differ.")},
    Sentence{Name::HiddenPage, Finding::Present,
             QT_TRANSLATE_NOOP("Words",
                               "The page was not in view while it was measured; browsers slow such pages "
                               "down, so the control pings decide.")},
    Sentence{Name::HostingNetwork, Finding::Present,
             QT_TRANSLATE_NOOP("Words",
                               "The tester's address belongs to a company that rents out servers: relays and "
                               "VPN exits stand there, browsers seldom do.")},
    Sentence{Name::TimeZoneCountry, Finding::SameCountry,
             QT_TRANSLATE_NOOP("Words",
                               "The browser's time zone belongs to the country of the tester's address.")},
    Sentence{Name::TimeZoneCountry, Finding::OtherCountry,
             QT_TRANSLATE_NOOP("Words",
                               "The browser's time zone belongs to another country than the tester's "
                               "address.")},
    Sentence{Name::PageAddress, Finding::OtherAddress,
             QT_TRANSLATE_NOOP("Words",
                               "The page was fetched from another address than the WebSocket came from: the "
                               "connections leave at different places.")},
    Sentence{Name::ForwardingHeaders, Finding::Present,
             QT_TRANSLATE_NOOP("Words",
                               "The request carries headers that only a forwarder adds: a proxy on the "
                               "tester's side names itself.")},
    Sentence{Name::LastMile, Finding::Present,
             QT_TRANSLATE_NOOP("Words",
                               "Round trips to the end of the TCP connection vary by %1, as over radio or a "
                               "loaded line: a jump there says less.")},
};

} // namespace

QString Words::evidence(const Evidence &evidence) const
{
    QString value = quantity(evidence.value, evidence.unit);
    if (evidence.interval) {
        const QString low = quantity(evidence.interval->low, evidence.unit);
        const QString high = quantity(evidence.interval->high, evidence.unit);
        if (low != high) // as far as it is shown
            value += QStringLiteral(" (%1 \u2026 %2)").arg(low, high);
    }
    const char *found = textIn(sentences, evidence);
    if (!found)
        return say(QT_TRANSLATE_NOOP("Words", "%1: %2.")).arg(evidenceTitle(evidence.name), value);
    // Not arg(): a sentence may leave a number out.
    QString text = say(found);
    text.replace(QStringLiteral("%1"), value);
    text.replace(QStringLiteral("%2"), quantity(evidence.reference, evidence.unit));
    return text;
}

} // namespace parallax
