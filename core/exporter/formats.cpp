// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/formats.h"

#include "core/exporter/calculatency.h"
#include "core/exporter/csv.h"
#include "core/exporter/report.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

template<QByteArray (*Report)(const SessionRecord &)>
QByteArray line(const SessionRecord &record)
{
    return Report(record) + '\n';
}

QByteArray noHeader()
{
    return {};
}

struct Format {
    std::string_view name;
    QByteArray (*header)();
    QByteArray (*rows)(const SessionRecord &);
};

constexpr std::array formats{
    Format{"csv", testersCsvHeader, testersCsvRow}, Format{"samples", samplesCsvHeader, samplesCsvRows},
    Format{"jsonl", noHeader, line<reportJson>}, Format{"calculatency", noHeader, line<calculatencyJson>}};

Result<Format> formatNamed(std::string_view name)
{
    const auto found =
        std::find_if(formats.begin(), formats.end(), [name](const Format &f) { return f.name == name; });
    if (found == formats.end())
        return Error{ErrorCode::InvalidArgument,
                     "format must be csv, samples, jsonl or calculatency, not \"" + std::string(name) + '"'};
    return *found;
}

} // namespace

Result<QByteArray> exported(std::string_view format, const std::vector<SessionRecord> &records)
{
    const auto known = formatNamed(format);
    if (!known)
        return known.error();
    QByteArray all = known.value().header();
    for (const SessionRecord &record : records)
        all += known.value().rows(record);
    return all;
}

Result<RunExport> RunExport::begin(std::string_view format, const QString &file)
{
    const auto known = formatNamed(format);
    if (!known)
        return known.error();
    auto out = OutputFile::open(file);
    if (!out)
        return out.error();
    if (const auto begun = out.value().write(known.value().header()); !begun)
        return begun.error();
    return RunExport(std::move(out).value(), known.value().rows);
}

Result<void> RunExport::add(const SessionRecord &record)
{
    return m_out.write(m_rows(record));
}

Result<void> writeExport(const QString &file, const QByteArray &content)
{
    auto out = OutputFile::open(file);
    if (!out)
        return out.error();
    if (auto written = out.value().write(content); !written)
        return written;
    return out.value().commit();
}

} // namespace parallax
