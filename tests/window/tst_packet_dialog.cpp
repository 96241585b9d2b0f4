// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_bench.h"

#include "ui/widgets/hex_view.h"

#include <QLineEdit>
#include <QTest>
#include <QTextBlock>

using namespace parallax;

/// The workbench shows the packet as it is edited.
class TestPacketDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aTemplateIsAPacketOfThisMachine()
    {
        const Bench shown;
        shown.choose("TCP SYN");
        QVERIFY(shown.hex().startsWith(QLatin1String("0000  45 00 00 28")));
        QCOMPARE(shown.value("ip.source"), QStringLiteral("192.0.2.1"));
        QCOMPARE(shown.origin("ip.source"), QStringLiteral("computed"));
        QCOMPARE(shown.value("tcp.flags"), QStringLiteral("SYN"));
        shown.choose("UDP datagram");
        QVERIFY(shown.hex().contains(QLatin1String("68 65 6c 6c")));
        QVERIFY(!shown.item("tcp.flags"));
    }

    void anEditedFieldChangesBytesAndChecksums()
    {
        const Bench shown;
        const QString checksum = shown.value("tcp.checksum");
        const QString header = shown.value("ip.checksum");
        shown.edit("tcp.target_port", "443");
        QCOMPARE(shown.origin("tcp.target_port"), QStringLiteral("given"));
        QVERIFY(shown.hex().contains(QLatin1String("01 bb")));
        QVERIFY(shown.value("tcp.checksum") != checksum);
        QCOMPARE(shown.value("ip.checksum"), header);
        shown.edit("tcp.target_port", "");
        QCOMPARE(shown.value("tcp.target_port"), QStringLiteral("80"));
        QCOMPARE(shown.value("tcp.checksum"), checksum);
    }

    void aValueThatDoesNotFitSaysWhatDoes()
    {
        const Bench shown;
        shown.edit("ip.ttl", "300");
        QVERIFY(shown.label("packetTrouble")->isVisible());
        QVERIFY(shown.label("packetTrouble")->text().contains(QLatin1String("0 to 255")));
        QCOMPARE(shown.value("ip.ttl"), QStringLiteral("64"));
        shown.edit("ip.ttl", "30");
        QVERIFY(!shown.label("packetTrouble")->isVisible());
    }

    void anotherTargetMakesItAnIpv6Packet()
    {
        const Bench shown;
        shown.choose("ICMP echo request");
        shown.edit("ip.target", "2001:db8::9");
        QCOMPARE(shown.value("icmp.type"), QStringLiteral("128"));
        QCOMPARE(shown.value("ip.source"), QStringLiteral("2001:db8::1"));
        QVERIFY(shown.item("ip.flow_label"));
        shown.choose("TCP SYN");
        QCOMPARE(shown.value("ip.target"), QStringLiteral("2001:db8::9")); // whom it is for is kept
    }

    void theChosenFieldStandsOutInTheBytesAndBack()
    {
        const Bench shown;
        auto *bytes = named<HexView>(shown.bench, "packetBytes");
        shown.fields->choose(PacketField::TcpFlags);
        QCOMPARE(bytes->extraSelections().size(), qsizetype{2}); // digits, and character
        QCOMPARE(bytes->extraSelections().first().cursor.selectedText(), QStringLiteral("02"));
        shown.fields->choose(PacketField::Source);
        QCOMPARE(bytes->extraSelections().first().cursor.selectedText(), QStringLiteral("c0 00 02 01"));
        QTextCursor cursor = bytes->textCursor();
        cursor.setPosition(bytes->document()->findBlockByNumber(0).position()
                           + static_cast<int>(QStringLiteral("0000  45 00 00 28 00 01 40 00  ").size()));
        bytes->setTextCursor(cursor);
        QCOMPARE(shown.fields->chosen(), PacketField::Ttl);
    }

    void theKeyboardAloneEditsAFieldAndReachesEverything()
    {
        Bench shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.bench));
        shown.fields->setFocus();
        shown.fields->choose(PacketField::Ttl);
        QTest::keyClick(shown.fields, Qt::Key_Return);
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("7"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(shown.value("ip.ttl"), QStringLiteral("7"));
        QVERIFY(shown.requests.empty()); // Enter in a field sends nothing
        QSet<QString> reached;
        for (int i = 0; i < 16; ++i) {
            reached << QApplication::focusWidget()->objectName();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (const char *wanted :
             {"packetTemplate", "packetFields", "packetBytes", "packetCount", "packetInterval", "packetWait",
              "packetSend", "packetAnswers", "packetSave"})
            QVERIFY2(reached.contains(QLatin1String(wanted)), wanted);
    }

    void itFitsIntoASmallWindow()
    {
        Bench shown;
        shown.edit("ip.source", "198.51.100.66");
        shown.bench.resize(1000, 640);
        QCoreApplication::processEvents();
        QVERIFY2(shown.bench.width() <= 1000 && shown.bench.height() <= 640,
                 qPrintable(QStringLiteral("%1x%2").arg(shown.bench.width()).arg(shown.bench.height())));
    }
};

QTEST_MAIN(TestPacketDialog)
#include "tst_packet_dialog.moc"
