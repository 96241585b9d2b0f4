// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/packet_templates.h"

#include "core/data/packet_text.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

using Given = std::pair<std::string_view, std::string_view>;

constexpr std::array synOptions{Given{"tcp.target_port", "443"},
                                Given{"tcp.options", "mss=1460 sack ts=1:0 nop ws=7"}};
constexpr std::array reset{Given{"tcp.flags", "RST"}, Given{"tcp.window", "0"}};
constexpr std::array hello{Given{"payload", "text:hello"}};
// A query for the root's name servers (RFC 1035, 4.1), which every resolver can answer.
constexpr std::array domain{Given{"udp.target_port", "53"},
                            Given{"payload", "12 34 01 00 00 01 00 00 00 00 00 00 00 00 02 00 01"}};
constexpr std::array echo{Given{"payload", "text:abcdefghijklmnopqrstuvwxyz"}};
constexpr std::array echoV6{Given{"ip.target", "::1"}, Given{"payload", "text:abcdefghijklmnopqrstuvwxyz"}};
constexpr std::array oneHop{Given{"ip.ttl", "1"}, Given{"payload", "text:hello"}};
constexpr std::array wrongSum{Given{"udp.checksum", "0xbad1"}, Given{"payload", "text:hello"}};

constexpr std::array table{
    PacketTemplate{"tcp_syn", PacketTransport::Tcp, {}},
    PacketTemplate{"tcp_syn_options", PacketTransport::Tcp, synOptions},
    PacketTemplate{"tcp_rst", PacketTransport::Tcp, reset},
    PacketTemplate{"udp", PacketTransport::Udp, hello},
    PacketTemplate{"dns_query", PacketTransport::Udp, domain},
    PacketTemplate{"icmp_echo", PacketTransport::Icmp, echo},
    PacketTemplate{"icmpv6_echo", PacketTransport::Icmp, echoV6},
    PacketTemplate{"traceroute_probe", PacketTransport::Udp, oneHop},
    PacketTemplate{"bad_checksum", PacketTransport::Udp, wrongSum},
};

} // namespace

std::span<const PacketTemplate> packetTemplates()
{
    return table;
}

std::optional<PacketDraft> draftFrom(std::string_view name)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [name](const auto &each) { return each.name == name; });
    if (found == table.end())
        return std::nullopt;
    PacketDraft draft{.transport = found->transport};
    for (const auto &[field, text] : found->fields) {
        [[maybe_unused]] const auto set = setPacketField(draft, field, text); // a test tries them all
    }
    return draft;
}

} // namespace parallax
