// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_export.h"

#include "core/exporter/formats.h"
#include "core/store/session_store.h"
#include "core/store/store_files.h"
#include "core/store/store_worker.h"

#include <QFileInfo>
#include <QThread>

#include <set>
#include <string>

namespace parallax {

namespace {

/// Which of `wanted` were among the store's runs; what of these can't be had goes to `missing`.
Result<std::set<std::string>> addStored(RunExport &out, const QString &file, const QString &target,
                                        std::set<std::string> wanted, std::string &missing)
{
    std::set<std::string> found;
    const auto store = SessionStore::open(file, SessionStore::Access::ReadOnly);
    if (!store && (wanted.empty() || QFileInfo::exists(target)))
        return store.error(); // the file that is there may have what the store has
    if (!store) {
        missing = "Only the runs that are not in the store were written: " + store.error().message;
        return found;
    }
    const auto damaged = store.value().forEach([&](const SessionRecord &run) -> Result<void> {
        if (QThread::currentThread()->isInterruptionRequested())
            return Error{ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Reasons", "the export was interrupted")};
        if (wanted.erase(run.id) > 0)
            found.insert(run.id);
        return out.add(run);
    });
    if (!damaged)
        return damaged.error();
    if (!damaged.value().empty())
        missing = "Written, but these stored runs are damaged and left out: " + listed(damaged.value());
    return found;
}

} // namespace

Result<void> exportAllRuns(const AllRuns &runs, std::string_view format, const QString &file)
{
    if (auto spared = spareStore(file, runs.store); !spared)
        return spared;
    auto out = RunExport::begin(format, file);
    if (!out)
        return out.error();
    std::set<std::string> unsaved;
    for (const SessionRecord &run : runs.unsaved)
        unsaved.insert(run.id);
    std::string missing;
    const auto stored = addStored(out.value(), runs.store, file, std::move(unsaved), missing);
    if (!stored)
        return stored.error();
    for (const SessionRecord &run : runs.unsaved) {
        if (stored.value().contains(run.id)) // the store has been mended since
            continue;
        if (auto added = out.value().add(run); !added)
            return added;
    }
    if (auto finished = out.value().finish(); !finished)
        return finished;
    return missing.empty() ? Result<void>() : Error{ErrorCode::Unavailable, missing};
}

} // namespace parallax
