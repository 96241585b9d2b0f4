// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api_token.h"
#include "app/config_file.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;

class TestApiToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMadeTokenIsKeptForItsUserAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("below/api-token"));
        const auto first = apiToken({}, path);
        QVERIFY(bool(first));
        QVERIFY(first.value().size() >= 22);
        QCOMPARE(apiToken({}, path).value(), first.value());
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther;
        QVERIFY(!(QFileInfo(path).permissions() & others));
        const QTemporaryDir elsewhere;
        QVERIFY(apiToken({}, elsewhere.filePath(QStringLiteral("t"))).value() != first.value());
    }

    void aGivenTokenWins()
    {
        const QTemporaryDir folder;
        Config config;
        config.service.apiToken = "given-by-the-operator";
        QCOMPARE(apiToken(config, folder.filePath(QStringLiteral("t"))).value(), config.service.apiToken);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("t"))));
    }

    void aDamagedFileIsMadeAnew()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("t"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("short\n");
        file.close();
        QVERIFY(apiToken({}, path).value().size() >= 22);
    }

    void whereNothingCanBeKeptTheErrorSaysSo()
    {
        const auto token = apiToken({}, QStringLiteral("/proc/none/api-token"));
        QVERIFY(!token);
        QVERIFY(token.error().message.starts_with("/proc/none/api-token: "));
    }

    void aBadTokenIsRefusedWithoutBeingTold_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("short") << QByteArray("secret");
        QTest::newRow("a blank") << QByteArray("secret secret secret");
        QTest::newRow("long") << QByteArray(129, 's');
    }

    void aBadTokenIsRefusedWithoutBeingTold()
    {
        QFETCH(QByteArray, token);
        Config config;
        config.service.apiToken = token.toStdString();
        const auto checked = checkConfig(config);
        QVERIFY(!checked);
        QVERIFY(checked.error().message.starts_with("api-token must be"));
        QVERIFY(checked.error().message.find("secret") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestApiToken)
#include "tst_api_token.moc"
