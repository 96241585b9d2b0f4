// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay_command.h"

#include "app/stored_runs.h"
#include "core/evidence/classic.h"
#include "core/evidence/judge.h"
#include "core/exporter/formats.h"
#include "core/exporter/report.h"
#include "core/scenario/simulate.h"
#include "core/text/explanation.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace parallax {

namespace {

constexpr qint64 largestFile = qint64{1} << 30; // of reports; each has its own, lower limit

Result<QByteArray> contentOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::InvalidArgument,
                     "cannot read " + path + ": " + file.errorString().toStdString()};
    QByteArray content = file.read(largestFile);
    if (!file.atEnd())
        return Error{ErrorCode::InvalidArgument, path + " is larger than 1 GiB"};
    return content;
}

/// One, of which the whole file is an object, or one a line.
Result<std::vector<SessionRecord>> reportsIn(const QByteArray &content, const std::string &path,
                                             bool isOneObject)
{
    auto whole = parseReport(content); // however it is laid out
    if (whole)
        return std::vector{std::move(whole).value()};
    if (isOneObject)
        return Error{ErrorCode::InvalidArgument, path + ": " + whole.error().message};
    std::vector<SessionRecord> records;
    int number = 0;
    for (const QByteArray &line : content.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        auto record = parseReport(line);
        if (!record)
            return Error{ErrorCode::InvalidArgument,
                         path + ", line " + std::to_string(number) + ": " + record.error().message};
        records.push_back(std::move(record).value());
    }
    if (records.empty())
        return Error{ErrorCode::InvalidArgument, path + " is empty"};
    return records;
}

/// A written-down network, measured in virtual time and judged as a live tester would be.
SessionRecord measured(const Scenario &scenario)
{
    SessionRecord record =
        simulate(scenario,
                 {.goesOn = [](const SessionRecord &soFar) { return morePingsMayDecide(judge(soFar)); },
                  .hasDecided = [](const SessionRecord &soFar) { return intervalHasDecided(judge(soFar)); }});
    record.verdict = judge(record);
    record.classic = classicRule(record, scenario.measure.threshold);
    record.calculatencyLabel = calculatencyLabel(record);
    return record;
}

Result<std::vector<SessionRecord>> runsIn(const std::string &path)
{
    const auto content = contentOf(path);
    if (!content)
        return content.error();
    const auto document = QJsonDocument::fromJson(content.value());
    if (!document.object().contains(QStringLiteral("hops"))) // a report has its hops further in
        return reportsIn(content.value(), path, document.isObject());
    const auto scenario = parseScenario(content.value());
    if (!scenario)
        return Error{ErrorCode::InvalidArgument, path + ": " + scenario.error().message};
    return std::vector{measured(scenario.value())};
}

} // namespace

int runReplay(const Config &config, const ReplayOptions &options)
{
    const auto records = runsIn(options.file);
    if (!records)
        return failed(records.error());
    if (options.json) {
        const auto lines = exported("jsonl", records.value());
        return lines ? print(lines.value()) : failed(lines.error());
    }
    const Words words = wordsFor(config);
    QString text;
    for (const SessionRecord &record : records.value())
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + explanation(record, words);
    return print(text.toUtf8());
}

} // namespace parallax
