// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/clock_frame.h"
#include "core/timing/clock_reply.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp moment{1'800'000'000s + 123'456us};

/// struct.pack('!HHHIIH', 0xAA01, 0xFFFF, 2, 1800000000, 123456, 0xDEAD)
const QByteArray originals = QByteArray::fromHex("aa01ffff00026b49d2000001e240dead");

std::span<const std::uint8_t> bytesOf(const QByteArray &text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.constData()), static_cast<std::size_t>(text.size())};
}

QByteArray withCheck(QByteArray frame)
{
    const std::uint16_t crc = crcCcitt(bytesOf(frame).first(14));
    frame[14] = static_cast<char>(crc >> 8);
    frame[15] = static_cast<char>(crc & 0xFF);
    return frame;
}

QByteArray changed(int at, const char *hex)
{
    QByteArray frame = originals;
    const QByteArray bytes = QByteArray::fromHex(hex);
    frame.replace(at, bytes.size(), bytes);
    return frame;
}

} // namespace

/// The original's frame and its answer.
class TestClockFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ourFrameIsTheOriginalsByteForByte()
    {
        const auto bytes = clockFrameBytes({.scheme = ClockScheme::Ewma, .stamped = moment});
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(bytes.data()), 16).toHex(), originals.toHex());
    }

    void theOriginalsFrameIsRead()
    {
        const auto parsed = parseClockFrame(bytesOf(originals));
        QVERIFY(std::holds_alternative<ClockFrame>(parsed));
        QVERIFY(std::get<ClockFrame>(parsed) == (ClockFrame{ClockScheme::Ewma, moment}));
    }

    void validFramesAreTaken_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::newRow("the first SYNC") << changed(0, "aa00");
        QTest::newRow("the last SYNC") << changed(0, "aa6f");
        QTest::newRow("its true size") << changed(2, "0010");
        QTest::newRow("the median's code") << changed(4, "0005");
        QTest::newRow("a quality of the time") << changed(10, "0f");
        QTest::newRow("a checksum") << withCheck(originals);
    }
    void validFramesAreTaken()
    {
        QFETCH(QByteArray, frame);
        QVERIFY(std::holds_alternative<ClockFrame>(parseClockFrame(bytesOf(frame))));
    }

    void invalidFramesAreRefusedWithTheirReason_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<int>("reason");
        const auto row = [](const char *name, const QByteArray &frame, ClockRefusal reason) {
            QTest::newRow(name) << frame << static_cast<int>(reason);
        };
        row("empty", {}, ClockRefusal::Length);
        row("a byte short", originals.left(15), ClockRefusal::Length);
        row("a byte long", originals + 'x', ClockRefusal::Length);
        row("SYNC below", changed(0, "a9ff"), ClockRefusal::Sync);
        row("SYNC above", changed(0, "aa70"), ClockRefusal::Sync);
        row("code 0", changed(4, "0000"), ClockRefusal::IdCode);
        row("code 6", changed(4, "0006"), ClockRefusal::IdCode);
        row("code 257", changed(4, "0101"), ClockRefusal::IdCode);
        row("another size", changed(2, "0011"), ClockRefusal::FrameSize);
        row("a wrong checksum", changed(14, "beef"), ClockRefusal::Check);
    }
    void invalidFramesAreRefusedWithTheirReason()
    {
        QFETCH(QByteArray, frame);
        QFETCH(int, reason);
        const auto parsed = parseClockFrame(bytesOf(frame));
        QVERIFY(std::holds_alternative<ClockRefusal>(parsed));
        QCOMPARE(static_cast<int>(std::get<ClockRefusal>(parsed)), reason);
    }

    /// The check value of CRC-16/CCITT-FALSE.
    void theChecksumIsCrcCcitt() { QCOMPARE(crcCcitt(bytesOf("123456789")), std::uint16_t{0x29B1}); }

    void aReplyIsWrittenAsTheOriginals()
    {
        QCOMPARE(clockReplyText(
                     {.number = 7, .scheme = ClockScheme::Pid, .correction = -1500us, .serverTime = moment}),
                 std::string(R"({"ack_num":7,"scheme":"pid","correction_us":-1500,)"
                             R"("server_time_soc":1800000000,"server_time_fracsec":123456})"));
    }

    void aReplyIsReadAgain()
    {
        const ClockReply reply{
            .number = 7, .scheme = ClockScheme::Median, .correction = -1500us, .serverTime = moment};
        const std::string text = clockReplyText(reply);
        const auto read = parseClockReply(bytesOf(QByteArray::fromStdString(text)));
        QVERIFY(read);
        QVERIFY(read.value() == reply);
    }

    void aReplyInPythonsStyleIsRead()
    {
        const auto read =
            parseClockReply(bytesOf(R"({"ack_num": 1, "scheme": "KALMAN", "correction_us": 12.5,)"
                                    R"( "server_time_soc": 1800000000, "server_time_fracsec": 5})"));
        QVERIFY(read);
        QCOMPARE(read.value().correction, Duration(12500ns));
    }

    void otherTextIsNoReply_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("a member missing") << QByteArray(R"({"ack_num":1,"scheme":"raw","correction_us":1})");
        QTest::newRow("a text for a number")
            << QByteArray(R"({"ack_num":"1","scheme":"raw","correction_us":1,)"
                          R"("server_time_soc":1,"server_time_fracsec":1})");
        QTest::newRow("a number beyond all bounds")
            << QByteArray(R"({"ack_num":1,"scheme":"raw","correction_us":1e300,)"
                          R"("server_time_soc":1,"server_time_fracsec":1})");
        QTest::newRow("too long") << QByteArray(2000, ' ');
    }
    void otherTextIsNoReply()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseClockReply(bytesOf(text)));
    }
};

QTEST_APPLESS_MAIN(TestClockFrame)
#include "tst_clock_frame.moc"
