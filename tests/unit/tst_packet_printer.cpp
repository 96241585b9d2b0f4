// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packet_printer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

PacketAnswer answerTo(std::size_t copy, std::optional<Duration> after)
{
    return {.kind = PacketAnswer::Kind::EchoReply,
            .from = IpAddress::parse("192.0.2.7").value(),
            .copy = copy,
            .after = after};
}

PacketOutcome exchange(int copies, std::vector<PacketAnswer> answers)
{
    PacketOutcome outcome{.answers = std::move(answers)};
    outcome.request.repeat.count = copies;
    outcome.sent.resize(static_cast<std::size_t>(copies));
    return outcome;
}

QJsonObject summaryIn(const PacketOutcome &outcome)
{
    return QJsonDocument::fromJson(packetJson(outcome).toUtf8()).object()[u"summary"].toObject();
}

} // namespace

/// What `packet --send` prints.
class TestPacketPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesAreSummedUp()
    {
        const QString lines = answerLines(exchange(3, {answerTo(0, 400us), answerTo(2, 1200us)}));
        QCOMPARE(lines,
                 QStringLiteral("192.0.2.7  0.400 ms  ICMP echo reply\n"
                                "192.0.2.7  1.200 ms  ICMP echo reply\n"
                                "\n"
                                "3 sent, 2 answered, 1 lost\n"
                                "min/avg/max = 0.400/0.800/1.200 ms\n"));
    }

    void silenceIsSummedUpWithoutTimes()
    {
        QCOMPARE(answerLines(exchange(2, {})),
                 QStringLiteral("Nothing came back within 2 s.\n\n2 sent, 0 answered, 2 lost\n"));
    }

    void aWaitThatWasStoppedIsNotSaidToBeOver()
    {
        PacketOutcome stopped = exchange(1, {});
        stopped.stopped = true;
        QCOMPARE(answerLines(stopped), QStringLiteral("Stopped; nothing had come back so far.\n"));
    }

    void onePacketNeedsNoSummary()
    {
        QCOMPARE(answerLines(exchange(1, {answerTo(0, 400us)})),
                 QStringLiteral("192.0.2.7  0.400 ms  ICMP echo reply\n"));
    }

    void whereManyHostsAnswerACopyIsAnsweredOnce()
    {
        const QJsonObject summary =
            summaryIn(exchange(2, {answerTo(0, 1ms), answerTo(0, 2ms), answerTo(0, 6ms)}));
        QCOMPARE(summary[u"sent"].toInt(), 2);
        QCOMPARE(summary[u"answered"].toInt(), 1);
        QCOMPARE(summary[u"lost"].toInt(), 1);
        const QJsonObject expected{
            {QStringLiteral("min"), 1}, {QStringLiteral("mean"), 3}, {QStringLiteral("max"), 6}};
        QCOMPARE(summary[u"after_ms"].toObject(), expected);
    }

    void whatIsNotKnownIsNull()
    {
        const QJsonObject unsent = QJsonDocument::fromJson(packetJson(PacketOutcome{}).toUtf8()).object();
        QVERIFY(unsent[u"summary"].isNull());
        const PacketOutcome timeless = exchange(1, {answerTo(0, std::nullopt)}); // the clock was set
        QVERIFY(summaryIn(timeless)[u"after_ms"].isNull());
        const auto answers =
            QJsonDocument::fromJson(packetJson(timeless).toUtf8()).object()[u"answers"].toArray();
        QCOMPARE(answers[0].toObject()[u"copy"].toInt(-1), 0);
    }
};

QTEST_GUILESS_MAIN(TestPacketPrinter)
#include "tst_packet_printer.moc"
