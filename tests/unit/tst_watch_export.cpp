// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/watch_export.h"
#include "tests/support/watched_path.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestWatchExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRoundAndTtlIsARow()
    {
        const QString path = m_folder.filePath(QStringLiteral("watch.csv"));
        QVERIFY(bool(writeTraceCsv(fixtures::farWatch(3), OwnAddresses::Shown, path)));
        const auto lines = contentOf(path).split('\n');
        QCOMPARE(lines.size(), qsizetype{1 + 3 * 6 + 1});
        QCOMPARE(lines[0].trimmed(), QByteArray("round_started,round,ttl,responder,name,rtt_ms,asn,country"));
        QVERIFY(lines[2].startsWith("2026-01-31T12:00:00.000Z,1,2,198.51.100.9,bln-edge1.access.example,"));
        QCOMPARE(lines[4].trimmed(), QByteArray("2026-01-31T12:00:00.000Z,1,4,,,,,")); // nobody answers there
    }

    void theDocumentHasFiguresAndEvents()
    {
        const QJsonObject watch = watchObject(fixtures::farWatch(), OwnAddresses::Shown);
        QCOMPARE(watch[QLatin1String("schema")].toString(), QStringLiteral("parallax.watch/1"));
        QCOMPARE(watch[QLatin1String("rounds")].toInt(), 3600);
        const QJsonArray hops = watch[QLatin1String("hops")].toArray();
        QCOMPARE(hops.size(), qsizetype{7});
        QVERIFY(hops[4].toObject()[QLatin1String("best_ms")].isNull()); // unknown is null
        QVERIFY(hops[6].toObject()[QLatin1String("best_ms")].toDouble() > 200.0);
        const QJsonObject first = watch[QLatin1String("events")].toArray()[0].toObject();
        QCOMPARE(first[QLatin1String("kind")].toString(), QStringLiteral("route_changed"));
        QCOMPARE(first[QLatin1String("before")].toString(), QStringLiteral("203.0.113.33"));
        QCOMPARE(first[QLatin1String("at")].toString(), QStringLiteral("2026-01-31T12:23:20.000Z"));
    }

    void ownAddressesCanBeHidden()
    {
        const TraceState state = fixtures::farWatch(3);
        const QString csv = m_folder.filePath(QStringLiteral("own.csv"));
        const QString json = m_folder.filePath(QStringLiteral("own.json"));
        QVERIFY(bool(writeTraceCsv(state, OwnAddresses::Shown, csv)));
        QVERIFY(contentOf(csv).contains("192.168.1.1"));
        QVERIFY(bool(writeTraceCsv(state, OwnAddresses::Hidden, csv)));
        QVERIFY(bool(writeTraceJson(state, OwnAddresses::Hidden, json)));
        QVERIFY(!contentOf(csv).contains("192.168.1.1") && contentOf(csv).contains("198.51.100.9"));
        QVERIFY(!contentOf(json).contains("192.168.1.1") && contentOf(json).contains("198.51.100.9"));
    }

    void ownAddressesOfASingleTraceCanBeHidden()
    {
        TraceState state = fixtures::farWatch(0);
        state.request.kind = TraceRequest::Kind::Trace;
        state.record.observations =
            fixtures::playedRound(fixtures::farPath(), 0, state.record.address.address);
        const QString path = m_folder.filePath(QStringLiteral("trace.json"));
        QVERIFY(bool(writeTraceJson(state, OwnAddresses::Hidden, path)));
        QVERIFY(contentOf(path).contains("parallax.trace/1") && !contentOf(path).contains("192.168.1.1"));
        QVERIFY(contentOf(path).contains("198.51.100.9"));
        state.record.source = IpAddress::parse("198.51.100.9").value(); // no private one, but ours
        QVERIFY(bool(writeTraceJson(state, OwnAddresses::Hidden, path)));
        QVERIFY(!contentOf(path).contains("198.51.100.9"));
    }

    void aFileThatCannotBeWrittenSaysWhy()
    {
        const auto written =
            writeTraceCsv(fixtures::farWatch(1), OwnAddresses::Shown, QStringLiteral("/nowhere/at/all.csv"));
        QVERIFY(!written);
        QVERIFY(written.error().message.find("/nowhere/at/all.csv") != std::string::npos);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestWatchExport)
#include "tst_watch_export.moc"
