// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/zone_country.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <sys/stat.h>

using namespace parallax;

class TestZoneCountry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aZoneOfOneCountryHasIt()
    {
        if (!QTimeZone::isTimeZoneIdAvailable("Europe/Berlin"))
            QSKIP("no time zones are installed");
        QCOMPARE(countryOf("Europe/Berlin"), std::string("DE"));
        QCOMPARE(countryOf("America/Port-au-Prince"), std::string("HT"));
        QCOMPARE(countryOf("UTC"), std::string());
    }

    void aFormerNameThatBrowsersStillSendHasItsCountry_data()
    {
        QTest::addColumn<QString>("country");
        QTest::newRow("Asia/Calcutta") << QStringLiteral("IN");
        QTest::newRow("Asia/Saigon") << QStringLiteral("VN");
        QTest::newRow("Europe/Kiev") << QStringLiteral("UA");
        QTest::newRow("America/Buenos_Aires") << QStringLiteral("AR");
    }

    void aFormerNameThatBrowsersStillSendHasItsCountry()
    {
        QFETCH(QString, country);
        QCOMPARE(countryOf(QTest::currentDataTag()), country.toStdString());
    }

    /// Opened, it would be waited in for ever.
    void noNameLeadsToAPipe()
    {
        const QTemporaryDir folder;
        const std::string pipe = QFile::encodeName(folder.filePath(QStringLiteral("pipe"))).toStdString();
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        QCOMPARE(countryOf("../../.." + pipe), std::string());
        QCOMPARE(countryOf(pipe), std::string());
    }

    void whatIsNoNameHasNoCountry_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QString();
        QTest::newRow("from the root") << QStringLiteral("/Europe/Berlin");
        QTest::newRow("a folder") << QStringLiteral("Europe/");
        QTest::newRow("an empty part") << QStringLiteral("Europe//Berlin");
        QTest::newRow("up and down") << QStringLiteral("Europe/../Europe/Berlin");
        QTest::newRow("too long") << QString(65, QLatin1Char('a'));
        QTest::newRow("markup") << QStringLiteral("<b>");
    }

    void whatIsNoNameHasNoCountry()
    {
        QFETCH(QString, name);
        QCOMPARE(countryOf(name.toStdString()), std::string());
    }
};

QTEST_APPLESS_MAIN(TestZoneCountry)
#include "tst_zone_country.moc"
