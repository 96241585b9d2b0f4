// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"
#include "core/base/result.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parallax {

struct HostAddress {
    IpAddress address{};
    /// The device of an address of one link, as in fe80::1%eth0. Empty: none was named.
    std::string interface = {};

    friend bool operator==(const HostAddress &, const HostAddress &) = default;
};

/// Who answers. Called in several threads at once, and may block for as long as it likes; what it refers to
/// must live until then. An exception counts as a failure.
struct Resolver {
    std::function<Result<std::vector<HostAddress>>(const std::string &host)> addressesOf;
    std::function<std::string(const IpAddress &address)> nameOf; // empty: it has none
};

/// The system's: its hosts file and its name servers, for names in UTF-8.
Resolver systemResolver();

/// A host that is an address itself: 192.0.2.7, 2001:db8::1, fe80::1%eth0, or an IPv6 one in a URL's
/// brackets. Nobody needs to be asked.
std::optional<HostAddress> literalHost(std::string_view text);

} // namespace parallax
