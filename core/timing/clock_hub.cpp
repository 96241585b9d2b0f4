// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/clock_hub.h"

#include "core/base/failure.h"

#include <QHostInfo>

#include <algorithm>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto flushAfter = 20ms; // what happens within it crosses to other threads at once

/// The interface belongs to such an address, and IpAddress has none.
Error linkLocal(const ClockRequest &request)
{
    return failure(ErrorCode::InvalidArgument,
                   QT_TRANSLATE_NOOP("Reasons", "%1: a link-local address of IPv6 cannot be asked"),
                   {request.host});
}

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
    if (const auto literal = IpAddress::parse(withoutBrackets(request.host))) {
        if (literal.value().isLinkLocal() && !literal.value().isV4())
            return fail(clock, request, linkLocal(request));
        openAt(clock, request, {literal.value()});
        return;
    }
    // In a thread of Qt's own: a name server that never answers holds nobody up.
    m_lookups[clock] = request;
    QHostInfo::lookupHost(QString::fromStdString(request.host), this,
                          [this, clock, request](const QHostInfo &info) { resolved(clock, request, info); });
}

void ClockHub::resolved(ClockId clock, const ClockRequest &request, const QHostInfo &info)
{
    if (m_lookups.erase(clock) == 0)
        return; // closed meanwhile
    std::vector<IpAddress> addresses;
    for (const QHostAddress &found : info.addresses()) {
        if (const auto address = IpAddress::parse(found.toString().toStdString()))
            addresses.push_back(address.value());
    }
    // Of this machine's own the one that a server has unless it is told another.
    std::stable_partition(addresses.begin(), addresses.end(),
                          [](const IpAddress &each) { return each.isV4() && each.isLoopback(); });
    if (!addresses.empty())
        return openAt(clock, request, std::move(addresses));
    fail(clock, request,
         info.addresses().isEmpty() ? failure(ErrorCode::UnknownHost, QT_TRANSLATE_NOOP("Reasons", "%1: %2"),
                                              {request.host, info.errorString().toStdString()})
                                    : linkLocal(request));
}

void ClockHub::fail(ClockId clock, const ClockRequest &request, Error trouble)
{
    m_news.append(ClockFailed{clock, request, std::move(trouble)});
    flush();
}

void ClockHub::openAt(ClockId clock, const ClockRequest &request, std::vector<IpAddress> addresses)
{
    openNext(clock, request, std::move(addresses));
    const auto opened = m_active.find(clock);
    if (opened != m_active.end()
        && !opened->second->others.empty()) // in the end, as its server may start yet
        opened->second->others.push_back(opened->second->address);
}

/// Where another client of the same server is answered.
std::optional<IpAddress> ClockHub::answeringAddress(const ClockRequest &request) const
{
    const auto found = std::find_if(m_active.begin(), m_active.end(), [&request](const auto &entry) {
        const ClockRequest &other = entry.second->request;
        return entry.second->run->isAnswered() && other.host == request.host && other.port == request.port
            && other.kind == request.kind;
    });
    return found == m_active.end() ? std::nullopt : std::optional(found->second->address);
}

void ClockHub::openNext(ClockId clock, const ClockRequest &request, std::vector<IpAddress> addresses)
{
    if (const auto answering = answeringAddress(request)) {
        std::erase(addresses, *answering);
        addresses.insert(addresses.begin(), *answering);
    }
    Error trouble =
        failure(ErrorCode::UnknownHost, QT_TRANSLATE_NOOP("Reasons", "%1 has no address"), {request.host});
    while (!addresses.empty()) {
        const SocketAddress server{addresses.front(), request.port};
        addresses.erase(addresses.begin());
        auto run = ClockRun::open(request, server);
        if (!run) { // no route to it, say
            trouble = run.error();
            continue;
        }
        auto active = std::make_unique<Active>();
        active->run = std::move(run).value();
        active->request = request;
        active->address = server.address;
        active->others = std::move(addresses);
        m_news.append(ClockOpened{.clock = clock, .request = request, .address = server, .at = wallClock()});
        follow(clock, std::move(active));
        return;
    }
    fail(clock, request, std::move(trouble));
}

void ClockHub::follow(ClockId clock, std::unique_ptr<Active> active)
{
    active->notifier = std::make_unique<QSocketNotifier>(active->run->descriptor(), QSocketNotifier::Read);
    active->wake.setSingleShot(true);
    active->wake.setTimerType(Qt::PreciseTimer);
    connect(active->notifier.get(), &QSocketNotifier::activated, this, [this, clock] { hear(clock); });
    connect(&active->wake, &QTimer::timeout, this, [this, clock] { drive(clock); });
    m_active[clock] = std::move(active);
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
    const bool isSilent = active.run->isUnanswered()
        && answeringAddress(active.request) != active.address; // a lost question is no silence
    if (isSilent && !active.others.empty()) {
        const ClockRequest request = active.request;
        auto others = std::move(active.others);
        retire(clock);
        return openNext(clock, request, std::move(others));
    }
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

void ClockHub::retire(ClockId clock)
{
    // Not deleted at once: one of its own timer's or notifier's calls may be under way.
    auto ended = std::move(m_active.extract(clock).mapped());
    ended->wake.stop();
    ended->notifier->setEnabled(false);
    ended->notifier.release()->deleteLater();
}

void ClockHub::finish(ClockId clock, ClockEnd end)
{
    retire(clock);
    m_news.append(ClockClosed{clock, end});
    flush();
}

void ClockHub::close(ClockId clock)
{
    if (const auto lookup = m_lookups.extract(clock)) {
        // Not aborted: Qt (6.4) never frees what an aborted one would have called.
        return fail(clock, lookup.mapped(),
                    {ErrorCode::Unavailable,
                     QT_TRANSLATE_NOOP("Reasons", "interrupted before the host's address was known")});
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
