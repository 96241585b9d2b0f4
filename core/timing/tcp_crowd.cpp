// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/tcp_crowd.h"

#include "core/base/descriptor_limit.h"
#include "core/clock/step_watch.h"

#include <algorithm>
#include <utility>

namespace parallax {

void TcpCrowdSummary::add(const TcpTimeSample &sample)
{
    ++answered;
    rtts.push_back(sample.rtt);
    const bool clockWasSet = std::chrono::abs(sample.exchange.rtt() - sample.rtt) >= StepWatch::least;
    if (clockWasSet || (quickest && sample.rtt >= quickestRtt))
        return;
    quickest = sample.exchange;
    quickestRtt = sample.rtt;
}

TcpCrowd::TcpCrowd(TcpClientRequest request)
    : m_request(std::move(request))
{
}

void TcpCrowd::start(const QList<QHostAddress> &servers)
{
    allowManyDescriptors();
    m_begin = std::chrono::steady_clock::now();
    m_summary.connections = m_request.connections;
    m_askers.reserve(static_cast<std::size_t>(m_request.connections));
    for (int i = 0; i < m_request.connections; ++i) {
        auto *asker = new TcpAsker(m_request, servers, this);
        connect(asker, &TcpAsker::answered, this, &TcpCrowd::take);
        // Queued: it may be stopped while all are gone through.
        connect(
            asker, &TcpAsker::finished, this,
            [this, asker](const std::optional<Error> &trouble) { leave(asker, trouble); },
            Qt::QueuedConnection);
        m_askers.push_back(asker);
    }
}

void TcpCrowd::stop()
{
    for (TcpAsker *asker : m_askers)
        asker->stop();
}

void TcpCrowd::take(const TcpTimeSample &sample)
{
    m_summary.took = std::chrono::steady_clock::now() - m_begin;
    m_summary.add(sample);
    Q_EMIT answered(sample);
}

void TcpCrowd::leave(TcpAsker *asker, const std::optional<Error> &trouble)
{
    m_summary.connected += asker->isConnected() ? 1 : 0;
    if (trouble) {
        ++m_summary.failed;
        if (!m_summary.trouble)
            m_summary.trouble = trouble;
    }
    m_askers.erase(std::find(m_askers.begin(), m_askers.end(), asker));
    asker->deleteLater();
    if (m_askers.empty())
        Q_EMIT finished();
}

} // namespace parallax
