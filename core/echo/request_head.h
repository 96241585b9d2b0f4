// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace parallax {

constexpr qsizetype longestRequestHead = 8 * 1024;

/// What matters in the head of an HTTP request.
struct RequestHead {
    std::string method{};
    std::string path{}; // without the query
    std::string userAgent{}; // bounded, without control characters
    std::vector<std::string> forwardingHeaders{}; // lower-case names of those that a forwarder adds
    bool webSocketUpgrade = false;
};

/// Reads the head up to its empty line. Hostile bytes give an error.
Result<RequestHead> parseRequestHead(const QByteArray &head);

/// Whether only a proxy adds the header of that lower-case name.
bool isForwardingHeader(const QByteArray &name);

/// The token in `/<prefix>/TOKEN`; empty when the path is another.
std::string tokenIn(const std::string &path, const std::string &prefix);

} // namespace parallax
