// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parallax {

namespace {

template<class Enum, std::size_t Size>
using Names = std::array<std::pair<Enum, std::string_view>, Size>;

constexpr Names<VerdictKind, 4> verdictKinds{{{VerdictKind::Inconclusive, "inconclusive"},
                                              {VerdictKind::Direct, "direct"},
                                              {VerdictKind::Proxy, "proxy"},
                                              {VerdictKind::Tunnel, "tunnel"}}};

constexpr Names<EvidenceName, 19> evidenceNames{
    {{EvidenceName::WebSocketTcpGap, "websocket_tcp_gap"},
     {EvidenceName::WebSocketEndpointGap, "websocket_endpoint_gap"},
     {EvidenceName::ControlTextGap, "control_text_gap"},
     {EvidenceName::EndpointLastHop, "endpoint_last_hop"},
     {EvidenceName::MaximumSegmentSize, "syn_mss"},
     {EvidenceName::PathReach, "path_reach"},
     {EvidenceName::Handshake, "handshake"},
     {EvidenceName::BehindReverseProxy, "behind_reverse_proxy"},
     {EvidenceName::SameMachine, "same_machine"},
     {EvidenceName::StackUserAgent, "stack_user_agent"},
     {EvidenceName::ReturnPath, "return_path"},
     {EvidenceName::HiddenPage, "hidden_page"},
     {EvidenceName::HostingNetwork, "hosting_network"},
     {EvidenceName::TimeZoneCountry, "time_zone_country"},
     {EvidenceName::PageAddress, "page_address"},
     {EvidenceName::ForwardingHeaders, "forwarding_headers"},
     {EvidenceName::IcmpEcho, "icmp_echo"},
     {EvidenceName::LastMile, "last_mile"},
     {EvidenceName::WebSocketLastHop, "websocket_last_hop"}}};

constexpr Names<Finding, 26> findings{{{Finding::LayersAgree, "layers_agree"},
                                       {Finding::LayersApart, "layers_apart"},
                                       {Finding::TooNoisy, "too_noisy"},
                                       {Finding::SteadyPath, "steady_path"},
                                       {Finding::JumpBehindExit, "jump_behind_exit"},
                                       {Finding::JumpAtEnd, "jump_at_end"},
                                       {Finding::FullSize, "full_size"},
                                       {Finding::SmallerThanEthernet, "smaller_than_ethernet"},
                                       {Finding::TunnelSize, "tunnel_size"},
                                       {Finding::AccessSize, "access_size"},
                                       {Finding::ReachedEndpoint, "reached_endpoint"},
                                       {Finding::StoppedShort, "stopped_short"},
                                       {Finding::NoHopAnswered, "no_hop_answered"},
                                       {Finding::NotTraced, "not_traced"},
                                       {Finding::Present, "present"},
                                       {Finding::SystemsAgree, "systems_agree"},
                                       {Finding::SystemsDiffer, "systems_differ"},
                                       {Finding::SameLength, "same_length"},
                                       {Finding::OtherLength, "other_length"},
                                       {Finding::SameCountry, "same_country"},
                                       {Finding::OtherCountry, "other_country"},
                                       {Finding::OtherAddress, "other_address"},
                                       {Finding::HeldBack, "held_back"},
                                       {Finding::EchoAgrees, "echo_agrees"},
                                       {Finding::EchoNearer, "echo_nearer"},
                                       {Finding::EchoFurther, "echo_further"}}};

constexpr Names<Unit, 4> units{
    {{Unit::None, ""}, {Unit::Millisecond, "ms"}, {Unit::Byte, "bytes"}, {Unit::HopCount, "hops"}}};

constexpr Names<Remedy, 6> remedies{{{Remedy::MorePings, "more_pings"},
                                     {Remedy::QuieterLink, "quieter_link"},
                                     {Remedy::RunWithPrivileges, "run_with_privileges"},
                                     {Remedy::AnotherNetwork, "another_network"},
                                     {Remedy::TrustedProxyOption, "trusted_proxy_option"},
                                     {Remedy::OpenFromElsewhere, "open_from_elsewhere"}}};

constexpr Names<SessionEnd, 6> sessionEnds{{{SessionEnd::Running, "running"},
                                            {SessionEnd::Finished, "finished"},
                                            {SessionEnd::TesterLeft, "tester_left"},
                                            {SessionEnd::Revoked, "revoked"},
                                            {SessionEnd::Busy, "busy"},
                                            {SessionEnd::Error, "error"}}};

constexpr Names<TraceEnd, 5> traceEnds{{{TraceEnd::NotRun, "not_run"},
                                        {TraceEnd::Endpoint, "endpoint"},
                                        {TraceEnd::MaxTtl, "max_ttl"},
                                        {TraceEnd::Silent, "silent"},
                                        {TraceEnd::Closed, "closed"}}};

constexpr Names<TimestampSource, 2> timestampSources{
    {{TimestampSource::Application, "application"}, {TimestampSource::Kernel, "kernel"}}};

constexpr Names<Method, 7> methods{{{Method::WebSocketText, "websocket_text"},
                                    {Method::WebSocketControl, "websocket_control"},
                                    {Method::TcpSegment, "tcp"},
                                    {Method::ZeroTrace, "zero_trace"},
                                    {Method::IcmpEcho, "icmp"},
                                    {Method::UdpDatagram, "udp"},
                                    {Method::TcpSyn, "tcp_syn"}}};

constexpr Names<ReplyKind, 10> replyKinds{{{ReplyKind::Pong, "pong"},
                                           {ReplyKind::Acknowledgement, "acknowledgement"},
                                           {ReplyKind::TimeExceeded, "time_exceeded"},
                                           {ReplyKind::Unreachable, "unreachable"},
                                           {ReplyKind::EchoReply, "echo_reply"},
                                           {ReplyKind::DuplicateAck, "duplicate_ack"},
                                           {ReplyKind::DuplicateAckInOrder, "duplicate_ack_in_order"},
                                           {ReplyKind::UdpAnswer, "udp_answer"},
                                           {ReplyKind::SynAck, "syn_ack"},
                                           {ReplyKind::Reset, "reset"}}};

template<class Enum, std::size_t Size>
std::string_view nameIn(const Names<Enum, Size> &names, Enum value)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [value](const auto &entry) { return entry.first == value; });
    return found == names.end() ? std::string_view{} : found->second;
}

template<class Enum, std::size_t Size>
std::optional<Enum> valueIn(const Names<Enum, Size> &names, std::string_view name)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [name](const auto &entry) { return entry.second == name; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

} // namespace

std::string_view nameOf(VerdictKind kind)
{
    return nameIn(verdictKinds, kind);
}
std::string_view nameOf(EvidenceName name)
{
    return nameIn(evidenceNames, name);
}
std::string_view nameOf(Finding finding)
{
    return nameIn(findings, finding);
}
std::string_view nameOf(Unit unit)
{
    return nameIn(units, unit);
}
std::string_view nameOf(Remedy remedy)
{
    return nameIn(remedies, remedy);
}
std::string_view nameOf(SessionEnd end)
{
    return nameIn(sessionEnds, end);
}
std::string_view nameOf(TimestampSource source)
{
    return nameIn(timestampSources, source);
}
std::string_view nameOf(TraceEnd end)
{
    return nameIn(traceEnds, end);
}
std::string_view nameOf(Method method)
{
    return nameIn(methods, method);
}
std::string_view nameOf(ReplyKind kind)
{
    return nameIn(replyKinds, kind);
}

std::optional<VerdictKind> verdictKindNamed(std::string_view name)
{
    return valueIn(verdictKinds, name);
}
std::optional<EvidenceName> evidenceNamed(std::string_view name)
{
    return valueIn(evidenceNames, name);
}
std::optional<Finding> findingNamed(std::string_view name)
{
    return valueIn(findings, name);
}
std::optional<Unit> unitNamed(std::string_view name)
{
    return valueIn(units, name);
}
std::optional<Remedy> remedyNamed(std::string_view name)
{
    return valueIn(remedies, name);
}
std::optional<SessionEnd> sessionEndNamed(std::string_view name)
{
    return valueIn(sessionEnds, name);
}
std::optional<TimestampSource> timestampSourceNamed(std::string_view name)
{
    return valueIn(timestampSources, name);
}
std::optional<TraceEnd> traceEndNamed(std::string_view name)
{
    return valueIn(traceEnds, name);
}
std::optional<Method> methodNamed(std::string_view name)
{
    return valueIn(methods, name);
}
std::optional<ReplyKind> replyKindNamed(std::string_view name)
{
    return valueIn(replyKinds, name);
}

std::string_view layerOf(const Observation &observation)
{
    switch (observation.probe.method) {
    case Method::WebSocketText:
        return "websocket_text";
    case Method::WebSocketControl:
        return "websocket_control";
    case Method::TcpSegment:
        return "tcp";
    case Method::IcmpEcho:
    case Method::UdpDatagram:
    case Method::TcpSyn:
        return nameOf(observation.probe.method);
    case Method::ZeroTrace:
        return observation.isEndpoint() ? "endpoint" : "hop";
    }
    return {};
}

} // namespace parallax
