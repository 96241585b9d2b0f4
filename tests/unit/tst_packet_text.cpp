// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/hex_dump.h"
#include "core/data/packet_assembly.h"
#include "core/data/packet_templates.h"
#include "core/data/packet_text.h"

#include <QTest>

#include <algorithm>

using namespace parallax;

namespace {

PacketDraft draftOf(const char *name)
{
    return draftFrom(name).value_or(PacketDraft{});
}

AssembledPacket madeOf(const PacketDraft &draft)
{
    const auto packet = assemble(draft);
    if (!packet)
        qFatal("%s", packet.error().message.c_str());
    return packet.value();
}

} // namespace

/// Fields are read from text, and written so that they can be read again.
class TestPacketText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadAsItIsWritten()
    {
        for (const char *name : {"tcp_syn_options", "udp", "icmp_echo", "icmpv6_echo"}) {
            const AssembledPacket packet = madeOf(draftOf(name));
            PacketDraft again = draftOf(name);
            again.given.erase(PacketField::Payload);
            for (const PlacedField &field : packet.fields)
                QVERIFY(setPacketField(again, field.row->name, fieldText(*field.row, field.value)));
            QCOMPARE(madeOf(again).bytes, packet.bytes);
        }
    }

    void valuesAreReadInTheirForms_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("shown");
        QTest::newRow("hexadecimal") << "tcp.window"
                                     << "0x10"
                                     << "16";
        QTest::newRow("flags") << "tcp.flags"
                               << "syn,ack"
                               << "SYN ACK";
        QTest::newRow("flags as a number") << "tcp.flags"
                                           << "0x11"
                                           << "FIN ACK";
        QTest::newRow("no flags") << "tcp.flags"
                                  << "none"
                                  << "none";
        QTest::newRow("words") << "payload"
                               << "text:hi there"
                               << "68 69 20 74 68 65 72 65";
        QTest::newRow("digits together") << "payload"
                                         << "deadBEEF"
                                         << "de ad be ef";
        QTest::newRow("options") << "tcp.options"
                                 << "mss=1400 eol"
                                 << "02 04 05 78 00";
        QTest::newRow("options as bytes") << "tcp.options"
                                          << "1e 02"
                                          << "1e 02";
        QTest::newRow("address") << "ip.source"
                                 << "192.0.2.7"
                                 << "192.0.2.7";
        QTest::newRow("computed again") << "tcp.data_offset"
                                        << "auto"
                                        << "5";
    }

    void valuesAreReadInTheirForms()
    {
        QFETCH(QString, field);
        QFETCH(QString, given);
        QFETCH(QString, shown);
        PacketDraft draft = draftOf("tcp_syn");
        QVERIFY(setPacketField(draft, field.toStdString(), given.toStdString()));
        const AssembledPacket packet = madeOf(draft);
        const auto placed =
            std::find_if(packet.fields.begin(), packet.fields.end(),
                         [&](const PlacedField &each) { return each.row->name == field.toStdString(); });
        QVERIFY(placed != packet.fields.end());
        QCOMPARE(QString::fromStdString(fieldText(*placed->row, placed->value)), shown);
    }

    void whatAFieldDoesNotTakeIsRefusedAndChangesNothing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("too large") << "ip.ttl"
                                   << "256"
                                   << "0 to 255";
        QTest::newRow("negative") << "ip.ttl"
                                  << "-1"
                                  << "0 to 255";
        QTest::newRow("one bit") << "ip.dont_fragment"
                                 << "2"
                                 << "0 to 1";
        QTest::newRow("letters") << "tcp.sequence"
                                 << "12x"
                                 << "4294967295";
        QTest::newRow("beyond 32 bits") << "tcp.sequence"
                                        << "4294967296"
                                        << "4294967295";
        QTest::newRow("unknown flag") << "tcp.flags"
                                      << "SYN SIN"
                                      << "SYN ACK";
        QTest::newRow("half a byte") << "payload"
                                     << "abc"
                                     << "de ad be ef";
        QTest::newRow("no digits") << "payload"
                                   << "xy"
                                   << "de ad be ef";
        QTest::newRow("an option's number") << "tcp.options"
                                            << "mss=70000"
                                            << "mss=1460";
        QTest::newRow("no address") << "ip.target"
                                    << "example.org"
                                    << "address";
        QTest::newRow("of another header") << "udp.length"
                                           << "8"
                                           << "has no field";
        QTest::newRow("of no header") << "ip.colour"
                                      << "8"
                                      << "there is no field";
    }

    void whatAFieldDoesNotTakeIsRefusedAndChangesNothing()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, says);
        PacketDraft draft = draftOf("tcp_syn");
        const auto set = setPacketField(draft, field.toStdString(), text.toStdString());
        QVERIFY(!set);
        QCOMPARE(set.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(QString::fromStdString(set.error().message).contains(says), set.error().message.c_str());
        QCOMPARE(draft, draftOf("tcp_syn"));
    }

    void aDumpShowsWhereEachByteStands()
    {
        PacketBytes bytes(18, 0x41);
        bytes[17] = 0x07;
        const std::string dump = hexDump(bytes);
        const std::string second = dump.substr(dump.find('\n') + 1);
        QCOMPARE(QString::fromStdString(second.substr(0, 4)), QStringLiteral("0010"));
        QCOMPARE(QString::fromStdString(second.substr(hexColumn(1), 2)), QStringLiteral("07"));
        QCOMPARE(second[characterColumn(0)], 'A');
        QCOMPARE(second[characterColumn(1)], '.');
        QCOMPARE(dump.substr(hexColumn(15), 2), std::string("41"));
    }
};

QTEST_GUILESS_MAIN(TestPacketText)
#include "tst_packet_text.moc"
