// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/own_addresses.h"
#include "tests/support/watched_path.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

IpAddress address(const char *text)
{
    return IpAddress::parse(text).value();
}

Observation answered(std::uint64_t id, int ttl, const char *by, ReplyKind kind = ReplyKind::TimeExceeded)
{
    const Probe probe{
        .id = ProbeId{id}, .ttl = static_cast<std::uint8_t>(ttl), .sent = fixtures::watchBegan() + id * 1s};
    return {probe,
            Reply{.id = probe.id, .kind = kind, .from = address(by), .received = probe.sent + id * 1ms}};
}

/// Two routers of ours at the first TTL, a third behind them; from an address that is ours and public to a
/// target that is not ours.
TraceState branchedTrace()
{
    TraceState state{.request = {.target = "example.org", .source = "198.51.100.7"}};
    state.record = {
        .target = "example.org", .address = {address("203.0.113.9"), 0}, .source = address("198.51.100.7")};
    state.record.observations = {answered(1, 1, "192.168.1.1"), answered(2, 1, "192.168.1.2"),
                                 answered(3, 2, "10.0.0.1"),
                                 answered(4, 3, "203.0.113.9", ReplyKind::EchoReply)};
    state.record.mtuSearch = {answered(5, 2, "10.0.0.1", ReplyKind::Unreachable)};
    state.record.mtuSearch[0].reply->mtu = 1400;
    state.record.addresses = {{address("10.0.0.1"), {.name = "cellar.home.example"}},
                              {address("203.0.113.9"), {.name = "example.org"}}};
    return state;
}

} // namespace

class TestOwnAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void privateAddressesAreKnown_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isPrivate");
        for (const char *own : {"10.1.2.3", "172.31.0.1", "192.168.1.1", "100.64.0.1", "100.127.9.9",
                                "127.0.0.1", "169.254.1.1", "fd00::1", "fe80::1", "::1"})
            QTest::newRow(own) << QString::fromLatin1(own) << true;
        for (const char *other :
             {"11.1.2.3", "172.32.0.1", "192.169.1.1", "100.128.0.1", "8.8.8.8", "2001:db8::1"})
            QTest::newRow(other) << QString::fromLatin1(other) << false;
    }
    void privateAddressesAreKnown()
    {
        QFETCH(QString, address);
        QFETCH(bool, isPrivate);
        QCOMPARE(isPrivateAddress(IpAddress::parse(address.toStdString()).value()), isPrivate);
    }

    void whatTheProbesLeaveFromIsOwn()
    {
        TraceState state{.record = {.source = address("198.51.100.7")}};
        QVERIFY(isOwnAddress(state, address("198.51.100.7")));
        QVERIFY(!isOwnAddress(state, address("198.51.100.8")));
        state = {.request = {.source = "198.51.100.8"}}; // a stored path knows only what was asked for
        QVERIFY(isOwnAddress(state, address("198.51.100.8")));
    }

    void aTargetIsOwnByItsAddressOrByWhatWasTyped()
    {
        QVERIFY(isTargetOwn({.record = {.target = "printer", .address = {address("192.168.1.9"), 0}}}));
        QVERIFY(isTargetOwn({.record = {.target = "192.168.1.9"}})); // not begun yet
        QVERIFY(!isTargetOwn({.record = {.target = "example.org", .address = {address("203.0.113.9"), 0}}}));
        QVERIFY(!isTargetOwn({.record = {.target = "example.org"}}));
    }

    void nothingOfAnOwnAddressIsLeft()
    {
        const TraceState hidden = withOwnHidden(branchedTrace());
        for (const Observation &observation : {hidden.record.observations[0], hidden.record.observations[1],
                                               hidden.record.observations[2], hidden.record.mtuSearch[0]})
            QVERIFY(isHidden(observation.reply->from));
        QVERIFY(!hidden.record.addresses.contains(address("10.0.0.1")));
        QVERIFY(hidden.record.source == IpAddress{} && hidden.request.source.empty());
        QCOMPARE(addressText(hidden.record.observations[0].reply->from), std::string());
    }

    void whatIsNotOwnStays()
    {
        const TraceState shown = branchedTrace();
        const TraceState hidden = withOwnHidden(shown);
        QCOMPARE(hidden.record.target, shown.record.target);
        QVERIFY(hidden.record.address == shown.record.address);
        QVERIFY(hidden.record.observations[3] == shown.record.observations[3]);
        QCOMPARE(hidden.record.addresses.at(address("203.0.113.9")).name, std::string("example.org"));
        QCOMPARE(addressText(address("203.0.113.9")), std::string("203.0.113.9"));
        QVERIFY(!isHidden(address("0.0.0.0")) && !isHidden({}));
    }

    void anOwnTargetLosesItsName()
    {
        TraceState state = branchedTrace();
        state.record.address.address = state.record.observations[2].reply->from;
        state.request.address = state.record.address.address;
        const TraceState hidden = withOwnHidden(state);
        QVERIFY(hidden.record.target.empty() && hidden.request.target.empty());
        QVERIFY(isHidden(hidden.record.address.address));
        QVERIFY(hidden.request.address == hidden.record.address.address);
        QVERIFY(hidden.record.observations[2].reply->from == hidden.record.address.address); // still the end
    }

    void anUnknownTargetStaysUnknown()
    {
        const TraceState hidden = withOwnHidden({.record = {.target = "192.168.1.9"}});
        QVERIFY(hidden.record.address.address == IpAddress{});
    }

    void theFiguresOfATraceStay()
    {
        const TraceState shown = branchedTrace();
        const auto rows = pathRows(withOwnHidden(shown).record);
        QCOMPARE(rows.size(), std::size_t{4}); // the two branches are still told apart
        QVERIFY(rows == withOwnHidden(pathRows(shown.record), shown));
        QCOMPARE(int{rows[2].first->mtu}, 1400);
    }

    void theFiguresOfAWatchStay()
    {
        const auto path = [](std::size_t round) {
            const bool late = round >= 20;
            return std::vector<fixtures::PlayedHop>{{late ? "10.0.0.2" : "10.0.0.1", 1ms},
                                                    {late ? "192.0.2.7" : "10.0.0.3", 2ms},
                                                    {"192.0.2.9", 3ms}};
        };
        const TraceState shown = fixtures::watched(path, 40, "192.0.2.9");
        const TraceState hidden = withOwnHidden(shown);
        QVERIFY(pathRows(hidden.history) == withOwnHidden(pathRows(shown.history), shown));
        const auto events = withOwnHidden(pathEvents(shown.history), shown);
        QCOMPARE(events.size(), std::size_t{1});
        QVERIFY(isHidden(events[0].before) && isHidden(events[0].after));
        QVERIFY(pathEvents(hidden.history) == events);
    }
};

QTEST_APPLESS_MAIN(TestOwnAddresses)
#include "tst_own_addresses.moc"
