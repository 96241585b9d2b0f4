// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/clock_board.h"
#include "core/timing/line_buffer.h"
#include "core/timing/tcp_time.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr TcpTimeAnswer answer{.time = Timestamp{1'800'000'000s + 123'456us}, .connection = 3, .requests = 7};

std::vector<std::string> linesOf(LineBuffer &buffer)
{
    std::vector<std::string> lines;
    while (const auto line = buffer.next())
        lines.emplace_back(*line);
    return lines;
}

TcpClockServed endedConnections(std::uint64_t count)
{
    TcpClockServed served;
    for (std::uint64_t number = 2; number < count + 2; ++number)
        served.changed.push_back({.number = number, .end = TcpClockEnd::Left});
    return served;
}

} // namespace

/// The TCP time server's lines, and what is remembered of its connections.
class TestTcpTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsOneLineOfJsonAndIsUnderstood()
    {
        const std::string text = tcpTimeText(answer);
        QCOMPARE(text,
                 std::string(R"({"soc":1800000000,"fracsec":123456,"microseconds":1800000000123456,)"
                             R"("connection":3,"requests":7})"
                             "\n"));
        const auto understood = parseTcpTime(text);
        QVERIFY(understood);
        QVERIFY(understood.value() == answer);
    }

    void aLineThatIsNoAnswerIsAnError_data()
    {
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char *name, const char *soc, const char *fracsec, const char *all) {
            QTest::newRow(name) << QByteArray(R"({"soc":)") + soc + R"(,"fracsec":)" + fracsec
                    + R"(,"microseconds":)" + all + R"(,"connection":1,"requests":1})";
        };
        row("before the epoch", "-1", "0", "-1000000");
        row("year 9999", "253402300799", "0", "253402300799000000");
        row("more than a second of microseconds", "1", "1000000", "2000000");
        row("three that contradict each other", "1800000000", "0", "1800000000000001");
        row("half a second", "1.5", "0", "1500000");
        row("beyond a double", "1e400", "0", "0");
        row("text", "\"1\"", "0", "1000000");
        row("nothing", "null", "0", "0");
        QTest::newRow("no JSON") << QByteArray("time");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("without a number of the connection")
            << QByteArray(R"({"soc":1,"fracsec":0,"microseconds":1000000,"requests":1})");
        QTest::newRow("too long") << QByteArray(2000, ' ') + QByteArray::fromStdString(tcpTimeText(answer));
    }
    void aLineThatIsNoAnswerIsAnError()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!parseTcpTime(line.toStdString()));
    }

    void onlyTheWordTimeAsksForIt()
    {
        QVERIFY(asksForTime("time\n"));
        QVERIFY(asksForTime("time\r\n"));
        QVERIFY(!asksForTime("time \n"));
        QVERIFY(!asksForTime("times\n"));
        QVERIFY(!asksForTime("\n"));
    }

    void linesAreCutHoweverTheyArrive()
    {
        LineBuffer buffer;
        buffer.append("on");
        QVERIFY(linesOf(buffer).empty());
        buffer.append("e\ntwo\nth");
        QCOMPARE(linesOf(buffer), (std::vector<std::string>{"one\n", "two\n"}));
        buffer.append("ree\n");
        QCOMPARE(linesOf(buffer), std::vector<std::string>{"three\n"});
        QVERIFY(!buffer.isTooLong());
    }

    void theLongestLineIsCutAndOneByteMoreIsTooMuch()
    {
        const std::string longest = std::string(LineBuffer::longestLine - 1, 'x') + '\n';
        LineBuffer buffer;
        buffer.append(longest);
        QCOMPARE(linesOf(buffer), std::vector<std::string>{longest});
        QVERIFY(!buffer.isTooLong());
        buffer.append('x' + longest);
        QVERIFY(linesOf(buffer).empty());
        QVERIFY(buffer.isTooLong());
    }

    void whatIsOpenIsRememberedAndOfWhatEndedTheLast()
    {
        ClockBoard board;
        board.apply(TcpClockServing{{IpAddress::fromV4(0x7f000001), 5000}});
        board.apply(TcpClockServed{.changed = {{.number = 1, .times = 4}}, .totals = {.accepted = 1}});
        board.apply(endedConnections(TcpClockState::mostEnded + 10));
        const auto &known = board.tcpServer().connections();
        QCOMPARE(known.size(), TcpClockState::mostEnded + 1);
        QCOMPARE(known.begin()->second.times, std::uint64_t{4});
        QCOMPARE(std::next(known.begin())->first, std::uint64_t{12});
        board.apply(TcpClockServingStopped{});
        QVERIFY(!board.tcpServer().serving());
        QCOMPARE(board.tcpServer().connections().size(), TcpClockState::mostEnded + 1);
        board.apply(TcpClockServerFailed{{ErrorCode::Unavailable, "in use"}});
        QCOMPARE(board.tcpServer().failed()->message, std::string("in use"));
        QVERIFY(board.tcpServer().connections().empty());
    }
};

QTEST_APPLESS_MAIN(TestTcpTime)
#include "tst_tcp_time.moc"
