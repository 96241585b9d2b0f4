// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/advance.h"

#include <algorithm>

namespace parallax {

std::vector<Observation> takeIn(Strategy &strategy, Prober &prober, Timestamp now)
{
    auto observations = prober.collect(now);
    for (const Observation &observation : observations)
        strategy.observe(observation);
    return observations;
}

Progress advance(Strategy &strategy, Prober &prober, Timestamp now)
{
    Progress progress{.observations = takeIn(strategy, prober, now)};
    for (;;) {
        const Step step = strategy.next(now);
        if (std::holds_alternative<Done>(step))
            return progress;
        if (const auto *wait = std::get_if<Wait>(&step)) {
            progress.wakeAt = std::min(wait->until, prober.nextDeadline().value_or(Timestamp::max()));
            return progress;
        }
        const auto &send = std::get<Send>(step);
        if (auto sent = prober.launch(send.probe, send.timeout, now); !sent) {
            // Never left: the strategy is told that it is lost, the record is not, for nothing was measured.
            strategy.observe({.probe = send.probe, .reply = std::nullopt});
            progress.refused = sent.error();
            progress.notSent.push_back(send.probe);
            progress.notSent.back().sent = now; // when it should have left
        }
    }
}

} // namespace parallax
