// SPDX-License-Identifier: GPL-3.0-or-later
// The workbench with its real measuring side: what is sent is answered. Needs the right to send; loopback
// only.
#include "app/engine.h"
#include "app/log_file.h"
#include "app/window_wiring.h"
#include "core/data/packet_templates.h"
#include "core/text/words.h"
#include "tests/window/own_settings.h"
#include "ui/dialogs/packet_workbench.h"
#include "ui/main_window.h"
#include "ui/models/packet_answer_model.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;

namespace {

/// Window, measuring side and what connects them, as in the program, with the workbench open.
struct Program {
    Program(const QTemporaryDir &folder, PathDoor door)
        : engine(nullptr, std::move(door), folder.filePath(QStringLiteral("store.db")))
        , log({.file = folder.filePath(QStringLiteral("log"))})
    {
        wire(window, engine, log);
        window.show();
        window.showPacketWorkbench();
    }

    void send(const QString &packet)
    {
        auto *templates = window.findChild<QComboBox *>(QStringLiteral("packetTemplate"));
        templates->setCurrentIndex(templates->findText(packet));
        auto *button = window.findChild<QPushButton *>(QStringLiteral("packetSend"));
        QTRY_VERIFY(button->isEnabled()); // once the surroundings are known
        button->click();
    }
    QString answer() const
    {
        const auto *model = window.findChild<QTableView *>(QStringLiteral("packetAnswers"))->model();
        return model->index(0, PacketAnswerModel::Answer).data().toString();
    }
    QString status() const { return window.findChild<QLabel *>(QStringLiteral("packetStatus"))->text(); }

    Words words{};
    Engine engine;
    LogFile log;
    MainWindow window{Config{}, words};
};

} // namespace

class TestPacketLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEchoToThisMachineIsAnswered()
    {
        if (!CraftPort::open())
            QSKIP("no right to send packets here");
        Program program(m_folder, openWorkbenchDoor());
        program.send(QStringLiteral("ICMP echo request"));
        QTRY_COMPARE(program.answer(), QStringLiteral("ICMP echo reply"));
        QTRY_COMPARE(program.status(), QStringLiteral("Sent: 1, answers: 1"));
    }

    void oneAfterAnotherIsSent()
    {
        if (!CraftPort::open())
            QSKIP("no right to send packets here");
        Program program(m_folder, openWorkbenchDoor());
        program.send(QStringLiteral("ICMPv6 echo request"));
        QTRY_COMPARE(program.answer(), QStringLiteral("ICMP echo reply"));
        QTRY_COMPARE(program.status(), QStringLiteral("Sent: 1, answers: 1"));
        program.send(QStringLiteral("ICMP echo request"));
        QTRY_COMPARE(program.status(), QStringLiteral("Sent: 1, answers: 1"));
    }

    void withoutTheRightItSaysWhy()
    {
        Program program(m_folder, {.why = {ErrorCode::NotPermitted, "no right to send"}});
        program.send(QStringLiteral("TCP SYN"));
        QTRY_COMPARE(program.status(), QStringLiteral("Not sent: no right to send"));
    }

    void aRefusalIsSaidOnce()
    {
        if (!CraftPort::open())
            QSKIP("no right to send packets here");
        Program program(m_folder, openWorkbenchDoor());
        const PacketDraft echo = draftFrom("icmp_echo").value_or(PacketDraft{});
        Q_EMIT program.window.packetSendRequested({.draft = echo, .repeat = {.count = 50}}); // unasked
        QTRY_COMPARE(program.status(),
                     QStringLiteral("Not sent: this packet needs a confirmation of many_packets"));
    }

    void whatIsSavedIsASavefile()
    {
        Program program(m_folder, {});
        const QString file = m_folder.filePath(QStringLiteral("packet.pcapng"));
        Q_EMIT program.window.packetsSaveRequested(file, {{.bytes = {0x45}, .comment = "one"}});
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.read(4).toHex(), QByteArray("0a0d0d0a"));
    }

private:
    OwnSettings m_folder;
};

QTEST_MAIN(TestPacketLive)
#include "tst_packet_live.moc"
