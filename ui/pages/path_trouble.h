// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_events.h"
#include "core/data/update.h"
#include "ui/pages/open_path.h"
#include "ui/widgets/plain_label.h"

#include <optional>
#include <vector>

namespace parallax {

class Words;

/// The sentence above the tabs: an alert that stands on a path, or whatever else went wrong.
class PathTrouble : public PlainLabel
{
    Q_OBJECT

public:
    explicit PathTrouble(const Words &words, QWidget *parent = nullptr);

    void say(const QString &sentence);
    /// Says each alert once when it begins, and of a limit that was just set only what is the case now. What
    /// began on a path that has ended is no news. `name`: what the path is called.
    void follow(TraceId trace, OpenPath &open, const QString &name, const std::vector<PathEvent> &events);
    /// Of which path an alert is being said.
    std::optional<TraceId> about() const { return m_said ? std::optional(m_said->trace) : std::nullopt; }
    /// That path is called otherwise now.
    void rename(const QString &name);
    /// Whatever was said of that path is over.
    void forget(TraceId trace);

Q_SIGNALS:
    void alerted(const QString &sentence);

private:
    /// The alert that is the sentence.
    struct Said {
        TraceId trace{};
        std::size_t kind = 0; // as in PathAlerts
        PathEvent event{};
    };

    QString sayAlert(const Said &said, const QString &name);
    void sayNothing();

    const Words &m_words;
    std::optional<Said> m_said;
};

} // namespace parallax
