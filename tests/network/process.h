// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QProcess>
#include <QStringList>

#include <chrono>
#include <functional>

namespace parallax::lab {

/// A line that a program printed, and when this end had read it.
struct Line {
    QByteArray text;
    std::chrono::steady_clock::time_point read;
};

/// A program that runs beside the test and dies with it.
class Process
{
public:
    explicit Process(const QStringList &command);
    ~Process();
    Process(const Process &) = delete;
    Process &operator=(const Process &) = delete;

    using Wanted = std::function<bool(const QByteArray &line)>;
    /// The next line of standard output that is wanted; the lines before it are passed over.
    Result<Line> waitForLine(const Wanted &wanted, std::chrono::milliseconds deadline);
    /// Waits until standard error contains the text.
    Result<void> waitForDiagnostics(const QByteArray &text, std::chrono::milliseconds deadline);
    void writeLine(const QByteArray &line);
    bool waitForEnd(std::chrono::milliseconds deadline);
    void kill();
    /// Asks it to end, as Ctrl+C does; what is left of its standard output.
    QByteArray interrupt();

    qint64 pid() const { return m_process.processId(); }
    bool running() const { return m_process.state() == QProcess::Running; }
    QByteArray diagnostics();

private:
    QProcess m_process;
    QByteArray m_name;
    QByteArray m_diagnostics;
};

/// Runs a short command to its end; an error carries the command and what it said.
Result<QByteArray> run(const QStringList &command, const QByteArray &input = {},
                       std::chrono::milliseconds deadline = std::chrono::seconds(20));

} // namespace parallax::lab
