// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/address_limit.h"

#include <algorithm>

namespace parallax {

IpAddress hostOf(const IpAddress &address)
{
    if (address.isV4())
        return address;
    IpAddress::Bytes bytes = address.bytes();
    std::fill(bytes.begin() + bytes.size() / 2, bytes.end(), std::uint8_t{0});
    return IpAddress::fromBytes(bytes);
}

std::vector<IpAddress> loopbackAddresses()
{
    constexpr std::uint32_t v4 = 0x7f000001;
    IpAddress::Bytes v6{};
    v6.back() = 1;
    return {IpAddress::fromV4(v4), IpAddress::fromBytes(v6)};
}

bool AddressLimit::isFront(const IpAddress &address) const
{
    return std::find(m_fronts.begin(), m_fronts.end(), address) != m_fronts.end();
}

int AddressLimit::enter(const IpAddress &address)
{
    ++m_total;
    return isFront(address) ? 0 : ++m_held[hostOf(address)];
}

void AddressLimit::leave(const IpAddress &address)
{
    --m_total;
    if (isFront(address))
        return; // its neighbours' count is not its own
    const auto entry = m_held.find(hostOf(address));
    if (entry != m_held.end() && --entry->second == 0)
        m_held.erase(entry);
}

int AddressLimit::held(const IpAddress &address) const
{
    const auto entry = m_held.find(hostOf(address));
    return entry == m_held.end() || isFront(address) ? 0 : entry->second;
}

} // namespace parallax
