// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tester_row.h"

#include "core/base/statistics.h"
#include "core/data/summary.h"
#include "ui/browser_name.h"
#include "ui/shown_text.h"

namespace parallax {

TesterRow testerRow(SessionId session, const SessionRecord &record)
{
    return {.session = session,
            .started = record.started,
            .name = shownText(record.tester.name),
            .address = QString::fromStdString(record.tester.peer.address.toString()),
            .browser = browserName(QString::fromStdString(record.tester.userAgent)),
            .kind = record.verdict.kind,
            .confidence = record.verdict.confidence,
            .gap = record.verdict.detour ? record.verdict.detour : median(pairedGaps(record)),
            .progress = record.progress,
            .end = record.end};
}

QString whoIs(const QString &name, const QString &address)
{
    return name.isEmpty() ? address : name + QStringLiteral(" · ") + address;
}

} // namespace parallax
