// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explain_command.h"

#include "app/stored_runs.h"
#include "core/evidence/judge.h"
#include "core/text/explanation.h"

#include <QCoreApplication>

namespace parallax {

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
    if (!options.rejudge)
        return print(explanation(*record.value(), words).toUtf8());
    SessionRecord rejudged = *record.value();
    rejudged.verdict = judge(rejudged);
    const QString stored = words.storedVerdict(record.value()->verdict);
    return print((stored + QStringLiteral("\n\n") + explanation(rejudged, words)).toUtf8());
}

} // namespace parallax
