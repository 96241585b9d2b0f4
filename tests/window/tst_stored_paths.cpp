// SPDX-License-Identifier: GPL-3.0-or-later
#include "shown_stored.h"
#include "tests/window/own_settings.h"
#include "ui/models/path_model.h"
#include "ui/models/stored_path_model.h"
#include "ui/pages/path_page.h"
#include "ui/pages/path_table.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

using namespace parallax;

class TestStoredPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMenuAsksForTheStoredPathsAndListsThem()
    {
        const ShownStored shown;
        QCOMPARE(shown.listed.count(), 1);
        QVERIFY(shown.dialog->isVisible());
        const QAbstractItemModel &model = *shown.table()->model();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, StoredPathModel::Target).data().toString(), QStringLiteral("sydney.example"));
        QCOMPARE(model.index(0, StoredPathModel::To).data().toString(), QStringLiteral("running"));
        QCOMPARE(model.index(1, StoredPathModel::Address).data().toString(), QStringLiteral("203.0.113.200"));
        QCOMPARE(model.index(1, StoredPathModel::Rounds).data().toString(), QStringLiteral("86,400"));
        QVERIFY(
            model.index(1, StoredPathModel::From).data().toString().startsWith(QLatin1String("2026-01-31")));
    }

    void theEmptyPageOffersThemToo()
    {
        const Words words;
        MainWindow window(Config{}, words);
        window.show();
        window.showPath();
        named<QPushButton>(window, "openStored")->click();
        QVERIFY(window.findChild<StoredPathsDialog *>()->isVisible());
    }

    void withoutAnyTheDialogSaysWhatIsStored()
    {
        const Words words;
        StoredPathsDialog dialog(words.locale());
        dialog.show();
        const auto *message = named<QLabel>(dialog, "storedMessage");
        QVERIFY(message->text().startsWith(QStringLiteral("Reading")));
        dialog.setPaths({});
        QVERIFY(message->isVisible());
        QVERIFY(message->text().startsWith(QStringLiteral("No path has been stored yet")));
        QVERIFY(!named<QPushButton>(dialog, "openStoredPath")->isEnabled());
        QVERIFY(!named<QPushButton>(dialog, "copyStoredPath")->isEnabled());
        QVERIFY(!named<QPushButton>(dialog, "deleteStoredPath")->isEnabled());
        QVERIFY(named<QPushButton>(dialog, "openPathFile")->isEnabled());
    }

    void theModelIsWellBehaved()
    {
        StoredPathModel model(QLocale::c());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPaths(twoPaths());
        model.setPaths({});
    }

    void ownTargetsAreNotNamedWhereTheyAreHidden()
    {
        const Words words;
        StoredPathsDialog dialog(words.locale());
        dialog.setHideOwn(true);
        StoredPath printer = pathNamed("printer", "printer.home.example", 60);
        printer.address.address = IpAddress::parse("192.168.1.9").value();
        dialog.show();
        dialog.setPaths({printer, pathNamed("old", "tokyo.example", 60)});
        const QAbstractItemModel &model = *named<QTableView>(dialog, "storedPathTable")->model();
        for (const int column : {StoredPathModel::Target, StoredPathModel::Address})
            QCOMPARE(model.index(0, column).data().toString(), QStringLiteral("(own)"));
        QCOMPARE(model.index(1, StoredPathModel::Target).data().toString(), QStringLiteral("tokyo.example"));
        QString said;
        answer(QStringLiteral("Cancel"), &said);
        named<QPushButton>(dialog, "deleteStoredPath")->click();
        QVERIFY2(said.contains(QStringLiteral("(own)")), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("printer")), qPrintable(said));
    }

    void theListHidesThemWhereTheMenuSaysSo()
    {
        const Words words;
        MainWindow window(Config{}, words);
        window.show();
        const auto actions = window.findChildren<QAction *>();
        for (QAction *action : actions) {
            if (action->text() == QStringLiteral("&Hide own addresses of the path"))
                action->setChecked(true);
        }
        openAction(window)->trigger();
        StoredPath printer = pathNamed("printer", "192.168.1.9", 60);
        printer.address.address = IpAddress::parse("192.168.1.9").value();
        window.apply({StoredPathsListed{{printer}}});
        const auto *table = named<QTableView>(*window.findChild<StoredPathsDialog *>(), "storedPathTable");
        QCOMPARE(table->model()->index(0, StoredPathModel::Target).data().toString(),
                 QStringLiteral("(own)"));
    }

    void enterOpensTheChosenPath()
    {
        ShownStored shown;
        QVERIFY(QTest::qWaitForWindowActive(shown.dialog));
        QTest::keyClick(shown.table(), Qt::Key_Down);
        QTest::keyClick(shown.table(), Qt::Key_Return);
        QCOMPARE(shown.opened.count(), 1);
        QCOMPARE(shown.opened[0][1].toString(), QStringLiteral("old"));
        QVERIFY(!shown.dialog->isVisible());
    }

    void anOpenedPathIsATabAsTheLiveOneButEnded()
    {
        ShownStored shown;
        named<QPushButton>(*shown.dialog, "openStoredPath")->click();
        const auto trace = shown.opened.value(0).value(0).value<TraceId>();
        shown.window.apply({StoredPathOpened{trace, hour()}});
        QTRY_COMPARE(shown.window.findChild<PathTable *>()->model()->rowCount(),
                     7); // one hop has two branches
        QCOMPARE(named<QTabBar>(shown.window, "traces")->tabText(0), QStringLiteral("sydney.example"));
        QVERIFY(!named<QPushButton>(shown.window, "pathStop")->isEnabled());
        const auto *views = named<QTabWidget>(shown.window, "pathViews");
        QVERIFY(views->tabText(3).contains(QLatin1Char('('))); // events
        QVERIFY(named<QTableView>(shown.window, "eventTable")->model()->rowCount() > 0);
        QSignalSpy closed(&shown.window, &MainWindow::traceCloseRequested);
        Q_EMIT named<QTabBar>(shown.window, "traces")->tabCloseRequested(0);
        QCOMPARE(closed.count(), 0); // nothing runs
    }

    void whatIsOpenIsChosenAndNotOpenedAgain()
    {
        ShownStored shown;
        shown.window.openStoredPath(QStringLiteral("old"));
        const auto trace = shown.opened.value(0).value(0).value<TraceId>();
        shown.window.apply({StoredPathOpened{trace, hour()}});
        shown.window.openStoredPath(QStringLiteral("other"));
        shown.window.apply({StoredPathOpened{shown.opened.value(1).value(0).value<TraceId>(), hour()}});
        auto *tabs = named<QTabBar>(shown.window, "traces");
        QCOMPARE(tabs->currentIndex(), 1);
        shown.window.openStoredPath(QStringLiteral("old"));
        QCOMPARE(shown.opened.count(), 2);
        QCOMPARE(tabs->currentIndex(), 0);
        Q_EMIT tabs->tabCloseRequested(0);
        shown.window.openStoredPath(QStringLiteral("old"));
        QCOMPARE(shown.opened.count(), 3);
    }

    void whatPassedALimitThenIsNoAlertNow()
    {
        const Words words;
        PathPage page(words);
        page.setLimits({.loss = 0.05});
        const QSignalSpy alerted(&page, &PathPage::alerted);
        const auto state = hour();
        page.addStored(TraceId{4}, *state);
        page.setTrace(TraceId{4}, *state);
        QCOMPARE(alerted.count(), 0);
    }

    void ofAnOldPathTheMeansAreUnknown()
    {
        const Words words;
        PathPage page(words);
        const auto state = hour(true);
        page.addStored(TraceId{4}, *state);
        page.setTrace(TraceId{4}, *state);
        const auto *model = page.findChild<PathTable *>()->model();
        for (const PathModel::Column column : {PathModel::Average, PathModel::Last, PathModel::Jitter})
            QCOMPARE(model->index(1, column).data().toString(), QStringLiteral("–"));
        QVERIFY(model->index(1, PathModel::Best).data().toString() != QStringLiteral("–"));
        QVERIFY(named<QWidget>(page, "pathHeading")->toolTip().contains(QLatin1String("older than a week"))
                || named<QLabel>(page, "pathHeading")->text().contains(QLatin1String("older than a week")));
    }

    void deletingAsksFirst()
    {
        ShownStored shown;
        shown.table()->selectRow(1);
        answer(QStringLiteral("Cancel"));
        named<QPushButton>(*shown.dialog, "deleteStoredPath")->click();
        QCOMPARE(shown.removed.count(), 0);
        answer(QStringLiteral("&Delete"));
        QTest::keyClick(shown.table(), Qt::Key_Delete);
        QCOMPARE(shown.removed.count(), 1);
        QCOMPARE(shown.removed[0][0].toString(), QStringLiteral("old"));
        shown.window.apply({StoredPathsListed{{twoPaths().front()}}});
        QCOMPARE(shown.table()->model()->rowCount(), 1);
    }

    void aPathThatIsWatchedCannotBeDeleted()
    {
        ShownStored shown;
        shown.table()->selectRow(0);
        QVERIFY(!named<QPushButton>(*shown.dialog, "deleteStoredPath")->isEnabled());
        QVERIFY(named<QPushButton>(*shown.dialog, "openStoredPath")->isEnabled());
    }

    void aPathThatCannotBeReadSaysWhy()
    {
        ShownStored shown;
        named<QPushButton>(*shown.dialog, "openStoredPath")->click();
        shown.window.apply({StoredPathFailed{"new", {ErrorCode::Malformed, "the store is damaged"}}});
        const auto *trouble = named<QLabel>(shown.window, "pathTrouble");
        QVERIFY(trouble->isVisible());
        QVERIFY(trouble->text().contains(QStringLiteral("the store is damaged")));
        QCOMPARE(named<QTabBar>(shown.window, "traces")->count(), 0);
    }

    void whatCannotBeDeletedSaysWhyInTheDialog()
    {
        ShownStored shown;
        shown.window.apply({StoredPathFailed{"old", {ErrorCode::NotPermitted, "the store is read-only"}}});
        const auto *message = named<QLabel>(*shown.dialog, "storedMessage");
        QVERIFY(message->isVisible());
        QVERIFY(message->text().contains(QStringLiteral("read-only")));
    }

    void theKeyboardReachesEverything()
    {
        ShownStored shown;
        QVERIFY(QTest::qWaitForWindowActive(shown.dialog));
        shown.table()->selectRow(1);
        QSet<QString> reached;
        for (int i = 0; i < 8; ++i) {
            reached << QApplication::focusWidget()->objectName();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (const char *wanted :
             {"storedPathTable", "openStoredPath", "openPathFile", "copyStoredPath", "deleteStoredPath"})
            QVERIFY2(reached.contains(QLatin1String(wanted)), wanted);
    }

private:
    OwnSettings m_settings;
};

QTEST_MAIN(TestStoredPaths)
#include "tst_stored_paths.moc"
