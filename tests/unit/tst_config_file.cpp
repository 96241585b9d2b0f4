// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_file.h"
#include "app/fingerprint_file.h"
#include "core/data/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

void writeFile(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

} // namespace

class TestConfigFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_folder->path().toUtf8());
        qunsetenv("PARALLAX_PINGS");
        qunsetenv("PARALLAX_MAX_TTL");
    }

    void withoutFileEnvironmentAndOptionsTheDefaultsHold()
    {
        const auto config = loadConfig({});
        QVERIFY(config);
        QVERIFY(config.value() == Config{});
    }

    void theFileIsReadFromTheConfigurationFolder()
    {
        writeFile(configFilePath(),
                  "# ours\n\npings = 20\r\nallow-anonymous=true\npublic-url = https://example.org/#x\n");
        const auto config = loadConfig({});
        QVERIFY(config);
        QCOMPARE(config.value().measure.pings, 20);
        QVERIFY(config.value().service.allowAnonymous);
        QCOMPARE(config.value().service.publicUrl, std::string("https://example.org/#x"));
    }

    void theEnvironmentOverridesTheFileAndOptionsOverrideBoth()
    {
        writeFile(configFilePath(), "pings = 20\nmax-ttl = 20\nfinal-probes = 20\n");
        qputenv("PARALLAX_PINGS", "30");
        qputenv("PARALLAX_MAX_TTL", "30");
        const auto config = loadConfig({{"pings", "40"}});
        QVERIFY(config);
        QCOMPARE(config.value().measure.pings, 40);
        QCOMPARE(config.value().measure.maxTtl, 30);
        QCOMPARE(config.value().measure.finalProbes, 20);
    }

    void anEmptyVariableCountsAsUnset()
    {
        qputenv("PARALLAX_PINGS", "");
        const auto config = loadConfig({});
        QVERIFY(config);
        QCOMPARE(config.value().measure.pings, 10);
    }

    void anErrorInTheEnvironmentNamesTheVariable()
    {
        qputenv("PARALLAX_PINGS", "many");
        const auto config = loadConfig({});
        QVERIFY(!config);
        QVERIFY(QString::fromStdString(config.error().message).contains(QStringLiteral("PARALLAX_PINGS")));
    }

    void anErrorInTheFileNamesFileAndLine_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("out of range") << QByteArray("\npings = 0\n");
        QTest::newRow("unknown name") << QByteArray("\npongs = 1\n");
        QTest::newRow("no assignment") << QByteArray("\npings\n");
        QTest::newRow("bytes") << QByteArray("\n\x00\xff\xfe=\x01\n", 7);
    }

    void anErrorInTheFileNamesFileAndLine()
    {
        QFETCH(QByteArray, content);
        writeFile(configFilePath(), content);
        const auto config = loadConfig({});
        QVERIFY(!config);
        QVERIFY(QString::fromStdString(config.error().message)
                    .startsWith(configFilePath() + QStringLiteral(":2: ")));
    }

    void aHugeFileIsRefused()
    {
        writeFile(configFilePath(), QByteArray(10 * 1024 * 1024, '#'));
        const auto config = loadConfig({});
        QVERIFY(!config);
        QVERIFY(QString::fromStdString(config.error().message).contains(QStringLiteral("too large")));
    }

    void whatIsWrittenIsReadBack()
    {
        Config config;
        config.service.bind = "192.0.2.7";
        config.service.maxTesters = 1;
        config.measure.threshold = 80ms;
        QVERIFY(writeConfigFile(configFilePath(), config));
        const auto read = loadConfig({});
        QVERIFY(read);
        QVERIFY(read.value() == config);
    }

    void writingKeepsCommentsAndOrder()
    {
        writeFile(configFilePath(), "# mine\nmax-ttl = 20\n\npings = 20\n");
        Config config;
        config.measure.pings = 25;
        config.measure.finalProbes = 5;
        QVERIFY(writeConfigFile(configFilePath(), config));
        QCOMPARE(contentOf(configFilePath()),
                 QByteArray("# mine\nmax-ttl = 32\n\npings = 25\nfinal-probes = 5\n"));
    }

    void aValueWithALineBreakIsNotWritten()
    {
        Config config;
        config.service.publicUrl = "http://a\npings = 1";
        QVERIFY(!writeConfigFile(configFilePath(), config));
        QVERIFY(!QFile::exists(configFilePath()));
    }

    void contradictionsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("one port twice") << QByteArray("http-port") << QByteArray("8080");
        QTest::newRow("a certificate without its key") << QByteArray("cert") << QByteArray("c.pem");
        QTest::newRow("a name as address") << QByteArray("bind") << QByteArray("localhost");
        QTest::newRow("a name as proxy") << QByteArray("trusted-proxy") << QByteArray("front");
        QTest::newRow("a link without scheme") << QByteArray("public-url") << QByteArray("example.org");
        QTest::newRow("a scheme only") << QByteArray("public-url") << QByteArray("https://");
        QTest::newRow("a page's scheme for the socket")
            << QByteArray("public-ws-url") << QByteArray("http://a");
    }

    void contradictionsAreRefused()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, text);
        const auto config = loadConfig({{name.toStdString(), text.toStdString()}});
        QVERIFY(!config);
        QVERIFY(QString::fromStdString(config.error().message).contains(QString::fromLatin1(name)));
    }

    void bothPortsMayBePicked() { QVERIFY(loadConfig({{"http-port", "0"}, {"ws-port", "0"}})); }

    void aTableOfTheUsersOwnReplacesTheBuiltInOne()
    {
        Config config;
        QVERIFY(useFingerprintsOf(config));
        QCOMPARE(fingerprints(), builtInFingerprints());
        const QString path = m_folder->filePath(QStringLiteral("mine.txt"));
        config.fingerprintsFile = path.toStdString();
        writeFile(path, "# mine\nhosting 64500 Example | seen in my logs\n");
        QVERIFY(useFingerprintsOf(config));
        QCOMPARE(fingerprints().hosting.size(), std::size_t{1});
        QCOMPARE(fingerprints().hosting.front().asn, 64500U);
        useFingerprints(builtInFingerprints());
    }

    void aTableThatCannotBeReadIsNamedWithItsLine()
    {
        Config config;
        config.fingerprintsFile = m_folder->filePath(QStringLiteral("none.txt")).toStdString();
        const auto missing = useFingerprintsOf(config);
        QVERIFY(!missing);
        QVERIFY(missing.error().message.find("none.txt") != std::string::npos);
        const QString path = m_folder->filePath(QStringLiteral("mine.txt"));
        config.fingerprintsFile = path.toStdString();
        writeFile(path, "\nhosting 64500 Example\n");
        const auto damaged = useFingerprintsOf(config);
        QVERIFY(!damaged);
        QVERIFY(damaged.error().message.find("line 2 names no source") != std::string::npos);
        QCOMPARE(fingerprints(), builtInFingerprints());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestConfigFile)
#include "tst_config_file.moc"
