// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"

#include <cstdint>
#include <optional>

#include <netinet/in.h>

namespace parallax {

/// An address in the form that connect(), bind() and sendto() want.
class SystemAddress
{
public:
    /// An IPv6 address of one link needs the index of its device.
    explicit SystemAddress(const IpAddress &of, std::uint16_t port = 0, unsigned interfaceIndex = 0);

    const sockaddr *get() const;
    socklen_t size() const;

private:
    bool m_isV4;
    sockaddr_in m_v4{};
    sockaddr_in6 m_v6{};
};

/// The other way; nothing where there is none or it is of another family.
std::optional<IpAddress> addressIn(const sockaddr *address);

} // namespace parallax
