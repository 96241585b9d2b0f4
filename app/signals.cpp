// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signals.h"

#include "app/exit_code.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace parallax {

namespace {

constexpr std::array stopSignals{SIGINT, SIGTERM, SIGHUP};

// A signal handler has no other way to find its pipe.
int pipeEnds[2] = {-1, -1}; // NOLINT(modernize-avoid-c-arrays): pipe2 fills it

void writeToPipe(int signalNumber)
{
    const int saved = errno;
    const auto byte = static_cast<unsigned char>(signalNumber);
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &byte, 1);
    errno = saved;
}

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the default action then ends the program, unclean but at once
    auto *notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] { readPipe(pipeEnds[0]); });
    for (const int number : stopSignals) {
        struct sigaction action {
        };
        action.sa_handler = writeToPipe;
        action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
        ::sigaction(number, &action, nullptr);
    }
}

StopSignals::~StopSignals()
{
    for (const int number : stopSignals)
        ::signal(number, SIG_DFL);
    for (int &end : pipeEnds) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

int StopSignals::exitCode() const
{
    return m_received == SIGINT ? exit_code::interrupted : exit_code::done;
}

void StopSignals::readPipe(int readEnd)
{
    unsigned char byte = 0;
    if (::read(readEnd, &byte, 1) != 1)
        return;
    m_received = byte;
    Q_EMIT stopRequested();
}

} // namespace parallax
