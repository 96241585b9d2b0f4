// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/path_runs.h"

#include "core/base/failure.h"
#include "core/base/overloaded.h"
#include "core/trace/path_start.h"

#include <algorithm>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr Duration longestSleep = 1s;
constexpr Duration nameAge = 60s; // as long as Qt remembers one
constexpr std::size_t mostNames = 4096;
constexpr Duration endAge = 300s; // a path that has become longer costs its next trace a round trip
constexpr std::size_t mostEnds = 4096;
constexpr std::size_t mostAddresses = 4096; // of one path; a router may answer as whomever it likes

} // namespace

PathRuns::PathRuns(SocketPort *port, Error why)
    : m_port(port)
    , m_why(std::move(why))
    , m_lookups(NameLookups::open())
{
}

void PathRuns::open(TraceId trace, const TraceRequest &request)
{
    if (!m_port)
        fail(trace, m_why);
    else if (request.address)
        begin(trace, request, *request.address);
    else if (const auto literal = IpAddress::parse(request.target))
        begin(trace, request, literal.value());
    else if (!m_lookups)
        fail(trace, m_lookups.error());
    else
        m_targets[m_lookups.value().addressesOf(request.target)] = {.trace = trace, .request = request};
}

void PathRuns::hearAddresses(const HostAddresses &found)
{
    const auto awaited = m_targets.extract(found.lookup);
    if (!awaited)
        return; // closed meanwhile
    const auto &[trace, request] = awaited.mapped();
    std::string elsewhere; // the device of an address of one link that is not the wanted one
    for (const HostAddress &host : found.addresses) {
        if (!suits(host.address, request.family))
            continue;
        if (!request.interface.empty() && !host.interface.empty() && request.interface != host.interface) {
            elsewhere = host.interface;
            continue;
        }
        TraceRequest onItsLink = request;
        if (request.interface.empty()) // fe80::1%eth0 names the device of a link-local address
            onItsLink.interface = host.interface;
        begin(trace, onItsLink, host.address);
        return;
    }
    if (!elsewhere.empty())
        return fail(trace,
                    failure(ErrorCode::InvalidArgument,
                            QT_TRANSLATE_NOOP("Reasons", "%1 is an address on %2, not on %3"),
                            {request.target, elsewhere, request.interface}));
    if (found.addresses.empty())
        return fail(
            trace,
            failure(found.code, QT_TRANSLATE_NOOP("Reasons", "%1: %2"), {request.target, found.trouble}));
    fail(trace,
         failure(found.code, QT_TRANSLATE_NOOP("Reasons", "%1: no address of the wanted IP version"),
                 {request.target}));
}

void PathRuns::begin(TraceId trace, const TraceRequest &request, const IpAddress &address)
{
    auto start = startFor(request, address);
    if (!start) {
        fail(trace, start.error());
        return;
    }
    const SocketTarget &target = start.value().target;
    auto active = std::make_unique<Active>();
    // A watch follows its own end, and the paths of several flows may differ.
    if (request.kind == TraceRequest::Kind::Trace && request.flows == 1)
        active->endKey = {target.address.address, request.method};
    const int expected = expectedEnd(active->endKey);
    active->asksKnownEnd = expected >= request.firstTtl && expected <= request.maxTtl;
    active->run.emplace(start.value().request, *m_port, target, expected);
    active->begun = std::chrono::steady_clock::now();
    active->names = request.names;
    active->isWatch = request.kind == TraceRequest::Kind::Watch;
    const Timestamp started = active->run->started();
    m_active[trace] = std::move(active);
    m_news.emplace_back(TraceOpened{.trace = trace,
                                    .request = start.value().request,
                                    .record = {.target = request.target,
                                               .address = target.address,
                                               .source = target.source,
                                               .method = request.method,
                                               .started = started}});
    drive(trace, wallClock());
}

/// 0 where it is unknown.
int PathRuns::expectedEnd(const std::optional<EndKey> &key) const
{
    const auto known = key ? m_ends.find(*key) : m_ends.end();
    if (known == m_ends.end())
        return 0;
    const Duration age = wallClock() - known->second.learnt;
    return age >= Duration{} && age < endAge ? known->second.ttl : 0;
}

void PathRuns::learnEnd(const Active &active, PathEnd end)
{
    if (!active.endKey)
        return;
    if (active.endTtl == 0) {
        if (active.asksKnownEnd && end != PathEnd::Interrupted) // else it tells nothing of that end
            m_ends.erase(*active.endKey);
        return;
    }
    if (m_ends.size() >= mostEnds)
        m_ends.clear();
    m_ends[*active.endKey] = {.ttl = active.endTtl, .learnt = wallClock()};
}

void PathRuns::fail(TraceId trace, Error error)
{
    m_news.emplace_back(TraceFailed{.trace = trace, .error = std::move(error)});
}

std::vector<int> PathRuns::descriptors() const
{
    std::vector<int> all = m_port ? m_port->descriptors() : std::vector<int>{};
    if (m_lookups)
        all.push_back(m_lookups.value().descriptor());
    return all;
}

void PathRuns::hear(int descriptor)
{
    if (m_lookups && descriptor == m_lookups.value().descriptor()) {
        for (const Learnt &found : m_lookups.value().take())
            std::visit(Overloaded{[this](const HostAddresses &addresses) { hearAddresses(addresses); },
                                  [this](const HostName &name) { hearName(name); }},
                       found);
        return;
    }
    const Timestamp now = wallClock(); // before what is read: no answer that came until then is given up
    if (!m_port->receive())
        return;
    std::vector<TraceId> answered;
    for (const auto &[trace, active] : m_active) {
        if (active->run && active->run->hasReplies())
            answered.push_back(trace);
    }
    for (const TraceId trace : answered)
        drive(trace, now);
}

std::optional<Duration> PathRuns::patience(Timestamp now) const
{
    std::optional<Duration> least;
    for (const auto &[trace, active] : m_active) {
        if (active->run)
            least = std::min(least.value_or(longestSleep), active->wakeAt - now);
    }
    return least ? std::optional(std::max(Duration{}, *least)) : std::nullopt;
}

void PathRuns::advance(Timestamp now)
{
    std::vector<TraceId> due;
    for (const auto &[trace, active] : m_active) {
        const bool late =
            active->wakeAt <= now || now < active->drivenAt || now - active->drivenAt >= longestSleep;
        if (active->run && late)
            due.push_back(trace);
    }
    if (!due.empty())
        m_port->receive(); // what came until `now` counts, however long others had the processor
    for (const TraceId trace : due)
        drive(trace, now);
}

void PathRuns::drive(TraceId trace, Timestamp now)
{
    Active &active = *m_active.at(trace);
    active.drivenAt = now;
    Progress progress = active.run->advance(now);
    for (const Observation &observation : progress.observations) {
        const int ttl = observation.probe.ttl;
        if (active.endKey && reachedTarget(observation, active.endKey->first))
            active.endTtl = active.endTtl == 0 ? ttl : std::min(active.endTtl, ttl);
    }
    learnAddresses(trace, active, progress.observations);
    if (!progress.observations.empty() || !progress.notSent.empty())
        m_news.emplace_back(TraceObserved{.trace = trace,
                                          .batch = std::move(progress.observations),
                                          .notSent = std::move(progress.notSent)});
    if (progress.wakeAt)
        active.wakeAt = *progress.wakeAt;
    else
        finish(trace, active.run->end());
}

void PathRuns::finish(TraceId trace, PathEnd end)
{
    Active &active = *m_active.at(trace);
    // Of a watch, rounds that were not sent tell something, too: this machine's outage.
    if (active.run->refused() && !active.isWatch) {
        fail(trace, *active.run->refused());
        m_active.erase(trace);
        return;
    }
    auto lost = active.run->abandon(end, wallClock());
    learnEnd(active, end);
    const Duration duration = std::chrono::steady_clock::now() - active.begun;
    active.run.reset();
    if (!lost.empty())
        m_news.emplace_back(TraceObserved{.trace = trace, .batch = std::move(lost)});
    m_news.emplace_back(TraceClosed{.trace = trace, .end = end, .duration = duration});
    if (active.namesAwaited == 0)
        m_active.erase(trace);
}

/// A trace does not wait for names.
void PathRuns::learnAddresses(TraceId trace, Active &active, const std::vector<Observation> &observations)
{
    std::map<IpAddress, AddressFacts> news;
    for (const Observation &observation : observations) {
        if (!observation.reply || active.addresses.contains(observation.reply->from)
            || active.addresses.size() >= mostAddresses)
            continue;
        const IpAddress &address = observation.reply->from;
        AddressFacts facts = m_book ? m_book(address) : AddressFacts{};
        const auto known = active.names ? knownName(address) : std::nullopt;
        facts.name = known.value_or(std::string());
        active.addresses[address] = facts;
        news[address] = std::move(facts);
        if (!active.names || !m_lookups || known)
            continue;
        ++active.namesAwaited;
        auto &waiting = m_named[address];
        if (waiting.empty())
            m_lookups.value().nameOf(address);
        waiting.push_back(trace);
    }
    if (!news.empty())
        m_news.emplace_back(AddressesLearnt{
            .trace = trace, .addresses = std::move(news), .complete = active.namesAwaited == 0});
}

std::optional<std::string> PathRuns::knownName(const IpAddress &address)
{
    const auto known = m_names.find(address);
    if (known == m_names.end())
        return std::nullopt;
    const Duration age = wallClock() - known->second.learnt;
    if (age >= Duration{} && age < nameAge)
        return known->second.name;
    m_names.erase(known);
    return std::nullopt;
}

void PathRuns::hearName(const HostName &found)
{
    if (m_names.size() >= mostNames)
        m_names.clear();
    m_names[found.address] = {.name = found.name, .learnt = wallClock()};
    if (const auto waiting = m_named.extract(found.address)) {
        for (const TraceId trace : waiting.mapped())
            learnName(trace, found.address, found.name);
    }
}

void PathRuns::learnName(TraceId trace, const IpAddress &address, const std::string &name)
{
    const auto known = m_active.find(trace);
    if (known == m_active.end())
        return;
    Active &active = *known->second;
    --active.namesAwaited;
    AddressFacts &facts = active.addresses[address];
    facts.name = name;
    m_news.emplace_back(AddressesLearnt{
        .trace = trace, .addresses = {{address, facts}}, .complete = active.namesAwaited == 0});
    if (active.namesAwaited == 0 && !active.run)
        m_active.erase(known);
}

void PathRuns::setPaused(TraceId trace, bool paused)
{
    const auto found = m_active.find(trace);
    if (found == m_active.end() || !found->second->run)
        return; // it has ended meanwhile
    const Timestamp now = wallClock();
    found->second->run->setPaused(paused, now);
    drive(trace, now);
}

void PathRuns::close(TraceId trace)
{
    const auto target = std::find_if(m_targets.begin(), m_targets.end(),
                                     [trace](const auto &entry) { return entry.second.trace == trace; });
    if (target != m_targets.end()) {
        m_lookups.value().forget(target->first);
        m_targets.erase(target);
        fail(trace,
             {ErrorCode::Unavailable,
              QT_TRANSLATE_NOOP("Reasons", "interrupted before the host's address was known")});
    } else if (const auto found = m_active.find(trace); found != m_active.end() && found->second->run) {
        finish(trace, PathEnd::Interrupted);
    }
}

} // namespace parallax
