// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/network/detour.h"

#include <QJsonObject>

#include <vector>

namespace parallax::lab {

/// A street to be recorded, and what is known of it.
struct LabCase {
    QString name{};
    StreetPlan plan{};
    DetourStarter detour = &noDetour;
    QString relay{}; // its name; empty: none
    QStringList kinds{QStringLiteral("direct")}; // that a verdict may name without being wrong
    double detourMs = 0; // round trip between what stands there and the browser
    QStringList testerSettings{}; // for sysctl
    int clampedMss = 0; // by the tester's NAT; 0: not at all
    bool tls = false;
    bool ipv6 = false;
};

std::vector<LabCase> labCases();

/// For the record, so that the case can be read and simulated without this program.
QJsonObject parametersOf(const LabCase &labCase);

} // namespace parallax::lab
