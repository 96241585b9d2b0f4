// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event_log.h"

#include "core/data/names.h"

#include <QLoggingCategory>

namespace parallax {

namespace {

Q_LOGGING_CATEGORY(logService, "parallax.service")
Q_LOGGING_CATEGORY(logTester, "parallax.tester")
Q_LOGGING_CATEGORY(logProbe, "parallax.probe")

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

/// "UUID (192.0.2.4:50112)"
QString nameOfRun(const SessionRecord *record)
{
    return record
        ? text(record->id) + QStringLiteral(" (") + text(record->tester.peer.toString()) + QLatin1Char(')')
        : QStringLiteral("an unknown run");
}

} // namespace

void EventLog::apply(const QList<Update> &updates)
{
    for (const Update &update : updates) {
        if (std::holds_alternative<HistoryLoaded>(update))
            continue;
        if (const auto *failed = std::get_if<SessionFailed>(&update))
            logFailed(*failed); // while the board still knows its name
        m_board.apply(update);
        std::visit([this](const auto &happened) { log(happened); }, update);
        if (const auto *closed = std::get_if<SessionClosed>(&update))
            m_board.forget(closed->session);
    }
}

void EventLog::log(const Listening &listening) const
{
    qCInfo(logService, "listening: page on port %d, WebSocket on port %d, %s", listening.httpPort,
           listening.webSocketPort, listening.privileged ? "packets are captured" : "without capture");
}

void EventLog::log(const ListeningStopped & /*stopped*/) const
{
    qCInfo(logService, "stopped listening");
}

/// Not as a warning: stderr has the sentence already.
void EventLog::log(const Notice &notice) const
{
    if (!notice.cleared)
        qCInfo(logService).noquote() << m_words.notice(notice);
}

void EventLog::log(const SessionOpened &opened) const
{
    qCInfo(logTester).noquote() << "opened" << nameOfRun(&opened.record);
}

void EventLog::log(const Observed &observed) const
{
    if (!logProbe().isDebugEnabled())
        return;
    const QString run = nameOfRun(m_board.find(observed.session));
    for (const Observation &observation : observed.batch) {
        const QString answer = observation.reply ? text(observation.reply->from.toString()) + QLatin1Char(' ')
                + m_words.duration(observation.rtt())
                                                 : QStringLiteral("lost");
        qCDebug(logProbe).noquote() << run << text(layerOf(observation)) << "TTL" << observation.probe.ttl
                                    << answer;
    }
}

void EventLog::log(const SessionClosed &closed) const
{
    const SessionRecord *record = m_board.find(closed.session);
    if (!record)
        return;
    qCInfo(logTester).noquote() << text(nameOf(closed.end)) << nameOfRun(record)
                                << m_words.headline(record->verdict)
                                << (closed.stored ? "stored" : "NOT stored");
}

void EventLog::logFailed(const SessionFailed &failed) const
{
    qCInfo(logTester).noquote() << "failed" << nameOfRun(m_board.find(failed.session)) << text(failed.reason);
}

} // namespace parallax
