// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_command.h"

#include "app/exit_code.h"
#include "app/stored_runs.h"
#include "core/exporter/formats.h"

#include <QCoreApplication>

#include <cstdio>
#include <limits>

namespace parallax {

namespace {

Result<StoredRuns> chosenRuns(const Config &config, const ExportOptions &options)
{
    const auto store = storeToRead(config);
    if (!store)
        return store.error();
    if (options.session.empty())
        return store.value().load(std::numeric_limits<int>::max());
    auto record = store.value().find(options.session);
    if (!record)
        return record.error();
    if (!record.value())
        return Error{ErrorCode::InvalidArgument, "there is no run " + options.session + " in the store"};
    return StoredRuns{.records = {*record.value()}};
}

} // namespace

int runExport(const Config &config, const ExportOptions &options)
{
    int argc = 0;
    const QCoreApplication application(argc, nullptr); // finds the database driver
    if (const auto known = exported(options.format, {}); !known)
        return failed(known.error());
    const auto runs = chosenRuns(config, options);
    if (!runs)
        return failed(runs.error());
    for (const std::string &id : runs.value().damaged)
        std::fprintf(stderr, "parallax-cli: the stored run %s is damaged and left out\n", id.c_str());
    const auto content = exported(options.format, runs.value().records);
    if (!content)
        return failed(content.error());
    if (options.out.empty())
        return print(content.value());
    const auto written = writeExport(QString::fromStdString(options.out), content.value());
    return written ? exit_code::done : failed(written.error());
}

} // namespace parallax
