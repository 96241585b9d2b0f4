// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_main.h"
#include "tests/network/long_path.h"
#include "tests/network/peers.h"
#include "tests/network/trace_run.h"
#include "tests/network/watch_run.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <map>

using namespace parallax;
using namespace parallax::lab;
using namespace std::chrono_literals;

namespace {

constexpr double agreed = 0.5; // ms between two programs' best round trips, as the goal has it
constexpr double noise = 3.0; // ms: more is no noise of a busy machine
constexpr int attempts = 5; // traces of each, where their first best round trips are further apart
constexpr int pings = 300;
constexpr int watched = 15; // seconds

/// The shortest round trips of several traces to each hop, in ms.
using Bests = std::map<int, double>;

void note(Bests &bests, int hop, double ms)
{
    const auto [best, isNew] = bests.try_emplace(hop, ms);
    best->second = std::min(best->second, ms);
}

/// False when the programs saw different hops.
bool compare(const TraceRun &run, const PeerPath &peer, Bests &ours, Bests &theirs)
{
    for (int hop = 1; hop <= LongPath::hops; ++hop) {
        const auto there = peer.find(hop);
        const auto best = run.bestAt(hop);
        if (there == peer.end() || !best || run.addressesAt(hop) != QStringList{there->second.address})
            return false;
        note(ours, hop, *best);
        note(theirs, hop, there->second.bestMs);
    }
    return true;
}

/// At the worst hop, in ms.
double apart(const Bests &ours, const Bests &theirs)
{
    double worst = 0;
    for (const auto &[hop, ms] : ours)
        worst = std::max(worst, std::abs(ms - theirs.at(hop)));
    return worst;
}

} // namespace

/// The same path as other programs see it, and as the cable that delays it logged it.
class TestPathPeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        auto built = LongPath::build({.spin = true});
        LAB_VERIFY(built);
        m_path = std::move(built).value();
    }

    void othersSeeTheSameHops_data()
    {
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<bool>("v6");
        for (const bool v6 : {false, true}) {
            const QString family = v6 ? QStringLiteral(" v6") : QStringLiteral(" v4");
            const auto row = [&](const char *name, const char *method, const char *command) {
                QTest::newRow(qPrintable(QLatin1String(name) + family))
                    << QString::fromLatin1(method) << QString::fromLatin1(command) << v6;
            };
            row("traceroute UDP", "", "traceroute -n -q 3");
            row("traceroute ICMP", "-I", "traceroute -n -q 3 -I");
            row("traceroute TCP", "-T", "traceroute -n -q 3 -T");
            row("mtr ICMP", "-I", "mtr -n -c 3 -i 0.2 -G 1 --json");
            row("mtr UDP", "", "mtr -n -c 3 -i 0.2 -G 1 --json -u");
            row("scamper ICMP", "-I", "scamper icmp-paris");
            row("scamper UDP", "", "scamper udp");
            row("scamper TCP", "-T", "scamper tcp -d 80");
        }
    }

    void othersSeeTheSameHops()
    {
        QFETCH(QString, ours);
        QFETCH(QString, theirs);
        QFETCH(bool, v6);
        const QString target = LongPath::address(LongPath::hops, v6);
        Bests our;
        Bests their;
        double difference = noise;
        for (int attempt = 0; attempt < attempts && difference > agreed; ++attempt) {
            const auto run =
                traceFrom(*m_path, QStringLiteral("trace -n --json -q 3 %1 %2").arg(ours, target));
            LAB_VERIFY(run);
            const auto peer = peerPath(*m_path, theirs, target);
            LAB_VERIFY(peer);
            QVERIFY2(compare(run.value(), peer.value(), our, their), qPrintable(describe(peer.value())));
            difference = apart(our, their);
        }
        QString name = QString::fromLatin1(QTest::currentDataTag());
        printFigure(QStringLiteral("rtt_apart_from_") + name.replace(QLatin1Char(' '), QLatin1Char('_'))
                        + QStringLiteral("_ms"),
                    difference, QStringLiteral("at most %1").arg(agreed));
        QVERIFY(difference < noise);
    }

    void aWatchedPathLosesNothingThatTheNetworkDelivers()
    {
        const auto run = watchFrom(*m_path, watched, LongPath::address(LongPath::hops));
        LAB_VERIFY(run);
        const auto hops = run.value().hops();
        QCOMPARE(hops.size(), std::size_t(LongPath::hops));
        int sent = 0;
        int lost = 0;
        for (const WatchedHop &hop : hops) {
            sent += hop.sent;
            lost += hop.lost;
        }
        QVERIFY(sent >= (watched - 2) * LongPath::hops);
        printFigure(QStringLiteral("false_losses_of_%1_at_one_a_second_a_hop").arg(sent), lost,
                    QStringLiteral("0"));
        QCOMPARE(lost, 0);
    }

    void roundTripsAreWhatTheCableHeldThemFor()
    {
        m_path.reset(); // whose cables spin too
        // One cable on the way: what it logs for request and reply is the truth of that very packet.
        const QString heldThere = m_folder.filePath(QStringLiteral("held by one"));
        const auto cable = LongPath::build({.log = heldThere, .onlyCable = 2, .spin = true});
        LAB_VERIFY(cable);
        QVERIFY(QFile::resize(heldThere, 0));
        const auto run =
            traceFrom(*cable.value(),
                      QStringLiteral("ping -n --json -c %1 -i 0.01 %2").arg(pings).arg(LongPath::address(2)));
        LAB_VERIFY(run);
        const auto held = heldByCables(heldThere);
        LAB_VERIFY(held);
        const auto replies = run.value().hop(64).value(QStringLiteral("replies")).toArray();
        QCOMPARE(replies.size(), qsizetype{pings});
        QCOMPARE(held.value().size(), std::size_t{pings});
        std::vector<double> errors;
        for (std::size_t i = 0; i < held.value().size(); ++i)
            errors.push_back(
                1000 * replies.at(qsizetype(i)).toObject().value(QStringLiteral("rtt_ms")).toDouble()
                - held.value()[i]);
        std::sort(errors.begin(), errors.end());
        printFigure(QStringLiteral("rtt_beyond_the_cables_log_median_us"), errors[errors.size() / 2],
                    QStringLiteral("at most 100"));
        printFigure(QStringLiteral("rtt_beyond_the_cables_log_p99_us"), errors[errors.size() * 99 / 100],
                    QStringLiteral("at most 500"));
        // Nothing is quicker than the cable; single packets may seem so, whose writer was interrupted before
        // it looked at the clock.
        QVERIFY(errors[errors.size() / 2] >= 0);
    }

    void branchesAreThoseThatDublinTracerouteFinds()
    {
        constexpr int parted = 5;
        const auto balanced = LongPath::build({.twoWaysAt = parted});
        LAB_VERIFY(balanced);
        const QString target = LongPath::address(LongPath::hops);
        const auto run =
            traceFrom(*balanced.value(), QStringLiteral("trace -n --json -q 1 --flows 16 %1").arg(target));
        LAB_VERIFY(run);
        const auto dublin = dublinBranches(*balanced.value(), target, m_folder.path());
        LAB_VERIFY(dublin);
        QCOMPARE(dublin.value().at(parted).size(), qsizetype{2});
        for (int hop = 1; hop < LongPath::hops; ++hop)
            QCOMPARE(run.value().addressesAt(hop), dublin.value().at(hop));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<LongPath> m_path;
};

LAB_TEST_MAIN(TestPathPeers)
#include "tst_path_peers.moc"
