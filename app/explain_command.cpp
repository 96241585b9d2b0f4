// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explain_command.h"

#include "app/stored_runs.h"
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
    return print(explanation(*record.value(), wordsFor(config)).toUtf8());
}

} // namespace parallax
