// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fingerprints.h"
#include "core/data/fingerprints_text.h"

#include <QTest>

using namespace parallax;

class TestFingerprints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsBuiltInCanBeRead()
    {
        const auto parsed = parseFingerprints(builtInFingerprintsText());
        QVERIFY2(parsed, parsed ? "" : parsed.error().message.c_str());
        QCOMPARE(parsed.value(), builtInFingerprints());
        QCOMPARE(parsed.value().stacks.size(), std::size_t{3});
        QCOMPARE(parsed.value().browsers.size(), std::size_t{7});
        QCOMPARE(parsed.value().tunnels.size(), std::size_t{3});
        QCOMPARE(parsed.value().accessLines.size(), std::size_t{4});
        QCOMPARE(parsed.value().hosting.size(), std::size_t{42});
    }

    void aRowSaysWhatItMeans()
    {
        const auto parsed = parseFingerprints(
            "# said first\n\nstack M,S,T 64 6-10 linux | lab\r\n"
            "browser apple Mac OS X | lab\n  tunnel 80 A VPN | lab\naccess 40 A line | RFC\n"
            "hosting 64500 Example, Inc. | RFC 5398");
        QVERIFY(parsed);
        const Fingerprints wanted{.stacks = {{"M,S,T", 64, {6, 10}, OperatingSystem::Linux}},
                                  .browsers = {{OperatingSystem::Apple, "Mac OS X"}},
                                  .tunnels = {{{80, 80}, "A VPN"}},
                                  .accessLines = {{{40, 40}, "A line"}},
                                  .hosting = {{64500, "Example, Inc."}}};
        QCOMPARE(parsed.value(), wanted);
    }

    void aDamagedLineIsNamed_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("no source") << QByteArray("hosting 64500 Example");
        QTest::newRow("an empty source") << QByteArray("hosting 64500 Example | ");
        QTest::newRow("unknown kind") << QByteArray("planet 3 Earth | here");
        QTest::newRow("unknown system") << QByteArray("browser plan9 Plan | here");
        QTest::newRow("a range upside down") << QByteArray("tunnel 103-91 OpenVPN | here");
        QTest::newRow("nothing missing") << QByteArray("tunnel 0 None | here");
        QTest::newRow("a TTL beyond a byte") << QByteArray("stack M 256 7 linux | here");
        QTest::newRow("no number") << QByteArray("hosting AS64500 Example | here");
        QTest::newRow("one word too many") << QByteArray("stack M 64 7 linux too | here");
    }
    void aDamagedLineIsNamed()
    {
        QFETCH(QByteArray, row);
        const auto parsed = parseFingerprints(("# a comment\n\n" + row + "\n").toStdString());
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().message.starts_with("line 3 "), parsed.error().message.c_str());
    }
};

QTEST_APPLESS_MAIN(TestFingerprints)
#include "tst_fingerprints.moc"
