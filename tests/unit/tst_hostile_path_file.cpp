// SPDX-License-Identifier: GPL-3.0-or-later
#include "copied_path.h"

#include "core/store/path_blocks.h"
#include "core/store/store_worker.h"

#include <QFileInfo>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <random>

#include <sys/stat.h>

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

constexpr int page = 4096; // bytes, SQLite's usual one

/// Makes it a page of a tree whose 400 children are one and the same (sqlite.org/fileformat2.html, 1.6).
void setInterior(QByteArray &content, int at, quint32 child)
{
    constexpr int cells = 400;
    constexpr int cellSize = 5; // the child's number, and a key of one byte
    const int start = page - cells * cellSize;
    content[at] = 0x05;
    qToBigEndian<quint16>(0, content.data() + at + 1);
    qToBigEndian<quint16>(cells, content.data() + at + 3);
    qToBigEndian<quint16>(start, content.data() + at + 5);
    qToBigEndian<quint32>(child, content.data() + at + 8);
    for (int cell = 0; cell < cells; ++cell) {
        const int place = start + cell * cellSize;
        qToBigEndian<quint16>(static_cast<quint16>(place), content.data() + at + 12 + 2 * cell);
        qToBigEndian<quint32>(child, content.data() + place);
        content[place + 4] = 1;
    }
}

} // namespace

/// A path's file that comes from a stranger: an error, or some of a path, and nothing else.
class TestHostilePathFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_path = std::make_unique<CopiedPath>(); }

    void aStoreInUseIsRefused()
    {
        putContent(m_path->copy + QStringLiteral("-wal"), "x");
        const auto path = m_path->read();
        QVERIFY(!path && holds(path.error().message, "is in use"));
    }

    void whatIsNoFileIsNotWaitedFor()
    {
        const QString pipe = m_path->folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        for (const QString &name : {pipe, m_path->folder.path()})
            QVERIFY(holds(readPathFile(name, m_path->store).error().message, "is no file"));
        QVERIFY(holds(
            readPathFile(m_path->folder.filePath(QStringLiteral("none")), m_path->store).error().message,
            "there is no file"));
    }

    void aHugeFileIsRefused()
    {
        QVERIFY(QFile::resize(m_path->copy, qint64{257} << 20));
        const auto path = m_path->read();
        QVERIFY(!path && holds(path.error().message, "MiB"));
    }

    void whatIsNoDatabaseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("said");
        QTest::newRow("text") << QByteArray(2000, 'x') << "is no SQLite file";
        QTest::newRow("nothing") << QByteArray() << "holds no path";
        QTest::newRow("a beginning") << QByteArray("SQLite format 3", 16) + QByteArray(84, '\0')
                                     << "copy.parallax";
    }
    void whatIsNoDatabaseIsRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, said);
        putContent(m_path->copy, content);
        const auto path = m_path->read();
        QVERIFY(!path);
        QVERIFY2(holds(path.error().message, said.toUtf8().constData()), path.error().message.c_str());
        QCOMPARE(contentOf(m_path->copy), content);
    }

    /// 400 to the power of 18 ways from the first page to the last: whoever followed them would never end.
    void aSchemaOfManyPagesIsNotFollowed()
    {
        QByteArray content = contentOf(m_path->copy).first(page);
        setInterior(content, 100, 2);
        for (quint32 number = 2; number < 20; ++number) {
            QByteArray next(page, '\0');
            setInterior(next, 0, number + 1);
            content += next;
        }
        QByteArray leaf(page, '\0');
        leaf[0] = 0x0d;
        putContent(m_path->copy, content + leaf);
        const auto path = m_path->read();
        QVERIFY(!path && holds(path.error().message, "its tables are others"));
    }

    void aPageThatIsNamedTwiceIsDamage()
    {
        const int root = rootOf(QStringLiteral("path_rounds"));
        QByteArray content = contentOf(m_path->copy);
        QByteArray tree(page, '\0');
        setInterior(tree, 0, static_cast<quint32>(content.size() / page) + 1);
        QByteArray leaf(page, '\0');
        leaf[0] = 0x0d;
        content.replace((root - 1) * page, page, tree);
        putContent(m_path->copy, content + leaf);
        const auto path = m_path->read();
        QVERIFY(!path);
        QVERIFY2(holds(path.error().message, "copy.parallax is damaged"), path.error().message.c_str());
    }

    void aFileThatIsCutOffIsDamaged()
    {
        QVERIFY(QFile::resize(m_path->copy, QFileInfo(m_path->copy).size() / 2));
        const auto path = m_path->read();
        QVERIFY(!path);
        QVERIFY2(holds(path.error().message, "copy.parallax is damaged"), path.error().message.c_str());
    }

    void anotherSchemaIsRefused_data()
    {
        QTest::addColumn<QString>("statements"); // one a line
        QTest::addColumn<QString>("said");
        const char *others = "its tables are others";
        QTest::newRow("a newer Parallax's") << "PRAGMA user_version = 99"
                                            << "newer Parallax (schema 99";
        QTest::newRow("an older Parallax's") << "PRAGMA user_version = 1"
                                             << "its schema is 1 instead of";
        QTest::newRow("another program's") << "PRAGMA application_id = 1"
                                           << "another program's database";
        QTest::newRow("a view") << "DROP TABLE path\nCREATE VIEW path AS SELECT 1 AS number, 'a' AS id"
                                << others;
        QTest::newRow("a trigger") << "CREATE TRIGGER more AFTER INSERT ON path BEGIN DELETE FROM path; END"
                                   << others;
        QTest::newRow("a computed column")
            << "DROP TABLE path_rounds\nCREATE TABLE path_rounds (path INTEGER, first INTEGER, at_ms INTEGER,"
               " by_minute INTEGER, content BLOB AS (zeroblob(1000000000)))"
            << others;
        QTest::newRow("a further table") << "CREATE TABLE more (a)" << others;
        QTest::newRow("a missing index") << "DROP INDEX path_started" << others;
        QTest::newRow("no path") << "DELETE FROM path"
                                 << "holds no path";
        QTest::newRow("several paths")
            << "INSERT INTO path SELECT 99, 'other', target, address, protocol, started_ms, ended_ms, rounds,"
               " request, facts FROM path"
            << "several paths";
    }
    void anotherSchemaIsRefused()
    {
        QFETCH(QString, statements);
        QFETCH(QString, said);
        for (const QString &statement : statements.split(QLatin1Char('\n')))
            execute(m_path->copy, statement);
        const QByteArray before = contentOf(m_path->copy);
        const auto path = m_path->read();
        QVERIFY(!path);
        QVERIFY2(holds(path.error().message, said.toUtf8().constData()), path.error().message.c_str());
        QCOMPARE(contentOf(m_path->copy), before);
    }

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

    /// Whatever becomes of its bytes: an error, or some of the path.
    void changedBytesDoNoHarm()
    {
        const QByteArray good = contentOf(m_path->copy);
        std::mt19937 random(20'260'131); // NOLINT(cert-msc51-cpp): the same each time
        int refused = 0;
        for (int i = 0; i < 200; ++i) {
            QByteArray changed = good;
            for (int change = 0; change < 20; ++change)
                changed[static_cast<qsizetype>(random() % static_cast<unsigned>(changed.size()))] =
                    static_cast<char>(random());
            putContent(m_path->copy, changed);
            const auto path = m_path->read();
            refused += path ? 0 : 1;
            QVERIFY(contentOf(m_path->copy) == changed);
            QVERIFY(!path || path.value().state.history.rounds() <= PathHistory::mostRounds);
        }
        QVERIFY2(refused > 0, "seed 20260131");
    }

private:
    int rootOf(const QString &table) const
    {
        const auto database = openSqlite(m_path->copy, true);
        return single(*database.value(),
                      QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name = '%1'").arg(table))
            .value()
            .toInt();
    }

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

QTEST_GUILESS_MAIN(TestHostilePathFile)
#include "tst_hostile_path_file.moc"
