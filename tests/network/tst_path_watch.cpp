// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_main.h"
#include "tests/network/long_path.h"
#include "tests/network/trace_run.h"

#include <algorithm>

using namespace parallax;
using namespace parallax::lab;
using namespace std::chrono_literals;

namespace {

constexpr int silent = 4;

struct Watched {
    int code = -1;
    QList<QByteArray> lines{};
};

/// For so many seconds, as Ctrl+C would end it.
Result<Watched> watchFrom(const LongPath &path, int seconds, const QString &arguments)
{
    const auto said =
        path.output(0,
                    {QStringLiteral("sh"), QStringLiteral("-c"),
                     QStringLiteral("timeout --preserve-status -s INT %1 %2 trace --watch -n %3; echo $?")
                         .arg(seconds)
                         .arg(cliProgram(), arguments)},
                    std::chrono::seconds(seconds + 20));
    if (!said)
        return said.error();
    Watched watched{.lines = said.value().trimmed().split('\n')};
    watched.code = watched.lines.takeLast().toInt();
    return watched;
}

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
        const auto &lines = watched.value().lines;
        QCOMPARE(watched.value().code, 0);
        QCOMPARE(lines.size(), qsizetype{2 + LongPath::hops});
        QCOMPARE(lines[0],
                 QStringLiteral("watching %1 (%1) by icmp, a round every 0.5 s").arg(target).toLatin1());
        for (int hop = 1; hop <= LongPath::hops; ++hop) {
            const auto words = lines[1 + hop].simplified().split(' ');
            QCOMPARE(words[0].toInt(), hop);
            QCOMPARE(QString::fromLatin1(words[1]),
                     hop == silent ? QStringLiteral("???") : LongPath::address(hop));
            if (hop == silent) // and not yet given up
                continue;
            QCOMPARE(words[2], QByteArray("0.0%"));
            QVERIFY(words[3].toInt() >= 4); // of six rounds, on a busy machine
            QVERIFY(words[6].toDouble() >= static_cast<double>(LongPath::delayTo(hop).count()) - 0.1);
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

    void aTargetThatNeverAnswersEndsWithOne()
    {
        const auto watched =
            watchFrom(*m_path, 2, QStringLiteral("-I -m 3 ") + LongPath::address(LongPath::hops));
        LAB_VERIFY(watched);
        QCOMPARE(watched.value().code, 1);
    }

private:
    std::unique_ptr<LongPath> m_path;
};

LAB_TEST_MAIN(TestPathWatch)
#include "tst_path_watch.moc"
