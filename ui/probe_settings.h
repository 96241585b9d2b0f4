// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/trace_request.h"

#include <QStringList>
#include <QVariantMap>

namespace parallax {

/// What can be set of every probe, whatever it is sent to: of a request its length, DSCP, longest wait, first
/// and last TTL, and where it leaves from. Ranges are those of the command line.
namespace probe_settings {

constexpr int leastLength = 32; // bytes; a UDP packet below would not name its probe
constexpr int mostLength = 65'000;
constexpr int mostTtl = 255;
constexpr int leastWait = 1; // milliseconds
constexpr int mostWait = 60'000;
constexpr int longestDevice = 15; // characters; Linux's IFNAMSIZ
constexpr int ecnBits = 2; // of the type of service; the rest is the DSCP
constexpr int dscpValues = 64;

/// Who names a time means a path's silent end too, which is else waited for less.
void setLongestWait(TraceRequest &request, Duration wait);
/// "EF (46)", or the number alone.
QString dscpName(int dscp);
/// A line for each that is not as usual.
QStringList differences(const TraceRequest &request);

/// As the settings file keeps them; what is as usual is left out.
QVariantMap saved(const TraceRequest &request);
/// Anything that is out of its range, or no address, is as usual.
TraceRequest restored(const QVariantMap &values);

} // namespace probe_settings

} // namespace parallax
