// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"

#include <array>

namespace parallax {

namespace {

// In the order of their enums.
constexpr std::array<const char *, 35> fields{
    QT_TRANSLATE_NOOP("Words", "Version"),
    QT_TRANSLATE_NOOP("Words", "Header length (32-bit words)"),
    QT_TRANSLATE_NOOP("Words", "DSCP"),
    QT_TRANSLATE_NOOP("Words", "ECN"),
    QT_TRANSLATE_NOOP("Words", "Flow label"),
    QT_TRANSLATE_NOOP("Words", "Total length"),
    QT_TRANSLATE_NOOP("Words", "Payload length"),
    QT_TRANSLATE_NOOP("Words", "Identification"),
    QT_TRANSLATE_NOOP("Words", "Reserved bit"),
    QT_TRANSLATE_NOOP("Words", "Don't fragment"),
    QT_TRANSLATE_NOOP("Words", "More fragments"),
    QT_TRANSLATE_NOOP("Words", "Fragment offset (8 bytes)"),
    QT_TRANSLATE_NOOP("Words", "TTL (hop limit)"),
    QT_TRANSLATE_NOOP("Words", "Protocol (next header)"),
    QT_TRANSLATE_NOOP("Words", "Header checksum"),
    QT_TRANSLATE_NOOP("Words", "Source address"),
    QT_TRANSLATE_NOOP("Words", "Target address"),
    QT_TRANSLATE_NOOP("Words", "IP options"),
    QT_TRANSLATE_NOOP("Words", "Source port"),
    QT_TRANSLATE_NOOP("Words", "Target port"),
    QT_TRANSLATE_NOOP("Words", "Sequence number"),
    QT_TRANSLATE_NOOP("Words", "Acknowledgement number"),
    QT_TRANSLATE_NOOP("Words", "Data offset (32-bit words)"),
    QT_TRANSLATE_NOOP("Words", "Reserved bits"),
    QT_TRANSLATE_NOOP("Words", "Flags"),
    QT_TRANSLATE_NOOP("Words", "Window"),
    QT_TRANSLATE_NOOP("Words", "Urgent pointer"),
    QT_TRANSLATE_NOOP("Words", "TCP options"),
    QT_TRANSLATE_NOOP("Words", "Length"),
    QT_TRANSLATE_NOOP("Words", "Type"),
    QT_TRANSLATE_NOOP("Words", "Code"),
    QT_TRANSLATE_NOOP("Words", "Identifier"),
    QT_TRANSLATE_NOOP("Words", "Sequence number"),
    QT_TRANSLATE_NOOP("Words", "Checksum"),
    QT_TRANSLATE_NOOP("Words", "Data"),
};
static_assert(fields.size() == static_cast<std::size_t>(PacketField::Payload) + 1);

constexpr std::array<const char *, 9> dangers{
    QT_TRANSLATE_NOOP("Words",
                      "The source address is not this machine's: answers go to somebody who asked nothing."),
    QT_TRANSLATE_NOOP("Words",
                      "The target is a broadcast or multicast address: every host there may answer."),
    QT_TRANSLATE_NOOP("Words",
                      "Source and target are the same address and port (LAND): some systems answer "
                      "themselves for ever."),
    QT_TRANSLATE_NOOP("Words",
                      "RST or FIN ends a connection with these addresses and ports, if there is one."),
    QT_TRANSLATE_NOOP("Words", "The message tells hosts to use other routes or neighbours."),
    QT_TRANSLATE_NOOP("Words",
                      "The ICMP error is made up: a connection that believes it slows down or ends."),
    QT_TRANSLATE_NOOP("Words",
                      "It is a fragment: the receiver keeps it until the rest comes or its patience ends."),
    QT_TRANSLATE_NOOP("Words", "Its IP options choose the routers: many networks take that for an attack."),
    QT_TRANSLATE_NOOP("Words",
                      "More than ten packets, or more than ten a second: alarms and limits may answer."),
};

constexpr std::array<const char *, 6> hints{
    QT_TRANSLATE_NOOP("Words",
                      "The kernel writes the total length and the header checksum of IPv4 itself: yours are "
                      "shown, not sent."),
    QT_TRANSLATE_NOOP("Words", "The kernel may write an identification of 0 anew."),
    QT_TRANSLATE_NOOP("Words", "The checksum is wrong: the receiver throws the packet away without a word."),
    QT_TRANSLATE_NOOP("Words", "No router carries this on: version, header length or TTL forbid it."),
    QT_TRANSLATE_NOOP("Words",
                      "This machine's kernel knows no such connection and answers a SYN-ACK with a RST."),
    QT_TRANSLATE_NOOP("Words", "No route leads to the target: give a source address."),
};

constexpr std::array<std::pair<std::string_view, const char *>, 9> templates{{
    {"tcp_syn", QT_TRANSLATE_NOOP("Words", "TCP SYN")},
    {"tcp_syn_options", QT_TRANSLATE_NOOP("Words", "TCP SYN to port 443, with options")},
    {"tcp_rst", QT_TRANSLATE_NOOP("Words", "TCP RST")},
    {"udp", QT_TRANSLATE_NOOP("Words", "UDP datagram")},
    {"dns_query", QT_TRANSLATE_NOOP("Words", "DNS query")},
    {"icmp_echo", QT_TRANSLATE_NOOP("Words", "ICMP echo request")},
    {"icmpv6_echo", QT_TRANSLATE_NOOP("Words", "ICMPv6 echo request")},
    {"traceroute_probe", QT_TRANSLATE_NOOP("Words", "UDP with a TTL of 1 (traceroute)")},
    {"bad_checksum", QT_TRANSLATE_NOOP("Words", "UDP with a wrong checksum")},
}};

constexpr std::uint8_t portUnreachable = 3; // RFC 792
constexpr std::uint8_t portUnreachableV6 = 4; // RFC 4443

bool portIsClosed(const PacketAnswer &answer)
{
    return answer.kind == PacketAnswer::Kind::Unreachable
        && answer.icmpCode == (answer.icmpType == 1 ? portUnreachableV6 : portUnreachable);
}

} // namespace

QString Words::packetField(PacketField field) const
{
    return say(fields.at(static_cast<std::size_t>(field)));
}

QString Words::packetFieldTakes(const PacketFieldRow &row) const
{
    switch (row.kind) {
    case PacketFieldRow::Kind::Number:
    case PacketFieldRow::Kind::Hex:
        return say(QT_TRANSLATE_NOOP("Words", "A number from 0 to %1, or hexadecimal after 0x."))
            .arg(row.most());
    case PacketFieldRow::Kind::Flags:
        return say(
            QT_TRANSLATE_NOOP("Words", "Names of flags as SYN ACK, or none, or a number from 0 to 255."));
    case PacketFieldRow::Kind::Address:
        return say(QT_TRANSLATE_NOOP("Words", "An IPv4 or IPv6 address."));
    case PacketFieldRow::Kind::Bytes:
        return row.field == PacketField::TcpOptions
            ? say(QT_TRANSLATE_NOOP("Words", "mss=1460 sack ts=1:0 nop ws=7 eol, or bytes as 02 04 05 b4."))
            : say(QT_TRANSLATE_NOOP("Words", "Bytes as de ad be ef, or text:hello."));
    }
    return {};
}

QString Words::packetHeader(PacketHeader header) const
{
    switch (header) {
    case PacketHeader::Ipv4:
        return QStringLiteral("IPv4");
    case PacketHeader::Ipv6:
        return QStringLiteral("IPv6");
    case PacketHeader::Tcp:
        return QStringLiteral("TCP");
    case PacketHeader::Udp:
        return QStringLiteral("UDP");
    case PacketHeader::Icmp:
        return QStringLiteral("ICMP");
    case PacketHeader::IcmpV6:
        return QStringLiteral("ICMPv6");
    case PacketHeader::Data:
        return say(QT_TRANSLATE_NOOP("Words", "Data"));
    }
    return {};
}

QString Words::packetTemplate(std::string_view name) const
{
    for (const auto &[known, text] : templates) {
        if (known == name)
            return say(text);
    }
    return {};
}

QString Words::packetDanger(PacketDanger danger) const
{
    return say(dangers.at(static_cast<std::size_t>(danger)));
}

QString Words::packetHint(PacketHint hint) const
{
    return say(hints.at(static_cast<std::size_t>(hint)));
}

QString Words::packetAnswer(const PacketAnswer &answer) const
{
    switch (answer.kind) {
    case PacketAnswer::Kind::SynAck:
        return say(QT_TRANSLATE_NOOP("Words", "SYN-ACK: the port is open"));
    case PacketAnswer::Kind::Reset:
        return say(QT_TRANSLATE_NOOP("Words", "RST: the port is closed, or the connection unknown"));
    case PacketAnswer::Kind::Segment:
        return say(QT_TRANSLATE_NOOP("Words", "a TCP segment of the same connection"));
    case PacketAnswer::Kind::Datagram:
        return say(QT_TRANSLATE_NOOP("Words", "a UDP datagram back"));
    case PacketAnswer::Kind::EchoReply:
        return say(QT_TRANSLATE_NOOP("Words", "ICMP echo reply"));
    case PacketAnswer::Kind::TimeExceeded:
        return say(QT_TRANSLATE_NOOP("Words", "ICMP time exceeded: the TTL ended there"));
    case PacketAnswer::Kind::Unreachable:
        if (portIsClosed(answer))
            return say(QT_TRANSLATE_NOOP("Words", "ICMP port unreachable: nobody listens there"));
        return say(QT_TRANSLATE_NOOP("Words", "ICMP unreachable, code %1")).arg(answer.icmpCode);
    case PacketAnswer::Kind::OtherIcmp:
        return say(QT_TRANSLATE_NOOP("Words", "ICMP type %1, code %2"))
            .arg(answer.icmpType)
            .arg(answer.icmpCode);
    }
    return {};
}

QString Words::noPacketAnswer(Duration wait) const
{
    const bool whole = wait % std::chrono::seconds(1) == Duration::zero();
    return say(QT_TRANSLATE_NOOP("Words", "Nothing came back within %1."))
        .arg(whole ? span(wait) : duration(wait));
}

QString Words::noPacketAnswerYet() const
{
    return say(QT_TRANSLATE_NOOP("Words", "Stopped; nothing had come back so far."));
}

} // namespace parallax
