// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/simulate.h"

#include "core/data/stack.h"
#include "core/scenario/scenario_wire.h"
#include "core/strategy/run.h"

#include <algorithm>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr Timestamp beginning{std::chrono::days(20'000)};
constexpr Duration longestRun = 1h;

ConnectionView viewOf(const Scenario &scenario, ScenarioBrowser &browser)
{
    if (!scenario.captured)
        return {};
    return {.mayTrace = [](std::size_t) { return true; },
            .takeTiming = [&browser](ProbeId id) { return browser.takeTiming(id); },
            .forget = [](ProbeId) {}};
}

SessionRecord recordOf(const Scenario &scenario)
{
    SessionRecord record{.id = scenario.name,
                         .started = beginning,
                         .timestamps =
                             scenario.captured ? TimestampSource::Kernel : TimestampSource::Application};
    record.tester.peer = scenario.peer;
    record.tcp.minRtt = scenario.endpointRtt.floor;
    if (scenario.captured) {
        record.tcp.mss = scenario.mss;
        record.tcp.ttl = scenario.synTtl;
        record.tcp.handshakeRtt = scenario.endpointRtt.floor + scenario.endpointRtt.jitterMean;
    }
    return record;
}

} // namespace

SessionRecord simulate(const Scenario &scenario, const RunLength &length)
{
    ScenarioChance chance(scenario.seed);
    ScenarioPath path(scenario, chance);
    ScenarioBrowser browser(scenario, chance);
    SessionRecord record = recordOf(scenario);
    Run run(scenario.measure, browser, scenario.captured ? &path : nullptr, viewOf(scenario, browser));
    run.setExpectedRtt(record.tcp.handshakeRtt.value_or(Duration::zero()));
    if (record.tcp.ttl)
        run.setRoutersBack(routersPassed(*record.tcp.ttl));
    Timestamp now = beginning;
    for (std::optional<Timestamp> wakeAt = now; wakeAt && now - beginning < longestRun;) {
        now = std::max(now, *wakeAt);
        browser.setNow(now);
        path.setNow(now);
        Progress progress = run.advance(now);
        auto &all = record.observations;
        all.insert(all.end(), progress.observations.begin(), progress.observations.end());
        wakeAt = progress.wakeAt;
        if (!wakeAt && length.goesOn && length.goesOn(record) && run.goOn())
            wakeAt = now;
        if (run.mayStop() && length.hasDecided && length.hasDecided(record))
            run.stopPinging();
        for (const auto &arrival : {browser.nextArrival(), path.nextArrival()}) {
            if (wakeAt && arrival)
                wakeAt = std::min(*wakeAt, std::max(*arrival, now));
        }
    }
    const auto lost = run.abandon();
    record.observations.insert(record.observations.end(), lost.begin(), lost.end());
    record.traceEnd = run.traceEnd();
    record.duration = now - beginning;
    record.end = SessionEnd::Finished;
    record.complete = true;
    return record;
}

} // namespace parallax
