// SPDX-License-Identifier: GPL-3.0-or-later
//
// lab-street [FACTOR]: builds the street and keeps it until standard input ends, for work by hand.
#include "tests/network/namespaces.h"
#include "tests/network/street.h"

#include <QCoreApplication>

#include <cstdio>
#include <iostream>

using namespace parallax::lab;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString missing = labMissing();
    const int factor = argc > 1 ? QByteArray(argv[1]).toInt() : 1;
    const auto street = Street::build(StreetPlan{}.farther(factor));
    if (!missing.isEmpty() || !street) {
        std::cerr << qPrintable(missing) << (street ? "" : street.error().message) << '\n';
        return 4;
    }
    for (const Host host : allHosts) {
        const QString enter =
            street.value()->inside(host, {QStringLiteral("COMMAND")}).join(QLatin1Char(' '));
        std::printf("%-8s %-15s %-16s %s\n", qPrintable(nameOf(host)), qPrintable(address(host)),
                    qPrintable(addressV6(host)), qPrintable(enter));
    }
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return 0;
}
