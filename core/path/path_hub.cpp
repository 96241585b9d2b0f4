// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/path/path_hub.h"

#include <algorithm>
#include <iterator>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto gatheringTime = 5ms;

bool isEnd(const Update &update)
{
    return std::holds_alternative<TraceClosed>(update) || std::holds_alternative<TraceFailed>(update);
}

} // namespace

PathHub::PathHub(SocketPort *port, Error why)
    : m_runs(port, std::move(why))
{
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, [this] {
        m_runs.advance(wallClock());
        endTurn();
    });
    m_gather.setSingleShot(true);
    connect(&m_gather, &QTimer::timeout, this, &PathHub::tell);
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
    if (request.kind == TraceRequest::Kind::Watch)
        m_watches.insert(trace);
    m_runs.open(trace, request);
    endTurn();
}

void PathHub::close(TraceId trace)
{
    m_runs.close(trace);
    endTurn();
}

void PathHub::setPaused(TraceId trace, bool paused)
{
    m_runs.setPaused(trace, paused);
    endTurn();
}

void PathHub::endTurn()
{
    if (const auto patience = m_runs.patience(wallClock()))
        m_wake.start(std::chrono::ceil<std::chrono::milliseconds>(*patience));
    else
        m_wake.stop();
    std::vector<Update> news = m_runs.takeNews();
    const bool over = std::any_of(news.begin(), news.end(), isEnd);
    std::move(news.begin(), news.end(), std::back_inserter(m_news));
    if (over)
        tell();
    else if (!m_news.isEmpty() && !m_gather.isActive())
        m_gather.start(gatheringTime);
}

void PathHub::tell()
{
    m_gather.stop();
    const QList<Update> news = std::exchange(m_news, {});
    QList<Update> ofWatches;
    std::copy_if(news.begin(), news.end(), std::back_inserter(ofWatches), [this](const Update &update) {
        const auto trace = traceOf(update);
        return trace && m_watches.contains(*trace);
    });
    if (!ofWatches.isEmpty())
        Q_EMIT watched(ofWatches);
    if (!news.isEmpty())
        Q_EMIT updated(news);
}

} // namespace parallax
