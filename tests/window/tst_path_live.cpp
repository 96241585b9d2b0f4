// SPDX-License-Identifier: GPL-3.0-or-later
// The window with its real measuring side: what is typed is traced. Needs the right to probe; loopback only.
#include "app/engine.h"
#include "app/log_file.h"
#include "app/window_wiring.h"
#include "core/text/words.h"
#include "tests/window/own_settings.h"
#include "tests/window/typed_host.h"
#include "ui/main_window.h"
#include "ui/models/path_model.h"
#include "ui/pages/path_table.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace parallax;

namespace {

/// Window, measuring side and what connects them, as in the program.
struct Program {
    explicit Program(const QTemporaryDir &folder)
        : engine(nullptr, openPathDoor(), folder.filePath(QStringLiteral("store.db")))
        , log({.file = folder.filePath(QStringLiteral("log"))})
    {
        wire(window, engine, log);
        window.show();
        window.showPath();
    }

    void type(const QString &host) { typeHost(window, host); }
    QString cell(int row, int column) const
    {
        return window.findChild<PathTable *>()->model()->index(row, column).data().toString();
    }

    Words words{};
    Engine engine;
    LogFile log;
    MainWindow window{Config{}, words};
};

} // namespace

class TestPathLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!openPathDoor().port)
            QSKIP("no right to send probes here");
    }

    void aTypedHostIsWatchedUntilStop()
    {
        Program program(m_folder);
        program.type(QStringLiteral("127.0.0.1"));
        QTRY_COMPARE(program.cell(0, PathModel::Address), QStringLiteral("127.0.0.1"));
        QTRY_VERIFY(program.cell(0, PathModel::Sent).toInt() >= 2); // round after round
        QCOMPARE(program.cell(0, PathModel::Loss), QStringLiteral("0.0"));
        auto *stop = program.window.findChild<QPushButton *>(QStringLiteral("pathStop"));
        stop->click();
        QTRY_VERIFY(!stop->isEnabled());
    }

    void aWatchGoesOnAfterAPauseAndBeginsAnewWhenReset()
    {
        Program program(m_folder);
        program.type(QStringLiteral("127.0.0.1"));
        const auto sent = [&program] { return program.cell(0, PathModel::Sent).toInt(); };
        QTRY_VERIFY(sent() >= 2);
        auto *pause = program.window.findChild<QToolButton *>(QStringLiteral("pathPause"));
        pause->click();
        QTest::qWait(1500); // longer than what is under way takes to be shown
        const int before = sent();
        QTest::qWait(2500); // two rounds and a half
        QCOMPARE(sent(), before);
        pause->click();
        QTRY_VERIFY(sent() > before);
        const int most = sent();
        program.window.findChild<QToolButton *>(QStringLiteral("pathReset"))->click();
        QTRY_VERIFY(sent() >= 1 && sent() < most);
        QCOMPARE(program.window.findChild<QTabBar *>(QStringLiteral("traces"))->count(), 1);
    }

    void aWatchedPathIsOpenedAfterTheProgramWasLeft()
    {
        watchAndLeave();
        const Program next(m_folder);
        auto *open = next.window.findChild<QPushButton *>(QStringLiteral("openStored"));
        open->click();
        const auto *dialog = next.window.findChild<QDialog *>(QStringLiteral("storedPaths"));
        QVERIFY(dialog);
        auto *button = dialog->findChild<QPushButton *>(QStringLiteral("openStoredPath"));
        QTRY_VERIFY(button->isEnabled());
        button->click();
        QTRY_COMPARE(next.cell(0, PathModel::Address), QStringLiteral("127.0.0.1"));
        QVERIFY(next.cell(0, PathModel::Sent).toInt() >= 1);
        QVERIFY(!next.window.findChild<QPushButton *>(QStringLiteral("pathStop"))->isEnabled());
    }

    void anUnknownHostIsNamed()
    {
        Program program(m_folder);
        program.type(QStringLiteral("nowhere.invalid"));
        const auto *trouble = program.window.findChild<QLabel *>(QStringLiteral("pathTrouble"));
        QTRY_VERIFY_WITH_TIMEOUT(trouble->isVisible(), 30'000);
        QVERIFY(trouble->text().contains(QStringLiteral("nowhere.invalid")));
        QCOMPARE(program.window.findChild<QTabBar *>(QStringLiteral("traces"))->count(), 0);
    }

private:
    void watchAndLeave() const
    {
        Program program(m_folder);
        program.type(QStringLiteral("127.0.0.1"));
        QTRY_VERIFY(program.cell(0, PathModel::Sent).toInt() >= 2);
    }

    OwnSettings m_folder;
};

QTEST_MAIN(TestPathLive)
#include "tst_path_live.moc"
