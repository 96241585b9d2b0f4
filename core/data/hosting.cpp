// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/hosting.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

// Numbers as registered with the regional Internet registries, sorted.
constexpr std::array<std::uint32_t, 42> hosting{
    3214, // xTom
    8075, // Microsoft (Azure)
    8100, // QuadraNet
    8560, // IONOS
    8972, // Host Europe
    9009, // M247
    12876, // Scaleway
    13335, // Cloudflare (WARP)
    14061, // DigitalOcean
    14618, // Amazon Web Services
    15169, // Google
    16276, // OVHcloud
    16509, // Amazon Web Services
    19318, // Interserver
    20473, // Vultr
    20860, // iomart
    24940, // Hetzner
    25369, // Hydra Communications
    28753, // Leaseweb, Germany
    29066, // velia.net
    31898, // Oracle Cloud
    36351, // SoftLayer (IBM Cloud)
    37963, // Alibaba Cloud, China
    39351, // 31173 Services
    40676, // Psychz Networks
    42708, // GleSYS
    45090, // Tencent Cloud, China
    45102, // Alibaba Cloud
    46562, // Performive
    46606, // Unified Layer
    49981, // WorldStream
    51167, // Contabo
    53667, // FranTech (BuyVM)
    54290, // Hostwinds
    55286, // ServerMania
    60068, // Datacamp (CDN77)
    60781, // Leaseweb, the Netherlands
    62240, // Clouvider
    63949, // Akamai (Linode)
    132203, // Tencent Cloud
    197540, // netcup
    212238, // Datacamp
};
static_assert(std::is_sorted(hosting.begin(), hosting.end()));

} // namespace

bool isHosting(std::uint32_t asn)
{
    return std::binary_search(hosting.begin(), hosting.end(), asn);
}

} // namespace parallax
