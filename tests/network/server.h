// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/network/street.h"

#include <QJsonObject>
#include <QUrl>

namespace parallax::lab {

/// A line of `serve --json`, and when it was read.
struct Event {
    QJsonObject object;
    std::chrono::steady_clock::time_point read;
};

enum class Rights { Root, Nobody };

/// `parallax-cli serve --json` on the street's server.
class Server
{
public:
    static Result<std::unique_ptr<Server>> start(const Street &street, const QStringList &options = {},
                                                 Rights rights = Rights::Root);

    /// The next event of this name; those before it are passed over.
    Result<Event> waitFor(const QString &event,
                          std::chrono::milliseconds deadline = std::chrono::seconds(30));

    const QJsonObject &listening() const { return m_listening; }
    /// The link to share, as an IPv4 or an IPv6 tester would open it.
    QString link() const;
    QString linkV6() const;
    QString store() const { return m_store; }
    qint64 pid() const { return m_process->pid(); }
    void kill() { m_process->kill(); }

private:
    Server() = default;
    std::unique_ptr<Process> m_process;
    QJsonObject m_listening;
    QString m_store;
};

/// Runs another sub-command of parallax-cli on the street's server.
Result<QByteArray> runParallax(const Street &street, const QStringList &arguments);

} // namespace parallax::lab
