// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>
#include <QTimerEvent>

#include <algorithm>
#include <cerrno>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr int mostAtOnce = 128; // sockets, before timers have their turn
constexpr std::uint32_t trouble = EPOLLERR | EPOLLHUP; // everybody who watches the socket is told
constexpr std::array<std::uint32_t, 3> eventsOf{EPOLLIN, EPOLLOUT, EPOLLPRI}; // by QSocketNotifier::Type
constexpr std::uint64_t wakeMark = ~std::uint64_t{0};

std::size_t place(const QSocketNotifier &notifier)
{
    return static_cast<std::size_t>(notifier.type());
}

} // namespace

EpollDispatcher::EpollDispatcher()
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    epoll_event wanted{.events = EPOLLIN, .data = {.u64 = wakeMark}};
    epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, m_wake.get(), &wanted);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    const bool wasInterrupted = m_interrupted.exchange(false); // since its loop looked whether to go on
    if (m_woken.exchange(false))
        readWake();
    m_wokenHere = false;
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    if (m_interrupted.load())
        return false;
    const bool woken = wasInterrupted || m_wokenHere || m_woken.load();
    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !woken;
    if (mayWait)
        Q_EMIT aboutToBlock();
    const int ready = wait(mayWait && !m_wokenHere); // by whoever heard that it blocks
    int handled = flags.testFlag(QEventLoop::ExcludeSocketNotifiers) ? 0 : activateSockets(ready);
    handled += activateTimers();
    return handled > 0;
}

/// How many sockets are ready; they stand in m_ready.
int EpollDispatcher::wait(bool mayWait)
{
    // Qt asks to hear of every socket that it writes to, and takes it back once all is written.
    for (const int descriptor : m_changed) {
        if (const auto changed = m_watched.find(descriptor); changed != m_watched.end())
            tellKernel(descriptor, changed->second);
    }
    m_changed.clear();
    auto until = 0ns;
    if (mayWait && !m_due.empty())
        until = std::max<std::chrono::nanoseconds>(m_due.begin()->first - Clock::now(), 0ns);
    const timespec left{.tv_sec = until / 1s, .tv_nsec = (until % 1s).count()};
    const timespec *limit = mayWait && m_due.empty() ? nullptr : &left;
    std::array<epoll_event, mostAtOnce> events{};
    int count = 0;
    if (m_toTheNanosecond) {
        count = epoll_pwait2(m_epoll.get(), events.data(), mostAtOnce, limit, nullptr);
        m_toTheNanosecond = count >= 0 || errno == EINTR;
    }
    if (!m_toTheNanosecond) { // before Linux 5.11, or kept from it
        const auto rounded = std::chrono::ceil<std::chrono::milliseconds>(until);
        count = epoll_wait(m_epoll.get(), events.data(), mostAtOnce,
                           limit ? static_cast<int>(rounded.count()) : -1);
    }
    m_ready.clear();
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events.at(static_cast<std::size_t>(i));
        if (event.data.u64 == wakeMark)
            dropLateWake();
        else
            m_ready.push_back({.descriptor = static_cast<int>(event.data.u64 & 0xffffffffU),
                               .generation = static_cast<std::uint32_t>(event.data.u64 >> 32U),
                               .events = event.events});
    }
    return static_cast<int>(m_ready.size());
}

/// Whoever wakes marks it before it writes: the turn that saw the mark may have found nothing to read, and
/// what was written then would wake this thread for ever.
void EpollDispatcher::dropLateWake()
{
    if (!m_woken.load())
        readWake();
}

void EpollDispatcher::readWake()
{
    std::uint64_t count = 0;
    [[maybe_unused]] const auto got = read(m_wake.get(), &count, sizeof count);
}

int EpollDispatcher::activateSockets(int ready)
{
    for (const Ready &socket : std::exchange(m_ready, {})) {
        for (std::size_t type = 0; type < eventsOf.size(); ++type) {
            if ((socket.events & (eventsOf.at(type) | trouble)) != 0)
                tell(socket, type);
        }
    }
    return ready;
}

void EpollDispatcher::tell(const Ready &socket, std::size_t type)
{
    // Whoever was told before may have closed this one, and its number may be another's by now.
    const auto known = m_watched.find(socket.descriptor);
    if (known == m_watched.end() || known->second.generation != socket.generation)
        return;
    QSocketNotifier *notifier = known->second.notifiers.at(type);
    if (!notifier)
        return;
    QEvent event(QEvent::SockAct);
    QCoreApplication::sendEvent(notifier, &event);
}

int EpollDispatcher::activateTimers()
{
    const auto now = Clock::now();
    std::vector<std::pair<int, std::uint64_t>> due;
    for (auto next = m_due.begin(); next != m_due.end() && next->first <= now; ++next)
        due.emplace_back(next->second, m_timers.at(next->second).armed);
    for (const auto &[id, armed] : due) {
        const auto timer = m_timers.find(id);
        if (timer == m_timers.end() || timer->second.armed != armed)
            continue; // one that was due before it has stopped or restarted it
        QObject *object = timer->second.object;
        arm(id, timer->second, std::max(timer->second.due + timer->second.interval, now));
        QTimerEvent event(id);
        QCoreApplication::sendEvent(object, &event);
    }
    return static_cast<int>(due.size());
}

void EpollDispatcher::tellKernel(int descriptor, Watched &watched)
{
    epoll_event wanted{.events = 0, .data = {.u64 = 0}};
    for (std::size_t type = 0; type < eventsOf.size(); ++type)
        wanted.events |= watched.notifiers.at(type) ? eventsOf.at(type) : 0U;
    if (wanted.events == watched.known)
        return;
    wanted.data.u64 = std::uint64_t{watched.generation} << 32U | static_cast<std::uint32_t>(descriptor);
    const auto tell = [&](int operation) {
        return epoll_ctl(m_epoll.get(), operation, descriptor, &wanted) == 0;
    };
    bool told = false;
    if (wanted.events == 0)
        told = tell(EPOLL_CTL_DEL);
    else if (watched.known == 0)
        told = tell(EPOLL_CTL_ADD) || tell(EPOLL_CTL_MOD);
    else
        told = tell(EPOLL_CTL_MOD) || tell(EPOLL_CTL_ADD); // it was closed, and its number is used again
    watched.known = told ? wanted.events : 0;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = static_cast<int>(notifier->socket());
    Watched &watched = m_watched[descriptor];
    if (watched.generation == 0)
        watched.generation = ++m_generation;
    watched.notifiers.at(place(*notifier)) = notifier;
    m_changed.push_back(descriptor);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const auto known = m_watched.find(static_cast<int>(notifier->socket()));
    if (known == m_watched.end() || known->second.notifiers.at(place(*notifier)) != notifier)
        return;
    known->second.notifiers.at(place(*notifier)) = nullptr;
    const auto &left = known->second.notifiers;
    if (std::any_of(left.begin(), left.end(), [](const auto *other) { return other != nullptr; })) {
        m_changed.push_back(known->first);
        return;
    }
    tellKernel(known->first, known->second); // at once: it may be closed now, and its number used again
    m_watched.erase(known);
}

void EpollDispatcher::arm(int id, Timer &timer, Clock::time_point due)
{
    m_due.erase({timer.due, id});
    timer.due = due;
    timer.armed = ++m_armed;
    m_due.emplace(due, id);
}

void EpollDispatcher::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object)
{
    Timer &timer = m_timers[id];
    timer.object = object;
    timer.interval = std::chrono::milliseconds(interval);
    timer.type = type;
    arm(id, timer, Clock::now() + timer.interval);
}

bool EpollDispatcher::unregisterTimer(int id)
{
    const auto timer = m_timers.find(id);
    if (timer == m_timers.end())
        return false;
    m_due.erase({timer->second.due, id});
    m_timers.erase(timer);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    const QList<TimerInfo> theirs = registeredTimers(object);
    for (const TimerInfo &timer : theirs)
        unregisterTimer(timer.timerId);
    return !theirs.isEmpty();
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> theirs;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            theirs.append(TimerInfo(id, static_cast<int>(timer.interval.count()), timer.type));
    }
    return theirs;
}

int EpollDispatcher::remainingTime(int id)
{
    const auto timer = m_timers.find(id);
    if (timer == m_timers.end())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(timer->second.due - Clock::now());
    return static_cast<int>(std::max(left, 0ms).count());
}

/// This thread is awake already, and every event that it posts to itself would cost three system calls.
void EpollDispatcher::wakeUp()
{
    if (QThread::currentThread() == thread()) {
        m_wokenHere = true;
        return;
    }
    if (m_woken.exchange(true))
        return;
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(m_wake.get(), &one, sizeof one);
}

void EpollDispatcher::interrupt()
{
    m_interrupted.store(true);
    wakeUp();
}

} // namespace parallax
