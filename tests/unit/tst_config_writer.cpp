// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_file.h"
#include "app/config_writer.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

QString configFile()
{
    return QString::fromStdString(configFilePath());
}

void writeFile(const QByteArray &content)
{
    QDir().mkpath(QFileInfo(configFile()).path());
    QFile file(configFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray contentOfFile()
{
    QFile file(configFile());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

} // namespace

/// What the window keeps of its settings.
class TestConfigWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_folder->path().toUtf8());
    }

    void whatIsWrittenIsReadBack()
    {
        Config config;
        config.service.bind = "192.0.2.7";
        config.service.maxTesters = 1;
        config.measure.threshold = 80ms;
        QVERIFY(writeConfigFile(configFilePath(), {}, config));
        const auto read = loadConfig({});
        QVERIFY(read);
        QVERIFY(read.value() == config);
    }

    void writingKeepsCommentsAndOrder()
    {
        writeFile("# mine\nmax-ttl = 20\n\npings = 20\n");
        Config before;
        before.measure.maxTtl = 20;
        before.measure.pings = 20;
        Config config;
        config.measure.pings = 25;
        config.measure.finalProbes = 5;
        QVERIFY(writeConfigFile(configFilePath(), before, config));
        QCOMPARE(contentOfFile(), QByteArray("# mine\nmax-ttl = 32\n\npings = 25\nfinal-probes = 5\n"));
    }

    /// As `parallax --store X --http-port 9000` has it, with another change in the dialog.
    void whatWasMeantForOnceIsNotWritten()
    {
        writeFile("http-port = 7000\n");
        Config before;
        before.store = "/elsewhere.sqlite";
        before.service.httpPort = 9000;
        before.service.apiToken = "from the environment";
        Config config = before;
        config.measure.pings = 25;
        QVERIFY(writeConfigFile(configFilePath(), before, config));
        QCOMPARE(contentOfFile(), QByteArray("http-port = 7000\npings = 25\n"));
    }

    void aValueWithALineBreakIsNotWritten()
    {
        Config config;
        config.service.publicUrl = "http://a\npings = 1";
        QVERIFY(!writeConfigFile(configFilePath(), {}, config));
        QVERIFY(!QFile::exists(configFile()));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestConfigWriter)
#include "tst_config_writer.moc"
