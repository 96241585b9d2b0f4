// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/packet_dangers.h"
#include "core/data/packet_templates.h"
#include "core/data/packet_text.h"

#include <QStringList>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

IpAddress address(const char *text)
{
    return IpAddress::parse(text).value();
}

PacketSurroundings around()
{
    return {.target = address("192.0.2.9"),
            .own = {address("127.0.0.1"), address("192.0.2.1"), address("2001:db8::1")},
            .broadcasts = {address("192.0.2.255")},
            .source = address("192.0.2.1")};
}

PacketDraft draftOf(const QString &name, const QString &fields)
{
    PacketDraft draft = draftFrom(name.toStdString()).value();
    const auto all =
        (QStringLiteral("ip.target=192.0.2.9;") + fields).split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString &field : all) {
        const auto parts = field.split(QLatin1Char('='));
        const auto set = setPacketField(draft, parts[0].toStdString(), parts[1].toStdString());
        if (!set)
            qFatal("%s", set.error().message.c_str());
    }
    return draft;
}

PacketFindings findingsOf(const PacketDraft &draft, const PacketRepeat &repeat = {},
                          const PacketSurroundings &place = around())
{
    const auto packet = assemble(draft, place.source.value_or(IpAddress{}));
    if (!packet)
        qFatal("%s", packet.error().message.c_str());
    return judgePacket(draft, packet.value(), repeat, place);
}

template<class Code>
QString namesOf(const std::vector<Code> &codes)
{
    QStringList names;
    for (const Code code : codes)
        names << QString::fromStdString(std::string(nameOf(code)));
    return names.join(QLatin1Char(' '));
}

} // namespace

/// What is dangerous is found, and only a confirmation of exactly that counts.
class TestPacketDangers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachDangerIsFound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("dangers");
        const auto row = [](const char *title, const char *name, const char *fields, const char *dangers) {
            QTest::newRow(title) << QString::fromLatin1(name) << QString::fromLatin1(fields)
                                 << QString::fromLatin1(dangers);
        };
        row("a SYN", "tcp_syn", "", "");
        row("an echo", "icmp_echo", "", "");
        row("a probe of traceroute", "traceroute_probe", "", "");
        row("own source", "tcp_syn", "ip.source=192.0.2.1", "");
        row("forged", "tcp_syn", "ip.source=192.0.2.77", "forged_source");
        row("forged over IPv6", "icmpv6_echo", "ip.target=2001:db8::9;ip.source=2001:db8::66",
            "forged_source");
        row("loopback to outside", "udp", "ip.source=127.0.0.2", "forged_source");
        row("loopback to itself", "udp", "ip.target=127.0.0.1;ip.source=127.0.0.9", "");
        row("multicast", "udp", "ip.target=224.0.0.1", "many_hosts");
        row("multicast over IPv6", "icmpv6_echo", "ip.target=ff02::1", "many_hosts");
        row("broadcast", "udp", "ip.target=255.255.255.255", "many_hosts");
        row("broadcast of a network", "udp", "ip.target=192.0.2.255", "many_hosts");
        row("LAND", "tcp_syn", "ip.target=192.0.2.1;tcp.source_port=80", "land");
        row("to ourselves, other port", "tcp_syn", "ip.target=192.0.2.1", "");
        row("RST", "tcp_rst", "", "ends_connection");
        row("FIN", "tcp_syn", "tcp.flags=FIN,ACK", "ends_connection");
        row("redirect", "icmp_echo", "icmp.type=5", "moves_routes");
        row("router advertisement", "icmpv6_echo", "ip.target=2001:db8::9;icmp.type=134", "moves_routes");
        row("unreachable", "icmp_echo", "icmp.type=3", "icmp_error");
        row("packet too big", "icmpv6_echo", "ip.target=2001:db8::9;icmp.type=2", "icmp_error");
        row("first fragment", "udp", "ip.dont_fragment=0;ip.more_fragments=1", "fragment");
        row("last fragment", "udp", "ip.fragment_offset=185", "fragment");
        row("source route", "udp", "ip.options=01 83 07 04 c0 00 02 05", "source_route");
        row("another option", "udp", "ip.options=94 04 00 00", "");
        row("options that cannot be walked", "udp", "ip.options=07 00 89 00", "source_route");
        row("several", "tcp_rst", "ip.source=192.0.2.77;ip.fragment_offset=1",
            "forged_source ends_connection fragment");
    }

    void eachDangerIsFound()
    {
        QFETCH(QString, name);
        QFETCH(QString, fields);
        QFETCH(QString, dangers);
        QCOMPARE(namesOf(findingsOf(draftOf(name, fields)).dangers), dangers);
    }

    /// What the receiver reads counts, not what the packet was made as.
    void aDangerInDisguiseIsFound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("dangers");
        QTest::newRow("RST") << "udp"
                             << "ip.protocol=6;payload=00 00 00 00 50 04 00 00 00 00 00 00"
                             << "ends_connection";
        QTest::newRow("LAND") << "icmp_echo"
                              << "ip.target=192.0.2.1;ip.protocol=17;icmp.type=0;icmp.code=9;icmp.checksum=9"
                              << "land";
        QTest::newRow("redirect") << "udp"
                                  << "ip.protocol=1;udp.source_port=0x0500"
                                  << "moves_routes";
        QTest::newRow("error over IPv6") << "udp"
                                         << "ip.target=2001:db8::9;ip.protocol=58;udp.source_port=0x0100"
                                         << "icmp_error";
        QTest::newRow("ports read as options") << "tcp_syn"
                                               << "ip.header_length=8;tcp.source_port=0x8307"
                                               << "source_route";
        QTest::newRow("options read as a header") << "udp"
                                                  << "ip.header_length=5;ip.protocol=1;ip.options=03 01 00 00"
                                                  << "icmp_error";
        QTest::newRow("routing header") << "udp"
                                        << "ip.target=2001:db8::9;ip.protocol=43"
                                        << "source_route";
        QTest::newRow("fragment header") << "udp"
                                         << "ip.target=2001:db8::9;ip.protocol=44"
                                         << "fragment";
        QTest::newRow("RST behind options")
            << "udp"
            << "ip.target=2001:db8::9;ip.protocol=60;udp.source_port=0x0600;"
               "payload=00 00 00 00 00 00 00 00 00 00 00 00 50 04 00 00 00 00 00 00"
            << "ends_connection";
        QTest::newRow("no RST any more") << "tcp_rst"
                                         << "ip.protocol=17"
                                         << "";
    }

    void aDangerInDisguiseIsFound()
    {
        QFETCH(QString, name);
        QFETCH(QString, fields);
        QFETCH(QString, dangers);
        QCOMPARE(namesOf(findingsOf(draftOf(name, fields)).dangers), dangers);
    }

    void manyOrQuickPacketsNeedAConfirmation()
    {
        const PacketDraft draft = draftOf(QStringLiteral("udp"), {});
        QCOMPARE(namesOf(findingsOf(draft, {.count = 10}).dangers), QString());
        QCOMPARE(namesOf(findingsOf(draft, {.count = 11}).dangers), QStringLiteral("many_packets"));
        QCOMPARE(namesOf(findingsOf(draft, {.count = 2, .interval = 99ms}).dangers),
                 QStringLiteral("many_packets"));
        QCOMPARE(namesOf(findingsOf(draft, {.count = 1, .interval = 10ms}).dangers), QString());
    }

    void noConfirmationLiftsTheLimits()
    {
        QVERIFY(checkRepeat({.count = 100, .interval = 10ms}, 60s));
        QVERIFY(!checkRepeat({.count = 101}, 1s));
        QVERIFY(!checkRepeat({.count = 0}, 1s));
        QVERIFY(!checkRepeat({.count = 2, .interval = 9ms}, 1s));
        QVERIFY(!checkRepeat({.count = 2, .interval = 61s}, 1s));
        QVERIFY(!checkRepeat({}, 61s));
        QVERIFY(!checkRepeat({}, -1ms));
    }

    void onlyExactlyTheDangersCountAsConfirmed()
    {
        using Dangers = std::vector<PacketDanger>;
        const Dangers two{PacketDanger::ForgedSource, PacketDanger::Fragment};
        QCOMPARE(unconfirmed(two, {PacketDanger::Fragment, PacketDanger::ForgedSource}), Dangers{});
        QCOMPARE(unconfirmed(two, {}), two);
        QCOMPARE(unconfirmed(two, {PacketDanger::Fragment}), two);
        QCOMPARE(unconfirmed(two, {PacketDanger::Fragment, PacketDanger::Land}), two);
        QCOMPARE(unconfirmed(two, {PacketDanger::Fragment, PacketDanger::Fragment}), two);
        QCOMPARE(unconfirmed(two, {PacketDanger::ForgedSource, PacketDanger::Fragment, PacketDanger::Land}),
                 two);
    }

    void hintsSayWhatWillNotGoAsMeant_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("hints");
        QTest::newRow("nothing") << "udp"
                                 << ""
                                 << "";
        QTest::newRow("own length") << "udp"
                                    << "ip.total_length=1"
                                    << "header_rewritten";
        QTest::newRow("own length over IPv6") << "udp"
                                              << "ip.total_length=1;ip.target=2001:db8::9"
                                              << "";
        QTest::newRow("no identification") << "udp"
                                           << "ip.id=0;ip.dont_fragment=0"
                                           << "id_rewritten";
        QTest::newRow("wrong sum") << "bad_checksum"
                                   << ""
                                   << "wrong_checksum";
        QTest::newRow("no sum") << "udp"
                                << "udp.checksum=0"
                                << "";
        QTest::newRow("version") << "udp"
                                 << "ip.version=5"
                                 << "not_forwarded";
        QTest::newRow("header length") << "udp"
                                       << "ip.header_length=15"
                                       << "not_forwarded";
        QTest::newRow("TTL") << "udp"
                             << "ip.ttl=0"
                             << "not_forwarded";
        QTest::newRow("SYN") << "tcp_syn"
                             << ""
                             << "kernel_resets";
    }

    void hintsSayWhatWillNotGoAsMeant()
    {
        QFETCH(QString, name);
        QFETCH(QString, fields);
        QFETCH(QString, hints);
        QCOMPARE(namesOf(findingsOf(draftOf(name, fields)).hints), hints);
    }

    void withoutARouteTheSourceIsMissing()
    {
        PacketSurroundings place = around();
        place.source.reset();
        QCOMPARE(namesOf(findingsOf(draftOf(QStringLiteral("udp"), {}), {}, place).hints),
                 QStringLiteral("source_unknown"));
    }

    void namesAreReadAsTheyAreWritten()
    {
        for (std::size_t i = 0; i < packetDangers; ++i)
            QCOMPARE(packetDangerNamed(nameOf(static_cast<PacketDanger>(i))), static_cast<PacketDanger>(i));
        QCOMPARE(packetDangerNamed("everything"), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestPacketDangers)
#include "tst_packet_dangers.moc"
