// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_notes.h"

#include "core/base/translate_noop.h"

#include <algorithm>
#include <cstddef>

namespace parallax {

std::vector<PathNote> pathNotes(const std::vector<PathRow> &rows, bool reached)
{
    std::vector<PathNote> notes;
    int notSent = 0;
    const auto last =
        std::find_if(rows.rbegin(), rows.rend(), [](const PathRow &row) { return row.branch == 0; });
    const PathRow *target = reached && last != rows.rend() ? &*last : nullptr;
    for (const PathRow &row : rows) {
        notSent += row.notSent;
        if (row.rateLimited > 0 && &row != target)
            notes.push_back(
                {QT_TRANSLATE_NOOP("Words",
                                   "Hop %1 left %2 of %3 probes unanswered, %4 more than hops behind it: "
                                   "it seems to limit its ICMP, and the path did not lose these."),
                 {row.ttl, row.unanswered, row.sent, row.rateLimited}});
    }
    const auto refused =
        std::find_if(rows.begin(), rows.end(), [](const PathRow &row) { return row.refused > 0; });
    if (refused != rows.end())
        notes.push_back(
            {QT_TRANSLATE_NOOP("Words",
                               "%2 of %3 probes with TTL %1 were refused: somebody on the way says "
                               "that the target cannot be reached, or that they are too large."),
             {refused->ttl, refused->refused, refused->sent}});
    if (notSent > 0)
        notes.push_back(
            {notSent == 1
                 ? QT_TRANSLATE_NOOP("Words", "%1 probe never left this machine: its network refused it.")
                 : QT_TRANSLATE_NOOP("Words", "%1 probes never left this machine: its network refused them."),
             {notSent}});
    if (target && target->rateLimited > 0)
        notes.push_back(
            {QT_TRANSLATE_NOOP("Words",
                               "The target left %1 of %2 probes unanswered. It was asked many times at "
                               "once, and hosts limit what they answer UDP: this need not be loss. ICMP or "
                               "TCP probes tell."),
             {target->rateLimited, target->sent}});
    else if (target && target->unanswered > 0)
        notes.push_back({QT_TRANSLATE_NOOP("Words", "Loss to the target itself: %1 of %2 probes."),
                         {target->unanswered, target->sent}});
    return notes;
}

std::string englishOf(const PathNote &note)
{
    std::string text = note.text;
    for (std::size_t i = 0; i < note.values.size(); ++i) {
        const std::string place = '%' + std::to_string(i + 1);
        if (const auto at = text.find(place); at != std::string::npos)
            text.replace(at, place.size(), std::to_string(note.values[i]));
    }
    return text;
}

} // namespace parallax
