// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_hub.h"

#include "core/base/random.h"
#include "core/echo/tls_files.h"
#include "core/probe/pcap_wire.h"

#include <QNetworkInterface>

#include <algorithm>
#include <unordered_set>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto flushInterval = 10ms; // updates cross threads in batches
constexpr auto openInvitationValidity = 24h;

// How often a run is judged and told of: for eyes, and the whole record is read each time.
constexpr Duration shortestSayInterval = 100ms;
constexpr Duration longestSayInterval = 500ms;
constexpr Duration sayIntervalPerRun = 500us; // 2,000 a second in all

bool isOurs(const IpAddress &address)
{
    if (address.isLoopback())
        return true;
    const auto all = QNetworkInterface::allAddresses();
    return std::any_of(all.begin(), all.end(), [&](QHostAddress own) {
        own.setScopeId({});
        const auto parsed = IpAddress::parse(own.toString().toStdString());
        return parsed && parsed.value() == address;
    });
}

/// What we sent ourselves answers nothing, and is half of all packets.
bool mayAnswer(const Sighting &sighting)
{
    const auto *segment = std::get_if<Segment>(&sighting);
    return !segment || segment->direction == Direction::Incoming;
}

} // namespace

SessionHub::SessionHub(PacketPort *port, RunNews news)
    : m_port(port)
    , m_news(news)
    , m_flush(this)
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(flushInterval);
    connect(&m_flush, &QTimer::timeout, this, &SessionHub::flush);
    if (m_port)
        m_flows.emplace([port](std::span<const std::uint8_t> packet, const IpAddress &to) {
            return port->send(packet, to);
        });
}

SessionHub::~SessionHub() = default;

Result<quint16> SessionHub::listen(const Config &config)
{
    m_config = config;
    const ServiceConfig &service = config.service;
    EchoServer::Config echo{.port = service.webSocketPort, .anonymous = service.allowAnonymous};
    echo.maxSockets = std::max(echo.maxSockets, 2 * service.maxTesters);
    if (!service.bind.empty())
        echo.bind = QHostAddress(QString::fromStdString(service.bind));
    if (const auto front = IpAddress::parse(service.trustedProxy))
        echo.fronts.push_back(front.value());
    if (!service.certificateFile.empty() || !service.keyFile.empty()) {
        auto tls = readTlsFiles(service.certificateFile, service.keyFile);
        if (!tls)
            return tls.error();
        echo.tls = tls.value();
    }
    m_server = std::make_unique<EchoServer>();
    m_server->setAdmit([this](const EchoRequest &request) { return admit(request); });
    connect(m_server.get(), &EchoServer::opened, this, &SessionHub::open);
    auto port = m_server->listen(echo);
    if (!port)
        return port;
    if (m_port)
        m_port->watch(port.value());
    m_openInvitation = m_admissions.invite({}, wallClock(), openInvitationValidity, std::nullopt);
    say(InvitationChanged{m_openInvitation});
    return port;
}

void SessionHub::announce(Listening listening)
{
    listening.privileged = m_port != nullptr;
    say(std::move(listening));
}

void SessionHub::stop()
{
    if (m_server)
        m_server->close();
    m_server.reset();
    if (const auto revoked = m_admissions.revoke(m_openInvitation.token))
        say(InvitationChanged{*revoked});
    std::vector<SessionId> running;
    for (const auto &[id, session] : m_sessions)
        running.push_back(id);
    for (const SessionId id : running)
        endSession(id);
    say(ListeningStopped{});
}

void SessionHub::invite(const QString &name, std::chrono::seconds validFor, std::optional<int> maxUses)
{
    say(InvitationChanged{m_admissions.invite(name.toStdString(), wallClock(), validFor, maxUses)});
}

void SessionHub::revoke(const QString &token)
{
    const auto revoked = m_admissions.revoke(token.toStdString());
    if (!revoked)
        return;
    say(InvitationChanged{*revoked});
    std::vector<Session *> theirs;
    for (const auto &[id, session] : m_sessions) {
        if (session->token() == revoked->token)
            theirs.push_back(session.get());
    }
    for (Session *session : theirs)
        endSession(session->id());
}

void SessionHub::endSession(SessionId session)
{
    const auto found = m_sessions.find(session);
    if (found == m_sessions.end())
        return;
    found->second->end(SessionEnd::Revoked);
}

Admission SessionHub::admit(const EchoRequest &request)
{
    const bool invited =
        m_admissions.usable(request.token, request.flow.remote.address, wallClock()) != nullptr;
    if (!invited && !m_config.service.allowAnonymous)
        return Admission::Forbidden;
    if (m_running >= m_config.service.maxTesters)
        say(Notice{.code = NoticeCode::TooManyTesters,
                   .detail = std::to_string(m_config.service.maxTesters)});
    else if (m_saving.isBehind(static_cast<std::size_t>(m_running), mostRunning()))
        say(Notice{.code = NoticeCode::StoreSlow, .detail = std::to_string(m_config.service.maxTesters)});
    else
        return Admission::Accept;
    return Admission::Busy;
}

SessionRecord SessionHub::openingRecord(const EchoRequest &request) const
{
    const IpAddress &peer = request.flow.remote.address;
    const bool fromFront = isFront(peer, m_config.service.trustedProxy);
    // The named one need not add a header.
    const bool behindFront = isTrustedProxy(peer, m_config.service.trustedProxy)
        || (fromFront && !request.forwardingHeaders.empty());
    const Timestamp now = wallClock();
    SessionRecord record{.id = timedUuid(now),
                         .started = now,
                         .timestamps = m_port ? TimestampSource::Kernel : TimestampSource::Application,
                         .ignored = ignoredSoFar()};
    record.tester = {.peer = request.flow.remote,
                     .userAgent = request.userAgent,
                     .secure = request.secure,
                     .behindReverseProxy = behindFront,
                     .forwardingHeaders = !fromFront && !request.forwardingHeaders.empty()};
    record.tester.sameMachine = !record.tester.behindReverseProxy && isOurs(peer);
    return record;
}

void SessionHub::open(EchoConnection *connection)
{
    takeSightings(); // the connection's SYN may still wait
    const EchoRequest &request = connection->request();
    SessionRecord record = openingRecord(request);
    if (const auto used = m_admissions.use(request.token, request.flow.remote.address, wallClock())) {
        record.tester.name = used->name;
        say(InvitationChanged{*used});
    }
    const SessionId id{m_nextSession++};
    PcapWire *trace = m_port ? &m_flows->adopt(request.flow) : nullptr;
    auto session = std::make_unique<Session>(Session::Opening{.id = id,
                                                              .record = std::move(record),
                                                              .measure = m_config.measure,
                                                              .say = [this](Update u) { say(std::move(u)); },
                                                              .addressBook = &m_addressBook,
                                                              .tickets = &m_tickets,
                                                              .words = &m_words,
                                                              .sayInterval = [this] { return sayInterval(); },
                                                              .news = m_news},
                                             connection, trace, nullptr);
    connect(session.get(), &Session::ended, this, [this, id] { finish(id); });
    m_byFlow[request.flow] = session.get();
    ++m_running;
    Session *opened = session.get();
    m_sessions[id] = std::move(session);
    opened->begin();
}

Duration SessionHub::sayInterval() const
{
    return std::clamp(m_running * sayIntervalPerRun, shortestSayInterval, longestSayInterval);
}

void SessionHub::takeSightings()
{
    if (!m_port || !m_flows)
        return;
    std::unordered_set<const PcapWire *> touched;
    for (const Sighting &sighting : m_port->take()) {
        const PcapWire *wire = m_flows->dispatch(sighting);
        if (wire && mayAnswer(sighting))
            touched.insert(wire);
    }
    for (const PcapWire *wire : touched) {
        const auto session = m_byFlow.find(wire->flow());
        if (session != m_byFlow.end())
            session->second->sighted();
    }
}

IgnoredCounts SessionHub::ignoredSoFar() const
{
    return {.foreignIcmp = m_flows ? m_flows->foreign() : 0,
            .damagedPackets = m_port ? m_port->counts().malformed : 0};
}

void SessionHub::finish(SessionId id)
{
    Session &session = *m_sessions.at(id);
    --m_running;
    if (const auto used = m_admissions.renew(session.token(), session.flow().remote.address, wallClock()))
        say(InvitationChanged{*used});
    session.countIgnored(m_port ? m_port->counts().dropped : 0, ignoredSoFar());
    if (session.hasPong()) {
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
    say(Notice{.code = NoticeCode::TooManyTesters, .cleared = true});
}

void SessionHub::captureFailed(const QString &reason)
{
    m_port = nullptr; // testers to come are measured without it, those who are here keep what they have
    say(Notice{.code = NoticeCode::CaptureStopped, .detail = reason.toStdString()});
}

void SessionHub::say(Update update)
{
    m_unsaid.append(std::move(update));
    if (!m_flush.isActive())
        m_flush.start();
}

void SessionHub::flush()
{
    m_flush.stop();
    if (m_unsaid.isEmpty())
        return;
    const qsizetype usual = m_unsaid.size(); // an update is large to move: the next batch need not grow
    Q_EMIT updated(std::exchange(m_unsaid, {}));
    m_unsaid.reserve(usual);
}

} // namespace parallax
