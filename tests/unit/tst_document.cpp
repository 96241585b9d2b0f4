// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/csv_cell.h"
#include "core/document/document_values.h"
#include "core/document/json_text.h"
#include "core/document/printed.h"
#include "core/document/trace_document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace parallax;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

const std::string unknownCharacter = "\xEF\xBF\xBD"; // U+FFFD

/// A trace whose only hop has this name.
TraceRecord traceThrough(const std::string &name)
{
    const IpAddress router = IpAddress::fromV4(0x0a000001);
    const Probe probe{.id = ProbeId{7}, .method = Method::IcmpEcho, .ttl = 1};
    return {.target = "example.org",
            .observations = {{probe, Reply{.kind = ReplyKind::TimeExceeded, .from = router}}},
            .addresses = {{router, {.name = name}}}};
}

template<class Value>
std::string jsonOf(const Value &value)
{
    JsonText json;
    json.put(value);
    return json.text();
}

} // namespace

/// What scripts, spreadsheets and browsers get, without Qt.
class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textFromAnybodyIsHarmlessInACell_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("plain") << QByteArray("a=1") << QByteArray("a=1");
        QTest::newRow("formula") << QByteArray("=1+1") << QByteArray("'=1+1");
        QTest::newRow("quotes") << QByteArray(R"(a "b", c)") << QByteArray(R"("a ""b"", c")");
        QTest::newRow("lines") << QByteArray("two\r\nlines") << QByteArray("\"two\r\nlines\"");
        QTest::newRow("C0") << QByteArray("tab\tnul\0esc\x1b", 12) << QByteArray("tab nul esc ");
        QTest::newRow("DEL") << QByteArray("a\x7f") << QByteArray("a ");
        QTest::newRow("C1") << QByteArray("\xC2\x80z\xC2\x9F") << QByteArray(" z ");
        QTest::newRow("after C1") << QByteArray("\xC2\xA0") << QByteArray("\xC2\xA0"); // no control character
        QTest::newRow("letters") << QByteArray("K\xC3\xB6ln \xF0\x9F\x98\x80")
                                 << QByteArray("K\xC3\xB6ln \xF0\x9F\x98\x80");
        QTest::newRow("formula behind a control") << QByteArray("\t=1") << QByteArray(" =1");
    }

    void textFromAnybodyIsHarmlessInACell()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cell);
        QCOMPARE(QByteArray::fromStdString(parallax::cell(text.toStdString())), cell);
    }

    void whatIsNoTextBecomesAMark_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("C1 of eight bits") << QByteArray("\x9b");
        QTest::newRow("never a beginning") << QByteArray("\xff");
        QTest::newRow("cut off") << QByteArray("\xe2\x82");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
        QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80");
    }

    void whatIsNoTextBecomesAMark()
    {
        QFETCH(QByteArray, bytes);
        std::string expected;
        for (qsizetype i = 0; i < bytes.size(); ++i)
            expected += unknownCharacter;
        QCOMPARE(cell("a" + bytes.toStdString() + "z"), "a" + expected + "z");
        const std::string json = traceJson(traceThrough(bytes.toStdString()), false);
        QVERIFY(json.find(unknownCharacter) != std::string::npos);
        QVERIFY(QByteArray::fromStdString(json).isValidUtf8());
    }

    void numbersInCellsHaveUpToThreeDecimals()
    {
        QCOMPARE(cell(std::optional(10.0)), "10"s);
        QCOMPARE(cell(std::optional(-0.0001)), "0"s);
        QCOMPARE(cell(std::optional(100.5)), "100.5"s);
        QCOMPARE(cell(std::optional(std::numeric_limits<double>::infinity())), ""s);
        QCOMPARE(cell(std::optional<Duration>(42'900'499ns)), "42.9"s);
        QCOMPARE(cell(std::optional<Duration>()), ""s);
        QCOMPARE(cell(std::optional(true)), "true"s);
        QCOMPARE(whole(std::optional<std::uint32_t>(64500)), "64500"s);
        QCOMPARE(whole(std::optional<std::uint32_t>()), ""s);
        std::string csv;
        addRow(csv, {"a", "", "b"});
        QCOMPARE(csv, "a,,b\r\n"s);
    }

    void momentsAreCutOff_data()
    {
        QTest::addColumn<qint64>("nanoseconds");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QByteArray>("text");
        const qint64 moment = 1'769'860'800'123'456'789;
        QTest::newRow("to the microsecond") << moment << 6 << QByteArray("2026-01-31T12:00:00.123456Z");
        QTest::newRow("to the millisecond") << moment << 3 << QByteArray("2026-01-31T12:00:00.123Z");
        QTest::newRow("epoch") << qint64{0} << 3 << QByteArray("1970-01-01T00:00:00.000Z");
        QTest::newRow("before it") << qint64{-1} << 6 << QByteArray("1969-12-31T23:59:59.999999Z");
        QTest::newRow("whole second before it")
            << qint64{-1'000'000'000} << 3 << QByteArray("1969-12-31T23:59:59.000Z");
        QTest::newRow("leap day") << qint64{951'782'400'000'000'000} << 3
                                  << QByteArray("2000-02-29T00:00:00.000Z");
        QTest::newRow("first") << std::numeric_limits<qint64>::min() << 6
                               << QByteArray("1677-09-21T00:12:43.145224Z");
        QTest::newRow("last") << std::numeric_limits<qint64>::max() << 6
                              << QByteArray("2262-04-11T23:47:16.854775Z");
    }

    void momentsAreCutOff()
    {
        QFETCH(qint64, nanoseconds);
        QFETCH(int, decimals);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(isoText(Timestamp{Duration(nanoseconds)}, decimals)), text);
    }

    void numbersOfADocumentAreRounded()
    {
        QCOMPARE(jsonOf(42.9004), "42.9"s);
        QCOMPARE(jsonOf(10.0), "10"s); // as our other documents have it
        QCOMPARE(jsonOf(-0.0001), "0"s);
        QCOMPARE(jsonOf(1e300), "1e+300"s);
        QCOMPARE(jsonOf(std::numeric_limits<double>::quiet_NaN()), "null"s);
        QCOMPARE(jsonOf(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808"s);
        QCOMPARE(jsonOf(std::optional<Duration>()), "null"s);
        QCOMPARE(jsonOf(std::optional<std::uint16_t>(1400)), "1400"s);
        QCOMPARE(jsonOf(std::optional<std::uint16_t>()), "null"s);
        QCOMPARE(jsonOf(true), "true"s);
    }

    void durationsOfADocumentAreMillisecondsToTheMicrosecond_data()
    {
        QTest::addColumn<qint64>("nanoseconds");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("none") << qint64{0} << QByteArray("0");
        QTest::newRow("whole") << qint64{42'000'000} << QByteArray("42");
        QTest::newRow("whole hundreds") << qint64{100'000'000'000} << QByteArray("100000");
        QTest::newRow("tenths") << qint64{42'900'000} << QByteArray("42.9");
        QTest::newRow("hundredths") << qint64{42'050'000} << QByteArray("42.05");
        QTest::newRow("thousandths") << qint64{7'007'000} << QByteArray("7.007");
        QTest::newRow("below one") << qint64{59'000} << QByteArray("0.059");
        QTest::newRow("rounded down") << qint64{1'000'499} << QByteArray("1");
        QTest::newRow("rounded up") << qint64{999'999'500} << QByteArray("1000");
        QTest::newRow("negative") << qint64{-1'500'000} << QByteArray("-1.5");
        QTest::newRow("rounded away from nought") << qint64{-1'500} << QByteArray("-0.002");
        QTest::newRow("no minus nought") << qint64{-499} << QByteArray("0");
        QTest::newRow("shortest") << std::numeric_limits<qint64>::min() << QByteArray("-9223372036854.776");
        QTest::newRow("longest") << std::numeric_limits<qint64>::max() << QByteArray("9223372036854.776");
    }

    void durationsOfADocumentAreMillisecondsToTheMicrosecond()
    {
        QFETCH(qint64, nanoseconds);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(jsonOf(Duration(nanoseconds))), text);
    }

    void textsOfADocumentAreEscaped()
    {
        using namespace std::string_view_literals;
        QCOMPARE(jsonOf("a\"b\\\n\0c/"sv), "\"a\\\"b\\\\\\u000a\\u0000c/\""s);
        QCOMPARE(jsonOf("K\xC3\xB6ln\xff"sv), "\"K\xC3\xB6ln\xEF\xBF\xBD\""s);
    }

    void everyCharacterArrives()
    {
        QString all;
        for (char32_t code = 0; code < 0x11000; ++code) {
            if (!QChar::isSurrogate(code))
                all += QChar::fromUcs4(code);
        }
        const std::string json = "[" + jsonOf(std::string_view(all.toStdString())) + "]";
        QJsonParseError error;
        const auto read = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(read[0].toString(), all);
    }

    void whatFollowsIsSeparated()
    {
        JsonText json;
        json.beginArray();
        json.beginObject();
        json.endObject();
        json.beginArray();
        json.endArray();
        json.beginObject();
        json.add("a", std::string_view("{"));
        json.add("b", std::string_view("["));
        json.add("c", std::string_view(":"));
        json.add("d", 1);
        json.endObject();
        json.put(false);
        json.endArray();
        QCOMPARE(QByteArray::fromStdString(json.text()).replace('"', '\''),
                 QByteArray("[{},[],{'a':'{','b':'[','c':':','d':1},false]"));
    }

    void aLongDocumentIsWhole()
    {
        JsonText json;
        json.beginArray();
        QByteArray expected = "[";
        for (int i = 0; i < 5000; ++i) { // beyond what it has room for at first, many times
            json.put(i);
            expected += (i > 0 ? "," : "") + QByteArray::number(i);
        }
        json.put(std::string_view(std::string(50'000, 'x')));
        json.endArray();
        QCOMPARE(QByteArray::fromStdString(json.text()), expected + ",\"" + QByteArray(50'000, 'x') + "\"]");
    }

    void aTextIsPrintedWholeHoweverLong()
    {
        QCOMPARE(printed("%s", ""), ""s);
        for (const auto length :
             std::initializer_list<std::size_t>{126, 127, 128, 5000}) { // about what is printed at once
            const std::string name(length, 'x');
            QCOMPARE(printed("%s", name.c_str()), name);
            QCOMPARE(printed("%s %.1f", name.c_str(), 0.5), name + " 0.5");
        }
    }

    void aTraceIsADocumentThatBeginsWithWhatItIs()
    {
        const std::string json = traceJson(traceThrough("r1.example.org"), false);
        QVERIFY(json.starts_with(R"({"schema":"parallax.trace/1","target":"example.org","address":)"));
        QVERIFY(json.ends_with(R"("mtu":null,"sent":1,"unanswered":0,"not_sent":0,"rate_limited":0}]})"));
    }

    void beforeItsAddressIsKnownATraceHasNoStart()
    {
        const std::string json = traceJson({.target = "example.org", .address = {{}, 80}}, true);
        QCOMPARE(json,
                 R"({"schema":"parallax.ping/1","target":"example.org","address":null,"port":null,)"
                 R"("protocol":"icmp","started":null,"duration_ms":0,"end_reason":"running",)"
                 R"("path_mtu":null,"hops":[]})"s);
    }

    void whoFollowsATraceHearsOfSilenceToo()
    {
        QCOMPARE(observedJson({}, {{{.id = ProbeId{7}, .ttl = 3}, std::nullopt}}, 2),
                 R"({"probes":[{"probe":7,"ttl":3,"flow":0,"sent":"1970-01-01T00:00:00.000000Z",)"
                 R"("reply":null}],"not_sent":2})"s);
    }
};

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
