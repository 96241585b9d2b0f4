// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/early_path.h"

#include "core/probe/privileges.h"

#include <algorithm>
#include <vector>

#include <poll.h>
#include <sys/eventfd.h>

namespace parallax {

namespace {

timespec timeUntil(Timestamp moment)
{
    const auto left = std::max(Duration::zero(), moment - wallClock());
    const auto seconds = std::chrono::floor<std::chrono::seconds>(left);
    return {.tv_sec = seconds.count(), .tv_nsec = (left - seconds).count()};
}

/// Until `enough` can be read, or it is over.
void keepGoing(SocketPort &port, StartedPath &path, int enough)
{
    std::vector<pollfd> waiting{{.fd = enough, .events = POLLIN, .revents = 0}};
    for (const int descriptor : port.descriptors())
        waiting.push_back({.fd = descriptor, .events = POLLIN, .revents = 0});
    while (path.progress.wakeAt) {
        const timespec patience = timeUntil(*path.progress.wakeAt);
        if (::ppoll(waiting.data(), waiting.size(), &patience, nullptr) < 0 || waiting[0].revents != 0)
            return; // whoever takes over asks again
        for (const pollfd &each : waiting) {
            if (each.revents != 0)
                port.receive(each.fd);
        }
        path.progress.append(path.run->advance(wallClock()));
    }
}

} // namespace

Result<EarlyPath> beginEarly(const TraceRequest &request)
{
    EarlyPath early{.door = openPathDoor()};
    if (auto dropped = dropPrivileges(); !dropped)
        return dropped.error();
    const auto address = IpAddress::parse(request.target);
    if (!early.door.port || !address)
        return early;
    if (auto started = startPath(request, address.value(), *early.door.port))
        early.started = std::move(started).value();
    return early; // whoever asks again hears why it can't be
}

EarlyPathKeeper::EarlyPathKeeper(EarlyPath &early)
    : m_enough(::eventfd(0, EFD_CLOEXEC))
{
    if (early.started && m_enough.isOpen())
        m_thread = std::thread(
            [&early, enough = m_enough.get()] { keepGoing(*early.door.port, *early.started, enough); });
}

EarlyPathKeeper::~EarlyPathKeeper()
{
    if (m_thread.joinable()) {
        [[maybe_unused]] const int told = ::eventfd_write(m_enough.get(), 1);
        m_thread.join();
    }
}

} // namespace parallax
