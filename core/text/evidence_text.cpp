// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

struct Sentence {
    EvidenceName name;
    Finding finding;
    const char *text; // %1 the value, %2 what it was compared with
};

using Name = EvidenceName;

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
                               "The path was not traced: the program had no right to capture packets and "
                               "send probes.")},
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
                               "The tester's packets pass %1 routers on their way here, ours %2 on the way "
                               "there.")},
    Sentence{Name::ReturnPath, Finding::OtherLength,
             QT_TRANSLATE_NOOP("Words",
                               "The tester's packets pass %1 routers on their way here, but ours %2 on the "
                               "way there: the two ways differ.")},
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

struct Caution {
    EvidenceName name;
    const char *title;
    const char *text;
};

constexpr std::array cautions{
    Caution{Name::WebSocketTcpGap, QT_TRANSLATE_NOOP("Words", "Gap WebSocket \u2212 TCP"),
            QT_TRANSLATE_NOOP("Words",
                              "A busy computer, a page in a hidden tab or a phone that saves power answers "
                              "late and looks like a distance; delayed acknowledgements make TCP look slow "
                              "and hide a gap; a security program or a satellite link's accelerator ends TCP "
                              "without being a proxy to anybody.")},
    Caution{Name::WebSocketEndpointGap, QT_TRANSLATE_NOOP("Words", "Gap WebSocket \u2212 endpoint"),
            QT_TRANSLATE_NOOP("Words",
                              "A busy computer or a hidden tab answers late; a carrier's TCP optimiser on a "
                              "mobile network answers in the tester's place; a proxy close to the browser "
                              "leaves no gap.")},
    Caution{Name::ControlTextGap, QT_TRANSLATE_NOOP("Words", "Gap text \u2212 control ping"),
            QT_TRANSLATE_NOOP("Words",
                              "The browser answers control pings outside the page, so a busy or hidden page "
                              "alone makes text messages slower.")},
    Caution{Name::EndpointLastHop, QT_TRANSLATE_NOOP("Words", "Last step of the path"),
            QT_TRANSLATE_NOOP("Words",
                              "Mobile radio, satellite and loaded access lines jump like a tunnel; a carrier "
                              "NAT shows the tester's address far from the tester; routers that answer late "
                              "or not at all hide a jump.")},
    Caution{
        Name::MaximumSegmentSize, QT_TRANSLATE_NOOP("Words", "Segment size in the SYN"),
        QT_TRANSLATE_NOOP("Words",
                          "PPPoE lines (1452, or 1492 as packet size), IPv6 (1440) and mobile networks "
                          "have smaller segments without a VPN; some VPN exits rewrite the size to 1460.")},
    Caution{Name::PathReach, QT_TRANSLATE_NOOP("Words", "Reach of the trace"),
            QT_TRANSLATE_NOOP("Words",
                              "Firewalls drop probes and routers limit their answers, so a trace that stops "
                              "short says nothing against the tester; a proxy answers as the end of the "
                              "connection.")},
    Caution{
        Name::Handshake, QT_TRANSLATE_NOOP("Words", "TCP handshake"),
        QT_TRANSLATE_NOOP("Words",
                          "One sample only: a lost packet, a radio that wakes up or a loaded client makes "
                          "it long.")},
    Caution{Name::BehindReverseProxy, QT_TRANSLATE_NOOP("Words", "Reverse proxy at this end"),
            QT_TRANSLATE_NOOP("Words",
                              "Forwarding headers are believed only from this machine and from the trusted "
                              "proxy; a program on this machine could forge them.")},
    Caution{Name::SameMachine, QT_TRANSLATE_NOOP("Words", "Tester on this machine"),
            QT_TRANSLATE_NOOP("Words",
                              "A relay on this machine, such as an SSH forward, has this address too; the "
                              "other evidence tells them apart.")},
    Caution{Name::StackUserAgent, QT_TRANSLATE_NOOP("Words", "System behind TCP"),
            QT_TRANSLATE_NOOP("Words",
                              "A browser that names another system (a phone asking for the desktop page, an "
                              "extension) and a VPN app with a TCP of its own look the same; most relays and "
                              "most phones run Linux, so agreement says little.")},
    Caution{Name::ReturnPath, QT_TRANSLATE_NOOP("Words", "Length of the way back"),
            QT_TRANSLATE_NOOP("Words",
                              "Routes on the Internet often differ by direction, and some tunnels hide their "
                              "hops: it is shown, and decides nothing.")},
    Caution{
        Name::HiddenPage, QT_TRANSLATE_NOOP("Words", "Page in view"),
        QT_TRANSLATE_NOOP("Words", "The browser itself says whether the page is in view, and may be wrong.")},
    Caution{Name::HostingNetwork, QT_TRANSLATE_NOOP("Words", "Hosting network"),
            QT_TRANSLATE_NOOP("Words",
                              "Remote desktops and company networks stand in data centres too; the list of "
                              "such networks is not complete, and the files on this computer age.")},
    Caution{Name::TimeZoneCountry, QT_TRANSLATE_NOOP("Words", "Country of the time zone"),
            QT_TRANSLATE_NOOP("Words",
                              "Travellers keep their clock, roaming phones have an address of their home "
                              "network, neighbouring countries share zones, and some browsers hide theirs.")},
    Caution{Name::PageAddress, QT_TRANSLATE_NOOP("Words", "Address of the page's visitor"),
            QT_TRANSLATE_NOOP("Words",
                              "Some carriers spread one subscriber's connections over several addresses; a "
                              "front before the page alone, or a change of network, looks the same.")},
    Caution{Name::LastMile, QT_TRANSLATE_NOOP("Words", "Last mile"),
            QT_TRANSLATE_NOOP("Words", "A VPN used over a radio link varies in the same way.")},
    Caution{Name::ForwardingHeaders, QT_TRANSLATE_NOOP("Words", "Forwarding headers"),
            QT_TRANSLATE_NOOP("Words",
                              "A browser extension can add them without a proxy; a reverse proxy at this end "
                              "must be named as trusted.")},
};

/// What misleads about one finding only; anything else has its evidence's caution.
constexpr std::array closerCautions{
    Sentence{Name::WebSocketTcpGap, Finding::LayersAgree,
             QT_TRANSLATE_NOOP("Words",
                               "Delayed acknowledgements make TCP look slow and hide a gap; a proxy close to "
                               "the browser leaves none.")},
    Sentence{Name::WebSocketEndpointGap, Finding::LayersAgree,
             QT_TRANSLATE_NOOP("Words", "A proxy close to the browser leaves no gap.")},
    Sentence{Name::ControlTextGap, Finding::LayersAgree,
             QT_TRANSLATE_NOOP("Words", "A proxy that passes control pings on leaves no difference.")},
    Sentence{Name::EndpointLastHop, Finding::SteadyPath,
             QT_TRANSLATE_NOOP("Words", "Routers that answer late or not at all hide a jump.")},
    Sentence{Name::MaximumSegmentSize, Finding::FullSize,
             QT_TRANSLATE_NOOP("Words",
                               "Some VPN exits rewrite the size to 1460; with a proxy it is the proxy's line "
                               "that shows.")},
    Sentence{Name::PathReach, Finding::ReachedEndpoint,
             QT_TRANSLATE_NOOP("Words",
                               "A proxy or a carrier's optimiser answers as the end of the connection too.")},
    Sentence{Name::PathReach, Finding::NotTraced,
             QT_TRANSLATE_NOOP("Words", "Nothing is known about the path, so a tunnel would not show.")},
};

template<std::size_t Size>
const char *textIn(const std::array<Sentence, Size> &table, const Evidence &evidence)
{
    const auto found = std::find_if(table.begin(), table.end(), [&evidence](const Sentence &s) {
        return s.name == evidence.name && s.finding == evidence.finding;
    });
    return found == table.end() ? nullptr : found->text;
}

const Caution *cautionFor(EvidenceName name)
{
    const auto found =
        std::find_if(cautions.begin(), cautions.end(), [name](const Caution &c) { return c.name == name; });
    return found == cautions.end() ? nullptr : &*found;
}

} // namespace

QString Words::evidenceTitle(EvidenceName name) const
{
    const Caution *found = cautionFor(name);
    return found ? say(found->title) : QString();
}

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

QString Words::mayMislead(const Evidence &evidence) const
{
    if (const char *closer = textIn(closerCautions, evidence))
        return say(closer);
    const Caution *found = cautionFor(evidence.name);
    return found ? say(found->text) : QString();
}

} // namespace parallax
