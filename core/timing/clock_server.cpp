// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/clock_server.h"

#include "core/timing/listenable.h"

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto newsInterval = 100ms;
constexpr int mostBatches = 16; // on end; then others in this thread have their turn

} // namespace

Result<std::unique_ptr<ClockServer>> ClockServer::open(const ClockServerRequest &request)
{
    auto socket = UdpSocket::bound({listenable(request.bind), request.port});
    if (!socket)
        return socket.error();
    return std::unique_ptr<ClockServer>(new ClockServer(std::move(socket).value(), request.key));
}

ClockServer::ClockServer(UdpSocket socket, std::string key)
    : m_socket(std::move(socket))
    , m_responder(std::move(key))
    , m_notifier(m_socket.descriptor(), QSocketNotifier::Read, this)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &ClockServer::hear);
    connect(&m_news, &QTimer::timeout, this, &ClockServer::say);
    m_news.start(newsInterval);
}

void ClockServer::hear()
{
    const SteadyTime steady = std::chrono::steady_clock::now();
    for (int count = 0; count < mostBatches; ++count) {
        m_answers.clear();
        const std::size_t heard = m_socket.receive([&](const Datagram &question) {
            if (auto answer = m_responder.answer(question, wallClock(), steady))
                m_answers.push_back(std::move(*answer));
        });
        const std::size_t sent = m_socket.send(m_answers);
        m_responder.countNotSent(m_answers.size() - sent);
        if (heard < m_socket.batch())
            return;
    }
}

void ClockServer::say()
{
    const ClockServerCounts counts = m_responder.counts();
    if (counts == m_said)
        return;
    m_said = counts;
    Q_EMIT served({.samples = m_responder.takeSamples(), .counts = counts});
}

} // namespace parallax
