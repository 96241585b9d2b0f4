// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/config.h"
#include "core/data/update.h"

#include <QObject>
#include <QTimer>

#include <string>

namespace parallax {

/// Looks whether this machine's addresses have changed while the service runs: a network that comes, goes or
/// gives another address. The links follow.
class LinkFollower : public QObject
{
    Q_OBJECT

public:
    explicit LinkFollower(QObject *parent = nullptr);

    /// Says changed() at once. `listening` has the ports; `token` is the link's.
    void start(const Config &config, const Listening &listening, const std::string &token);
    /// The links have another token from now on.
    void setToken(const std::string &token);
    void stop() { m_timer.stop(); }

Q_SIGNALS:
    void changed(const parallax::Listening &listening);
    /// No machine but this one can open a link, or others can again.
    void offlineChanged(bool offline);

private:
    void look();

    QTimer m_timer;
    Config m_config;
    Listening m_listening;
    std::string m_token;
    bool m_offline = false;
};

} // namespace parallax
