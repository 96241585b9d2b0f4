// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/tcp_server.h"

#include "core/base/descriptor_limit.h"
#include "core/timing/listenable.h"
#include "core/timing/socket_name.h"
#include "core/timing/tcp_worker.h"

#include <QAbstractEventDispatcher>
#include <QHostAddress>
#include <QTcpServer>
#include <QThread>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include <unistd.h>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr int backlog = 4'096; // Qt's own, 50, makes a crowd wait for seconds
constexpr auto newsInterval = 200ms;
constexpr auto resumeAfter = 500ms; // when descriptors ran out, where Qt would stop accepting for good

/// Hands on what it accepts, unopened.
class Door : public QTcpServer
{
public:
    explicit Door(std::function<void(qintptr)> welcome)
        : m_welcome(std::move(welcome))
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_welcome(descriptor); }

private:
    std::function<void(qintptr)> m_welcome;
};

/// :: stands for both families, as the clock server's UDP socket has it.
QHostAddress addressFor(const IpAddress &address)
{
    if (address.isUnspecified() && !address.isV4())
        return QHostAddress::Any;
    QHostAddress named(QString::fromStdString(address.toString()));
    return named;
}

/// What Qt says of a port that cannot be listened on. Named here, as Qt's own translations may be missing.
[[maybe_unused]] constexpr std::array wordsOfQt{
    QT_TRANSLATE_NOOP("Reasons", "The bound address is already in use"),
    QT_TRANSLATE_NOOP("Reasons", "Another socket is already listening on the same port"),
    QT_TRANSLATE_NOOP("Reasons", "The address is not available"),
    QT_TRANSLATE_NOOP("Reasons", "The address is protected"),
};

Error failure(const QTcpServer &door)
{
    const std::string message = door.errorString().toStdString();
    switch (door.serverError()) {
    case QAbstractSocket::AddressInUseError:
        return {ErrorCode::Unavailable, message};
    case QAbstractSocket::SocketAddressNotAvailableError:
        return {ErrorCode::InvalidArgument, message};
    case QAbstractSocket::SocketAccessError:
        return {ErrorCode::NotPermitted, message};
    default:
        return {ErrorCode::Io, message};
    }
}

} // namespace

TcpServer::TcpServer(TcpClockLimits limits, MakeDispatcher makeDispatcher)
    : m_limits(limits)
    , m_makeDispatcher(std::move(makeDispatcher))
{
    m_say.setSingleShot(true);
    connect(&m_say, &QTimer::timeout, this, &TcpServer::say);
}

TcpServer::~TcpServer()
{
    end();
}

void TcpServer::start(const TcpServerRequest &request)
{
    end();
    m_totals = {};
    allowManyDescriptors();
    m_door = std::make_unique<Door>([this](qintptr descriptor) { welcome(descriptor); });
    m_door->setListenBacklogSize(backlog);
    const IpAddress bind = listenable(request.bind);
    if (!m_door->listen(addressFor(bind), request.port)) {
        const Error error = failure(*m_door);
        m_door.reset();
        Q_EMIT updated({TcpClockServerFailed{error}});
        return;
    }
    connect(m_door.get(), &QTcpServer::acceptError, this, [this] {
        QTimer::singleShot(resumeAfter, m_door.get(), [door = m_door.get()] { door->resumeAccepting(); });
    });
    for (int i = 0; i < std::clamp(request.threads, 1, TcpServerRequest::mostThreads); ++i)
        addShare();
    Q_EMIT updated({TcpClockServing{{bind, m_door->serverPort()}}});
}

void TcpServer::addShare()
{
    auto share = std::make_unique<Share>();
    share->thread = std::make_unique<QThread>();
    share->thread->setObjectName(QStringLiteral("tcp-clock"));
    if (m_makeDispatcher)
        share->thread->setEventDispatcher(m_makeDispatcher()); // the thread's from here on
    share->worker = new TcpWorker(m_limits);
    share->worker->moveToThread(share->thread.get());
    connect(share->thread.get(), &QThread::finished, share->worker, &QObject::deleteLater);
    connect(share->worker, &TcpWorker::changed, this, &TcpServer::learn);
    share->thread->start();
    m_shares.push_back(std::move(share));
}

bool TcpServer::admits(const IpAddress &address)
{
    return m_held.total() < m_limits.mostConnections && m_held.held(address) < m_limits.mostOfOneAddress;
}

void TcpServer::welcome(qintptr descriptor)
{
    const auto peer = peerOf(static_cast<int>(descriptor));
    if (!peer || !admits(peer->address)) {
        ::close(static_cast<int>(descriptor));
        m_totals.refused += peer ? 1 : 0; // without a name it is gone already
        if (!m_say.isActive())
            m_say.start(newsInterval);
        return;
    }
    m_held.enter(peer->address);
    Share &share = **std::min_element(m_shares.begin(), m_shares.end(),
                                      [](const auto &a, const auto &b) { return a->open < b->open; });
    ++share.open;
    ++m_totals.accepted;
    const TcpClockConnection connection{.number = ++m_lastNumber, .peer = *peer, .since = wallClock()};
    m_known.emplace(connection.number, Known{connection, &share});
    QMetaObject::invokeMethod(share.worker, [worker = share.worker, descriptor, connection] {
        worker->adopt(descriptor, connection);
    });
    learn({connection});
}

void TcpServer::learn(const QList<TcpClockConnection> &connections)
{
    for (const TcpClockConnection &connection : connections) {
        const auto found = m_known.find(connection.number);
        if (found == m_known.end())
            continue; // of a server that was stopped
        TcpClockConnection &known = found->second.connection;
        m_totals.requests += connection.requests() - known.requests();
        m_totals.bytesIn += connection.bytesIn - known.bytesIn;
        m_totals.bytesOut += connection.bytesOut - known.bytesOut;
        known = connection;
        if (connection.end == TcpClockEnd::Open) {
            m_changed.insert(connection.number);
            continue;
        }
        m_held.leave(connection.peer.address);
        --found->second.share->open;
        m_news.changed.push_back(connection);
        m_changed.erase(connection.number);
        m_known.erase(found);
    }
    if (!m_say.isActive())
        m_say.start(newsInterval);
}

void TcpServer::say()
{
    for (const std::uint64_t number : m_changed)
        m_news.changed.push_back(m_known.at(number).connection);
    m_changed.clear();
    m_totals.open = m_known.size();
    m_news.totals = m_totals;
    Q_EMIT updated({std::exchange(m_news, {})});
}

void TcpServer::stop()
{
    if (!m_door)
        return;
    end();
    say();
    Q_EMIT updated({TcpClockServingStopped{}});
}

void TcpServer::end()
{
    m_door.reset();
    for (const auto &share : m_shares) {
        QList<TcpClockConnection> last;
        QMetaObject::invokeMethod(
            share->worker, [&] { last = share->worker->stop(); }, Qt::BlockingQueuedConnection);
        learn(last);
        share->thread->quit();
        share->thread->wait();
    }
    // What ended in that very moment, and whose report is still under way.
    QList<TcpClockConnection> rest;
    for (const auto &[number, known] : m_known) {
        rest.append(known.connection);
        rest.back().end = TcpClockEnd::Stopped;
    }
    learn(rest);
    m_shares.clear();
    m_say.stop();
}

} // namespace parallax
