// SPDX-License-Identifier: GPL-3.0-or-later
#include "stored_watch.h"

#include "core/data/path_events.h"
#include "core/data/path_figures.h"
#include "tests/support/damaged_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace std::chrono_literals;

/// Old rounds in the store, of which only the figures of minutes stay.
class TestPathRollUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("store.sqlite"));
    }

    void oldRoundsBecomeMinutes()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(600);
        QVERIFY(watch.write(store.value()));
        const int before = number(m_file, "SELECT sum(length(content)) FROM path_rounds");
        auto paths = store.value().paths();
        QVERIFY(!paths.rollUp(fixtures::watchBegan() + 300s).value());
        QCOMPARE(number(m_file, "SELECT count(*) FROM path_rounds WHERE by_minute"), 5);
        QVERIFY(!paths.rollUp(fixtures::watchBegan() + 24h).value());
        const int after = number(m_file, "SELECT sum(length(content)) FROM path_rounds");
        QVERIFY2(after * 5 < before, qPrintable(QString::number(before / after)));
        const LoadedPath path = loaded(store.value());
        QVERIFY(path.damaged.empty());
        QVERIFY(path.state.byMinute);
        const auto rows = pathRows(path.state.history);
        const auto exact = pathRows(watch.expected.history);
        QCOMPARE(rows.size(), exact.size());
        QCOMPARE(rows[4].sent, exact[4].sent);
        QCOMPARE(rows[4].unanswered, exact[4].unanswered);
        QVERIFY(rows[4].rtt.best == exact[4].rtt.best);
        QVERIFY(rows[4].rtt.worst == exact[4].rtt.worst);
        QVERIFY(rows[4].address == exact[4].address);
        QCOMPARE(path.state.history.endTtl(100), watch.expected.history.endTtl(100));
    }

    void aChangedRouteIsStillSeenInMinutes()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(3000);
        QVERIFY(watch.write(store.value()));
        auto paths = store.value().paths();
        while (paths.rollUp(fixtures::watchBegan() + 24h).value())
            ;
        const auto events = pathEvents(loaded(store.value()).state.history);
        const auto changes = std::count_if(events.begin(), events.end(), [](const PathEvent &event) {
            return event.kind == PathEvent::Kind::RouteChanged;
        });
        QCOMPARE(changes, 2);
    }

    void aDamagedBlockIsNoHindranceToRollingUp()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(120);
        QVERIFY(watch.write(store.value()));
        execute(m_file, QStringLiteral("UPDATE path_rounds SET content = 'x' WHERE first = 0"));
        auto paths = store.value().paths();
        QVERIFY(!paths.rollUp(fixtures::watchBegan() + 24h).value());
        QCOMPARE(loaded(store.value()).damaged, std::vector<std::string>{"1–60"});
    }

    void whatIsWrittenAnewAfterwardsIsWholeAgain()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(50);
        QVERIFY(watch.write(store.value()));
        QVERIFY(!store.value().paths().rollUp(fixtures::watchBegan() + 24h).value());
        QVERIFY(loaded(store.value()).state.byMinute);
        watch.watch(10);
        QVERIFY(watch.write(store.value()));
        const LoadedPath path = loaded(store.value());
        QVERIFY(!path.state.byMinute);
        QVERIFY(sameRounds(path.state.history, watch.expected.history));
    }

    /// A machine without a clock chip begins in 1970.
    void aBlockIsAsOldAsItsLastRound()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        Watch watch;
        watch.watch(50);
        auto news = watch.recorder.news();
        RoundBlock &block = news.front().blocks.front();
        const auto starts = block.starts;
        std::fill(block.starts.begin(), block.starts.end(), Timestamp{});
        QVERIFY(store.value().paths().write(news)); // and then the clock is set
        block.starts.back() = starts.back();
        QVERIFY(store.value().paths().write(news));
        QVERIFY(!store.value().paths().rollUp(fixtures::watchBegan()).value());
        QCOMPARE(number(m_file, "SELECT count(*) FROM path_rounds WHERE by_minute"), 0);
    }

    void aDamagedPageEndsItWithAnError()
    {
        {
            auto store = SessionStore::open(m_file);
            QVERIFY(store);
            Watch watch;
            watch.watch(5);
            QVERIFY(watch.write(store.value()));
        }
        execute(m_file,
                QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80)"
                               " INSERT INTO path_rounds SELECT path.number, n.i * 60, 0, 0, randomblob(3000)"
                               " FROM path, n"));
        QVERIFY(damageMiddle(m_file));
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        const auto more = store.value().paths().rollUp(fixtures::watchBegan() + 24h);
        QVERIFY(!more);
        QVERIFY2(holds(more.error().message, "is damaged"), more.error().message.c_str());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestPathRollUp)
#include "tst_path_roll_up.moc"
