// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/file_descriptor.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <queue>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace parallax::load {

using Clock = std::chrono::system_clock; // the kernel's stamps are wall-clock

/// Where the service is, and from which addresses the crowd comes: one after another, from the first on.
struct Target {
    std::uint32_t server = 0; // IPv4, host order
    std::uint16_t port = 0;
    std::string token{};
    std::uint32_t firstAddress = 0; // 0: the system chooses
    int addresses = 1;
};

/// How long one answer was held back.
struct Delay {
    std::chrono::nanoseconds chosen{}; // before it was known how late this program would be
    std::chrono::nanoseconds kept{}; // from the kernel's stamp of the ping to the sending of the pong
};

enum class Habit : std::uint8_t {
    Ordinary, // answers every ping, and leaves after the result
    HalfOpen, // connects and never says what it wants
    NeverReads, // opens the WebSocket, asks for pongs without end and reads nothing
};

struct Tester {
    Habit habit = Habit::Ordinary;
    FileDescriptor socket{};
    Clock::time_point began{};
    Clock::time_point ended{}; // the result has arrived
    std::string unread{};
    std::string session{}; // from the result
    std::vector<Delay> delays{}; // of the text pings, in order
    bool connected = false;
    bool opened = false;
    bool gone = false;

    bool answered() const { return !session.empty(); }
};

/// Plays testers against a real service, all in one thread.
class Crowd
{
public:
    explicit Crowd(Target target);

    /// Another tester connects now. Its place in testers().
    std::size_t begin(Habit habit = Habit::Ordinary);
    /// Plays until `done` says so or the time is over; calls `tick` about every 20 ms.
    void play(std::chrono::milliseconds longest, const std::function<bool()> &done,
              const std::function<void()> &tick);

    const std::deque<Tester> &testers() const { return m_testers; }
    int ordinaryRunning() const { return m_running; }

private:
    struct DueAnswer {
        Clock::time_point due;
        Clock::time_point received; // the ping, by the kernel
        std::size_t tester;
        std::chrono::nanoseconds chosen;
        std::string nonce;

        bool operator>(const DueAnswer &other) const { return due > other.due; }
    };

    void wait(Clock::time_point until);
    void handle(std::size_t place, std::uint32_t events);
    void read(std::size_t place);
    void readFrames(std::size_t place, Clock::time_point received);
    void readText(std::size_t place, std::string_view text, Clock::time_point received);
    void answerDue();
    void write(const Tester &tester, std::string_view bytes);
    void flood(Tester &tester);
    void leave(std::size_t place);

    Target m_target;
    FileDescriptor m_epoll;
    std::deque<Tester> m_testers;
    std::priority_queue<DueAnswer, std::vector<DueAnswer>, std::greater<>> m_answers;
    std::mt19937 m_random{20260131}; // fixed: every run of the program chooses the same delays
    int m_running = 0;
};

} // namespace parallax::load
