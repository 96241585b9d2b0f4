// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/own_settings.h"
#include "ui/dialogs/save_dialogs.h"
#include "ui/window_memory.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QTest>
#include <QTimer>

using namespace parallax;

namespace {

/// What a file dialog begins with.
struct Offer {
    QString folder{};
    QString file{};
    QString filter{};
};

/// Looks at the dialog that is to come, and chooses `file` in it, or none.
void answerFileDialog(Offer &offer, const QString &file = {})
{
    QTimer::singleShot(0, qApp, [&offer, file] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        offer = {dialog->directory().absolutePath(), dialog->selectedFiles().value(0),
                 dialog->selectedNameFilter()};
        if (file.isEmpty())
            return dialog->reject();
        dialog->selectFile(file);
        static_cast<QDialog *>(dialog)->accept();
    });
}

const Picture ladder{.title = QStringLiteral("Latency ladder"), .fileStem = QStringLiteral("ladder")};

} // namespace

class TestSaveDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { windowMemory().clear(); }

    void aDialogBeginsWhereAFileWasLastChosen()
    {
        Offer offer;
        answerFileDialog(offer, m_folder.filePath(QStringLiteral("clocks.csv")));
        QCOMPARE(askClocksFile(nullptr), m_folder.filePath(QStringLiteral("clocks.csv")));
        QVERIFY(offer.folder != QDir(m_folder.path()).absolutePath());
        answerFileDialog(offer);
        QVERIFY(askPacketFile(nullptr).isEmpty());
        QCOMPARE(offer.folder, QDir(m_folder.path()).absolutePath());
    }

    void aFolderThatIsGoneIsForgotten()
    {
        windowMemory().setValue(QStringLiteral("folder"), m_folder.filePath(QStringLiteral("gone")));
        Offer offer;
        answerFileDialog(offer);
        QVERIFY(askClocksFile(nullptr).isEmpty());
        QVERIFY(!offer.folder.isEmpty());
        QVERIFY(!offer.folder.startsWith(QDir(m_folder.path()).absolutePath()));
    }

    void theLastFormatOfPicturesIsOfferedFirst()
    {
        Offer offer;
        answerFileDialog(offer, m_folder.filePath(QStringLiteral("first.svg")));
        QCOMPARE(askPictureFile(nullptr, ladder), m_folder.filePath(QStringLiteral("first.svg")));
        QVERIFY(offer.file.endsWith(QStringLiteral("/ladder.png")));
        answerFileDialog(offer, m_folder.filePath(QStringLiteral("second")));
        QCOMPARE(askPictureFile(nullptr, ladder), m_folder.filePath(QStringLiteral("second.svg")));
        QVERIFY(offer.file.endsWith(QStringLiteral("/ladder.svg")));
        QVERIFY(offer.filter.contains(QStringLiteral("*.svg")));
    }

    void aFileIsNamedAfterItsHost_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("stem");
        QTest::newRow("name") << QStringLiteral("a.example-1.org") << QStringLiteral("path-a.example-1.org");
        QTest::newRow("IPv6") << QStringLiteral("fe80::1%eth0") << QStringLiteral("path-fe80--1-eth0");
        QTest::newRow("other letters")
            << QStringLiteral("b\u00fccher.example") << QStringLiteral("path-b\u00fccher.example");
        QTest::newRow("another folder") << QStringLiteral("../../x y") << QStringLiteral("path-..-..-x-y");
        QTest::newRow("hidden") << QString() << QStringLiteral("path");
        QTest::newRow("long") << QString(300, QLatin1Char('x'))
                              << QStringLiteral("path-") + QString(80, QLatin1Char('x'));
    }

    void aFileIsNamedAfterItsHost()
    {
        QFETCH(QString, host);
        QFETCH(QString, stem);
        QCOMPARE(stemAbout(QStringLiteral("path"), host), stem);
        Offer offer;
        answerFileDialog(offer);
        QVERIFY(askTraceFile(nullptr, TraceFormat::Csv, host).isEmpty());
        QVERIFY(QFileInfo(offer.file).fileName().startsWith(stem + QLatin1Char('-')));
        answerFileDialog(offer);
        QVERIFY(askPathCopy(nullptr, host, {}).isEmpty());
        QVERIFY(QFileInfo(offer.file).fileName().startsWith(stem + QLatin1Char('-')));
    }

private:
    OwnSettings m_folder;
};

QTEST_MAIN(TestSaveDialogs)
#include "tst_save_dialogs.moc"
