// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link_follower.h"
#include "core/base/result.h"
#include "core/data/clock_update.h"
#include "core/data/config.h"
#include "core/data/packet_exchange.h"
#include "core/data/update.h"
#include "core/probe/craft_port.h"
#include "core/probe/packet_port.h"
#include "core/probe/socket_port.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <memory>
#include <optional>

namespace parallax {

class ClockHub;
class PacketHub;
class PageServer;
class PathHub;
class SessionHub;
class StoreWorker;
class TcpServer;

/// What traces leave by, and crafted packets where there is a workbench; without the right to probe they are
/// null and `why` says so.
struct PathDoor {
    std::unique_ptr<SocketPort> port{};
    std::unique_ptr<CraftPort> crafts{};
    Error why{};
};
/// Opens it for traces; before rights are dropped.
PathDoor openPathDoor();
/// And for the workbench.
PathDoor openWorkbenchDoor();

/// The wiring plan: builds every object of the measuring side, gives each its thread and makes every connect.
/// Window and command line share it. docs/architecture.md says what each thread is for.
class Engine : public QObject
{
    Q_OBJECT

public:
    /// `port` is null where packets may not be captured; `store` is a file or a URL.
    Engine(std::unique_ptr<PacketPort> port, PathDoor door, QString store, RunNews news = RunNews::AsItGoes);
    ~Engine() override;

    /// The file or URL.
    const QString &store() const { return m_storeLocation; }

    /// Opens both ports; the link follows as an update, or a notice that says what hinders. False then.
    bool start(const Config &config);
    void stop();

    void invite(const QString &name, std::chrono::seconds validFor, std::optional<int> maxUses);
    void revoke(const QString &token);
    void endSession(parallax::SessionId session);
    void startClockServer(const parallax::ClockServerRequest &request);
    void stopClockServer();
    void openClock(parallax::ClockId clock, const parallax::ClockRequest &request);
    void closeClock(parallax::ClockId clock);
    void startTcpServer(const parallax::TcpServerRequest &request);
    void stopTcpServer();
    void openTrace(parallax::TraceId trace, const parallax::TraceRequest &request);
    void closeTrace(parallax::TraceId trace);
    void pauseTrace(parallax::TraceId trace, bool paused);
    void surveyPackets(const parallax::IpAddress &target);
    void sendPacket(const parallax::PacketRequest &request);
    void stopPackets();
    void listStoredPaths();
    void openStoredPath(parallax::TraceId trace, const QString &id);
    void openPathFile(parallax::TraceId trace, const QString &file);
    void copyStoredPath(const QString &id, const QString &file);
    void removeStoredPath(const QString &id);

Q_SIGNALS:
    void updated(const QList<parallax::Update> &updates);
    void clocksUpdated(const QList<parallax::ClockUpdate> &updates);
    void packetsUpdated(const QList<parallax::PacketUpdate> &updates);

private:
    void connectHub(RunNews news);
    void connectStore();
    void connectPage();
    void beginCapture();
    void openGeoFiles(const Config &config);
    bool refuse(const Error &error, const Config &config, quint16 port);
    Result<quint16> listenForBrowsers(const Config &config, quint16 webSocketPort);

    QString m_storeLocation;
    std::unique_ptr<PacketPort> m_port;
    PathDoor m_door;
    QThread m_measure;
    QThread m_web;
    QThread m_storage;
    std::unique_ptr<QThread> m_capture;
    SessionHub *m_hub; // in m_measure, deleted by its end; likewise the next; those after it have threads of
                       // their own
    PathHub *m_paths;
    ClockHub *m_clocks;
    PacketHub *m_packets;
    PageServer *m_page;
    TcpServer *m_tcpServer; // in m_web: it serves strangers
    StoreWorker *m_store;
    LinkFollower m_links;
};

} // namespace parallax
