// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_hub.h"

#include "core/base/random.h"
#include "core/echo/tls_files.h"
#include "core/probe/pcap_wire.h"

#include <QNetworkInterface>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto flushInterval = 10ms; // updates cross threads in batches
constexpr auto openInvitationValidity = 24h;
constexpr auto openInvitationOverlap = 1h; // whoever has just been given the old link still gets in
constexpr auto renewalInterval = 1min; // by the wall clock, since a machine that sleeps stops the timers

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
    , m_renewal(this)
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(flushInterval);
    connect(&m_flush, &QTimer::timeout, this, &SessionHub::flush);
    m_renewal.setInterval(renewalInterval);
    connect(&m_renewal, &QTimer::timeout, this, [this] { renewOpenInvitation(wallClock()); });
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
    m_begun.setFronts(echo.fronts);
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
    offerLink(wallClock());
    m_renewal.start();
    return port;
}

void SessionHub::offerLink(Timestamp now)
{
    m_formerInvitation =
        std::exchange(m_openInvitation, m_admissions.invite({}, now, openInvitationValidity, std::nullopt));
    say(InvitationChanged{m_openInvitation});
}

void SessionHub::renewOpenInvitation(Timestamp now)
{
    const bool revoked = m_openInvitation.revoked; // by the operator, who wants no such link
    if (!m_server || revoked || now < m_openInvitation.expires - openInvitationOverlap)
        return;
    offerLink(now);
    Q_EMIT openInvitationRenewed(QString::fromStdString(m_openInvitation.token));
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
    m_renewal.stop();
    revokeOpenInvitations();
    std::vector<SessionId> running;
    for (const auto &[id, session] : m_sessions)
        running.push_back(id);
    for (const SessionId id : running)
        endSession(id);
    say(ListeningStopped{});
}

void SessionHub::revokeOpenInvitations()
{
    for (Invitation *open : {&m_formerInvitation, &m_openInvitation}) {
        if (open->state(wallClock()) != InvitationState::Usable)
            continue;
        *open = m_admissions.revoke(open->token).value_or(*open);
        say(InvitationChanged{*open});
    }
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
    for (Invitation *open : {&m_formerInvitation, &m_openInvitation}) {
        if (open->token == revoked->token)
            *open = *revoked;
    }
    say(InvitationChanged{*revoked});
    std::vector<Session *> theirs;
    for (const auto &[id, session] : m_sessions) {
        if (session->token() == revoked->token)
            theirs.push_back(session.get());
    }
    for (Session *session : theirs)
        endSession(session->id());
}

Admission SessionHub::admit(const EchoRequest &request)
{
    const bool invited =
        m_admissions.usable(request.token, request.flow.remote.address, wallClock()) != nullptr;
    if (!invited && !m_config.service.allowAnonymous)
        return Admission::Forbidden;
    if (!m_begun.mayBegin(request.flow.remote.address, wallClock()))
        say(Notice{.code = NoticeCode::TooManyRuns, .detail = request.flow.remote.address.toString()});
    else if (m_running >= m_config.service.maxTesters)
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
                         .captureDrops = captured().dropped,
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
    const IpAddress &from = request.flow.remote.address;
    m_begun.enter(from, wallClock());
    if (const auto used = m_admissions.use(request.token, from, wallClock())) {
        record.tester.name = used->name;
        say(InvitationChanged{*used, from});
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
                                                              .news = m_news,
                                                              .trustedProxy = m_config.service.trustedProxy},
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

CaptureCounts SessionHub::captured() const
{
    return m_port ? m_port->counts() : m_lastCaptured;
}

IgnoredCounts SessionHub::ignoredSoFar() const
{
    return {.foreignIcmp = m_flows ? m_flows->foreign() : 0, .damagedPackets = captured().malformed};
}

void SessionHub::captureFailed(const QString &reason)
{
    m_lastCaptured = captured();
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
