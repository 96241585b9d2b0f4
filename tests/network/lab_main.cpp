// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_main.h"

#include "tests/network/namespaces.h"

#include <cstdio>

namespace parallax::lab {

int runInLab(QObject &test, int argc, char **argv)
{
    qputenv("PATH", qgetenv("PATH") + ":/usr/sbin:/sbin"); // a user's path may lack them
    // Qt Test ends a function after five minutes, which many runs of one kind need; ctest has its own limit.
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "3600000");
    const QString missing = labMissing();
    if (missing.isEmpty())
        return QTest::qExec(&test, argc, argv);
    std::printf("SKIP: %s\n", qPrintable(missing));
    return skipped;
}

int runsWanted()
{
    const int runs = qEnvironmentVariableIntValue("PARALLAX_LAB_RUNS");
    return runs > 0 ? runs : 3;
}

void printFigure(const QString &name, double value, const QString &goal)
{
    const QString wanted = goal.isEmpty() ? QString() : QStringLiteral(" (goal %1)").arg(goal);
    std::printf("figure: %s %.2f%s\n", qPrintable(name), value, qPrintable(wanted));
    std::fflush(stdout);
}

} // namespace parallax::lab
