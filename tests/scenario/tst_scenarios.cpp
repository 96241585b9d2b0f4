// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/names.h"
#include "core/evidence/judge.h"
#include "core/scenario/simulate.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t seedsPerScenario = 40;

QByteArray nameOfKind(VerdictKind kind)
{
    const auto name = nameOf(kind);
    return {name.data(), static_cast<qsizetype>(name.size())};
}

bool undecided(const SessionRecord &record)
{
    return morePingsMayDecide(judge(record));
}

bool hasDecided(const SessionRecord &record)
{
    return intervalHasDecided(judge(record));
}

int highestTtl(const SessionRecord &record)
{
    int highest = 0;
    for (const Observation &observation : record.observations) {
        if (observation.probe.method == Method::ZeroTrace)
            highest = std::max(highest, int(observation.probe.ttl));
    }
    return highest;
}

Scenario street(Duration detour = {})
{
    Scenario scenario{
        .peer = {IpAddress::fromV4(0xc6336404), 50'000}, .endpointRtt = {42ms, {}}, .mss = 1460};
    for (const int rtt : {0, 4, 20, 30, 40})
        scenario.hops.push_back({IpAddress::fromV4(0x0a000001U + static_cast<std::uint32_t>(rtt)),
                                 {std::chrono::milliseconds(rtt), {}}});
    scenario.detour = {detour, {}};
    return scenario;
}

} // namespace

class TestScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNumberThatDoesNotFitIsNamed()
    {
        QVERIFY(parseScenario(R"({"peer":"192.0.2.1","mss":65535,"syn_ttl":255})"));
        for (const char *number :
             {R"("mss":65536)", R"("mss":-1)", R"("syn_ttl":256)", R"("syn_ttl":"64")"}) {
            const auto scenario = parseScenario(QByteArray(R"({"peer":"192.0.2.1",)") + number + '}');
            QVERIFY(!scenario);
            const QByteArray name = QByteArray(number).split('"').at(1);
            QCOMPARE(scenario.error().message, "scenario: " + name.toStdString());
        }
    }

    void everyScenarioEndsAsItSays_data()
    {
        QTest::addColumn<QString>("path");
        QDirIterator scenarios(QStringLiteral(SCENARIOS), {QStringLiteral("*.json")});
        while (scenarios.hasNext()) {
            const QString path = scenarios.next();
            QTest::newRow(qPrintable(scenarios.fileName())) << path;
        }
    }

    void everyScenarioEndsAsItSays()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto scenario = parseScenario(file.readAll());
        QVERIFY2(scenario, scenario ? "" : scenario.error().message.c_str());
        const auto &expected = scenario.value().expectedKinds;
        QVERIFY(!expected.empty());
        for (std::uint32_t seed = 1; seed <= seedsPerScenario; ++seed) {
            scenario.value().seed = seed;
            const Verdict verdict = judge(simulate(scenario.value(), {.goesOn = &undecided}));
            const auto found = std::find(expected.begin(), expected.end(), verdict.kind);
            QVERIFY2(found != expected.end(),
                     "seed " + QByteArray::number(seed) + ": " + nameOfKind(verdict.kind) + " "
                         + QByteArray::number(verdict.confidence));
            if (const auto wanted = scenario.value().expectedDetour) {
                const auto error = std::chrono::abs(verdict.detour.value_or(0ns) - *wanted);
                QVERIFY2(error <= std::max<Duration>(*wanted / 10, 1ms), "seed " + QByteArray::number(seed));
            }
        }
    }

    void theWholePathIsKnownAfterOneRoundTripOfTheEndpoint()
    {
        const SessionRecord record = simulate(street());
        const Path path = pathOf(record);
        QCOMPARE(path.hops.size(), std::size_t{5});
        QCOMPARE(int(path.endpoint->ttl), 6);
        Timestamp burst = Timestamp::max();
        for (const Observation &observation : record.observations) {
            if (observation.probe.method == Method::ZeroTrace)
                burst = std::min(burst, observation.probe.sent);
        }
        const auto complete =
            std::count_if(record.observations.begin(), record.observations.end(), [&](const Observation &o) {
                return o.probe.method == Method::ZeroTrace && o.reply && o.reply->received <= burst + 42ms;
            });
        QCOMPARE(complete, 32); // each TTL of the burst: five routers, then the endpoint
    }

    void aSynThatTellsTheWayBackHalvesTheBurst()
    {
        Scenario scenario = street();
        scenario.synTtl = 64 - 5;
        const SessionRecord record = simulate(scenario);
        QCOMPARE(int(pathOf(record).endpoint->ttl), 6);
        QVERIFY(pathOf(record).endpoint->rtt.count >= 10);
        QCOMPARE(highestTtl(record), 5 + 1 + 8);
    }

    void aWayThereFarLongerThanTheWayBackIsFoundAllTheSame()
    {
        Scenario scenario = street();
        for (std::uint32_t hop = 0; hop < 14; ++hop)
            scenario.hops.push_back({IpAddress::fromV4(0x0a000100U + hop), {40ms, {}}});
        scenario.synTtl = 64 - 5; // 19 routers there, 5 back: beyond the first burst
        const SessionRecord record = simulate(scenario);
        const Path path = pathOf(record);
        QCOMPARE(path.hops.size(), std::size_t{19});
        QCOMPARE(int(path.endpoint->ttl), 20);
        QVERIFY(path.endpoint->rtt.count >= 10);
        QCOMPARE(path.hops[18].rtt.count, 10);
        QCOMPARE(record.traceEnd, TraceEnd::Endpoint);
        QVERIFY(record.duration < 3s);
    }

    void theEndpointAndTheFurthestHopGetTenSamplesAndTheOthersThree()
    {
        const Path path = pathOf(simulate(street()));
        QCOMPARE(path.hops[0].rtt.count, 3);
        QCOMPARE(path.hops[4].rtt.count, 10);
        QVERIFY(path.endpoint->rtt.count >= 10);
    }

    void aSilentRouterIsAskedOnce()
    {
        Scenario scenario = street();
        scenario.hops[2].answers = false;
        const Path path = pathOf(simulate(scenario));
        QCOMPARE(path.hops[2].sent, 1);
        QVERIFY(!path.hops[2].address);
    }

    void noProbeMeetsAPingInFlight()
    {
        const SessionRecord record = simulate(street(30ms));
        for (const Observation &ping : record.observations) {
            if (ping.probe.method != Method::WebSocketText || !ping.reply)
                continue;
            for (const Observation &probe : record.observations) {
                if (probe.probe.method == Method::ZeroTrace)
                    QVERIFY(probe.probe.sent < ping.probe.sent || probe.probe.sent >= ping.reply->received);
            }
        }
    }

    void tenPingsOnTheStreetEndWithinThreeSeconds()
    {
        const SessionRecord record = simulate(street());
        QCOMPARE(layerRtt(record, Method::WebSocketText).count, 10);
        QCOMPARE(layerRtt(record, Method::WebSocketControl).count, 10);
        QVERIFY(record.duration < 3s);
    }

    void aNoisyLinkIsPingedOnUntilItIsDecidedOrThreeTimesAsLong()
    {
        Scenario scenario = street();
        scenario.endpointRtt.jitterMean = 40ms;
        scenario.detour = {6ms, 30ms};
        int most = 0;
        int decidedLater = 0;
        for (scenario.seed = 1; scenario.seed <= seedsPerScenario; ++scenario.seed) {
            const SessionRecord record = simulate(scenario, {.goesOn = &undecided});
            const int pings = layerRtt(record, Method::WebSocketText).count;
            const bool decided = judge(record).kind != VerdictKind::Inconclusive;
            QVERIFY(pings >= 10 && pings <= 30);
            QVERIFY(decided || pings == 30 || !undecided(record));
            most = std::max(most, pings);
            decidedLater += decided && pings > 10 ? 1 : 0;
        }
        QVERIFY(most > 10);
        QVERIFY2(decidedLater > 0, "going on never decided anything");
    }

    void aRunThatHasDecidedEndsEarlyWhereThatIsAllowed_data()
    {
        QTest::addColumn<int>("detourMs");
        QTest::newRow("direct") << 0;
        QTest::newRow("proxy") << 30;
    }

    void aRunThatHasDecidedEndsEarlyWhereThatIsAllowed()
    {
        QFETCH(int, detourMs);
        Scenario scenario = street(std::chrono::milliseconds(detourMs));
        const SessionRecord whole = simulate(scenario, {.goesOn = &undecided, .hasDecided = &hasDecided});
        QCOMPARE(layerRtt(whole, Method::WebSocketText).count, 10);
        scenario.measure.leastPings = 6;
        const SessionRecord early = simulate(scenario, {.goesOn = &undecided, .hasDecided = &hasDecided});
        QCOMPARE(layerRtt(early, Method::WebSocketText).count, 6);
        QCOMPARE(early.traceEnd, TraceEnd::Endpoint);
        QVERIFY(early.duration < whole.duration);
        QCOMPARE(judge(early).kind, judge(whole).kind);
        QVERIFY(judge(early).kind != VerdictKind::Inconclusive);
    }

    void aRunThatHasNotDecidedSendsAllItsPings()
    {
        Scenario scenario = street();
        scenario.captured = false; // no acknowledgements: no interval
        scenario.measure.leastPings = 6;
        const SessionRecord record = simulate(scenario, {.hasDecided = &hasDecided});
        QCOMPARE(layerRtt(record, Method::WebSocketText).count, 10);
    }

    void unansweredControlPingsAreGivenUpAfterTheFirst()
    {
        Scenario scenario = street();
        scenario.controlAnswered = false;
        const SessionRecord record = simulate(scenario);
        const auto sent =
            std::count_if(record.observations.begin(), record.observations.end(),
                          [](const auto &o) { return o.probe.method == Method::WebSocketControl; });
        QCOMPARE(sent, 1);
        QVERIFY(record.duration < 3s);
    }

    void damagedScenariosAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("not JSON") << QByteArray("{");
        QTest::newRow("no peer") << QByteArray("{}");
        QTest::newRow("a hop without address") << QByteArray(R"({"peer":"192.0.2.1","hops":[{}]})");
        QTest::newRow("no such kind") << QByteArray(R"({"peer":"192.0.2.1","expect":{"kind":["vpn"]}})");
    }

    void damagedScenariosAreRefused()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!parseScenario(json));
    }
};

QTEST_APPLESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"
