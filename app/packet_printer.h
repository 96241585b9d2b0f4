// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/packet_exchange.h"

#include <QJsonObject>
#include <QString>

namespace parallax {

/// What became of a packet.
struct PacketOutcome {
    PacketRequest request{};
    AssembledPacket packet{};
    PacketFindings findings{};
    std::vector<SentPacket> sent{};
    std::vector<PacketAnswer> answers{};
    bool stopped = false; // by the user, before the wait was over
};

/// Templates, fields and codes.
QString packetList();
/// Bytes, fields, what a confirmation has to name, and what is worth knowing.
QString packetPage(const PacketOutcome &outcome);
/// A line for each answer, or one that says that there is none; of several copies then what became of them.
QString answerLines(const PacketOutcome &outcome);
/// `parallax.packet/1`, on one line.
QString packetJson(const PacketOutcome &outcome);

/// For a savefile: the packets sent, or the one that was not, and the answers.
std::vector<SavedPacket> savedPackets(const PacketOutcome &outcome);

} // namespace parallax
