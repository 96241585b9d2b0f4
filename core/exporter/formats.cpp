// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/formats.h"

#include "core/exporter/calculatency.h"
#include "core/exporter/csv.h"
#include "core/exporter/report.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace parallax {

namespace {

template<QByteArray (*Line)(const SessionRecord &)>
QByteArray lines(const std::vector<SessionRecord> &records)
{
    QByteArray all;
    for (const SessionRecord &record : records)
        all += Line(record) + '\n';
    return all;
}

struct Format {
    std::string_view name;
    QByteArray (*write)(const std::vector<SessionRecord> &);
};

constexpr std::array formats{Format{"csv", testersCsv}, Format{"samples", samplesCsv},
                             Format{"jsonl", lines<reportJson>},
                             Format{"calculatency", lines<calculatencyJson>}};

} // namespace

Result<QByteArray> exported(std::string_view format, const std::vector<SessionRecord> &records)
{
    const auto found =
        std::find_if(formats.begin(), formats.end(), [format](const Format &f) { return f.name == format; });
    if (found == formats.end())
        return Error{ErrorCode::InvalidArgument,
                     "format must be csv, samples, jsonl or calculatency, not \"" + std::string(format)
                         + '"'};
    return found->write(records);
}

Result<void> writeExport(const QString &file, const QByteArray &content)
{
    const auto failed = [&](const QFileDevice &out) {
        return Error{ErrorCode::Io,
                     "cannot write " + file.toStdString() + ": " + out.errorString().toStdString()};
    };
    const QFileInfo there(file);
    if (there.exists() && !there.isFile()) { // a device or a pipe: to be written to, never to be replaced
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || out.write(content) != content.size())
            return failed(out);
        return {};
    }
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size() || !out.commit())
        return failed(out);
    return {};
}

} // namespace parallax
