// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_command.h"

#include "app/config_file.h"
#include "app/exit_code.h"
#include "app/stored_runs.h"
#include "core/exporter/formats.h"
#include "core/store/store_files.h"

#include <QCoreApplication>

#include <cstdio>

namespace parallax {

namespace {

/// The ids of the runs that are damaged and left out.
Result<std::vector<std::string>> exportRuns(const SessionStore &store, const ExportOptions &options)
{
    std::optional<SessionRecord> chosen;
    if (!options.session.empty()) {
        auto found = store.find(options.session);
        if (!found)
            return found.error();
        if (!found.value())
            return Error{ErrorCode::InvalidArgument, "there is no run " + options.session + " in the store"};
        chosen = std::move(found).value();
    }
    auto out = RunExport::begin(options.format, QString::fromStdString(options.out));
    if (!out)
        return out.error();
    std::vector<std::string> damaged;
    if (chosen) {
        if (const auto added = out.value().add(*chosen); !added)
            return added.error();
    } else {
        auto all = store.forEach([&](const SessionRecord &run) { return out.value().add(run); });
        if (!all)
            return all.error();
        damaged = std::move(all).value();
    }
    if (const auto finished = out.value().finish(); !finished)
        return finished.error();
    return damaged;
}

} // namespace

int runExport(const Config &config, const ExportOptions &options)
{
    int argc = 0;
    const QCoreApplication application(argc, nullptr); // finds the database driver
    const auto store = storeToRead(config);
    if (!store)
        return failed(store.error());
    const auto spared =
        spareStore(QString::fromStdString(options.out), QString::fromStdString(storeLocation(config)));
    if (!spared)
        return failed(spared.error());
    const auto damaged = exportRuns(store.value(), options);
    if (!damaged)
        return failed(damaged.error());
    for (const std::string &id : damaged.value())
        std::fprintf(stderr, "parallax-cli: the stored run %s is damaged and left out\n", id.c_str());
    return exit_code::done;
}

} // namespace parallax
