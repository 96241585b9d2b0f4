// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/calculatency.h"
#include "core/exporter/csv.h"
#include "core/exporter/formats.h"
#include "core/exporter/report.h"

#include "tests/golden/fixtures.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace parallax;

namespace {

const QString folder = QStringLiteral(GOLDEN_DIR "/");

QByteArray golden(const QString &name, const QByteArray &actual)
{
    QFile file(folder + name);
    if (qEnvironmentVariableIsSet("UPDATE_GOLDEN") && file.open(QIODevice::WriteOnly))
        file.write(actual);
    file.close();
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("there is no file " + name.toUtf8());
}

/// What a report carries of a record: damaged UTF-8 is mended on the way.
SessionRecord carried(const SessionRecord &record)
{
    SessionRecord copy = record;
    copy.tester.userAgent = QString::fromStdString(record.tester.userAgent).toStdString();
    return copy;
}

} // namespace

/// The formats that outside programs rely on, byte for byte.
class TestGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportKeepsItsBytes_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("written");
        const std::vector<SessionRecord> both{fixtures::proxied(), fixtures::hostile()};
        QTest::newRow("report") << "proxied.json" << reportJson(both[0]) + '\n';
        QTest::newRow("report with little in it") << "hostile.json" << reportJson(both[1]) + '\n';
        QTest::newRow("testers") << "testers.csv" << testersCsv(both);
        QTest::newRow("samples") << "samples.csv" << samplesCsv(both);
        QTest::newRow("calculatency") << "calculatency.json" << calculatencyJson(both[0]) + '\n';
        QTest::newRow("calculatency with little in it")
            << "calculatency_hostile.json" << calculatencyJson(both[1]) + '\n';
    }

    void aReportKeepsItsBytes()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, written);
        QCOMPARE(written, golden(file, written));
    }

    void aReportReadBackIsTheSameRecord()
    {
        const auto proxied = parseReport(reportJson(fixtures::proxied()));
        QVERIFY2(proxied, proxied ? "" : proxied.error().message.c_str());
        QVERIFY(proxied.value() == fixtures::proxied());
        const auto hostile = parseReport(reportJson(fixtures::hostile()));
        QVERIFY(hostile);
        QVERIFY(hostile.value() == carried(fixtures::hostile()));
    }

    void aReportReadBackWritesTheSameBytes()
    {
        const QByteArray once = reportJson(fixtures::proxied());
        QCOMPARE(reportJson(parseReport(once).value()), once);
    }

    void withoutObservationsTheSamplesAreRebuilt()
    {
        QJsonObject report = reportObject(fixtures::proxied());
        report.remove(QStringLiteral("observations"));
        const auto record = parseReport(QJsonDocument(report).toJson());
        QVERIFY(record);
        const QJsonObject again = reportObject(record.value());
        QCOMPARE(again[u"rtt_ms"], report[u"rtt_ms"]);
        QCOMPARE(again[u"gaps_ms"], report[u"gaps_ms"]);
        QCOMPARE(again[u"path"][u"hops"], report[u"path"][u"hops"]);
        QCOMPARE(again[u"path"][u"endpoint"], report[u"path"][u"endpoint"]);
    }

    void everyLineOfJsonLinesIsAReport()
    {
        const auto lines = exported("jsonl", {fixtures::proxied(), fixtures::hostile()});
        QVERIFY(lines);
        const auto parts = lines.value().split('\n');
        QCOMPARE(parts.size(), 3);
        QVERIFY(parseReport(parts[0]) && parseReport(parts[1]) && parts[2].isEmpty());
    }

    void anUnknownFormatIsRefusedByName()
    {
        const auto pdf = exported("pdf", {});
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().code, ErrorCode::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
