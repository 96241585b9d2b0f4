// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/process.h"

#include <QDeadlineTimer>

#include <csignal>

#include <sys/prctl.h>

namespace parallax::lab {

namespace {

void startWithParentsLife(QProcess &process, const QStringList &command)
{
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process.start(command.first(), command.mid(1));
}

} // namespace

Process::Process(const QStringList &command)
    : m_name(command.join(QLatin1Char(' ')).toUtf8())
{
    startWithParentsLife(m_process, command);
    m_process.waitForStarted();
}

Process::~Process()
{
    kill();
}

Result<Line> Process::waitForLine(const Wanted &wanted, std::chrono::milliseconds deadline)
{
    const QDeadlineTimer timer(deadline);
    while (true) {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            if (wanted(line))
                return Line{line, std::chrono::steady_clock::now()};
        }
        const bool more = m_process.waitForReadyRead(static_cast<int>(timer.remainingTime()));
        if (!more && !m_process.canReadLine())
            break;
    }
    const QByteArray why = running() ? "no such line in time: " : "ended early: ";
    return Error{ErrorCode::Unavailable, (why + m_name + '\n' + diagnostics()).toStdString()};
}

Result<void> Process::waitForDiagnostics(const QByteArray &text, std::chrono::milliseconds deadline)
{
    const QDeadlineTimer timer(deadline);
    m_process.setReadChannel(QProcess::StandardError);
    while (!diagnostics().contains(text)
           && m_process.waitForReadyRead(static_cast<int>(timer.remainingTime()))) { }
    m_process.setReadChannel(QProcess::StandardOutput);
    if (m_diagnostics.contains(text))
        return {};
    return Error{ErrorCode::Unavailable,
                 (m_name + " did not say " + text + ": " + m_diagnostics).toStdString()};
}

void Process::writeLine(const QByteArray &line)
{
    m_process.write(line + '\n');
    m_process.waitForBytesWritten();
}

bool Process::waitForEnd(std::chrono::milliseconds deadline)
{
    return !running() || m_process.waitForFinished(static_cast<int>(deadline.count()));
}

void Process::kill()
{
    if (!running())
        return;
    m_process.kill();
    m_process.waitForFinished();
}

QByteArray Process::interrupt()
{
    ::kill(static_cast<pid_t>(pid()), SIGINT);
    if (!m_process.waitForFinished())
        kill();
    return m_process.readAllStandardOutput();
}

QByteArray Process::diagnostics()
{
    m_diagnostics += m_process.readAllStandardError();
    return m_diagnostics.right(4000);
}

Result<QByteArray> run(const QStringList &command, const QByteArray &input,
                       std::chrono::milliseconds deadline)
{
    QProcess process;
    startWithParentsLife(process, command);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(static_cast<int>(deadline.count()));
    if (ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return process.readAllStandardOutput();
    const QByteArray why =
        ended ? "exit code " + QByteArray::number(process.exitCode()) : process.errorString().toUtf8();
    const QByteArray said = process.readAllStandardError() + process.readAllStandardOutput();
    return Error{ErrorCode::Unavailable,
                 (command.join(QLatin1Char(' ')).toUtf8() + ": " + why + ": " + said).toStdString()};
}

} // namespace parallax::lab
