// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signal_pipe.h"

#include "app/exit_code.h"

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

SignalPipe::SignalPipe()
{
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the default action then ends the program, unclean but at once
    for (const int number : stopSignals) {
        struct sigaction before {
        };
        ::sigaction(number, nullptr, &before);
        if (number == SIGHUP && before.sa_handler == SIG_IGN)
            continue; // nohup's: it outlives its terminal
        struct sigaction action {
        };
        action.sa_handler = writeToPipe;
        action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
        ::sigaction(number, &action, nullptr);
    }
}

SignalPipe::~SignalPipe()
{
    for (const int number : stopSignals) {
        if (::signal(number, SIG_DFL) == SIG_IGN)
            ::signal(number, SIG_IGN);
    }
    for (int &end : pipeEnds) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

int SignalPipe::descriptor()
{
    return pipeEnds[0];
}

bool SignalPipe::take()
{
    unsigned char byte = 0;
    if (::read(pipeEnds[0], &byte, 1) != 1)
        return false;
    m_received = byte;
    return true;
}

int SignalPipe::exitCode() const
{
    return m_received == SIGINT ? exit_code::interrupted : exit_code::done;
}

} // namespace parallax
