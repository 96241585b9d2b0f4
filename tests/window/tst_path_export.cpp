// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of a path, with the thread that writes them.
#include "app/engine.h"
#include "app/log_file.h"
#include "app/window_wiring.h"
#include "core/text/words.h"
#include "tests/support/watched_path.h"
#include "ui/main_window.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;

class TestPathExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    }

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

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestPathExport)
#include "tst_path_export.moc"
