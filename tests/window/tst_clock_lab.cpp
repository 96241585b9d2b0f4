// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_clocks.h"

#include "core/text/words.h"
#include "ui/main_window.h"
#include "ui/models/clock_model.h"
#include "ui/pages/clocks_page.h"
#include "ui/widgets/clock_bar.h"
#include "ui/window_actions.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

/// Answers how often and where pictures are to be saved, once it is asked.
void chooseEveryFewMinutes(const QString &folder)
{
    QTimer::singleShot(5, qApp, [folder] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        auto *files = qobject_cast<QFileDialog *>(dialog);
        if (!files) {
            if (dialog)
                dialog->accept();
            return chooseEveryFewMinutes(folder);
        }
        named<QLineEdit>(*files, "fileNameEdit")->setText(folder); // Qt's name
        dialog->accept();
    });
}

} // namespace

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
        QCOMPARE(asked[1].bind, IpAddress{}); // of both versions
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

    void theCommandForElsewhereDoesNotNameAnAddressThatNobodyKnows()
    {
        ShownClocks shown;
        shown.board.apply(ClockServing{{IpAddress::fromV4(0), 5000}});
        shown.page.setClocks(shown.board);
        const auto *command = named<QLineEdit>(shown.page, "clockCommand");
        QVERIFY(command->text().startsWith(QStringLiteral("parallax-cli clock client HOST --port 5000 ")));
        QVERIFY(command->toolTip().contains(QStringLiteral("HOST")));
        shown.page.setShareHost(QStringLiteral("192.0.2.7"));
        QVERIFY(!command->toolTip().contains(QStringLiteral("HOST")));
        shown.board.apply(ClockServing{{IpAddress::fromV4(0x7f000001), 5000}}); // this machine only
        shown.page.setClocks(shown.board);
        QVERIFY(command->text().startsWith(QStringLiteral("parallax-cli clock client 127.0.0.1 ")));
    }

    void aPortThatIsTypedIsAsked_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("asked"); // nothing: it cannot be
        QTest::newRow("none") << QStringLiteral("192.0.2.1") << QStringLiteral("192.0.2.1 port 23456");
        QTest::newRow("a name's") << QStringLiteral(" example.org:12346 ")
                                  << QStringLiteral("example.org port 12346");
        QTest::newRow("an IPv4 address's")
            << QStringLiteral("192.0.2.1:1") << QStringLiteral("192.0.2.1 port 1");
        QTest::newRow("an IPv6 address's")
            << QStringLiteral("[2001:db8::7]:12346") << QStringLiteral("2001:db8::7 port 12346");
        QTest::newRow("none behind IPv6")
            << QStringLiteral("2001:db8::7") << QStringLiteral("2001:db8::7 port 23456");
        QTest::newRow("a page's") << QStringLiteral("http://example.org:8081/t/TOKEN")
                                  << QStringLiteral("example.org port 23456");
        QTest::newRow("not yet typed")
            << QStringLiteral("example.org:") << QStringLiteral("example.org port 23456");
        QTest::newRow("zero") << QStringLiteral("example.org:0") << QString();
        QTest::newRow("too large") << QStringLiteral("example.org:65536") << QString();
        QTest::newRow("larger than any number") << QStringLiteral("example.org:99999999999") << QString();
    }
    void aPortThatIsTypedIsAsked()
    {
        QFETCH(QString, typed);
        QFETCH(QString, asked);
        ShownClocks shown;
        QString what;
        connect(&shown.page, &ClocksPage::clientsRequested, this,
                [&what](const std::vector<ClockRequest> &requests) {
                    what = QStringLiteral("%1 port %2")
                               .arg(QString::fromStdString(requests[0].host))
                               .arg(requests[0].port);
                });
        named<QSpinBox>(shown.page, "clockPort")->setValue(23456);
        named<QLineEdit>(shown.page, "clockHost")->setText(typed);
        named<QPushButton>(shown.page, "clockAdd")->click();
        QCOMPARE(what, asked);
        QCOMPARE(named<QPushButton>(shown.page, "clockFour")->isEnabled(), !asked.isEmpty());
    }

    void savingEveryFewMinutesCanBeEndedWithoutClients()
    {
        QMainWindow window;
        WindowActions actions(&window);
        const auto all = window.findChildren<QAction *>();
        const auto found = std::find_if(all.begin(), all.end(), [](const QAction *action) {
            return action->text() == WindowActions::tr("&Save both every few minutes…");
        });
        QVERIFY(found != all.end());
        actions.setSavesClocks(true);
        actions.setAnyClock(false);
        QVERIFY((*found)->isEnabled());
        QVERIFY(qobject_cast<QMenu *>((*found)->parent())->isEnabled());
        actions.setSavesClocks(false);
        actions.setAnyClock(false);
        QVERIFY(!(*found)->isEnabled());
    }

    void picturesAreSavedOnlyWhileThereAreClients()
    {
        const Words words;
        MainWindow window({}, words);
        const QDir pictures(m_folder.filePath(QStringLiteral("pictures")));
        QVERIFY(QDir().mkpath(pictures.path()));
        chooseEveryFewMinutes(pictures.path());
        Q_EMIT window.findChild<WindowActions *>()->saveClocksEveryRequested(true);
        QCOMPARE(pictures.entryList(QDir::Files).size(), qsizetype{0});
        window.applyClocks(client(ClockId{1}, ClockScheme::Raw, 1ms));
        chooseEveryFewMinutes(pictures.path());
        Q_EMIT window.findChild<WindowActions *>()->saveClocksEveryRequested(true);
        QCOMPARE(pictures.entryList(QDir::Files).size(), qsizetype{2});
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
