// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/file_descriptor.h"

#include <QAbstractEventDispatcher>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace parallax {

/// An event loop whose cost does not grow with the sockets and timers that wait: epoll and a sorted set,
/// where Qt's own ask poll() about every socket at each turn and look for a timer's place one by one. Timers
/// are as precise as epoll_pwait2(), of whatever type they are.
class EpollDispatcher : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    EpollDispatcher();

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int id) override;
    void wakeUp() override;
    void interrupt() override;

private:
    using Clock = std::chrono::steady_clock;
    struct Timer {
        QObject *object = nullptr;
        std::chrono::milliseconds interval{};
        Qt::TimerType type = Qt::PreciseTimer;
        Clock::time_point due{};
        std::uint64_t armed = 0; // the how-manieth time, of all timers
    };
    struct Watched {
        std::array<QSocketNotifier *, 3> notifiers{}; // by QSocketNotifier::Type
        std::uint32_t generation = 0; // a descriptor's number is used again
        std::uint32_t known = 0; // the events that the kernel was asked for
    };

    struct Ready {
        int descriptor = -1;
        std::uint32_t generation = 0;
        std::uint32_t events = 0; // epoll's
    };

    void tellKernel(int descriptor, Watched &watched);
    void dropLateWake();
    void readWake();
    void arm(int id, Timer &timer, Clock::time_point due);
    int wait(bool mayWait);
    int activateSockets(int ready);
    void tell(const Ready &socket, std::size_t type);
    int activateTimers();

    FileDescriptor m_epoll;
    FileDescriptor m_wake;
    std::atomic<bool> m_woken{false}; // by another thread
    bool m_wokenHere = false; // by this one
    std::atomic<bool> m_interrupted{false};
    std::unordered_map<int, Watched> m_watched; // by descriptor
    std::vector<int> m_changed; // what the kernel hears of before the next wait
    std::uint32_t m_generation = 0;
    std::unordered_map<int, Timer> m_timers; // by id
    std::set<std::pair<Clock::time_point, int>> m_due;
    std::uint64_t m_armed = 0;
    std::vector<Ready> m_ready;
    bool m_toTheNanosecond = true; // the kernel has epoll_pwait2()
};

} // namespace parallax
