// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/extension_header.h"

#include <QTest>

#include <vector>

using namespace parallax;

class TestExtensionHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLengthIsReadByItsKind_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("length");
        QTest::newRow("hop-by-hop options") << 0 << 24;
        QTest::newRow("routing") << 43 << 24;
        QTest::newRow("fragment: reserved, and no length") << 44 << 8;
        QTest::newRow("authentication: in words of four bytes") << 51 << 16;
        QTest::newRow("destination options") << 60 << 24;
    }
    void aLengthIsReadByItsKind()
    {
        QFETCH(int, kind);
        QFETCH(int, length);
        const std::vector<std::uint8_t> bytes{6, 2, 0, 0, 0, 0, 0, 0};
        const auto header = readExtension(static_cast<std::uint8_t>(kind), bytes);
        QVERIFY(header && isExtension(static_cast<std::uint8_t>(kind)));
        QCOMPARE(int{header->next}, 6);
        QCOMPARE(header->length, static_cast<std::size_t>(length));
    }

    void onlyALaterFragmentHasAnOffset()
    {
        const std::vector<std::uint8_t> first{6, 0, 0, 1, 0, 0, 0, 9}; // more follow
        const std::vector<std::uint8_t> later{6, 0, 5, 169, 0, 0, 0, 9};
        QCOMPARE(int{readExtension(ExtensionHeader::fragment, first)->fragmentOffset}, 0);
        QCOMPARE(int{readExtension(ExtensionHeader::fragment, later)->fragmentOffset}, 1448);
        QCOMPARE(int{readExtension(ExtensionHeader::routing, later)->fragmentOffset}, 0);
    }

    void fewerThanEightBytesTellNothing()
    {
        const std::vector<std::uint8_t> bytes{6, 0, 0, 0, 0, 0, 0};
        QVERIFY(!readExtension(ExtensionHeader::routing, bytes));
        QVERIFY(!readExtension(ExtensionHeader::fragment, {}));
    }

    void transportsAreNoExtensions()
    {
        for (const int protocol : {1, 6, 17, 50, 58, 59})
            QVERIFY(!isExtension(static_cast<std::uint8_t>(protocol)));
    }
};

QTEST_APPLESS_MAIN(TestExtensionHeader)
#include "tst_extension_header.moc"
