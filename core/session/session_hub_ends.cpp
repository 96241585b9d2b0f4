// SPDX-License-Identifier: GPL-3.0-or-later
// How runs end, and what becomes of them.
#include "core/session/session_hub.h"

namespace parallax {

void SessionHub::endSession(SessionId session)
{
    const auto found = m_sessions.find(session);
    if (found == m_sessions.end())
        return;
    found->second->end(SessionEnd::Revoked);
}

void SessionHub::finish(SessionId id)
{
    Session &session = *m_sessions.at(id);
    --m_running;
    const IpAddress &from = session.flow().remote.address;
    if (const auto used = m_admissions.renew(session.token(), from, wallClock()))
        say(InvitationChanged{*used, from});
    session.countLost(captured().dropped, ignoredSoFar());
    if (session.hasPong()) {
        tellOfRedirection(session);
        flush(); // the store hears of the run when everybody has heard of its last observation
        const FinishedRun run = session.handOver();
        m_saving.add(id, run);
        Q_EMIT saveRequested(id, run);
    } else {
        say(SessionFailed{id, session.whyNothingWasMeasured()});
    }
    // Not at once: the run may be about to send.
    QMetaObject::invokeMethod(
        this, [this, id] { remove(id); }, Qt::QueuedConnection);
}

/// The capture looks for the port that we listen on: where the system's NAT redirects another one there, it
/// sees nothing of a tester.
void SessionHub::tellOfRedirection(const Session &ended)
{
    if (!m_port || ended.isUnseen() == m_redirected)
        return;
    m_redirected = ended.isUnseen();
    say(Notice{.code = NoticeCode::TestersUnseen,
               .detail = std::to_string(ended.flow().local.port),
               .cleared = !m_redirected});
}

void SessionHub::stored(SessionId id, const QString &error)
{
    const FinishedRun run = m_saving.take(id);
    if (!run)
        return;
    say(SessionClosed{.session = id,
                      .end = run->end,
                      .duration = run->duration,
                      .complete = run->complete,
                      .stored = error.isEmpty(),
                      .traceEnd = run->traceEnd,
                      .captureDrops = run->captureDrops,
                      .droppedSoFar = captured().dropped,
                      .run = run});
    if (m_saving.caughtUp(mostRunning()))
        say(Notice{.code = NoticeCode::StoreSlow, .cleared = true});
    flush();
}

void SessionHub::remove(SessionId id)
{
    const auto found = m_sessions.find(id);
    if (found == m_sessions.end())
        return;
    const Flow flow = found->second->flow();
    m_byFlow.erase(flow);
    Session *leaving = found->second.release();
    leaving->setParent(this); // until the tester has its last bytes, or the program ends
    leaving->retire();
    m_sessions.erase(found);
    if (m_flows)
        m_flows->release(flow);
    for (const NoticeCode code : {NoticeCode::TooManyTesters, NoticeCode::TooManyRuns})
        say(Notice{.code = code, .cleared = true});
}

} // namespace parallax
