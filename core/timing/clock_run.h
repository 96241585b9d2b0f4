// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock/clock_tracker.h"
#include "core/clock/step_watch.h"
#include "core/timing/clock_dialogue.h"
#include "core/timing/source_budget.h"
#include "core/timing/udp_socket.h"

#include <memory>
#include <optional>
#include <vector>

namespace parallax {

/// Our clock, or one that a test lets be wrong.
class LocalClock
{
public:
    LocalClock(const ClockRequest &request, Timestamp start)
        : m_offset(request.testOffset)
        , m_driftPpm(request.testDriftPpm)
        , m_start(start)
    {
    }
    /// What it shows at that moment of the machine's clock.
    Timestamp at(Timestamp machine) const { return machine + ahead(machine); }
    Duration ahead(Timestamp machine) const
    {
        const auto passed = static_cast<double>((machine - m_start).count());
        return m_offset + Duration(static_cast<Duration::rep>(passed * m_driftPpm * 1e-6));
    }

private:
    Duration m_offset;
    double m_driftPpm;
    Timestamp m_start;
};

/// One clock client under way: asks one question after the other, and outlives a server that does not. Sets
/// no clock. No event loop.
class ClockRun
{
public:
    static Result<std::unique_ptr<ClockRun>> open(const ClockRequest &request, const SocketAddress &server);

    int descriptor() const { return m_socket.descriptor(); }
    /// Goes as far as it can; when to call it again. Nothing: it is over.
    std::optional<SteadyTime> advance(SteadyTime now);
    /// Takes the answers that have arrived.
    void hear(SteadyTime now);
    /// And its server has not fallen silent since.
    bool isAnswered() const;
    /// A question was lost, and nothing was ever answered.
    bool isUnanswered() const { return m_news.counts.lost > 0 && m_news.counts.answered == 0; }
    /// What happened since the last call; the id is the caller's.
    std::optional<ClockSampled> takeNews();

private:
    struct Question {
        std::uint64_t number = 0;
        SteadyTime asked{};
        Timestamp stamped{}; // as the server is told
        Timestamp sent{}; // by the machine's clock
        bool kernelStamp = false;
        SteadyTime deadline{};
        bool denied = false; // an answer came that cannot be right
        bool doubtful = false; // one came that may be an earlier question's
    };

    ClockRun(const ClockRequest &request, const SocketAddress &server, UdpSocket socket);
    Duration interval() const;
    Duration latest() const;
    void ask(SteadyTime now);
    void giveUp(SteadyTime now);
    void lose();
    void forgetOld(SteadyTime now);
    void accept(const Datagram &datagram, SteadyTime now);
    bool fits(const ClockAnswer &answer);
    bool isOfAnother(const ClockAnswer &answer) const;
    bool isDoubtful(const ClockAnswer &answer, const ClockExchange &exchange) const;
    void use(const ClockAnswer &answer, const Datagram &datagram, SteadyTime now);
    bool watchOwnClock();
    void say(ClockEvent event);

    ClockRequest m_request;
    bool m_sameMachine; // then the truth is known where a test set the clock wrong
    UdpSocket m_socket;
    ClockDialogue m_dialogue;
    ClockTracker m_tracker;
    StepWatch m_steps;
    LocalClock m_clock;
    std::optional<Question> m_question;
    std::vector<Question> m_givenUp; // whose answers may come yet
    std::optional<SteadyTime> m_asked;
    SteadyTime m_quietUntil{}; // nothing is asked before
    std::optional<ClockAnswer> m_answer; // the newest that was used
    std::uint64_t m_answeredNumber = 0;
    Duration m_rtt{};
    int m_lostOnEnd = 0;
    ClockSampled m_news{};
    bool m_hasNews = false;
};

} // namespace parallax
