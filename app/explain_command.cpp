// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explain_command.h"

#include "app/stored_runs.h"
#include "core/data/comparison.h"
#include "core/evidence/judge.h"
#include "core/text/explanation.h"

#include <QCoreApplication>

#include <cstdio>

namespace parallax {

namespace {

constexpr int mostCompared = 1000; // the newest runs of the store

/// Empty when this is the tester's only run.
QString comparisonLine(const SessionRecord &run, const std::vector<SessionRecord> &stored, const Words &words)
{
    std::vector<const SessionRecord *> all;
    all.reserve(stored.size());
    for (const SessionRecord &record : stored)
        all.push_back(&record);
    const RunComparison comparison = compareRuns(run, all);
    if (comparison.runs() < 2)
        return {};
    return words.comparisonTitle() + QStringLiteral(": ") + words.comparison(comparison) + QLatin1Char('\n');
}

} // namespace

int runExplain(const Config &config, const ExplainOptions &options)
{
    int argc = 0;
    const QCoreApplication application(argc, nullptr); // finds the database driver
    const auto store = storeToRead(config);
    if (!store)
        return failed(store.error());
    const auto record = store.value().find(options.session);
    if (!record)
        return failed(record.error());
    if (!record.value())
        return failed({ErrorCode::InvalidArgument, "there is no run " + options.session + " in the store"});
    const Words words = wordsFor(config);
    const auto stored = store.value().load(mostCompared);
    if (!stored)
        return failed(stored.error());
    if (stored.value().error)
        std::fprintf(stderr, "parallax-cli: older runs are not compared: %s\n",
                     stored.value().error->message.c_str());
    const QString others = comparisonLine(*record.value(), stored.value().records, words);
    if (!options.rejudge)
        return print((explanation(*record.value(), words) + others).toUtf8());
    SessionRecord rejudged = *record.value();
    rejudged.verdict = judge(rejudged);
    const QString then = words.storedVerdict(record.value()->verdict);
    return print((then + QStringLiteral("\n\n") + explanation(rejudged, words) + others).toUtf8());
}

} // namespace parallax
