// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/clock_board.h"

#include <QByteArray>
#include <QJsonObject>

#include <vector>

namespace parallax {

/// One sample; unknown is null. Offsets and corrections are the server's clock minus the client's.
QJsonObject clockSampleObject(const ClockState &state, const ClockSample &sample);
QJsonObject clockEventObject(const ClockState &state, const ClockEvent &event);
/// What a client came to: its counts, the statistics of its offsets, its last estimates.
QJsonObject clockSummaryObject(const ClockState &state);
QJsonObject clockServerObject(const ClockServerCounts &counts);
/// A connection of the TCP server as it is now; `end` is null while it is open.
QJsonObject tcpConnectionObject(const TcpClockConnection &connection);
QJsonObject tcpTotalsObject(const TcpClockTotals &totals);

QByteArray clockCsvHeader();
/// `client` tells apart those of one scheme, at whichever servers.
QByteArray clockCsvRow(std::uint64_t client, const ClockState &state, const ClockSample &sample);
/// All samples of each client after the other; they are numbered from 1.
QByteArray clocksCsv(const std::vector<ClockState> &clocks);

} // namespace parallax
