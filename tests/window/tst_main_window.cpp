// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/languages.h"
#include "core/text/words.h"
#include "tests/support/fixtures.h"
#include "tests/window/named.h"
#include "tests/window/own_settings.h"
#include "ui/main_window.h"
#include "ui/pages/tester_table.h"
#include "ui/widgets/notice_row.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QTimer>
#include <QTranslator>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const QString firstLink = QStringLiteral("http://192.0.2.7:8081/t/TOKEN");
const QString secondLink = QStringLiteral("http://[2001:db8::7]:8081/t/TOKEN");

Update listening(bool privileged = true)
{
    return Listening{.urls = {firstLink.toStdString(), secondLink.toStdString()},
                     .httpPort = 8081,
                     .webSocketPort = 8080,
                     .privileged = privileged};
}

QList<Update> updatesOf(quint64 session, const SessionRecord &record)
{
    const auto updates = fixtures::updatesOf(SessionId{session}, record);
    return {updates.begin(), updates.end()};
}

QString stateOf(const QWidget &window)
{
    return named<QLabel>(window, "state")->text();
}

QAction *actionWith(const QMainWindow &window, const QKeySequence &shortcut)
{
    const auto actions = window.findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->shortcut() == shortcut)
            return action;
    }
    return nullptr;
}

/// Runs `answer` once a modal dialog is there.
template<class Answer>
void whenAsked(Answer answer)
{
    auto *waiting = new QTimer(qApp);
    waiting->setInterval(5);
    QObject::connect(waiting, &QTimer::timeout, qApp, [waiting, answer] {
        QWidget *dialog = QApplication::activeModalWidget();
        if (!dialog)
            return;
        waiting->deleteLater();
        waiting->stop();
        answer(dialog);
    });
    waiting->start();
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWindowSpeaksTheUsersLanguage_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
        QTest::newRow("Simplified Chinese") << QLocale(QLocale::Chinese, QLocale::China);
    }
    void theWindowSpeaksTheUsersLanguage()
    {
        QFETCH(QLocale, locale);
        const QString english = stateOf(MainWindow(Config{}, m_words));
        QTranslator translator;
        QVERIFY(loadTranslation(translator, locale));
        QCoreApplication::installTranslator(&translator);
        const QString translated = stateOf(MainWindow(Config{}, m_words));
        QCoreApplication::removeTranslator(&translator);
        QVERIFY(!translated.isEmpty());
        QVERIFY(translated != english);
    }

    void startIsRequestedWithTheConfiguration()
    {
        const Config config{.measure = {.pings = 17}};
        MainWindow window(config, m_words);
        QSignalSpy starts(&window, &MainWindow::startRequested);
        QCOMPARE(stateOf(window), QStringLiteral("Stopped"));
        named<QAbstractButton>(window, "start")->click();
        QCOMPARE(starts.count(), 1);
        QCOMPARE(starts[0][0].value<Config>(), config);
        QVERIFY(stateOf(window).startsWith(QStringLiteral("Starting")));
    }

    void theLinksAreOfferedWhileListening()
    {
        MainWindow window(Config{}, m_words);
        QSignalSpy stops(&window, &MainWindow::stopRequested);
        window.apply({listening()});
        QTRY_COMPARE(stateOf(window), QStringLiteral("Listening"));
        QCOMPARE(named<QComboBox>(window, "links")->count(), 2);
        named<QAbstractButton>(window, "copy")->click();
        QCOMPARE(QApplication::clipboard()->text(), firstLink);
        named<QAbstractButton>(window, "stop")->click();
        QCOMPARE(stops.count(), 1);
        window.apply({Update(ListeningStopped{})});
        QTRY_COMPARE(stateOf(window), QStringLiteral("Stopped"));
        QVERIFY(!named<QAbstractButton>(window, "copy")->isEnabled());
    }

    void aPortInUseEndsTheStartingAndSaysSo()
    {
        MainWindow window(Config{}, m_words);
        named<QAbstractButton>(window, "start")->click();
        window.apply({Update(Notice{.code = NoticeCode::PortInUse, .detail = "8081"})});
        QTRY_COMPARE(stateOf(window), QStringLiteral("Stopped"));
        QTRY_COMPARE(window.findChildren<NoticeRow *>().size(), 1);
        const auto rows = window.findChildren<NoticeRow *>();
        QVERIFY(rows[0]->sentence().contains(QStringLiteral("8081")));
    }

    void aNoticeGoesWithItsTroubleAndWhenClosed()
    {
        MainWindow window(Config{}, m_words);
        const Notice unreadable{.code = NoticeCode::CertificateUnusable,
                                .detail = "no file",
                                .wording = {.text = "no %1", .values = {"file"}}};
        window.apply({Update(unreadable),
                      Update(Notice{.code = NoticeCode::StoreUnusable, .detail = "disk full"}),
                      Update(Notice{.code = NoticeCode::CaptureStopped, .detail = "gone"})});
        QTRY_COMPARE(window.findChildren<NoticeRow *>().size(), 3);
        window.apply({Update(Notice{.code = NoticeCode::StoreUnusable, .cleared = true}),
                      Update(Notice{.code = NoticeCode::CaptureRecovered})});
        QTRY_COMPARE(window.findChildren<NoticeRow *>().size(), 1);
        window.findChild<NoticeRow *>()->findChild<QAbstractButton *>(QStringLiteral("closeNotice"))->click();
        QTRY_COMPARE(window.findChildren<NoticeRow *>().size(), 0);
        window.apply({Update(unreadable), listening()});
        QTRY_COMPARE(stateOf(window), QStringLiteral("Listening"));
        QCOMPARE(window.findChildren<NoticeRow *>().size(), 0); // the same again is not shown again
    }

    void aTesterAppearsAndTheStatusCountsIt()
    {
        MainWindow window(Config{}, m_words);
        window.apply({listening()});
        window.apply(updatesOf(1, fixtures::running()));
        window.apply(updatesOf(2, fixtures::proxy()));
        auto *status = named<QLabel>(window, "status");
        QTRY_COMPARE(status->text(), QStringLiteral("2 testers · 1 running · capture on · 0 dropped"));
        QCOMPARE(window.findChild<TesterTable *>()->model()->rowCount(), 2);
    }

    void aFailedTesterLeavesTheTable()
    {
        MainWindow window(Config{}, m_words);
        window.apply(updatesOf(1, fixtures::running()));
        QTRY_COMPARE(window.findChild<TesterTable *>()->model()->rowCount(), 1);
        window.apply({Update(SessionFailed{SessionId{1}, "no pong came"})});
        QTRY_COMPARE(window.findChild<TesterTable *>()->model()->rowCount(), 0);
        QTRY_VERIFY(named<QWidget>(window, "log")
                        ->findChild<QPlainTextEdit *>()
                        ->toPlainText()
                        .contains(QStringLiteral("no pong came")));
    }

    void earlierRunsAreThere()
    {
        MainWindow window(Config{}, m_words);
        window.apply({Update(HistoryLoaded{{fixtures::direct(), fixtures::tunnel()}})});
        QTRY_COMPARE(window.findChild<TesterTable *>()->model()->rowCount(), 2);
    }

    void anInvitationIsRequestedAndItsLinkShown()
    {
        MainWindow window(Config{}, m_words);
        window.apply({listening()});
        QTRY_COMPARE(stateOf(window), QStringLiteral("Listening"));
        QSignalSpy invites(&window, &MainWindow::inviteRequested);
        whenAsked([](QWidget *dialog) {
            dialog->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("Anna"));
            qobject_cast<QDialog *>(dialog)->accept();
        });
        named<QAbstractButton>(window, "invite")->click();
        QCOMPARE(invites.count(), 1);
        QCOMPARE(invites[0][0].toString(), QStringLiteral("Anna"));
        QCOMPARE(invites[0][1].value<std::chrono::seconds>(), std::chrono::seconds(24h));

        Invitation invitation{.token = "ANNAS", .name = "Anna", .expires = wallClock() + 1h};
        window.apply({Update(InvitationChanged{invitation})});
        QTRY_VERIFY(window.findChild<QLineEdit *>(QStringLiteral("link")) != nullptr);
        QCOMPARE(window.findChild<QLineEdit *>(QStringLiteral("link"))->text(),
                 QStringLiteral("http://192.0.2.7:8081/t/ANNAS"));
    }

    void anInvitationWithoutAServiceHasNoLinkToShow()
    {
        MainWindow window(Config{}, m_words);
        window.apply({listening()});
        QTRY_COMPARE(stateOf(window), QStringLiteral("Listening"));
        whenAsked([](QWidget *dialog) {
            dialog->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("Anna"));
            qobject_cast<QDialog *>(dialog)->accept();
        });
        named<QAbstractButton>(window, "invite")->click();
        window.apply({Update(ListeningStopped{})});
        QTRY_COMPARE(stateOf(window), QStringLiteral("Stopped"));
        window.apply({Update(InvitationChanged{{.token = "ANNAS", .name = "Anna"}})});
        QVERIFY(!window.findChild<QLineEdit *>(QStringLiteral("link")));
        QVERIFY(window.statusBar()->currentMessage().contains(QStringLiteral("Press Start")));
    }

    void aRevokedLinkIsNoLongerOffered()
    {
        MainWindow window(Config{}, m_words);
        const QAction *copy = actionWith(window, QKeySequence(QStringLiteral("Ctrl+Shift+C")));
        window.apply({listening()});
        QTRY_COMPARE(stateOf(window), QStringLiteral("Listening"));
        QVERIFY(copy->isEnabled());
        window.apply({Update(InvitationChanged{{.token = "TOKEN", .revoked = true}})});
        QTRY_COMPARE(stateOf(window), QStringLiteral("Link revoked"));
        QVERIFY(!named<QAbstractButton>(window, "copy")->isEnabled());
        QVERIFY(!named<QAbstractButton>(window, "qr")->isEnabled());
        QVERIFY(!copy->isEnabled());
        QVERIFY(named<QAbstractButton>(window, "emptyButton")->isHidden());
        QVERIFY(named<QAbstractButton>(window, "invite")->isEnabled());
        window.apply(
            {Update(ListeningStopped{}), Update(Listening{.urls = {"http://192.0.2.7:8081/t/NEW"}})});
        QTRY_COMPARE(stateOf(window), QStringLiteral("Listening"));
        QVERIFY(named<QAbstractButton>(window, "copy")->isEnabled());
        QVERIFY(copy->isEnabled());
        QVERIFY(!named<QAbstractButton>(window, "emptyButton")->isHidden());
    }

    void settingsAreHandedOutOnlyWhenChanged()
    {
        MainWindow window(Config{}, m_words);
        QSignalSpy changes(&window, &MainWindow::settingsChanged);
        whenAsked([](QWidget *dialog) { qobject_cast<QDialog *>(dialog)->accept(); });
        actionWith(window, QKeySequence(QStringLiteral("Ctrl+,")))->trigger();
        QCOMPARE(changes.count(), 0);
    }

    void theLogIsBounded()
    {
        MainWindow window(Config{}, m_words);
        for (int i = 0; i < 10'000; ++i)
            window.appendLog(QStringLiteral("line %1").arg(i));
        auto *log = named<QWidget>(window, "log")->findChild<QPlainTextEdit *>();
        QTRY_VERIFY(log->toPlainText().contains(QStringLiteral("line 9999")));
        QVERIFY(log->blockCount() <= 2000);
    }

    void closingAsksWhileTestersRunAndOnlyThen()
    {
        MainWindow window(Config{}, m_words);
        window.show();
        window.apply(updatesOf(1, fixtures::running()));
        bool asked = false;
        whenAsked([&](QWidget *dialog) {
            asked = true;
            qobject_cast<QDialog *>(dialog)->reject();
        });
        QVERIFY(!window.close());
        QVERIFY(asked);
        window.apply({Update(SessionClosed{.session = SessionId{1}, .end = SessionEnd::Finished})});
        QVERIFY(window.close());
    }

private:
    Words m_words;
    OwnSettings m_settings;
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
