// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/packet_draft.h"

#include <string>
#include <string_view>

namespace parallax {

/// Sets a field of a draft by its name, "tcp.flags". The text is a number (decimal, or hexadecimal after 0x),
/// names of flags ("SYN ACK", "none"), an address, or bytes ("de ad be ef", "text:hello"; of TCP options also
/// "mss=1460 sack ts=1:0 nop ws=7 eol"). Empty or "auto": nothing is given any more. InvalidArgument says
/// what the field takes.
Result<void> setPacketField(PacketDraft &draft, std::string_view name, std::string_view text);

/// A value so that it can be read again by setPacketField.
std::string fieldText(const PacketFieldRow &row, const FieldValue &value);

/// "45 00 00 28".
std::string hexBytes(const PacketBytes &bytes);

} // namespace parallax
