// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/epoll_dispatcher.h"
#include "core/timing/clock_hub.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <cstdio>
#include <map>

#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t clients = 500;
constexpr std::uint64_t questions = 20; // of each
constexpr auto interval = 500ms;
constexpr std::uint32_t firstAddress = 0x0a4f0001; // 10.79.0.1
constexpr int skipped = 77; // tells ctest that nothing was tested

void figure(const char *name, double value, const char *goal)
{
    std::printf("figure: %s %.2f (goal %s)\n", name, value, goal);
}

IpAddress addressOf(std::uint32_t client)
{
    return IpAddress::fromV4(firstAddress + client);
}

bool runs(const QStringList &command, const QByteArray &input = {})
{
    QProcess process;
    process.start(command.first(), command.mid(1));
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished() && process.exitCode() == 0;
}

/// In this process's own network namespace each client has an address: whoever asks one is asked from it, and
/// the server's limits count by address.
bool addAddresses()
{
    QByteArray lines = "link set lo up\n";
    for (std::uint32_t i = 0; i < clients; ++i)
        lines += "addr add " + QByteArray::fromStdString(addressOf(i).toString()) + "/32 dev lo\n";
    return runs({QStringLiteral("ip"), QStringLiteral("-batch"), QStringLiteral("-")}, lines);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Of a process, proc_pid_statm(5): resident pages are the second number.
double residentKiB(qint64 process)
{
    const auto fields = contentOf(QStringLiteral("/proc/%1/statm").arg(process)).split(' ');
    return fields.value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1024.0;
}

/// User and kernel time are the fields 14 and 15 of proc_pid_stat(5), after the name in parentheses.
double processorMs(qint64 process)
{
    const QByteArray stat = contentOf(QStringLiteral("/proc/%1/stat").arg(process));
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) * 1000.0
        / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

/// `parallax-cli clock server` in a process of its own.
class Server
{
public:
    Server()
    {
        m_process.start(
            QStringLiteral(PARALLAX_CLI),
            QStringLiteral("clock server --bind 0.0.0.0 --port 0 --json").split(QLatin1Char(' ')));
        while (!m_process.canReadLine() && m_process.waitForReadyRead()) { }
        const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
        port = static_cast<std::uint16_t>(line[QStringLiteral("port")].toInt());
    }
    ~Server()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    qint64 pid() const { return m_process.processId(); }

    std::uint16_t port = 0;

private:
    QProcess m_process;
};

/// Clients of ours in one hub, as the window has them, and what they counted.
class Crowd
{
public:
    Crowd()
    {
        QObject::connect(&m_hub, &ClockHub::updated, &m_hub, [this](const QList<ClockUpdate> &updates) {
            for (const ClockUpdate &update : updates)
                apply(update);
        });
    }

    void ask(std::uint16_t port)
    {
        for (std::uint32_t i = 0; i < clients; ++i)
            m_hub.open(ClockId{i},
                       {.host = addressOf(i).toString(),
                        .port = port,
                        .scheme = static_cast<ClockScheme>(1 + i % 5),
                        .count = questions,
                        .interval = interval});
    }

    std::uint32_t over = 0;
    std::map<ClockId, ClockClientCounts> counts;

private:
    void apply(const ClockUpdate &update)
    {
        if (const auto *sampled = std::get_if<ClockSampled>(&update))
            counts[sampled->clock] = sampled->counts;
        over += std::holds_alternative<ClockClosed>(update) || std::holds_alternative<ClockFailed>(update);
    }

    ClockHub m_hub;
};

} // namespace

/// Five hundred clock clients of ours at once, and a clock server in another process.
class BenchClockClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiveHundredClientsOfOursAreAllServed()
    {
        const Server server;
        QVERIFY(server.port != 0);
        const qint64 own = QCoreApplication::applicationPid();
        const double ownKiB = residentKiB(own);
        const double serverKiB = residentKiB(server.pid());
        const double ownMs = processorMs(own);
        const double serverMs = processorMs(server.pid());
        Crowd crowd;
        crowd.ask(server.port);
        QTRY_COMPARE_WITH_TIMEOUT(crowd.over, clients, 60'000);
        std::uint64_t answered = 0;
        std::uint32_t served = 0;
        for (const auto &[client, counts] : crowd.counts) {
            answered += counts.answered;
            served += counts.answered > 0 ? 1 : 0;
        }
        const double asked = clients * static_cast<double>(questions);
        const double lost = asked - static_cast<double>(answered);
        figure("clock_clients_served", served, "500");
        figure("clock_clients_answers_lost", lost, "0 of 10000");
        figure("clock_server_cpu_ms", processorMs(server.pid()) - serverMs, "<= 1 per 10 answers");
        figure("clock_clients_cpu_ms", processorMs(own) - ownMs, "<= 2 per 10 answers");
        figure("clock_server_kib_a_client", (residentKiB(server.pid()) - serverKiB) / clients, "<= 4");
        figure("clock_clients_kib_each", (residentKiB(own) - ownKiB) / clients, "<= 64");
        QCOMPARE(served, clients);
        QCOMPARE_LE(lost, asked / 1000.0); // a machine that pauses for a second loses what it asked then
        QCOMPARE_LE(processorMs(server.pid()) - serverMs, asked / 10.0);
        QCOMPARE_LE(processorMs(own) - ownMs, asked / 5.0);
        QCOMPARE_LE((residentKiB(server.pid()) - serverKiB) / clients, 4.0);
        QCOMPARE_LE((residentKiB(own) - ownKiB) / clients, 64.0);
    }
};

int main(int argc, char **argv)
{
    // Before there is a second thread; the network is this process's own then.
    if (::unshare(CLONE_NEWNET) != 0) {
        std::puts("SKIP: a network namespace needs root");
        return skipped;
    }
    QCoreApplication::setEventDispatcher(new EpollDispatcher); // as the measuring thread has it
    const QCoreApplication application(argc, argv);
    qputenv("PATH", qgetenv("PATH") + ":/usr/sbin:/sbin"); // a user's path may lack them
    if (!addAddresses()) {
        std::puts("SKIP: the addresses of the clients could not be added");
        return skipped;
    }
    BenchClockClients bench;
    return QTest::qExec(&bench, argc, argv);
}

#include "bench_clock_clients.moc"
