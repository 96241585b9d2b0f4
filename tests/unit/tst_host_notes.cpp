// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/firewall_rules.h"
#include "core/text/words.h"
#include "core/timing/time_service.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

// As chrony 4.3 prints them.
constexpr auto chronySynchronised = "7F000001,127.0.0.1,9,1795564729.235968099,-0.000001387,0.000000477,"
                                    "0.000000477,0.019,0.000,6.160,0.000006843,0.000028757,2.0,Normal\n";
constexpr auto chronyWaiting = "00000000,,0,0.000000000,0.000000000,0.000000000,0.000000000,0.000,0.000,"
                               "0.000,1.000000000,1.000000000,0.0,Not synchronised\n";
// In the shape that systemd 252 and ntpd 4.2.8 document.
constexpr auto systemdShow = "Timezone=Etc/UTC\nLocalRTC=no\nCanNTP=yes\nNTP=yes\nNTPSynchronized=yes\n";
constexpr auto timesyncStatus = "       Server: 192.0.2.57 (ntp.example.org)\n"
                                "Poll interval: 34min 8s (min: 32s; max 34min 8s)\n"
                                "         Leap: normal\n      Version: 4\n      Stratum: 2\n"
                                "Root distance: 915us (max: 5s)\n       Offset: +1.298ms\n"
                                "        Delay: 21.893ms\n       Jitter: 2.297ms\n";
constexpr auto ntpdVariables = "associd=0 status=0615 leap_none, sync_ntp, 1 event, clock_sync,\n"
                               "version=\"ntpd 4.2.8p15\", leap=00, stratum=3, precision=-24,\n"
                               "rootdelay=10.000, rootdisp=15.000, refid=192.0.2.1,\n"
                               "tc=10, mintc=3, offset=-0.500, frequency=1.2\n";

} // namespace

class TestHostNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chronySaysWhatItFollowsAndHowFarOffItMayBe()
    {
        const auto state = chronyState(chronySynchronised);
        QVERIFY(state && state->synchronised);
        QCOMPARE(state->source, std::string("127.0.0.1"));
        QCOMPARE(state->stratum, std::optional(9));
        QVERIFY(state->offset > 1386ns && state->offset < 1388ns);
        // 1.387 + 28.757 + 6.843 / 2 us
        QVERIFY(state->mostError > 33'563ns && state->mostError < 33'568ns);
    }

    void chronyWithoutASourceIsNotSynchronised()
    {
        QCOMPARE(chronyState(chronyWaiting), std::optional(TimeServiceState{.service = TimeService::Chrony}));
    }

    void timesyncdsSpansAreUnderstood()
    {
        const auto state = timesyncdState(systemdShow, timesyncStatus);
        QVERIFY(state && state->synchronised);
        QCOMPARE(state->source, std::string("192.0.2.57 (ntp.example.org)"));
        QCOMPARE(state->stratum, std::optional(2));
        // 1.298 + 21.893 / 2 + 0.915 ms
        QVERIFY(state->mostError > 13'159us && state->mostError < 13'160us);
    }

    void timesyncdThatIsOffIsNone()
    {
        QVERIFY(!timesyncdState("CanNTP=yes\nNTP=no\nNTPSynchronized=no\n", timesyncStatus));
        QVERIFY(!timesyncdState(systemdShow, {})); // another service runs
    }

    void ntpdsVariablesAreUnderstood()
    {
        const auto state = ntpdState(ntpdVariables);
        QVERIFY(state && state->synchronised);
        QCOMPARE(state->source, std::string("192.0.2.1"));
        QVERIFY(state->mostError > 20'499us && state->mostError < 20'501us);
        QVERIFY(!ntpdState("leap=11, stratum=16\n")->synchronised);
    }

    void whatIsNoAnswerIsNoService_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("refused") << QByteArray("506 Cannot talk to daemon\n");
        QTest::newRow("commas") << QByteArray(100, ',');
        QTest::newRow("infinite") << QByteArray(",,inf,,inf,,,,,,nan,1e999,,Normal");
        QTest::newRow("bytes") << QByteArray("\0\xff,=\n:", 6);
    }
    void whatIsNoAnswerIsNoService()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!chronyState(text.constData()));
        QVERIFY(!timesyncdState(text.constData(), text.constData()));
        QVERIFY(!ntpdState(text.constData()));
    }

    void anAbsurdFigureIsNotShown()
    {
        const auto state = chronyState("1,a,2,0,1e300,0,0,0,0,0,0,0,0,Normal");
        QVERIFY(state && !state->offset && !state->mostError);
    }

    void everyStateHasItsSentence()
    {
        const Words words;
        QVERIFY(words.hostClock({}).startsWith(QStringLiteral("Nothing synchronises")));
        QVERIFY(words.hostClock({.kernelSynchronised = true, .kernelMostError = 2ms})
                    .contains(QStringLiteral("at most 2.000 ms")));
        QCOMPARE(words.hostClock({.service = *chronyState(chronySynchronised)}),
                 QStringLiteral("chrony keeps this machine's clock by 127.0.0.1; its error is at most "
                                "0.034 ms."));
        QVERIFY(words.hostClock({.service = *chronyState(chronyWaiting)})
                    .startsWith(QStringLiteral("chrony runs, but")));
    }

    void aPortHasARuleAndAnUnknownOneNone()
    {
        const std::string rules =
            nftablesText(openPorts({.clock = 12'345, .tcpClock = 12'346, .page = 8081}));
        QVERIFY(rules.find("insert rule inet filter input udp dport 12345 accept") != std::string::npos);
        QVERIFY(rules.find("tcp dport 12346 accept") != std::string::npos);
        QVERIFY(rules.find("tcp dport 8081 accept") != std::string::npos);
        QVERIFY(rules.find("dport 0") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestHostNotes)
#include "tst_host_notes.moc"
