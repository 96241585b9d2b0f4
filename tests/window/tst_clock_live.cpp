// SPDX-License-Identifier: GPL-3.0-or-later
// The window with its real measuring side: the original's demonstration by two clicks. Loopback only.
#include "app/engine.h"
#include "app/log_file.h"
#include "app/window_wiring.h"
#include "core/text/words.h"
#include "tests/window/own_settings.h"
#include "ui/main_window.h"
#include "ui/models/clock_model.h"
#include "ui/models/tcp_connection_model.h"

#include <QAbstractItemModel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

using namespace parallax;

namespace {

quint16 freePort()
{
    QUdpSocket socket;
    return socket.bind(QHostAddress::LocalHost, 0) ? socket.localPort() : quint16{0};
}

quint16 freeTcpPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16{0};
}

/// Window, measuring side and what connects them, as in the program.
struct Program {
    explicit Program(const QTemporaryDir &folder)
        : engine(nullptr, {}, folder.filePath(QStringLiteral("store.db")))
        , log({.file = folder.filePath(QStringLiteral("log"))})
    {
        wire(window, engine, log);
        window.show();
        window.showClockLab();
    }

    void click(const char *button) { window.findChild<QPushButton *>(QLatin1String(button))->click(); }
    int answers(int row) const
    {
        const auto *model = window.findChild<QTableView *>(QStringLiteral("clockTable"))->model();
        return model->index(row, ClockModel::Answers).data().toInt();
    }

    Words words{};
    Engine engine;
    LogFile log;
    MainWindow window{Config{}, words};
};

} // namespace

class TestClockLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDemonstrationRunsByTwoClicks()
    {
        Program program(m_folder);
        program.window.findChild<QSpinBox *>(QStringLiteral("clockPort"))->setValue(freePort());
        program.click("clockServerStart");
        program.click("clockFour");
        for (int client = 0; client < 4; ++client)
            QTRY_VERIFY(program.answers(client) >= 3);
        program.click("clockServerStop");
        QTRY_VERIFY(program.window.findChild<QPushButton *>(QStringLiteral("clockServerStart"))->isVisible());
    }

    void theTcpServerRunsByTwoClicksAndCountsItsConnections()
    {
        Program program(m_folder);
        program.click("clockTcp");
        program.window.findChild<QSpinBox *>(QStringLiteral("tcpPort"))->setValue(freeTcpPort());
        program.click("tcpStart");
        auto *stop = program.window.findChild<QPushButton *>(QStringLiteral("tcpStop"));
        QTRY_VERIFY(stop->isVisible());
        QTcpSocket client;
        client.connectToHost(
            QHostAddress(QHostAddress::LocalHost),
            static_cast<quint16>(program.window.findChild<QSpinBox *>(QStringLiteral("tcpPort"))->value()));
        client.write("time\nhello\n");
        const auto *rows = program.window.findChild<QTableView *>(QStringLiteral("tcpTable"))->model();
        QTRY_COMPARE(rows->index(0, TcpConnectionModel::Requests).data().toInt(), 2);
        stop->click();
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
        QTRY_VERIFY(!stop->isVisible());
    }

private:
    OwnSettings m_folder;
};

QTEST_MAIN(TestClockLive)
#include "tst_clock_live.moc"
