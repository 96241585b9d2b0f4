// SPDX-License-Identifier: GPL-3.0-or-later
#include "echo_service.h"

#include "core/session/flow_table.h"
#include "core/session/session.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

Result<void> sendNowhere(std::span<const std::uint8_t> /*packet*/, const IpAddress & /*to*/)
{
    return {};
}

/// A tester on loopback and its session, measured without a capture that sees anything.
struct Tested {
    EchoService service{};
    Client client{};
    SharedWords words{};
    PageTickets tickets{};
    std::string trustedProxy{};
    std::optional<FlowTable> flows{std::in_place, sendNowhere};
    std::vector<Update> said{};
    EchoConnection *connection = nullptr;
    Session *session = nullptr;

    bool begin(const MeasureConfig &measure, SessionRecord record = {.id = "run", .started = wallClock()})
    {
        client.socket.open(service.url(goodPath));
        if (!QTest::qWaitFor([this] { return !service.connections.empty(); }))
            return false;
        connection = service.connections.back().release(); // the session's from now on
        PcapWire &wire = flows->adopt(connection->request().flow);
        session = new Session({.id = SessionId{1},
                               .record = std::move(record),
                               .measure = measure,
                               .say = [this](Update update) { said.push_back(std::move(update)); },
                               .tickets = &tickets,
                               .words = &words,
                               .sayInterval = [] { return Duration(100ms); },
                               .trustedProxy = trustedProxy},
                              connection, &wire, nullptr);
        session->begin();
        return true;
    }

    /// As the last facts have it.
    Tester testerSaid() const
    {
        Tester tester;
        for (const Update &update : said) {
            if (const auto *facts = std::get_if<FactsLearnt>(&update))
                tester = facts->tester;
        }
        return tester;
    }

    template<class Kind>
    std::size_t count() const
    {
        return static_cast<std::size_t>(std::count_if(
            said.begin(), said.end(), [](const Update &u) { return std::holds_alternative<Kind>(u); }));
    }
};

MeasureConfig pings(int count)
{
    MeasureConfig measure;
    measure.pings = count;
    measure.pingInterval = 5ms;
    return measure;
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsJudgedTenTimesASecondAndAtItsEnd()
    {
        Tested tested;
        QVERIFY(tested.begin(pings(40)));
        const QSignalSpy ended(tested.session, &Session::ended);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
        const FinishedRun run = tested.session->handOver();
        QCOMPARE(run->end, SessionEnd::Finished);
        QVERIFY(run->duration > 100ms);
        const auto most = static_cast<std::size_t>(run->duration / 100ms) + 2; // the first, and the last
        QVERIFY2(tested.count<Judged>() <= most, QByteArray::number(qulonglong(tested.count<Judged>())));
        QVERIFY(std::get<Judged>(tested.said.back()).verdict == run->verdict);
        std::vector<Observation> said;
        for (const Update &update : tested.said) {
            if (const auto *observed = std::get_if<Observed>(&update))
                said.insert(said.end(), observed->batch.begin(), observed->batch.end());
        }
        QVERIFY(said == run->observations); // each once, in their order
        delete tested.session;
    }

    void aTesterThatAnsweredNothingIsToldSoAndHeardNoMore()
    {
        Tested tested;
        tested.client.answersPings = false;
        QVERIFY(tested.begin(pings(10)));
        tested.session->end(SessionEnd::Finished);
        const QPointer<Session> session = tested.session;
        tested.session->retire(); // as the hub does with a failed run
        tested.flows.reset(); // what the connection was followed with is gone
        tested.client.say({{QStringLiteral("type"), QStringLiteral("hello")}});
        QTRY_COMPARE(tested.client.closeCode(), 1011);
        QCOMPARE(tested.client.messages.last()[QStringLiteral("type")].toString(), QStringLiteral("error"));
        QTRY_VERIFY(!session);
    }

    void aRunCountsWhatWasLostDuringIt()
    {
        Tested tested;
        QVERIFY(tested.begin(pings(10), {.captureDrops = 5, .ignored = {.damagedPackets = 2}}));
        tested.session->end(SessionEnd::Finished);
        tested.session->countLost(9, {.damagedPackets = 3});
        const FinishedRun run = tested.session->handOver();
        QCOMPARE(run->captureDrops, std::uint64_t{4});
        QCOMPARE(run->ignored.damagedPackets, std::uint64_t{1});
        delete tested.session;
    }

    /// Its port is redirected: the remedy is another than for a missing right.
    void aCaptureThatSawNothingIsNoMissingRight()
    {
        Tested tested;
        QVERIFY(tested.begin(pings(3)));
        const QSignalSpy ended(tested.session, &Session::ended);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
        QVERIFY(tested.session->isUnseen());
        const FinishedRun run = tested.session->handOver();
        QCOMPARE(run->timestamps, TimestampSource::Application);
        const std::vector<Remedy> &remedies = run->verdict.wouldSettle;
        QVERIFY(!remedies.empty());
        QCOMPARE(std::count(remedies.begin(), remedies.end(), Remedy::RunWithPrivileges), 0);
        delete tested.session;
    }

    /// Opened, the pipe would be waited in for ever.
    void aTimeZoneThatIsNoneHoldsNoRunUp()
    {
        const QTemporaryDir folder(QStringLiteral("/tmp/XXXXXX")); // a zone is at most 64 letters
        const QString pipe = folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        Tested tested;
        QVERIFY(tested.begin(pings(20)));
        const QSignalSpy ended(tested.session, &Session::ended);
        QTRY_COMPARE(tested.client.socket.state(), QAbstractSocket::ConnectedState);
        tested.client.say({{QStringLiteral("type"), QStringLiteral("hello")},
                           {QStringLiteral("time_zone"), QString(QStringLiteral("../../..") + pipe)}});
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
        const FinishedRun run = tested.session->handOver();
        QVERIFY(run->tester.timeZone.ends_with("pipe"));
        QCOMPARE(run->tester.timeZoneCountry, std::string());
        delete tested.session;
    }

    void aClockThatIsSetBackMakesNoRunNegative()
    {
        Tested tested;
        QVERIFY(tested.begin(pings(10), {.started = wallClock() + 1h}));
        tested.session->end(SessionEnd::Finished);
        const FinishedRun run = tested.session->handOver();
        QVERIFY(run->duration > 0s);
        QVERIFY(run->duration < 1h);
        delete tested.session;
    }

    void onlyATestersOwnPageAddressIsKept_data()
    {
        QTest::addColumn<QString>("front");
        QTest::addColumn<bool>("kept");
        QTest::newRow("of the tester") << QString() << true;
        QTest::newRow("of another than the named front") << QStringLiteral("198.51.100.8") << true;
        QTest::newRow("of the named front") << QStringLiteral("198.51.100.9") << false;
    }

    void onlyATestersOwnPageAddressIsKept()
    {
        QFETCH(QString, front);
        QFETCH(bool, kept);
        Tested tested;
        tested.trustedProxy = front.toStdString();
        QVERIFY(tested.begin(pings(1000)));
        const QByteArray ticket = tested.tickets.issue(IpAddress::parse("198.51.100.9").value());
        QTRY_COMPARE(tested.client.socket.state(), QAbstractSocket::ConnectedState);
        tested.client.say({{QStringLiteral("type"), QStringLiteral("hello")},
                           {QStringLiteral("page"), QString::fromLatin1(ticket)}});
        QTRY_VERIFY(!tested.testerSaid().visit.empty());
        tested.session->end(SessionEnd::Finished);
        QCOMPARE(tested.session->handOver()->tester.pageAddress.has_value(), kept);
        delete tested.session;
    }

    void aTesterThatBreaksTheRulesIsNotSaidToHaveLeft()
    {
        Tested tested;
        QVERIFY(tested.begin(pings(1000)));
        const QSignalSpy ended(tested.session, &Session::ended);
        QTRY_COMPARE(tested.client.socket.state(), QAbstractSocket::ConnectedState);
        tested.client.socket.sendBinaryMessage("x");
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(tested.session->whyNothingWasMeasured().ends_with("Only text messages are understood."));
        QCOMPARE(tested.session->handOver()->end, SessionEnd::Error);
        tested.session->retire();
    }

    void whatATesterSaysAfterItsRunConcernsNobody()
    {
        Tested tested;
        QVERIFY(tested.begin(pings(1000)));
        QTRY_VERIFY(tested.session->hasPong());
        tested.session->end(SessionEnd::Finished);
        QCOMPARE(tested.session->handOver()->id, "run");
        tested.flows.reset(); // as the hub releases the flow: its watch is gone
        const std::size_t before = tested.said.size();
        QSignalSpy heard(tested.connection, &EchoConnection::visibilityChanged);
        tested.client.say(
            {{QStringLiteral("type"), QStringLiteral("visibility")}, {QStringLiteral("visible"), false}});
        QVERIFY(heard.wait());
        QCOMPARE(tested.said.size(), before);
        const QPointer<Session> retired(tested.session);
        tested.session->retire();
        QTRY_COMPARE(tested.client.messages.last()[QStringLiteral("type")], QStringLiteral("result"));
        QTRY_COMPARE(tested.client.closeCode(), 1000);
        QTRY_VERIFY(!retired); // with its tester's connection
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
