// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/checksum.h"
#include "core/data/packet_templates.h"
#include "core/data/packet_text.h"
#include "core/data/saved_packets.h"
#include "core/packet/answers.h"
#include "core/packet/pcapng.h"

#include <QTest>

#include <optional>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const char *const ours = "192.0.2.1";
const char *const theirs = "198.51.100.7";

/// A packet and what is awaited for it; `fields` as "name=value;…".
struct Made {
    AssembledPacket packet{};
    AwaitedPacket awaited{};
};

Made make(const QString &name, const QString &fields)
{
    PacketDraft draft = draftFrom(name.toStdString()).value();
    for (const QString &field : fields.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const auto parts = field.split(QLatin1Char('='));
        const auto set = setPacketField(draft, parts[0].toStdString(), parts[1].toStdString());
        if (!set)
            qFatal("%s", set.error().message.c_str());
    }
    auto packet = assemble(draft);
    if (!packet)
        qFatal("%s", packet.error().message.c_str());
    return {.packet = packet.value(), .awaited = awaitedFor(draft, packet.value())};
}

Made sent(const QString &name, const QString &fields = {})
{
    return make(name,
                QStringLiteral("ip.target=%1;ip.source=%2;%3")
                    .arg(QLatin1String(theirs), QLatin1String(ours), fields));
}

/// From `from` to us.
PacketBytes arrived(const QString &name, const QString &fields, const char *from = theirs)
{
    return make(name,
                QStringLiteral("ip.target=%1;ip.source=%2;%3")
                    .arg(QLatin1String(ours), QLatin1String(from), fields))
        .packet.bytes;
}

std::optional<PacketAnswer> answerTo(const Made &made, const PacketBytes &packet)
{
    return answerIn(packet, Timestamp(5ms), made.awaited);
}

QString hexOf(const PacketBytes &bytes)
{
    return QString::fromStdString(hexBytes(bytes)).remove(QLatin1Char(' '));
}

std::uint32_t word(const PacketBytes &file, std::size_t at)
{
    return static_cast<std::uint32_t>(file[at]) | static_cast<std::uint32_t>(file[at + 1]) << 8
        | static_cast<std::uint32_t>(file[at + 2]) << 16 | static_cast<std::uint32_t>(file[at + 3]) << 24;
}

} // namespace

/// Answers find their packet, and both their way into a savefile.
class TestPacketAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersToASynAreTold_data()
    {
        QTest::addColumn<QString>("flags");
        QTest::addColumn<int>("kind");
        QTest::newRow("open") << "SYN ACK" << static_cast<int>(PacketAnswer::Kind::SynAck);
        QTest::newRow("closed") << "RST ACK" << static_cast<int>(PacketAnswer::Kind::Reset);
        QTest::newRow("anything else") << "ACK" << static_cast<int>(PacketAnswer::Kind::Segment);
    }

    void answersToASynAreTold()
    {
        QFETCH(QString, flags);
        QFETCH(int, kind);
        const Made syn = sent(QStringLiteral("tcp_syn"));
        const PacketBytes bytes =
            arrived(QStringLiteral("tcp_syn"),
                    QStringLiteral("tcp.source_port=80;tcp.target_port=28700;tcp.flags=") + flags);
        const auto answer = answerTo(syn, bytes);
        QVERIFY(answer.has_value());
        QCOMPARE(static_cast<int>(answer->kind), kind);
        QCOMPARE(answer->from, IpAddress::parse(theirs).value());
        QCOMPARE(answer->received, Timestamp(5ms));
        QCOMPARE(answer->bytes, bytes);
    }

    void whatIsOfAnotherFlowIsNoAnswer()
    {
        const Made syn = sent(QStringLiteral("tcp_syn"));
        const auto segment = [](const char *fields, const char *from = theirs) {
            return arrived(QStringLiteral("tcp_syn"), QLatin1String(fields), from);
        };
        QVERIFY(!answerTo(syn, segment("tcp.source_port=81;tcp.target_port=28700")));
        QVERIFY(!answerTo(syn, segment("tcp.source_port=80;tcp.target_port=28701")));
        QVERIFY(!answerTo(syn, segment("tcp.source_port=80;tcp.target_port=28700", "198.51.100.8")));
        QVERIFY(!answerTo(syn, syn.packet.bytes)); // our own, as loopback shows it
        QVERIFY(!answerTo(
            syn, arrived(QStringLiteral("udp"), QStringLiteral("udp.source_port=80;udp.target_port=28700"))));
    }

    void aDatagramAndAnEchoReplyAreTold()
    {
        const Made udp = sent(QStringLiteral("udp"));
        const auto datagram = answerTo(
            udp,
            arrived(QStringLiteral("udp"), QStringLiteral("udp.source_port=33434;udp.target_port=28700")));
        QCOMPARE(datagram.value().kind, PacketAnswer::Kind::Datagram);
        const Made echo = sent(QStringLiteral("icmp_echo"), QStringLiteral("icmp.identifier=7"));
        const auto reply = answerTo(
            echo, arrived(QStringLiteral("icmp_echo"), QStringLiteral("icmp.type=0;icmp.identifier=7")));
        QCOMPARE(reply.value().kind, PacketAnswer::Kind::EchoReply);
        QVERIFY(!answerTo(
            echo, arrived(QStringLiteral("icmp_echo"), QStringLiteral("icmp.type=0;icmp.identifier=8"))));
        QVERIFY(!answerTo(
            echo, arrived(QStringLiteral("icmp_echo"), QStringLiteral("icmp.type=8;icmp.identifier=7"))));
    }

    void anErrorFromARouterFindsThePacketThatItQuotes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("TCP") << "tcp_syn";
        QTest::newRow("UDP") << "udp";
        QTest::newRow("ICMP") << "icmp_echo";
    }

    void anErrorFromARouterFindsThePacketThatItQuotes()
    {
        QFETCH(QString, name);
        const Made made = sent(name);
        const auto error = [&](const QString &fields, const PacketBytes &quoted) {
            return arrived(
                QStringLiteral("icmp_echo"),
                QStringLiteral("icmp.identifier=0;icmp.sequence=0;%1;payload=%2").arg(fields, hexOf(quoted)),
                "203.0.113.1");
        };
        PacketBytes quoted = made.packet.bytes;
        quoted.resize(28); // RFC 792: the header and eight bytes
        const auto answer = answerTo(made, error(QStringLiteral("icmp.type=11"), quoted));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->kind, PacketAnswer::Kind::TimeExceeded);
        QCOMPARE(answer->from, IpAddress::parse("203.0.113.1").value());
        const auto closed = answerTo(made, error(QStringLiteral("icmp.type=3;icmp.code=3"), quoted));
        QCOMPARE(closed.value().kind, PacketAnswer::Kind::Unreachable);
        QCOMPARE(int{closed->icmpCode}, 3);
        PacketBytes other = quoted;
        other[19] ^= 1; // of another target
        QVERIFY(!answerTo(made, error(QStringLiteral("icmp.type=11"), other)));
        other = quoted;
        other.resize(27);
        QVERIFY(!answerTo(made, error(QStringLiteral("icmp.type=11"), other)));
    }

    void aKeptHeaderIsMadeAnew()
    {
        const Made echo = make(QStringLiteral("icmpv6_echo"),
                               QStringLiteral("ip.target=2001:db8::7;ip.source=2001:db8::1;icmp.sequence=9"));
        const Made reply =
            make(QStringLiteral("icmpv6_echo"),
                 QStringLiteral(
                     "ip.target=2001:db8::1;ip.source=2001:db8::7;icmp.type=129;icmp.sequence=9;ip.ttl=61"));
        const std::span all(reply.packet.bytes);
        const PacketBytes whole = withHeader(
            {.from = echo.awaited.target, .to = echo.awaited.source, .protocol = 58, .hopLimit = 61},
            all.subspan(40));
        QCOMPARE(whole, reply.packet.bytes);
        const auto answer = answerTo(echo, whole);
        QCOMPARE(answer.value().kind, PacketAnswer::Kind::EchoReply);
        QCOMPARE(int{answer->ttl}, 61);
    }

    void anybodyMayAnswerABroadcast()
    {
        const Made echo = make(QStringLiteral("icmp_echo"),
                               QStringLiteral("ip.target=255.255.255.255;ip.source=192.0.2.1"));
        const auto answer = answerTo(
            echo, arrived(QStringLiteral("icmp_echo"), QStringLiteral("icmp.type=0"), "203.0.113.77"));
        QVERIFY(answer.has_value());
        Made directed =
            make(QStringLiteral("icmp_echo"), QStringLiteral("ip.target=203.0.113.255;ip.source=192.0.2.1"));
        const PacketBytes reply =
            arrived(QStringLiteral("icmp_echo"), QStringLiteral("icmp.type=0"), "203.0.113.77");
        QVERIFY(!answerTo(directed, reply));
        directed.awaited.manyMayAnswer = true; // its network's, as this machine knows
        QVERIFY(answerTo(directed, reply).has_value());
    }

    void ourOwnPacketIsNoAnswerWhereItIsHeardAgain_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("source");
        QTest::newRow("a broadcast") << "203.0.113.255" << ours;
        QTest::newRow("a group") << "224.0.0.251" << ours;
        QTest::newRow("a group of IPv6") << "ff05::fb"
                                         << "2001:db8::1";
    }

    void ourOwnPacketIsNoAnswerWhereItIsHeardAgain()
    {
        QFETCH(QString, target);
        QFETCH(QString, source);
        const QString ports = QStringLiteral("udp.source_port=5353;udp.target_port=5353");
        Made made = make(QStringLiteral("udp"),
                         QStringLiteral("ip.target=%1;ip.source=%2;%3").arg(target, source, ports));
        made.awaited.manyMayAnswer = true; // which broadcasts are of its networks the machine knows
        QVERIFY(!answerTo(made, made.packet.bytes));
    }

    void othersMayAnswerThroughTheGroupAndAServiceOfThisMachineDirectly()
    {
        const QString ports = QStringLiteral("udp.source_port=5353;udp.target_port=5353");
        const Made made =
            make(QStringLiteral("udp"),
                 QStringLiteral("ip.target=224.0.0.251;ip.source=%1;%2").arg(QLatin1String(ours), ports));
        const Made another =
            make(QStringLiteral("udp"),
                 QStringLiteral("ip.target=224.0.0.251;ip.source=%1;%2").arg(QLatin1String(theirs), ports));
        QVERIFY(answerTo(made, another.packet.bytes).has_value());
        QVERIFY(answerTo(made, arrived(QStringLiteral("udp"), ports, ours)).has_value());
    }

    void aShortOrForeignPacketIsNoAnswer()
    {
        const Made udp = sent(QStringLiteral("udp"));
        const PacketBytes whole =
            arrived(QStringLiteral("udp"), QStringLiteral("udp.source_port=33434;udp.target_port=28700"));
        for (std::size_t size = 0; size < 28; ++size)
            QVERIFY(!answerTo(udp,
                              PacketBytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))));
        QVERIFY(!answerTo(udp, PacketBytes(60, 0xff)));
    }

    void theKernelsOwnFieldsAreInWhatWasSent()
    {
        const Made udp = sent(QStringLiteral("udp"), QStringLiteral("ip.total_length=1;ip.checksum=7"));
        const PacketBytes bytes = asSent(udp.packet.bytes);
        QCOMPARE(int{bytes[3]}, 33);
        QVERIFY(checksumHolds(std::span(bytes).first(20)));
        const Made broken = sent(QStringLiteral("udp"), QStringLiteral("ip.header_length=2"));
        QCOMPARE(asSent(broken.packet.bytes), broken.packet.bytes);
        QCOMPARE(asSent({}), PacketBytes{});
    }

    void aSavefileConsistsOfWholeBlocks()
    {
        const PacketBytes packet{0x45, 1, 2, 3, 4};
        const Timestamp at(1'769'860'800s + 123'456'789ns);
        const PacketBytes file = pcapng(std::vector<SavedPacket>{{at, packet, "why"}});
        std::vector<std::uint32_t> types;
        std::size_t start = 0;
        std::size_t last = 0;
        while (start + 12 <= file.size()) {
            const std::uint32_t length = word(file, start + 4);
            QCOMPARE(length % 4, 0U);
            QCOMPARE(word(file, start + length - 4), length);
            types.push_back(word(file, start));
            last = start;
            start += length;
        }
        QCOMPARE(start, file.size());
        QCOMPARE(types, (std::vector<std::uint32_t>{0x0a0d0d0a, 1, 6}));
        const std::uint64_t since =
            static_cast<std::uint64_t>(word(file, last + 12)) << 32 | word(file, last + 16);
        QCOMPARE(since, std::uint64_t{1'769'860'800'123'456'789});
        QCOMPARE(word(file, last + 20), 5U);
        QCOMPARE(PacketBytes(file.begin() + static_cast<std::ptrdiff_t>(last) + 28,
                             file.begin() + static_cast<std::ptrdiff_t>(last) + 33),
                 packet);
        QCOMPARE(word(file, last + 36), 0x00030001U); // a comment of three bytes
        QCOMPARE(file[last + 40], std::uint8_t{'w'});
    }

    void anExchangeIsSavedInItsOrder()
    {
        const auto saved = savedExchange(
            {{.at = Timestamp(1ms), .bytes = {1}}, {.at = Timestamp(3ms), .bytes = {3}}},
            {{.kind = PacketAnswer::Kind::SynAck, .received = Timestamp(2ms), .after = 1ms, .bytes = {2}}});
        QCOMPARE(saved.size(), std::size_t{3});
        QCOMPARE(saved[1].bytes, PacketBytes{2});
        QCOMPARE(QString::fromStdString(saved[1].comment), QStringLiteral("answer: syn_ack, after 1000 us"));
        QCOMPARE(saved[2].bytes, PacketBytes{3});
    }

    void whatTheKernelChoseUnseenIsSaidInTheSavefile_data()
    {
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("comment");
        QTest::newRow("nothing") << QString() << QStringLiteral("sent by Parallax");
        QTest::newRow("an identification of 0 that stays")
            << QStringLiteral("ip.id=0") << QStringLiteral("sent by Parallax");
        QTest::newRow("its identification")
            << QStringLiteral("ip.id=0;ip.dont_fragment=0")
            << QStringLiteral("sent by Parallax; the kernel chose its identification");
        QTest::newRow("its source") << QStringLiteral("ip.source=0.0.0.0")
                                    << QStringLiteral("sent by Parallax; the kernel chose its source");
    }

    void whatTheKernelChoseUnseenIsSaidInTheSavefile()
    {
        QFETCH(QString, fields);
        QFETCH(QString, comment);
        const auto saved = savedExchange({{.bytes = sent(QStringLiteral("udp"), fields).packet.bytes}}, {});
        QCOMPARE(QString::fromStdString(saved.at(0).comment), comment);
    }
};

QTEST_GUILESS_MAIN(TestPacketAnswers)
#include "tst_packet_answers.moc"
