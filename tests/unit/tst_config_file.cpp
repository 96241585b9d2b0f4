// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_file.h"
#include "app/config_writer.h"
#include "app/fingerprint_file.h"
#include "core/data/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

#include <pwd.h>
#include <sys/fsuid.h>
#include <unistd.h>

using namespace parallax;

namespace {

void writeFile(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QString configFile()
{
    return QString::fromStdString(configFilePath());
}

/// The paths as they are without any XDG variable.
void verifyUsualPathsIn(const std::filesystem::path &home)
{
    QCOMPARE(configFilePath(), (home / ".config/parallax/parallax.conf").string());
    QCOMPARE(storeLocation({}), (home / ".local/share/parallax/parallax.sqlite").string());
    QCOMPARE(logFilePath({}), (home / ".local/state/parallax/parallax.log").string());
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
        qputenv("HOME", m_folder->path().toUtf8());
        for (const char *name : {"XDG_DATA_HOME", "XDG_DATA_DIRS", "XDG_STATE_HOME"})
            qunsetenv(name);
        qunsetenv("PARALLAX_PINGS");
        qunsetenv("PARALLAX_MAX_TTL");
    }

    void withoutFileEnvironmentAndOptionsTheDefaultsHold()
    {
        const auto config = loadConfig({});
        QVERIFY(config);
        QVERIFY(config.value() == Config{});
    }

    void withoutVariablesThePathsAreInTheHome()
    {
        qunsetenv("XDG_CONFIG_HOME");
        verifyUsualPathsIn(m_folder->path().toStdString());
        qputenv("HOME", (m_folder->path() + QLatin1Char('/')).toUtf8());
        verifyUsualPathsIn(m_folder->path().toStdString());
    }

    void withoutHomeThePathsAreWhereTheUsersEntrySays_data()
    {
        QTest::addColumn<bool>("isSet");
        QTest::newRow("unset") << false;
        QTest::newRow("empty") << true;
    }

    void withoutHomeThePathsAreWhereTheUsersEntrySays()
    {
        QFETCH(bool, isSet);
        const passwd *entry = getpwuid(geteuid());
        if (entry == nullptr || *entry->pw_dir == '\0')
            QSKIP("this user has no home");
        qunsetenv("XDG_CONFIG_HOME");
        qunsetenv("HOME");
        if (isSet)
            qputenv("HOME", "");
        verifyUsualPathsIn(entry->pw_dir);
    }

    void relativeFoldersAreIgnored()
    {
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
            qputenv(name, "relative/folder");
        verifyUsualPathsIn(m_folder->path().toStdString());
    }

    void absoluteFoldersReplaceThoseInTheHome()
    {
        qputenv("XDG_CONFIG_HOME", "/c");
        qputenv("XDG_DATA_HOME", "/d");
        qputenv("XDG_STATE_HOME", "/s/");
        QCOMPARE(configFilePath(), std::string("/c/parallax/parallax.conf"));
        QCOMPARE(storeLocation({}), std::string("/d/parallax/parallax.sqlite"));
        QCOMPARE(logFilePath({}), std::string("/s/parallax/parallax.log"));
    }

    void whatIsConfiguredReplacesTheUsualPaths()
    {
        const Config config{.store = "qmysql://db", .geoDir = "geo", .logFile = "log"};
        QCOMPARE(storeLocation(config), std::string("qmysql://db"));
        QCOMPARE(geoFolder(config), std::string("geo"));
        QCOMPARE(logFilePath(config), std::string("log"));
    }

    void geoFilesOfTheSystemAreFoundAndTheUsersOwnComeFirst()
    {
        const QString home = m_folder->path();
        qputenv("XDG_DATA_HOME", (home + QStringLiteral("/own")).toUtf8());
        qputenv("XDG_DATA_DIRS", QStringLiteral("relative:%1/none::%1/system/").arg(home).toUtf8());
        const std::string own = (home + QStringLiteral("/own/parallax/geo")).toStdString();
        QCOMPARE(geoFolder({}), own); // where they would be put
        QVERIFY(QDir(home).mkpath(QStringLiteral("system/parallax/geo")));
        QCOMPARE(geoFolder({}), (home + QStringLiteral("/system/parallax/geo")).toStdString());
        QVERIFY(QDir(home).mkpath(QStringLiteral("own/parallax/geo")));
        QCOMPARE(geoFolder({}), own);
    }

    void aFolderInPlaceOfTheFileIsAnError()
    {
        QVERIFY(QDir().mkpath(configFile()));
        const auto config = loadConfig({});
        QVERIFY(!config);
        QCOMPARE(config.error().message, configFilePath() + ": Is a directory");
        QVERIFY(!writeConfigFile(configFilePath(), {}, {}));
    }

    void aFileThatCannotBeReadToItsEndIsAnError()
    {
        Config config;
        const auto read = readConfigFile("/proc/self/mem", config); // nothing is mapped at 0
        QVERIFY(!read);
        QCOMPARE(read.error().message, std::string("/proc/self/mem: Input/output error"));
    }

    void aFileThatMayNotBeReadIsAnError()
    {
        const QString path = m_folder->filePath(QStringLiteral("closed.conf"));
        writeFile(path, "pings = 20\n");
        QVERIFY(QFile::setPermissions(path, {}));
        QVERIFY(QFile::setPermissions(m_folder->path(),
                                      QFile::permissions(m_folder->path()) | QFileDevice::ExeGroup
                                          | QFileDevice::ExeOther));
        Config config;
        constexpr uid_t nobody = 65534;
        setfsuid(nobody); // root may read everything; for anyone else this does nothing
        const auto read = readConfigFile(path.toStdString(), config);
        setfsuid(geteuid());
        QVERIFY(!read);
        QCOMPARE(read.error().message, path.toStdString() + ": Permission denied");
    }

    void aFileThatCannotBeLookedForIsAnError()
    {
        const QString path = m_folder->filePath(QStringLiteral("loop.conf"));
        QVERIFY(QFile::link(path, path)); // it leads to itself, for root too
        Config config;
        const auto read = readConfigFile(path.toStdString(), config);
        QVERIFY(!read);
        QCOMPARE(read.error().message, path.toStdString() + ": Too many levels of symbolic links");
    }

    void aFolderThatIsAFileHoldsNone()
    {
        const QString path = m_folder->filePath(QStringLiteral("file"));
        writeFile(path, "pings = 20\n");
        Config config;
        QVERIFY(readConfigFile(path.toStdString() + "/parallax.conf", config));
        QCOMPARE(config, Config{});
    }

    void theFileIsReadFromTheConfigurationFolder()
    {
        writeFile(configFile(),
                  "# ours\n\npings = 20\r\nallow-anonymous=true\npublic-url = http://example.org/#x\n");
        const auto config = loadConfig({});
        QVERIFY(config);
        QCOMPARE(config.value().measure.pings, 20);
        QVERIFY(config.value().service.allowAnonymous);
        QCOMPARE(config.value().service.publicUrl, std::string("http://example.org/#x"));
    }

    void theEnvironmentOverridesTheFileAndOptionsOverrideBoth()
    {
        writeFile(configFile(), "pings = 20\nmax-ttl = 20\nfinal-probes = 20\n");
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
        writeFile(configFile(), content);
        const auto config = loadConfig({});
        QVERIFY(!config);
        QVERIFY(
            QString::fromStdString(config.error().message).startsWith(configFile() + QStringLiteral(":2: ")));
    }

    void aHugeFileIsRefused()
    {
        writeFile(configFile(), QByteArray(10 * 1024 * 1024, '#'));
        const auto config = loadConfig({});
        QVERIFY(!config);
        QVERIFY(QString::fromStdString(config.error().message).contains(QStringLiteral("too large")));
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
