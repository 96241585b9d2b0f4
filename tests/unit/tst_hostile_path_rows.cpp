// SPDX-License-Identifier: GPL-3.0-or-later
#include "copied_path.h"

#include "core/store/path_blocks.h"
#include "core/store/store_worker.h"

#include <QTest>

#include <algorithm>

using namespace parallax;

namespace {

/// Changes a table's own words in the file, as no statement of SQL can.
void reword(const QString &file, const QString &table, const QString &words)
{
    const auto database = openSqlite(file, false);
    QVERIFY(database);
    QVERIFY(run(*database.value(), QStringLiteral("PRAGMA writable_schema = ON")));
    QVERIFY(run(*database.value(), QStringLiteral("UPDATE sqlite_master SET sql = ? WHERE name = ?"),
                {words, table}));
}

QString wordsOf(const QString &file, const QString &table)
{
    const auto database = openSqlite(file, true);
    return single(*database.value(),
                  QStringLiteral("SELECT sql FROM sqlite_master WHERE name = '%1'").arg(table))
        .value()
        .toString();
}

} // namespace

/// A file with a path whose rows are not as Parallax writes them: what is damaged is named, the rest is a
/// path.
class TestHostilePathRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_path = std::make_unique<CopiedPath>(); }

    void whatParallaxNeverWritesIsDamaged_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("said"); // by the error, or of what was left out
        const QString long6M = QStringLiteral("replace(hex(zeroblob(3000000)), '0', '[')");
        QTest::newRow("moments that are words")
            << QStringLiteral("UPDATE path SET started_ms = 'soon', ended_ms = x'00', rounds = 'many'") << "";
        QTest::newRow("a long target") << QStringLiteral("UPDATE path SET target = ") + long6M << "";
        QTest::newRow("a long request")
            << QStringLiteral("UPDATE path SET request = ") + long6M << "is damaged";
        QTest::newRow("an address of bytes")
            << QStringLiteral("UPDATE path SET address = x'ff00'") << "is damaged";
        QTest::newRow("facts that are a number")
            << QStringLiteral("UPDATE path SET facts = 5") << "names and places";
        QTest::newRow("a place beyond the poles")
            << QStringLiteral("UPDATE path SET facts = '{\"addresses\":[{\"address\":\"192.0.2.1\","
                              "\"latitude\":1e300,\"longitude\":0}]}'")
            << "names and places";
        QTest::newRow("a router of zeros")
            << QStringLiteral("UPDATE path_responder SET reply = zeroblob(3000000)") << "a router at TTL 1";
        QTest::newRow("a router at no TTL")
            << QStringLiteral("UPDATE path_responder SET ttl = 0 WHERE ttl = 1") << "a router at TTL 0";
        QTest::newRow("a router beyond all")
            << QStringLiteral("UPDATE path_responder SET number = 1 << 40 WHERE ttl = 1") << "1–60";
        QTest::newRow("many routers") << QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 70000)"
            " INSERT INTO path_responder SELECT path.number, 1, n.i, '' FROM path, n")
                                      << "further routers";
        QTest::newRow("rounds by chance")
            << QStringLiteral("UPDATE path_rounds SET content = randomblob(3000000)") << "1–60, 61–120";
        QTest::newRow("no rounds") << QStringLiteral("UPDATE path_rounds SET content = x''")
                                   << "1–60, 61–120";
        QTest::newRow("a number that is a word")
            << QStringLiteral("UPDATE path_rounds SET first = 'x' WHERE first = 120") << "1–60";
        QTest::newRow("a number below all")
            << QStringLiteral("UPDATE path_rounds SET first = -9223372036854775807 - 1 WHERE first = 0")
            << "–";
        QTest::newRow("many rounds") << QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
            " INSERT INTO path_rounds SELECT path.number, n.i, 0, 0, '' FROM path, n")
                                     << "further rounds";
    }
    void whatParallaxNeverWritesIsDamaged()
    {
        QFETCH(QString, statement);
        QFETCH(QString, said);
        execute(m_path->copy, statement);
        const QByteArray before = contentOf(m_path->copy);
        const auto path = m_path->read();
        const std::string all = path ? listed(path.value().damaged) : path.error().message;
        QVERIFY2(holds(all, said.toUtf8().constData()), all.substr(0, 1000).c_str());
        QVERIFY(!path || path.value().state.record.target.size() <= 1000);
        QVERIFY(!path || path.value().state.history.rounds() <= 180);
        QVERIFY(all.size() < 4'000'000);
        QCOMPARE(contentOf(m_path->copy), before);
    }

    void nullsAreDamage()
    {
        const QString table = QStringLiteral("path");
        const QString words = wordsOf(m_path->copy, table);
        reword(m_path->copy, table, QString(words).replace(QStringLiteral(" NOT NULL"), QString()));
        execute(m_path->copy,
                QStringLiteral("UPDATE path SET id = NULL, target = NULL, address = NULL, protocol = NULL,"
                               " started_ms = NULL, ended_ms = NULL, rounds = NULL, request = NULL"));
        reword(m_path->copy, table, words);
        const auto path = m_path->read();
        QVERIFY(!path);
        QVERIFY2(holds(path.error().message, "is damaged"), path.error().message.c_str());
    }

    void textsAreOnOneLine()
    {
        execute(m_path->copy,
                QStringLiteral("UPDATE path SET target = 'a' || char(27, 10) || 'b',"
                               " facts = replace(facts, '\"city\":\"', '\"city\":\"\\n\\u001b')"));
        const auto path = m_path->read();
        QVERIFY2(path, path ? "" : path.error().message.c_str());
        const TraceRecord &record = path.value().state.record;
        QCOMPARE(record.target, std::string("a  b"));
        QVERIFY(path.value().damaged.empty());
        QCOMPARE(record.addresses.at(IpAddress::parse("198.51.100.9").value()).city, std::string("  Berlin"));
    }

    void roundsNeverGoBackInTime()
    {
        RoundBlock block = m_path->expected.state.history.block(60, 60);
        std::reverse(block.starts.begin(), block.starts.end());
        replaceRounds(60, block);
        const auto path = m_path->read();
        QVERIFY(path && path.value().damaged.empty());
        const PathHistory &history = path.value().state.history;
        QCOMPARE(history.rounds(), std::size_t{180});
        for (std::size_t round = 1; round < history.rounds(); ++round)
            QVERIFY(history.start(round) >= history.start(round - 1));
    }

    void roundsOfAnotherCenturyAreDamaged()
    {
        RoundBlock block = m_path->expected.state.history.block(60, 60);
        block.starts.back() += std::chrono::years(30);
        replaceRounds(60, block);
        const auto path = m_path->read();
        QVERIFY(path);
        QCOMPARE(path.value().damaged, std::vector<std::string>{"61–120"});
    }

    void roundsThatAreThereAlreadyAreDamaged()
    {
        RoundBlock block = m_path->expected.state.history.block(60, 60);
        block.first = 30;
        replaceRounds(60, block);
        const auto path = m_path->read();
        QVERIFY(path);
        QCOMPARE(path.value().damaged, std::vector<std::string>{"31–90"});
        QCOMPARE(path.value().state.history.rounds(), std::size_t{180});
    }

private:
    void replaceRounds(int first, const RoundBlock &block) const
    {
        const auto database = openSqlite(m_path->copy, false);
        QVERIFY(database);
        QVERIFY(run(*database.value(),
                    QStringLiteral("UPDATE path_rounds SET first = ?, content = ? WHERE first = ?"),
                    {static_cast<qint64>(block.first), packedRounds(block), first}));
    }

    std::unique_ptr<CopiedPath> m_path;
};

QTEST_GUILESS_MAIN(TestHostilePathRows)
#include "tst_hostile_path_rows.moc"
