// SPDX-License-Identifier: GPL-3.0-or-later
#include "echo_service.h"
#include "raw_client.h"

#include "core/session/session_hub.h"

#include <QSignalSpy>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

/// A hub, without a capture by default, that listens on loopback, with a store that answers when the test
/// says so.
struct Measuring {
    SessionHub hub;
    std::vector<Update> said{};
    std::vector<SessionId> toSave{};
    QUrl link{};

    explicit Measuring(RunNews news = RunNews::AsItGoes, PacketPort *port = nullptr)
        : hub(port, news)
    {
    }

    bool begin(const Config &config = quick())
    {
        QObject::connect(&hub, &SessionHub::updated, &hub, [this](const QList<Update> &updates) {
            said.insert(said.end(), updates.begin(), updates.end());
        });
        QObject::connect(&hub, &SessionHub::saveRequested, &hub,
                         [this](SessionId session) { toSave.push_back(session); });
        const auto port = hub.listen(config);
        if (!port)
            return false;
        link =
            QUrl(QStringLiteral("ws://127.0.0.1:%1/ws/%2")
                     .arg(QString::number(port.value()), QString::fromStdString(hub.openInvitation().token)));
        return true;
    }

    static Config quick()
    {
        Config config;
        config.service.bind = "127.0.0.1";
        config.service.webSocketPort = 0;
        config.measure.pings = 3;
        config.measure.pingInterval = 5ms;
        return config;
    }

    /// How a visit ends: the close code, and the last message.
    std::pair<int, QString> visit() const
    {
        Client tester;
        tester.socket.open(link);
        const QSignalSpy gone(&tester.socket, &QWebSocket::disconnected);
        if (!QTest::qWaitFor([&] { return !gone.isEmpty(); }, 20'000) || tester.messages.isEmpty())
            return {};
        return {tester.closeCode(), tester.messages.last()[QStringLiteral("type")].toString()};
    }

    bool isTold(const Notice &notice) const
    {
        return std::any_of(said.begin(), said.end(), [&](const Update &update) {
            const auto *one = std::get_if<Notice>(&update);
            return one && *one == notice;
        });
    }

    template<class Kind>
    std::vector<Kind> heard() const
    {
        std::vector<Kind> all;
        for (const Update &update : said) {
            if (const auto *one = std::get_if<Kind>(&update))
                all.push_back(*one);
        }
        return all;
    }
    std::vector<SessionClosed> closed() const { return heard<SessionClosed>(); }
};

const std::pair done{1000, QStringLiteral("result")};

} // namespace

class TestSessionHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTesterNeedNotWaitForTheStore()
    {
        Measuring measuring;
        QVERIFY(measuring.begin());
        QCOMPARE(measuring.visit(), done);
        QCOMPARE(measuring.toSave.size(), std::size_t(1));
        QVERIFY(measuring.closed().empty()); // nobody says yet that it is stored
    }

    void aRunThatTheStoreRefusedIsToldWithItsRecord()
    {
        Measuring measuring;
        QVERIFY(measuring.begin());
        QCOMPARE(measuring.visit(), done);
        const SessionId session = measuring.toSave.front();
        measuring.hub.stored(session, QStringLiteral("the disk is full"));
        measuring.hub.stored(session, QString()); // what is answered twice is heard once
        QCOMPARE(measuring.closed().size(), std::size_t(1));
        const SessionClosed closed = measuring.closed().front();
        QVERIFY(!closed.stored);
        QVERIFY(closed.complete);
        QVERIFY(closed.run && closed.run->observations.size() >= 3);
        QCOMPARE(closed.duration, closed.run->duration);
    }

    void aStoreThatIsTooSlowKeepsTestersOut()
    {
        Measuring measuring;
        Config config = Measuring::quick();
        config.service.maxTesters = 1;
        QVERIFY(measuring.begin(config));
        for (int run = 0; run < 3; ++run)
            QCOMPARE(measuring.visit(), done);
        const std::pair busy{1002,
                             QStringLiteral("error")}; // it is 1013, which Qt's client takes for a mistake
        QCOMPARE(measuring.visit(), busy);
        QTRY_VERIFY(measuring.isTold({.code = NoticeCode::StoreSlow, .detail = "1"}));
        measuring.hub.stored(measuring.toSave.at(0), QString());
        QCOMPARE(measuring.visit(), busy); // until it has caught up
        measuring.hub.stored(measuring.toSave.at(1), QString());
        QVERIFY(measuring.isTold({.code = NoticeCode::StoreSlow, .cleared = true}));
        QCOMPARE(measuring.visit(), done);
    }

    void aRunThatNobodyFollowsIsToldAtItsEnd()
    {
        Measuring measuring(RunNews::AtItsEnd);
        QVERIFY(measuring.begin());
        QCOMPARE(measuring.visit(), done);
        measuring.hub.stored(measuring.toSave.front(), QString());
        QCOMPARE(measuring.heard<SessionOpened>().size(), std::size_t(1));
        QVERIFY(measuring.heard<FactsLearnt>().empty());
        QVERIFY(measuring.heard<Observed>().empty());
        QVERIFY(measuring.heard<Judged>().empty());
        QCOMPARE(measuring.closed().size(), std::size_t(1));
        const FinishedRun run = measuring.closed().front().run;
        QVERIFY(run->observations.size() >= 3);
        QVERIFY(!run->verdict.evidence.empty());
    }

    void theKernelsMinimumOutlivesATesterWhoLeaves()
    {
        Measuring measuring(RunNews::AtItsEnd);
        Config config = Measuring::quick();
        config.measure.pings = 1000;
        QVERIFY(measuring.begin(config));
        auto tester = std::make_unique<Client>();
        tester->socket.open(measuring.link);
        QTRY_VERIFY(tester->messages.size() > 50); // longer than the facts are kept
        tester.reset();
        QTRY_COMPARE(measuring.toSave.size(), std::size_t(1));
        measuring.hub.stored(measuring.toSave.front(), QString());
        const FinishedRun run = measuring.closed().front().run;
        QCOMPARE(run->end, SessionEnd::TesterLeft);
        QVERIFY(run->tcp.minRtt);
    }

    void aRunThatMayEndEarlyIsJudgedOnItsWay()
    {
        Measuring measuring(RunNews::AtItsEnd);
        Config config = Measuring::quick();
        config.measure.leastPings = 2;
        QVERIFY(measuring.begin(config));
        QCOMPARE(measuring.visit(), done);
        QTRY_VERIFY(!measuring.heard<Judged>().empty());
    }

    void oneAddressBeginsSixtyRunsInAMinute()
    {
        Measuring measuring;
        QVERIFY(measuring.begin());
        const auto come = [&](const char *from) {
            auto tester = std::make_unique<RawClient>(static_cast<quint16>(measuring.link.port()),
                                                      QHostAddress(QString::fromLatin1(from)));
            tester->upgrade(measuring.link.path().toLatin1());
            return tester;
        };
        std::vector<std::unique_ptr<RawClient>> testers(60);
        for (auto &tester : testers)
            tester = come("127.0.0.2");
        QTRY_COMPARE(measuring.heard<SessionOpened>().size(), std::size_t(60));
        const auto refused = come("127.0.0.2"); // let in to be told so, as where all places are taken
        const QByteArray tryAgainLater("\x03\xf5", 2); // 1013
        QTRY_VERIFY(refused->socket.peek(4096).contains(tryAgainLater));
        QTRY_VERIFY(measuring.isTold({.code = NoticeCode::TooManyRuns, .detail = "127.0.0.2"}));
        const auto another = come("127.0.0.3");
        QTRY_COMPARE(measuring.heard<SessionOpened>().size(), std::size_t(61));
    }

    void aCaptureThatSeesNothingOfATesterIsTold()
    {
        const auto port = PacketPort::open(); // never run: as where the port is redirected
        if (!port)
            QSKIP("no right to capture packets");
        Measuring measuring(RunNews::AsItGoes, port.value().get());
        QVERIFY(measuring.begin());
        QCOMPARE(measuring.visit(), done);
        const Notice unseen{.code = NoticeCode::TestersUnseen,
                            .detail = std::to_string(measuring.link.port())};
        QTRY_VERIFY(measuring.isTold(unseen));
        QCOMPARE(measuring.visit(), done);
        const auto notices = measuring.heard<Notice>();
        QCOMPARE(std::count(notices.begin(), notices.end(), unseen), 1); // once, not for each tester
    }

    void withoutACaptureNobodyIsMissedInIt()
    {
        Measuring measuring;
        QVERIFY(measuring.begin());
        QCOMPARE(measuring.visit(), done);
        const Notice placeIsFree{.code = NoticeCode::TooManyTesters, .cleared = true};
        QTRY_VERIFY(measuring.isTold(placeIsFree)); // the last that is said of a run
        const auto notices = measuring.heard<Notice>();
        QVERIFY(std::all_of(notices.begin(), notices.end(), [](const Notice &each) { return each.cleared; }));
    }

    /// A front that ends TCP need not add a header.
    void whoComesByTheNamedFrontIsBehindIt()
    {
        for (const char *front : {"", "127.0.0.1"}) {
            Config config = Measuring::quick();
            config.service.trustedProxy = front;
            Measuring measuring;
            QVERIFY(measuring.begin(config));
            QCOMPARE(measuring.visit(), done);
            const auto opened = measuring.heard<SessionOpened>();
            QCOMPARE(opened.size(), std::size_t(1));
            QCOMPARE(opened[0].record.tester.behindReverseProxy, !std::string_view(front).empty());
        }
    }

    void theEndOfARunRenewsTheUseOfItsInvitation()
    {
        Measuring measuring;
        QVERIFY(measuring.begin());
        measuring.hub.invite(QStringLiteral("Anna"), 1h, 1);
        QTRY_COMPARE(measuring.heard<InvitationChanged>().size(), std::size_t(2)); // with everybody's
        const std::string token = measuring.heard<InvitationChanged>().back().invitation.token;
        measuring.link.setPath(QStringLiteral("/ws/") + QString::fromStdString(token));
        QCOMPARE(measuring.visit(), done);
        QTRY_COMPARE(measuring.heard<InvitationChanged>().size(), std::size_t(4)); // at its beginning and end
        QCOMPARE(measuring.heard<InvitationChanged>().back().invitation.uses, 1);
        QVERIFY(measuring.heard<InvitationChanged>().back().usedFrom->isLoopback());
    }

    void theOfferedLinkIsRenewedBeforeItExpires()
    {
        Measuring measuring;
        QVERIFY(measuring.begin());
        const QSignalSpy renewed(&measuring.hub, &SessionHub::openInvitationRenewed);
        const Invitation first = measuring.hub.openInvitation();
        measuring.hub.renewOpenInvitation(first.expires - 2h);
        QCOMPARE(renewed.size(), 0);
        measuring.hub.renewOpenInvitation(first.expires - 1min);
        QCOMPARE(renewed.size(), 1);
        const Invitation second = measuring.hub.openInvitation();
        QCOMPARE(renewed[0][0].toString().toStdString(), second.token);
        QVERIFY(second.token != first.token);
        QCOMPARE(second.expires, first.expires - 1min + 24h);
        QCOMPARE(measuring.visit(), done); // whoever has the first one still gets in
        measuring.link.setPath(QStringLiteral("/ws/") + QString::fromStdString(second.token));
        QCOMPARE(measuring.visit(), done);
        measuring.said.clear();
        measuring.hub.stop();
        QTRY_COMPARE(measuring.heard<InvitationChanged>().size(), std::size_t(2));
        QVERIFY(measuring.heard<InvitationChanged>()[0].invitation.revoked);
        QVERIFY(measuring.heard<InvitationChanged>()[1].invitation.revoked);
    }

    void aLinkThatTheOperatorRevokedStaysSo()
    {
        Measuring measuring;
        QVERIFY(measuring.begin());
        const QSignalSpy renewed(&measuring.hub, &SessionHub::openInvitationRenewed);
        const Invitation offered = measuring.hub.openInvitation();
        measuring.hub.revoke(QString::fromStdString(offered.token));
        measuring.hub.renewOpenInvitation(offered.expires);
        QCOMPARE(renewed.size(), 0);
    }

    void aServiceThatStopsStillHearsOfTheStore()
    {
        Measuring measuring;
        Config config = Measuring::quick();
        config.measure.pings = 1000;
        QVERIFY(measuring.begin(config));
        Client tester;
        tester.socket.open(measuring.link);
        QTRY_VERIFY(!measuring.heard<Observed>().empty());
        measuring.hub.stop();
        QTRY_COMPARE(measuring.toSave.size(), std::size_t(1));
        measuring.hub.stored(measuring.toSave.front(), QString());
        QCOMPARE(measuring.closed().size(), std::size_t(1));
        QVERIFY(measuring.closed().front().stored);
        QCOMPARE(measuring.closed().front().end, SessionEnd::Revoked);
    }
};

QTEST_GUILESS_MAIN(TestSessionHub)
#include "tst_session_hub.moc"
