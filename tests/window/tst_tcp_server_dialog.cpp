// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_clocks.h"

#include "ui/dialogs/tcp_server_dialog.h"
#include "ui/main_window.h"
#include "ui/models/tcp_connection_model.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace parallax;

namespace {

TcpClockConnection connection(std::uint64_t number, std::uint64_t times, TcpClockEnd end = TcpClockEnd::Open)
{
    return {.number = number,
            .peer = {IpAddress::fromV4(0xc0000207), static_cast<std::uint16_t>(40'000 + number)},
            .since = clockStart,
            .times = times,
            .bytesIn = 5 * times,
            .bytesOut = 100 * times,
            .end = end};
}

/// A server with two connections, one of which ended.
TcpClockState twoConnections(const IpAddress &bind = IpAddress::fromV4(0x7f000001))
{
    TcpClockState state;
    state.apply(TcpClockServing{{bind, 5000}});
    state.apply(TcpClockServed{.changed = {connection(1, 3, TcpClockEnd::Left), connection(2, 1'200)},
                               .totals = {.open = 1, .accepted = 2, .refused = 4, .requests = 1'203}});
    return state;
}

struct Shown {
    Shown() { dialog.setServer(twoConnections()); }
    QString cell(int row, int column) const
    {
        return named<QTableView>(dialog, "tcpTable")->model()->index(row, column).data().toString();
    }

    Words words{};
    TcpServerDialog dialog{words};
};

} // namespace

/// The TCP server's dialog, and what the window makes of it.
class TestTcpServerDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(keepSettingsIn(m_folder)); }

    void connectionsStandWithTheirCountsTheNewestFirst()
    {
        const Shown shown;
        QCOMPARE(shown.cell(0, TcpConnectionModel::Client), QStringLiteral("192.0.2.7:40002"));
        QCOMPARE(shown.cell(0, TcpConnectionModel::Requests), QStringLiteral("1,200"));
        QCOMPARE(shown.cell(0, TcpConnectionModel::BytesIn), QStringLiteral("6,000"));
        QCOMPARE(shown.cell(0, TcpConnectionModel::State), QStringLiteral("open"));
        QCOMPARE(shown.cell(1, TcpConnectionModel::BytesOut), QStringLiteral("300"));
        QCOMPARE(shown.cell(1, TcpConnectionModel::State), QStringLiteral("ended by the client"));
        QCOMPARE(named<QLabel>(shown.dialog, "tcpCounts")->text(),
                 QStringLiteral("1 open of 2 connections so far, 4 refused; 1,203 requests"));
    }

    void numbersAreSortedAsNumbers()
    {
        Shown shown;
        auto *table = named<QTableView>(shown.dialog, "tcpTable");
        table->sortByColumn(TcpConnectionModel::Requests, Qt::AscendingOrder);
        QCOMPARE(shown.cell(0, TcpConnectionModel::Requests), QStringLiteral("3"));
    }

    void theModelKeepsItsPromises()
    {
        const Words words;
        TcpConnectionModel model(words);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setConnections({{1, connection(1, 1)}, {2, connection(2, 1)}, {3, connection(3, 1)}});
        QCOMPARE(model.rowCount(), 3);
        model.setConnections({{1, connection(1, 1)}, {3, connection(3, 2)}, {5, connection(5, 1)}});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(1, TcpConnectionModel::Requests).data().toString(), QStringLiteral("2"));
        QCOMPARE(model.index(2, TcpConnectionModel::Number).data().toString(), QStringLiteral("5"));
        QCOMPARE(changed.size(), 1);
        model.setConnections({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(reset.size(), 0);
    }

    void itListensToThisMachineOnlyUnlessToldOtherwise()
    {
        const Words words;
        const TcpServerDialog dialog(words);
        std::vector<TcpServerRequest> asked;
        connect(&dialog, &TcpServerDialog::startRequested, this,
                [&asked](const TcpServerRequest &request) { asked.push_back(request); });
        named<QPushButton>(dialog, "tcpStart")->click();
        named<QCheckBox>(dialog, "tcpOthers")->setChecked(true);
        named<QSpinBox>(dialog, "tcpPort")->setValue(5001);
        named<QPushButton>(dialog, "tcpStart")->click();
        QCOMPARE(asked.size(), std::size_t{2});
        QVERIFY(asked[0].bind.isLoopback());
        QCOMPARE(asked[0].port, tcpClockPort);
        QCOMPARE(asked[1].bind, IpAddress{}); // of both versions
        QCOMPARE(asked[1].port, std::uint16_t{5001});
    }

    void theCommandNamesTheAddressThatOthersReach()
    {
        Shown shown;
        const auto *command = named<QLineEdit>(shown.dialog, "tcpCommand");
        QCOMPARE(command->text(),
                 QStringLiteral("parallax-cli clock tcp-client 127.0.0.1 --port 5000 --connections 100"));
        shown.dialog.setServer(twoConnections(IpAddress::fromV4(0)));
        QVERIFY(command->text().contains(QStringLiteral("tcp-client HOST "))); // nobody knows it yet
        QVERIFY(command->toolTip().contains(QStringLiteral("HOST")));
        shown.dialog.setShareHost(QStringLiteral("192.0.2.9"));
        shown.dialog.setServer(twoConnections(IpAddress::fromV4(0)));
        QVERIFY(command->text().contains(QStringLiteral("tcp-client 192.0.2.9 ")));
        shown.dialog.setServer({});
        QVERIFY(command->text().isEmpty());
    }

    void aServerThatFailedSaysWhy()
    {
        Shown shown;
        TcpClockState failed;
        failed.apply(TcpClockServerFailed{{ErrorCode::Unavailable, "the port is in use"}});
        shown.dialog.setServer(failed);
        QCOMPARE(named<QLabel>(shown.dialog, "tcpState")->text(), QStringLiteral("the port is in use"));
        QVERIFY(!named<QPushButton>(shown.dialog, "tcpStart")->isHidden());
    }

    void theWindowShowsItAndAsksForTheServer()
    {
        const Words words;
        MainWindow window({}, words);
        named<QPushButton>(window, "clockTcp")->click();
        auto *dialog = window.findChild<TcpServerDialog *>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QSignalSpy started(&window, &MainWindow::tcpServerStartRequested);
        QSignalSpy stopped(&window, &MainWindow::tcpServerStopRequested);
        named<QPushButton>(*dialog, "tcpStart")->click();
        QCOMPARE(started.size(), 1);
        window.applyClocks({TcpClockServing{{IpAddress::fromV4(0x7f000001), 5000}},
                            TcpClockServed{.changed = {connection(1, 7)}, .totals = {.open = 1}}});
        const auto *table = named<QTableView>(*dialog, "tcpTable");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        named<QPushButton>(*dialog, "tcpStop")->click();
        QCOMPARE(stopped.size(), 1);
    }

    void theWindowTellsTheCommandsItsAddressOnceItIsKnown()
    {
        const Words words;
        MainWindow window({}, words);
        window.showClockLab();
        named<QPushButton>(window, "clockTcp")->click();
        window.applyClocks(
            {ClockServing{{IpAddress::fromV4(0), 5000}}, TcpClockServing{{IpAddress::fromV4(0), 5001}}});
        const auto *clock = named<QLineEdit>(window, "clockCommand");
        const auto *tcp = named<QLineEdit>(window, "tcpCommand");
        QTRY_VERIFY(clock->text().contains(QStringLiteral(" HOST ")));
        QTRY_VERIFY(tcp->text().contains(QStringLiteral(" HOST ")));
        window.apply({Listening{.urls = {"http://192.0.2.7:8081/t/TOKEN"}}});
        QTRY_VERIFY(clock->text().contains(QStringLiteral(" 192.0.2.7 ")));
        QTRY_VERIFY(tcp->text().contains(QStringLiteral(" 192.0.2.7 ")));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestTcpServerDialog)
#include "tst_tcp_server_dialog.moc"
