// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/session_record.h"

#include <QByteArray>
#include <QString>

#include <string_view>
#include <vector>

namespace parallax {

/// The runs in the format with this name: csv, samples, jsonl or calculatency.
Result<QByteArray> exported(std::string_view format, const std::vector<SessionRecord> &records);

/// Writes the whole file or leaves the old one as it was.
Result<void> writeExport(const QString &file, const QByteArray &content);

} // namespace parallax
