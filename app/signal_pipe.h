// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parallax {

/// SIGINT, SIGTERM and SIGHUP as bytes in a pipe. The first of a kind asks the program to end, a second one
/// ends it at once. A SIGHUP that is ignored already, as by nohup, stays so. One object a process.
class SignalPipe
{
public:
    SignalPipe();
    ~SignalPipe();
    SignalPipe(const SignalPipe &) = delete;
    SignalPipe &operator=(const SignalPipe &) = delete;
    SignalPipe(SignalPipe &&) = delete;
    SignalPipe &operator=(SignalPipe &&) = delete;

    /// Readable once a signal came; -1 where there is no pipe and a signal ends the program by itself.
    static int descriptor();
    /// Takes one in; whether there was one.
    bool take();
    /// Whether one was taken.
    bool received() const { return m_received != 0; }
    /// 130 when SIGINT was what stopped the program, else 0.
    int exitCode() const;

private:
    int m_received = 0;
};

} // namespace parallax
