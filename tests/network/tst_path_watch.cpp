// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_main.h"
#include "tests/network/long_path.h"
#include "tests/network/trace_run.h"
#include "tests/network/watch_run.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace parallax;
using namespace parallax::lab;
using namespace std::chrono_literals;

namespace {

constexpr int silent = 4;

} // namespace

/// parallax-cli trace --watch on twelve real routers, one of which never answers.
class TestPathWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto built = LongPath::build({.silent = {silent}});
        LAB_VERIFY(built);
        m_path = std::move(built).value();
    }

    void whatWasWatchedIsATableOfAllHops()
    {
        const QString target = LongPath::address(LongPath::hops);
        const auto watched = watchFrom(*m_path, 3, QStringLiteral("-I --interval 0.5 ") + target);
        LAB_VERIFY(watched);
        QCOMPARE(watched.value().code, 0);
        QCOMPARE(watched.value().lines[0],
                 QStringLiteral("watching %1 (%1) by icmp, a round every 0.5 s").arg(target).toLatin1());
        const auto hops = watched.value().hops();
        QCOMPARE(hops.size(), std::size_t(LongPath::hops));
        for (const WatchedHop &hop : hops) {
            QCOMPARE(hop.ttl, 1 + static_cast<int>(&hop - hops.data()));
            QCOMPARE(hop.address, hop.ttl == silent ? QStringLiteral("???") : LongPath::address(hop.ttl));
            if (hop.ttl == silent) // and not yet given up
                continue;
            QCOMPARE(hop.lost, 0);
            QVERIFY(hop.sent >= 4); // of six rounds, on a busy machine
            QVERIFY(hop.bestMs >= static_cast<double>(LongPath::delayTo(hop.ttl).count()) - 0.1);
        }
    }

    void rowsComeAsTheyAreMeasured()
    {
        const QString target = LongPath::address(LongPath::hops, true);
        const auto watched = watchFrom(*m_path, 2, QStringLiteral("-I --csv --interval 0.2 ") + target);
        LAB_VERIFY(watched);
        QCOMPARE(watched.value().code, 0);
        const auto &lines = watched.value().lines;
        QVERIFY(lines[0].startsWith("target,address,ttl,"));
        const auto ofTarget = std::count_if(lines.begin(), lines.end(), [&](const QByteArray &line) {
            return line.split(',').value(5) == target.toLatin1();
        });
        QVERIFY2(ofTarget >= 5, qPrintable(QString::number(ofTarget)));
    }

    void onATerminalKeysPauseAndEndIt()
    {
        const QString watch = QStringLiteral("env TERM=xterm %1 trace --watch -n -I %2")
                                  .arg(cliProgram(), LongPath::address(LongPath::hops));
        const QString script =
            QStringLiteral("(sleep 2; printf p; sleep 1; printf q; sleep 1) | timeout -s KILL 15 script -qec"
                           " '%1' /dev/null; printf '\\n%d\\n' $?")
                .arg(watch);
        const auto said = m_path->output(0, {QStringLiteral("sh"), QStringLiteral("-c"), script}, 30s);
        LAB_VERIFY(said);
        const auto lines = said.value().trimmed().split('\n');
        QCOMPARE(lines.last(), QByteArray("0"));
        QVERIFY2(lines.first().trimmed().endsWith("q ends it"), lines.first().constData());
        QVERIFY(said.value().contains(LongPath::address(LongPath::hops).toLatin1() + ' '));
        QVERIFY(said.value().contains("paused; p goes on"));
    }

    /// `head` is gone after the first line, and the next would come when the watch ends.
    void whereNobodyReadsOnItEnds()
    {
        const QString script =
            QStringLiteral("timeout 20 %1 trace --watch -n -I %2 2>/dev/null | head -1; echo over")
                .arg(cliProgram(), LongPath::address(LongPath::hops));
        QElapsedTimer taken;
        taken.start();
        const auto said = m_path->output(0, {QStringLiteral("sh"), QStringLiteral("-c"), script}, 30s);
        LAB_VERIFY(said);
        QVERIFY(said.value().startsWith("watching ") && said.value().endsWith("over\n"));
        QVERIFY2(taken.elapsed() < 10'000, qPrintable(QString::number(taken.elapsed())));
    }

    void aTargetThatNeverAnswersEndsWithOne()
    {
        const auto watched =
            watchFrom(*m_path, 2, QStringLiteral("-I -m 3 ") + LongPath::address(LongPath::hops));
        LAB_VERIFY(watched);
        QCOMPARE(watched.value().code, 1);
    }

    void whatIsLongUnansweredIsLostAtTheEnd()
    {
        Process watch(m_path->inside(
            0, watchCommand(4, QStringLiteral("-I --interval 0.2 ") + LongPath::address(LongPath::hops))));
        QTest::qWait(1500);
        LAB_VERIFY(m_path->run(1, QStringLiteral("ip link set right down"))); // towards the second router
        const auto second =
            watch.waitForLine([](const QByteArray &line) { return hopIn(line).ttl == 2; }, 30s);
        LAB_VERIFY(second);
        const WatchedHop hop = hopIn(second.value().text);
        QVERIFY2(hop.lost >= 5 && hop.sent > hop.lost, second.value().text.constData());
        LAB_VERIFY(m_path->run(1, QStringLiteral("ip link set right up")));
    }

    void aWatchOutlivesALinkThatGoesDownAndComesBack()
    {
        Process watch(m_path->inside(0, watchCommand(10, LongPath::address(LongPath::hops))));
        QTest::qWait(2000); // some rounds before, some while it is down, some after
        LAB_VERIFY(m_path->run(1, QStringLiteral("ip link set left down")));
        QTest::qWait(2500);
        LAB_VERIFY(m_path->run(1, QStringLiteral("ip link set left up")));
        LAB_VERIFY(m_path->run(1, QStringLiteral("ip route replace default via ") + LongPath::address(0)));
        const auto first =
            watch.waitForLine([](const QByteArray &line) { return hopIn(line).ttl == 1; }, 30s);
        LAB_VERIFY(first);
        const WatchedHop hop = hopIn(first.value().text);
        QVERIFY2(hop.lost >= 1 && hop.sent - hop.lost >= 4, first.value().text.constData());
    }

private:
    std::unique_ptr<LongPath> m_path;
};

LAB_TEST_MAIN(TestPathWatch)
#include "tst_path_watch.moc"
