// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"
#include "tests/support/fixtures.h"
#include "ui/models/tester_model.h"
#include "ui/pages/tester_table.h"
#include "ui/pages/testers_page.h"
#include "ui/widgets/evidence_item.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace parallax;

namespace {

std::vector<TesterRow> rowsOf(const std::vector<SessionRecord> &records)
{
    std::vector<TesterRow> rows;
    rows.reserve(records.size());
    for (const SessionRecord &record : records)
        rows.push_back(testerRow(SessionId{rows.size() + 1}, record));
    return rows;
}

QString textOf(const QWidget &page, const char *name)
{
    return page.findChild<QLabel *>(QLatin1String(name))->text();
}

int shownEvidence(const QWidget &page)
{
    const auto items = page.findChildren<EvidenceItem *>();
    return static_cast<int>(std::count_if(items.begin(), items.end(),
                                          [](const EvidenceItem *item) { return !item->isHidden(); }));
}

QString allTexts(const QWidget &widget)
{
    QStringList texts;
    const auto labels = widget.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts << label->text();
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class TestTestersPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageShowsTheRecord_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("word");
        QTest::newRow("direct") << 0 << QStringLiteral("DIRECT");
        QTest::newRow("proxy") << 1 << QStringLiteral("PROXY");
        QTest::newRow("tunnel") << 2 << QStringLiteral("TUNNEL");
        QTest::newRow("inconclusive") << 3 << QStringLiteral("INCONCLUSIVE");
        QTest::newRow("running") << 4 << QStringLiteral("DIRECT");
        QTest::newRow("incomplete") << 5 << QStringLiteral("INCONCLUSIVE");
    }
    void thePageShowsTheRecord()
    {
        QFETCH(int, which);
        QFETCH(QString, word);
        const Words words;
        TestersPage page(words);
        const SessionRecord record = fixtures::all()[static_cast<std::size_t>(which)];
        page.setRecord(record);
        QCOMPARE(textOf(page, "verdictWord"), word);
        QCOMPARE(textOf(page, "verdictSentence"), words.verdictSentence(record));
        QTRY_COMPARE(shownEvidence(page), static_cast<int>(record.verdict.evidence.size()));
    }

    void aRunWithoutVerdictIsMeasuring()
    {
        const Words words;
        TestersPage page(words);
        SessionRecord record = fixtures::running();
        record.verdict = {};
        page.setRecord(record);
        QVERIFY(textOf(page, "verdictWord").startsWith(QStringLiteral("Measuring")));
    }

    void noLabelInterpretsAStrangersText()
    {
        const Words words;
        TestersPage page(words);
        page.putRows(rowsOf({fixtures::hostile()}));
        page.setRecord(fixtures::hostile());
        QTRY_VERIFY(allTexts(page).contains(QStringLiteral("<script>alert(1)</script>")));
        QStringList rich;
        const auto labels = page.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->textFormat() != Qt::PlainText)
                rich << label->objectName() + QLatin1Char(':') + label->text();
        }
        QVERIFY2(rich.isEmpty(), qPrintable(rich.join(QLatin1Char('\n'))));
    }

    void theFirstTesterIsChosenByItself()
    {
        const Words words;
        TestersPage page(words);
        QSignalSpy chosen(&page, &TestersPage::chosen);
        page.putRows(rowsOf({fixtures::direct()}));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<SessionId>(), SessionId{1});
    }

    void theChoiceStaysWhenOthersCome()
    {
        const Words words;
        TestersPage page(words);
        page.putRows(rowsOf({fixtures::direct(), fixtures::proxy()}));
        page.findChild<TesterTable *>()->select(SessionId{1});
        QSignalSpy chosen(&page, &TestersPage::chosen);
        page.putRows(rowsOf(fixtures::all()));
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(page.selectedSessions(), std::vector<SessionId>{SessionId{1}});
    }

    void theFilterLeavesWhatMatches()
    {
        const Words words;
        TestersPage page(words);
        page.putRows(rowsOf(fixtures::all()));
        page.findChild<QLineEdit *>(QStringLiteral("filter"))->setText(QStringLiteral("proxy"));
        QCOMPARE(page.findChild<TesterTable *>()->model()->rowCount(), 1);
    }

    void theNewestIsOnTopAndTheGapSortsByValue()
    {
        const Words words;
        TestersPage page(words);
        page.putRows(
            rowsOf({fixtures::direct(), fixtures::proxy(), fixtures::tunnel(), fixtures::inconclusive()}));
        auto *table = page.findChild<TesterTable *>();
        QVERIFY(
            table->model()->index(0, TesterModel::Who).data().toString().startsWith(QStringLiteral("Cafe")));
        table->sortByColumn(TesterModel::Gap, Qt::DescendingOrder);
        QVERIFY(
            table->model()->index(0, TesterModel::Who).data().toString().startsWith(QStringLiteral("Ben")));
    }

    void copyGivesTheSelectedRowsAsCsv()
    {
        const Words words;
        TestersPage page(words);
        page.putRows(rowsOf({fixtures::direct(), fixtures::hostile()}));
        auto *table = page.findChild<TesterTable *>();
        table->select(SessionId{1});
        QTest::keySequence(table, QKeySequence::Copy);
        const QStringList lines = QGuiApplication::clipboard()->text().split(QStringLiteral("\r\n"));
        QCOMPARE(lines.size(), 3); // header, row, the end of the last line
        QVERIFY(lines[1].contains(QStringLiteral("Anna")));
    }

    void onlyARunningRunCanBeEnded_data()
    {
        QTest::addColumn<int>("session");
        QTest::addColumn<int>("requests");
        QTest::newRow("running") << 1 << 1;
        QTest::newRow("finished") << 2 << 0;
    }
    void onlyARunningRunCanBeEnded()
    {
        QFETCH(int, session);
        QFETCH(int, requests);
        const Words words;
        TestersPage page(words);
        page.putRows(rowsOf({fixtures::running(), fixtures::direct()}));
        auto *table = page.findChild<TesterTable *>();
        table->select(SessionId{static_cast<unsigned long long>(session)});
        QSignalSpy ended(&page, &TestersPage::endRequested);
        QTimer::singleShot(0, table, [] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            const auto actions = menu ? menu->actions() : QList<QAction *>{};
            for (QAction *action : actions) {
                if (action->text() == TesterTable::tr("E&nd this run"))
                    action->trigger(); // does nothing when disabled
            }
            if (menu)
                menu->close();
        });
        QContextMenuEvent wanted(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(table, &wanted);
        QCOMPARE(ended.count(), requests);
        if (requests > 0)
            QCOMPARE(ended[0][0].value<SessionId>(), SessionId{1});
    }

    void theEmptyPageOffersTheNextStep()
    {
        const Words words;
        TestersPage page(words);
        auto *button = page.findChild<QAbstractButton *>(QStringLiteral("emptyButton"));
        QSignalSpy starts(&page, &TestersPage::startRequested);
        QSignalSpy copies(&page, &TestersPage::copyLinkRequested);
        button->click();
        page.setLink(QStringLiteral("http://192.0.2.7:8081/t/TOKEN"));
        button->click();
        QCOMPARE(starts.count(), 1);
        QCOMPARE(copies.count(), 1);
    }
};

QTEST_MAIN(TestTestersPage)
#include "tst_testers_page.moc"
