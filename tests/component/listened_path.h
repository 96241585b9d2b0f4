// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/path_runs.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <deque>
#include <iterator>
#include <optional>
#include <vector>

#include <poll.h>

namespace parallax {

using namespace std::chrono_literals;

constexpr int patienceMs = 20'000; // of the test, for an answer from this machine itself
constexpr int deafMs = 50; // longer than anything is waited for that answers at once
constexpr int answerMs = 100; // likewise, for one that must not come

/// Runs, and their news in the order they came.
struct Listened {
    PathRuns runs;
    std::deque<Update> news{};

    /// Nothing where none comes.
    std::optional<Update> next()
    {
        while (true) {
            std::ranges::move(runs.takeNews(), std::back_inserter(news));
            if (!news.empty()) {
                std::optional<Update> update = std::move(news.front());
                news.pop_front();
                return update;
            }
            if (!hear())
                return std::nullopt;
        }
    }

    /// The next of this kind; what came before is passed over. Nothing where none comes.
    template<class Wanted>
    std::optional<Wanted> await()
    {
        while (const auto update = next()) {
            if (const auto *found = std::get_if<Wanted>(&*update))
                return *found;
        }
        return std::nullopt;
    }

    std::vector<Observation> observedUntilTheEnd()
    {
        std::vector<Observation> all;
        while (const auto patience = runs.patience(wallClock())) {
            hear(static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(*patience).count()));
            runs.advance(wallClock());
        }
        for (const Update &update : runs.takeNews()) {
            if (const auto *observed = std::get_if<TraceObserved>(&update))
                all.insert(all.end(), observed->batch.begin(), observed->batch.end());
        }
        return all;
    }

    /// As where another process had the processor: the time to wait is over before anything was heard.
    std::vector<Observation> observedByTheTimeAlone()
    {
        while (runs.patience(wallClock())) {
            QTest::qSleep(deafMs);
            runs.advance(wallClock());
        }
        return observedUntilTheEnd();
    }

    std::size_t probesUntilTheEnd() { return observedUntilTheEnd().size(); }

    /// Whether anything that was sent before is answered; this machine does so at once.
    bool observes()
    {
        hear(answerMs);
        const auto latest = runs.takeNews();
        return std::any_of(latest.begin(), latest.end(), [](const Update &update) {
            return std::holds_alternative<TraceObserved>(update);
        });
    }

    bool hear(int patience = patienceMs)
    {
        std::vector<pollfd> waited;
        for (const int descriptor : runs.descriptors())
            waited.push_back({.fd = descriptor, .events = POLLIN, .revents = 0});
        if (::poll(waited.data(), waited.size(), patience) <= 0)
            return false;
        for (const pollfd &one : waited) {
            if (one.revents != 0)
                runs.hear(one.fd);
        }
        return true;
    }
};

inline TraceRequest watchOfMyself()
{
    return {.target = "127.0.0.1",
            .kind = TraceRequest::Kind::Watch,
            .method = Method::IcmpEcho,
            .maxTtl = 1,
            .names = false,
            .interval = 10s};
}

inline TraceRequest traceToMyself()
{
    return {.target = "127.0.0.1", .method = Method::IcmpEcho, .probesPerHop = 1, .names = false};
}

inline TraceRequest pingsToMyself()
{
    return {.target = "127.0.0.1",
            .kind = TraceRequest::Kind::Ping,
            .method = Method::IcmpEcho,
            .maxTtl = 64,
            .names = false,
            .interval = 10s};
}

} // namespace parallax
