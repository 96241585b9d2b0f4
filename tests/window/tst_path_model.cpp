// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/own_addresses.h"
#include "core/text/words.h"
#include "tests/support/watched_path.h"
#include "ui/models/path_model.h"
#include "ui/pages/path_table.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace parallax;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

PathRow answeredBy(int ttl, const char *address, std::uint8_t answerTtl, std::uint8_t dscp)
{
    const Reply first{.quote = Quote{.dscp = dscp}, .ttl = answerTtl};
    return {.ttl = ttl, .address = IpAddress::parse(address).value(), .first = first};
}

} // namespace

class TestPathModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsComeAndGoWithoutAReset()
    {
        const Words words;
        PathModel model(words);
        const QAbstractItemModelTester tester(&model, fatal);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        const auto rows = pathRows(fixtures::farWatch(50).history);
        model.setRows(rows, {});
        QCOMPARE(changes.count(), 0);
        model.setRows(pathRows(fixtures::farWatch(51).history), {});
        QCOMPARE(changes.count(), 1);
        model.setRows({rows[0], rows[4]}, {});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 1, PathModel::Ttl), QStringLiteral("5"));
        model.setRows(pathRows(fixtures::farWatch(2000).history), {}); // with the branch of the detour
        QCOMPARE(model.rowCount(), 7);
        model.setRows({}, {});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(resets.count(), 0);
    }

    void hostileNamesAreShownAsTheyAre()
    {
        const Words words;
        PathModel model(words);
        const auto state = fixtures::farWatch(5);
        std::map<IpAddress, AddressFacts> facts;
        facts[IpAddress::parse("198.51.100.9").value()].name = "<img src=x>\n\x1b[31mevil";
        model.setRows(pathRows(state.history), facts);
        QCOMPARE(cell(model, 1, PathModel::Name), QStringLiteral("<img src=x> [31mevil"));
        QVERIFY(!model.index(1, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<img")));
    }

    void addressesAndNumbersAreSortedAsSuch_data()
    {
        QTest::addColumn<int>("column");
        QTest::newRow("address") << static_cast<int>(PathModel::Address);
        QTest::newRow("way back") << static_cast<int>(PathModel::Return);
        QTest::newRow("marks") << static_cast<int>(PathModel::Dscp);
    }
    void addressesAndNumbersAreSortedAsSuch()
    {
        QFETCH(int, column);
        const Words words;
        PathModel model(words);
        PathTable table(&model);
        model.setRows({answeredBy(1, "10.0.0.1", 54, 10), answeredBy(2, "9.0.0.1", 55, 8)}, {});
        table.sortByColumn(column, Qt::AscendingOrder);
        QCOMPARE(cell(*table.model(), 0, PathModel::Address), QStringLiteral("9.0.0.1"));
        QVERIFY(cell(*table.model(), 0, column) > cell(*table.model(), 1, column)); // as text
    }

    void ownAddressesCanBeHidden()
    {
        const Words words;
        PathModel model(words);
        const TraceState state = fixtures::farWatch(5);
        model.setRows(pathRows(state.history), fixtures::farFacts());
        QCOMPARE(cell(model, 0, PathModel::Address), QStringLiteral("192.168.1.1"));
        model.setRows(withOwnHidden(pathRows(state.history), state), fixtures::farFacts());
        QCOMPARE(cell(model, 0, PathModel::Address), QStringLiteral("(own)"));
        QCOMPARE(cell(model, 1, PathModel::Address), QStringLiteral("198.51.100.9"));
    }
};

QTEST_MAIN(TestPathModel)
#include "tst_path_model.moc"
