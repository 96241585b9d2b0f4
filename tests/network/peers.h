// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/network/long_path.h"

#include <map>
#include <vector>

namespace parallax::lab {

struct PeerHop {
    QString address;
    double bestMs = 0;
};
/// By TTL; hops that nobody answered for are missing.
using PeerPath = std::map<int, PeerHop>;

/// What another program finds: `traceroute …`, `mtr … --json`, or `scamper METHOD` (as its -P has it).
Result<PeerPath> peerPath(const LongPath &path, const QString &command, const QString &target);
QString describe(const PeerPath &path);

/// Who answers at each TTL, as dublin-traceroute finds over 16 flows; sorted. It writes a file to `folder`.
Result<std::map<int, QStringList>> dublinBranches(const LongPath &path, const QString &target,
                                                  const QString &folder);

/// How long the cables held each ping, request and reply together, in µs; in the order of the requests.
Result<std::vector<double>> heldByCables(const QString &log);

} // namespace parallax::lab
