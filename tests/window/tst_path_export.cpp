// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of a path, with the thread that writes them, and what no export may do.
#include "app/engine.h"
#include "app/log_file.h"
#include "app/window_wiring.h"
#include "core/text/words.h"
#include "tests/support/watched_path.h"
#include "tests/window/own_settings.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QFile>
#include <QMessageBox>
#include <QTest>
#include <QTimer>

#include <array>
#include <functional>

using namespace parallax;

class TestPathExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsBeingWrittenIsWholeOnceTheWindowIsGone()
    {
        const QString file = m_folder.filePath(QStringLiteral("path.csv"));
        const TraceState state = fixtures::longWatch(20, 10'000); // which takes longer than closing a window
        Engine engine(nullptr, {}, m_folder.filePath(QStringLiteral("store.db")));
        const LogFile log({.file = m_folder.filePath(QStringLiteral("log"))});
        {
            const Words words;
            MainWindow window(Config{}, words);
            wire(window, engine, log);
            Q_EMIT window.traceExportRequested({.format = TraceFormat::Csv, .file = file}, state);
        }
        QVERIFY(QFile::exists(file));
        QCoreApplication::processEvents(); // the thread is deleted
    }

    void noExportReplacesTheStore_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("chosen runs") << 0;
        QTest::newRow("a path") << 1;
        QTest::newRow("the clocks") << 2;
        QTest::newRow("packets") << 3;
    }

    void noExportReplacesTheStore()
    {
        QFETCH(int, which);
        const QString store = m_folder.filePath(QStringLiteral("own.sqlite"));
        QFile runs(store);
        QVERIFY(runs.open(QIODevice::WriteOnly) && runs.write("runs") > 0 && runs.flush());
        Engine engine(nullptr, {}, store);
        const LogFile log({.file = m_folder.filePath(QStringLiteral("log"))});
        const Words words;
        MainWindow window(Config{}, words);
        wire(window, engine, log);
        const std::array<std::function<void()>, 4> exports{
            [&] { Q_EMIT window.exportRequested(ExportFormat::TestersCsv, store, {}); },
            [&] {
                Q_EMIT window.traceExportRequested({.format = TraceFormat::Json, .file = store},
                                                   TraceState{});
            },
            [&] { Q_EMIT window.clocksExportRequested(store, {}); },
            [&] { Q_EMIT window.packetsSaveRequested(store, {}); }};
        QString said;
        QTimer::singleShot(0, qApp, [&said] {
            if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
                said = box->text();
                box->close();
            }
        });
        exports.at(static_cast<std::size_t>(which))();
        QVERIFY2(said.endsWith(QLatin1String("is the store itself: choose another file")), qPrintable(said));
        QFile kept(store);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("runs"));
    }

private:
    OwnSettings m_folder;
};

QTEST_MAIN(TestPathExport)
#include "tst_path_export.moc"
