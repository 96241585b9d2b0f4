// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/session_store.h"

#include "tests/golden/fixtures.h"
#include "tests/support/damaged_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/fsuid.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

SessionRecord runNamed(const char *id, Duration later = {})
{
    SessionRecord record = fixtures::proxied();
    record.id = id;
    record.started += later;
    return record;
}

std::string problemOf(const QString &file)
{
    const auto store = SessionStore::open(file);
    return store ? std::string() : store.error().message;
}

bool holds(const std::string &text, const char *part)
{
    return text.find(part) != std::string::npos;
}

void execute(const QString &file, const char *statement)
{
    const auto database = openSqlite(file, false);
    QVERIFY(database);
    QVERIFY(run(*database.value(), QString::fromLatin1(statement)));
}

/// Root may write everything; files are opened as nobody while this lives.
class AsNobody
{
public:
    AsNobody() { setfsuid(65534); }
    AsNobody(const AsNobody &) = delete;
    AsNobody &operator=(const AsNobody &) = delete;
    ~AsNobody() { setfsuid(geteuid()); }
};

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("new/store.sqlite"));
    }

    void aSavedRunComesBackAsItWas()
    {
        SessionRecord record = fixtures::proxied();
        record.stored = false;
        {
            auto store = SessionStore::open(m_file);
            QVERIFY(store);
            QVERIFY(store.value().save(record));
        }
        const auto store = SessionStore::open(m_file);
        QVERIFY(store);
        const auto runs = store.value().load(10);
        QVERIFY(runs);
        QCOMPARE(runs.value().records.size(), std::size_t{1});
        record.stored = true;
        QVERIFY(runs.value().records.front() == record);
        QVERIFY(store.value().find(record.id).value() == record);
        QVERIFY(!store.value().find("another").value());
    }

    void aSavedRunIsInTheFilesBeforeTheStoreIsClosed()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        QVERIFY(store.value().save(runNamed("a")));
        // What a program that is killed now leaves behind.
        const QString left = m_folder->filePath(QStringLiteral("left.sqlite"));
        QVERIFY(QFile::copy(m_file, left));
        QVERIFY(QFile::copy(m_file + QStringLiteral("-wal"), left + QStringLiteral("-wal")));
        const auto after = SessionStore::open(left);
        QVERIFY(after);
        QCOMPARE(after.value().count().value(), 1);
    }

    void savingAgainReplacesTheRunAndItsSamples()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        QVERIFY(store.value().save(runNamed("a")));
        QVERIFY(store.value().save(runNamed("a")));
        QCOMPARE(store.value().count().value(), 1);
        const auto database = openSqlite(m_file, true);
        QVERIFY(database);
        QCOMPARE(single(*database.value(), QStringLiteral("SELECT count(*) FROM sample")).value().toInt(),
                 int(fixtures::proxied().observations.size()));
    }

    void aSampleIsARowOfPlainValues()
    {
        SessionRecord record = runNamed("a");
        record.observations.resize(2);
        const IpAddress hop = IpAddress::fromV4(0xc0000201);
        const Timestamp sent{1'800'000'000'123'456'789ns};
        record.observations[0] = {
            {.id = ProbeId{7}, .method = Method::ZeroTrace, .ttl = 3, .sent = sent},
            Reply{.kind = ReplyKind::TimeExceeded, .from = hop, .received = sent + 5ms}};
        record.observations[1] = {{.id = ProbeId{8}, .method = Method::WebSocketText, .sent = sent}, {}};
        auto store = SessionStore::open(m_file);
        QVERIFY(store && store.value().save(record));
        const auto database = openSqlite(m_file, true);
        QVERIFY(database);
        const auto rows =
            single(*database.value(),
                   QStringLiteral(
                       "SELECT group_concat(quote(session) || quote(layer) || quote(ttl) || quote(address)"
                       " || quote(probe) || quote(sent_ns) || quote(rtt_ns), ' ')"
                       " FROM (SELECT * FROM sample ORDER BY probe)"));
        QVERIFY(rows);
        QCOMPARE(rows.value().toString(),
                 QStringLiteral("'a''hop'3'192.0.2.1'718000000001234567895000000 "
                                "'a''websocket_text'64NULL81800000000123456789NULL"));
        const auto report = single(
            *database.value(), QStringLiteral("SELECT typeof(report) || (report ->> 'schema') FROM session"));
        QCOMPARE(report.value().toString(), QStringLiteral("textparallax.report/1"));
    }

    void theNewestRunsAreLoadedOldestFirst()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        QVERIFY(store.value().save(runNamed("late", 2h)));
        QVERIFY(store.value().save(runNamed("early")));
        QVERIFY(store.value().save(runNamed("middle", 1h)));
        const auto runs = store.value().load(2);
        QVERIFY(runs);
        QCOMPARE(runs.value().records.size(), std::size_t{2});
        QCOMPARE(runs.value().records.front().id, std::string("middle"));
        QCOMPARE(runs.value().records.back().id, std::string("late"));
    }

    void aMissingFolderIsMadeForItsOwnerAlone()
    {
        QVERIFY(SessionStore::open(m_file));
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup
            | QFileDevice::WriteOther | QFileDevice::ExeOther;
        QVERIFY(!(QFileInfo(QFileInfo(m_file).path()).permissions() & others));
        QVERIFY(!(QFileInfo(m_file).permissions() & others));
    }

    void aDamagedRowIsNamedAndSkipped()
    {
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        QVERIFY(store.value().save(runNamed("good")));
        QVERIFY(store.value().save(runNamed("bad")));
        execute(m_file, "UPDATE session SET report = '{' WHERE id = 'bad'");
        const auto runs = store.value().load(10);
        QVERIFY(runs);
        QCOMPARE(runs.value().records.size(), std::size_t{1});
        QCOMPARE(runs.value().damaged, std::vector<std::string>{"bad"});
        QVERIFY(holds(store.value().find("bad").error().message, "bad"));
    }

    void aDamagedPageIsToldAndHidesOnlyOlderRuns()
    {
        {
            auto store = SessionStore::open(m_file);
            QVERIFY(store);
            for (int i = 10; i < 60; ++i)
                QVERIFY(store.value().save(runNamed(std::to_string(i).c_str(), i * 1h)));
        }
        QVERIFY(damageMiddle(m_file));
        const auto store = SessionStore::open(m_file);
        QVERIFY(store);
        const auto runs = store.value().load(100);
        QVERIFY(runs);
        QVERIFY(runs.value().error);
        QVERIFY2(holds(runs.value().error->message, "is damaged"), runs.value().error->message.c_str());
        QVERIFY(!runs.value().records.empty());
        QVERIFY(runs.value().records.size() < 50);
        QCOMPARE(runs.value().records.back().id, std::string("59"));
    }

    void aStoreKnowsThatItsFileIsNotThereAnyMore_data()
    {
        QTest::addColumn<bool>("another"); // has taken its place
        QTest::newRow("moved away") << false;
        QTest::newRow("replaced") << true;
    }
    void aStoreKnowsThatItsFileIsNotThereAnyMore()
    {
        QFETCH(bool, another);
        auto store = SessionStore::open(m_file);
        QVERIFY(store && store.value().save(runNamed("a")));
        QVERIFY(store.value().isInPlace());
        QVERIFY(QFile::rename(m_file, m_file + QStringLiteral(".old")));
        QFile replacement(m_file);
        QVERIFY(!another || replacement.open(QIODevice::WriteOnly));
        QVERIFY(!store.value().isInPlace());
    }

    void aNewerSchemaIsRefused()
    {
        QVERIFY(SessionStore::open(m_file));
        execute(m_file, "PRAGMA user_version = 99");
        QVERIFY(holds(problemOf(m_file), "newer Parallax (schema 99"));
    }

    void aFileThatIsNoDatabaseIsRefused()
    {
        const QString file = m_folder->filePath(QStringLiteral("notes.txt"));
        QFile notes(file);
        QVERIFY(notes.open(QIODevice::WriteOnly));
        notes.write(QByteArray(2000, 'x'));
        notes.close();
        QVERIFY(holds(problemOf(file), "is not a store of Parallax"));
        QCOMPARE(QFileInfo(file).size(), 2000);
    }

    void anotherProgramsDatabaseIsRefusedUntouched()
    {
        const QString file = m_folder->filePath(QStringLiteral("other.sqlite"));
        execute(file, "CREATE TABLE bookmarks (url TEXT)");
        QVERIFY(holds(problemOf(file), "another program's database"));
        const auto database = openSqlite(file, true);
        QVERIFY(database);
        QCOMPARE(single(*database.value(), QStringLiteral("PRAGMA user_version")).value().toInt(), 0);
    }

    void aDatabaseServerIsDeclinedHonestly()
    {
        QVERIFY(holds(problemOf(QStringLiteral("postgresql://localhost/parallax")), "not built in yet"));
    }

    void readingDoesNotMakeAStore()
    {
        const auto store = SessionStore::open(m_file, SessionStore::Access::ReadOnly);
        QVERIFY(!store);
        QVERIFY(holds(store.error().message, "there is no store at"));
        QVERIFY(!QFileInfo::exists(m_file));
    }

    void aReaderSeesWhatAWriterSaves()
    {
        auto writer = SessionStore::open(m_file);
        const auto reader = SessionStore::open(m_file, SessionStore::Access::ReadOnly);
        QVERIFY(writer && reader);
        QVERIFY(writer.value().save(runNamed("a")));
        QCOMPARE(reader.value().count().value(), 1);
        QVERIFY(writer.value().save(runNamed("b")));
        QCOMPARE(reader.value().count().value(), 2);
    }

    void aReadOnlyStoreSaysSo()
    {
        if (geteuid() != 0)
            QSKIP("needs root to act as somebody else");
        QVERIFY(SessionStore::open(m_file));
        const QString folder = QFileInfo(m_file).path();
        QVERIFY(QFile::setPermissions(m_file, QFileDevice::ReadOwner | QFileDevice::ReadOther));
        QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOther | QFileDevice::ExeOther));
        QVERIFY(QFile::setPermissions(m_folder->path(), QFileDevice::ReadOther | QFileDevice::ExeOther));
        std::string problem;
        {
            const AsNobody nobody;
            problem = problemOf(m_file);
        }
        QVERIFY2(holds(problem, "read-only") || holds(problem, "permissions"), problem.c_str());
        QVERIFY(holds(problem, "store.sqlite"));
    }

    void aFullDiskSaysSoAndLosesNothingSaved()
    {
        if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
            || mount("tmpfs", qPrintable(m_folder->path()), "tmpfs", 0, "size=512k") != 0)
            QSKIP("needs the right to mount a small file system");
        const QByteArray mounted = m_folder->path().toLocal8Bit();
        const auto gone = qScopeGuard([&mounted] { umount2(mounted.constData(), MNT_DETACH); });
        auto store = SessionStore::open(m_file);
        QVERIFY(store);
        QVERIFY(store.value().save(runNamed("first")));
        QFile filler(m_folder->filePath(QStringLiteral("filler")));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'x')) == 4096)
            ;
        std::optional<Error> problem;
        for (int i = 0; i < 100 && !problem; ++i) { // the log may have room for a few
            const auto saved = store.value().save(runNamed(std::to_string(i).c_str()));
            if (!saved)
                problem = saved.error();
        }
        QVERIFY(problem);
        QVERIFY2(holds(problem->message, "is full"), problem->message.c_str());
        QVERIFY(filler.remove());
        QVERIFY(store.value().save(runNamed("last")));
        QVERIFY(store.value().find("first").value().has_value());
        QVERIFY(store.value().find("last").value().has_value());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
