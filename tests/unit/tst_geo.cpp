// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/geo_files.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <bit>
#include <cmath>
#include <random>

using namespace parallax;

namespace {

IpAddress address(const char *text)
{
    return IpAddress::parse(text).value();
}

struct Folder {
    QTemporaryDir folder{};

    std::string path() const { return folder.path().toStdString(); }
    std::string write(const char *name, const QByteArray &content) const
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write a test file");
        return file.fileName().toStdString();
    }
};

// Values in MaxMind's format (MaxMind DB File Format Specification 2.0).

QByteArray text(const char *value)
{
    const int length = static_cast<int>(qstrlen(value));
    const QByteArray more = length < 29 ? QByteArray() : QByteArray(1, static_cast<char>(length - 29));
    return QByteArray(1, static_cast<char>(0x40 | std::min(length, 29))) + more + value;
}

QByteArray map(int pairs)
{
    return {1, static_cast<char>(0xe0 | pairs)};
}

QByteArray number(int type, char value) // 5: 16 bits, 6: 32 bits
{
    return QByteArray(1, static_cast<char>(type << 5 | 1)) + value;
}

QByteArray real(double value) // type 3, eight bytes, big-endian
{
    const auto bits = qToBigEndian(std::bit_cast<quint64>(value));
    return QByteArray(1, static_cast<char>(3 << 5 | 8))
        + QByteArray(reinterpret_cast<const char *>(&bits), 8);
}

QByteArray real32(float value) // extended type 15, four bytes
{
    const auto bits = qToBigEndian(std::bit_cast<quint32>(value));
    return QByteArray("\x04\x08", 2) + QByteArray(reinterpret_cast<const char *>(&bits), 4);
}

QByteArray usualData()
{
    return map(3) + text("country") + map(1) + text("iso_code") + text("AU")
        + text("autonomous_system_number") + number(6, 77) + text("autonomous_system_organization")
        + text("Example");
}

/// The same format, as far as one network needs it: 1.0.0.0/8 and nothing else, with 24-bit records.
QByteArray smallDatabase(const QByteArray &data = usualData())
{
    constexpr int nodes = 8; // one a bit of 00000001
    QByteArray tree;
    for (int node = 0; node < nodes; ++node) {
        const bool last = node == nodes - 1;
        const char next = static_cast<char>(last ? nodes + 16 : node + 1);
        const char nothing = nodes;
        const QByteArray left{"\0\0", 2};
        tree += left + (last ? nothing : next) + left + (last ? next : nothing);
    }
    const QByteArray metadata = QByteArray("\xab\xcd\xefMaxMind.com") + map(9) + text("node_count")
        + number(6, nodes) + text("record_size") + number(5, 24) + text("ip_version") + number(5, 4)
        + text("binary_format_major_version") + number(5, 2) + text("database_type") + text("Test")
        + text("binary_format_minor_version") + number(5, 0) + text("build_epoch")
        + QByteArray("\x01\x02\x01", 3) + text("languages") + QByteArray("\0\x04", 2) + text("description")
        + map(0);
    return tree + QByteArray(16, '\0') + data + metadata;
}

} // namespace

class TestGeo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesAreFoundByBisectionAsByReadingThemAll()
    {
        std::mt19937 generator(7);
        const auto upTo = [&](std::uint32_t most) {
            return std::uniform_int_distribution<std::uint32_t>(0, most)(generator);
        };
        struct Range {
            std::uint32_t first;
            std::uint32_t last;
        };
        std::vector<Range> ranges;
        QByteArray content;
        std::uint32_t next = 0x01000000;
        for (std::uint32_t i = 0; i < 3000; ++i) {
            const std::uint32_t first = next + upTo(2) * 256; // some ranges touch, some do not
            const std::uint32_t last = first + upTo(5000);
            ranges.push_back({first, last});
            content += QByteArray::fromStdString(IpAddress::fromV4(first).toString() + ','
                                                 + IpAddress::fromV4(last).toString() + ','
                                                 + std::to_string(i + 1) + ",\"Name, with comma\"\n");
            next = last + 1;
        }
        const Folder folder;
        const auto file = AddressRanges::open(folder.write("a.csv", content));
        QVERIFY(bool(file));
        for (int trial = 0; trial < 5000; ++trial) {
            const std::uint32_t wanted = 0x00ffff00 + upTo(next - 0x00ffff00 + 512);
            std::uint32_t expected = 0;
            for (std::uint32_t i = 0; i < ranges.size(); ++i) {
                if (ranges[i].first <= wanted && wanted <= ranges[i].last)
                    expected = i + 1;
            }
            const AddressFacts facts = file.value().find(IpAddress::fromV4(wanted));
            QCOMPARE(facts.asn.value_or(0), expected);
            QCOMPARE(facts.asName, std::string(expected == 0 ? "" : "Name, with comma"));
        }
    }

    void theFirstAndTheLastLineAreFoundWithAndWithoutANewline()
    {
        const Folder folder;
        for (const char *end : {"", "\n"}) {
            const auto file = AddressRanges::open(folder.write(
                "a.csv", QByteArray("2001:db8::,2001:db8::ff,1,A\n2001:db8:1::,2001:db8:1::ff,2,B") + end));
            QVERIFY(bool(file));
            QCOMPARE(file.value().find(address("2001:db8::ff")).asn, std::optional<std::uint32_t>(1));
            QCOMPARE(file.value().find(address("2001:db8:1::")).asn, std::optional<std::uint32_t>(2));
            QVERIFY(!file.value().find(address("2001:db8:1::100")).asn);
            QVERIFY(!file.value().find(address("192.0.2.1")).asn);
        }
    }

    void whatIsNoTableOfRangesIsNamed()
    {
        const Folder folder;
        const auto empty = AddressRanges::open(folder.write("asn-ipv4.csv", ""));
        QVERIFY(!empty && empty.error().code == ErrorCode::Malformed);
        const auto other = AddressRanges::open(folder.write("asn-ipv4.csv", QByteArray(5000, 'x')));
        QVERIFY(!other && other.error().message.find("asn-ipv4.csv") != std::string::npos);
        const auto none = AddressRanges::open(folder.path() + "/none");
        QVERIFY(!none && none.error().code == ErrorCode::Io);
    }

    void aLineThatIsDamagedLaterHidesNothingBeforeIt()
    {
        const Folder folder;
        QByteArray content("10.0.0.0,10.0.0.255,1,A\n10.0.1.0,10.0.1.255,2,B\n");
        content += QByteArray(4000, '#');
        const auto file = AddressRanges::open(folder.write("a.csv", content));
        QVERIFY(bool(file));
        QCOMPARE(file.value().find(address("10.0.1.7")).asn, std::optional<std::uint32_t>(2));
    }

    void controlCharactersInNamesAreDropped()
    {
        const Folder folder;
        const auto file = AddressRanges::open(
            folder.write("a.csv", QByteArray("10.0.0.0,10.0.0.255,1,Evil\x1b[31m\x7f\r\n")));
        QVERIFY(bool(file));
        QCOMPARE(file.value().find(address("10.0.0.1")).asName, std::string("Evil[31m"));
    }

    void aDatabaseInMaxMindsFormatIsRead()
    {
        const Folder folder;
        folder.write("country.mmdb", smallDatabase());
        const GeoFiles files(folder.path());
        QVERIFY2(files.problems().empty(), files.problems().empty() ? "" : files.problems()[0].c_str());
        const AddressFacts expected{.country = "AU", .asn = 77, .asName = "Example"};
        QVERIFY(files.find(address("1.2.3.4")) == expected);
        QVERIFY(files.find(address("2.2.3.4")) == AddressFacts{});
        QVERIFY(files.find(address("2001:db8::1")) == AddressFacts{});
    }

    void placesAreReadUnderBothNames_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("ip-location-db") << map(4) + text("city") + text("Berlin") + text("country_code")
                + text("DE") + text("latitude") + real32(52.5F) + text("longitude") + real32(13.25F);
        QTest::newRow("GeoLite2") << map(3) + text("city") + map(1) + text("names") + map(1) + text("en")
                + text("Berlin") + text("country") + map(1) + text("iso_code") + text("DE") + text("location")
                + map(2) + text("latitude") + real(52.5) + text("longitude") + real(13.25);
    }
    void placesAreReadUnderBothNames()
    {
        QFETCH(QByteArray, data);
        const Folder folder;
        folder.write("city.mmdb", smallDatabase(data));
        const GeoFiles files(folder.path());
        const AddressFacts expected{.country = "DE", .city = "Berlin", .place = Place{52.5, 13.25}};
        QVERIFY(files.find(address("1.2.3.4")) == expected);
    }

    void aPlaceThatCannotBeIsNone_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::newRow("beyond the pole") << 91.0 << 10.0;
        QTest::newRow("round the world") << 10.0 << -180.5;
        QTest::newRow("no number") << std::nan("") << 10.0;
        QTest::newRow("nothing known, written as zero") << 0.0 << 0.0;
    }
    void aPlaceThatCannotBeIsNone()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        const Folder folder;
        folder.write(
            "city.mmdb",
            smallDatabase(map(2) + text("latitude") + real(latitude) + text("longitude") + real(longitude)));
        QVERIFY(GeoFiles(folder.path()).find(address("1.2.3.4")) == AddressFacts{});
    }

    void theFilesCompleteEachOtherAndTheFirstWins()
    {
        const Folder folder;
        folder.write("country.mmdb", smallDatabase());
        folder.write("asn-ipv4.csv", "1.0.0.0,1.255.255.255,5,Other\n2.0.0.0,2.0.0.255,6,Second\n");
        const GeoFiles files(folder.path());
        QCOMPARE(files.found().size(), std::size_t{2});
        QCOMPARE(files.find(address("1.2.3.4")).asName, std::string("Example"));
        QCOMPARE(files.find(address("2.0.0.7")).asName, std::string("Second"));
    }

    void damagedFilesAreProblemsAndMissingOnesAreNot()
    {
        const Folder folder;
        QVERIFY(GeoFiles(folder.path()).problems().empty());
        folder.write("asn.mmdb", smallDatabase().left(40));
        const GeoFiles files(folder.path());
        QCOMPARE(files.problems().size(), std::size_t{1});
        QVERIFY(files.problems()[0].find("asn.mmdb") != std::string::npos);
        QVERIFY(files.find(address("1.2.3.4")) == AddressFacts{});
    }
};

QTEST_APPLESS_MAIN(TestGeo)
#include "tst_geo.moc"
