// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/clock_hub.h"

#include <QHostInfo>

#include <algorithm>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto flushAfter = 20ms; // what happens within it crosses to other threads at once

} // namespace

ClockHub::ClockHub()
{
    m_flush.setSingleShot(true);
    connect(&m_flush, &QTimer::timeout, this, &ClockHub::flush);
}

ClockHub::~ClockHub() = default;

void ClockHub::startServer(const ClockServerRequest &request)
{
    m_server.reset();
    auto server = ClockServer::open(request);
    if (!server) {
        m_news.append(ClockServerFailed{server.error()});
        flush();
        return;
    }
    m_server = std::move(server).value();
    connect(m_server.get(), &ClockServer::served, this, [this](const ClockServed &news) {
        m_news.append(news);
        flush();
    });
    m_news.append(ClockServing{m_server->address()});
    flush();
}

void ClockHub::stopServer()
{
    if (!m_server)
        return;
    m_news.append(ClockServed{.counts = m_server->counts()});
    m_server.reset();
    m_news.append(ClockServingStopped{});
    flush();
}

void ClockHub::open(ClockId clock, const ClockRequest &request)
{
    if (const auto literal = IpAddress::parse(request.host)) {
        begin(clock, request, literal.value());
        return;
    }
    // In a thread of Qt's own: a name server that never answers holds nobody up.
    m_lookups[clock] = QHostInfo::lookupHost(
        QString::fromStdString(request.host), this,
        [this, clock, request](const QHostInfo &info) { resolved(clock, request, info); });
}

void ClockHub::resolved(ClockId clock, const ClockRequest &request, const QHostInfo &info)
{
    if (m_lookups.erase(clock) == 0)
        return; // closed meanwhile
    for (const QHostAddress &found : info.addresses()) {
        if (const auto address = IpAddress::parse(found.toString().toStdString())) {
            begin(clock, request, address.value());
            return;
        }
    }
    m_news.append(
        ClockFailed{clock, {ErrorCode::UnknownHost, request.host + ": " + info.errorString().toStdString()}});
    flush();
}

void ClockHub::begin(ClockId clock, const ClockRequest &request, const IpAddress &address)
{
    const SocketAddress server{address, request.port};
    auto run = ClockRun::open(request, server);
    if (!run) {
        m_news.append(ClockFailed{clock, run.error()});
        flush();
        return;
    }
    auto active = std::make_unique<Active>();
    active->run = std::move(run).value();
    active->notifier = std::make_unique<QSocketNotifier>(active->run->descriptor(), QSocketNotifier::Read);
    active->wake.setSingleShot(true);
    active->wake.setTimerType(Qt::PreciseTimer);
    connect(active->notifier.get(), &QSocketNotifier::activated, this, [this, clock] { hear(clock); });
    connect(&active->wake, &QTimer::timeout, this, [this, clock] { drive(clock); });
    m_active[clock] = std::move(active);
    m_news.append(ClockOpened{.clock = clock, .request = request, .address = server, .at = wallClock()});
    drive(clock);
}

void ClockHub::hear(ClockId clock)
{
    const auto found = m_active.find(clock);
    if (found == m_active.end())
        return;
    found->second->run->hear(std::chrono::steady_clock::now());
    drive(clock);
}

void ClockHub::drive(ClockId clock)
{
    const auto found = m_active.find(clock);
    if (found == m_active.end())
        return;
    Active &active = *found->second;
    const SteadyTime now = std::chrono::steady_clock::now();
    const auto wakeAt = active.run->advance(now);
    gather(clock, active);
    if (!wakeAt) {
        finish(clock, ClockEnd::Finished);
        return;
    }
    const auto sleep = std::chrono::ceil<std::chrono::milliseconds>(*wakeAt - now);
    active.wake.start(std::clamp<std::chrono::milliseconds>(sleep, 0ms, 10'000ms));
}

void ClockHub::gather(ClockId clock, Active &active)
{
    auto news = active.run->takeNews();
    if (!news)
        return;
    news->clock = clock;
    m_news.append(std::move(*news));
    if (!m_flush.isActive())
        m_flush.start(flushAfter);
}

void ClockHub::finish(ClockId clock, ClockEnd end)
{
    // Not deleted at once: one of its own timer's or notifier's calls may be under way.
    auto ended = std::move(m_active.extract(clock).mapped());
    ended->wake.stop();
    ended->notifier->setEnabled(false);
    ended->notifier.release()->deleteLater();
    m_news.append(ClockClosed{clock, end});
    flush();
}

void ClockHub::close(ClockId clock)
{
    if (const auto lookup = m_lookups.extract(clock)) {
        QHostInfo::abortHostLookup(lookup.mapped());
        m_news.append(
            ClockFailed{clock, {ErrorCode::Unavailable, "interrupted before the host's address was known"}});
        flush();
        return;
    }
    const auto found = m_active.find(clock);
    if (found == m_active.end())
        return;
    gather(clock, *found->second);
    finish(clock, ClockEnd::Interrupted);
}

void ClockHub::flush()
{
    m_flush.stop();
    if (!m_news.isEmpty())
        Q_EMIT updated(std::exchange(m_news, {}));
}

} // namespace parallax
