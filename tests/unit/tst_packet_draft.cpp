// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/checksum.h"
#include "core/data/packet_assembly.h"
#include "core/data/packet_templates.h"
#include "core/data/packet_text.h"

#include <QTest>

#include <arpa/inet.h>
#include <tins/icmp.h>
#include <tins/icmpv6.h>
#include <tins/ip.h>
#include <tins/ipv6.h>
#include <tins/tcp.h>
#include <tins/udp.h>

#include <random>
#include <set>

using namespace parallax;

namespace {

const IpAddress ourV4 = IpAddress::parse("192.0.2.1").value();
const IpAddress ourV6 = IpAddress::parse("2001:db8::1").value();

PacketDraft draftOf(const char *name,
                    std::initializer_list<std::pair<const char *, const char *>> fields = {})
{
    PacketDraft draft = draftFrom(name).value_or(PacketDraft{});
    for (const auto &[field, text] : fields) {
        const auto set = setPacketField(draft, field, text);
        if (!set)
            qFatal("%s", set.error().message.c_str());
    }
    return draft;
}

AssembledPacket madeOf(const PacketDraft &draft)
{
    const auto packet = assemble(draft, draft.target().isV4() ? ourV4 : ourV6);
    if (!packet)
        qFatal("%s", packet.error().message.c_str());
    return packet.value();
}

QString textOf(const AssembledPacket &packet, PacketField field)
{
    const PlacedField *placed = packet.find(field);
    return placed ? QString::fromStdString(fieldText(*placed->row, placed->value)) : QString();
}

/// Every field is given at random, but for what decides the packet's shape.
PacketDraft randomDraft(std::mt19937 &random)
{
    PacketDraft draft{.transport = static_cast<PacketTransport>(random() % 3)};
    if (random() % 2 == 0)
        draft.given[PacketField::Target] = ourV6;
    for (const PacketFieldRow *row : fieldsOf(draft)) {
        const bool number =
            row->kind != PacketFieldRow::Kind::Address && row->kind != PacketFieldRow::Kind::Bytes;
        if (number && !row->computed && random() % 2 == 0)
            draft.given[row->field] = static_cast<std::uint32_t>(random() & row->most());
    }
    PacketBytes payload(random() % 64);
    std::generate(payload.begin(), payload.end(), [&] { return static_cast<std::uint8_t>(random()); });
    draft.given[PacketField::Payload] = payload;
    return draft;
}

/// The number that the packet's bits hold there, read without the writer's help.
std::uint32_t bitsAt(const PacketBytes &bytes, std::size_t first, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t at = first; at < first + count; ++at)
        value = value << 1 | (bytes[at / 8] >> (7 - at % 8) & 1U);
    return value;
}

} // namespace

/// Drafts become the bytes that the standards ask for.
class TestPacketDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTemplateIsMadeWithSumsThatHold_data()
    {
        QTest::addColumn<QString>("name");
        for (const PacketTemplate &each : packetTemplates())
            QTest::newRow(std::string(each.name).c_str())
                << QString::fromUtf8(each.name.data(), static_cast<qsizetype>(each.name.size()));
    }

    void everyTemplateIsMadeWithSumsThatHold()
    {
        QFETCH(QString, name);
        const auto draft = draftFrom(name.toStdString());
        QVERIFY(draft.has_value());
        const AssembledPacket packet = madeOf(*draft);
        QCOMPARE(transportChecksumHolds(*draft, packet), name != QLatin1String("bad_checksum"));
        const std::size_t header = draft->target().isV4() ? packet.number(PacketField::HeaderLength) * 4 : 0;
        QVERIFY(header == 0 || checksumHolds(std::span(packet.bytes).first(header)));
    }

    void templatesSetWhatTheyMean()
    {
        for (const PacketTemplate &each : packetTemplates()) {
            PacketDraft draft{.transport = each.transport};
            for (const auto &[field, text] : each.fields)
                QVERIFY2(setPacketField(draft, field, text), std::string(field).c_str());
        }
        QCOMPARE(draftFrom("no such thing"), std::nullopt);
    }

    void aSynIsReadByAnotherLibraryAsItWasMeant()
    {
        const AssembledPacket packet = madeOf(
            draftOf("tcp_syn_options", {{"ip.target", "198.51.100.7"}, {"ip.dscp", "46"}, {"ip.ttl", "9"}}));
        const Tins::IP ip(packet.bytes.data(), static_cast<std::uint32_t>(packet.bytes.size()));
        const auto *tcp = ip.find_pdu<Tins::TCP>();
        QVERIFY(tcp != nullptr);
        QCOMPARE(ip.dst_addr().to_string(), std::string("198.51.100.7"));
        QCOMPARE(ip.src_addr().to_string(), std::string("192.0.2.1"));
        QCOMPARE(int{ip.tos()}, 46 << 2);
        QCOMPARE(int{ip.ttl()}, 9);
        QCOMPARE(int{ip.tot_len()}, 60);
        QCOMPARE(int{tcp->dport()}, 443);
        QCOMPARE(int{tcp->flags()}, int{Tins::TCP::SYN});
        QCOMPARE(int{tcp->mss()}, 1460);
        QCOMPARE(int{tcp->winscale()}, 7);
        QVERIFY(tcp->has_sack_permitted());
        QCOMPARE(tcp->timestamp().first, 1U);
    }

    void anIpv6EchoIsReadByAnotherLibraryAsItWasMeant()
    {
        const AssembledPacket packet = madeOf(draftOf("icmpv6_echo",
                                                      {{"ip.flow_label", "0xabcde"},
                                                       {"ip.target", "2001:db8::7"},
                                                       {"icmp.identifier", "4711"},
                                                       {"icmp.sequence", "3"}}));
        const Tins::IPv6 ip(packet.bytes.data(), static_cast<std::uint32_t>(packet.bytes.size()));
        const auto *icmp = ip.find_pdu<Tins::ICMPv6>();
        QVERIFY(icmp != nullptr);
        QCOMPARE(ip.dst_addr().to_string(), std::string("2001:db8::7"));
        QCOMPARE(static_cast<int>(ip.flow_label()), 0xabcde);
        QCOMPARE(int{ip.payload_length()}, 8 + 26);
        QCOMPARE(int{icmp->type()}, int{Tins::ICMPv6::ECHO_REQUEST});
        QCOMPARE(int{icmp->identifier()}, 4711);
        QCOMPARE(int{icmp->sequence()}, 3);
    }

    void everyRandomPacketHoldsWhatWasGivenAndSumsHold()
    {
        constexpr unsigned seed = 20'260'131;
        std::mt19937 random(seed);
        QString fault;
        for (int round = 0; round < 2000 && fault.isEmpty(); ++round) {
            const PacketDraft draft = randomDraft(random);
            const AssembledPacket packet = madeOf(draft);
            for (const PlacedField &field : packet.fields) {
                const auto given = draft.number(field.row->field);
                if (given && bitsAt(packet.bytes, field.firstBit, field.bits) != *given)
                    fault = QString::fromStdString(std::string(field.row->name));
            }
            if (!transportChecksumHolds(draft, packet))
                fault = QStringLiteral("checksum");
        }
        QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("%1, seed %2").arg(fault).arg(seed)));
    }

    void fieldsFillTheHeadersWithoutAGapOrAnOverlap_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"tcp_syn", "udp", "icmp_echo", "icmpv6_echo"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void fieldsFillTheHeadersWithoutAGapOrAnOverlap()
    {
        QFETCH(QString, name);
        const AssembledPacket packet = madeOf(draftOf(qPrintable(name)));
        std::size_t next = 0;
        for (const PlacedField &field : packet.fields) {
            QCOMPARE(field.firstBit, next);
            next += field.bits;
        }
        QCOMPARE(next, packet.bytes.size() * 8);
    }

    void aValueOfOnesOwnIsKeptThoughWrong()
    {
        const AssembledPacket packet = madeOf(
            draftOf("udp", {{"udp.checksum", "0xdead"}, {"udp.length", "9999"}, {"ip.total_length", "21"}}));
        QCOMPARE(textOf(packet, PacketField::Checksum), QStringLiteral("0xdead"));
        QCOMPARE(bitsAt(packet.bytes, 26 * 8, 16), 0xdeadU);
        QCOMPARE(packet.number(PacketField::UdpLength), 9999U);
        QCOMPARE(bitsAt(packet.bytes, 16, 16), 21U);
    }

    void aUdpChecksumIsNeverZero()
    {
        // The data makes the sum come out as ffff, whose complement 0 would mean "none".
        PacketDraft draft = draftOf("udp", {{"payload", "00 00"}});
        const std::uint32_t open = madeOf(draft).number(PacketField::Checksum);
        draft.given[PacketField::Payload] =
            PacketBytes{static_cast<std::uint8_t>(open >> 8), static_cast<std::uint8_t>(open)};
        QCOMPARE(madeOf(draft).number(PacketField::Checksum), 0xffffU);
    }

    void optionsArePaddedToAWord()
    {
        const AssembledPacket packet =
            madeOf(draftOf("tcp_syn", {{"tcp.options", "nop"}, {"ip.options", "01 01"}}));
        QCOMPARE(packet.number(PacketField::DataOffset), 6U);
        QCOMPARE(packet.number(PacketField::HeaderLength), 6U);
        QCOMPARE(packet.bytes.size(), std::size_t{48});
    }

    void whatCannotBeMadeSaysWhy()
    {
        const auto refusal = [](const PacketDraft &draft) {
            const auto packet = assemble(draft);
            return packet ? QString() : QString::fromStdString(packet.error().message);
        };
        QVERIFY(refusal(draftOf("tcp_syn", {{"ip.source", "::1"}})).contains(QLatin1String("ip.source")));
        PacketDraft draft = draftOf("tcp_syn");
        draft.given[PacketField::TcpOptions] = PacketBytes(41);
        QVERIFY(refusal(draft).contains(QLatin1String("tcp.options")));
        draft = draftOf("tcp_syn");
        draft.given[PacketField::Payload] = PacketBytes(65'535);
        QVERIFY(refusal(draft).contains(QLatin1String("payload")));
    }

    void anUnknownSourceIsZero()
    {
        const auto packet = assemble(draftOf("tcp_syn"));
        QVERIFY(packet);
        QCOMPARE(textOf(packet.value(), PacketField::Source), QStringLiteral("0.0.0.0"));
    }

    void anotherTargetTurnsTheWholePacketIntoIpv6()
    {
        PacketDraft draft = draftOf("icmp_echo", {{"ip.ttl", "5"}});
        QVERIFY(setPacketField(draft, "ip.target", "2001:db8::9"));
        const AssembledPacket packet = madeOf(draft);
        QCOMPARE(packet.number(PacketField::Version), 6U);
        QCOMPARE(packet.number(PacketField::Ttl), 5U);
        QCOMPARE(packet.number(PacketField::IcmpType), 128U);
        QCOMPARE(packet.number(PacketField::Protocol), 58U);
    }

    void aFieldHasOneNameInItsHeader()
    {
        std::set<std::pair<PacketHeader, std::string_view>> names;
        for (const PacketFieldRow &row : packetFields())
            names.insert({row.header, row.name});
        QCOMPARE(names.size(), packetFields().size());
    }
};

QTEST_GUILESS_MAIN(TestPacketDraft)
#include "tst_packet_draft.moc"
