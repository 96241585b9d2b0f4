// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTest>

namespace parallax::lab {

/// Tells ctest that nothing was tested (its SKIP_RETURN_CODE).
constexpr int skipped = 77;

/// Runs the test object, or says why no lab can be built here.
int runInLab(QObject &test, int argc, char **argv);

/// How often a street is measured: PARALLAX_LAB_RUNS, or 3.
int runsWanted();

/// A number that a person reads and scripts/lab.sh collects.
void printFigure(const QString &name, double value, const QString &goal = {});

template<class Result>
bool verified(const Result &result, const char *expression, const char *file, int line)
{
    const bool good = static_cast<bool>(result);
    return QTest::qVerify(good, expression, good ? "" : result.error().message.c_str(), file, line);
}

} // namespace parallax::lab

// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): a main function, as QTEST_GUILESS_MAIN
#define LAB_TEST_MAIN(TestClass)                                                                             \
    int main(int argc, char **argv)                                                                          \
    {                                                                                                        \
        QCoreApplication application(argc, argv);                                                            \
        TestClass test;                                                                                      \
        return parallax::lab::runInLab(test, argc, argv);                                                    \
    }

/// Ends the test function with the sentence of a failed Result.
// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): it must return from the caller
#define LAB_VERIFY(result)                                                                                   \
    do {                                                                                                     \
        if (!parallax::lab::verified((result), #result, __FILE__, __LINE__))                                 \
            return;                                                                                          \
    } while (false)
