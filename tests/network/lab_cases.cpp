// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_cases.h"

#include "tests/network/relays.h"

#include <cmath>

namespace parallax::lab {

namespace {

using namespace std::chrono_literals;
using std::chrono::microseconds;

microseconds oneWay(double roundTripMs)
{
    return microseconds(std::llround(roundTripMs * 500));
}

/// The whole round trip is `ms`; the last cable, behind the NAT, stays short.
StreetPlan farAway(double ms)
{
    StreetPlan plan;
    plan.cables[5].delay = std::min<microseconds>(1ms, oneWay(ms / 5));
    const microseconds left = oneWay(ms) - plan.cables[5].delay;
    for (int cable = 1; cable < 5; ++cable)
        plan.cables[static_cast<std::size_t>(cable)].delay = left / 4;
    return plan;
}

/// Server to proxy host 6 ms; proxy host to tester `ms`.
StreetPlan behind(double ms)
{
    StreetPlan plan;
    plan.cables[1].delay = 2ms;
    plan.cables[proxyCable].delay = std::min<microseconds>(1ms, oneWay(ms));
    const microseconds left = oneWay(ms) - plan.cables[proxyCable].delay;
    for (int cable = 2; cable < proxyCable; ++cable)
        plan.cables[static_cast<std::size_t>(cable)].delay = left / 4;
    return plan;
}

QString label(const QString &what, double value)
{
    return what + QLatin1Char('_') + QString::number(value).replace(QLatin1Char('.'), QLatin1Char('_'));
}

void addDirect(std::vector<LabCase> &cases)
{
    for (const double ms : {5., 10., 20., 42., 80., 150., 300., 600.})
        cases.push_back({.name = label(QStringLiteral("direct"), ms), .plan = farAway(ms)});
    for (const double ms : {1., 4., 12., 25.}) {
        LabCase jitter{.name = label(QStringLiteral("direct_jitter"), ms)};
        jitter.plan.cables[5].jitterMean = microseconds(std::llround(ms * 1000));
        cases.push_back(jitter);
    }
    LabCase core{.name = QStringLiteral("direct_jitter_in_the_core")};
    core.plan.cables[2].jitterMean = 5ms;
    cases.push_back(core);
    for (const double loss : {0.01, 0.05, 0.1}) {
        LabCase lossy{.name = label(QStringLiteral("direct_loss"), 100 * loss)};
        lossy.plan.cables[5].loss = loss;
        cases.push_back(lossy);
    }
    LabCase reorder{.name = QStringLiteral("direct_reorder")};
    reorder.plan.cables[3].reorder = 0.1;
    cases.push_back(reorder);
    LabCase silent{.name = QStringLiteral("direct_silent"),
                   .kinds = {QStringLiteral("direct"), QStringLiteral("inconclusive")}};
    silent.plan.routersSilent = true;
    cases.push_back(silent);
    LabCase eager{.name = QStringLiteral("direct_without_icmp_limit")};
    eager.plan.icmpInterval = 0ms;
    cases.push_back(eager);
    const QString noSack = QStringLiteral("net.ipv4.tcp_sack=0");
    const QString noStamps = QStringLiteral("net.ipv4.tcp_timestamps=0");
    cases.push_back({.name = QStringLiteral("direct_without_sack"), .testerSettings = {noSack}});
    cases.push_back({.name = QStringLiteral("direct_without_timestamps"), .testerSettings = {noStamps}});
    cases.push_back({.name = QStringLiteral("direct_without_both"), .testerSettings = {noSack, noStamps}});
    cases.push_back({.name = QStringLiteral("direct_tls"), .tls = true});
    cases.push_back({.name = QStringLiteral("direct_ipv6"), .ipv6 = true});
    cases.push_back({.name = QStringLiteral("direct_ipv6_tls"), .tls = true, .ipv6 = true});
    cases.push_back({.name = QStringLiteral("direct_pppoe"), .clampedMss = 1452});
}

/// A carrier's NAT with a radio hop of 40 ms behind it: like a tunnel in latency alone.
void addRadio(std::vector<LabCase> &cases)
{
    const QStringList allowed{QStringLiteral("direct"), QStringLiteral("inconclusive")};
    for (const double jitter : {0., 4., 12.}) {
        LabCase radio{.name = label(QStringLiteral("radio"), jitter), .kinds = allowed};
        radio.plan.cables[5] = {.delay = 20ms, .jitterMean = microseconds(std::llround(jitter * 1000))};
        cases.push_back(radio);
    }
    LabCase lte{.name = QStringLiteral("radio_small_segments"), .kinds = allowed, .clampedMss = 1400};
    lte.plan.cables[5] = {.delay = 20ms, .jitterMean = 8ms};
    cases.push_back(lte);
    LabCase silent{.name = QStringLiteral("radio_silent"), .kinds = allowed};
    silent.plan.cables[5] = {.delay = 20ms, .jitterMean = 4ms};
    silent.plan.routersSilent = true;
    cases.push_back(silent);
    LabCase twice{.name = QStringLiteral("direct_two_nats")};
    twice.plan.carrierNat = true;
    cases.push_back(twice);
    twice.name = QStringLiteral("radio_two_nats");
    twice.kinds = allowed;
    twice.plan.cables[5] = {.delay = 20ms, .jitterMean = 4ms};
    cases.push_back(twice);
}

/// Below 5 ms there is nothing that must be found, and at 5 not always: to miss it is no mistake.
QStringList kindsAt(double detourMs, const QString &kind)
{
    if (detourMs > 5)
        return {kind};
    return {kind, QStringLiteral("inconclusive"), QStringLiteral("direct")};
}

struct Relay {
    const char *name;
    DetourStarter start;
    const char *kind;
    std::vector<double> detours;
};

void addRelays(std::vector<LabCase> &cases)
{
    const std::vector<double> all{0, 2, 5, 10, 20, 40, 100};
    const std::vector<Relay> relays{{"tinyproxy", &httpConnectDetour, "proxy", all},
                                    {"microsocks", &socksDetour, "proxy", all},
                                    {"dante", &danteDetour, "proxy", {10, 40}},
                                    {"squid", &squidDetour, "proxy", {5, 10, 40}},
                                    {"ssh", &sshDetour, "proxy", {5, 10, 40}},
                                    {"openvpn", &vpnDetour, "tunnel", all},
                                    {"openvpn_tcp", &vpnOverTcpDetour, "tunnel", all},
                                    {"wireguard", &wireGuardDetour, "tunnel", {5, 10, 20, 40}}};
    for (const Relay &relay : relays) {
        const QString name = QString::fromLatin1(relay.name);
        for (const double ms : relay.detours)
            cases.push_back({.name = label(name, ms),
                             .plan = behind(ms),
                             .detour = relay.start,
                             .relay = name,
                             .kinds = kindsAt(ms, QString::fromLatin1(relay.kind)),
                             .detourMs = ms});
    }
}

void setLabels(StreetPlan &plan)
{
    plan.cables[1].label = 16001;
    plan.cables[2].label = 16002;
}

/// Paths with which measuring could go wrong, without and with something in the way.
void addOddPaths(std::vector<LabCase> &cases)
{
    const LabCase direct{};
    const LabCase socks{.plan = behind(20),
                        .detour = &socksDetour,
                        .relay = QStringLiteral("microsocks"),
                        .kinds = {QStringLiteral("proxy")},
                        .detourMs = 20};
    const LabCase vpn{.plan = behind(40),
                      .detour = &vpnDetour,
                      .relay = QStringLiteral("openvpn"),
                      .kinds = {QStringLiteral("tunnel")},
                      .detourMs = 40};
    for (const auto &[name, plain] :
         {std::pair{"direct", direct}, {"microsocks_20", socks}, {"openvpn_40", vpn}}) {
        const QString base = QString::fromLatin1(name);
        LabCase branches = plain;
        branches.name = base + QStringLiteral("_ecmp");
        branches.plan.secondBranch = Cable{.delay = branches.plan.cables[2].delay / 2};
        cases.push_back(branches);
        LabCase labels = plain;
        labels.name = base + QStringLiteral("_mpls");
        setLabels(labels.plan);
        cases.push_back(labels);
        LabCase stingy = plain;
        stingy.name = base + QStringLiteral("_one_error_a_second");
        stingy.plan.oneErrorASecond = true;
        cases.push_back(stingy);
    }
    LabCase silent = vpn;
    silent.name = QStringLiteral("openvpn_40_silent");
    silent.plan.routersSilent = true;
    cases.push_back(silent);
    for (const int ms : {40, 200}) {
        LabCase late = direct;
        late.name = label(QStringLiteral("direct_delayed_acks"), ms);
        late.plan.cables[5].holdAcks = std::chrono::milliseconds(ms);
        cases.push_back(late);
        LabCase lateProxy = socks;
        lateProxy.name = label(QStringLiteral("microsocks_20_delayed_acks"), ms);
        lateProxy.plan.cables[proxyCable].holdAcks = std::chrono::milliseconds(ms);
        cases.push_back(lateProxy);
    }
}

/// SOCKS5 with a detour of 20 ms, on streets that are not quiet.
void addDisturbedProxies(std::vector<LabCase> &cases)
{
    const LabCase socks{.name = {},
                        .plan = behind(20),
                        .detour = &socksDetour,
                        .relay = QStringLiteral("microsocks"),
                        .kinds = {QStringLiteral("proxy")},
                        .detourMs = 20};
    LabCase jitter = socks;
    jitter.name = QStringLiteral("microsocks_20_jitter_4");
    jitter.plan.cables[5].jitterMean = 4ms;
    cases.push_back(jitter);
    LabCase loss = socks;
    loss.name = QStringLiteral("microsocks_20_loss_5");
    loss.plan.cables[5].loss = 0.05;
    cases.push_back(loss);
    LabCase silent = socks;
    silent.name = QStringLiteral("microsocks_20_silent");
    silent.plan.routersSilent = true;
    cases.push_back(silent);
    LabCase far = socks;
    far.name = QStringLiteral("microsocks_20_far");
    far.plan.cables[1].delay = 80ms;
    cases.push_back(far);
}

void addMixed(std::vector<LabCase> &cases)
{
    const QStringList proxy{QStringLiteral("proxy")};
    for (const double ms : {10., 40.})
        cases.push_back({.name = label(QStringLiteral("tinyproxy_tls"), ms),
                         .plan = behind(ms),
                         .detour = &httpConnectDetour,
                         .relay = QStringLiteral("tinyproxy"),
                         .kinds = proxy,
                         .detourMs = ms,
                         .tls = true});
    cases.push_back({.name = QStringLiteral("openvpn_20_tls"),
                     .plan = behind(20),
                     .detour = &vpnDetour,
                     .relay = QStringLiteral("openvpn"),
                     .kinds = {QStringLiteral("tunnel")},
                     .detourMs = 20,
                     .tls = true});
    // From the first relay on: to the proxy host, back to the fourth router, and to the tester.
    const LabCase chain{.name = QStringLiteral("chain_of_three"),
                        .detour = &chainDetour,
                        .relay = QStringLiteral("chain"),
                        .kinds = proxy,
                        .detourMs = 6 + 28 + 12};
    cases.push_back(chain);
    LabCase longChain = chain;
    longChain.name = QStringLiteral("chain_of_three_far");
    longChain.plan = chain.plan.farther(4);
    longChain.detourMs = 4 * chain.detourMs;
    cases.push_back(longChain);
    const LabCase both{.name = QStringLiteral("proxy_in_vpn"),
                       .detour = &proxyInVpnDetour,
                       .relay = QStringLiteral("microsocks in openvpn"),
                       .kinds = proxy,
                       .detourMs = 6 + 40};
    cases.push_back(both);
    LabCase near = both;
    near.name = QStringLiteral("proxy_in_vpn_near");
    near.plan = behind(10);
    near.detourMs = 6 + 10;
    cases.push_back(near);
    LabCase wireGuard = both;
    wireGuard.name = QStringLiteral("proxy_in_wireguard");
    wireGuard.detour = &proxyInWireGuardDetour;
    wireGuard.relay = QStringLiteral("microsocks in wireguard");
    cases.push_back(wireGuard);
}

} // namespace

std::vector<LabCase> labCases()
{
    std::vector<LabCase> cases;
    addDirect(cases);
    addRadio(cases);
    addRelays(cases);
    addOddPaths(cases);
    addDisturbedProxies(cases);
    addMixed(cases);
    return cases;
}

} // namespace parallax::lab
