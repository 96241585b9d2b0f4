// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_cases.h"

#include <QJsonArray>

namespace parallax::lab {

namespace {

QJsonObject parametersOf(const Cable &cable)
{
    return {{QStringLiteral("delay_us"), static_cast<qint64>(cable.delay.count())},
            {QStringLiteral("jitter_mean_us"), static_cast<qint64>(cable.jitterMean.count())},
            {QStringLiteral("loss"), cable.loss},
            {QStringLiteral("reorder"), cable.reorder},
            {QStringLiteral("hold_acks_us"), static_cast<qint64>(cable.holdAcks.count())},
            {QStringLiteral("mpls_label"), static_cast<qint64>(cable.label)}};
}

} // namespace

QJsonObject parametersOf(const LabCase &labCase)
{
    QJsonArray cables;
    for (const Cable &cable : labCase.plan.cables)
        cables.append(parametersOf(cable));
    const auto &branch = labCase.plan.secondBranch;
    return {{QStringLiteral("cables"), cables}, // from the server's on, the proxy host's last; each way
            {QStringLiteral("seed"), static_cast<qint64>(labCase.plan.seed)},
            {QStringLiteral("routers_silent"), labCase.plan.routersSilent},
            {QStringLiteral("icmp_interval_ms"), static_cast<qint64>(labCase.plan.icmpInterval.count())},
            {QStringLiteral("one_error_a_second"), labCase.plan.oneErrorASecond},
            {QStringLiteral("second_branch"), branch ? QJsonValue(parametersOf(*branch)) : QJsonValue()},
            {QStringLiteral("carrier_nat"), labCase.plan.carrierNat},
            {QStringLiteral("relay"), labCase.relay},
            {QStringLiteral("tester_settings"), QJsonArray::fromStringList(labCase.testerSettings)},
            {QStringLiteral("clamped_mss"), labCase.clampedMss},
            {QStringLiteral("tls"), labCase.tls},
            {QStringLiteral("ipv6"), labCase.ipv6}};
}

} // namespace parallax::lab
