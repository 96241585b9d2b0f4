// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link_follower.h"

#include "app/links.h"

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto lookInterval = 3s;

} // namespace

LinkFollower::LinkFollower(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, this, &LinkFollower::look);
}

void LinkFollower::start(const Config &config, const Listening &listening, const std::string &token)
{
    m_config = config;
    m_listening = listening;
    m_token = token;
    m_listening.urls = links(m_config, m_listening.httpPort, m_token);
    Q_EMIT changed(m_listening); // also when there is none: the service runs
    look();
    m_timer.start();
}

void LinkFollower::setToken(const std::string &token)
{
    if (!m_timer.isActive())
        return; // stopped meanwhile
    m_token = token;
    look();
}

void LinkFollower::look()
{
    auto urls = links(m_config, m_listening.httpPort, m_token);
    if (urls != m_listening.urls) {
        m_listening.urls = std::move(urls);
        Q_EMIT changed(m_listening);
    }
    const bool offline = !reachableFromElsewhere(m_config);
    if (offline != m_offline)
        Q_EMIT offlineChanged(offline);
    m_offline = offline;
}

} // namespace parallax
