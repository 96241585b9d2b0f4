// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_cases.h"

#include "tests/network/relays.h"

#include <QJsonArray>

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
                                    {"openvpn", &vpnDetour, "tunnel", all},
                                    {"openvpn_tcp", &vpnOverTcpDetour, "tunnel", {10, 40}},
                                    {"wireguard", &wireGuardDetour, "tunnel", {5, 10, 40}}};
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
    // From the first relay on: to the proxy host, back to the fourth router, and to the tester.
    cases.push_back({.name = QStringLiteral("chain_of_three"),
                     .plan = {},
                     .detour = &chainDetour,
                     .relay = QStringLiteral("chain"),
                     .kinds = proxy,
                     .detourMs = 6 + 28 + 12});
    cases.push_back({.name = QStringLiteral("proxy_in_vpn"),
                     .plan = {},
                     .detour = &proxyInVpnDetour,
                     .relay = QStringLiteral("microsocks in openvpn"),
                     .kinds = proxy,
                     .detourMs = 6 + 40});
}

} // namespace

std::vector<LabCase> labCases()
{
    std::vector<LabCase> cases;
    addDirect(cases);
    addRadio(cases);
    addRelays(cases);
    addDisturbedProxies(cases);
    addMixed(cases);
    return cases;
}

QJsonObject parametersOf(const LabCase &labCase)
{
    QJsonArray cables;
    for (const Cable &cable : labCase.plan.cables)
        cables.append(
            QJsonObject{{QStringLiteral("delay_us"), static_cast<qint64>(cable.delay.count())},
                        {QStringLiteral("jitter_mean_us"), static_cast<qint64>(cable.jitterMean.count())},
                        {QStringLiteral("loss"), cable.loss},
                        {QStringLiteral("reorder"), cable.reorder}});
    return {{QStringLiteral("cables"), cables}, // from the server's on, the proxy host's last; each way
            {QStringLiteral("seed"), static_cast<qint64>(labCase.plan.seed)},
            {QStringLiteral("routers_silent"), labCase.plan.routersSilent},
            {QStringLiteral("icmp_interval_ms"), static_cast<qint64>(labCase.plan.icmpInterval.count())},
            {QStringLiteral("relay"), labCase.relay},
            {QStringLiteral("tester_settings"), QJsonArray::fromStringList(labCase.testerSettings)},
            {QStringLiteral("clamped_mss"), labCase.clampedMss},
            {QStringLiteral("tls"), labCase.tls},
            {QStringLiteral("ipv6"), labCase.ipv6}};
}

} // namespace parallax::lab
