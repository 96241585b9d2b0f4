// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/clock_board.h"
#include "core/timing/clock_frame.h"
#include "core/timing/clock_hub.h"

#include <QTest>
#include <QThread>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <malloc.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t clients = 500;
constexpr int perSecond = 10'000;
constexpr int seconds = 10;
constexpr auto tick = 5ms;

void figure(const char *name, double value, const char *goal)
{
    std::printf("figure: %s %.3f (goal %s)\n", name, value, goal);
}

/// A client with an address of its own, 127.0.1.0 and up.
FileDescriptor clientAt(std::uint32_t number, std::uint16_t port)
{
    FileDescriptor socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_in own{};
    own.sin_family = AF_INET;
    own.sin_addr.s_addr = htonl(0x7f000100 + number);
    const bool isBound = ::bind(socket.get(), reinterpret_cast<const sockaddr *>(&own), sizeof own) == 0;
    own.sin_addr.s_addr = htonl(0x7f000001);
    own.sin_port = htons(port);
    const bool isConnected =
        ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&own), sizeof own) == 0;
    return isBound && isConnected ? std::move(socket) : FileDescriptor();
}

std::uint64_t answersWaiting(const std::vector<FileDescriptor> &sockets)
{
    std::uint64_t count = 0;
    std::array<char, 256> room{};
    for (const FileDescriptor &socket : sockets) {
        while (::recv(socket.get(), room.data(), room.size(), 0) > 0)
            ++count;
    }
    return count;
}

/// Asks so often, paced; how many answers came.
std::uint64_t askPaced(const std::vector<FileDescriptor> &sockets, int questions)
{
    std::uint64_t answers = 0;
    const auto begin = std::chrono::steady_clock::now();
    for (int asked = 0; asked < questions;) {
        const auto due = static_cast<int>((std::chrono::steady_clock::now() - begin) * perSecond / 1s);
        for (; asked < std::min(due, questions); ++asked) {
            const auto bytes =
                clockFrameBytes({.scheme = static_cast<ClockScheme>(1 + asked % 5), .stamped = wallClock()});
            const auto &socket = sockets[static_cast<std::size_t>(asked) % sockets.size()];
            ::send(socket.get(), bytes.data(), bytes.size(), 0);
        }
        std::this_thread::sleep_for(tick);
        answers += answersWaiting(sockets);
    }
    std::this_thread::sleep_for(200ms);
    return answers + answersWaiting(sockets);
}

Duration processorTimeOfThisThread()
{
    rusage usage{};
    ::getrusage(RUSAGE_THREAD, &usage);
    const auto of = [](const timeval &time) {
        return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

/// A hub with a server, in a thread of its own as in the program.
class ServerThread
{
public:
    ServerThread()
        : m_hub(new ClockHub)
    {
        m_hub->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_hub, &QObject::deleteLater);
        QObject::connect(m_hub, &ClockHub::updated, &m_thread, [this](const QList<ClockUpdate> &updates) {
            for (const ClockUpdate &update : updates)
                board.apply(update);
        });
        m_thread.start();
        QMetaObject::invokeMethod(m_hub, [this] { m_hub->startServer({.port = 0}); });
    }
    ~ServerThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    ServerThread(const ServerThread &) = delete;
    ServerThread &operator=(const ServerThread &) = delete;

    Duration processorTime()
    {
        Duration used{};
        QMetaObject::invokeMethod(
            m_hub, [&] { used = processorTimeOfThisThread(); }, Qt::BlockingQueuedConnection);
        return used;
    }

    ClockBoard board; // in the main thread

private:
    QThread m_thread;
    ClockHub *m_hub;
};

bool areOver(const ClockBoard &board, std::size_t count)
{
    return board.clocks().size() == count
        && std::all_of(board.clocks().begin(), board.clocks().end(),
                       [](const auto &entry) { return entry.second.end == ClockEnd::Finished; });
}

std::size_t bytesInUse()
{
    return mallinfo2().uordblks;
}

} // namespace

/// What the clock server bears, on one core, and what a client costs.
class BenchClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThousandQuestionsASecondFromFiveHundredClients()
    {
        ServerThread server;
        QTRY_VERIFY(server.board.server().serving);
        std::vector<FileDescriptor> sockets;
        for (std::uint32_t i = 0; i < clients; ++i)
            sockets.push_back(clientAt(i, server.board.server().serving->port));
        const Duration before = server.processorTime();
        const auto begin = std::chrono::steady_clock::now();
        constexpr int questions = perSecond * seconds;
        const std::uint64_t answers = askPaced(sockets, questions);
        const double took = toSeconds(std::chrono::steady_clock::now() - begin);
        const double used = toSeconds(server.processorTime() - before);
        figure("clock_answers_per_second", static_cast<double>(answers) / took,
               "10000, less a fifth of a second of waiting");
        figure("clock_questions_unanswered", static_cast<double>(questions) - static_cast<double>(answers),
               "0");
        figure("clock_processor_share", used / took, "at most 1, of one core");
        figure("clock_answers_per_core_second", static_cast<double>(answers) / used, ">= 10000");
        QCOMPARE_GE(static_cast<double>(answers) / used, 10'000.0);
        QCOMPARE_GE(answers, std::uint64_t{questions} * 999 / 1000);
    }

    void aClientOfTheServerCostsLittle()
    {
        constexpr std::uint32_t many = 4000;
        ClockResponder responder("");
        const auto bytes = clockFrameBytes({.scheme = ClockScheme::Kalman, .stamped = wallClock()});
        const std::size_t before = bytesInUse();
        for (std::uint32_t i = 0; i < many; ++i)
            responder.answer({.bytes = {bytes.begin(), bytes.end()},
                              .peer = {IpAddress::fromV4(0x0a000000 + i), 1},
                              .received = wallClock()},
                             wallClock(), std::chrono::steady_clock::now());
        responder.takeSamples();
        const double each = static_cast<double>(bytesInUse() - before) / many;
        figure("clock_server_bytes_a_client", each, "<= 1024");
        QCOMPARE_LE(each, 1024.0);
    }

    void aClientOfOursCostsLittle()
    {
        ServerThread server;
        QTRY_VERIFY(server.board.server().serving);
        const SocketAddress address = *server.board.server().serving;
        constexpr std::size_t some = 100;
        const std::size_t before = bytesInUse();
        std::vector<std::unique_ptr<ClockRun>> runs;
        for (std::size_t i = 0; i < some; ++i) {
            auto run = ClockRun::open({.host = "127.0.0.1", .scheme = ClockScheme::Median}, address);
            QVERIFY(run);
            runs.push_back(std::move(run).value());
        }
        const double each = static_cast<double>(bytesInUse() - before) / some / 1024.0;
        figure("clock_client_kib", each, "<= 64");
        QCOMPARE_LE(each, 64.0);
    }

    /// The original's standard deviation on loopback was 1.04 s.
    void theOriginalsSchemesSettleOnLoopback()
    {
        ServerThread server;
        QTRY_VERIFY(server.board.server().serving);
        ClockHub hub;
        ClockBoard board;
        connect(&hub, &ClockHub::updated, &hub, [&](const QList<ClockUpdate> &updates) {
            for (const ClockUpdate &update : updates)
                board.apply(update);
        });
        for (unsigned long long scheme = 1; scheme <= 4; ++scheme)
            hub.open(ClockId{scheme},
                     {.host = "127.0.0.1",
                      .port = server.board.server().serving->port,
                      .scheme = static_cast<ClockScheme>(scheme),
                      .count = 100,
                      .interval = 125ms});
        QTRY_VERIFY_WITH_TIMEOUT(areOver(board, 4), 60'000);
        for (const auto &[id, state] : board.clocks()) {
            const auto told = correctionsOf(state);
            const ClockStatistics settled = statisticsOf(std::span(told).last(50));
            const auto name = QStringLiteral("clock_loopback_deviation_ms_scheme_%1")
                                  .arg(static_cast<unsigned long long>(id));
            figure(qPrintable(name), toMilliseconds(settled.deviation), "<= 0.1");
        }
    }
};

QTEST_GUILESS_MAIN(BenchClock)
#include "bench_clock.moc"
