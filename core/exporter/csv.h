// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/session_record.h"

#include <QByteArray>

#include <vector>

namespace parallax {

// RFC 4180 with a header line; an empty cell is unknown. Names and User-Agents come from strangers: a text
// that a spreadsheet would take for a formula gets a leading ', and control characters become spaces.

/// One row a run.
QByteArray testersCsv(const std::vector<SessionRecord> &records);
QByteArray testersCsvHeader();
QByteArray testersCsvRow(const SessionRecord &record);

/// One row a probe. `sequence` counts the probes of a run; the segment that carried a ping has the ping's.
QByteArray samplesCsv(const std::vector<SessionRecord> &records);
QByteArray samplesCsvHeader();
QByteArray samplesCsvRows(const SessionRecord &record);

} // namespace parallax
