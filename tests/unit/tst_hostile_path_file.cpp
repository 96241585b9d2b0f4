// SPDX-License-Identifier: GPL-3.0-or-later
#include "copied_path.h"

#include <QFileInfo>
#include <QTest>
#include <QtEndian>

#include <random>

#include <sys/stat.h>

using namespace parallax;

namespace {

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

    std::unique_ptr<CopiedPath> m_path;
};

QTEST_GUILESS_MAIN(TestHostilePathFile)
#include "tst_hostile_path_file.moc"
