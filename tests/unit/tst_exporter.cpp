// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/stack.h"
#include "core/exporter/clock_export.h"
#include "core/exporter/csv.h"
#include "core/exporter/formats.h"
#include "core/exporter/json_values.h"
#include "core/exporter/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

QJsonObject smallReport()
{
    return {{QStringLiteral("schema"), QStringLiteral("parallax.report/1")},
            {QStringLiteral("session"), QStringLiteral("a")},
            {QStringLiteral("end"), QStringLiteral("finished")}};
}

std::string problemOf(const QByteArray &json)
{
    const auto record = parseReport(json);
    return record ? std::string() : record.error().message;
}

std::string problemOf(const QJsonObject &object)
{
    return problemOf(QJsonDocument(object).toJson());
}

Observation traced(std::uint8_t ttl, Duration sent, std::optional<Duration> rtt, ReplyKind kind)
{
    Observation observation{.probe = {.method = Method::ZeroTrace, .ttl = ttl, .sent = Timestamp{sent}}};
    if (rtt)
        observation.reply = Reply{.kind = kind, .received = Timestamp{sent} + *rtt};
    return observation;
}

/// Of a run that a router answered with so many labels; 0: not read.
std::size_t labelsReadBack(std::size_t labels)
{
    SessionRecord record{.id = "a"};
    record.observations = {traced(1, 1000ms, 90ms, ReplyKind::TimeExceeded)};
    record.observations[0].reply->quote = Quote{.mpls = std::vector<MplsLabel>(labels)};
    const auto read = parseReport(reportJson(record));
    return read ? read.value().observations[0].reply->quote->mpls.size() : 0;
}

QByteArray cellOf(const std::string &name)
{
    SessionRecord record;
    record.tester.name = name;
    const QByteArray row = testersCsv({record});
    const QByteArray start = row.mid(row.indexOf('\n') + 1);
    const qsizetype from = start.indexOf(',', 1 + start.indexOf(',')) + 1;
    return start.mid(from, start.indexOf(",::,", from) - from);
}

TcpFacts syn(std::uint8_t ttl, std::uint8_t scale, const char *options)
{
    return {.windowScale = scale, .ttl = ttl, .optionOrder = options};
}

} // namespace

class TestExporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClocksRowsTellWhichClientTheyAreOf()
    {
        ClockState one{.address = {IpAddress::fromV4(0xc0000201), 12345}};
        one.samples.resize(1);
        ClockState other = one;
        other.request.kind = ClockExchangeKind::Stamp;
        other.address.port = 5000;
        const QList<QByteArray> lines = clocksCsv({one, other}).split('\n');
        QVERIFY(lines[0].trimmed().endsWith(",timestamps,client,server,exchange"));
        QVERIFY2(lines[1].trimmed().endsWith(",1,192.0.2.1:12345,frame"), lines[1].constData());
        QVERIFY2(lines[2].trimmed().endsWith(",2,192.0.2.1:5000,stamp"), lines[2].constData());
    }

    void aSmallReportIsEnough() { QVERIFY(parseReport(QJsonDocument(smallReport()).toJson())); }

    void damageIsNamed_data()
    {
        QTest::addColumn<QJsonObject>("damage");
        QTest::addColumn<QString>("named");
        const auto tester = [](const char *key, const QJsonValue &value) {
            return QJsonObject{{QStringLiteral("tester"), QJsonObject{{QLatin1String(key), value}}}};
        };
        QTest::newRow("wrong type") << tester("port", QStringLiteral("x")) << "tester.port";
        QTest::newRow("out of range") << tester("port", 70000) << "tester.port";
        QTest::newRow("fraction") << tester("port", 1.5) << "tester.port";
        QTest::newRow("no address") << tester("address", QStringLiteral("300.1.1.1")) << "tester.address";
        QTest::newRow("too long") << tester("name", QString(5000, QLatin1Char('x'))) << "tester.name";
        QTest::newRow("not an object") << QJsonObject{{QStringLiteral("tcp"), 3}} << "tcp";
        QTest::newRow("not a list") << QJsonObject{{QStringLiteral("observations"), 3}} << "observations";
        QTest::newRow("unknown name")
            << QJsonObject{{QStringLiteral("end"), QStringLiteral("asleep")}} << "end";
        QTest::newRow("no moment") << QJsonObject{{QStringLiteral("started"), QStringLiteral("noon")}}
                                   << "started";
        QTest::newRow("far future") << QJsonObject{{QStringLiteral("started"),
                                                    QStringLiteral("9999-01-01T00:00:00.000Z")}}
                                    << "started";
        QJsonArray hops; // a few kilobytes that stand for more probes than a report may have
        for (int i = 0; i < 11; ++i)
            hops.append(QJsonObject{{QStringLiteral("ttl"), 1}, {QStringLiteral("sent"), 10'000}});
        QTest::newRow("too many probes")
            << QJsonObject{{QStringLiteral("path"), QJsonObject{{QStringLiteral("hops"), hops}}}} << "path";
        QTest::newRow("endless") << QJsonObject{{QStringLiteral("duration_ms"), 1e300}} << "duration_ms";
    }

    void damageIsNamed()
    {
        QFETCH(QJsonObject, damage);
        QFETCH(QString, named);
        QJsonObject report = smallReport();
        report.insert(damage.begin().key(), damage.begin().value());
        const QString problem = QString::fromStdString(problemOf(report));
        QVERIFY2(problem.contains(named), qPrintable(problem));
    }

    void otherFilesAreNoReports()
    {
        QVERIFY(problemOf(QByteArray("")).starts_with("this is not a report"));
        QVERIFY(problemOf(QByteArray("[]")).starts_with("this is not a report"));
        QVERIFY(problemOf(QByteArray(100'000, '[')).starts_with("this is not a report"));
        QVERIFY(
            problemOf(QByteArray("{\"schema\":\"parallax.trace/1\"}")).starts_with("this is not a report"));
        QVERIFY(problemOf(QByteArray(40'000'000, ' ')).find("larger") != std::string::npos);
    }

    void theWholePathIsKnownWhenTheSlowestHopHasAnswered()
    {
        SessionRecord record;
        record.observations = {
            traced(1, 1000ms, 90ms, ReplyKind::TimeExceeded),
            traced(1, 1200ms, 1ms, ReplyKind::TimeExceeded), // refinement: not the first answer
            traced(2, 1001ms, std::nullopt, {}), traced(3, 1002ms, 43ms, ReplyKind::DuplicateAck),
            traced(9, 1003ms, 500ms, ReplyKind::DuplicateAck)}; // beyond the endpoint
        QCOMPARE(reportObject(record)[u"path"][u"complete_ms"], QJsonValue(90.0));
        QVERIFY(reportObject(SessionRecord{})[u"path"][u"complete_ms"].isNull());
    }

    void formulasInCellsAreDisarmed()
    {
        QCOMPARE(cellOf("=1+1"), QByteArray("'=1+1"));
        QCOMPARE(cellOf("+1"), QByteArray("'+1"));
        QCOMPARE(cellOf("-1"), QByteArray("'-1"));
        QCOMPARE(cellOf("@A1"), QByteArray("'@A1"));
        QCOMPARE(cellOf("a=1"), QByteArray("a=1"));
    }

    void cellsAreQuotedAsTheStandardSays()
    {
        QCOMPARE(cellOf("a \"b\", c"), QByteArray("\"a \"\"b\"\", c\""));
        QCOMPARE(cellOf("two\r\nlines"), QByteArray("\"two\r\nlines\""));
        QCOMPARE(cellOf(std::string("tab\tnul\0esc\x1b", 12)), QByteArray("tab nul esc "));
    }

    void numbersAreRoundedToMicroseconds()
    {
        QCOMPARE(roundedMilliseconds(42'900'499ns), 42.9);
        QCOMPARE(roundedMilliseconds(-100ns), 0.0);
        QCOMPARE(isoTime(Timestamp{1'769'860'800'123'456'789ns}, 6),
                 QStringLiteral("2026-01-31T12:00:00.123456Z"));
    }

    void aKnownSynNamesItsSystem()
    {
        QCOMPARE(*osGuess(syn(59, 7, "M,S,T,N,W")), std::string_view("Linux/Android"));
        QCOMPARE(*osGuess(syn(113, 8, "M,N,W,N,N,S")), std::string_view("Windows"));
        QCOMPARE(*osGuess(syn(52, 6, "M,N,W,N,N,T,S,E")), std::string_view("macOS/iOS"));
    }

    void anythingElseStaysUnknown()
    {
        QCOMPARE(*osGuess(syn(113, 7, "M,S,T,N,W")), std::string_view("unknown"));
        QVERIFY(!osGuess(TcpFacts{}));
    }

    void moreLabelsThanAnAnswerHoldsDoNotDamageAReport()
    {
        QCOMPARE(labelsReadBack(16), std::size_t{16});
        QCOMPARE(labelsReadBack(17), mostMplsLabels);
        QCOMPARE(labelsReadBack(375), mostMplsLabels); // of an answer of 1500 bytes
    }

    void aClockThatGoesFrom1970ToTodayDamagesNoRun()
    {
        const Timestamp today{1'790'000'000s};
        SessionRecord record{.id = "a", .started = Timestamp{20s}};
        record.observations = {traced(1, 21s, 90ms, ReplyKind::TimeExceeded),
                               traced(2, today.time_since_epoch(), 43ms, ReplyKind::TimeExceeded)};
        const auto read = parseReport(reportJson(record));
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QVERIFY(read.value().observations == record.observations);
    }

    void anAnswerThatWasUnderWayWhileTheClockWasSetDamagesNoRun()
    {
        SessionRecord record{.id = "a", .started = Timestamp{20s}};
        record.observations = {traced(1, 21s, 1'790'000'000s, ReplyKind::Pong)};
        const auto read = parseReport(reportJson(record));
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QCOMPARE(read.value().observations[0].reply->kind, ReplyKind::Pong);
    }

    void momentsBeyondTheRangeOf64BitsAreDamage_data()
    {
        QTest::addColumn<QString>("started");
        QTest::addColumn<qint64>("sent");
        QTest::newRow("ahead") << "2026-01-31T12:00:00.000Z" << qint64{2'300'000'000'000'000'000};
        QTest::newRow("back") << "2026-01-31T12:00:00.000Z" << qint64{-2'300'000'000'000'000'000};
        QTest::newRow("ahead of the last year")
            << "2200-12-31T12:00:00.000Z" << qint64{2'100'000'000'000'000'000};
    }

    void momentsBeyondTheRangeOf64BitsAreDamage()
    {
        QFETCH(QString, started);
        QFETCH(qint64, sent);
        QJsonObject report = smallReport();
        report[u"started"] = started;
        report[u"observations"] = QJsonArray{QJsonObject{
            {QStringLiteral("method"), QStringLiteral("zero_trace")}, {QStringLiteral("sent_ns"), sent}}};
        const QString problem = QString::fromStdString(problemOf(report));
        QVERIFY2(problem.contains(QLatin1String("sent_ns")), qPrintable(problem));
    }

    void anExportIsWrittenWholeOrNotAtAll()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("out.csv"));
        QVERIFY(writeExport(file, "a\r\n"));
        const auto full =
            writeExport(QStringLiteral("/dev/full"), "a"); // a device is written to, not replaced
        QVERIFY(!full);
        QVERIFY(!QFileInfo(QStringLiteral("/dev/full")).isFile());
        const auto nowhere = writeExport(folder.filePath(QStringLiteral("missing/out.csv")), "a");
        QVERIFY(!nowhere);
        QVERIFY(nowhere.error().message.starts_with("cannot write"));
    }
};

QTEST_GUILESS_MAIN(TestExporter)
#include "tst_exporter.moc"
