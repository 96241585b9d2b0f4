// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_main.h"
#include "tests/network/tester.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace parallax;
using namespace parallax::lab;
using namespace std::chrono_literals;

namespace {

/// The sessions that `export` finds in the store.
Result<QStringList> storedSessions(const Street &street, const QString &store)
{
    const QString command = QStringLiteral("export --store %1 --format jsonl").arg(store);
    const auto lines = runParallax(street, command.split(QLatin1Char(' ')));
    if (!lines)
        return lines.error();
    QStringList sessions;
    for (const QByteArray &line : lines.value().split('\n'))
        sessions << QJsonDocument::fromJson(line).object().value(QStringLiteral("session")).toString();
    return sessions;
}

/// How many segments with data the server had from its testers: the request, then answers.
int answersFrom(const Street &street)
{
    const QString command = QStringLiteral("ss -Htin state established sport = :8080");
    const auto said = street.output(Host::Server, command.split(QLatin1Char(' ')));
    static const QRegularExpression segments(QStringLiteral("data_segs_in:(\\d+)"));
    return said ? segments.match(QString::fromUtf8(said.value())).captured(1).toInt() : 0;
}

} // namespace

/// What breaks in the middle: the tester, the server, the network device.
class TestStreetRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTesterKilledInTheMiddleLeavesAPartialReport()
    {
        LAB_VERIFY(startBothSides({QStringLiteral("--pings"), QStringLiteral("100")}));
        startAndWaitForAnswers();
        m_street->endProcesses(Host::Tester);
        expectPartialReport();
    }

    void aTesterWhoseCableIsCutLeavesAPartialReport()
    {
        LAB_VERIFY(startBothSides({QStringLiteral("--pings"), QStringLiteral("100"),
                                   QStringLiteral("--ping-timeout-ms"), QStringLiteral("1000")}));
        startAndWaitForAnswers();
        const QString command = QStringLiteral("ip link set left down");
        LAB_VERIFY(m_street->run(Host::Tester, command.split(QLatin1Char(' '))));
        expectPartialReport();
    }

    void aReportedRunSurvivesTheKillOfTheServer()
    {
        LAB_VERIFY(startBothSides());
        m_tester->visit(m_server->link());
        const auto report = m_server->waitFor(QStringLiteral("report"), 60s);
        m_server->kill();
        LAB_VERIFY(report);
        const QJsonObject record = report.value().object.value(QStringLiteral("report")).toObject();
        QCOMPARE(record.value(QStringLiteral("stored")), QJsonValue(true));
        const QString session = record.value(QStringLiteral("session")).toString();

        const auto exported = storedSessions(*m_street, m_server->store());
        LAB_VERIFY(exported);
        QVERIFY2(exported.value().contains(session), qPrintable(exported.value().join(QLatin1Char(' '))));
        const auto again = Server::start(*m_street); // uses the same store
        LAB_VERIFY(again);
        const auto stillThere = storedSessions(*m_street, m_server->store());
        LAB_VERIFY(stillThere);
        QVERIFY(stillThere.value().contains(session));
    }

    void captureAndLinkOutliveTheirNetworkDevice()
    {
        LAB_VERIFY(startBothSides());
        LAB_VERIFY(measure(*m_server, *m_tester, m_server->link()));
        const QString url = m_server->listening().value(QStringLiteral("urls")).toArray().at(0).toString();
        LAB_VERIFY(m_street->unplugServer());
        const auto offline = m_server->waitFor(QStringLiteral("listening"));
        LAB_VERIFY(offline);
        QVERIFY(!offline.value().object.value(QStringLiteral("urls")).toArray().contains(url));
        LAB_VERIFY(m_street->plugServer());
        const auto online = m_server->waitFor(QStringLiteral("listening"));
        LAB_VERIFY(online);
        QCOMPARE(online.value().object.value(QStringLiteral("urls")).toArray().at(0).toString(), url);
        const auto seen = measure(*m_server, *m_tester, m_server->link());
        LAB_VERIFY(seen);
        QCOMPARE(seen.value().value(QStringLiteral("timestamps")), QJsonValue(QStringLiteral("kernel")));
        QCOMPARE(seen.value().value(QStringLiteral("path/endpoint/ttl")), QJsonValue(6));
        QCOMPARE(seen.value().value(QStringLiteral("path/hops")).toArray().size(), qsizetype{5});
        QCOMPARE(seen.value().kind(), QStringLiteral("direct"));
    }

    // The commonest mistake with a router: the page is let through and the measuring port is not.
    void aBlockedMeasuringPortIsNamedOnThePage()
    {
        LAB_VERIFY(startBothSides());
        LAB_VERIFY(m_street->run(Host::Server, QStringLiteral("nft -f -").split(QLatin1Char(' ')),
                                 "table ip shut {\n"
                                 "  chain in {\n"
                                 "    type filter hook input priority 0\n"
                                 "    tcp dport 8080 drop\n"
                                 "  }\n"
                                 "}\n"));
        m_tester->visit(m_server->link());
        const auto page = m_tester->result(90s);
        LAB_VERIFY(page);
        const QString problem = page.value().value(QStringLiteral("problem")).toString();
        QVERIFY2(problem.contains(QStringLiteral("8080")), qPrintable(problem));
    }

    void cleanup()
    {
        m_tester.reset();
        m_server.reset();
        m_street.reset();
    }

private:
    Result<void> startBothSides(const QStringList &serverOptions = {})
    {
        auto street = Street::build();
        if (!street)
            return street.error();
        m_street = std::move(street).value();
        auto server = Server::start(*m_street, serverOptions);
        if (!server)
            return server.error();
        m_server = std::move(server).value();
        auto tester = Tester::start(*m_street);
        if (!tester)
            return tester.error();
        m_tester = std::move(tester).value();
        return {};
    }

    void startAndWaitForAnswers()
    {
        m_tester->visit(m_server->link());
        LAB_VERIFY(m_server->waitFor(QStringLiteral("opened")));
        QVERIFY(QTest::qWaitFor([this] { return answersFrom(*m_street) >= 6; }, 5000));
    }

    void expectPartialReport()
    {
        const auto event = m_server->waitFor(QStringLiteral("report"));
        LAB_VERIFY(event);
        const Run seen{.report = event.value().object.value(QStringLiteral("report")).toObject()};
        QCOMPARE(seen.value(QStringLiteral("complete")), QJsonValue(false));
        QCOMPARE(seen.value(QStringLiteral("end")), QJsonValue(QStringLiteral("tester_left")));
        QCOMPARE(seen.value(QStringLiteral("stored")), QJsonValue(true));
        const int answered = seen.value(QStringLiteral("rtt_ms/websocket_text/count")).toInt();
        printFigure(QStringLiteral("pings_before_%1").arg(QString::fromLatin1(QTest::currentTestFunction())),
                    answered);
        QVERIFY(answered >= 1 && answered < 100);
    }

    std::unique_ptr<Street> m_street;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Tester> m_tester;
};

LAB_TEST_MAIN(TestStreetRecovery)
#include "tst_street_recovery.moc"
