// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_main.h"
#include "tests/network/long_path.h"
#include "tests/network/trace_run.h"

using namespace parallax;
using namespace parallax::lab;
using namespace std::chrono_literals;

namespace {

constexpr double cableLateness = 5.0; // ms, of seven cables; tst_path_figures is precise
constexpr int traces = 5; // on a busy machine any one may be later: judged is the best

/// What one hop has to show; an empty string when it does. Nothing is quicker than the cables.
QString faultAt(const TraceRun &run, int hop, bool v6)
{
    const QStringList expected{LongPath::address(hop, v6)};
    if (run.addressesAt(hop) != expected)
        return QStringLiteral("hop %1 is %2").arg(hop).arg(run.addressesAt(hop).join(QLatin1Char(' ')));
    const double late = *run.bestAt(hop) - static_cast<double>(LongPath::delayTo(hop).count());
    return late < 0 ? QStringLiteral("hop %1 is %2 ms early").arg(hop).arg(-late) : QString();
}

/// How late the latest hop's best answer was.
double latenessOf(const TraceRun &run)
{
    double latest = 0.0;
    for (int hop = 1; hop <= LongPath::hops; ++hop)
        latest = std::max(latest, *run.bestAt(hop) - static_cast<double>(LongPath::delayTo(hop).count()));
    return latest;
}

QString faultIn(const TraceRun &run, bool v6)
{
    for (int hop = 1; hop <= LongPath::hops; ++hop) {
        QString fault = faultAt(run, hop, v6);
        if (!fault.isEmpty())
            return fault;
    }
    return {};
}

} // namespace

/// parallax-cli trace and ping on twelve real routers.
class TestPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto built = LongPath::build({.twoWaysAt = 0});
        LAB_VERIFY(built);
        m_path = std::move(built).value();
    }

    void everyHopIsFoundAtItsDistance_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<bool>("v6");
        QTest::newRow("UDP") << "" << false;
        QTest::newRow("ICMP") << "-I" << false;
        QTest::newRow("TCP") << "-T" << false;
        QTest::newRow("UDP over IPv6") << "" << true;
        QTest::newRow("ICMP over IPv6") << "-I" << true;
        QTest::newRow("TCP over IPv6") << "-T" << true;
    }

    void everyHopIsFoundAtItsDistance()
    {
        QFETCH(QString, method);
        QFETCH(bool, v6);
        double late = cableLateness;
        for (int i = 0; i < traces && late >= cableLateness; ++i) {
            const auto run = traceFrom(
                *m_path,
                QStringLiteral("trace -n --json %1 %2").arg(method, LongPath::address(LongPath::hops, v6)));
            LAB_VERIFY(run);
            QCOMPARE(run.value().endReason(), QStringLiteral("reached"));
            QCOMPARE(run.value().code, 0);
            QCOMPARE(faultIn(run.value(), v6), QString());
            QCOMPARE(run.value().hop(LongPath::hops + 1), QJsonObject());
            late = std::min(late, latenessOf(run.value()));
        }
        QVERIFY2(late < cableLateness, qPrintable(QString::number(late)));
    }

    void theMarkIsQuotedAsItWasSent()
    {
        const auto run = traceFrom(
            *m_path, QStringLiteral("trace -n --json -q 1 -t 184 %1").arg(LongPath::address(LongPath::hops)));
        LAB_VERIFY(run);
        const auto reply = run.value().hop(5).value(QStringLiteral("replies")).toArray().first().toObject();
        QCOMPARE(reply.value(QStringLiteral("dscp")).toInt(), 46);
    }

    void aHostThatNobodyKnowsIsRefusedByTheLastRouter()
    {
        const auto run = traceFrom(*m_path, QStringLiteral("trace -n --json 10.99.0.1"));
        LAB_VERIFY(run);
        QCOMPARE(run.value().code, 4); // the first machine of the chain has no route there
    }

    void pingFindsTheTargetsDistance()
    {
        const auto run = traceFrom(
            *m_path, QStringLiteral("ping -n --json -c 5 -i 0.05 %1").arg(LongPath::address(LongPath::hops)));
        LAB_VERIFY(run);
        QCOMPARE(run.value().code, 0);
        const auto best = run.value().bestAt(64);
        QVERIFY(best.has_value());
        QVERIFY2(*best >= 42 && *best < 42 + cableLateness, qPrintable(QString::number(*best)));
    }

    void aPingWithASmallTtlHearsTheRouterAndIsNotReached()
    {
        const auto run = traceFrom(
            *m_path, QStringLiteral("ping -n --json -c 1 -t 3 %1").arg(LongPath::address(LongPath::hops)));
        LAB_VERIFY(run);
        QCOMPARE(run.value().code, 1);
        QCOMPARE(run.value().addressesAt(3), QStringList{LongPath::address(3)});
    }

    void aPingThatIsLargerThanTheLinkIsNotSent()
    {
        const auto run = traceFrom(
            *m_path, QStringLiteral("ping -n --json -c 1 -s 2000 %1").arg(LongPath::address(LongPath::hops)));
        LAB_VERIFY(run);
        QCOMPARE(run.value().code, 4);
        QVERIFY2(run.value().errors.contains("larger than the link's MTU"), run.value().errors.constData());
    }

    void silentHopsCostWhatTheirNeighboursSuggest()
    {
        auto built = LongPath::build({.silent = {4, 7}});
        LAB_VERIFY(built);
        const auto run = traceFrom(
            *built.value(), QStringLiteral("trace -n --json -q 1 %1").arg(LongPath::address(LongPath::hops)));
        LAB_VERIFY(run);
        QCOMPARE(run.value().endReason(), QStringLiteral("reached"));
        QCOMPARE(run.value().addressesAt(4), QStringList());
        QCOMPARE(run.value().addressesAt(5), QStringList{LongPath::address(5)});
        QCOMPARE(run.value().hop(7).value(QStringLiteral("unanswered")).toInt(), 1);
    }

    void aTargetThatDropsEverythingIsSilent()
    {
        auto built = LongPath::build({.silent = {LongPath::hops}});
        LAB_VERIFY(built);
        const auto run =
            traceFrom(*built.value(),
                      QStringLiteral("trace -n --json -q 1 -m 14 %1").arg(LongPath::address(LongPath::hops)));
        LAB_VERIFY(run);
        QCOMPARE(run.value().endReason(), QStringLiteral("silent"));
        QCOMPARE(run.value().code, 1);
        for (const auto &[largestTtl, hint] :
             {std::pair(14, "did not answer UDP"), {12, "larger -m"}, {5, "larger -m"}}) {
            const auto said = traceFrom(*built.value(),
                                        QStringLiteral("trace -n -q 1 -m %1 %2")
                                            .arg(largestTtl)
                                            .arg(LongPath::address(LongPath::hops)));
            LAB_VERIFY(said);
            QVERIFY2(said.value().errors.contains(hint), said.value().errors.constData());
        }
    }

    void flowsFindBothWaysOfALoadBalancer_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<bool>("v6");
        QTest::newRow("UDP") << "" << false;
        QTest::newRow("TCP") << "-T" << false;
        QTest::newRow("UDP over IPv6") << "" << true;
    }

    void flowsFindBothWaysOfALoadBalancer()
    {
        QFETCH(QString, method);
        QFETCH(bool, v6);
        auto built = LongPath::build({.twoWaysAt = 6});
        LAB_VERIFY(built);
        const QString target = LongPath::address(LongPath::hops, v6);
        const auto one =
            traceFrom(*built.value(), QStringLiteral("trace -n --json -q 5 %1 %2").arg(method, target));
        const auto many = traceFrom(
            *built.value(), QStringLiteral("trace -n --json -q 1 --flows 16 %1 %2").arg(method, target));
        LAB_VERIFY(one);
        LAB_VERIFY(many);
        QCOMPARE(one.value().addressesAt(6).size(), 1); // one flow stays on one path
        QStringList both{LongPath::address(6, v6), LongPath::otherWay(v6)};
        both.sort();
        QCOMPARE(many.value().addressesAt(6), both);
    }

    void aRouterThatLimitsItsIcmpIsToldFromLoss()
    {
        auto built = LongPath::build({.icmpInterval = 1000ms});
        LAB_VERIFY(built);
        const auto run =
            traceFrom(*built.value(),
                      QStringLiteral("trace -n --json -I -q 20 %1").arg(LongPath::address(LongPath::hops)));
        LAB_VERIFY(run);
        const QJsonObject hop = run.value().hop(3);
        QVERIFY(hop.value(QStringLiteral("unanswered")).toInt() > 0);
        QCOMPARE(hop.value(QStringLiteral("rate_limited")), hop.value(QStringLiteral("unanswered")));
        QCOMPARE(run.value().hop(LongPath::hops).value(QStringLiteral("unanswered")).toInt(), 0);
    }

    void thePathsMtuIsFoundAndWhereItGetsSmaller()
    {
        auto built = LongPath::build();
        LAB_VERIFY(built);
        LAB_VERIFY(built.value()->run(4, QStringLiteral("ip link set right mtu 1400")));
        const QString trace =
            QStringLiteral("trace -n --json -q 1 --mtu %1").arg(LongPath::address(LongPath::hops));
        for (int time = 0; time < 2;
             ++time) { // the kernel remembers the first; that must not answer the second
            const auto run = traceFrom(*built.value(), trace);
            LAB_VERIFY(run);
            QCOMPARE(run.value().endReason(), QStringLiteral("reached"));
            QCOMPARE(run.value().document.value(QStringLiteral("path_mtu")).toInt(), 1400);
            QCOMPARE(run.value().hop(4).value(QStringLiteral("mtu")).toInt(), 1400);
        }
        LAB_VERIFY(built.value()->run(4, QStringLiteral("ip link set right mtu 1500")));
        const auto wider = traceFrom(*built.value(), trace);
        LAB_VERIFY(wider);
        QCOMPARE(wider.value().document.value(QStringLiteral("path_mtu")).toInt(), 1500);
    }

    void aLinkLocalNeighbourIsAskedThroughItsDevice()
    {
        const auto said = m_path->output(
            1, QStringLiteral("ip -6 -o addr show dev left scope link").split(QLatin1Char(' ')));
        LAB_VERIFY(said);
        const QString address = QString::fromLatin1(said.value())
                                    .section(QStringLiteral("inet6 "), 1)
                                    .section(QLatin1Char('/'), 0, 0);
        QVERIFY2(address.startsWith(QStringLiteral("fe80::")), said.value().constData());
        for (const QString &named :
             {address + QStringLiteral("%right"), QStringLiteral("-I right ") + address}) {
            const auto run = traceFrom(*m_path, QStringLiteral("ping -n --json -c 2 -i 0.1 ") + named);
            LAB_VERIFY(run);
            QCOMPARE(run.value().hop(64).value(QStringLiteral("replies")).toArray().size(), qsizetype{2});
        }
    }

    /// As every Linux machine does: the trace takes all that it answers at once, and the search comes
    /// thereafter.
    void aTargetThatLimitsWhatItAnswersHasItsMtuFound()
    {
        auto built = LongPath::build({.icmpInterval = 1000ms});
        LAB_VERIFY(built);
        const auto run =
            traceFrom(*built.value(),
                      QStringLiteral("trace -n --json --mtu %1").arg(LongPath::address(LongPath::hops)));
        LAB_VERIFY(run);
        QCOMPARE(run.value().document.value(QStringLiteral("path_mtu")).toInt(), 1500);
    }

    void aFirewallThatRewritesIpIdsHidesNoHop()
    {
        auto built = LongPath::build();
        LAB_VERIFY(built);
        LAB_VERIFY(
            built.value()->run(2, QStringLiteral("nft -f -"),
                               "table ip rewrite { chain forward { type filter hook forward priority 0;"
                               " ip protocol udp ip id set 7\n }\n }\n"));
        const auto run = traceFrom(
            *built.value(), QStringLiteral("trace -n --json -q 1 %1").arg(LongPath::address(LongPath::hops)));
        LAB_VERIFY(run);
        QCOMPARE(run.value().endReason(), QStringLiteral("reached"));
        QCOMPARE(run.value().addressesAt(5), QStringList{LongPath::address(5)});
    }

    void aPathWhoseRoutersKeepTheirMtuToThemselvesIsSearched()
    {
        auto built = LongPath::build();
        LAB_VERIFY(built);
        LAB_VERIFY(built.value()->run(4, QStringLiteral("ip link set right mtu 1400")));
        LAB_VERIFY(built.value()->run(4, QStringLiteral("nft -f -"),
                                      "table ip quiet { chain output { type filter hook output priority 0;"
                                      " icmp type destination-unreachable drop\n }\n }\n"));
        const auto run = traceFrom(
            *built.value(),
            QStringLiteral("trace -I -n --json -q 1 --mtu %1").arg(LongPath::address(LongPath::hops)));
        LAB_VERIFY(run);
        QCOMPARE(run.value().document.value(QStringLiteral("path_mtu")).toInt(), 1400);
    }

private:
    std::unique_ptr<LongPath> m_path;
};

LAB_TEST_MAIN(TestPath)
#include "tst_path.moc"
