// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_summary.h"
#include "core/text/words.h"

namespace parallax {

QStringList Words::pathNotes(const TraceRecord &record) const
{
    QStringList notes;
    const PathSummary path = summarizePath(record);
    int notSent = 0;
    for (const PathHop &hop : path.hops) {
        notSent += hop.notSent;
        if (hop.rateLimited > 0)
            notes << say(QT_TRANSLATE_NOOP(
                             "Words",
                             "Hop %1 left %2 of %3 probes unanswered, hops behind it fewer: it limits "
                             "its ICMP, and the path loses none of these."))
                         .arg(hop.ttl)
                         .arg(hop.rateLimited)
                         .arg(hop.sent);
    }
    if (notSent > 0)
        notes << say(QT_TRANSLATE_NOOP("Words",
                                       "%1 probes never left this machine: its network refused them."))
                     .arg(notSent);
    if (!path.reachedTtl || path.hops.empty())
        return notes;
    const PathHop &target = path.hops.back();
    if (target.unanswered > 0)
        notes << say(QT_TRANSLATE_NOOP("Words", "Loss to the target itself: %1 of %2 probes."))
                     .arg(target.unanswered)
                     .arg(target.sent);
    return notes;
}

} // namespace parallax
