// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's commands, each passed on to the thread of the object that obeys it.
#include "app/engine.h"
#include "core/path/packet_hub.h"
#include "core/path/path_hub.h"
#include "core/session/session_hub.h"
#include "core/store/store_worker.h"
#include "core/timing/clock_hub.h"
#include "core/timing/tcp_server.h"

namespace parallax {

void Engine::invite(const QString &name, std::chrono::seconds validFor, std::optional<int> maxUses)
{
    QMetaObject::invokeMethod(
        m_hub, [hub = m_hub, name, validFor, maxUses] { hub->invite(name, validFor, maxUses); });
}

void Engine::revoke(const QString &token)
{
    QMetaObject::invokeMethod(m_hub, [hub = m_hub, token] { hub->revoke(token); });
}

void Engine::startClockServer(const ClockServerRequest &request)
{
    QMetaObject::invokeMethod(m_clocks, [hub = m_clocks, request] { hub->startServer(request); });
}

void Engine::stopClockServer()
{
    QMetaObject::invokeMethod(m_clocks, &ClockHub::stopServer);
}

void Engine::openClock(ClockId clock, const ClockRequest &request)
{
    QMetaObject::invokeMethod(m_clocks, [hub = m_clocks, clock, request] { hub->open(clock, request); });
}

void Engine::closeClock(ClockId clock)
{
    QMetaObject::invokeMethod(m_clocks, [hub = m_clocks, clock] { hub->close(clock); });
}

void Engine::startTcpServer(const TcpServerRequest &request)
{
    QMetaObject::invokeMethod(m_tcpServer, [server = m_tcpServer, request] { server->start(request); });
}

void Engine::stopTcpServer()
{
    QMetaObject::invokeMethod(m_tcpServer, &TcpServer::stop);
}

void Engine::openTrace(TraceId trace, const TraceRequest &request)
{
    QMetaObject::invokeMethod(m_paths, [hub = m_paths, trace, request] { hub->open(trace, request); });
}

void Engine::closeTrace(TraceId trace)
{
    QMetaObject::invokeMethod(m_paths, [hub = m_paths, trace] { hub->close(trace); });
}

void Engine::pauseTrace(TraceId trace, bool paused)
{
    QMetaObject::invokeMethod(m_paths, [hub = m_paths, trace, paused] { hub->setPaused(trace, paused); });
}

void Engine::surveyPackets(const IpAddress &target)
{
    QMetaObject::invokeMethod(m_packets, [hub = m_packets, target] { hub->survey(target); });
}

void Engine::sendPacket(const PacketRequest &request)
{
    QMetaObject::invokeMethod(m_packets, [hub = m_packets, request] { hub->send(request); });
}

void Engine::stopPackets()
{
    QMetaObject::invokeMethod(m_packets, &PacketHub::stop);
}

void Engine::listStoredPaths()
{
    QMetaObject::invokeMethod(m_store, &StoreWorker::listPaths);
}

void Engine::openStoredPath(TraceId trace, const QString &id)
{
    QMetaObject::invokeMethod(m_store, [store = m_store, trace, id] { store->openPath(trace, id); });
}

void Engine::openPathFile(TraceId trace, const QString &file)
{
    QMetaObject::invokeMethod(m_store, [store = m_store, trace, file] { store->openPathFile(trace, file); });
}

void Engine::copyStoredPath(const QString &id, const QString &file)
{
    QMetaObject::invokeMethod(m_store, [store = m_store, id, file] { store->copyPath(id, file); });
}

void Engine::removeStoredPath(const QString &id)
{
    QMetaObject::invokeMethod(m_store, [store = m_store, id] { store->removePath(id); });
}

void Engine::endSession(SessionId session)
{
    QMetaObject::invokeMethod(m_hub, [hub = m_hub, session] { hub->endSession(session); });
}

} // namespace parallax
