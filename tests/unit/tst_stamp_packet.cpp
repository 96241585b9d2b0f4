// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/key_hash.h"
#include "core/timing/stamp_packet.h"

#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp moment{1'800'000'000s + 250ms};
const std::string key = "a key that both ends know";

QByteArray hex(std::span<const std::uint8_t> bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()))
        .toHex();
}

StampAnswer someAnswer()
{
    const auto bytes = stampQuestionBytes({.sequence = 5, .sent = moment}, "");
    return {.question = std::get<StampQuestion>(parseStampQuestion(bytes, "")),
            .sequence = 5,
            .received = moment + 10ms,
            .answered = moment + 11ms,
            .ttl = 61};
}

void keyed()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("unauthenticated") << QByteArray();
    QTest::newRow("authenticated") << QByteArray::fromStdString(key);
}

} // namespace

/// STAMP's packets (RFC 8762).
class TestStampPacket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Sequence, NTP time (1800000000 + 2208988800 = 0xEEF45080, a quarter of a second), error estimate.
    void aQuestionIsWrittenAsTheRfcDrawsIt()
    {
        const auto bytes = stampQuestionBytes({.sequence = 5, .sent = moment}, "");
        QCOMPARE(bytes.size(), stampSize);
        QCOMPARE(hex(bytes), QByteArray("00000005eef45080400000002001") + QByteArray(60, '0'));
    }

    void aQuestionIsReadAgain_data() { keyed(); }
    void aQuestionIsReadAgain()
    {
        QFETCH(QByteArray, secret);
        const auto bytes = stampQuestionBytes({.sequence = 5, .sent = moment}, secret.toStdString());
        const auto parsed = parseStampQuestion(bytes, secret.toStdString());
        QVERIFY(std::holds_alternative<StampQuestion>(parsed));
        QCOMPARE(std::get<StampQuestion>(parsed).sequence, 5U);
        QVERIFY(std::get<StampQuestion>(parsed).sent == moment);
    }

    void anAnswerIsReadAgain_data() { keyed(); }
    void anAnswerIsReadAgain()
    {
        QFETCH(QByteArray, secret);
        const StampAnswer answer = someAnswer();
        const auto bytes = stampAnswerBytes(answer, secret.toStdString());
        QCOMPARE(bytes.size(), secret.isEmpty() ? stampSize : authenticatedStampSize);
        const auto parsed = parseStampAnswer(bytes, secret.toStdString());
        QVERIFY(std::holds_alternative<StampAnswer>(parsed));
        QVERIFY(std::get<StampAnswer>(parsed) == answer);
    }

    void everyChangedBitOfASealedAnswerIsFound()
    {
        const auto bytes = stampAnswerBytes(someAnswer(), key);
        int taken = 0;
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            auto changed = bytes;
            changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ 1U << bit % 8);
            taken += std::holds_alternative<StampAnswer>(parseStampAnswer(changed, key)) ? 1 : 0;
        }
        QCOMPARE(taken, 0);
    }

    void anotherKeyIsRefused()
    {
        const auto parsed =
            parseStampQuestion(stampQuestionBytes({.sequence = 1, .sent = moment}, key), "other");
        QCOMPARE(std::get<ClockRefusal>(parsed), ClockRefusal::Authentication);
    }

    void whatIsTooShortIsRefused()
    {
        const std::vector<std::uint8_t> bytes(stampSize - 1);
        QCOMPARE(std::get<ClockRefusal>(parseStampQuestion(bytes, "")), ClockRefusal::Length);
        const std::vector<std::uint8_t> open(stampSize);
        QCOMPARE(std::get<ClockRefusal>(parseStampQuestion(open, key)), ClockRefusal::Length);
    }

    void theSessionAndPaddingOfRfc8972AreBorne()
    {
        auto bytes = stampQuestionBytes({.sequence = 5, .sent = moment, .session = 0x1234}, "");
        bytes.resize(200);
        const auto parsed = parseStampQuestion(bytes, "");
        QVERIFY(std::holds_alternative<StampQuestion>(parsed));
        QCOMPARE(std::get<StampQuestion>(parsed).session, std::uint16_t{0x1234});
    }

    void ptpTimesAreRead()
    {
        auto bytes = stampQuestionBytes({.sequence = 5, .sent = moment}, "");
        // Z is set: seconds since 1970 and nanoseconds (RFC 8186).
        const QByteArray time = QByteArray::fromHex("6b49d2000ee6b2804001");
        std::copy(time.begin(), time.end(), bytes.begin() + 4);
        QVERIFY(std::get<StampQuestion>(parseStampQuestion(bytes, "")).sent == moment);
    }

    /// NTP's seconds begin anew on 2036-02-07.
    void timesOfTheNextEraAreRead()
    {
        constexpr Timestamp later{2'100'000'000s};
        const auto bytes = stampQuestionBytes({.sequence = 1, .sent = later}, "");
        QVERIFY(std::get<StampQuestion>(parseStampQuestion(bytes, "")).sent == later);
    }

    /// RFC 4231, test case 2, cut to 128 bits.
    void theHashIsHmacSha256()
    {
        const std::string text = "what do ya want for nothing?";
        const KeyHash hash =
            keyHash("Jefe", {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
        QCOMPARE(hex(hash), QByteArray("5bdcc146bf60754e6a042426089575c7"));
    }
};

QTEST_APPLESS_MAIN(TestStampPacket)
#include "tst_stamp_packet.moc"
