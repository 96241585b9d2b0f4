// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/clock_responder.h"

#include "core/timing/clock_frame.h"
#include "core/timing/clock_reply.h"
#include "core/timing/stamp_packet.h"

#include <algorithm>
#include <utility>

namespace parallax {

namespace {

constexpr std::size_t mostSamples = 1000; // between two calls of takeSamples()

/// From the address that was asked.
Datagram answerTo(const Datagram &question, std::vector<std::uint8_t> bytes)
{
    return {.bytes = std::move(bytes),
            .peer = question.peer,
            .local = question.local,
            .interfaceIndex = question.interfaceIndex};
}

} // namespace

std::optional<Datagram> ClockResponder::answer(const Datagram &question, Timestamp now, SteadyTime steady)
{
    if (question.bytes.size() < stampSize)
        return answerFrame(question, now, steady);
    return answerStamp(question, now, steady);
}

std::optional<Datagram> ClockResponder::answerFrame(const Datagram &question, Timestamp now,
                                                    SteadyTime steady)
{
    const auto parsed = parseClockFrame(question.bytes);
    if (const auto *reason = std::get_if<ClockRefusal>(&parsed)) {
        refuse(*reason);
        return std::nullopt;
    }
    const auto &frame = std::get<ClockFrame>(parsed);
    // The answer has room for one moment: the middle of the question's stay, which makes the offset exact.
    // The correction goes by its arrival, which this thread's waking does not blur.
    const Duration stay = std::max(now - question.received, Duration::zero());
    ClockReply reply{.scheme = frame.scheme, .serverTime = question.received + stay / 2};
    const Duration measured = question.received - frame.stamped;
    // What is not answered leaves no trace in the client's filter.
    const ClientKey key{question.peer, frame.scheme};
    Client *known = m_clients.find(key);
    Client client = known != nullptr ? *known : Client{.filter = CorrectionFilter(frame.scheme)};
    reply.number = ++client.answered;
    reply.correction = client.filter.next(measured);
    const std::string text = clockReplyText(reply);
    if (!admits(question, text.size(), steady))
        return std::nullopt;
    remember(key, known, client);
    note({.client = question.peer,
          .scheme = frame.scheme,
          .number = reply.number,
          .at = question.received,
          .measured = measured,
          .correction = reply.correction});
    return answerTo(question, {text.begin(), text.end()});
}

void ClockResponder::note(const ServedSample &sample)
{
    ++m_counts.answered;
    if (m_samples.size() < mostSamples)
        m_samples.push_back(sample);
    else
        m_samples[m_nextSample++ % mostSamples] = sample;
}

std::optional<Datagram> ClockResponder::answerStamp(const Datagram &question, Timestamp now,
                                                    SteadyTime steady)
{
    const auto parsed = parseStampQuestion(question.bytes, m_key);
    if (const auto *reason = std::get_if<ClockRefusal>(&parsed)) {
        refuse(*reason);
        return std::nullopt;
    }
    const auto &asked = std::get<StampQuestion>(parsed);
    if (!admits(question, m_key.empty() ? stampSize : authenticatedStampSize, steady))
        return std::nullopt;
    ++m_counts.answered;
    return answerTo(question,
                    stampAnswerBytes({.question = asked,
                                      .sequence = asked.sequence,
                                      .received = question.received,
                                      .answered = now,
                                      .ttl = question.ttl},
                                     m_key));
}

bool ClockResponder::admits(const Datagram &question, std::size_t answerSize, SteadyTime steady)
{
    const std::size_t asked = question.bytes.size();
    const std::size_t more = answerSize > asked ? answerSize - asked : 0;
    const auto reason = m_budget.spend(question.peer.address, more, steady);
    if (reason)
        refuse(*reason);
    return !reason;
}

void ClockResponder::refuse(ClockRefusal reason)
{
    ++m_counts.refused.at(static_cast<std::size_t>(reason));
}

void ClockResponder::remember(const ClientKey &key, Client *known, const Client &client)
{
    if (known != nullptr) {
        *known = client;
        return;
    }
    if (m_clients.size() >= mostClients)
        m_clients.dropOldest();
    m_clients.add(key, client);
}

ClockServerCounts ClockResponder::counts() const
{
    ClockServerCounts counts = m_counts;
    counts.clients = m_clients.size();
    return counts;
}

void ClockResponder::countNotSent(std::uint64_t datagrams)
{
    m_counts.answered -= datagrams;
    m_counts.notSent += datagrams;
}

std::vector<ServedSample> ClockResponder::takeSamples()
{
    // Once it is full, the oldest is the one that would be overwritten next.
    const std::size_t oldest = m_samples.size() < mostSamples ? 0 : m_nextSample % mostSamples;
    std::rotate(m_samples.begin(), m_samples.begin() + static_cast<std::ptrdiff_t>(oldest), m_samples.end());
    m_nextSample = 0;
    return std::exchange(m_samples, {});
}

} // namespace parallax
