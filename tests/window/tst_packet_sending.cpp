// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_bench.h"
#include "tests/window/own_settings.h"

#include "ui/main_window.h"
#include "ui/models/packet_answer_model.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace parallax;

/// The workbench asks where a packet is dangerous, and shows what comes back.
class TestPacketSending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aHarmlessPacketIsSentWithoutAQuestion()
    {
        const Bench shown;
        shown.edit("ip.target", "192.0.2.9");
        QVERIFY(!shown.label("packetDangers")->isVisible());
        shown.button("packetSend")->click();
        QCOMPARE(shown.requests.size(), std::size_t{1});
        QCOMPARE(shown.requests[0].draft.target(), address("192.0.2.9"));
        QVERIFY(shown.requests[0].confirmed.empty());
        QVERIFY(!shown.button("packetSend")->isEnabled()); // until it is over
        QVERIFY(shown.button("packetStop")->isEnabled());
    }

    void aDangerousPacketIsSentOnlyWhenConfirmed()
    {
        const Bench shown;
        shown.edit("ip.target", "192.0.2.9");
        shown.edit("ip.source", "198.51.100.66");
        QVERIFY(shown.label("packetDangers")->text().contains(QLatin1String("not this machine's")));
        answer(QStringLiteral("Cancel"));
        shown.button("packetSend")->click();
        QVERIFY(shown.requests.empty());
        QString said;
        answer(QStringLiteral("&Send nevertheless"), &said);
        shown.button("packetSend")->click();
        QCOMPARE(shown.requests.size(), std::size_t{1});
        QCOMPARE(shown.requests[0].confirmed, std::vector{PacketDanger::ForgedSource});
        QVERIFY(said.contains(QLatin1String("not this machine's")));
    }

    void manyCopiesAreADangerToo()
    {
        const Bench shown;
        named<QSpinBox>(shown.bench, "packetCount")->setValue(50);
        QVERIFY(shown.label("packetDangers")->isVisible());
        answer(QStringLiteral("&Send nevertheless"));
        shown.button("packetSend")->click();
        QCOMPARE(shown.requests.at(0).repeat.count, 50);
        QCOMPARE(shown.requests.at(0).confirmed, std::vector{PacketDanger::ManyPackets});
    }

    void whatIsNotKnownYetIsNotSent()
    {
        const Words words;
        PacketWorkbench bench(words);
        bench.show();
        QVERIFY(!named<QPushButton>(bench, "packetSend")->isEnabled());
        bench.apply(PacketSurroundingsFound{around(address("198.51.100.1"))}); // of another target
        QVERIFY(!named<QPushButton>(bench, "packetSend")->isEnabled());
        bench.apply(PacketSurroundingsFound{around(address("127.0.0.1"))});
        QVERIFY(named<QPushButton>(bench, "packetSend")->isEnabled());
    }

    void aTargetThatChangesBeforeTheAnswerIsAskedForToo()
    {
        const Words words;
        PacketWorkbench bench(words);
        const QSignalSpy asked(&bench, &PacketWorkbench::surroundingsRequested);
        bench.begin();
        auto *templates = named<QComboBox>(bench, "packetTemplate");
        templates->setCurrentIndex(templates->findText(QStringLiteral("ICMPv6 echo request")));
        QCOMPARE(asked.count(), 2);
        bench.apply(PacketSurroundingsFound{around(address("127.0.0.1"))});
        const QSignalSpy sent(&bench, &PacketWorkbench::sendRequested);
        bench.show();
        named<QPushButton>(bench, "packetSend")->click();
        QCOMPARE(sent.count(), 0);
        bench.apply(PacketSurroundingsFound{around(address("::1"))});
        QCOMPARE(sent.count(), 1);
    }

    void aRefusalAsksAnewWhatIsAroundTheTarget()
    {
        Bench shown;
        shown.edit("ip.target", "192.0.2.9");
        shown.edit("ip.source", "198.51.100.66");
        const QSignalSpy asked(&shown.bench, &PacketWorkbench::surroundingsRequested);
        answer(QStringLiteral("&Send nevertheless"));
        shown.button("packetSend")->click();
        PacketSurroundings found = around(address("192.0.2.9"));
        found.own.push_back(address("198.51.100.66")); // this machine has got the address meanwhile
        shown.bench.apply(PacketRefused{.error = {ErrorCode::InvalidArgument, "it needs none"}});
        QCOMPARE(asked.count(), 1);
        shown.bench.apply(PacketSurroundingsFound{found});
        QVERIFY(!shown.label("packetDangers")->isVisible());
        shown.button("packetSend")->click();
        QCOMPARE(shown.requests.size(), std::size_t{2});
        QVERIFY(shown.requests[1].confirmed.empty());
    }

    void whatEndsEarlyIsSaid()
    {
        Bench shown;
        shown.button("packetSend")->click();
        shown.bench.apply(PacketsDone{.sent = 1, .answers = 0, .stopped = true});
        QCOMPARE(shown.label("packetStatus")->text(),
                 QStringLiteral("Stopped; nothing had come back so far."));
        shown.button("packetSend")->click();
        shown.bench.apply(PacketSent{{.at = Timestamp(1ms), .bytes = {1}}});
        shown.bench.apply(PacketSent{{.at = Timestamp(2ms), .bytes = {1}}});
        shown.bench.apply(PacketRefused{.error = {ErrorCode::Unavailable, "network is down"}});
        QCOMPARE(shown.label("packetStatus")->text(), QStringLiteral("Sent: 2, then: network is down"));
    }

    void answersAppearWithTheirTime()
    {
        Bench shown;
        shown.button("packetSend")->click();
        shown.bench.apply(PacketSent{{.at = Timestamp(1ms), .bytes = PacketBytes(40)}});
        QVERIFY(shown.label("packetStatus")->text().contains(QLatin1String("40 bytes")));
        shown.bench.apply(PacketAnswered{synAck()});
        shown.bench.apply(PacketsDone{.sent = 1, .answers = 1});
        const auto *model = named<QTableView>(shown.bench, "packetAnswers")->model();
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(model->index(0, PacketAnswerModel::From).data().toString(), QStringLiteral("192.0.2.9"));
        QCOMPARE(model->index(0, PacketAnswerModel::Answer).data().toString(),
                 QStringLiteral("SYN-ACK: the port is open"));
        QCOMPARE(model->index(0, PacketAnswerModel::After).data().toString(), QStringLiteral("12.346"));
        QCOMPARE(model->index(0, PacketAnswerModel::Ttl).data().toString(), QStringLiteral("57"));
        QVERIFY(shown.button("packetSend")->isEnabled());
    }

    void whatIsSentIsForTheTargetOfItsTime()
    {
        Bench shown;
        shown.edit("ip.target", "192.0.2.9");
        shown.button("packetSend")->click();
        shown.edit("ip.target", "192.0.2.10"); // while it is under way
        shown.bench.apply(PacketSent{{.at = Timestamp(1ms), .bytes = PacketBytes(40)}});
        QVERIFY(shown.label("packetStatus")->text().contains(QLatin1String("to 192.0.2.9;")));
    }

    void aPacketThatCannotBeMadeIsNotSaved()
    {
        const Bench shown;
        QVERIFY(shown.button("packetSave")->isEnabled());
        shown.edit("ip.source", "::1"); // of an IPv4 packet
        QVERIFY(!shown.button("packetSave")->isEnabled());
        shown.edit("ip.source", "");
        QVERIFY(shown.button("packetSave")->isEnabled());
    }

    void whatWasSentIsSavedWhateverTheDraft()
    {
        Bench shown;
        shown.button("packetSend")->click();
        shown.bench.apply(PacketSent{{.at = Timestamp(1ms), .bytes = {1}}});
        shown.edit("ip.source", "::1");
        QVERIFY(shown.button("packetSave")->isEnabled());
    }

    void silenceAndRefusalsAreSaid()
    {
        Bench shown;
        shown.button("packetSend")->click();
        shown.bench.apply(PacketsDone{.sent = 1, .answers = 0});
        QCOMPARE(shown.label("packetStatus")->text(), QStringLiteral("Nothing came back within 2 s."));
        shown.button("packetSend")->click();
        shown.bench.apply(PacketRefused{.error = {ErrorCode::NotPermitted, "no right to send"}});
        QVERIFY(shown.label("packetStatus")->text().contains(QLatin1String("no right to send")));
        QVERIFY(shown.button("packetSend")->isEnabled());
    }

    void theExchangeIsSavedOrThePacketAlone()
    {
        Bench shown;
        std::vector<SavedPacket> saved;
        connect(&shown.bench, &PacketWorkbench::saveRequested, this,
                [&saved](const std::vector<SavedPacket> &packets) { saved = packets; });
        shown.button("packetSave")->click();
        QCOMPARE(saved.size(), std::size_t{1});
        QCOMPARE(saved[0].bytes.size(), std::size_t{40});
        shown.button("packetSend")->click();
        shown.bench.apply(PacketSent{{.at = Timestamp(1ms), .bytes = {1}}});
        shown.bench.apply(PacketAnswered{synAck()});
        shown.button("packetSave")->click();
        QCOMPARE(saved.size(), std::size_t{2});
        QCOMPARE(saved[1].bytes, PacketBytes{0x45});
    }

    void theMenuOpensItAndItsWishesLeaveTheWindow()
    {
        const Words words;
        MainWindow window(Config{}, words);
        window.show();
        const QSignalSpy asked(&window, &MainWindow::packetSurroundingsRequested);
        const QSignalSpy sent(&window, &MainWindow::packetSendRequested);
        const auto actions = window.findChildren<QAction *>();
        const auto action = std::find_if(actions.begin(), actions.end(), [](const QAction *each) {
            return each->shortcut() == QKeySequence(QStringLiteral("Ctrl+B"));
        });
        QVERIFY(action != actions.end());
        (*action)->trigger();
        const auto *bench = window.findChild<PacketWorkbench *>();
        QVERIFY(bench && bench->isVisible() && !bench->isModal());
        QCOMPARE(asked.count(), 1);
        window.applyPackets({PacketSurroundingsFound{around(address("127.0.0.1"))}});
        named<QPushButton>(*bench, "packetSend")->click();
        QCOMPARE(sent.count(), 1);
    }

    void theModelIsWellBehaved()
    {
        const Words words;
        PacketAnswerModel model(words);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add(synAck());
        model.add(synAck());
        QCOMPARE(model.rowCount(), 2);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

private:
    OwnSettings m_settings;
};

QTEST_MAIN(TestPacketSending)
#include "tst_packet_sending.moc"
