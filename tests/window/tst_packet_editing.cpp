// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_bench.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace parallax;

namespace {

/// Another target stands in an open editor, and what is around it is not known yet.
struct Retargeted {
    Retargeted()
    {
        bench.show();
        bench.begin();
        bench.apply(PacketSurroundingsFound{around(address("127.0.0.1"))});
        auto *fields = named<PacketFields>(bench, "packetFields");
        fields->choose(PacketField::Target);
        fields->editItem(fields->currentItem(), PacketFields::Value);
        fields->findChild<QLineEdit *>()->setText(QStringLiteral("192.0.2.9"));
    }

    Words words{};
    PacketWorkbench bench{words};
    QSignalSpy sent{&bench, &PacketWorkbench::sendRequested};
};

} // namespace

/// *Send* while a field is being edited.
class TestPacketEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickThatTakesANewTargetIsNotLost()
    {
        Retargeted shown;
        shown.bench.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.bench));
        auto *send = named<QPushButton>(shown.bench, "packetSend");
        QTest::mousePress(send, Qt::LeftButton);
        send->setFocus(Qt::MouseFocusReason); // closes the editor
        QCoreApplication::processEvents();
        QTest::mouseRelease(send, Qt::LeftButton);
        shown.bench.apply(PacketSurroundingsFound{around(address("192.0.2.9"))});
        QCOMPARE(shown.sent.count(), 1);
    }

    void nothingLeavesAWorkbenchThatWasClosed()
    {
        Retargeted shown;
        named<QPushButton>(shown.bench, "packetSend")->click();
        shown.bench.hide();
        shown.bench.apply(PacketSurroundingsFound{around(address("192.0.2.9"))});
        QCOMPARE(shown.sent.count(), 0);
    }

    void whatStandsInTheOpenEditorIsSent()
    {
        const Bench shown;
        shown.type("ip.ttl", "7");
        shown.button("packetSend")->click(); // moves no focus, as Alt+S moves none
        QCOMPARE(shown.requests.size(), std::size_t{1});
        QVERIFY(shown.requests[0].draft.number(PacketField::Ttl) == 7U);
    }

    void theDangersOfTheOpenEditorAreAskedFor()
    {
        const Bench shown;
        shown.edit("ip.target", "192.0.2.9");
        shown.type("ip.source", "198.51.100.66");
        answer(QStringLiteral("&Send nevertheless"));
        shown.button("packetSend")->click();
        QCOMPARE(shown.requests.at(0).confirmed, std::vector{PacketDanger::ForgedSource});
    }

    void anEditThatIsRefusedSendsNothing()
    {
        const Bench shown;
        shown.type("ip.ttl", "999");
        shown.button("packetSend")->click();
        QVERIFY(shown.requests.empty());
        QVERIFY(shown.label("packetStatus")->text().startsWith(QLatin1String("Not sent: TTL")));
        shown.button("packetSend")->click(); // of what the fields show now
        QCOMPARE(shown.requests.size(), std::size_t{1});
    }

    void anEditThatIsRefusedByTheClickItselfSendsNothing()
    {
        Bench shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.bench));
        shown.type("ip.ttl", "999");
        shown.fields->setFocus(); // as pressing the mouse does
        QCoreApplication::processEvents();
        shown.button("packetSend")->click();
        QVERIFY(shown.requests.empty());
    }

    void anEditThatLeavesNoPacketSendsNothing()
    {
        const Bench shown;
        shown.type("ip.source", "::1"); // of an IPv4 packet
        shown.button("packetSend")->click();
        QVERIFY(shown.requests.empty());
        QVERIFY(shown.label("packetTrouble")->isVisible());
    }

    void aTargetInTheOpenEditorIsSentToOnceItIsKnown()
    {
        Retargeted shown;
        named<QPushButton>(shown.bench, "packetSend")->click();
        QCOMPARE(shown.sent.count(), 0);
        shown.bench.apply(PacketSurroundingsFound{around(address("192.0.2.9"))});
        QCOMPARE(shown.sent.count(), 1);
        QCOMPARE(shown.sent.at(0).at(0).value<PacketRequest>().draft.target(), address("192.0.2.9"));
        shown.bench.apply(PacketSurroundingsFound{around(address("192.0.2.9"))});
        QCOMPARE(shown.sent.count(), 1);
    }
};

QTEST_MAIN(TestPacketEditing)
#include "tst_packet_editing.moc"
