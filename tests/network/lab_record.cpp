// SPDX-License-Identifier: GPL-3.0-or-later
//
// lab-record FOLDER [PART OF A NAME]: measures each case on its own lab street with a real browser and writes
// FOLDER/NAME.json: the parameters, what is true, and the report as the program printed it.
#include "tests/network/lab_cases.h"
#include "tests/network/lab_main.h"
#include "tests/network/namespaces.h"
#include "tests/network/tester.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

using namespace parallax;
using namespace parallax::lab;

namespace {

constexpr int failedExit = 1;

QStringList words(const QString &command)
{
    return command.split(QLatin1Char(' '));
}

Result<void> prepare(const Street &street, const LabCase &labCase)
{
    for (const QString &setting : labCase.testerSettings) {
        auto done = street.run(Host::Tester, words(QStringLiteral("sysctl -qw ") + setting));
        if (!done)
            return done;
    }
    if (labCase.clampedMss == 0)
        return {};
    const QString rule = QStringLiteral("table ip clamp {\nchain forward {\n"
                                        "type filter hook forward priority mangle;\n"
                                        "tcp flags syn tcp option maxseg size set %1\n}\n}\n")
                             .arg(labCase.clampedMss);
    return street.run(Host::Nat, words(QStringLiteral("nft -f -")), rule.toLatin1());
}

Result<QStringList> tlsOptions(const Street &street)
{
    const QString key = street.file(QStringLiteral("key.pem"));
    const QString certificate = street.file(QStringLiteral("certificate.pem"));
    const auto made = run(words(QStringLiteral("openssl req -x509 -newkey rsa:2048 -nodes -days 2"
                                               " -subj /CN=street -keyout %1 -out %2")
                                    .arg(key, certificate)));
    if (!made)
        return made.error();
    return QStringList{QStringLiteral("--cert"), certificate, QStringLiteral("--key"), key};
}

Result<Run> measureCase(const LabCase &labCase)
{
    const auto street = Street::build(labCase.plan);
    if (!street)
        return street.error();
    const auto prepared = prepare(*street.value(), labCase);
    if (!prepared)
        return prepared.error();
    const auto detour = labCase.detour(*street.value());
    if (!detour)
        return detour.error();
    QStringList serverOptions;
    QStringList browserOptions = detour.value().browserOptions;
    if (labCase.tls) {
        const auto options = tlsOptions(*street.value());
        if (!options)
            return options.error();
        serverOptions = options.value();
        browserOptions << QStringLiteral("--ignore-certificate-errors");
    }
    const auto server = Server::start(*street.value(), serverOptions);
    if (!server)
        return server.error();
    const auto tester = Tester::start(*street.value(), browserOptions);
    if (!tester)
        return tester.error();
    return measure(*server.value(), *tester.value(),
                   labCase.ipv6 ? server.value()->linkV6() : server.value()->link());
}

Result<void> record(const LabCase &labCase, const QString &folder)
{
    const auto run = measureCase(labCase);
    if (!run)
        return run.error();
    const QJsonObject truth{{QStringLiteral("kinds"), QJsonArray::fromStringList(labCase.kinds)},
                            {QStringLiteral("detour_ms"), labCase.detourMs}};
    const QJsonObject whole{{QStringLiteral("name"), labCase.name},
                            {QStringLiteral("parameters"), parametersOf(labCase)},
                            {QStringLiteral("truth"), truth},
                            {QStringLiteral("report"), run.value().report}};
    QFile file(folder + QLatin1Char('/') + labCase.name + QStringLiteral(".json"));
    if (!file.open(QIODevice::WriteOnly)
        || file.write(QJsonDocument(whole).toJson(QJsonDocument::Compact) + '\n') < 0)
        return Error{ErrorCode::Io, file.fileName().toStdString() + ": " + file.errorString().toStdString()};
    std::printf("%-28s %-12s %.2f detour %.1f ms\n", qPrintable(labCase.name), qPrintable(run.value().kind()),
                run.value().number(QStringLiteral("verdict/confidence")),
                run.value().number(QStringLiteral("verdict/detour_ms")));
    std::fflush(stdout);
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: lab-record FOLDER [PART OF A NAME]\n");
        return 3;
    }
    qputenv("PATH", qgetenv("PATH") + ":/usr/sbin:/sbin"); // a user's path may lack them
    if (const QString missing = labMissing(); !missing.isEmpty()) {
        std::printf("SKIP: %s\n", qPrintable(missing));
        return skipped;
    }
    int failures = 0;
    for (const LabCase &labCase : labCases()) {
        if (!labCase.name.contains(arguments.value(2)))
            continue;
        const auto recorded = record(labCase, arguments[1]);
        if (recorded)
            continue;
        ++failures;
        std::fprintf(stderr, "%s: %s\n", qPrintable(labCase.name), recorded.error().message.c_str());
    }
    return failures == 0 ? 0 : failedExit;
}
