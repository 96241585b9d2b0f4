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

} // namespace

void EventLog::apply(const QList<Update> &updates)
{
    for (const Update &update : updates)
        std::visit([this](const auto &happened) { this->log(happened); }, update);
}

/// "UUID (192.0.2.4:50112)"
QString EventLog::nameOfRun(SessionId session) const
{
    const auto known = m_running.find(session);
    return known == m_running.end() ? QStringLiteral("an unknown run") : known->second;
}

void EventLog::log(const Listening &listening)
{
    qCInfo(logService, "listening: page on port %d, WebSocket on port %d, %s", listening.httpPort,
           listening.webSocketPort, listening.privileged ? "packets are captured" : "without capture");
}

void EventLog::log(const ListeningStopped & /*stopped*/)
{
    qCInfo(logService, "stopped listening");
}

/// Not as a warning: stderr has the sentence already.
void EventLog::log(const Notice &notice) const
{
    if (!notice.cleared)
        qCInfo(logService).noquote() << m_words.notice(notice);
}

void EventLog::log(const SessionOpened &opened)
{
    const SessionRecord &record = opened.record;
    m_running[opened.session] =
        text(record.id) + QStringLiteral(" (") + text(record.tester.peer.toString()) + QLatin1Char(')');
    qCInfo(logTester).noquote() << "opened" << nameOfRun(opened.session);
}

bool EventLog::wantsProbes()
{
    return logProbe().isDebugEnabled();
}

void EventLog::log(const Observed &observed) const
{
    if (!wantsProbes())
        return;
    const QString run = nameOfRun(observed.session);
    for (const Observation &observation : observed.batch) {
        const QString answer = observation.reply ? text(observation.reply->from.toString()) + QLatin1Char(' ')
                + m_words.duration(observation.rtt())
                                                 : QStringLiteral("lost");
        qCDebug(logProbe).noquote() << run << text(layerOf(observation)) << "TTL" << observation.probe.ttl
                                    << answer;
    }
}

void EventLog::log(const SessionClosed &closed)
{
    QString result;
    if (closed.run) {
        const IgnoredCounts &ignored = closed.run->ignored;
        result = m_words.headline(closed.run->verdict)
            + QStringLiteral(", ignored: %1 foreign ICMP, %2 damaged packets, %3 pongs, %4 time stamps")
                  .arg(ignored.foreignIcmp)
                  .arg(ignored.damagedPackets)
                  .arg(ignored.pongs)
                  .arg(ignored.stamps);
    }
    qCInfo(logTester).noquote() << text(nameOf(closed.end)) << nameOfRun(closed.session)
                                << (closed.stored ? "stored" : "NOT stored") << result;
    m_running.erase(closed.session);
}

void EventLog::log(const SessionFailed &failed)
{
    qCInfo(logTester).noquote() << "failed" << nameOfRun(failed.session) << text(failed.reason);
    m_running.erase(failed.session);
}

} // namespace parallax
