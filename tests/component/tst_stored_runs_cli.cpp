// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/csv.h"
#include "core/exporter/report.h"
#include "core/store/session_store.h"

#include "tests/component/cli_program.h"
#include "tests/golden/fixtures.h"
#include "tests/support/damaged_file.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;

/// export, explain and replay, as scripts meet them.
class TestStoredRunsCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_store = m_folder.filePath(QStringLiteral("store.sqlite"));
        auto store = SessionStore::open(m_store);
        QVERIFY(store && store.value().save(fixtures::proxied()));
    }

    void exportPrintsTheStoredRuns()
    {
        const Outcome outcome = runCli({QStringLiteral("export"), QStringLiteral("--store"), m_store,
                                        QStringLiteral("--format"), QStringLiteral("csv")});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.out, testersCsv({fixtures::proxied()}));
        QCOMPARE(outcome.error, QByteArray());
    }

    void exportWritesOneRunToAFile()
    {
        const QString file = m_folder.filePath(QStringLiteral("out.jsonl"));
        const Outcome outcome =
            runCli({QStringLiteral("export"), QStringLiteral("--store"), m_store, QStringLiteral("--format"),
                    QStringLiteral("jsonl"), QStringLiteral("--session"),
                    QString::fromStdString(fixtures::proxied().id), QStringLiteral("--out"), file});
        QCOMPARE(outcome.code, 0);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), reportJson(fixtures::proxied()) + '\n');
    }

    void whatCannotBeExportedIsSaidWithItsCode_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        const QStringList from{QStringLiteral("export"), QStringLiteral("--store"), m_store};
        const QStringList csv{QStringLiteral("--format"), QStringLiteral("csv")};
        QTest::newRow("no format") << from << 3;
        QTest::newRow("unknown format")
            << from + QStringList{QStringLiteral("--format"), QStringLiteral("pdf")} << 3;
        QTest::newRow("unknown run") << from + csv
                + QStringList{QStringLiteral("--session"), QStringLiteral("x")}
                                     << 3;
        QTest::newRow("no store") << QStringList{QStringLiteral("export"), QStringLiteral("--store"),
                                                 m_folder.filePath(QStringLiteral("none"))}
                + csv << 4;
        QTest::newRow("no folder") << from + csv
                + QStringList{QStringLiteral("--out"), m_folder.filePath(QStringLiteral("none/x"))}
                                   << 4;
        QTest::newRow("into the store itself")
            << from + csv + QStringList{QStringLiteral("--out"), m_store} << 3;
        QTest::newRow("explain an unknown run")
            << QStringList{QStringLiteral("explain"), QStringLiteral("x"), QStringLiteral("--store"), m_store}
            << 3;
        QTest::newRow("replay no file")
            << QStringList{QStringLiteral("replay"), QStringLiteral("/nowhere")} << 3;
        const QString damaged = m_folder.filePath(QStringLiteral("damaged.json"));
        QFile scenario(damaged);
        QVERIFY(scenario.open(QIODevice::WriteOnly) && scenario.write("{\"hops\":3}") > 0);
        QTest::newRow("replay a damaged scenario") << QStringList{QStringLiteral("replay"), damaged} << 3;
        QTest::newRow("replay a store") << QStringList{QStringLiteral("replay"), m_store} << 3;
    }

    void whatCannotBeExportedIsSaidWithItsCode()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const Outcome outcome = runCli(arguments);
        QCOMPARE(outcome.code, code);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY(outcome.error.startsWith("parallax-cli: "));
        const auto store = SessionStore::open(m_store, SessionStore::Access::ReadOnly);
        QVERIFY(store && store.value().count().value() == 1);
    }

    void explainTellsTheVerdictAndItsReasons()
    {
        const Outcome outcome =
            runCli({QStringLiteral("explain"), QString::fromStdString(fixtures::proxied().id),
                    QStringLiteral("--store"), m_store, QStringLiteral("--language"), QStringLiteral("en")});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.out.startsWith("Proxy, 97 %\nSomething ends this connection 6 ms away;"));
        QVERIFY(outcome.out.contains("\n* The browser's answer comes 41.2 ms after"));
    }

    void explainComparesTheRunsOfOneTester()
    {
        const QString file = m_folder.filePath(QStringLiteral("two.sqlite"));
        SessionRecord second = fixtures::proxied(); // of the same invitation
        second.id = "11111111-1111-4111-8111-111111111111";
        {
            auto store = SessionStore::open(file);
            QVERIFY(store && store.value().save(fixtures::proxied()) && store.value().save(second));
        }
        const Outcome outcome =
            runCli({QStringLiteral("explain"), QString::fromStdString(second.id), QStringLiteral("--store"),
                    file, QStringLiteral("--language"), QStringLiteral("en")});
        QVERIFY(outcome.out.endsWith("\nRuns of this tester: 2, each time Proxy, from one address\n"));
    }

    void explainSaysThatOlderRunsCannotBeRead()
    {
        const QString file = m_folder.filePath(QStringLiteral("damaged.sqlite"));
        {
            auto store = SessionStore::open(file);
            QVERIFY(store);
            SessionRecord record = fixtures::proxied();
            for (int i = 10; i < 60; ++i) {
                record.id = std::to_string(i);
                QVERIFY(store.value().save(record));
            }
        }
        QVERIFY(damageMiddle(file));
        const Outcome outcome =
            runCli({QStringLiteral("explain"), QStringLiteral("59"), QStringLiteral("--store"), file,
                    QStringLiteral("--language"), QStringLiteral("en")});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.out.startsWith("Proxy, 97 %"));
        QVERIFY2(outcome.error.contains("damaged.sqlite is damaged"), outcome.error.constData());
    }

    void rejudgingComparesTheStoredVerdictWithTheRulesOfToday()
    {
        const Outcome outcome =
            runCli({QStringLiteral("explain"), QString::fromStdString(fixtures::proxied().id),
                    QStringLiteral("--store"), m_store, QStringLiteral("--language"), QStringLiteral("en"),
                    QStringLiteral("--rejudge")});
        QCOMPARE(outcome.code, 0);
        // Two pings: enough for the fixture that says "proxy", not for a rule that wants three.
        QVERIFY(outcome.out.startsWith("When it was measured: Proxy, 97 %. By the present rules:\n\n"
                                       "Inconclusive"));
    }

    void replayTellsWhatTheReportTold()
    {
        const QString file = m_folder.filePath(QStringLiteral("two.jsonl"));
        const QByteArray reports =
            reportJson(fixtures::proxied()) + '\n' + reportJson(fixtures::hostile()) + '\n';
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly) && written.write(reports) == reports.size());
        written.close();
        const Outcome json = runCli({QStringLiteral("replay"), file, QStringLiteral("--json")});
        QCOMPARE(json.code, 0);
        QCOMPARE(json.out, reports);
        const Outcome words = runCli({QStringLiteral("replay"), file});
        QCOMPARE(words.code, 0);
        QVERIFY(!words.out.contains('\x1b')); // a stranger's User-Agent must not steer the terminal
    }

    void replayNamesWhatIsDamagedInAReportOverManyLines()
    {
        QJsonObject report = QJsonDocument::fromJson(reportJson(fixtures::proxied())).object();
        QJsonObject tester = report[u"tester"].toObject();
        tester[u"port"] = -1;
        report[u"tester"] = tester;
        const QString name = m_folder.filePath(QStringLiteral("indented.json"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly)
                && file.write(QJsonDocument(report).toJson(QJsonDocument::Indented)) > 0);
        file.close();
        const Outcome outcome = runCli({QStringLiteral("replay"), name});
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.error.contains("tester.port"), outcome.error.constData());
    }

    void replayMeasuresAWrittenDownNetwork()
    {
        const Outcome outcome =
            runCli({QStringLiteral("replay"), QStringLiteral(SOURCE_DIR "/tests/scenario/proxy.json"),
                    QStringLiteral("--json")});
        QCOMPARE(outcome.code, 0);
        const auto record = parseReport(outcome.out);
        QVERIFY(record);
        QCOMPARE(record.value().verdict.kind, VerdictKind::Proxy);
        QVERIFY(!record.value().calculatencyLabel.empty());
    }

private:
    QTemporaryDir m_folder;
    QString m_store;
};

QTEST_GUILESS_MAIN(TestStoredRunsCli)
#include "tst_stored_runs_cli.moc"
