// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/trace/path_run.h"

#include <QTest>

#include <algorithm>
#include <vector>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr int skipped = 77; // ctest's SKIP_RETURN_CODE
constexpr int perSecond = 10'000;
constexpr int seconds = 10;

Duration processorTime()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval &time) {
        return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

/// Until something arrives, or until then.
void waitFor(std::vector<pollfd> &sockets, Timestamp until)
{
    const auto wait = std::max<Duration>(until - wallClock(), 0ns).count();
    const timespec time{wait / 1'000'000'000, wait % 1'000'000'000};
    ::ppoll(sockets.data(), sockets.size(), &time, nullptr);
}

std::vector<Observation> pingItself(SocketPort &port, const TraceRequest &request)
{
    PathRun run(request, port,
                {.method = request.method,
                 .address = {IpAddress::fromV4(0x7f000001), 0},
                 .source = IpAddress::fromV4(0x7f000001)},
                0);
    std::vector<pollfd> sockets;
    for (const int descriptor : port.descriptors())
        sockets.push_back({descriptor, POLLIN, 0});
    std::vector<Observation> all;
    for (;;) {
        const Progress progress = run.advance(wallClock());
        all.insert(all.end(), progress.observations.begin(), progress.observations.end());
        if (!progress.wakeAt)
            return all;
        waitFor(sockets, *progress.wakeAt);
        port.receive();
    }
}

void print(const char *name, double value, const char *goal)
{
    std::printf("figure: %s %.2f (goal %s)\n", name, value, goal);
}

} // namespace

/// Ten thousand probes a second, paced, on one core.
class BenchProbes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThousandProbesASecond()
    {
        auto port = SocketPort::open();
        QVERIFY2(port, port ? "" : port.error().message.c_str());
        ::prctl(PR_SET_TIMERSLACK, 1UL);
        const Duration before = processorTime();
        const Timestamp begin = wallClock();
        const auto seen = pingItself(*port.value(),
                                     {.kind = TraceRequest::Kind::Ping,
                                      .method = Method::IcmpEcho,
                                      .longestWait = 1s,
                                      .count = perSecond * seconds,
                                      .interval = Duration(1s) / perSecond});
        const double took = toMilliseconds(wallClock() - begin) / 1000.0;
        const double used = toMilliseconds(processorTime() - before) / 1000.0;
        std::vector<Duration> late;
        std::vector<Duration> rtts;
        long lost = 0;
        for (const Observation &o : seen) {
            const auto index = static_cast<std::int64_t>(o.probe.id) - 1;
            late.push_back(o.probe.sent - begin - Duration(1s) * index / perSecond);
            lost += o.reply ? 0 : 1;
            if (const auto rtt = o.rtt())
                rtts.push_back(*rtt);
        }
        print("probes_per_second", static_cast<double>(seen.size()) / took, "10000");
        print("probes_lost", static_cast<double>(lost), "0");
        print("probes_processor_share", used / took, "at most 1, of one core");
        print("probes_late_p99_us", toMilliseconds(*percentile(late, 0.99)) * 1000.0, "-");
        print("probes_rtt_median_us", toMilliseconds(*median(rtts)) * 1000.0, "-");
        QCOMPARE(seen.size(), std::size_t{perSecond} * seconds);
    }
};

int main(int argc, char **argv)
{
    if (::geteuid() != 0) {
        std::puts("SKIP: raw sockets need root");
        return skipped;
    }
    BenchProbes bench;
    return QTest::qExec(&bench, argc, argv);
}

#include "bench_probes.moc"
