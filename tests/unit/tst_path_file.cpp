// SPDX-License-Identifier: GPL-3.0-or-later
#include "copied_path.h"

#include "core/exporter/formats.h"
#include "core/store/path_blocks.h"
#include "tests/golden/fixtures.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

/// One path in a file of its own: written, and read without a trace.
class TestPathFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_path = std::make_unique<CopiedPath>(); }

    void aCopyIsThePathAsItIsStored()
    {
        const auto path = m_path->read();
        QVERIFY2(path, path ? "" : path.error().message.c_str());
        QVERIFY(path.value().damaged.empty());
        QVERIFY(path.value().state == m_path->expected.state);
    }

    void aCopyHoldsNothingElse()
    {
        auto store = SessionStore::open(m_path->store);
        QVERIFY(store && store.value().save(fixtures::proxied()));
        const std::string id = idIn(store.value());
        Watch other;
        other.watch(60);
        QVERIFY(other.write(store.value()));
        QVERIFY(store.value().paths().copy(id, m_path->copy));
        QCOMPARE(number(m_path->copy, "SELECT count(*) FROM session"), 0);
        QCOMPARE(number(m_path->copy, "SELECT count(*) FROM sample"), 0);
        QCOMPARE(number(m_path->copy, "SELECT count(*) FROM path"), 1);
        QCOMPARE(number(m_path->copy, "SELECT count(*) FROM path_rounds"), 3);
        QCOMPARE(number(m_path->copy, "SELECT count(*) FROM path_responder"), 5);
    }

    void whatWasRolledUpIsSoInTheCopy()
    {
        auto store = SessionStore::open(m_path->store);
        auto paths = store.value().paths();
        QVERIFY(!paths.rollUp(fixtures::watchBegan() + 24h).value());
        QVERIFY(paths.copy(idIn(store.value()), m_path->copy));
        const auto path = m_path->read();
        QVERIFY(path && path.value().state.byMinute);
        QVERIFY(path.value().state == loaded(store.value()).state);
    }

    void aDamagedRowIsCopiedAndNamed()
    {
        execute(m_path->store, QStringLiteral("UPDATE path_rounds SET content = 'x' WHERE first = 60"));
        const auto store = SessionStore::open(m_path->store);
        QVERIFY(store.value().paths().copy(idIn(store.value()), m_path->copy));
        const auto path = m_path->read();
        QVERIFY(path);
        QCOMPARE(path.value().damaged, std::vector<std::string>{"61–120"});
    }

    void anEmptyRowIsCopiedAsOne()
    {
        execute(m_path->store,
                QStringLiteral("UPDATE path_rounds SET content = zeroblob(0) WHERE first = 60"));
        const auto store = SessionStore::open(m_path->store);
        const auto written = store.value().paths().copy(idIn(store.value()), m_path->copy);
        QVERIFY2(written, written ? "" : written.error().message.c_str());
        QCOMPARE(m_path->read().value().damaged, std::vector<std::string>{"61–120"});
    }

    /// A machine without a battery begins in 1970.
    void aClockThatWasSetLosesNoRoundOfOnesOwn()
    {
        for (const int first : {60, 120}) {
            RoundBlock block = m_path->expected.state.history.block(static_cast<std::size_t>(first), 60);
            for (Timestamp &start : block.starts)
                start += std::chrono::years(56);
            const auto database = openSqlite(m_path->store, false);
            QVERIFY(run(*database.value(),
                        QStringLiteral("UPDATE path_rounds SET content = ? WHERE first = ?"),
                        {packedRounds(block), first}));
        }
        const auto store = SessionStore::open(m_path->store);
        QVERIFY(loaded(store.value()).damaged.empty());
    }

    void aCopyThatFailsLeavesTheFileAsItWas()
    {
        const QByteArray before = contentOf(m_path->copy);
        const auto store = SessionStore::open(m_path->store);
        const auto written = store.value().paths().copy("another", m_path->copy);
        QVERIFY(!written);
        QVERIFY(holds(written.error().message, "no longer in the store"));
        QCOMPARE(contentOf(m_path->copy), before);
        QCOMPARE(QDir(m_path->folder.path()).entryList({QStringLiteral("copy*")}),
                 QStringList{QStringLiteral("copy.parallax")});
    }

    void aFolderThatIsMissingIsNamed()
    {
        const auto store = SessionStore::open(m_path->store);
        const auto written = store.value().paths().copy(
            idIn(store.value()), m_path->folder.filePath(QStringLiteral("missing/copy.parallax")));
        QVERIFY(!written);
        QVERIFY(holds(written.error().message, "missing/copy.parallax"));
    }

    void aCopyMayBeReadByWhomOtherExportsMay()
    {
        const QString other = m_path->folder.filePath(QStringLiteral("other.csv"));
        QVERIFY(writeExport(other, "a"));
        QCOMPARE(QFileInfo(m_path->copy).permissions(), QFileInfo(other).permissions());
        QCOMPARE(QFileInfo(m_path->copy).ownerId(), QFileInfo(other).ownerId());
    }

    void theStoreItselfIsNeitherReplacedNorOpened()
    {
        const QString link = m_path->folder.filePath(QStringLiteral("link.parallax"));
        QVERIFY(QFile::link(m_path->store, link));
        const auto store = SessionStore::open(m_path->store);
        const QString journal = m_path->store + QStringLiteral("-wal");
        QVERIFY(QFile::exists(journal));
        for (const QString &file : {m_path->store, link, journal}) {
            const auto written = store.value().paths().copy(idIn(store.value()), file);
            QVERIFY(!written && holds(written.error().message, "is the store itself"));
            const auto path = readPathFile(file, m_path->store);
            QVERIFY(!path && holds(path.error().message, "is the own store"));
        }
        QCOMPARE(store.value().paths().list().value().size(), std::size_t{1});
    }

    void aFileIsTheSameAfterwards_data()
    {
        QTest::addColumn<QString>("journal");
        QTest::newRow("as it is written") << "DELETE";
        QTest::newRow("as a store is kept") << "WAL";
    }
    void aFileIsTheSameAfterwards()
    {
        QFETCH(QString, journal);
        execute(m_path->copy, QStringLiteral("PRAGMA journal_mode = ") + journal);
        const QByteArray before = contentOf(m_path->copy);
        const QDateTime changed = QFileInfo(m_path->copy).lastModified();
        const QStringList files = QDir(m_path->folder.path()).entryList(QDir::Files);
        QVERIFY(m_path->read());
        QCOMPARE(contentOf(m_path->copy), before);
        QCOMPARE(QFileInfo(m_path->copy).lastModified(), changed);
        QCOMPARE(QDir(m_path->folder.path()).entryList(QDir::Files), files);
    }

    void nobodyIsLockedOutWhileAFileIsRead()
    {
        const auto foreign = openForeignSqlite(m_path->copy);
        QVERIFY(foreign);
        const auto rows = run(*foreign.value(), QStringLiteral("SELECT first FROM path_rounds"));
        QVERIFY(rows);
        execute(m_path->copy, QStringLiteral("DELETE FROM path_rounds")); // with the first row still in hand
        QVERIFY(!run(*foreign.value(), QStringLiteral("DELETE FROM path")));
    }

    void anyNameWillDo()
    {
        const QString file = m_path->folder.filePath(QStringLiteral("50 % of #1?immutable=0&ü.parallax"));
        QVERIFY(QFile::copy(m_path->copy, file));
        const auto path = readPathFile(file, m_path->store);
        QVERIFY2(path, path ? "" : path.error().message.c_str());
    }

private:
    std::unique_ptr<CopiedPath> m_path;
};

QTEST_GUILESS_MAIN(TestPathFile)
#include "tst_path_file.moc"
