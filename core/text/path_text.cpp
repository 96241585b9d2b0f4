// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_notes.h"
#include "core/text/words.h"

namespace parallax {

QStringList Words::pathNotes(const std::vector<PathRow> &rows, bool reached) const
{
    QStringList notes;
    for (const PathNote &note : parallax::pathNotes(rows, reached)) {
        QString sentence = say(note.text);
        for (const int value : note.values)
            sentence = sentence.arg(m_locale.toString(value));
        notes << sentence;
    }
    return notes;
}

} // namespace parallax
