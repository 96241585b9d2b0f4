// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ip_address.h"

#include <optional>

struct sockaddr_storage;

namespace parallax {

/// What the system's form of an IPv4 or IPv6 address and port says.
SocketAddress addressIn(const sockaddr_storage &storage);
/// Who is at the other end of a connected socket; nothing when it is gone already.
std::optional<SocketAddress> peerOf(int descriptor);

} // namespace parallax
