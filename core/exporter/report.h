// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/session_record.h"

#include <QByteArray>
#include <QJsonObject>

namespace parallax {

/// The report of one run, `parallax.report/1`: the same object in exports, the store and the API.
/// Its texts are English, its codes and names stable; milliseconds are numbers, what is unknown is null.
/// Beyond the contract it has `observations`, every probe with its moments in ns, so that a run can be
/// judged and drawn again from its report alone.
QJsonObject reportObject(const SessionRecord &record);

/// The same on one line, without a newline.
QByteArray reportJson(const SessionRecord &record);
/// As the store keeps it: whoever reads it from there finds it stored.
QByteArray storedReportJson(const SessionRecord &record);

/// Reads a report, from wherever it comes. Without `observations` they are rebuilt from the samples, with
/// made-up moments.
Result<SessionRecord> parseReport(const QByteArray &json);

} // namespace parallax
