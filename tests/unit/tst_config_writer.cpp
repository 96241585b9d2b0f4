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

    /// As `parallax --cert A --key B` has it, with another key in the dialog.
    void aKeyIsWrittenWithItsCertificate()
    {
        writeFile("cert = old.pem\nkey = old.key\n");
        Config before;
        before.service.certificateFile = "once.pem";
        before.service.keyFile = "once.key";
        Config config = before;
        config.service.keyFile = "new.key";
        QVERIFY(writeConfigFile(configFilePath(), before, config));
        QCOMPARE(contentOfFile(), QByteArray("cert = once.pem\nkey = new.key\n"));
    }

    void whatThePairLacksInTheFileIsAdded()
    {
        Config before;
        before.service.certificateFile = "once.pem";
        before.service.keyFile = "once.key";
        Config config = before;
        config.service.certificateFile = "new.pem";
        QVERIFY(writeConfigFile(configFilePath(), before, config));
        QCOMPARE(contentOfFile(), QByteArray("cert = new.pem\nkey = once.key\n"));
        QVERIFY(loadConfig({}));
    }

    /// As `parallax --ws-port 9001` has it, with another port of the page in the dialog.
    void aPortMeantForOnceIsWrittenWhereTheFilesWouldClash()
    {
        writeFile("ws-port = 9000\n");
        Config before;
        before.service.webSocketPort = 9001;
        Config config = before;
        config.service.httpPort = 9100;
        QVERIFY(writeConfigFile(configFilePath(), before, config));
        QCOMPARE(contentOfFile(), QByteArray("ws-port = 9000\nhttp-port = 9100\n"));
        before = config;
        config.service.httpPort = 9000;
        QVERIFY(writeConfigFile(configFilePath(), before, config));
        QCOMPARE(contentOfFile(), QByteArray("ws-port = 9001\nhttp-port = 9000\n"));
        QVERIFY(loadConfig({}));
    }

    /// As `parallax --public-ws-url wss://…` has it: a page of https needs such a socket.
    void aSocketsAddressMeantForOnceIsWrittenWhereThePageNeedsIt()
    {
        Config before;
        before.service.publicWebSocketUrl = "wss://example.org";
        Config config = before;
        config.service.publicUrl = "https://example.org";
        QVERIFY(writeConfigFile(configFilePath(), before, config));
        QCOMPARE(contentOfFile(),
                 QByteArray("public-url = https://example.org\npublic-ws-url = wss://example.org\n"));
        QVERIFY(loadConfig({}));
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
