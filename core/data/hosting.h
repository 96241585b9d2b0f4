// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace parallax {

/// Whether an autonomous system belongs to a company that rents out servers: relays and VPN exits stand
/// there, browsers seldom. The table is a choice of the largest; a system that is not in it says nothing.
bool isHosting(std::uint32_t asn);

} // namespace parallax
