// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_figures.h"
#include "core/text/words.h"

#include <algorithm>

namespace parallax {

QStringList Words::pathNotes(const std::vector<PathRow> &rows, bool reached) const
{
    QStringList notes;
    int notSent = 0;
    const auto last =
        std::find_if(rows.rbegin(), rows.rend(), [](const PathRow &row) { return row.branch == 0; });
    const PathRow *target = reached && last != rows.rend() ? &*last : nullptr;
    for (const PathRow &row : rows) {
        notSent += row.notSent;
        if (row.rateLimited > 0 && &row != target)
            notes << say(QT_TRANSLATE_NOOP(
                             "Words",
                             "Hop %1 left %2 of %3 probes unanswered, hops behind it fewer: it limits "
                             "its ICMP, and the path loses none of these."))
                         .arg(row.ttl)
                         .arg(row.rateLimited)
                         .arg(row.sent);
    }
    if (notSent > 0)
        notes << say(QT_TRANSLATE_NOOP("Words",
                                       "%1 probes never left this machine: its network refused them."))
                     .arg(notSent);
    if (target && target->rateLimited > 0)
        notes << say(QT_TRANSLATE_NOOP(
                         "Words",
                         "The target left %1 of %2 probes unanswered. It was asked many times at "
                         "once, and hosts limit what they answer UDP: no sign of loss. ICMP or TCP "
                         "probes tell."))
                     .arg(target->rateLimited)
                     .arg(target->sent);
    else if (target && target->unanswered > 0)
        notes << say(QT_TRANSLATE_NOOP("Words", "Loss to the target itself: %1 of %2 probes."))
                     .arg(target->unanswered)
                     .arg(target->sent);
    return notes;
}

} // namespace parallax
