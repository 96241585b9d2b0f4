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
#include <set>

using namespace parallax;
using namespace parallax::load;
using namespace std::chrono_literals;

namespace {

constexpr auto longest = 120s;
constexpr auto longestPrinting = 10s; // of the reports, after the last tester has its result
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

struct Reported {
    Clock::time_point at{}; // the moment its line was read
    std::vector<double> textMs{}; // the text pings' round trips
};

bool isReport(const PrintedLine &line)
{
    return line.text.starts_with(R"({"event":"report")");
}

std::string sessionOf(const PrintedLine &report)
{
    constexpr std::string_view key = R"("session":")";
    const auto at = report.text.find(key);
    if (at == std::string::npos)
        return {};
    const auto begin = at + key.size();
    return report.text.substr(begin, report.text.find('"', begin) - begin);
}

/// Every report, by session.
std::map<std::string, Reported> reportedIn(const std::vector<PrintedLine> &lines)
{
    std::map<std::string, Reported> reported;
    for (const PrintedLine &line : lines) {
        if (!isReport(line))
            continue;
        const QJsonObject report = QJsonDocument::fromJson(QByteArray::fromStdString(line.text))
                                       .object()
                                       .value(QLatin1String("report"))
                                       .toObject();
        Reported &run = reported[report.value(QLatin1String("session")).toString().toStdString()];
        run.at = line.at;
        const QJsonArray all = report.value(QLatin1String("rtt_ms"))
                                   .toObject()
                                   .value(QLatin1String("websocket_text"))
                                   .toObject()
                                   .value(QLatin1String("samples"))
                                   .toArray();
        for (const auto &sample : all)
            run.textMs.push_back(sample.toDouble());
    }
    return reported;
}

struct Met {
    int lost = 0; // began, and never got a result or a report
    std::vector<double> verdictMs{}; // until the tester has it
    std::vector<double> reportMs{}; // until its run is stored and printed
    std::vector<double> errorMs{}; // reported round trip − time that the answer was really kept
    std::vector<double> lateMs{}; // kept − chosen: this program's own delay
};

Met metBy(const Crowd &crowd, std::size_t from, const std::vector<PrintedLine> &lines)
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
        met.reportMs.push_back(milliseconds(report->second.at - tester.began));
        if (report->second.textMs.size() != tester.delays.size())
            continue; // a ping was lost: which one is not known
        for (std::size_t ping = 0; ping < tester.delays.size(); ++ping) {
            const Delay &delay = tester.delays[ping];
            met.errorMs.push_back(std::abs(report->second.textMs[ping] - milliseconds(delay.kept)));
            met.lateMs.push_back(milliseconds(delay.kept - delay.chosen));
        }
    }
    return met;
}

/// Takes what the service has printed.
void gather(Service &service, std::vector<PrintedLine> &lines)
{
    auto more = service.takeLines();
    lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Plays on until there is a report of every tester, from place `from` on, who has a result.
void awaitReports(Crowd &crowd, std::size_t from, Service &service, std::vector<PrintedLine> &lines,
                  const std::function<void()> &tick)
{
    const auto &testers = crowd.testers();
    std::set<std::string> awaited;
    for (std::size_t i = from; i < testers.size(); ++i) {
        if (testers[i].answered())
            awaited.insert(testers[i].session);
    }
    std::size_t looked = 0;
    const auto lookForReports = [&] {
        gather(service, lines);
        for (; looked < lines.size(); ++looked) {
            if (isReport(lines[looked]))
                awaited.erase(sessionOf(lines[looked]));
        }
        tick();
    };
    crowd.play(
        longestPrinting, [&] { return awaited.empty(); }, lookForReports);
}

/// Plays, from place `from` on, until all have left and their reports are printed.
std::vector<PrintedLine> playOut(Crowd &crowd, std::size_t from, Service &service,
                                 std::int64_t &mostMemoryKiB)
{
    int ticks = 0;
    const auto measureMemory = [&] {
        if (++ticks % 10 == 0)
            mostMemoryKiB = std::max(mostMemoryKiB, service.memoryKiB());
    };
    crowd.play(
        longest, [&] { return crowd.ordinaryRunning() == 0; }, measureMemory);
    std::vector<PrintedLine> lines;
    awaitReports(crowd, from, service, lines, measureMemory);
    return lines;
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
    const auto firstLines = playOut(crowd, 0, *service.value(), memoryOfOne);
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
    const auto lines = playOut(crowd, 1, *service.value(), memoryOfAll);
    const Met met = metBy(crowd, 1, lines);
    figure("testers", testers, "");
    figure("runs_lost", met.lost, "", 0);
    figure("rtt_error_p50", percentile(met.errorMs, 0.5), "ms", 0.2);
    figure("rtt_error_p99", percentile(met.errorMs, 0.99), "ms", 1);
    figure("crowd_late_p99", percentile(met.lateMs, 0.99), "ms");
    figure("verdict_alone", alone.verdictMs.front(), "ms");
    figure("verdict_p50", percentile(met.verdictMs, 0.5), "ms");
    figure("verdict_p99", percentile(met.verdictMs, 0.99), "ms", 2 * alone.verdictMs.front());
    figure("report_p99", percentile(met.reportMs, 0.99), "ms");
    // Of few it is what heap and store grow by once, whoever comes next.
    figure("memory_a_tester", static_cast<double>(memoryOfAll - memoryOfOne) / testers, "KiB",
           testers >= 100 ? 64 : -1);
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
    std::vector<PrintedLine> lines;
    crowd.play(
        std::chrono::seconds(seconds) + longest,
        [&] { return static_cast<int>(crowd.testers().size()) == wanted && crowd.ordinaryRunning() == 0; },
        [&] {
            const auto due = static_cast<int>(milliseconds(Clock::now() - began) * rate / 1000);
            for (int i = static_cast<int>(crowd.testers().size()); i < std::min(due, wanted); ++i)
                crowd.begin();
            gather(*service.value(), lines);
        });
    awaitReports(crowd, 0, *service.value(), lines, [] {});
    const Met met = metBy(crowd, 0, lines);
    figure("rate", rate, "runs/s");
    figure("runs_lost", met.lost, "", 0);
    figure("verdict_p99", percentile(met.verdictMs, 0.99), "ms");
    figure("report_p99", percentile(met.reportMs, 0.99), "ms");
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
    const auto lines = playOut(crowd, ordinary, *service.value(), memory);
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
