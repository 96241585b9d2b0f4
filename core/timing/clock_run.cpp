// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/clock_run.h"

#include "core/timing/stamp_packet.h"

#include <algorithm>
#include <utility>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr int silentAfter = 3; // questions lost on end
constexpr Duration afterDenial = 10ms; // beyond two round trips, for the right answer
constexpr int latePatiences = 10; // an answer may come so late
constexpr int mostBatches = 16; // then the others of this thread have their turn; more may wait
constexpr int mostReadings = 5;
constexpr Duration closeReadings = 50us;

/// Both clocks at about the same moment: the closest of a few tries.
struct Readings {
    Timestamp wall{};
    BootClock::time_point sinceBoot{};
    Duration apart = Duration::max();
};

Readings readBoth()
{
    Readings best;
    for (int tries = 0; tries < mostReadings && best.apart > closeReadings; ++tries) {
        const auto before = BootClock::now();
        const Timestamp wall = wallClock();
        const auto after = BootClock::now();
        if (after - before < best.apart)
            best = {wall, before + (after - before) / 2, after - before};
    }
    return best;
}

} // namespace

Result<std::unique_ptr<ClockRun>> ClockRun::open(const ClockRequest &request, const SocketAddress &server)
{
    auto socket = UdpSocket::connected(server);
    if (!socket)
        return socket.error();
    return std::unique_ptr<ClockRun>(new ClockRun(request, server, std::move(socket).value()));
}

ClockRun::ClockRun(const ClockRequest &request, const SocketAddress &server, UdpSocket socket)
    : m_request(request)
    , m_sameMachine(server.address.isLoopback())
    , m_socket(std::move(socket))
    , m_dialogue(request)
    , m_tracker(request.scheme)
    , m_clock(request, wallClock())
{
}

std::optional<SteadyTime> ClockRun::advance(SteadyTime now)
{
    if (m_question && now >= m_question->deadline)
        giveUp(now);
    if (m_question)
        return m_question->deadline;
    const bool allAsked = m_request.count != 0 && m_news.counts.sent >= m_request.count;
    if (allAsked)
        return std::nullopt;
    const SteadyTime due = std::max(m_asked ? *m_asked + interval() : now, m_quietUntil);
    if (now < due)
        return due;
    m_asked = now - due < interval() ? due : now; // keeps the beat
    ask(now);
    return m_question ? m_question->deadline : *m_asked + interval();
}

Duration ClockRun::interval() const
{
    if (m_request.asksAsTheOriginal())
        return m_tracker.interval();
    return m_request.interval > Duration::zero() ? m_request.interval : ClockRequest::usualInterval;
}

Duration ClockRun::latest() const
{
    return latePatiences * m_request.patience;
}

void ClockRun::forgetOld(SteadyTime now)
{
    std::erase_if(m_givenUp, [&](const Question &each) { return now - each.asked > latest(); });
}

void ClockRun::ask(SteadyTime now)
{
    watchOwnClock();
    const std::uint64_t number = ++m_news.counts.sent;
    m_socket.takeSendStamp(); // an older one
    const Timestamp sent = wallClock();
    const Timestamp stamped = m_clock.at(sent) + m_tracker.applied();
    m_hasNews = true;
    if (!m_socket.send(m_dialogue.question(number, stamped))) {
        lose();
        return;
    }
    m_question = Question{.number = number,
                          .asked = now,
                          .stamped = stamped,
                          .sent = sent,
                          .deadline = now + m_request.patience};
    if (const auto stamp = m_socket.takeSendStamp()) {
        m_question->sent = *stamp;
        m_question->kernelStamp = true;
    }
}

void ClockRun::giveUp(SteadyTime now)
{
    const Question given = *std::exchange(m_question, std::nullopt);
    m_hasNews = true;
    forgetOld(now);
    if (given.doubtful)
        m_quietUntil = now + latest(); // until all answers are in: then the next can be of one question only
    if (given.doubtful || given.denied)
        return; // somebody answers
    m_givenUp.push_back(given);
    lose();
}

void ClockRun::lose()
{
    ++m_news.counts.lost;
    if (++m_lostOnEnd == silentAfter)
        say({.kind = ClockEvent::Kind::ServerSilent, .at = wallClock()});
}

bool ClockRun::isAnswered() const
{
    return m_news.counts.answered > 0 && m_lostOnEnd < silentAfter;
}

void ClockRun::hear(SteadyTime now)
{
    const auto stamp = m_socket.takeSendStamp();
    if (stamp && m_question) {
        m_question->sent = *stamp;
        m_question->kernelStamp = true;
    }
    for (int count = 0; count < mostBatches; ++count) {
        if (m_socket.receive([&](const Datagram &datagram) { accept(datagram, now); }) < m_socket.batch())
            return;
    }
}

void ClockRun::accept(const Datagram &datagram, SteadyTime now)
{
    m_hasNews = true;
    forgetOld(now);
    const auto answer = m_dialogue.read(datagram.bytes);
    if (!answer)
        ++m_news.counts.malformed;
    else if (fits(answer.value()))
        use(answer.value(), datagram, now);
}

/// Whether it may be the answer to the question that is open; counted if not.
bool ClockRun::fits(const ClockAnswer &answer)
{
    const bool same = m_answer && answer.received == m_answer->received
        && answer.answersSoFar == m_answer->answersSoFar && answer.sequence == m_answer->sequence;
    const bool again =
        same || (answer.sequence && *answer.sequence == static_cast<std::uint32_t>(m_answeredNumber));
    const bool other = !m_question || isOfAnother(answer);
    if (again)
        ++m_news.counts.duplicates;
    else if (other)
        ++m_news.counts.late;
    return !again && !other;
}

/// By its own word. The sequence alone could be told by whoever counts along, or has kept an earlier run's
/// answers.
bool ClockRun::isOfAnother(const ClockAnswer &answer) const
{
    if (answer.sequence)
        return *answer.sequence != static_cast<std::uint32_t>(m_question->number)
            || answer.sentBits != ntpBits(m_question->stamped);
    if (!answer.stamped)
        return false;
    const auto apart = [&](const Question &asked) {
        return std::chrono::abs(*answer.stamped - asked.stamped);
    };
    return std::any_of(m_givenUp.begin(), m_givenUp.end(),
                       [&](const Question &each) { return apart(each) < apart(*m_question); });
}

/// A frame's answer that does not say which question it is of: whether it may be of one given up, for all
/// that is known.
bool ClockRun::isDoubtful(const ClockAnswer &answer, const ClockExchange &exchange) const
{
    if (answer.sequence || answer.stamped || m_givenUp.empty())
        return false;
    if (!m_tracker.knowsOffset())
        return true;
    const auto canBeOf = [&](const Question &each) {
        ClockExchange earlier = exchange;
        earlier.sent = m_clock.at(each.sent);
        return m_tracker.admits(earlier);
    };
    return !m_tracker.admits(exchange) && std::any_of(m_givenUp.begin(), m_givenUp.end(), canBeOf);
}

void ClockRun::use(const ClockAnswer &answer, const Datagram &datagram, SteadyTime now)
{
    if (watchOwnClock()) { // T1 and T4 are of two clocks
        m_question.reset();
        return;
    }
    ClockSample sample{.number = m_question->number,
                       .exchange = {.sent = m_clock.at(m_question->sent),
                                    .received = answer.received,
                                    .answered = answer.answered,
                                    .returned = m_clock.at(datagram.received)},
                       .correction = answer.correction,
                       .kernelStamps = m_question->kernelStamp && datagram.kernelStamp,
                       .sinceBoot = BootClock::now().time_since_epoch()};
    if (m_request.isTest && m_sameMachine)
        sample.truth = -m_clock.ahead(datagram.received);
    if (isDoubtful(answer, sample.exchange)) {
        ++m_news.counts.late;
        m_question->doubtful = true;
        return;
    }
    auto step = m_tracker.add(sample);
    if (!step) {
        ++m_news.counts.late;
        m_question->denied = true;
        m_question->deadline = std::min(m_question->deadline, now + 2 * m_rtt + afterDenial);
        return;
    }
    ++m_news.counts.answered;
    m_rtt = sample.exchange.rtt();
    m_answer = answer;
    m_answeredNumber = m_question->number;
    m_question.reset();
    if (std::exchange(m_lostOnEnd, 0) >= silentAfter)
        say({.kind = ClockEvent::Kind::ServerBack, .at = sample.exchange.returned});
    for (const ClockEvent &event : step->events)
        say(event);
    m_news.samples.push_back(step->sample);
}

bool ClockRun::watchOwnClock()
{
    const Readings readings = readBoth();
    if (readings.apart > StepWatch::least / 2)
        return false; // too busy to tell; the next time will
    const auto moved = m_steps.see(readings.wall, readings.sinceBoot);
    if (moved)
        say(m_tracker.ownClockStepped(*moved, readings.wall));
    return moved.has_value();
}

void ClockRun::say(ClockEvent event)
{
    m_news.counts.ownSteps += event.kind == ClockEvent::Kind::OwnClockStepped ? 1 : 0;
    m_news.counts.theirSteps += event.kind == ClockEvent::Kind::TheirClockStepped ? 1 : 0;
    m_news.events.push_back(event);
    m_hasNews = true;
}

std::optional<ClockSampled> ClockRun::takeNews()
{
    if (!std::exchange(m_hasNews, false))
        return std::nullopt;
    ClockSampled news = m_news;
    m_news.samples.clear();
    m_news.events.clear();
    return news;
}

} // namespace parallax
