// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/session_record.h"
#include "core/exporter/output_file.h"

#include <QByteArray>
#include <QString>

#include <string_view>
#include <utility>
#include <vector>

namespace parallax {

/// The runs in the format with this name: csv, samples, jsonl or calculatency.
Result<QByteArray> exported(std::string_view format, const std::vector<SessionRecord> &records);

/// The same for any number of runs, written one by one. Without finish() the old file stays as it was.
class RunExport
{
public:
    static Result<RunExport> begin(std::string_view format, const QString &file);
    Result<void> add(const SessionRecord &record);
    Result<void> finish() { return m_out.commit(); }

private:
    using Rows = QByteArray (*)(const SessionRecord &);
    RunExport(OutputFile out, Rows rows)
        : m_out(std::move(out))
        , m_rows(rows)
    {
    }

    OutputFile m_out;
    Rows m_rows;
};

/// Writes the whole file or leaves the old one as it was.
Result<void> writeExport(const QString &file, const QByteArray &content);

} // namespace parallax
