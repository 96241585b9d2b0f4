// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/settings.h"

#include <QTest>

#include <set>

using namespace parallax;
using namespace std::chrono_literals;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDefaultSurvivesItsText()
    {
        const Config defaults;
        for (const Setting &setting : settings()) {
            Config config;
            const auto applied = applySetting(config, setting, settingText(defaults, setting));
            QVERIFY2(applied, applied ? "" : applied.error().message.c_str());
            QVERIFY(config == defaults);
        }
    }

    void everyNameIsUnique()
    {
        std::set<std::string_view> names;
        for (const Setting &setting : settings())
            names.insert(setting.name);
        QCOMPARE(names.size(), settings().size());
    }

    void aSettingReachesItsField()
    {
        Config config;
        QVERIFY(applySetting(config, "ping-interval-ms", "250"));
        QCOMPARE(config.measure.pingInterval, 250ms);
        QVERIFY(applySetting(config, "allow-anonymous", "true"));
        QVERIFY(config.service.allowAnonymous);
    }

    void anErrorNamesTheSettingAndItsRange()
    {
        Config config;
        const auto applied = applySetting(config, "max-ttl", "65");
        QVERIFY(!applied);
        QCOMPARE(applied.error().message,
                 std::string("max-ttl must be a whole number from 1 to 64, not \"65\""));
        QVERIFY(config == Config{});
    }

    void aLanguageMayHaveItsCountry()
    {
        Config config;
        for (const char *language : {"", "en", "de", "de_AT", "zh_CN", "zh-CN"})
            QVERIFY(applySetting(config, "language", language));
    }

    void nonsenseIsRejected_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("words for a number") << QByteArray("pings") << QByteArray("ten");
        QTest::newRow("trailing text") << QByteArray("pings") << QByteArray("10x");
        QTest::newRow("too large to hold") << QByteArray("http-port") << QByteArray("99999999999");
        QTest::newRow("neither true nor false") << QByteArray("allow-anonymous") << QByteArray("perhaps");
        QTest::newRow("no such language") << QByteArray("language") << QByteArray("xx");
        QTest::newRow("no such setting") << QByteArray("ping") << QByteArray("1");
    }

    void nonsenseIsRejected()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, text);
        Config config;
        QVERIFY(!applySetting(config, name.toStdString(), text.toStdString()));
    }

    void aTokenIsWhatAHeaderCanCarry_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<bool>("suits");
        QTest::newRow("none") << QByteArray() << true;
        QTest::newRow("the shortest") << QByteArray("0123456789abcd-_") << true;
        QTest::newRow("the longest") << QByteArray(128, 'Z') << true;
        QTest::newRow("too short") << QByteArray(15, 'a') << false;
        QTest::newRow("too long") << QByteArray(129, 'a') << false;
        QTest::newRow("a full stop") << QByteArray("0123456789abcdef.") << false;
        QTest::newRow("a blank") << QByteArray("0123456789 abcdef") << false;
        QTest::newRow("no ASCII") << QByteArray("0123456789abcdef\xc3\xa4") << false;
    }

    void aTokenIsWhatAHeaderCanCarry()
    {
        QFETCH(QByteArray, token);
        QFETCH(bool, suits);
        QCOMPARE(suitsAsToken(token.toStdString()), suits);
    }

    void theEnvironmentsNameIsDerived()
    {
        const auto table = settings();
        const auto found = std::find_if(table.begin(), table.end(),
                                        [](const Setting &s) { return s.name == "ping-interval-ms"; });
        QVERIFY(found != table.end());
        QCOMPARE(environmentName(*found), std::string("PARALLAX_PING_INTERVAL_MS"));
    }
};

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
