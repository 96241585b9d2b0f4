// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/path/path_hub.h"

#include <QHostInfo>

#include <algorithm>

namespace parallax {

using namespace std::chrono_literals;

PathHub::PathHub(SocketPort *port, Error why)
    : m_port(port)
    , m_why(std::move(why))
{
    if (!m_port)
        return;
    for (const int descriptor : m_port->descriptors()) {
        auto notifier = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
        notifier->setParent(this); // travels to the measuring thread with the hub
        connect(notifier.get(), &QSocketNotifier::activated, this, [this, descriptor] { hear(descriptor); });
        m_notifiers.push_back(std::move(notifier));
    }
}

PathHub::~PathHub() = default;

void PathHub::open(TraceId trace, const TraceRequest &request)
{
    if (!m_port)
        fail(trace, m_why);
    else if (const auto literal = IpAddress::parse(request.target))
        begin(trace, request, literal.value());
    else
        resolve(trace, request);
    flush();
}

/// In a thread of Qt's own: a name server that never answers holds nobody up.
void PathHub::resolve(TraceId trace, const TraceRequest &request)
{
    m_lookups[trace] = QHostInfo::lookupHost(QString::fromStdString(request.target), this,
                                             [this, trace, request](const QHostInfo &info) {
                                                 resolved(trace, request, info);
                                                 flush();
                                             });
}

void PathHub::resolved(TraceId trace, const TraceRequest &request, const QHostInfo &info)
{
    if (m_lookups.erase(trace) == 0)
        return; // closed meanwhile
    for (QHostAddress found : info.addresses()) {
        TraceRequest onItsLink = request;
        if (request.interface.empty()) // fe80::1%eth0 names the device of a link-local address
            onItsLink.interface = found.scopeId().toStdString();
        found.setScopeId({});
        const auto address = IpAddress::parse(found.toString().toStdString());
        if (address && suits(address.value(), request.family)) {
            begin(trace, onItsLink, address.value());
            return;
        }
    }
    const bool otherFamily = !info.addresses().isEmpty();
    fail(trace,
         {ErrorCode::UnknownHost,
          request.target
              + (otherFamily ? ": no address of the wanted IP version"
                             : ": " + info.errorString().toStdString())});
}

void PathHub::begin(TraceId trace, TraceRequest request, const IpAddress &address)
{
    auto started = startPath(std::move(request), address, *m_port);
    if (started)
        take(trace, std::move(started).value());
    else
        fail(trace, started.error());
}

void PathHub::adopt(TraceId trace, StartedPath path)
{
    take(trace, std::move(path));
    flush();
}

void PathHub::take(TraceId trace, StartedPath path)
{
    auto active = std::make_unique<Active>();
    active->run = std::move(path.run);
    active->names = path.request.names;
    active->wake.setSingleShot(true);
    active->wake.setTimerType(Qt::PreciseTimer);
    connect(&active->wake, &QTimer::timeout, this, [this, trace] {
        drive(trace);
        flush();
    });
    const TraceRecord record{.target = path.request.target,
                             .address = path.address,
                             .method = path.request.method,
                             .started = active->run->started()};
    Active &known = *active;
    m_active[trace] = std::move(active);
    m_news << TraceOpened{.trace = trace, .request = path.request, .record = record};
    goOn(trace, known, std::move(path.progress));
}

void PathHub::fail(TraceId trace, Error error)
{
    m_news << TraceFailed{.trace = trace, .error = std::move(error)};
}

void PathHub::hear(int descriptor)
{
    if (!m_port->receive(descriptor))
        return;
    std::vector<TraceId> answered;
    for (const auto &[trace, active] : m_active) {
        if (active->run && active->run->hasReplies())
            answered.push_back(trace);
    }
    for (const TraceId trace : answered)
        drive(trace);
    flush();
}

/// At the end of a turn, so that what happens at once crosses to the other threads at once.
void PathHub::flush()
{
    if (!m_news.isEmpty())
        Q_EMIT updated(std::exchange(m_news, {}));
}

void PathHub::drive(TraceId trace)
{
    const auto found = m_active.find(trace);
    if (found == m_active.end() || !found->second->run)
        return;
    Active &active = *found->second;
    goOn(trace, active, active.run->advance(wallClock()));
}

void PathHub::goOn(TraceId trace, Active &active, Progress progress)
{
    learnAddresses(trace, active, progress.observations);
    if (!progress.observations.empty() || !progress.notSent.empty())
        m_news << TraceObserved{.trace = trace,
                                .batch = std::move(progress.observations),
                                .notSent = std::move(progress.notSent)};
    if (!progress.wakeAt) {
        finish(trace, active.run->end());
        return;
    }
    const auto sleep = std::chrono::ceil<std::chrono::milliseconds>(*progress.wakeAt - wallClock());
    active.wake.start(std::clamp<std::chrono::milliseconds>(sleep, 0ms, 1000ms));
}

void PathHub::finish(TraceId trace, PathEnd end)
{
    Active &active = *m_active.at(trace);
    active.wake.stop();
    if (active.run->refused()) {
        fail(trace, *active.run->refused());
        m_active.erase(trace);
        return;
    }
    auto lost = active.run->abandon();
    const Duration duration = active.run->duration(wallClock());
    active.run.reset();
    m_news << TraceObserved{.trace = trace, .batch = std::move(lost)}
           << TraceClosed{.trace = trace, .end = end, .duration = duration};
    if (active.namesAwaited == 0)
        m_active.erase(trace);
}

void PathHub::learnAddresses(TraceId trace, Active &active, const std::vector<Observation> &observations)
{
    bool news = false;
    for (const Observation &observation : observations) {
        if (!observation.reply || active.addresses.contains(observation.reply->from))
            continue;
        const IpAddress &address = observation.reply->from;
        active.addresses[address] = m_book ? m_book(address) : AddressFacts{};
        news = true;
        if (active.names)
            askName(trace, active, address);
    }
    if (news)
        say(trace, active);
}

void PathHub::say(TraceId trace, const Active &active)
{
    m_news << AddressesLearnt{
        .trace = trace, .addresses = active.addresses, .complete = active.namesAwaited == 0};
}

/// In a thread of Qt's own; a trace does not wait for it.
void PathHub::askName(TraceId trace, Active &active, const IpAddress &address)
{
    ++active.namesAwaited;
    QHostInfo::lookupHost(QString::fromStdString(address.toString()), this,
                          [this, trace, address](const QHostInfo &info) {
                              hearName(trace, address, info.hostName());
                              flush();
                          });
}

void PathHub::hearName(TraceId trace, const IpAddress &address, const QString &name)
{
    const auto found = m_active.find(trace);
    if (found == m_active.end())
        return;
    Active &active = *found->second;
    --active.namesAwaited;
    if (!IpAddress::parse(name.toStdString())) // an address: it has no name
        active.addresses[address].name = name.toStdString();
    say(trace, active);
    if (active.namesAwaited == 0 && !active.run)
        m_active.erase(found);
}

void PathHub::close(TraceId trace)
{
    if (const auto lookup = m_lookups.extract(trace)) {
        QHostInfo::abortHostLookup(lookup.mapped());
        fail(trace, {ErrorCode::Unavailable, "interrupted before the host's address was known"});
    } else if (const auto found = m_active.find(trace); found != m_active.end() && found->second->run) {
        finish(trace, PathEnd::Interrupted);
    }
    flush();
}

} // namespace parallax
