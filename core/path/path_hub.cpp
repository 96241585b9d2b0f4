// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/path/path_hub.h"

#include <iterator>

namespace parallax {

PathHub::PathHub(SocketPort *port, Error why)
    : m_runs(port, std::move(why))
{
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, [this] {
        m_runs.advance(wallClock());
        endTurn();
    });
    for (const int descriptor : m_runs.descriptors()) {
        auto notifier = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
        notifier->setParent(this); // travels to the measuring thread with the hub
        connect(notifier.get(), &QSocketNotifier::activated, this, [this, descriptor] {
            m_runs.hear(descriptor);
            endTurn();
        });
        m_notifiers.push_back(std::move(notifier));
    }
}

void PathHub::open(TraceId trace, const TraceRequest &request)
{
    m_runs.open(trace, request);
    endTurn();
}

void PathHub::close(TraceId trace)
{
    m_runs.close(trace);
    endTurn();
}

/// What happens at once crosses to the other threads at once.
void PathHub::endTurn()
{
    if (const auto patience = m_runs.patience(wallClock()))
        m_wake.start(std::chrono::ceil<std::chrono::milliseconds>(*patience));
    else
        m_wake.stop();
    auto news = m_runs.takeNews();
    if (!news.empty())
        Q_EMIT updated({std::make_move_iterator(news.begin()), std::make_move_iterator(news.end())});
}

} // namespace parallax
