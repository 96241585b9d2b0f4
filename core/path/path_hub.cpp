// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/path/path_hub.h"

#include <QHostInfo>

#include <algorithm>

#include <net/if.h>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr std::uint16_t usualTraceLength = 60; // bytes of the IP packet, as traceroute's
constexpr std::uint16_t usualTraceLengthV6 = 80;
constexpr std::uint16_t usualPingData = 56; // as ping's

bool suits(const IpAddress &address, AddressFamily family)
{
    return family == AddressFamily::Any || (family == AddressFamily::V4) == address.isV4();
}

std::uint16_t usualLength(const TraceRequest &request, const IpAddress &address)
{
    if (request.method == Method::TcpSyn)
        return 0;
    if (request.kind == TraceRequest::Kind::Ping)
        return static_cast<std::uint16_t>(request.data.value_or(usualPingData) + headerLength(address));
    return address.isV4() ? usualTraceLength : usualTraceLengthV6;
}

Result<SocketTarget> targetFor(const TraceRequest &request, const IpAddress &address)
{
    SocketTarget target{.method = request.method, .address = {address, portOf(request)}};
    if (!request.interface.empty()) {
        target.interfaceIndex = if_nametoindex(request.interface.c_str());
        if (target.interfaceIndex == 0)
            return Error{ErrorCode::InvalidArgument,
                         "there is no network device called " + request.interface};
    }
    if (!address.isV4() && address.isLinkLocal() && target.interfaceIndex == 0)
        return Error{ErrorCode::InvalidArgument,
                     address.toString() + " is an address of one link: name its device, as in "
                         + address.toString() + "%eth0"};
    auto source =
        request.source.empty() ? sourceFor(address, target.interfaceIndex) : IpAddress::parse(request.source);
    if (!source)
        return source.error();
    if (source.value().isV4() != address.isV4())
        return Error{ErrorCode::InvalidArgument,
                     request.source + " is of another IP version than " + address.toString()};
    if (!request.source.empty() && !isOwn(source.value(), target.interfaceIndex))
        return Error{ErrorCode::InvalidArgument, request.source + " is no address of this machine"};
    target.source = source.value();
    return target;
}

} // namespace

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
    if (request.oneHostOnly && !address.isOneHost()) {
        fail(trace, {ErrorCode::InvalidArgument, request.target + ": not the address of one host"});
        return;
    }
    if (!suits(address, request.family)) {
        fail(trace, {ErrorCode::UnknownHost, request.target + ": no address of the wanted IP version"});
        return;
    }
    auto target = targetFor(request, address);
    if (!target) {
        fail(trace, target.error());
        return;
    }
    if (request.length == 0)
        request.length = usualLength(request, address);
    auto active = std::make_unique<Active>();
    active->run.emplace(request, *m_port, target.value());
    active->names = request.names;
    active->wake.setSingleShot(true);
    active->wake.setTimerType(Qt::PreciseTimer);
    connect(&active->wake, &QTimer::timeout, this, [this, trace] {
        drive(trace);
        flush();
    });
    const TraceRecord record{.target = request.target,
                             .address = target.value().address,
                             .method = request.method,
                             .started = active->run->started()};
    m_active[trace] = std::move(active);
    m_news << TraceOpened{.trace = trace, .request = request, .record = record};
    drive(trace);
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
    const Timestamp now = wallClock();
    Progress progress = active.run->advance(now);
    learnAddresses(trace, active, progress.observations);
    if (!progress.observations.empty() || !progress.notSent.empty())
        m_news << TraceObserved{.trace = trace,
                                .batch = std::move(progress.observations),
                                .notSent = std::move(progress.notSent)};
    if (!progress.wakeAt) {
        finish(trace, active.run->end());
        return;
    }
    const auto sleep = std::chrono::ceil<std::chrono::milliseconds>(*progress.wakeAt - now);
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
    const Duration duration = wallClock() - active.run->started();
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
