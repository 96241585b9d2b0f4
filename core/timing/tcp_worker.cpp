// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/tcp_worker.h"

#include <algorithm>
#include <utility>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto reportInterval = 200ms;

/// Often enough that no patience is exceeded by more than a quarter.
std::chrono::milliseconds sweepInterval(const TcpClockLimits &limits)
{
    return std::clamp(std::min(limits.idle, limits.stall) / 4, 1ms, 1000ms);
}

} // namespace

TcpWorker::TcpWorker(const TcpClockLimits &limits)
    : m_limits(limits)
{
    m_report.setSingleShot(true);
    connect(&m_report, &QTimer::timeout, this, &TcpWorker::report);
    connect(&m_sweep, &QTimer::timeout, this, &TcpWorker::sweep);
}

void TcpWorker::adopt(qintptr descriptor, const TcpClockConnection &connection)
{
    auto *session = new TcpSession(descriptor, connection, m_limits, this);
    m_sessions.emplace(connection.number, session);
    connect(session, &TcpSession::changed, this, &TcpWorker::note);
    if (session->connection().end != TcpClockEnd::Open)
        note(session);
    if (!m_sweep.isActive())
        m_sweep.start(sweepInterval(m_limits));
}

void TcpWorker::note(TcpSession *session)
{
    const TcpClockConnection &connection = session->connection();
    if (connection.end == TcpClockEnd::Open) {
        m_changed.insert(connection.number);
        if (!m_report.isActive())
            m_report.start(reportInterval);
        return;
    }
    if (m_sessions.erase(connection.number) == 0)
        return;
    m_changed.erase(connection.number);
    m_ended.append(connection);
    session->deleteLater(); // one of its own calls may be under way
    m_report.start(0ms); // its place is free again
}

void TcpWorker::report()
{
    QList<TcpClockConnection> news = std::exchange(m_ended, {});
    news.reserve(news.size() + static_cast<qsizetype>(m_changed.size()));
    for (const std::uint64_t number : m_changed)
        news.append(m_sessions.at(number)->connection());
    m_changed.clear();
    if (!news.isEmpty())
        Q_EMIT changed(news);
}

void TcpWorker::sweep()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    std::vector<TcpSession *> all;
    all.reserve(m_sessions.size());
    for (const auto &[number, session] : m_sessions)
        all.push_back(session);
    for (TcpSession *session : all) // ending one takes it out of the table
        session->checkPatience(now);
    if (m_sessions.empty())
        m_sweep.stop();
}

QList<TcpClockConnection> TcpWorker::stop()
{
    std::vector<TcpSession *> all;
    all.reserve(m_sessions.size());
    for (const auto &[number, session] : m_sessions)
        all.push_back(session);
    for (TcpSession *session : all)
        session->end(TcpClockEnd::Stopped);
    return std::exchange(m_ended, {});
}

} // namespace parallax
