// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/address_facts.h"
#include "core/data/trace_request.h"

#include <QByteArray>

#include <map>

namespace parallax {

/// Control characters become spaces: what a stranger's file says is printed, and pasted into terminals.
std::string plainText(QString text);

// What the store keeps of a watched path as JSON. Reading checks every value: a file may come from anywhere.

QByteArray requestJson(const TraceRequest &request);
Result<TraceRequest> readRequest(const QByteArray &json);

QByteArray factsJson(const std::map<IpAddress, AddressFacts> &facts);
Result<std::map<IpAddress, AddressFacts>> readFacts(const QByteArray &json);

/// A responder's first answer, without its time.
QByteArray replyJson(const Reply &reply);
Result<Reply> readReply(const QByteArray &json);

} // namespace parallax
