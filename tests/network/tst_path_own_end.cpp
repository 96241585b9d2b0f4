// SPDX-License-Identifier: GPL-3.0-or-later
// What happens at this machine's own end while a path is asked: it refuses packets, gets another address, has
// a second device.
#include "tests/network/lab_main.h"
#include "tests/network/long_path.h"
#include "tests/network/trace_run.h"

#include <QJsonDocument>

using namespace parallax;
using namespace parallax::lab;
using namespace std::chrono_literals;

namespace {

const QByteArray refusal = "table ip refusal { chain output { type filter hook output priority filter; "
                           "icmp type echo-request drop\n }\n }\n";

/// A ping under way at the near end.
class RunningPing
{
public:
    RunningPing(const LongPath &path, const QString &arguments)
        : m_process(path.inside(0,
                                QStringList{cliProgram()}
                                    + QStringLiteral("ping -n --json %1 %2")
                                          .arg(arguments, LongPath::address(LongPath::hops))
                                          .split(QLatin1Char(' '))))
    {
    }

    /// What it says of the target, once it has ended.
    Result<QJsonObject> target()
    {
        const auto line =
            m_process.waitForLine([](const QByteArray &text) { return text.startsWith('{'); }, 30s);
        if (!line)
            return line.error();
        const QJsonObject document = QJsonDocument::fromJson(line.value().text).object();
        return document[QStringLiteral("hops")].toArray().at(0).toObject();
    }

private:
    Process m_process;
};

double worstMs(const QJsonObject &hop)
{
    double worst = 0.0;
    const QJsonArray replies = hop[QStringLiteral("replies")].toArray();
    for (const auto &reply : replies)
        worst = std::max(worst, reply.toObject()[QStringLiteral("rtt_ms")].toDouble());
    return worst;
}

} // namespace

class TestPathOwnEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto built = LongPath::build({.onlyCable = 2});
        LAB_VERIFY(built);
        m_path = std::move(built).value();
    }
    void cleanup() { LAB_VERIFY(m_path->run(0, QStringLiteral("nft flush ruleset"))); }

    void aFirstPacketThatIsRefusedIsOnlyNotSent()
    {
        LAB_VERIFY(m_path->run(0, QStringLiteral("nft -f -"), refusal));
        RunningPing ping(*m_path, QStringLiteral("-c 6 -i 0.5"));
        QTest::qWait(700);
        LAB_VERIFY(m_path->run(0, QStringLiteral("nft delete table ip refusal")));
        const auto hop = ping.target();
        LAB_VERIFY(hop);
        const int notSent = hop.value()[QStringLiteral("not_sent")].toInt();
        QVERIFY(notSent >= 1);
        QCOMPARE(hop.value()[QStringLiteral("replies")].toArray().size(), qsizetype{6 - notSent});
        QCOMPARE(hop.value()[QStringLiteral("unanswered")].toInt(), 0);
    }

    void whatThisMachinesFirewallRefusesIsNoMissingRight()
    {
        LAB_VERIFY(m_path->run(0, QStringLiteral("nft -f -"), refusal));
        const auto run =
            traceFrom(*m_path, QStringLiteral("ping -n -c 2 -i 0.1 ") + LongPath::address(LongPath::hops));
        LAB_VERIFY(run);
        QCOMPARE(run.value().code, 4);
        QVERIFY2(run.value().errors.contains("this machine refuses to send"), run.value().errors.constData());
        QVERIFY(!run.value().errors.contains("setcap"));
    }

    void whatIsNoAddressOfThisMachineIsNoSource()
    {
        LAB_VERIFY(m_path->run(0, QStringLiteral("ip addr add 10.97.0.1/24 brd + dev right")));
        LAB_VERIFY(m_path->run(0, QStringLiteral("ip addr add 10.96.0.1/32 dev right"))); // without brd
        const auto own = traceFrom(
            *m_path, QStringLiteral("trace -n -m 1 -s 10.96.0.1 ") + LongPath::address(LongPath::hops));
        LAB_VERIFY(own);
        QVERIFY2(own.value().code == 1, own.value().errors.constData()); // not an argument's fault
        for (const char *source : {"0.0.0.0", "224.0.0.1", "10.97.0.255", "10.97.0.77"}) {
            const auto run = traceFrom(*m_path,
                                       QStringLiteral("trace -n -s %1 %2")
                                           .arg(QLatin1String(source), LongPath::address(LongPath::hops)));
            LAB_VERIFY(run);
            QCOMPARE(run.value().code, 3);
            QVERIFY2(run.value().errors.contains("no address of this machine"), source);
        }
    }

    /// The kernel numbers its stamps anew after a refusal.
    void anOutageLeavesNoTraceInTheRoundTripsAfterIt()
    {
        // Three are let out, and the next is refused before the first is answered; a second later all are.
        LAB_VERIFY(m_path->run(0, QStringLiteral("nft -f -"),
                               "table ip some { chain output { type filter hook output priority filter; "
                               "icmp type echo-request numgen inc mod 1000 3-99 drop\n }\n }\n"));
        RunningPing ping(*m_path, QStringLiteral("-c 150 -i 0.01"));
        const auto hop = ping.target();
        LAB_VERIFY(hop);
        QCOMPARE(hop.value()[QStringLiteral("not_sent")].toInt(), 97);
        QCOMPARE(hop.value()[QStringLiteral("replies")].toArray().size(), qsizetype{53});
        QVERIFY2(worstMs(hop.value()) < 500.0, qPrintable(QString::number(worstMs(hop.value()))));
    }

    void aNamedDeviceSendsFromItsOwnAddress()
    {
        for (const char *command :
             {"ip link add second type veth peer name nobody", "ip addr add 10.98.0.1/24 dev second",
              "ip link set second up", "ip link set nobody up"})
            LAB_VERIFY(m_path->run(0, QLatin1String(command)));
        LAB_VERIFY(m_path->run(0, QStringLiteral("nft -f -"),
                               "table ip seen { chain output { type filter hook output priority filter; "
                               "oifname second ip saddr 10.98.0.1 counter\n }\n }\n"));
        const auto run = traceFrom(*m_path,
                                   QStringLiteral("trace -n --json -I -q 1 -m 3 -i second %1")
                                       .arg(LongPath::address(LongPath::hops)));
        LAB_VERIFY(run);
        const auto seen =
            m_path->output(0, {QStringLiteral("nft"), QStringLiteral("list"), QStringLiteral("ruleset")});
        LAB_VERIFY(seen);
        QVERIFY2(seen.value().contains("counter packets 3 "), seen.value().constData());
    }

    void aNamedSourceTakesTheRoutesOfItsRules()
    {
        for (const char *command :
             {"ip link add third type veth peer name noone", "ip addr add 10.95.0.1/24 dev third",
              "ip link set third up", "ip link set noone up", "ip route add default dev third table 100",
              "ip rule add from 10.95.0.1 lookup 100", "ip -6 addr add 2001:db8:95::1/64 dev third nodad",
              "ip -6 route add default dev third table 100", "ip -6 rule add from 2001:db8:95::1 lookup 100"})
            LAB_VERIFY(m_path->run(0, QLatin1String(command)));
        LAB_VERIFY(m_path->run(0, QStringLiteral("nft -f -"),
                               "table inet seen { chain output { type filter hook output priority filter; "
                               "oifname third udp dport 33434 counter\n }\n }\n"));
        for (const bool v6 : {false, true}) {
            const auto run = traceFrom(*m_path,
                                       QStringLiteral("trace -n -q 1 -m 3 -w 0.1 -s %1 %2")
                                           .arg(QLatin1String(v6 ? "2001:db8:95::1" : "10.95.0.1"),
                                                LongPath::address(LongPath::hops, v6)));
            LAB_VERIFY(run);
        }
        const auto seen =
            m_path->output(0, {QStringLiteral("nft"), QStringLiteral("list"), QStringLiteral("ruleset")});
        LAB_VERIFY(seen);
        QVERIFY2(seen.value().contains("counter packets 6 "), seen.value().constData());
    }

    /// With another index.
    void aPingGoesOnByANamedDeviceThatCameBack()
    {
        const auto addDevice = [this] {
            for (const char *command :
                 {"ip link add fourth type veth peer name no4", "ip addr add 10.94.0.1/24 dev fourth",
                  "ip link set fourth up", "ip link set no4 up"})
                LAB_VERIFY(m_path->run(0, QLatin1String(command)));
        };
        addDevice();
        RunningPing ping(*m_path, QStringLiteral("-c 12 -i 0.5 -W 1 -I fourth"));
        QTest::qWait(1000);
        LAB_VERIFY(m_path->run(0, QStringLiteral("ip link del fourth")));
        addDevice();
        const auto hop = ping.target();
        LAB_VERIFY(hop);
        const int notSent = hop.value()[QStringLiteral("not_sent")].toInt();
        QVERIFY2(notSent <= 5, qPrintable(QString::number(notSent))); // of some ten after it went
    }

    /// The last: that path is no more what it was.
    void aPingGoesOnFromTheMachinesNewAddress()
    {
        RunningPing ping(*m_path, QStringLiteral("-c 12 -i 0.5"));
        QTest::qWait(1000);
        LAB_VERIFY(m_path->run(1, QStringLiteral("ip route add 10.99.0.1/32 dev left")));
        LAB_VERIFY(m_path->run(0, QStringLiteral("ip addr add 10.99.0.1/32 dev right")));
        LAB_VERIFY(m_path->run(
            0, QStringLiteral("ip route add %1/32 dev right src 10.99.0.1").arg(LongPath::address(1))));
        LAB_VERIFY(m_path->run(
            0, QStringLiteral("ip route replace default via %1 src 10.99.0.1").arg(LongPath::address(1))));
        LAB_VERIFY(m_path->run(0, QStringLiteral("ip addr del %1/30 dev right").arg(LongPath::address(0))));
        LAB_VERIFY(m_path->run(
            0, QStringLiteral("ip route replace default via %1 src 10.99.0.1").arg(LongPath::address(1))));
        const auto hop = ping.target();
        LAB_VERIFY(hop);
        const auto answered = hop.value()[QStringLiteral("replies")].toArray().size();
        QVERIFY2(answered >= 9, qPrintable(QString::number(answered)));
    }

private:
    std::unique_ptr<LongPath> m_path;
};

LAB_TEST_MAIN(TestPathOwnEnd)
#include "tst_path_own_end.moc"
