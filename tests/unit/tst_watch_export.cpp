// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/watch_export.h"

#include "core/data/own_addresses.h"
#include "tests/support/watched_path.h"
#include "tests/support/watched_rounds.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const IpAddress router = IpAddress::parse("198.51.100.1").value();

/// The only round of a watch so far, or a single trace, in which a router answers all that it is asked.
TraceState ofRouter(TraceRequest::Kind kind, const Reply &answer, const std::string &target)
{
    const Probe probe{.id = ProbeId{idsPerRound + 1}, .ttl = 1, .sent = fixtures::watchBegan()};
    TraceState state{.request = {.target = target, .kind = kind}};
    state.record = {.target = target, .address = {IpAddress::parse(target).value(), 0}};
    state.record.observations = {{probe, answer}};
    state.record.observations[0].reply->received = probe.sent + 1ms;
    state.history.add(state.record.observations[0], state.record.address.address);
    return state;
}

QJsonObject documentIn(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

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
        QVERIFY(bool(writeTraceCsv(fixtures::farWatch(3), path)));
        const auto lines = contentOf(path).split('\n');
        QCOMPARE(lines.size(), qsizetype{1 + 3 * 6 + 1});
        QCOMPARE(lines[0].trimmed(),
                 QByteArray("round_started,round,ttl,responder,name,rtt_ms,asn,country,outcome"));
        QVERIFY(lines[2].startsWith("2026-01-31T12:00:00.000Z,1,2,198.51.100.9,bln-edge1.access.example,"));
        QCOMPARE(lines[4].trimmed(), QByteArray("2026-01-31T12:00:00.000Z,1,4,,,,,,unanswered"));
    }

    void theDocumentHasFiguresAndEvents()
    {
        const QJsonObject watch = watchObject(fixtures::farWatch());
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

    void theDocumentSaysWhichRoundItsFiguresBeginWith()
    {
        TraceState state = fixtures::farWatch(0);
        QVERIFY(watchObject(state)[QLatin1String("first_round")].isNull());
        QVERIFY(watchObject(state)[QLatin1String("first_round_started")].isNull());
        fixtures::WatchedRounds watched;
        watched.history = PathHistory(40, 10);
        watched.rounds(45);
        state.history = watched.history;
        const QJsonObject watch = watchObject(state);
        QCOMPARE(watch[QLatin1String("rounds")].toInt(), 35);
        QCOMPARE(watch[QLatin1String("first_round")].toInt(), 11);
        QCOMPARE(watch[QLatin1String("first_round_started")].toString(),
                 QStringLiteral("2027-01-15T08:00:11.000Z"));
        const QString path = m_folder.filePath(QStringLiteral("older.csv")); // which says the same
        QVERIFY(bool(writeTraceCsv(state, path)));
        QVERIFY(contentOf(path).split('\n')[1].startsWith("2027-01-15T08:00:11.000Z,11,1,"));
    }

    void aRowHasWhatTheTableShows()
    {
        const Reply answer{.kind = ReplyKind::TimeExceeded,
                           .from = router,
                           .quote =
                               Quote{.dscp = 46, .ecn = 1, .translated = true, .mpls = {{.label = 16'001}}},
                           .mtu = 1400,
                           .ttl = 253};
        TraceState state = ofRouter(TraceRequest::Kind::Watch, answer, "203.0.113.9");
        state.history.addNotSent(
            {.id = ProbeId{2 * idsPerRound + 1}, .ttl = 1, .sent = fixtures::watchBegan() + 1s});
        const auto row = [&] { return watchObject(state)[QLatin1String("hops")].toArray()[0].toObject(); };
        const QJsonObject exact = row();
        QCOMPARE(exact[QLatin1String("not_sent")].toInt(), 1);
        QCOMPARE(exact[QLatin1String("rate_limited")].toInt(-1), 0);
        QCOMPARE(exact[QLatin1String("last_ms")].toDouble(), 1.0);
        QCOMPARE(exact[QLatin1String("dscp")].toInt(), 46);
        QCOMPARE(exact[QLatin1String("ecn")].toInt(), 1);
        QCOMPARE(exact[QLatin1String("nat")].toBool(), true);
        QCOMPARE(exact[QLatin1String("mtu")].toInt(), 1400);
        QCOMPARE(exact[QLatin1String("return_hops")].toInt(), 2);
        const QJsonArray labels = exact[QLatin1String("mpls")].toArray();
        QCOMPARE(labels[0].toObject()[QLatin1String("label")].toInt(), 16'001);
        state.byMinute = true; // which keep none of these
        QVERIFY(row()[QLatin1String("last_ms")].isNull() && row()[QLatin1String("not_sent")].isNull());
    }

    void eventsTellOfHopsAndLimits()
    {
        const auto kinds = [](const QJsonObject &watch) {
            QStringList all;
            for (const auto &event : watch[QLatin1String("events")].toArray())
                all << event.toObject()[QLatin1String("kind")].toString();
            return all;
        };
        const TraceState state = fixtures::farWatch();
        const QJsonObject plain = watchObject(state);
        QCOMPARE(plain[QLatin1String("events")].toArray()[0].toObject()[QLatin1String("hops")].toInt(), 1);
        QVERIFY(!kinds(plain).contains(QStringLiteral("loss_high")));
        const QJsonObject limited = watchObject(state, {.loss = 0.1});
        QVERIFY(kinds(limited).contains(QStringLiteral("loss_high")));
    }

    void whatThisMachineCouldNotSendIsAnEvent()
    {
        fixtures::WatchedRounds watched;
        watched.rounds(10);
        watched.notSent(60);
        watched.rounds(10);
        TraceState state = fixtures::farWatch(0);
        state.history = watched.history;
        const QJsonObject watch = watchObject(state);
        const QJsonArray events = watch[QLatin1String("events")].toArray();
        QCOMPARE(events.size(), qsizetype{2});
        const QJsonObject began = events[0].toObject();
        QCOMPARE(began[QLatin1String("kind")].toString(), QStringLiteral("not_sent_began"));
        QVERIFY(began[QLatin1String("lasted_ms")].isNull());
        const QJsonObject ended = events[1].toObject();
        QCOMPARE(ended[QLatin1String("kind")].toString(), QStringLiteral("not_sent_ended"));
        QCOMPARE(ended[QLatin1String("lasted_ms")].toDouble(), 60'000.0);
    }

    void theProtocolIsNamedAsByATrace()
    {
        TraceState state = fixtures::farWatch(1);
        state.record.method = Method::TcpSyn;
        const QJsonObject watch = watchObject(state);
        QCOMPARE(watch[QLatin1String("protocol")].toString(), QStringLiteral("tcp"));
    }

    void refusedAndNotSentRoundsAreNotLostOnes()
    {
        const Reply refusal{.kind = ReplyKind::Unreachable, .from = router};
        TraceState state = ofRouter(TraceRequest::Kind::Watch, refusal, "203.0.113.9");
        const auto began = fixtures::watchBegan();
        state.history.addNotSent({.id = ProbeId{2 * idsPerRound + 1}, .ttl = 1, .sent = began + 1s});
        state.history.add({.probe = {.id = ProbeId{3 * idsPerRound + 1}, .ttl = 1, .sent = began + 2s}},
                          state.record.address.address);
        const QString path = m_folder.filePath(QStringLiteral("outcomes.csv"));
        QVERIFY(bool(writeTraceCsv(state, path)));
        const auto lines = contentOf(path).split('\n');
        QCOMPARE(lines.size(), qsizetype{5});
        QVERIFY(lines[1].trimmed().endsWith(",refused"));
        QVERIFY(lines[2].trimmed().endsWith(",not_sent"));
        QVERIFY(lines[3].trimmed().endsWith(",unanswered"));
    }

    void ownAddressesCanBeHidden()
    {
        const TraceState state = fixtures::farWatch(3);
        const QString csv = m_folder.filePath(QStringLiteral("own.csv"));
        const QString json = m_folder.filePath(QStringLiteral("own.json"));
        QVERIFY(bool(writeTraceCsv(state, csv)));
        QVERIFY(contentOf(csv).contains("192.168.1.1"));
        QVERIFY(bool(writeTraceCsv(withOwnHidden(state), csv)));
        QVERIFY(bool(writeTraceJson(withOwnHidden(state), json)));
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
        QVERIFY(bool(writeTraceJson(withOwnHidden(state), path)));
        QVERIFY(contentOf(path).contains("parallax.trace/1") && !contentOf(path).contains("192.168.1.1"));
        QVERIFY(contentOf(path).contains("198.51.100.9"));
        state.record.source = IpAddress::parse("198.51.100.9").value(); // no private one, but ours
        QVERIFY(bool(writeTraceJson(withOwnHidden(state), path)));
        QVERIFY(!contentOf(path).contains("198.51.100.9"));
    }

    void aHiddenResponderIsUnknown()
    {
        const Reply answer{.kind = ReplyKind::TimeExceeded, .from = IpAddress::parse("192.168.1.1").value()};
        const TraceState state = ofRouter(TraceRequest::Kind::Trace, answer, "203.0.113.9");
        const QString json = m_folder.filePath(QStringLiteral("responder.json"));
        const QString csv = m_folder.filePath(QStringLiteral("responder.csv"));
        QVERIFY(bool(writeTraceJson(withOwnHidden(state), json)));
        QVERIFY(bool(writeTraceCsv(withOwnHidden(state), csv)));
        const QJsonObject trace = documentIn(contentOf(json));
        QCOMPARE(trace[QLatin1String("address")].toString(), QStringLiteral("203.0.113.9"));
        const QJsonObject hop = trace[QLatin1String("hops")].toArray()[0].toObject();
        const QJsonObject reply = hop[QLatin1String("replies")].toArray()[0].toObject();
        QVERIFY(reply[QLatin1String("address")].isNull());
        QCOMPARE(reply[QLatin1String("rtt_ms")].toDouble(), 1.0);
        QVERIFY(contentOf(csv).contains("203.0.113.9,203.0.113.9,1,0,65537,,,1,"));
    }

    void aTargetOfOnesOwnIsHiddenToo_data()
    {
        QTest::addColumn<TraceRequest::Kind>("kind");
        QTest::newRow("trace") << TraceRequest::Kind::Trace;
        QTest::newRow("watch") << TraceRequest::Kind::Watch;
    }

    void aTargetOfOnesOwnIsHiddenToo()
    {
        QFETCH(TraceRequest::Kind, kind);
        const Reply answer{.kind = ReplyKind::EchoReply, .from = IpAddress::parse("192.168.1.9").value()};
        TraceState state = ofRouter(kind, answer, "192.168.1.9");
        const QString json = m_folder.filePath(QStringLiteral("target.json"));
        const QString csv = m_folder.filePath(QStringLiteral("target.csv"));
        QVERIFY(bool(writeTraceJson(withOwnHidden(state), json)));
        QVERIFY(bool(writeTraceCsv(withOwnHidden(state), csv)));
        QVERIFY(documentIn(contentOf(json))[QLatin1String("target")].isNull());
        QVERIFY(documentIn(contentOf(json))[QLatin1String("address")].isNull());
        const QByteArray all = contentOf(json) + contentOf(csv);
        QVERIFY(!all.contains("192.168.1.9") && !all.contains("::"));
        state.record.target = "printer.home.example"; // its name says as much
        QVERIFY(bool(writeTraceJson(withOwnHidden(state), json)));
        QVERIFY(!contentOf(json).contains("printer"));
    }

    void aFileThatCannotBeWrittenSaysWhy()
    {
        const auto written = writeTraceCsv(fixtures::farWatch(1), QStringLiteral("/nowhere/at/all.csv"));
        QVERIFY(!written);
        QVERIFY(written.error().message.find("/nowhere/at/all.csv") != std::string::npos);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestWatchExport)
#include "tst_watch_export.moc"
