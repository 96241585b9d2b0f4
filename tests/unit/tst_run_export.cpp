// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_export.h"

#include "core/exporter/csv.h"
#include "core/store/session_store.h"
#include "tests/golden/fixtures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

SessionRecord runNamed(const char *id, Duration later)
{
    SessionRecord record = fixtures::proxied();
    record.id = id;
    record.started += later;
    return record;
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What File, Export writes.
class TestRunExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = m_folder->filePath(QStringLiteral("store.sqlite"));
        m_out = m_folder->filePath(QStringLiteral("out.csv"));
        auto store = SessionStore::open(m_store);
        QVERIFY(store);
        for (const SessionRecord &run : {m_second, m_first, m_third})
            QVERIFY(store.value().save(run));
    }

    void everyStoredRunIsWrittenTheOldestFirst()
    {
        QVERIFY(exportAllRuns({.store = m_store}, "csv", m_out));
        QCOMPARE(contentOf(m_out), testersCsv({m_first, m_second, m_third}));
        QVERIFY(exportAllRuns({.store = m_store}, "samples", m_out));
        QCOMPARE(contentOf(m_out), samplesCsv({m_first, m_second, m_third}));
    }

    void whatTheStoreHasNotGotIsWrittenTooAndNothingTwice()
    {
        const SessionRecord fourth = runNamed("d", 3min);
        QVERIFY(exportAllRuns({.store = m_store, .unsaved = {m_third, fourth}}, "csv", m_out));
        QCOMPARE(contentOf(m_out), testersCsv({m_first, m_second, m_third, fourth}));
    }

    void aDamagedRunIsNamedAndTheOthersAreWritten()
    {
        const auto database = openSqlite(m_store, false);
        QVERIFY(run(*database.value(), QStringLiteral("UPDATE session SET report = '{' WHERE id = 'b'")));
        const auto done = exportAllRuns({.store = m_store}, "csv", m_out);
        QVERIFY(!done);
        QVERIFY(done.error().message.ends_with("left out: b"));
        QCOMPARE(contentOf(m_out), testersCsv({m_first, m_third}));
    }

    void aStoreThatCannotBeReadIsNamedAndTheUnsavedAreWritten()
    {
        const auto done = exportAllRuns(
            {.store = m_folder->filePath(QStringLiteral("none")), .unsaved = {m_first}}, "csv", m_out);
        QVERIFY(!done);
        QVERIFY(done.error().message.find("there is no store at") != std::string::npos);
        QCOMPARE(contentOf(m_out), testersCsv({m_first}));
    }

    void theStoreIsNotReplaced()
    {
        const QString link = m_folder->filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(m_store, link));
        QVERIFY(!exportAllRuns({.store = m_store}, "csv", m_store));
        const auto done = exportAllRuns({.store = m_store}, "csv", link);
        QVERIFY(!done && done.error().message.ends_with("is the store itself: choose another file"));
        const auto store = SessionStore::open(m_store, SessionStore::Access::ReadOnly);
        QVERIFY(store);
        QCOMPARE(store.value().count().value(), 3);
    }

    void anUnknownFormatLeavesTheFileAlone()
    {
        QVERIFY(!exportAllRuns({.store = m_store}, "pdf", m_out));
        QVERIFY(!QFile::exists(m_out));
    }

private:
    const SessionRecord m_first = runNamed("a", 0min);
    const SessionRecord m_second = runNamed("b", 1min);
    const SessionRecord m_third = runNamed("c", 2min);
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
    QString m_out;
};

QTEST_GUILESS_MAIN(TestRunExport)
#include "tst_run_export.moc"
