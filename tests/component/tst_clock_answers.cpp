// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timing/stamp_packet.h"
#include "tests/component/clock_service.h"

#include <QTimer>

using namespace parallax;
using namespace std::chrono_literals;

/// Answers that come late, twice, for another question or are none.
class TestClockAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void duplicatesAreCountedAndNotUsed()
    {
        OriginalServer server(
            [](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                socket.writeDatagram(question.makeReply(reply));
                socket.writeDatagram(question.makeReply(reply));
            });
        Service service;
        service.hub.open(first, asking(server.port(), 10));
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().samples.size(), std::size_t{10});
        QVERIFY(service.client().counts.duplicates >= 9);
    }

    /// Each fifth answer comes when the next question is already open.
    void lateAnswersAreCountedAndMisleadNobody()
    {
        QByteArray held;
        int number = 0;
        OriginalServer server(
            [&](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                if (++number % 5 == 0) {
                    held = reply;
                    return;
                }
                if (!held.isEmpty())
                    socket.writeDatagram(question.makeReply(held));
                held.clear();
                socket.writeDatagram(question.makeReply(reply));
            });
        Service service;
        service.hub.open(first, asking(server.port(), 20));
        QTRY_VERIFY_WITH_TIMEOUT(service.isOver(), 10'000);
        const ClockClientCounts counts = service.client().counts;
        QCOMPARE(counts.lost, std::uint64_t{4});
        QVERIFY(counts.late >= 3);
        QCOMPARE(counts.answered, std::uint64_t{16});
        QCOMPARE(counts.theirSteps, std::uint64_t{0});
        for (const ClockSample &sample : service.client().samples)
            QVERIFY(std::chrono::abs(sample.exchange.offset()) < 100ms);
    }

    void answersThatTakeLongerThanThePatienceMisleadNobody_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<int>("quick");
        QTest::newRow("each names its question") << QStringLiteral("raw") << 0;
        QTest::newRow("each names its question, after quick ones") << QStringLiteral("raw") << 5;
        QTest::newRow("none does") << QStringLiteral("ewma") << 0;
        QTest::newRow("none does, after quick ones") << QStringLiteral("ewma") << 5;
    }
    void answersThatTakeLongerThanThePatienceMisleadNobody()
    {
        QFETCH(QString, scheme);
        QFETCH(int, quick);
        int questions = 0;
        OriginalServer server(
            [&](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                QTimer::singleShot(++questions <= quick ? 0ms : 260ms, &socket, [&socket, question, reply] {
                    socket.writeDatagram(question.makeReply(reply));
                });
            });
        server.scheme = scheme;
        Service service;
        service.hub.open(first, asking(server.port(), 0));
        QTRY_VERIFY_WITH_TIMEOUT(service.board.find(first) && service.client().counts.late >= 3, 20'000);
        QCOMPARE(service.client().counts.theirSteps, std::uint64_t{0});
        QVERIFY(std::all_of(service.client().samples.begin(), service.client().samples.end(),
                            [](const ClockSample &sample) { return sample.bound.holds(Duration{}); }));
        service.hub.close(first);
    }

    void afterALostQuestionAnAnswerThatNamesNoneIsUsedWhenItCanBeOfOneOnly()
    {
        int questions = 0;
        OriginalServer server(
            [&questions](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                if (++questions > 1)
                    socket.writeDatagram(question.makeReply(reply));
            });
        server.scheme = QStringLiteral("kalman");
        Service service;
        service.hub.open(first, asking(server.port(), 0));
        QTRY_VERIFY_WITH_TIMEOUT(service.board.find(first) && service.client().counts.answered >= 3, 20'000);
        QVERIFY(service.client().counts.late >= 1);
        service.hub.close(first);
    }

    void aFilteredAnswerIsUsedAfterALossWhereTheOffsetIsKnown()
    {
        int questions = 0;
        OriginalServer server(
            [&questions](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                if (++questions != 5)
                    socket.writeDatagram(question.makeReply(reply));
            });
        server.scheme = QStringLiteral("pid");
        Service service;
        service.hub.open(first, asking(server.port(), 10));
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().counts.answered, std::uint64_t{9});
        QCOMPARE(service.client().counts.late, std::uint64_t{0});
    }

    void anAnswerToAQuestionOfAnotherRunIsNotUsed()
    {
        const std::string key = "secret";
        QUdpSocket reflector; // it has the key, and the sequence; but the stamp is that of a second ago
        QVERIFY(reflector.bind(QHostAddress::LocalHost));
        connect(&reflector, &QUdpSocket::readyRead, this, [&] {
            const QNetworkDatagram datagram = reflector.receiveDatagram();
            const QByteArray data = datagram.data();
            const auto parsed = parseStampQuestion({reinterpret_cast<const std::uint8_t *>(data.constData()),
                                                    static_cast<std::size_t>(data.size())},
                                                   key);
            StampAnswer answer{.question = std::get<StampQuestion>(parsed)};
            answer.question.sentBits -= std::uint64_t{1} << 32;
            answer.sequence = answer.question.sequence;
            answer.received = answer.answered = wallClock() - 1s;
            const auto bytes = stampAnswerBytes(answer, key);
            reflector.writeDatagram(datagram.makeReply(QByteArray(
                reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()))));
        });
        Service service;
        ClockRequest request = asking(reflector.localPort(), 3);
        request.kind = ClockExchangeKind::Stamp;
        request.key = key;
        service.hub.open(first, request);
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().counts.answered, std::uint64_t{0});
        QCOMPARE(service.client().counts.late, std::uint64_t{3});
    }

    void whatIsNoAnswerIsCounted()
    {
        OriginalServer server(
            [](QUdpSocket &socket, const QNetworkDatagram &question, const QByteArray &reply) {
                socket.writeDatagram(question.makeReply(QByteArray(R"({"ack_num":"x"})")));
                socket.writeDatagram(question.makeReply(reply));
            });
        Service service;
        service.hub.open(first, asking(server.port(), 5));
        QTRY_VERIFY(service.isOver());
        QCOMPARE(service.client().counts.malformed, std::uint64_t{5});
        QCOMPARE(service.client().counts.answered, std::uint64_t{5});
    }
};

QTEST_GUILESS_MAIN(TestClockAnswers)
#include "tst_clock_answers.moc"
