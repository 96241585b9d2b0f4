// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/path_trouble.h"

#include "core/text/words.h"
#include "ui/moment.h"
#include "ui/own_address.h"

#include <algorithm>
#include <utility>

namespace parallax {

namespace {

/// Of those that are worth an alert.
std::optional<std::size_t> alertKind(PathEvent::Kind kind)
{
    switch (kind) {
    case PathEvent::Kind::RttHigh:
    case PathEvent::Kind::RttNormal:
        return 0;
    case PathEvent::Kind::LossHigh:
    case PathEvent::Kind::LossNormal:
        return 1;
    case PathEvent::Kind::NotSentBegan:
    case PathEvent::Kind::NotSentEnded:
        return 2;
    default:
        return std::nullopt;
    }
}

} // namespace

PathTrouble::PathTrouble(const Words &words, QWidget *parent)
    : PlainLabel(Tone::Normal, parent)
    , m_words(words)
{
    setObjectName(QStringLiteral("pathTrouble"));
    setContentsMargins(14, 2, 14, 6);
    setRunning();
    hide();
}

void PathTrouble::say(const QString &sentence)
{
    m_said.reset();
    setPlainText(sentence);
    show();
}

void PathTrouble::sayNothing()
{
    m_said.reset();
    hide();
}

void PathTrouble::forget(TraceId trace)
{
    if (m_said && m_said->trace == trace)
        sayNothing();
}

void PathTrouble::follow(TraceId trace, OpenPath &open, const QString &name,
                         const std::vector<PathEvent> &events)
{
    auto &stand = open.alerts.stand;
    std::array<std::optional<PathEvent>, PathAlerts::kinds> latest{};
    for (const PathEvent &event : events) {
        if (const auto kind = alertKind(event.kind))
            latest.at(*kind) = event;
    }
    for (std::size_t kind = 0; kind < latest.size(); ++kind) {
        const std::optional<PathEvent> &event = latest.at(kind);
        const bool stands = event && isTrouble(event->kind);
        const bool known = std::exchange(stand.at(kind), stands);
        if (stands && !known && open.end == PathEnd::Running)
            Q_EMIT alerted(sayAlert({trace, kind, *event}, name));
    }
    if (!m_said || m_said->trace != trace || stand.at(m_said->kind))
        return;
    const auto other = std::find(stand.begin(), stand.end(), true); // only the last was said
    const auto kind = static_cast<std::size_t>(other - stand.begin());
    if (other != stand.end())
        sayAlert({trace, kind, *latest.at(kind)}, name);
    else
        sayNothing();
}

void PathTrouble::rename(const QString &name)
{
    if (m_said && !isHidden())
        sayAlert(Said(*m_said), name);
}

QString PathTrouble::sayAlert(const Said &said, const QString &name)
{
    QString sentence =
        tr("%1 – %2: %3").arg(fullMoment(said.event.at), name, shownEvent(m_words, said.event));
    say(sentence);
    m_said = said;
    return sentence;
}

} // namespace parallax
