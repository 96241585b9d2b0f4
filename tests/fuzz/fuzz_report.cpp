// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/calculatency.h"
#include "core/exporter/csv.h"
#include "core/exporter/report.h"
#include "core/text/explanation.h"

#include <cstdlib>

using namespace parallax;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// Reports come from other people's files. Whatever is accepted must be written, and read back, again.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto record =
        parseReport(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!record)
        return 0;
    const auto again = parseReport(reportJson(record.value()));
    if (!again || again.value().observations != record.value().observations)
        std::abort();
    static_cast<void>(testersCsv({record.value()}));
    static_cast<void>(samplesCsv({record.value()}));
    static_cast<void>(calculatencyJson(record.value()));
    static_cast<void>(explanation(record.value(), Words()));
    return 0;
}
