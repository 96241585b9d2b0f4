// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_files.h"

#include "core/base/failure.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace parallax {

namespace {

/// By another name, too.
bool isSameFile(const QString &a, const QString &b)
{
    const auto path = [](const QString &name) {
        return std::filesystem::path(QFile::encodeName(name).toStdString());
    };
    std::error_code oneIsMissing;
    return std::filesystem::equivalent(path(a), path(b), oneIsMissing);
}

} // namespace

bool isOfStore(const QString &file, const QString &store)
{
    const std::array<QString, 4> names{store, store + QStringLiteral("-wal"), store + QStringLiteral("-shm"),
                                       store + QStringLiteral("-journal")};
    return std::any_of(names.begin(), names.end(),
                       [&](const QString &name) { return isSameFile(file, name); });
}

Result<void> spareStore(const QString &file, const QString &store)
{
    if (isOfStore(file, store))
        return failure(ErrorCode::InvalidArgument,
                       QT_TRANSLATE_NOOP("Reasons", "%1 is the store itself: choose another file"),
                       {file.toStdString()});
    return {};
}

} // namespace parallax
