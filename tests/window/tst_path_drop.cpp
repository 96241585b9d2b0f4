// SPDX-License-Identifier: GPL-3.0-or-later
// Path files that a file manager drops onto the window, or that it was started with.
#include "core/text/words.h"
#include "tests/window/own_settings.h"
#include "ui/charts/chart_view.h"
#include "ui/main_window.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <optional>

using namespace parallax;

namespace {

const QString ours = QStringLiteral("/home/me/ours.parallax");
const QString theirs = QStringLiteral("/home/me/their Last Hour.PARALLAX");

/// As a file manager does. What the drop was taken as, or nothing where the files are not welcome.
std::optional<Qt::DropAction> drop(QWidget &where, const QList<QUrl> &urls,
                                   Qt::DropActions offered = Qt::CopyAction | Qt::MoveAction)
{
    QMimeData dragged;
    dragged.setUrls(urls);
    QDragEnterEvent enter(QPoint(), offered, &dragged, Qt::LeftButton, Qt::ShiftModifier);
    QCoreApplication::sendEvent(&where, &enter);
    if (!enter.isAccepted())
        return std::nullopt;
    QDropEvent dropped(QPointF(), offered, &dragged, Qt::LeftButton, Qt::ShiftModifier);
    dropped.setDropAction(Qt::MoveAction);
    QCoreApplication::sendEvent(&where, &dropped);
    return dropped.isAccepted() ? std::optional(dropped.dropAction()) : std::nullopt;
}

/// A window, and what it asks for.
struct Shown {
    Shown() { window.show(); }
    QStringList opened() const
    {
        QStringList files;
        for (const auto &arguments : asked)
            files << arguments.at(1).toString();
        return files;
    }
    QLabel *trouble() const { return window.findChild<QLabel *>(QStringLiteral("pathTrouble")); }

    Words words{};
    MainWindow window{Config{}, words};
    QSignalSpy asked{&window, &MainWindow::pathFileOpenRequested};
};

} // namespace

class TestPathDrop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDroppedIsOpened()
    {
        Shown shown;
        QVERIFY(drop(shown.window, {QUrl::fromLocalFile(ours), QUrl::fromLocalFile(theirs)}));
        const QStringList both{ours, theirs};
        QCOMPARE(shown.opened(), both);
    }

    void itMayBeDroppedOntoAChart()
    {
        Shown shown;
        auto *chart = shown.window.findChild<ChartView *>();
        QVERIFY(chart);
        QVERIFY(drop(*chart->viewport(), {QUrl::fromLocalFile(ours)}));
        QCOMPARE(shown.opened(), QStringList{ours});
    }

    void itMayBeDroppedOntoTheLog()
    {
        Shown shown;
        auto *log = shown.window.findChild<QPlainTextEdit *>();
        QVERIFY(log);
        QVERIFY(drop(*log->viewport(), {QUrl::fromLocalFile(ours)}));
        QCOMPARE(shown.opened(), QStringList{ours});
    }

    /// The file manager would delete what was moved.
    void aFileStaysWhereItIs()
    {
        Shown shown;
        QVERIFY(drop(shown.window, {QUrl::fromLocalFile(ours)}) == Qt::CopyAction);
        QVERIFY(!drop(shown.window, {QUrl::fromLocalFile(ours)}, Qt::MoveAction));
    }

    void nothingElseIsWelcome_data()
    {
        QTest::addColumn<QList<QUrl>>("urls");
        const QUrl path = QUrl::fromLocalFile(ours);
        const QUrl text = QUrl::fromLocalFile(QStringLiteral("/home/me/notes.txt"));
        QTest::newRow("nothing") << QList<QUrl>{};
        QTest::newRow("another file") << QList<QUrl>{text};
        QTest::newRow("another file too") << QList<QUrl>{path, text};
        QTest::newRow("elsewhere") << QList<QUrl>{QUrl(QStringLiteral("https://example.org/ours.parallax"))};
    }
    void nothingElseIsWelcome()
    {
        QFETCH(QList<QUrl>, urls);
        Shown shown;
        QVERIFY(!drop(shown.window, urls));
        QVERIFY(shown.opened().isEmpty());
    }

    void tooManyAreRefusedWithASentence()
    {
        Shown shown;
        QStringList files;
        for (int number = 0; number < 11; ++number)
            files << QStringLiteral("/home/me/%1.parallax").arg(number);
        shown.window.openPathFiles(files);
        QVERIFY(shown.opened().isEmpty());
        QVERIFY(shown.trouble()->isVisible());
        QVERIFY(shown.trouble()->text().contains(QStringLiteral("11")));
        files.removeLast();
        shown.window.openPathFiles(files);
        QCOMPARE(shown.opened(), files);
    }

    void whatItWasStartedWithIsShownOrSaysWhyNot()
    {
        Shown shown;
        shown.window.openPathFiles({ours});
        QCOMPARE(shown.opened(), QStringList{ours});
        shown.window.apply(
            {StoredPathFailed{ours.toStdString(), {ErrorCode::Unavailable, "there is no file"}}});
        QVERIFY(shown.trouble()->isVisible());
        QVERIFY(shown.trouble()->text().contains(QStringLiteral("there is no file")));
        QVERIFY(!QApplication::activeModalWidget());
    }

private:
    OwnSettings m_settings;
};

QTEST_MAIN(TestPathDrop)
#include "tst_path_drop.moc"
