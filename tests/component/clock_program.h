// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/component/cli_program.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>

#include <csignal>

namespace parallax {

inline Outcome runClock(const QStringList &arguments)
{
    return runCli(QStringList{QStringLiteral("clock")} + arguments);
}

inline QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

inline QList<QJsonObject> linesOf(const QByteArray &out, const char *event)
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : out.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object[QStringLiteral("event")].toString() == QLatin1String(event))
            lines << object;
    }
    return lines;
}

/// `parallax-cli clock server --json` or `clock tcp-server --json` on a free port.
class Server
{
public:
    explicit Server(const QStringList &more = {}, const char *command = "clock server --json --port 0")
    {
        m_process.start(QStringLiteral(PARALLAX_CLI), words(command) + more);
        while (!m_process.canReadLine() && m_process.waitForReadyRead()) { }
        const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
        port = QString::number(line[QStringLiteral("port")].toInt());
    }
    ~Server()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    Outcome end(int signal = SIGTERM)
    {
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
        m_process.waitForFinished();
        return {m_process.exitCode(), m_process.readAllStandardOutput()};
    }

    QString port;

private:
    QProcess m_process;
};

} // namespace parallax
