// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy/mtu_search.h"

#include <QTest>

#include <functional>
#include <limits>
#include <random>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const IpAddress target = IpAddress::fromV4(0x0a00000c);

/// A path that carries `mtu` bytes; its router says so, or keeps silent.
std::pair<int, int> search(std::uint16_t mtu, bool says, std::uint16_t first)
{
    MtuSearch strategy({.target = target, .first = first, .patience = 100ms});
    int largest = 0;
    int probes = 0;
    for (;;) {
        const Step step = strategy.next(Timestamp{});
        const auto *send = std::get_if<Send>(&step);
        if (!send)
            return {largest, probes};
        ++probes;
        Observation seen{.probe = send->probe};
        if (send->probe.length <= mtu) {
            seen.reply = Reply{.kind = ReplyKind::EchoReply, .from = target};
            largest = std::max<int>(largest, send->probe.length);
        } else if (says) {
            seen.reply =
                Reply{.kind = ReplyKind::Unreachable, .from = IpAddress::fromV4(0x0a000004), .mtu = mtu};
        }
        strategy.observe(seen);
    }
}

/// What a search by UDP learns of a path that carries `mtu` bytes without a word. The target answers once a
/// second, as Linux does when it has been asked a lot, and not at all after `answers`.
TraceRecord searchByUdp(std::uint16_t mtu, int answers)
{
    MtuSearch strategy(
        {.method = Method::UdpDatagram, .target = target, .first = 1500, .patience = 100ms, .rest = 1100ms});
    TraceRecord record{.address = {target, 0}, .end = PathEnd::Reached};
    Timestamp now{1h};
    Timestamp allowed = now + 1s;
    for (Step step = strategy.next(now); !std::holds_alternative<Done>(step); step = strategy.next(now)) {
        if (const auto *wait = std::get_if<Wait>(&step)) {
            now = wait->until;
            continue;
        }
        Observation seen{.probe = std::get<Send>(step).probe};
        if (seen.probe.length <= mtu && now >= allowed && answers-- > 0) {
            seen.reply = Reply{.kind = ReplyKind::Unreachable, .from = target};
            allowed = now + 1s;
        } else {
            now += std::get<Send>(step).timeout;
        }
        strategy.observe(seen);
        record.mtuSearch.push_back(seen);
    }
    return record;
}

/// What a search learns of a network that says this to each of its probes.
TraceRecord searchOf(const std::function<std::optional<Reply>(int length)> &network)
{
    MtuSearch strategy({.target = target, .first = 1500, .patience = 100ms});
    TraceRecord record{.address = {target, 0}, .end = PathEnd::Reached};
    for (Step step = strategy.next({}); std::holds_alternative<Send>(step) && record.mtuSearch.size() < 5000;
         step = strategy.next({})) {
        const Probe probe = std::get<Send>(step).probe;
        record.mtuSearch.push_back({.probe = probe, .reply = network(probe.length)});
        strategy.observe(record.mtuSearch.back());
    }
    return record;
}

Reply tooLarge(int mtu)
{
    return {.kind = ReplyKind::Unreachable,
            .from = IpAddress::fromV4(0x0a000004),
            .mtu = static_cast<std::uint16_t>(mtu)};
}

const Reply arrived{.kind = ReplyKind::EchoReply, .from = target};

} // namespace

/// The search for a path's MTU.
class TestMtuSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMtuIsFound_data()
    {
        QTest::addColumn<int>("mtu");
        QTest::addColumn<bool>("says");
        QTest::addColumn<int>("mostProbes");
        QTest::newRow("nothing is in the way") << 1500 << true << 1;
        QTest::newRow("a router says what fits") << 1400 << true << 2;
        QTest::newRow("a router keeps silent") << 1400 << false << 36;
        QTest::newRow("the least that there is") << 68 << false << 36;
    }

    void theMtuIsFound()
    {
        QFETCH(int, mtu);
        QFETCH(bool, says);
        QFETCH(int, mostProbes);
        const auto [largest, probes] = search(static_cast<std::uint16_t>(mtu), says, 1500);
        QCOMPARE(largest, mtu);
        QVERIFY2(probes <= mostProbes, qPrintable(QString::number(probes)));
    }

    void everyMtuIsFoundWithoutHelp()
    {
        for (int mtu = 68; mtu <= 1500; mtu += 7)
            QCOMPARE(search(static_cast<std::uint16_t>(mtu), false, 1500).first, mtu);
    }

    void aTargetThatLimitsItsAnswersIsGivenTime()
    {
        const auto answers = std::numeric_limits<int>::max();
        QCOMPARE(pathMtu(searchByUdp(1500, answers)), std::optional<std::uint16_t>(1500));
        QCOMPARE(pathMtu(searchByUdp(1400, answers)), std::optional<std::uint16_t>(1400));
    }

    void aClockThatIsSetBackLengthensNoRest()
    {
        MtuSearch strategy(
            {.method = Method::UdpDatagram, .target = target, .patience = 100ms, .rest = 1100ms});
        QVERIFY(std::holds_alternative<Wait>(strategy.next(Timestamp{2h})));
        const Step step = strategy.next(Timestamp{1h});
        QVERIFY(std::holds_alternative<Wait>(step));
        QCOMPARE(std::get<Wait>(step).until, Timestamp{1h} + 1100ms);
    }

    void aTargetThatFallsSilentLeavesItUnknown()
    {
        for (const int answers : {0, 1, 2, 3}) {
            const TraceRecord record = searchByUdp(1400, answers);
            QCOMPARE(pathMtu(record), std::optional<std::uint16_t>());
            QVERIFY(record.mtuSearch.size() < 20);
        }
    }

    /// Its route changes to one whose router says that less fits than the target answered before.
    void aPathThatCarriesLessAllAtOnceIsSearchedAnew()
    {
        bool changed = false;
        const TraceRecord record = searchOf([&changed](int length) -> std::optional<Reply> {
            if (changed)
                return length <= 1280 ? arrived : tooLarge(1280);
            changed = length > 1280 && length <= 1400;
            return length <= 1400 ? std::optional(arrived) : std::nullopt; // its routers keep silent
        });
        QVERIFY(changed);
        QCOMPARE(pathMtu(record), std::optional<std::uint16_t>(1280));
    }

    void whateverIsSaidItEndsAndContradictsNobody()
    {
        // Property: no router's last word is below the path's MTU, and nobody keeps the search going.
        std::mt19937 random(7);
        int known = 0;
        for (int round = 0; round < 500; ++round) {
            const TraceRecord record = searchOf([&random](int length) -> std::optional<Reply> {
                const int what = std::uniform_int_distribution(0, 5)(random);
                if (what > 3)
                    return what == 4
                        ? std::nullopt
                        : std::optional(tooLarge(std::uniform_int_distribution(1, 1600)(random)));
                return length < 1400 ? std::optional(arrived) : std::nullopt;
            });
            QVERIFY2(record.mtuSearch.size() < 500, qPrintable(QStringLiteral("round %1").arg(round)));
            const auto mtu = pathMtu(record);
            known += mtu ? 1 : 0;
            for (auto at = record.mtuSearch.rbegin(); mtu && !reachedTarget(*at, target); ++at)
                QVERIFY(!at->reply || at->reply->mtu >= *mtu);
        }
        QVERIFY(known > 0);
    }

    void aRouterThatLiesUpwardsCannotKeepItGoing()
    {
        MtuSearch strategy({.target = target, .first = 1500, .patience = 100ms});
        int probes = 0;
        for (Step step = strategy.next({}); std::holds_alternative<Send>(step) && probes < 5000; ++probes) {
            const Probe probe = std::get<Send>(step).probe;
            strategy.observe({.probe = probe, .reply = Reply{.kind = ReplyKind::Unreachable, .mtu = 9000}});
            step = strategy.next({});
        }
        QVERIFY(probes < 5000);
    }
};

QTEST_APPLESS_MAIN(TestMtuSearch)
#include "tst_mtu_search.moc"
