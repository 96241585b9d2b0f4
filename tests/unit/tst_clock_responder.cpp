// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/step_watch.h"
#include "core/timing/clock_frame.h"
#include "core/timing/clock_reply.h"
#include "core/timing/clock_responder.h"
#include "core/timing/stamp_packet.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp wall{1'800'000'000s};
constexpr SteadyTime start{1000s};
const SocketAddress client{IpAddress::fromV4(0x0a000001), 5000};
const SocketAddress other{IpAddress::fromV4(0x0a000002), 5000};

Datagram frameFrom(const SocketAddress &peer, ClockScheme scheme, Duration behind)
{
    const auto bytes = clockFrameBytes({.scheme = scheme, .stamped = wall - behind});
    return {.bytes = {bytes.begin(), bytes.end()}, .peer = peer, .received = wall};
}

Datagram stampFrom(const SocketAddress &peer)
{
    return {.bytes = stampQuestionBytes({.sequence = 1, .sent = wall}, ""), .peer = peer, .received = wall};
}

std::optional<ClockReply> replyTo(ClockResponder &responder, const Datagram &question, SteadyTime at = start)
{
    const auto answer = responder.answer(question, wall, at);
    if (!answer)
        return std::nullopt;
    return parseClockReply(answer->bytes).value();
}

std::uint64_t refusedFor(const ClockResponder &responder, ClockRefusal reason)
{
    return responder.counts().refused.at(static_cast<std::size_t>(reason));
}

/// The most answers, and the most bytes beyond the questions', within any second of a flood.
struct Flood {
    std::size_t answers = 0;
    std::size_t bytes = 0;
};
Flood worstSecond(ClockResponder &responder, const Datagram &question)
{
    std::vector<std::pair<SteadyTime, std::size_t>> sent; // when, and how much more
    for (SteadyTime at = start; at < start + 5s; at += 500us) {
        if (const auto answer = responder.answer(question, wall, at))
            sent.emplace_back(at, answer->bytes.size() - question.bytes.size());
    }
    Flood worst;
    std::size_t first = 0;
    std::size_t bytes = 0;
    for (std::size_t last = 0; last < sent.size(); ++last) {
        bytes += sent[last].second;
        for (; sent[last].first - sent[first].first >= 1s; ++first)
            bytes -= sent[first].second;
        worst = {std::max(worst.answers, last - first + 1), std::max(worst.bytes, bytes)};
    }
    return worst;
}

} // namespace

/// What the server answers, and to whom.
class TestClockResponder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRawClientIsToldTheDifference()
    {
        ClockResponder responder("");
        const auto reply = replyTo(responder, frameFrom(client, ClockScheme::Raw, 250ms));
        QVERIFY(reply);
        QCOMPARE(reply->correction, Duration(250ms));
        QCOMPARE(reply->number, std::uint64_t{1});
        QVERIFY(reply->serverTime == wall);
    }

    void theAnswerLeavesFromWhereTheQuestionArrived()
    {
        ClockResponder responder("");
        Datagram question = frameFrom(client, ClockScheme::Raw, 0us);
        question.local = other.address;
        question.interfaceIndex = 3;
        const auto frame = responder.answer(question, wall, start);
        QVERIFY(frame && frame->local == other.address && frame->interfaceIndex == 3);
        question.bytes = stampFrom(client).bytes;
        const auto stamp = responder.answer(question, wall, start);
        QVERIFY(stamp && stamp->local == other.address && stamp->interfaceIndex == 3);
    }

    void theTimeIsThatOfTheMiddleOfItsStay()
    {
        ClockResponder responder("");
        const auto answer = responder.answer(frameFrom(client, ClockScheme::Raw, 0us), wall + 40us, start);
        QVERIFY(parseClockReply(answer->bytes).value().serverTime == wall + 20us);
    }

    void oneClientsSamplesDoNotReachAnothersFilter()
    {
        ClockResponder responder("");
        ClockResponder alone("");
        std::optional<ClockReply> beside;
        std::optional<ClockReply> undisturbed;
        for (int i = 0; i < 10; ++i) {
            beside = replyTo(responder, frameFrom(client, ClockScheme::Ewma, i * 1ms));
            replyTo(responder, frameFrom(other, ClockScheme::Ewma, -3s));
            replyTo(responder, frameFrom(client, ClockScheme::Kalman, -3s));
            undisturbed = replyTo(alone, frameFrom(client, ClockScheme::Ewma, i * 1ms));
        }
        QVERIFY(*beside == *undisturbed);
    }

    /// The sanitizers look for overflows: an integral would grow without end.
    void whateverAClientsClockSaysIsBorne()
    {
        ClockResponder responder("");
        SteadyTime at = start;
        int answered = 0;
        for (int i = 0; i < 5000; ++i) {
            at += 50ms;
            const auto scheme = static_cast<ClockScheme>(1 + i % 5);
            answered += replyTo(responder, frameFrom(client, scheme, -2'400'000'000s), at) ? 1 : 0;
        }
        QCOMPARE(answered, 5000);
    }

    void eachAnsweredFrameIsCountedOnce()
    {
        ClockResponder responder("");
        replyTo(responder, frameFrom(client, ClockScheme::Raw, 0us));
        replyTo(responder, frameFrom(other, ClockScheme::Raw, 0us));
        QCOMPARE(replyTo(responder, frameFrom(client, ClockScheme::Raw, 0us))->number, std::uint64_t{2});
        QCOMPARE(responder.counts().answered, std::uint64_t{3});
        QCOMPARE(responder.takeSamples().size(), std::size_t{3});
    }

    void whatIsNotValidIsCountedAndNotAnswered()
    {
        ClockResponder responder("");
        Datagram damaged = frameFrom(client, ClockScheme::Raw, 0us);
        damaged.bytes[0] = 0;
        QVERIFY(!responder.answer(damaged, wall, start));
        QCOMPARE(refusedFor(responder, ClockRefusal::Sync), std::uint64_t{1});
        QCOMPARE(responder.counts().clients, std::uint64_t{0});
    }

    void stampIsReflected()
    {
        ClockResponder responder("");
        Datagram question = stampFrom(client);
        question.ttl = 61;
        const auto answer = responder.answer(question, wall + 40us, start);
        QVERIFY(answer);
        QCOMPARE(answer->bytes.size(), question.bytes.size());
        const auto parsed = std::get<StampAnswer>(parseStampAnswer(answer->bytes, ""));
        QVERIFY(parsed.received == wall);
        QVERIFY(parsed.answered == wall + 40us);
        QCOMPARE(int{parsed.ttl}, 61);
    }

    void withAKeyOnlyAuthenticatedStampIsReflected()
    {
        ClockResponder responder("secret");
        Datagram sealed = stampFrom(client);
        sealed.bytes = stampQuestionBytes({.sequence = 1, .sent = wall}, "secret");
        QVERIFY(responder.answer(sealed, wall, start));
        QVERIFY(!responder.answer(stampFrom(client), wall, start));
        sealed.bytes.back() ^= 1U;
        QVERIFY(!responder.answer(sealed, wall, start));
        QCOMPARE(refusedFor(responder, ClockRefusal::Authentication), std::uint64_t{1});
    }

    void inNoSecondDoesAnAddressGetMoreThan200Answers()
    {
        ClockResponder responder("");
        const Flood worst = worstSecond(responder, stampFrom(client));
        QCOMPARE_LE(worst.answers, std::size_t{200});
        QCOMPARE_GE(worst.answers, std::size_t{180});
        QVERIFY(refusedFor(responder, ClockRefusal::Rate) > 0);
    }

    void inNoSecondDoesAnAddressGet4KibMoreThanItSent()
    {
        ClockResponder responder("");
        const Flood worst = worstSecond(responder, frameFrom(client, ClockScheme::Raw, 0us));
        QCOMPARE_LE(worst.bytes, std::size_t{4096});
        QCOMPARE_GE(worst.bytes, std::size_t{3800});
        QVERIFY(refusedFor(responder, ClockRefusal::Amplification) > 0);
    }

    void aFloodFromOneAddressTakesNothingFromAnother()
    {
        ClockResponder responder("");
        worstSecond(responder, frameFrom(client, ClockScheme::Raw, 0us));
        QVERIFY(replyTo(responder, frameFrom(other, ClockScheme::Raw, 0us), start + 5s));
    }

    void portsOfOneAddressShareItsBudget()
    {
        ClockResponder responder("");
        SocketAddress port = client;
        int answered = 0;
        for (int i = 0; i < 400; ++i) {
            ++port.port;
            answered += responder.answer(stampFrom(port), wall, start) ? 1 : 0;
        }
        QCOMPARE(answered, 200);
    }

    void aFloodOfClientsIsForgottenTheOldestFirst()
    {
        ClockResponder responder("");
        for (std::uint32_t i = 0; i < ClockResponder::mostClients + 100; ++i)
            replyTo(responder, frameFrom({IpAddress::fromV4(0x0b000000 + i), 1}, ClockScheme::Raw, 0us));
        QCOMPARE(responder.counts().clients, std::uint64_t{ClockResponder::mostClients});
    }

    void moreSourcesThanFitAreRefusedRatherThanGivenASecondBudget()
    {
        ClockResponder responder("");
        for (std::uint32_t i = 0; i < SourceBudget::mostSources; ++i)
            responder.answer(stampFrom({IpAddress::fromV4(0x0b000000 + i), 1}), wall, start);
        QVERIFY(!responder.answer(stampFrom(client), wall, start));
        QVERIFY(responder.answer(stampFrom(client), wall, start + 2s));
    }

    void aClockThatIsSetMovesAgainstOneThatCannotBe()
    {
        StepWatch watch;
        constexpr BootClock::time_point boot{};
        QVERIFY(!watch.see(wall, boot));
        QVERIFY(!watch.see(wall + 10s + 100us, boot + 10s)); // read apart
        QCOMPARE(watch.see(wall + 20s - 3s, boot + 20s).value(), Duration(-3s - 100us));
        QVERIFY(!watch.see(wall + 30s - 3s, boot + 30s));
        QVERIFY(!watch.see(wall + 8h - 3s, boot + 8h)); // a night's sleep
    }
};

QTEST_APPLESS_MAIN(TestClockResponder)
#include "tst_clock_responder.moc"
