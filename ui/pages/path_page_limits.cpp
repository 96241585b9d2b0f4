// SPDX-License-Identifier: GPL-3.0-or-later
// The Path page's limits: what is said when one is passed.
#include "core/text/words.h"
#include "ui/moment.h"
#include "ui/own_address.h"
#include "ui/pages/path_page.h"
#include "ui/pages/path_views.h"
#include "ui/widgets/plain_label.h"

#include <utility>

namespace parallax {

namespace {

/// Of the two that have a limit: round trips, loss.
std::optional<std::size_t> limitKind(PathEvent::Kind kind)
{
    switch (kind) {
    case PathEvent::Kind::RttHigh:
    case PathEvent::Kind::RttNormal:
        return 0;
    case PathEvent::Kind::LossHigh:
    case PathEvent::Kind::LossNormal:
        return 1;
    default:
        return std::nullopt;
    }
}

} // namespace

/// Says each limit once when it is passed, and of one that was just set only what is the case now. What
/// passed it on a path that has ended is no news.
void PathPage::watchLimits(TraceId trace, const std::vector<PathEvent> &events)
{
    Tab &tab = m_open.at(trace);
    std::array<std::optional<PathEvent>, 2> latest{};
    for (const PathEvent &event : events) {
        if (const auto kind = limitKind(event.kind))
            latest.at(*kind) = event;
    }
    for (std::size_t kind = 0; kind < latest.size(); ++kind) {
        const std::optional<PathEvent> &event = latest.at(kind);
        const bool high = event && isTrouble(event->kind);
        const bool known = std::exchange(tab.high.at(kind), high);
        if (high && !known && tab.end == PathEnd::Running)
            Q_EMIT alerted(sayLimit({trace, kind}, *event));
    }
    if (!m_limitSaid || m_limitSaid->trace != trace || tab.high.at(m_limitSaid->kind))
        return;
    const std::size_t other = 1 - m_limitSaid->kind; // of the two only the last was said
    if (tab.high.at(other))
        sayLimit({trace, other}, *latest.at(other));
    else
        hideTrouble();
}

QString PathPage::sayLimit(LimitSaid said, const PathEvent &event)
{
    QString sentence =
        tr("%1 – %2: %3")
            .arg(fullMoment(event.at), nameOf(m_open.at(said.trace)), shownEvent(m_words, event, m_hideOwn));
    showTrouble(sentence);
    m_limitSaid = said;
    return sentence;
}

/// Of those that nobody asks about any more, since they have ended, nothing is known with new limits.
void PathPage::forgetLimits()
{
    for (auto &[trace, tab] : m_open) {
        if (trace == m_shown || tab.end == PathEnd::Running)
            continue;
        tab.high = {};
        showMark(trace);
        if (m_limitSaid && m_limitSaid->trace == trace)
            hideTrouble();
    }
}

} // namespace parallax
