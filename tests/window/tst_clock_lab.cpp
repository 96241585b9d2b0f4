// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_clocks.h"

#include "core/text/words.h"
#include "ui/main_window.h"
#include "ui/models/clock_model.h"
#include "ui/pages/clocks_page.h"
#include "ui/widgets/clock_bar.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

/// What the Clocks page's bar asks for, and what the window makes of it.
class TestClockLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(keepSettingsIn(m_folder)); }

    void theFourAreAskedForAtOnce()
    {
        ShownClocks shown;
        std::vector<ClockRequest> asked;
        connect(&shown.page, &ClocksPage::clientsRequested, this,
                [&asked](const std::vector<ClockRequest> &requests) { asked = requests; });
        named<QPushButton>(shown.page, "clockFour")->click();
        QCOMPARE(asked.size(), std::size_t{4});
        QCOMPARE(asked[0].scheme, ClockScheme::Raw);
        QCOMPARE(asked[3].scheme, ClockScheme::Pid);
        QCOMPARE(asked[0].host, std::string("127.0.0.1"));
    }

    void theServerAnswersThisMachineOnlyUnlessToldOtherwise()
    {
        ShownClocks shown;
        std::vector<ClockServerRequest> asked;
        connect(&shown.page, &ClocksPage::serverStartRequested, this,
                [&asked](const ClockServerRequest &request) { asked.push_back(request); });
        named<QPushButton>(shown.page, "clockServerStart")->click();
        named<QCheckBox>(shown.page, "clockOthers")->setChecked(true);
        named<QPushButton>(shown.page, "clockServerStart")->click();
        QCOMPARE(asked.size(), std::size_t{2});
        QVERIFY(asked[0].bind.isLoopback());
        QVERIFY(asked[1].bind.isUnspecified());
    }

    void theCommandForElsewhereNamesTheAddressThatOthersReach()
    {
        ShownClocks shown;
        shown.page.setShareHost(QStringLiteral("192.0.2.7"));
        shown.board.apply(ClockServing{{IpAddress::fromV4(0), 5000}});
        shown.page.setClocks(shown.board);
        QVERIFY(named<QLineEdit>(shown.page, "clockCommand")
                    ->text()
                    .startsWith(QStringLiteral("parallax-cli clock client 192.0.2.7 --port 5000 ")));
    }

    void aServerThatFailedSaysWhy()
    {
        ShownClocks shown;
        shown.board.apply(ClockServerFailed{{ErrorCode::Unavailable, "port 12345 is in use"}});
        shown.page.setClocks(shown.board);
        QCOMPARE(named<QLabel>(shown.page, "clockServerState")->text(),
                 QStringLiteral("port 12345 is in use"));
        QVERIFY(named<QPushButton>(shown.page, "clockServerStart")->isVisible());
    }

    void hostNotesAreAskedForAndTheirRulesCopied()
    {
        const Words words;
        MainWindow window({}, words);
        named<QSpinBox>(window, "clockPort")->setValue(23456);
        QSignalSpy asked(&window, &MainWindow::hostClockRequested);
        named<QPushButton>(window, "clockNotes")->click();
        QCOMPARE(asked.size(), 1);
        HostClock clock{.service = {.service = TimeService::Chrony, .synchronised = true}};
        clock.service.source = "ntp.example\n" + QString(QChar(0x202e)).toStdString() + "evil";
        window.showHostClock(clock);
        const QString said = named<QLabel>(window, "hostClock")->text();
        QVERIFY(said.startsWith(QStringLiteral("chrony keeps")));
        QVERIFY(!said.contains(QLatin1Char('\n')) && !said.contains(QChar(0x202e)));
        named<QPushButton>(window, "copyRules")->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("udp dport 23456 accept")));
    }

    void theWindowNumbersClientsAndForgetsTheRemoved()
    {
        const Words words;
        MainWindow window({}, words);
        std::vector<ClockId> opened;
        connect(&window, &MainWindow::clockRequested, this,
                [&opened](ClockId clock, const ClockRequest &) { opened.push_back(clock); });
        named<QPushButton>(window, "clockFour")->click();
        QCOMPARE(opened.size(), std::size_t{4});
        auto *page = window.findChild<ClocksPage *>();
        window.applyClocks(client(opened[0], ClockScheme::Raw, 1ms));
        Q_EMIT page->viewWanted();
        const auto *table = named<QTableView>(window, "clockTable");
        QCOMPARE(table->model()->rowCount(), 2);
        QSignalSpy closed(&window, &MainWindow::clockCloseRequested);
        Q_EMIT page->forgetRequested(opened[0]);
        QCOMPARE(closed.size(), 1);
        window.applyClocks(client(opened[0], ClockScheme::Raw, 1ms)); // said before it heard of it
        Q_EMIT page->viewWanted();
        QCOMPARE(named<QPushButton>(window, "clockFour")->isVisible(), window.isVisible());
        QVERIFY(table->model()->rowCount() <= 1);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestClockLab)
#include "tst_clock_lab.moc"
