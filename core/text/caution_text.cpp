// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/evidence_sentence.h"
#include "core/text/words.h"

namespace parallax {

namespace {

using Name = EvidenceName;
using Sentence = EvidenceSentence;

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
        Name::WebSocketLastHop, QT_TRANSLATE_NOOP("Words", "Gap WebSocket \u2212 furthest router"),
        QT_TRANSLATE_NOOP("Words",
                          "Silent routers make it large on a direct path, and it cannot tell a proxy from a "
                          "tunnel: it is shown, not weighed.")},
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
    Caution{
        Name::IcmpEcho, QT_TRANSLATE_NOOP("Words", "ICMP echo"),
        QT_TRANSLATE_NOOP("Words",
                          "A NAT answers in the tester's place, so a slow radio link behind it looks like a "
                          "tunnel; load balancing may send echo and TCP by different paths, and some hosts "
                          "answer echo late.")},
    Caution{Name::LastMile, QT_TRANSLATE_NOOP("Words", "Last mile"),
            QT_TRANSLATE_NOOP("Words", "A VPN used over a radio link varies in the same way.")},
    Caution{Name::ForwardingHeaders, QT_TRANSLATE_NOOP("Words", "Forwarding headers"),
            QT_TRANSLATE_NOOP("Words",
                              "A browser extension can add them without a proxy; a reverse proxy at this end "
                              "must be named as trusted.")},
};

/// What misleads about one finding only; anything else has its evidence's caution.
constexpr std::array closerCautions{
    Sentence{
        Name::ControlTextGap, Finding::HeldBack,
        QT_TRANSLATE_NOOP("Words",
                          "An intermediary that answers control pings itself, with the browser by chance as "
                          "far behind it as such a delay, on a line with small segments.")},
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

QString Words::mayMislead(const Evidence &evidence) const
{
    if (const char *closer = textIn(closerCautions, evidence))
        return say(closer);
    const Caution *found = cautionFor(evidence.name);
    return found ? say(found->text) : QString();
}

} // namespace parallax
