// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_file.h"
#include "app/engine.h"
#include "app/log_file.h"
#include "app/window_wiring.h"
#include "core/text/words.h"
#include "tests/window/answered_box.h"
#include "ui/main_window.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace parallax;

/// What becomes of changed settings, with the program's own wiring.
class TestSettingsKept : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder->path());
        qputenv("XDG_CONFIG_HOME", m_folder->filePath(QStringLiteral("config")).toUtf8());
    }

    void whatWasChangedIsInTheFile()
    {
        change();
        Config kept;
        QVERIFY(readConfigFile(configFilePath(), kept));
        QCOMPARE(kept.measure.pings, 17);
    }

    void whatCannotBeWrittenIsSaid()
    {
        QFile inTheWay(m_folder->filePath(QStringLiteral("config"))); // where a folder should be
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QString said;
        answer(QStringLiteral("OK"), &said);
        change();
        QVERIFY2(said.contains(QStringLiteral("parallax.conf")), qPrintable(said));
    }

private:
    void change() const
    {
        const Words words;
        Engine engine(nullptr, {}, m_folder->filePath(QStringLiteral("store.db")));
        const LogFile log({.file = m_folder->filePath(QStringLiteral("log"))});
        MainWindow window(Config{}, words);
        wire(window, engine, log);
        Q_EMIT window.settingsChanged(Config{.measure = {.pings = 17}}, Config{});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestSettingsKept)
#include "tst_settings_kept.moc"
