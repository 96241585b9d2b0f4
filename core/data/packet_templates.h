// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/packet_draft.h"

#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace parallax {

/// A draft to begin with.
struct PacketTemplate {
    std::string_view name; // stable: extend, do not rename
    PacketTransport transport = PacketTransport::Tcp;
    std::span<const std::pair<std::string_view, std::string_view>> fields{}; // as setPacketField takes them
};

/// The one table.
std::span<const PacketTemplate> packetTemplates();

/// The draft of a template; nothing for an unknown name.
std::optional<PacketDraft> draftFrom(std::string_view name);

} // namespace parallax
