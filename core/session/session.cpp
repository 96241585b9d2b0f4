// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session.h"

#include "core/base/append.h"
#include "core/base/boot_clock.h"
#include "core/data/stack.h"
#include "core/echo/result_data.h"
#include "core/evidence/classic.h"
#include "core/evidence/judge.h"
#include "core/probe/pcap_wire.h"
#include "core/session/admissions.h"
#include "core/session/zone_country.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr double progressStep = 0.3; // of the run
constexpr double crowdedProgressStep = 0.6;
constexpr auto crowdedSayInterval = 250ms;
constexpr auto longestSleep = 1000ms;
constexpr auto longestFarewell = 2s; // for the tester to answer the close frame

ConnectionView viewOf(PcapWire *trace)
{
    if (!trace)
        return {};
    return {.mayTrace = [trace](std::size_t probes) { return trace->canSend(probes); },
            .takeTiming = [trace](ProbeId id) { return trace->watch().takeTiming(id); },
            .forget = [trace](ProbeId id) { trace->watch().forget(id); }};
}

} // namespace

Session::Session(Opening opening, EchoConnection *connection, PcapWire *trace, QObject *parent)
    : QObject(parent)
    , m_id(opening.id)
    , m_measure(opening.measure)
    , m_say(std::move(opening.say))
    , m_addressBook(opening.addressBook)
    , m_tickets(opening.tickets)
    , m_sharedWords(*opening.words)
    , m_sayInterval(std::move(opening.sayInterval))
    , m_trustedProxy(std::move(opening.trustedProxy))
    , m_words(&m_sharedWords.in(QLocale::c()))
    , m_record(std::move(opening.record))
    , m_connection(connection)
    , m_trace(trace)
    , m_echo(*connection, trace ? &trace->watch() : nullptr)
    , m_run(opening.measure, m_echo, trace, viewOf(trace))
    , m_wake(this)
    , m_followed(opening.news == RunNews::AsItGoes || m_measure.leastPings > 0)
{
    m_connection->setParent(this);
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, &Session::advance);
    connect(m_connection, &EchoConnection::replied, this, &Session::advance);
    connect(m_connection, &EchoConnection::pongRead, this,
            [this](const PongRead &pong) { m_echo.pongRead(pong.id, pong.bytesReceived); });
    connect(m_connection, &EchoConnection::hello, this, &Session::hear);
    connect(m_connection, &EchoConnection::visibilityChanged, this, &Session::setVisible);
    connect(m_connection, &EchoConnection::left, this,
            [this] { end(m_connection->breach().empty() ? SessionEnd::TesterLeft : SessionEnd::Error); });
}

Session::~Session() = default;

void Session::begin()
{
    learnFacts();
    learnAddress(m_record.tester.peer.address);
    m_say(SessionOpened{.session = m_id, .record = m_record});
    advance();
}

void Session::sighted()
{
    if (!m_record.tcp.handshakeRtt)
        learnFacts();
    advance();
}

bool Session::hasPong() const
{
    return std::any_of(m_record.observations.begin(), m_record.observations.end(),
                       [](const Observation &o) { return o.reply && o.reply->kind == ReplyKind::Pong; });
}

bool Session::isUnseen() const
{
    return m_trace && !m_trace->watch().hasSeen();
}

std::string Session::whyNothingWasMeasured() const
{
    if (!m_connection->breach().empty())
        return "the tester was disconnected before it answered a single ping: " + m_connection->breach();
    switch (m_record.end) {
    case SessionEnd::Finished:
        return QT_TRANSLATE_NOOP("Reasons", "the tester answered none of the pings");
    case SessionEnd::Revoked:
        return QT_TRANSLATE_NOOP("Reasons",
                                 "the run was ended here before the tester answered a single ping");
    default:
        return QT_TRANSLATE_NOOP("Reasons", "the tester left before it answered a single ping");
    }
}

void Session::advance()
{
    if (m_ended)
        return;
    const Timestamp now = wallClock();
    m_run.setClockLead(clockLead());
    Progress progress = m_run.advance(now);
    if (m_ended) // the tester left while something was sent
        return;
    learn(std::move(progress.observations));
    if (!progress.wakeAt) {
        judgeNow();
        if (morePingsMayDecide(m_record.verdict) && m_run.goOn())
            m_wake.start(0);
        else
            end(SessionEnd::Finished);
        return;
    }
    m_nextSay = std::min(m_nextSay, now + m_sayInterval()); // the clock may be set back
    if (!m_followed && now >= m_nextSay) {
        m_nextSay = now + m_sayInterval();
        learnFacts(); // the kernel's minimum goes with a tester who leaves
    }
    if (!m_unsaid.empty() && now >= m_nextSay) {
        judgeNow();
        if (m_run.mayStop() && intervalHasDecided(m_record.verdict))
            m_run.stopPinging();
        sayWhatIsNew(now);
    }
    wakeIn((m_unsaid.empty() ? *progress.wakeAt : std::min(*progress.wakeAt, m_nextSay)) - now);
}

/// A timer that will fire before is left alone: waking for nothing once costs less than setting it at every
/// answer.
void Session::wakeIn(Duration sleep)
{
    const auto rounded = std::clamp<std::chrono::milliseconds>(
        std::chrono::ceil<std::chrono::milliseconds>(sleep), 0ms, longestSleep);
    if (!m_wake.isActive() || m_wake.remainingTimeAsDuration() > rounded)
        m_wake.start(rounded);
}

void Session::learn(std::vector<Observation> observations)
{
    if (observations.empty())
        return;
    for (const Observation &observation : observations) {
        if (observation.reply && observation.probe.method == Method::ZeroTrace)
            learnAddress(observation.reply->from);
    }
    if (m_followed)
        append(m_unsaid, observations);
    append(m_record.observations, std::move(observations));
    tellProgress();
}

void Session::sayWhatIsNew(Timestamp now)
{
    m_nextSay = now + m_sayInterval();
    m_say(facts());
    m_say(Observed{m_id, std::exchange(m_unsaid, {})});
    m_say(Judged{m_id, m_record.verdict, m_record.classic, m_record.calculatencyLabel,
                 m_ended ? 1.0 : m_run.done()});
}

void Session::learnFacts()
{
    std::optional<Duration> minRtt = m_record.tcp.minRtt;
    if (const auto info = m_connection->tcp(); info && info->minRtt) // the kernel's is of some minutes only
        minRtt = std::min(minRtt.value_or(Duration::max()), *info->minRtt);
    if (m_trace) {
        const TcpFacts seen = checkedFacts(m_trace->watch().facts(), minRtt);
        m_record.tcp = seen;
        m_record.timestamps = m_run.stampsMissing() ? TimestampSource::Application : TimestampSource::Kernel;
        if (seen.handshakeRtt)
            m_run.setExpectedRtt(*seen.handshakeRtt);
        if (seen.ttl)
            m_run.setRoutersBack(routersPassed(*seen.ttl));
    }
    m_record.tcp.minRtt = minRtt;
}

void Session::learnAddress(const IpAddress &address)
{
    if (!m_addressBook || !*m_addressBook || m_record.addresses.contains(address))
        return;
    m_record.addresses[address] = (*m_addressBook)(address);
}

FactsLearnt Session::facts() const
{
    return {m_id, m_record.tester, m_record.tcp, m_record.timestamps, m_record.addresses};
}

void Session::judgeNow()
{
    learnFacts();
    m_record.traceEnd = m_run.traceEnd();
    m_record.verdict = judge(m_record);
    if (m_trace) // the right is there
        std::erase(m_record.verdict.wouldSettle, Remedy::RunWithPrivileges);
    m_record.classic = classicRule(m_record, m_measure.threshold);
    m_record.calculatencyLabel = calculatencyLabel(m_record);
}

void Session::hear(const Hello &hello)
{
    m_record.tester.timeZone = hello.timeZone;
    m_record.tester.timeZoneCountry = countryOf(hello.timeZone);
    m_record.tester.language = hello.language;
    if (const auto visit = m_tickets ? m_tickets->read(hello.pageTicket) : std::nullopt) {
        m_record.tester.visit = visit->id;
        // Else it is the front's, which may pass on the page alone.
        if (!m_record.tester.behindReverseProxy && !isTrustedProxy(visit->address, m_trustedProxy))
            m_record.tester.pageAddress = visit->address;
    }
    m_words = &m_sharedWords.in(QLocale(QString::fromStdString(hello.language)));
    setVisible(hello.visible);
}

void Session::setVisible(bool visible)
{
    m_record.tester.hiddenDuringRun = m_record.tester.hiddenDuringRun || !visible;
    if (m_followed)
        m_say(facts());
}

/// Told only while no ping is out, so that nothing else travels with one, and seldom: a relay holds the next
/// ping back until the tester's delayed acknowledgement of this message (RFC 896, RFC 1122).
void Session::tellProgress()
{
    const double done = m_run.done();
    const double step = m_sayInterval() < crowdedSayInterval ? progressStep : crowdedProgressStep;
    if (m_run.pinging() || done < m_toldProgress + step)
        return;
    m_toldProgress = done;
    const auto best = layerRtt(m_record, Method::WebSocketText).min;
    m_echo.dataWritten();
    m_connection->sendProgress(done, m_words->pageText("progress_measuring"), best);
}

void Session::end(SessionEnd end)
{
    if (m_ended)
        return;
    m_ended = true;
    m_wake.stop();
    auto lost = m_run.abandon();
    if (m_followed)
        append(m_unsaid, lost);
    append(m_record.observations, std::move(lost));
    judgeNow();
    m_record.end = end;
    m_record.complete = end == SessionEnd::Finished;
    if (!m_record.complete && m_record.traceEnd != TraceEnd::Endpoint
        && m_record.traceEnd != TraceEnd::NotRun)
        m_record.traceEnd = TraceEnd::Closed;
    m_record.duration = std::chrono::steady_clock::now() - m_begun;
    m_record.progress = 1.0;
    if (m_followed)
        sayWhatIsNew(wallClock());
    if (end == SessionEnd::Revoked)
        m_connection->close(CloseCode::Policy, QStringLiteral("revoked"));
    Q_EMIT ended();
}

void Session::countLost(std::uint64_t droppedSoFar, const IgnoredCounts &ignoredSoFar)
{
    m_record.captureDrops = droppedSoFar - m_record.captureDrops; // as they were when the run began
    IgnoredCounts &ignored = m_record.ignored; // likewise
    ignored = {.foreignIcmp = ignoredSoFar.foreignIcmp - ignored.foreignIcmp,
               .damagedPackets = ignoredSoFar.damagedPackets - ignored.damagedPackets,
               .pongs = static_cast<std::uint64_t>(m_connection->badPongs()),
               .stamps = m_run.invalidStamps()};
}

FinishedRun Session::handOver()
{
    m_connection->disconnect(this); // what it still says concerns nobody, and the watch goes with the flow
    m_trace = nullptr;
    if (m_record.end == SessionEnd::Finished)
        m_result = resultData(m_record, *m_words);
    return std::make_shared<const SessionRecord>(std::move(m_record));
}

void Session::retire()
{
    disconnect(this, nullptr, nullptr, nullptr);
    m_connection->disconnect(this);
    m_say = [](const Update &) {};
    m_trace = nullptr;
    if (m_record.end == SessionEnd::TesterLeft || m_record.end == SessionEnd::Error) {
        deleteLater();
        return;
    }
    connect(m_connection, &EchoConnection::left, this, &QObject::deleteLater);
    QTimer::singleShot(longestFarewell, this, &QObject::deleteLater);
    if (m_record.end != SessionEnd::Finished)
        return; // it has been told why
    if (m_result.isEmpty()) {
        m_connection->sendError(m_words->pageText("error"));
        m_connection->close(CloseCode::Internal, QStringLiteral("no ping was answered"));
    } else {
        m_connection->sendResult(m_result);
        m_connection->close(CloseCode::Normal, QStringLiteral("done"));
    }
}

} // namespace parallax
