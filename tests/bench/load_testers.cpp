// SPDX-License-Identifier: GPL-3.0-or-later
//
// load-testers --testers N | --rate N SECONDS | --half-open N | --slow-readers N
// Plays testers on loopback addresses against a real service and prints what they met and what it cost. Needs
// the right to capture, as the service does. Ends by itself; exit code 1 when a goal is missed.
#include "tests/bench/service.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <map>

using namespace parallax;
using namespace parallax::load;
using namespace std::chrono_literals;

namespace {

constexpr auto longest = 120s;
bool allMet = true; // the exit code

void figure(const char *name, double value, const char *unit, double limit = -1)
{
    const bool met = limit < 0 || value <= limit;
    allMet = allMet && met;
    if (limit < 0)
        std::printf("figure: %s %.3f %s\n", name, value, unit);
    else
        std::printf("figure: %s %.3f %s (goal <= %g) %s\n", name, value, unit, limit, met ? "met" : "MISSED");
    std::fflush(stdout);
}

double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return NAN;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

double milliseconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

/// The text pings' round trips of every report, by session.
std::map<std::string, std::vector<double>> reportedIn(const std::vector<std::string> &lines)
{
    std::map<std::string, std::vector<double>> reported;
    for (const std::string &line : lines) {
        const QJsonObject report = QJsonDocument::fromJson(QByteArray::fromStdString(line))
                                       .object()
                                       .value(QLatin1String("report"))
                                       .toObject();
        if (report.isEmpty())
            continue;
        auto &samples = reported[report.value(QLatin1String("session")).toString().toStdString()];
        const QJsonArray all = report.value(QLatin1String("rtt_ms"))
                                   .toObject()
                                   .value(QLatin1String("websocket_text"))
                                   .toObject()
                                   .value(QLatin1String("samples"))
                                   .toArray();
        for (const auto &sample : all)
            samples.push_back(sample.toDouble());
    }
    return reported;
}

struct Met {
    int lost = 0; // began, and never got a result or a report
    std::vector<double> verdictMs{};
    std::vector<double> errorMs{}; // reported round trip − time that the answer was really kept
    std::vector<double> lateMs{}; // kept − chosen: this program's own delay
};

Met metBy(const Crowd &crowd, std::size_t from, const std::vector<std::string> &lines)
{
    const auto reported = reportedIn(lines);
    Met met;
    for (std::size_t i = from; i < crowd.testers().size(); ++i) {
        const Tester &tester = crowd.testers()[i];
        const auto report = reported.find(tester.session);
        if (!tester.answered() || report == reported.end()) {
            ++met.lost;
            continue;
        }
        met.verdictMs.push_back(milliseconds(tester.ended - tester.began));
        if (report->second.size() != tester.delays.size())
            continue; // a ping was lost: which one is not known
        for (std::size_t ping = 0; ping < tester.delays.size(); ++ping) {
            const Delay &delay = tester.delays[ping];
            met.errorMs.push_back(std::abs(report->second[ping] - milliseconds(delay.kept)));
            met.lateMs.push_back(milliseconds(delay.kept - delay.chosen));
        }
    }
    return met;
}

/// Plays until all have left, and gives the reports a moment to be printed.
std::vector<std::string> playOut(Crowd &crowd, Service &service, std::int64_t &mostMemoryKiB)
{
    int ticks = 0;
    crowd.play(
        longest, [&] { return crowd.ordinaryRunning() == 0; },
        [&] {
            if (++ticks % 10 == 0)
                mostMemoryKiB = std::max(mostMemoryKiB, service.memoryKiB());
        });
    std::this_thread::sleep_for(1s);
    return service.takeLines();
}

/// What a run cost: in all, and of each thread where that is known to the hundredth.
void printCpu(const std::map<std::string, double> &after, const std::map<std::string, double> &before,
              int runs)
{
    double all = 0;
    for (const auto &[thread, milliseconds] : after) {
        const auto earlier = before.find(thread);
        const double each = (milliseconds - (earlier == before.end() ? 0 : earlier->second)) / runs;
        all += each;
        if (runs >= 1000)
            figure(("cpu_a_run_" + thread).c_str(), each, "ms");
    }
    figure("cpu_a_run", all, "ms");
}

std::vector<std::string> optionsFor(int testers)
{
    return {"--max-testers", std::to_string(std::max(testers, 1000))};
}

int allAtOnce(int testers)
{
    auto service = Service::start(optionsFor(testers));
    if (!service) {
        std::fprintf(stderr, "%s\n", service.error().message.c_str());
        return 4;
    }
    Crowd crowd(service.value()->target());
    std::int64_t memoryOfOne = 0;
    crowd.begin();
    const auto firstLines = playOut(crowd, *service.value(), memoryOfOne);
    const Met alone = metBy(crowd, 0, firstLines);
    if (alone.verdictMs.empty()) {
        std::fprintf(stderr, "a single tester got no verdict\n");
        return 4;
    }
    const auto cpuBefore = service.value()->cpuMilliseconds();
    const std::int64_t storeBefore = service.value()->storeBytes();
    std::int64_t memoryOfAll = 0;
    for (int i = 0; i < testers; ++i)
        crowd.begin();
    const auto lines = playOut(crowd, *service.value(), memoryOfAll);
    const Met met = metBy(crowd, 1, lines);
    figure("testers", testers, "");
    figure("runs_lost", met.lost, "", 0);
    figure("rtt_error_p50", percentile(met.errorMs, 0.5), "ms", 0.2);
    figure("rtt_error_p99", percentile(met.errorMs, 0.99), "ms", 1);
    figure("crowd_late_p99", percentile(met.lateMs, 0.99), "ms");
    figure("verdict_alone", alone.verdictMs.front(), "ms");
    figure("verdict_p50", percentile(met.verdictMs, 0.5), "ms");
    figure("verdict_p99", percentile(met.verdictMs, 0.99), "ms", 2 * alone.verdictMs.front());
    // What one or two more take is what the heap grows by, whole pages for the next ones too.
    figure("memory_a_tester", static_cast<double>(memoryOfAll - memoryOfOne) / testers, "KiB",
           testers >= 10 ? 64 : -1);
    printCpu(service.value()->cpuMilliseconds(), cpuBefore, testers);
    figure("store_a_run", static_cast<double>(service.value()->storeBytes() - storeBefore) / 1024 / testers,
           "KiB");
    return allMet ? 0 : 1;
}

int steadily(int rate, int seconds)
{
    auto service = Service::start(optionsFor(20 * rate));
    if (!service)
        return 4;
    Crowd crowd(service.value()->target());
    const auto began = Clock::now();
    const int wanted = rate * seconds;
    std::vector<std::string> lines;
    crowd.play(
        std::chrono::seconds(seconds) + longest,
        [&] { return static_cast<int>(crowd.testers().size()) == wanted && crowd.ordinaryRunning() == 0; },
        [&] {
            const auto due = static_cast<int>(milliseconds(Clock::now() - began) * rate / 1000);
            for (int i = static_cast<int>(crowd.testers().size()); i < std::min(due, wanted); ++i)
                crowd.begin();
            const auto more = service.value()->takeLines();
            lines.insert(lines.end(), more.begin(), more.end());
        });
    std::this_thread::sleep_for(1s);
    const auto rest = service.value()->takeLines();
    lines.insert(lines.end(), rest.begin(), rest.end());
    const Met met = metBy(crowd, 0, lines);
    figure("rate", rate, "runs/s");
    figure("runs_lost", met.lost, "", 0);
    figure("verdict_p99", percentile(met.verdictMs, 0.99), "ms");
    figure("rtt_error_p99", percentile(met.errorMs, 0.99), "ms");
    printCpu(service.value()->cpuMilliseconds(), {}, wanted);
    return allMet ? 0 : 1;
}

/// So many that only take room; an ordinary tester is measured all the same.
int besides(Habit habit, int count)
{
    auto service = Service::start(optionsFor(2 * count));
    if (!service)
        return 4;
    Crowd crowd(service.value()->target());
    const std::int64_t memoryBefore = service.value()->memoryKiB();
    for (int i = 0; i < count; ++i)
        crowd.begin(habit);
    crowd.play(
        2s, [] { return false; }, [] {});
    const std::size_t ordinary = crowd.begin();
    std::int64_t memory = service.value()->memoryKiB();
    const auto lines = playOut(crowd, *service.value(), memory);
    const Met met = metBy(crowd, ordinary, lines);
    figure("others", count, "");
    figure("runs_lost", met.lost, "", 0);
    figure("verdict", met.verdictMs.empty() ? NAN : met.verdictMs.front(), "ms", 10'000);
    figure("memory_for_the_others", static_cast<double>(memory - memoryBefore), "KiB", 64.0 * count);
    return allMet ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string mode = argc > 1 ? argv[1] : "";
    const int count = argc > 2 ? std::atoi(argv[2]) : 0;
    const int seconds = argc > 3 ? std::atoi(argv[3]) : 0;
    if (mode == "--testers" && count > 0)
        return allAtOnce(count);
    if (mode == "--rate" && count > 0 && seconds > 0)
        return steadily(count, seconds);
    if (mode == "--half-open" && count > 0)
        return besides(Habit::HalfOpen, count);
    if (mode == "--slow-readers" && count > 0)
        return besides(Habit::NeverReads, count);
    std::fprintf(stderr,
                 "usage: load-testers --testers N | --rate N SECONDS | --half-open N | --slow-readers N\n");
    return 3;
}
