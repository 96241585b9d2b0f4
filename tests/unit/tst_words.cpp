// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/failure.h"
#include "core/text/shared_words.h"

#include <QTest>

#include <cerrno>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

Observation answered(Method method, Duration rtt, ReplyKind kind)
{
    return {.probe = {.method = method, .sent = Timestamp{1h}},
            .reply = Reply{.kind = kind, .received = Timestamp{1h} + rtt}};
}

SessionRecord measured(Duration tcp, Duration webSocket)
{
    SessionRecord record;
    record.end = SessionEnd::Finished;
    record.observations = {answered(Method::WebSocketText, webSocket, ReplyKind::Pong),
                           answered(Method::TcpSegment, tcp, ReplyKind::Acknowledgement)};
    return record;
}

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClockThatMovesTooFastMayAlsoBeSlewed()
    {
        const QString says = Words().clockEvent({.kind = ClockEvent::Kind::TheirClockStepped, .value = 1ms});
        QVERIFY2(says.contains(QStringLiteral("slewed")), qPrintable(says));
    }

    void aProxyIsDescribedByTwoDistances()
    {
        SessionRecord record = measured(6400us, 47500us);
        record.verdict = {.kind = VerdictKind::Proxy, .detour = 41100us};
        QCOMPARE(
            Words().verdictSentence(record),
            QStringLiteral("Something ends this connection 6 ms away; the browser is 41 ms further, about "
                           "4,100 km of fibre."));
    }

    void aTunnelIsDescribedByItsExit()
    {
        SessionRecord record = measured(47400us, 47600us);
        record.verdict = {.kind = VerdictKind::Tunnel, .detour = 40600us};
        QVERIFY(Words().verdictSentence(record).startsWith(QStringLiteral("Something 7 ms away carries")));
    }

    void severalRunsAreSaidToAgreeOrNot()
    {
        QCOMPARE(Words().comparison({{{VerdictKind::Proxy, 3}}, 1}),
                 QStringLiteral("3, each time Proxy, from one address"));
        QCOMPARE(Words().comparison({{{VerdictKind::Proxy, 2}}, 2}),
                 QStringLiteral("2, each time Proxy, from 2 addresses: the exit changes"));
        QCOMPARE(Words().comparison({{{VerdictKind::Direct, 1}, {VerdictKind::Proxy, 2}}, 1}),
                 QStringLiteral("3, not of one kind (Direct 1, Proxy 2); addresses: 1"));
    }

    void aDirectTesterIsSaidToBeDirect()
    {
        SessionRecord record = measured(43ms, 43400us);
        record.verdict.kind = VerdictKind::Direct;
        QVERIFY(Words().verdictSentence(record).contains(QStringLiteral("43 ms away")));
        record.tester.sameMachine = true;
        QVERIFY(Words().verdictSentence(record).contains(QStringLiteral("this machine")));
    }

    void aReverseProxyIsTheReasonForNoVerdict()
    {
        SessionRecord record = measured(1ms, 1ms);
        record.tester.behindReverseProxy = true;
        QVERIFY(Words().verdictSentence(record).contains(QStringLiteral("reverse proxy")));
        QVERIFY(Words().meaning(record).contains(QStringLiteral("nothing about you")));
    }

    void numbersHaveOneDecimalBelowAHundred()
    {
        const Words words;
        QCOMPARE(words.milliseconds(41100us), QStringLiteral("41.1"));
        QCOMPARE(words.milliseconds(1234567us), QStringLiteral("1,235"));
        QCOMPARE(words.milliseconds(std::nullopt), QStringLiteral("\u2013"));
        QCOMPARE(words.milliseconds(-10us), QStringLiteral("0.0"));
        QCOMPARE(words.fineMilliseconds(31us), QStringLiteral("0.031"));
        QCOMPARE(words.fineMilliseconds(-31us), QStringLiteral("-0.031"));
        QCOMPARE(words.fineMilliseconds(1ms), QStringLiteral("1.0"));
        QCOMPARE(words.duration(6400us), QStringLiteral("6.4 ms"));
        QCOMPARE(words.duration(31us), QStringLiteral("0.0 ms"));
        QCOMPARE(words.fineDuration(31us), QStringLiteral("0.031 ms"));
        QCOMPARE(words.fineDuration(6400us), QStringLiteral("6.4 ms"));
        QCOMPARE(words.fineDuration(std::nullopt), QStringLiteral("\u2013"));
    }

    void noMeasurementIsCertain()
    {
        QCOMPARE(Words().percent(0.97), QStringLiteral("97 %"));
        QCOMPARE(Words().percent(0.9999), QStringLiteral("99 %"));
    }

    void evidenceTellsItsNumber()
    {
        const Evidence gap{.name = EvidenceName::WebSocketTcpGap,
                           .finding = Finding::LayersApart,
                           .value = 41.1,
                           .unit = Unit::Millisecond};
        QVERIFY(Words().evidence(gap).contains(QStringLiteral("41.1 ms")));
        QVERIFY(Words().mayMislead(gap).contains(QStringLiteral("delayed acknowledgements")));
    }

    void oneIsNotSeveral()
    {
        const PathRow hop{.ttl = 1, .sent = 20, .notSent = 1};
        QCOMPARE(Words().pathNotes({hop}, false),
                 QStringList(QStringLiteral("1 probe never left this machine: its network refused it.")));
        const Evidence lengths{.name = EvidenceName::ReturnPath,
                               .finding = Finding::SameLength,
                               .value = 1,
                               .reference = 2,
                               .unit = Unit::HopCount};
        QCOMPARE(Words().evidence(lengths),
                 QStringLiteral("Routers that the tester's packets pass on their way here: 1; that ours pass "
                                "on the way there: 2."));
    }

    void anUnexpectedFindingStillSaysSomething()
    {
        const Evidence odd{.name = EvidenceName::Handshake, .finding = Finding::JumpAtEnd, .value = 3.0};
        QCOMPARE(Words().evidence(odd), QStringLiteral("TCP handshake: 3."));
    }

    void everySettingHasItsWords()
    {
        QStringList without;
        for (const Setting &setting : settings()) {
            if (Words().settingHelp(setting).isEmpty())
                without << QString::fromUtf8(setting.name.data(), qsizetype(setting.name.size()));
        }
        QVERIFY2(without.isEmpty(), qPrintable(without.join(QLatin1Char(' '))));
    }

    void aNoticeHoldsItsDetail()
    {
        const Notice notice{.code = NoticeCode::PortInUse, .detail = "8081"};
        QVERIFY(Words().notice(notice).startsWith(QStringLiteral("Port 8081 is in use")));
    }

    void aReasonIsSaidInTheUsersLanguage()
    {
        const Error noRoute =
            failure(ErrorCode::Unavailable, "no route to %1: %2", {"192.0.2.7", systemText(ENETUNREACH)});
        QCOMPARE(Words().reason(noRoute), QStringLiteral("no route to 192.0.2.7: Network is unreachable"));
        const Words german{QLocale(QLocale::German)};
        QCOMPARE(german.reason(noRoute),
                 QStringLiteral("keine Route zu 192.0.2.7: Das Netzwerk ist nicht erreichbar"));
        QCOMPARE(german.reason({.message = "this machine has no IPv6"}),
                 QStringLiteral("dieser Rechner hat kein IPv6"));
    }

    void aReasonWithoutTranslationStaysAsItIs()
    {
        const Words german{QLocale(QLocale::German)};
        QCOMPARE(german.reason({.message = "100 %1 of nobody's"}), QStringLiteral("100 %1 of nobody's"));
        QCOMPARE(german.reason({}), QString());
        const Error odd = failure(ErrorCode::Io, "cannot read %1: %2", {"/tmp/%2", "it sulks"});
        QVERIFY(german.reason(odd).contains(QStringLiteral("/tmp/%2")));
        QVERIFY(german.reason(odd).contains(QStringLiteral("it sulks")));
    }

    void aNoticeSaysItsReasonInTheUsersLanguage()
    {
        const Error full = failure(ErrorCode::Io, "the disk that holds the store %1 is full", {"/s"});
        const Notice notice{
            .code = NoticeCode::StoreUnusable, .detail = full.message, .wording = full.wording};
        QVERIFY(Words().notice(notice).endsWith(QStringLiteral("the disk that holds the store /s is full")));
        const QString german = Words(QLocale(QLocale::German)).notice(notice);
        QVERIFY2(german.endsWith(QStringLiteral("der Datenträger mit der Ablage /s ist voll")),
                 qPrintable(german));
    }

    void theClassicRuleShowsItsSum()
    {
        const Classic classic{
            .webSocketMin = 47500us, .traceRtt = 6400us, .threshold = 50ms, .proxyDetected = false};
        QVERIFY(Words().classicMessage(classic).contains(QStringLiteral("= 41.1 ms, not more than")));
    }

    void countsInSentencesAreGroupedAsInTables()
    {
        const PathRow end{.ttl = 1, .sent = 3600, .unanswered = 1298};
        QCOMPARE(Words(QLocale(QStringLiteral("en"))).pathNotes({end}, true),
                 QStringList(QStringLiteral("Loss to the target itself: 1,298 of 3,600 probes.")));
        QCOMPARE(Words(QLocale(QStringLiteral("de"))).pathNotes({end}, true),
                 QStringList(QStringLiteral("Verlust bis zum Ziel selbst: 1.298 von 3.600 Sonden.")));
    }

    /// A verdict is never certain; that every round was lost is.
    void allRoundsMayBeLost()
    {
        const PathEvent began{.kind = PathEvent::Kind::LossBegan, .share = 1.0};
        const PathEvent high{.kind = PathEvent::Kind::LossHigh, .share = 1.0};
        QVERIFY(Words().pathEvent(began).contains(QStringLiteral("100 %")));
        QVERIFY(Words().pathEvent(high).contains(QStringLiteral("100 %")));
    }

    void theEndOfLossTellsHowBadItWas()
    {
        const PathEvent ended{.kind = PathEvent::Kind::LossEnded, .lasted = 720s, .share = 0.37};
        QCOMPARE(Words().pathEvent(ended),
                 QStringLiteral("Loss ended after 12 min; 37 % of the rounds were lost"));
    }

    void anOutageOfThisMachineIsNoLoss()
    {
        const PathEvent began{.kind = PathEvent::Kind::NotSentBegan};
        const PathEvent ended{.kind = PathEvent::Kind::NotSentEnded, .lasted = 180s};
        QCOMPARE(Words().pathEvent(began),
                 QStringLiteral("This machine was unable to send: its network refused every probe"));
        QCOMPARE(Words().pathEvent(ended), QStringLiteral("This machine had been unable to send for 3 min"));
    }

    void anUnknownLanguageReadsEnglish()
    {
        const Words french{QLocale(QLocale::French)};
        QCOMPARE(french.languageTag(), QStringLiteral("en"));
        QCOMPARE(french.kind(VerdictKind::Direct), QStringLiteral("Direct"));
    }

    void oneTextOfThePageIsTheSameAsAmongAll()
    {
        const Words german{QLocale(QLocale::German)};
        QCOMPARE(german.pageText("start"), german.pageTexts().value(QStringLiteral("start")));
        QCOMPARE(german.pageText("error"), german.pageTexts().value(QStringLiteral("error")));
        QVERIFY(german.pageText("error") != Words().pageText("error"));
        QVERIFY(german.pageText("no such key").isEmpty());
    }

    void aLanguageIsLoadedOnce()
    {
        SharedWords shared;
        const Words &german = shared.in(QLocale(QLocale::German));
        QCOMPARE(german.languageTag(), QStringLiteral("de"));
        QCOMPARE(&shared.in(QLocale(QLocale::German)), &german);
        QVERIFY(&shared.in(QLocale(QLocale::French)) != &german);
        QCOMPARE(&shared.in(QLocale(QLocale::French)), &shared.in(QLocale(QLocale::Italian))); // both English
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
