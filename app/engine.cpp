// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"

#include "app/api_token.h"
#include "app/config_file.h"
#include "app/epoll_dispatcher.h"
#include "app/program_files.h"
#include "core/echo/tls_files.h"
#include "core/geo/geo_files.h"
#include "core/path/packet_hub.h"
#include "core/path/path_hub.h"
#include "core/service/page_server.h"
#include "core/session/session_hub.h"
#include "core/store/store_worker.h"
#include "core/timing/clock_hub.h"
#include "core/timing/tcp_server.h"

#include <QLoggingCategory>

#include <cerrno>
#include <cstring>

#include <sys/resource.h>

namespace parallax {

namespace {

Q_LOGGING_CATEGORY(logEngine, "parallax.engine")

/// Moves a worker to its thread, which deletes it when it ends.
template<class Worker>
Worker *settle(Worker *worker, QThread &thread, const char *name)
{
    thread.setObjectName(QLatin1String(name));
    worker->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
    return worker;
}

/// Calls a function in an object's thread and waits for what it returns.
template<class Function>
auto ask(QObject *object, Function function)
{
    std::optional<decltype(function())> answer;
    QMetaObject::invokeMethod(
        object, [&] { answer.emplace(function()); }, Qt::BlockingQueuedConnection);
    return std::move(*answer);
}

/// The calling thread lets others go first where all want the processor; Linux counts this by thread.
void stepBack()
{
    constexpr int nice = 10; // a ninth of the others' weight: sched(7)
    if (::setpriority(PRIO_PROCESS, 0, nice) != 0)
        qCDebug(logEngine, "The store's thread keeps its priority: %s", std::strerror(errno));
}

void finish(QThread &thread)
{
    thread.quit();
    thread.wait();
}

/// Either it is named, or testers come by TLS that somebody else ends.
bool isBehindFront(const ServiceConfig &service)
{
    const bool tlsElsewhere = service.certificateFile.empty()
        && (service.publicUrl.starts_with("https:") || service.publicWebSocketUrl.starts_with("wss:"));
    return tlsElsewhere || !service.trustedProxy.empty();
}

/// The capture thread's work.
void capture(PacketPort *port, SessionHub *hub)
{
    const auto ended = port->run();
    if (ended)
        return;
    QMetaObject::invokeMethod(
        hub, [hub, reason = QString::fromStdString(ended.error().message)] { hub->captureFailed(reason); });
}

} // namespace

PathDoor openPathDoor()
{
    auto port = SocketPort::open();
    if (!port)
        return {.why = port.error()};
    return {.port = std::move(port).value()};
}

PathDoor openWorkbenchDoor()
{
    PathDoor door = openPathDoor();
    if (!door.port)
        return door;
    if (auto crafts = CraftPort::open())
        door.crafts = std::move(crafts).value();
    else
        door.why = crafts.error();
    return door;
}

Engine::Engine(std::unique_ptr<PacketPort> port, PathDoor door, QString store, RunNews news)
    : m_storeLocation(std::move(store))
    , m_port(std::move(port))
    , m_door(std::move(door))
    , m_hub(settle(new SessionHub(m_port.get(), news), m_measure, "measure"))
    , m_paths(settle(new PathHub(m_door.port.get(), m_door.why), m_measure, "measure"))
    , m_clocks(settle(new ClockHub, m_measure, "measure"))
    , m_packets(settle(new PacketHub(m_door.crafts.get(), m_door.why), m_measure, "measure"))
    , m_page(settle(new PageServer, m_web, "web"))
    , m_tcpServer(settle(new TcpServer({}, [] { return new EpollDispatcher; }), m_web, "web"))
    , m_store(settle(new StoreWorker, m_storage, "store"))
{
    connect(&m_links, &LinkFollower::changed, m_hub, &SessionHub::announce);
    connect(&m_links, &LinkFollower::offlineChanged, this, [this](bool offline) {
        Q_EMIT updated({Notice{.code = NoticeCode::NoNetwork, .cleared = !offline}});
    });
    connectHub(news);
    connectPage();
    m_measure.setEventDispatcher(new EpollDispatcher); // the thread's from here on
    m_measure.start(QThread::TimeCriticalPriority);
    m_web.setEventDispatcher(new EpollDispatcher);
    m_web.start();
    m_storage.start();
    connectStore();
    if (m_port)
        beginCapture();
}

Engine::~Engine()
{
    if (m_capture) {
        m_port->stop();
        m_capture->wait();
    }
    finish(m_measure);
    finish(m_web);
    finish(m_storage); // last: what the others said is still saved
}

void Engine::connectHub(RunNews news)
{
    connect(m_hub, &SessionHub::updated, this, &Engine::updated);
    connect(m_hub, &SessionHub::openInvitationRenewed, &m_links,
            [this](const QString &token) { m_links.setToken(token.toStdString()); });
    if (news == RunNews::AsItGoes) // else the API alone asks for traces
        connect(m_paths, &PathHub::updated, this, &Engine::updated);
    connect(m_clocks, &ClockHub::updated, this, &Engine::clocksUpdated);
    connect(m_packets, &PacketHub::updated, this, &Engine::packetsUpdated);
    connect(m_tcpServer, &TcpServer::updated, this, &Engine::clocksUpdated);
}

void Engine::connectPage()
{
    connect(m_hub, &SessionHub::updated, m_page, &PageServer::apply);
    connect(m_paths, &PathHub::updated, m_page, &PageServer::apply);
    connect(m_page, &PageServer::traceRequested, m_paths, &PathHub::open);
    connect(m_page, &PageServer::traceCloseRequested, m_paths, &PathHub::close);
}

void Engine::connectStore()
{
    connect(m_hub, &SessionHub::saveRequested, m_store, &StoreWorker::save);
    connect(m_store, &StoreWorker::stored, m_hub, &SessionHub::stored);
    connect(m_paths, &PathHub::watched, m_store, &StoreWorker::follow);
    connect(m_store, &StoreWorker::updated, this, &Engine::updated);
    QMetaObject::invokeMethod(m_store, [worker = m_store, store = m_storeLocation] {
        stepBack(); // what is measured can't wait, what is written can
        worker->open(store);
    });
}

void Engine::beginCapture()
{
    m_port->setOnSightings(
        [hub = m_hub] { QMetaObject::invokeMethod(hub, &SessionHub::takeSightings, Qt::QueuedConnection); });
    m_capture.reset(QThread::create(capture, m_port.get(), m_hub));
    m_capture->setObjectName(QLatin1String("capture"));
    m_capture->start(QThread::TimeCriticalPriority);
}

bool Engine::start(const Config &config)
{
    if (!config.service.certificateFile.empty()) {
        const auto tls = readTlsFiles(config.service.certificateFile, config.service.keyFile);
        if (!tls) {
            Q_EMIT updated({Notice{.code = NoticeCode::CertificateUnusable,
                                   .detail = tls.error().message,
                                   .wording = tls.error().wording}});
            return false;
        }
    }
    openGeoFiles(config);
    const auto webSocketPort = ask(m_hub, [&] { return m_hub->listen(config); });
    if (!webSocketPort)
        return refuse(webSocketPort.error(), config, config.service.webSocketPort);
    const auto httpPort = listenForBrowsers(config, webSocketPort.value());
    if (!httpPort) {
        QMetaObject::invokeMethod(m_hub, &SessionHub::stop);
        return refuse(httpPort.error(), config, config.service.httpPort);
    }
    for (const NoticeCode hindrance : {NoticeCode::CertificateUnusable, NoticeCode::PortInUse,
                                       NoticeCode::AddressUnusable, NoticeCode::CannotListen})
        Q_EMIT updated({Notice{.code = hindrance, .cleared = true}});
    m_links.start(config, {.httpPort = httpPort.value(), .webSocketPort = webSocketPort.value()},
                  ask(m_hub, [&] { return m_hub->openInvitation().token; }));
    return true;
}

void Engine::openGeoFiles(const Config &config)
{
    const auto files = std::make_shared<const GeoFiles>(geoFolder(config));
    AddressBook book;
    if (!files->found().empty())
        book = [files](const IpAddress &address) { return files->find(address); };
    QMetaObject::invokeMethod(m_hub, [hub = m_hub, book] { hub->setAddressBook(book); });
    QMetaObject::invokeMethod(m_paths, [hub = m_paths, book] { hub->setAddressBook(book); });
    std::string problems;
    for (const std::string &problem : files->problems())
        problems += (problems.empty() ? "" : "; ") + problem;
    Q_EMIT updated(
        {Notice{.code = NoticeCode::GeoFilesUnusable, .detail = problems, .cleared = problems.empty()}});
}

bool Engine::refuse(const Error &error, const Config &config, quint16 port)
{
    Notice notice{.code = NoticeCode::CannotListen, .detail = error.message, .wording = error.wording};
    if (error.code == ErrorCode::Unavailable)
        notice = {.code = NoticeCode::PortInUse, .detail = std::to_string(port)};
    if (error.code == ErrorCode::InvalidArgument)
        notice = {.code = NoticeCode::AddressUnusable, .detail = config.service.bind};
    Q_EMIT updated({notice});
    return false;
}

Result<quint16> Engine::listenForBrowsers(const Config &config, quint16 webSocketPort)
{
    const ServiceConfig &service = config.service;
    PageConfig page{.port = service.httpPort, .anonymous = service.allowAnonymous, .runs = service.runs};
    page.tickets = m_hub->tickets();
    page.api.grantCommand = grantCommand();
    if (auto token = apiToken(config))
        page.api.token = std::move(token).value();
    else
        qCWarning(logEngine, "No token for the HTTP API, so only this machine may use it: %s",
                  token.error().message.c_str());
    page.api.behindFront = isBehindFront(service);
    page.socket.port = webSocketPort;
    page.socket.publicUrl = service.publicWebSocketUrl;
    if (!service.bind.empty())
        page.bind = QHostAddress(QString::fromStdString(service.bind));
    if (const auto front = IpAddress::parse(service.trustedProxy))
        page.limits.fronts.push_back(front.value());
    if (!service.certificateFile.empty()) {
        auto tls = readTlsFiles(service.certificateFile, service.keyFile);
        if (!tls)
            return tls.error();
        page.tls = tls.value();
    }
    return ask(m_page, [&] { return m_page->listen(page); });
}

void Engine::stop()
{
    m_links.stop();
    QMetaObject::invokeMethod(m_page, &PageServer::close);
    QMetaObject::invokeMethod(m_hub, &SessionHub::stop);
}

} // namespace parallax
