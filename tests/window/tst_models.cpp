// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"
#include "tests/support/fixtures.h"
#include "ui/csv_cell.h"
#include "ui/models/clock_model.h"
#include "ui/models/invitation_model.h"
#include "ui/models/tester_model.h"
#include "ui/moment.h"
#include "ui/shown_text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

TesterRow row(quint64 session, const SessionRecord &record)
{
    return testerRow(SessionId{session}, record);
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTesterIsARow()
    {
        const Words words;
        TesterModel model(words);
        const QAbstractItemModelTester tester(&model, fatal);
        model.put({row(1, fixtures::proxy())});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cell(model, 0, TesterModel::Who), QStringLiteral("Ben · 203.0.113.20"));
        QCOMPARE(cell(model, 0, TesterModel::Verdict), QStringLiteral("Proxy"));
        QCOMPARE(cell(model, 0, TesterModel::Gap), QStringLiteral("41.1"));
        QCOMPARE(cell(model, 0, TesterModel::Progress), QStringLiteral("Finished"));
    }

    void changesComeAsOneDataChangedAndNoReset()
    {
        const Words words;
        TesterModel model(words);
        const QAbstractItemModelTester tester(&model, fatal);
        model.put({row(1, fixtures::running()), row(2, fixtures::running()), row(3, fixtures::running())});
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.put({row(1, fixtures::direct()), row(3, fixtures::proxy()), row(4, fixtures::running())});
        QCOMPARE(changes.count(), 1);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(cell(model, 2, TesterModel::Verdict), QStringLiteral("Proxy"));
    }

    void aRemovedRowLeavesTheOthersFindable()
    {
        const Words words;
        TesterModel model(words);
        const QAbstractItemModelTester tester(&model, fatal);
        model.put({row(1, fixtures::direct()), row(2, fixtures::proxy()), row(3, fixtures::running())});
        model.remove(SessionId{2});
        model.remove(SessionId{99});
        model.put({row(3, fixtures::tunnel())});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 1, TesterModel::Verdict), QStringLiteral("Tunnel"));
    }

    void anUnknownGapIsADashAndNeverZero()
    {
        const Words words;
        TesterModel model(words);
        model.put({row(1, fixtures::unprivileged())});
        QCOMPARE(cell(model, 0, TesterModel::Gap), QStringLiteral("–"));
        QVERIFY(!model.index(0, TesterModel::Gap).data(TesterModel::SortRole).isValid());
    }

    void aRunWithoutVerdictSaysNone()
    {
        const Words words;
        TesterModel model(words);
        SessionRecord record = fixtures::running();
        record.verdict = {};
        model.put({row(1, record)});
        QCOMPARE(cell(model, 0, TesterModel::Verdict), QStringLiteral("–"));
        QVERIFY(model.index(0, TesterModel::Verdict).data(Qt::DecorationRole).isNull());
    }

    void hostileNamesStayOnOneLineAndTheirToolTipIsNoMarkup()
    {
        const Words words;
        TesterModel model(words);
        model.put({row(1, fixtures::hostile())});
        QVERIFY(!cell(model, 0, TesterModel::Who).contains(QLatin1Char('\n')));
        const QString tip = model.index(0, TesterModel::Who).data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(QStringLiteral("<img")));
        QVERIFY(tip.contains(QStringLiteral("&lt;img")));
    }

    void whyAClockClientFailedIsNoMarkup()
    {
        const Words words;
        ClockModel model(words);
        const QAbstractItemModelTester tester(&model, fatal);
        model.setRows({ClockRow{.clock = ClockId{1}, .trouble = QStringLiteral("no <h1>named so</h1>")}});
        const QString tip = model.index(0, ClockModel::Server).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(QStringLiteral("&lt;h1&gt;named so")));
    }

    void shownTextTakesOutWhatCannotBeSeen_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("shown");
        QTest::newRow("line breaks") << QByteArray("a\r\nb") << QStringLiteral("a b");
        QTest::newRow("bell and escape") << QByteArray("a\x07\x1b[31mb") << QStringLiteral("a [31mb");
        const QByteArray rightToLeftOverride = QString(QChar(0x202e)).toUtf8();
        QTest::newRow("right-to-left override")
            << "evil" + rightToLeftOverride + "gpj.exe" << QStringLiteral("evil gpj.exe");
        QTest::newRow("plain") << QByteArray("Anna") << QStringLiteral("Anna");
    }
    void shownTextTakesOutWhatCannotBeSeen()
    {
        QFETCH(QByteArray, written);
        QFETCH(QString, shown);
        QCOMPARE(shownText(written.toStdString()), shown);
    }

    void shownTextHasAnEndAndCanBreak()
    {
        const QString shown = shownText(std::string(100'000, 'A'));
        QVERIFY(shown.size() < 330);
        QVERIFY(shown.contains(QChar(0x200B)));
    }

    void aCsvCellIsNoFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << QStringLiteral("Anna") << QStringLiteral("Anna");
        QTest::newRow("comma") << QStringLiteral("a,b") << QStringLiteral("\"a,b\"");
        QTest::newRow("quote") << QStringLiteral("a\"b") << QStringLiteral("\"a\"\"b\"");
        QTest::newRow("formula") << QStringLiteral("=1+1") << QStringLiteral("'=1+1");
        QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QStringLiteral("'@SUM(A1)");
        QTest::newRow("negative number") << QStringLiteral("-0.012") << QStringLiteral("-0.012");
        QTest::newRow("with the comma of German")
            << QStringLiteral("-1.234,5") << QStringLiteral("\"-1.234,5\"");
        QTest::newRow("formula behind a number") << QStringLiteral("-1+cmd") << QStringLiteral("'-1+cmd");
        QTest::newRow("formula behind a line") << QStringLiteral("-1\n=1") << QStringLiteral("\"'-1\n=1\"");
    }
    void aCsvCellIsNoFormula()
    {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        QCOMPARE(csvCell(text), cell);
    }

    void anInvitationShowsItsLinkAndItsState()
    {
        InvitationModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        const Timestamp now = wallClock();
        model.setNow(now);
        model.setAddress(QStringLiteral("http://192.0.2.7:8081/t/OPEN"));
        model.put({.token = "TOKEN", .name = "Anna", .expires = now + 1h, .maxUses = 3, .uses = 1});
        QCOMPARE(cell(model, 0, InvitationModel::Link), QStringLiteral("http://192.0.2.7:8081/t/TOKEN"));
        QCOMPARE(cell(model, 0, InvitationModel::Uses), QStringLiteral("1 of 3"));
        QCOMPARE(cell(model, 0, InvitationModel::State), QStringLiteral("Usable"));
        QCOMPARE(cell(model, 0, InvitationModel::Expires),
                 localTime(now + 1h).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
        model.setNow(now + 2h);
        QCOMPARE(cell(model, 0, InvitationModel::State), QStringLiteral("Expired"));
        model.put({.token = "TOKEN", .name = "Anna", .expires = now + 1h, .revoked = true});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cell(model, 0, InvitationModel::State), QStringLiteral("Revoked"));
    }
};

QTEST_MAIN(TestModels)
#include "tst_models.moc"
