// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/board.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

class TestBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsKnownFromOpeningToClose()
    {
        Board board;
        const SessionId id{7};
        board.apply(SessionOpened{.session = id, .record = {.id = "u"}});
        board.apply(Observed{.session = id, .batch = {Observation{}}});
        board.apply(Observed{.session = id, .batch = {Observation{}, Observation{}}});
        board.apply(Judged{.session = id, .verdict = {.kind = VerdictKind::Proxy}});
        QCOMPARE(board.running(), 1);
        board.apply(
            SessionClosed{.session = id, .end = SessionEnd::Finished, .complete = true, .stored = true});

        const SessionRecord *record = board.find(id);
        QVERIFY(record);
        QCOMPARE(record->observations.size(), std::size_t{3});
        QCOMPARE(record->verdict.kind, VerdictKind::Proxy);
        QVERIFY(record->complete && record->stored);
        QCOMPARE(board.running(), 0);
    }

    /// What was opened with is what the program had ignored until then.
    void whatARunIgnoredIsItsOwn()
    {
        Board board;
        SessionRecord record{.ignored = {.foreignIcmp = 57}};
        board.apply(SessionOpened{.session = SessionId{1}, .record = record});
        record.ignored = {.pongs = 3, .stamps = 1};
        board.apply(
            SessionClosed{.session = SessionId{1}, .run = std::make_shared<const SessionRecord>(record)});
        QCOMPARE(board.find(SessionId{1})->ignored, record.ignored);
    }

    void whatTheCaptureLostIsCountedOnceForRunsBesideEachOther()
    {
        Board board;
        board.apply(SessionClosed{.session = SessionId{1}, .captureDrops = 7, .droppedSoFar = 7});
        board.apply(SessionClosed{.session = SessionId{2}, .captureDrops = 5, .droppedSoFar = 7});
        QCOMPARE(board.dropped(), std::uint64_t{7});
        QCOMPARE(board.find(SessionId{2})->captureDrops, std::uint64_t{5});
    }

    void whatIsLearntOfAPathsAddressesAddsUp()
    {
        Board board;
        const TraceId trace{1};
        const IpAddress near = IpAddress::fromV4(0x0a000001);
        const IpAddress far = IpAddress::fromV4(0x0a000002);
        board.apply(TraceOpened{.trace = trace});
        board.apply(AddressesLearnt{.trace = trace, .addresses = {{near, {.country = "DE"}}}});
        board.apply(AddressesLearnt{.trace = trace, .addresses = {{far, {.country = "AU"}}}});
        board.apply(
            AddressesLearnt{.trace = trace, .addresses = {{near, {.country = "DE", .name = "gate"}}}});
        const auto &known = board.find(trace)->record.addresses;
        QCOMPARE(known.size(), std::size_t{2});
        QCOMPARE(known.at(near).name, std::string("gate"));
        QCOMPARE(known.at(far).country, std::string("AU"));
    }

    void aFailedRunLeavesNoRecord()
    {
        Board board;
        board.apply(SessionOpened{.session = SessionId{1}});
        board.apply(SessionFailed{.session = SessionId{1}, .reason = "no pong"});
        QVERIFY(board.sessions().empty());
    }

    void aStoredPathIsSharedAndCanBeForgotten()
    {
        Board board;
        const auto stored = std::make_shared<const TraceState>();
        board.apply(StoredPathOpened{TraceId{3}, stored});
        QCOMPARE(board.find(TraceId{3}), stored.get());
        board.forget(TraceId{3});
        QVERIFY(!board.find(TraceId{3}));
        QCOMPARE(stored.use_count(), 1L);
    }

    void aNoticeStaysUntilItIsCleared()
    {
        Board board;
        board.apply(Notice{.code = NoticeCode::StoreUnusable, .detail = "disk full"});
        QCOMPARE(board.notices().size(), std::size_t{1});
        board.apply(Notice{.code = NoticeCode::StoreUnusable, .detail = {}, .cleared = true});
        QVERIFY(board.notices().empty());
    }

    void historyDoesNotCollideWithLiveRuns()
    {
        Board board;
        board.apply(SessionOpened{.session = SessionId{1}, .record = {.id = "live"}});
        board.apply(HistoryLoaded{.records = {{.id = "old"}, {.id = "older"}}});
        QCOMPARE(board.sessions().size(), std::size_t{3});
        QCOMPARE(board.find(SessionId{1})->id, std::string("live"));
    }

    void anInvitationExpiresIsRevokedOrUsedUp()
    {
        const Timestamp now{1h};
        QCOMPARE((Invitation{.expires = now + 1s}.state(now)), InvitationState::Usable);
        QCOMPARE((Invitation{.expires = now}.state(now)), InvitationState::Expired);
        QCOMPARE((Invitation{.expires = now + 1s, .revoked = true}.state(now)), InvitationState::Revoked);
        QCOMPARE((Invitation{.expires = now + 1s, .maxUses = 2, .uses = 2}.state(now)),
                 InvitationState::UsedUp);
    }
};

QTEST_APPLESS_MAIN(TestBoard)
#include "tst_board.moc"
