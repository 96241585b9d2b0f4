// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/packet_dangers.h"

#include "core/base/failure.h"
#include "core/data/read_packet.h"
#include "core/data/segment.h"

#include <algorithm>
#include <array>
#include <string>

namespace parallax {

namespace {

// In the order of their enums.
constexpr std::array<std::string_view, packetDangers> dangerNames{
    "forged_source", "many_hosts", "land",         "ends_connection", "moves_routes",
    "icmp_error",    "fragment",   "source_route", "many_packets"};
constexpr std::array<std::string_view, 6> hintNames{"header_rewritten", "id_rewritten",  "wrong_checksum",
                                                    "not_forwarded",    "kernel_resets", "source_unknown"};

constexpr std::uint8_t looseRoute = 131; // RFC 791, 3.1: LSRR and SSRR
constexpr std::uint8_t strictRoute = 137;
// RFC 792, RFC 1256; RFC 4443, RFC 4861.
constexpr std::array<std::uint8_t, 2> routing{5, 9};
constexpr std::array<std::uint8_t, 3> routingV6{134, 136, 137};
constexpr std::array<std::uint8_t, 4> errors{3, 4, 11, 12};
constexpr std::uint8_t firstInformationV6 = 128; // types below are errors (RFC 4443, 2.1)
constexpr std::size_t tcpFlagsAt = 13; // of its header (RFC 9293)
constexpr std::size_t icmpTypeAt = 0;

template<class Range, class Value>
bool isIn(const Range &range, const Value &value)
{
    return std::find(range.begin(), range.end(), value) != range.end();
}

/// One packet with what is asked of it.
struct Case {
    const PacketDraft &draft;
    const AssembledPacket &packet;
    const PacketRepeat &repeat;
    const PacketSurroundings &around;
    ReadPacket read{}; // what its bytes are, which may be no such thing as the draft

    bool isV4() const { return read.isV4; }
    std::uint32_t number(PacketField field) const { return packet.number(field); }
    IpAddress source() const { return std::get<IpAddress>(packet.find(PacketField::Source)->value); }
    std::uint8_t tcpFlags() const { return read.byteOf(ip_protocol::tcp, tcpFlagsAt).value_or(0); }
    std::optional<std::uint8_t> icmpType() const
    {
        return read.byteOf(isV4() ? ip_protocol::icmp : ip_protocol::icmpV6, icmpTypeAt);
    }
};

bool isForged(const Case &c)
{
    const IpAddress source = c.source();
    const bool toOurselves = source.isLoopback() && c.draft.target().isLoopback();
    return c.draft.given.contains(PacketField::Source) && !toOurselves && !isIn(c.around.own, source);
}

bool meetsManyHosts(const Case &c)
{
    const IpAddress target = c.draft.target();
    return !target.isOneHost() || isIn(c.around.broadcasts, target);
}

bool isLand(const Case &c)
{
    const bool hasPorts = c.read.protocol == ip_protocol::tcp || c.read.protocol == ip_protocol::udp;
    return hasPorts && c.read.carried.size() >= 4 && c.source() == c.draft.target()
        && read16(c.read.carried, 0) == read16(c.read.carried, 2);
}

bool endsConnection(const Case &c)
{
    return (c.tcpFlags() & (tcp_flag::rst | tcp_flag::fin)) != 0;
}

bool movesRoutes(const Case &c)
{
    const auto type = c.icmpType();
    return type && (c.isV4() ? isIn(routing, *type) : isIn(routingV6, *type));
}

bool isIcmpError(const Case &c)
{
    const auto type = c.icmpType();
    return type && (c.isV4() ? isIn(errors, *type) : *type < firstInformationV6);
}

bool isFragment(const Case &c)
{
    return c.read.isFragment;
}

/// Walks the options as a router does; what cannot be walked counts too.
bool routesItself(const Case &c)
{
    if (c.read.chooses)
        return true;
    const Octets options = c.read.options;
    for (std::size_t at = 0; at < options.size() && options[at] != 0;) {
        if (options[at] == looseRoute || options[at] == strictRoute)
            return true;
        const std::size_t length = options[at] == 1 ? 1 : at + 1 < options.size() ? options[at + 1] : 0;
        if (length == 0)
            return isIn(options, looseRoute) || isIn(options, strictRoute);
        at += length;
    }
    return false;
}

bool areMany(const Case &c)
{
    return c.repeat.count > fewPackets || (c.repeat.count > 1 && c.repeat.interval < calmPacketInterval);
}

bool headerIsRewritten(const Case &c)
{
    return c.isV4()
        && (c.draft.given.contains(PacketField::HeaderChecksum)
            || c.draft.given.contains(PacketField::TotalLength));
}

bool idIsRewritten(const Case &c)
{
    return c.isV4() && c.number(PacketField::Id) == 0 && c.number(PacketField::DontFragment) == 0;
}

bool checksumIsWrong(const Case &c)
{
    return !transportChecksumHolds(c.draft, c.packet);
}

bool isNotForwarded(const Case &c)
{
    const bool damaged = c.isV4()
        && (c.number(PacketField::Version) != 4 || c.number(PacketField::HeaderLength) < 5
            || c.number(PacketField::HeaderLength) * 4 > c.packet.bytes.size());
    const bool wrongVersion = !c.isV4() && c.number(PacketField::Version) != 6;
    return damaged || wrongVersion || c.number(PacketField::Ttl) == 0;
}

bool makesKernelReset(const Case &c)
{
    return (c.tcpFlags() & tcp_flag::syn) != 0 && (c.tcpFlags() & tcp_flag::ack) == 0;
}

bool lacksSource(const Case &c)
{
    return !c.draft.given.contains(PacketField::Source) && !c.around.source;
}

using Check = bool (*)(const Case &);
// In the order of their enums.
constexpr std::array<Check, dangerNames.size()> dangerChecks{isForged,       meetsManyHosts, isLand,
                                                             endsConnection, movesRoutes,    isIcmpError,
                                                             isFragment,     routesItself,   areMany};
constexpr std::array<Check, hintNames.size()> hintChecks{headerIsRewritten, idIsRewritten,    checksumIsWrong,
                                                         isNotForwarded,    makesKernelReset, lacksSource};

template<class Code, class Checks>
std::vector<Code> found(const Checks &checks, const Case &c)
{
    std::vector<Code> codes;
    codes.reserve(checks.size());
    for (std::size_t i = 0; i < checks.size(); ++i) {
        if (checks[i](c))
            codes.push_back(static_cast<Code>(i));
    }
    return codes;
}

/// `text`: what must be from %1 to %2.
Error beyond(const char *text, std::chrono::milliseconds::rep least, std::chrono::milliseconds::rep most)
{
    return failure(ErrorCode::InvalidArgument, text, {std::to_string(least), std::to_string(most)});
}

} // namespace

PacketFindings judgePacket(const PacketDraft &draft, const AssembledPacket &packet,
                           const PacketRepeat &repeat, const PacketSurroundings &around)
{
    const Case c{draft, packet, repeat, around, readPacket(packet.bytes, draft.target().isV4())};
    return {.dangers = found<PacketDanger>(dangerChecks, c), .hints = found<PacketHint>(hintChecks, c)};
}

std::vector<PacketDanger> unconfirmed(const std::vector<PacketDanger> &dangers,
                                      const std::vector<PacketDanger> &confirmed)
{
    const bool same = dangers.size() == confirmed.size()
        && std::is_permutation(dangers.begin(), dangers.end(), confirmed.begin());
    return same ? std::vector<PacketDanger>{} : dangers;
}

Result<void> checkRepeat(const PacketRepeat &repeat, std::chrono::milliseconds wait)
{
    if (repeat.count < 1 || repeat.count > mostPackets)
        return beyond(QT_TRANSLATE_NOOP("Reasons", "the number of packets must be from %1 to %2"), 1,
                      mostPackets);
    if (repeat.interval < leastPacketInterval || repeat.interval > longestPacketInterval)
        return beyond(QT_TRANSLATE_NOOP("Reasons", "the milliseconds between packets must be from %1 to %2"),
                      leastPacketInterval.count(), longestPacketInterval.count());
    if (wait.count() < 0 || wait > longestPacketWait)
        return beyond(
            QT_TRANSLATE_NOOP("Reasons", "the milliseconds to wait for answers must be from %1 to %2"), 0,
            longestPacketWait.count());
    return {};
}

std::string_view nameOf(PacketDanger danger)
{
    return dangerNames.at(static_cast<std::size_t>(danger));
}

std::string_view nameOf(PacketHint hint)
{
    return hintNames.at(static_cast<std::size_t>(hint));
}

std::optional<PacketDanger> packetDangerNamed(std::string_view name)
{
    const auto at = std::find(dangerNames.begin(), dangerNames.end(), name);
    if (at == dangerNames.end())
        return std::nullopt;
    return static_cast<PacketDanger>(at - dangerNames.begin());
}

} // namespace parallax
