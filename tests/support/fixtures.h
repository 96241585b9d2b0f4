// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"

#include <string>
#include <vector>

/// Records as real runs leave them: the four paths of the lab street, and those that went wrong.
namespace parallax::fixtures {

/// A browser 42 ms away behind a home NAT.
SessionRecord direct();
/// A relay 6 ms away with the browser 41 ms behind it.
SessionRecord proxy();
/// A VPN exit 7 ms away with the browser 40 ms behind it.
SessionRecord tunnel();
/// A noisy link and routers that do not answer.
SessionRecord inconclusive();
/// Four pings into a run.
SessionRecord running();
/// The tester closed the page after three pings.
SessionRecord incomplete();
/// Measured without rights: no capture, no trace.
SessionRecord unprivileged();
/// Every string that a stranger can choose is markup, a formula or control characters.
SessionRecord hostile();
/// A direct IPv6 tester behind a long path, with a row of silent hops.
SessionRecord longPath();

/// All of the above, one after another, twelve minutes apart.
std::vector<SessionRecord> all();

/// The updates that make a board hold `record`: opened, observed, judged, closed.
std::vector<Update> updatesOf(SessionId session, const SessionRecord &record);

} // namespace parallax::fixtures
