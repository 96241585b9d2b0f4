// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/hosting.h"

#include "core/data/fingerprints.h"

#include <algorithm>

namespace parallax {

bool isHosting(std::uint32_t asn)
{
    const auto &all = fingerprints().hosting;
    return std::any_of(all.begin(), all.end(), [asn](const HostingRow &row) { return row.asn == asn; });
}

} // namespace parallax
