// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/tcp_clock.h"
#include "core/timing/tcp_crowd.h"

#include <QJsonObject>
#include <QStringList>

namespace parallax {

// What the TCP clock commands print.

/// One sentence: open, so far, refused, requests.
QString tcpTotalsLine(const TcpClockTotals &totals);
/// Its address, what it asked, and why it ended.
QString tcpConnectionLine(const TcpClockConnection &connection);
/// The totals, and below them the newest connections.
QStringList tcpServerTable(const TcpClockState &state);

QString tcpSampleLine(const TcpTimeSample &sample);
QJsonObject tcpSampleObject(const TcpTimeSample &sample);
QStringList tcpSummaryLines(const TcpCrowdSummary &summary);
QJsonObject tcpSummaryObject(const TcpCrowdSummary &summary);

} // namespace parallax
