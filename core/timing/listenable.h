// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"

namespace parallax {

/// `::` is every address, of IPv4 as well; where this machine has no IPv6 at all it is 0.0.0.0. Any other is
/// itself.
IpAddress listenable(const IpAddress &wanted);

} // namespace parallax
