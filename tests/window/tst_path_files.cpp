// SPDX-License-Identifier: GPL-3.0-or-later
// Stored paths that are handed on: saved to a file, opened from one.
#include "shown_stored.h"
#include "tests/window/own_settings.h"
#include "ui/pages/path_table.h"

#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

using namespace parallax;

namespace {

/// Chooses a file in the dialog that is to come.
void chooseFile(const QString &file)
{
    QTimer::singleShot(5, qApp, [file] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return chooseFile(file);
        named<QLineEdit>(*dialog, "fileNameEdit")->setText(file); // Qt's name
        static_cast<QDialog *>(dialog)->accept();
    });
}

QAction *hideAction(const QWidget &window)
{
    const auto actions = window.findChildren<QAction *>();
    const auto found = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->text().contains(QLatin1String("Hide own"));
    });
    return found == actions.end() ? nullptr : *found;
}

} // namespace

class TestPathFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCopyIsSavedWhereTheUserSays()
    {
        ShownStored shown;
        shown.table()->selectRow(1);
        chooseFile(m_settings.filePath(QStringLiteral("hour")));
        named<QPushButton>(*shown.dialog, "copyStoredPath")->click();
        QCOMPARE(shown.copied.count(), 1);
        QCOMPARE(shown.copied[0][0].toString(), QStringLiteral("old"));
        QCOMPARE(shown.copied[0][1].toString(), m_settings.filePath(QStringLiteral("hour.parallax")));
        QVERIFY(shown.dialog->isVisible());
        shown.window.apply({StoredPathCopied{"/home/me/hour.parallax"}});
        const auto *message = named<QLabel>(*shown.dialog, "storedMessage");
        QVERIFY(message->isVisible());
        QCOMPARE(message->text(), QStringLiteral("Written: /home/me/hour.parallax"));
    }

    void aPathThatIsWatchedCanBeCopied()
    {
        const ShownStored shown;
        shown.table()->selectRow(0);
        QVERIFY(named<QPushButton>(*shown.dialog, "copyStoredPath")->isEnabled());
    }

    void whoHidesOwnAddressesIsAskedBeforeTheyAreCopied()
    {
        ShownStored shown;
        hideAction(shown.window)->setChecked(true);
        answer(QStringLiteral("Cancel"));
        named<QPushButton>(*shown.dialog, "copyStoredPath")->click();
        QCOMPARE(shown.copied.count(), 0);
        answer(QStringLiteral("&Save anyway…"));
        chooseFile(m_settings.filePath(QStringLiteral("hidden.parallax")));
        named<QPushButton>(*shown.dialog, "copyStoredPath")->click();
        QCOMPARE(shown.copied.count(), 1);
    }

    void aCopyThatFailsSaysWhyInTheDialog()
    {
        ShownStored shown;
        shown.window.apply({StoredPathFailed{"old", {ErrorCode::Io, "cannot write hour.parallax"}}});
        const auto *message = named<QLabel>(*shown.dialog, "storedMessage");
        QVERIFY(message->isVisible());
        QVERIFY(message->text().contains(QStringLiteral("cannot write hour.parallax")));
        shown.window.openStoredPath(QStringLiteral("old"));
        QCOMPARE(shown.opened.count(), 1);
    }

    void aFileIsOpenedAsATab()
    {
        ShownStored shown;
        const QString file = m_settings.filePath(QStringLiteral("theirs.parallax"));
        QFile made(file);
        QVERIFY(made.open(QIODevice::WriteOnly));
        chooseFile(file);
        named<QPushButton>(*shown.dialog, "openPathFile")->click();
        QCOMPARE(shown.fileOpened.count(), 1);
        QCOMPARE(shown.fileOpened[0][1].toString(), file);
        QVERIFY(!shown.dialog->isVisible());
        shown.window.apply({StoredPathOpened{shown.fileOpened[0][0].value<TraceId>(), hour()}});
        QTRY_COMPARE(shown.window.findChild<PathTable *>()->model()->rowCount(), 7);
        QCOMPARE(named<QTabBar>(shown.window, "traces")->tabText(0), QStringLiteral("sydney.example"));
        QVERIFY(!named<QPushButton>(shown.window, "pathStop")->isEnabled());
    }

    void aFileIsReadAgainEachTimeButNotTwiceAtOnce()
    {
        ShownStored shown;
        const QString file = QStringLiteral("/home/me/theirs.parallax");
        shown.window.openPathFile(file);
        shown.window.openPathFile(file);
        QCOMPARE(shown.fileOpened.count(), 1);
        shown.window.apply({StoredPathOpened{shown.fileOpened[0][0].value<TraceId>(), hour()}});
        shown.window.openPathFile(file);
        QCOMPARE(shown.fileOpened.count(), 2);
        shown.window.apply({StoredPathOpened{shown.fileOpened[1][0].value<TraceId>(), hour()}});
        QCOMPARE(named<QTabBar>(shown.window, "traces")->count(), 2);
    }

    void aFileThatCannotBeReadSaysWhyAndMayBeTriedAgain()
    {
        ShownStored shown;
        shown.dialog->accept();
        const QString file = QStringLiteral("/home/me/theirs.parallax");
        shown.window.openPathFile(file);
        shown.window.apply(
            {StoredPathFailed{file.toStdString(), {ErrorCode::Malformed, "theirs.parallax is damaged"}}});
        const auto *trouble = named<QLabel>(shown.window, "pathTrouble");
        QVERIFY(trouble->isVisible());
        QVERIFY(trouble->text().contains(QStringLiteral("theirs.parallax is damaged")));
        QCOMPARE(named<QTabBar>(shown.window, "traces")->count(), 0);
        shown.window.openPathFile(file);
        QCOMPARE(shown.fileOpened.count(), 2);
    }

private:
    OwnSettings m_settings;
};

QTEST_MAIN(TestPathFiles)
#include "tst_path_files.moc"
