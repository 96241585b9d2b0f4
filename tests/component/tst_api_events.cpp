// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_service.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QThread>

#include <atomic>
#include <vector>

using namespace parallax;
using namespace std::chrono_literals;

/// Traces that are read while they run, and readers that leave or do not read.
class TestApiEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTraceBegunByPostIsReadWhileItRuns()
    {
        Api4Test api;
        const QByteArray url = api.begun();
        QVERIFY(url.startsWith("/api/v1/traces/"));
        QJsonObject document = Api4Test::json(api.get(url));
        QVERIFY(document[QStringLiteral("address")].isNull());
        QCOMPARE(document[QStringLiteral("end_reason")].toString(), QStringLiteral("running"));
        api.hub.begin(0);
        api.hub.observe(0, 1);
        document = Api4Test::json(api.get(url));
        QCOMPARE(document[QStringLiteral("hops")].toArray().size(), 1);
        QCOMPARE(document[QStringLiteral("address")].toString(), QStringLiteral("192.0.2.9"));
        const auto ending = api.asked(url, "DELETE");
        QTRY_VERIFY(ending->peek(100).startsWith("HTTP/1.1 204 "));
        QTRY_COMPARE(api.hub.closed.size(), std::size_t(1));
        api.hub.close(0, PathEnd::Interrupted);
        document = Api4Test::json(api.get(url));
        QCOMPARE(document[QStringLiteral("end_reason")].toString(), QStringLiteral("interrupted"));
        QCOMPARE(Api4Test::json(api.get("/api/v1/traces"))[QStringLiteral("traces")].toArray().size(), 1);
    }

    void eventsComeAsTheyHappen()
    {
        Api4Test api;
        const QByteArray url = api.begun();
        api.hub.begin(0);
        api.hub.observe(0, 1);
        const auto late = api.asked(url + "/events");
        QTRY_VERIFY(late->peek(1 << 16).count("event: observed\n") == 1);
        api.hub.observe(0, 2);
        QTRY_VERIFY(late->peek(1 << 16).count("event: observed\n") == 2);
        api.hub.observe(0, 3);
        api.hub.close(0);
        const QByteArray all = wholeOf(*late);
        QVERIFY(all.contains("\r\nContent-Type: text/event-stream\r\n"));
        QVERIFY(all.indexOf("event: opened\n") < all.indexOf("event: observed\n"));
        QCOMPARE(all.count("event: observed\n"), 3);
        QVERIFY(all.contains("\"address\":\"10.0.0.2\""));
        QVERIFY(all.contains("event: closed\ndata: {"));
        const QByteArray afterwards = wholeOf(*api.asked(url + "/events"));
        QCOMPARE(afterwards.count("event: "), 3); // opened, all observed, closed
    }

    void aLateReaderHearsOfProbesThatWereNotSent()
    {
        Api4Test api;
        const QByteArray url = api.begun();
        api.hub.begin(0);
        api.service.server.apply({TraceObserved{
            .trace = api.hub.opened[0].first, .batch = {}, .notSent = {api.hub.observation(1).probe}}});
        const auto late = api.asked(url + "/events");
        QTRY_VERIFY(late->peek(1 << 16).contains("event: observed\n"));
        QVERIFY(late->readAll().contains("\"not_sent\":1}"));
    }

    void whatIsOverIsForgottenInItsTime()
    {
        Api4Test api(configured({.keptFor = 0s}));
        const QByteArray url = api.begun();
        api.hub.run(0);
        QVERIFY(hasStatus(api.get(url), 404));
        QVERIFY(Api4Test::json(api.get("/api/v1/traces"))[QStringLiteral("traces")].toArray().isEmpty());
    }

    void aFailureIsAnEvent()
    {
        Api4Test api;
        const auto stream = api.asked(api.begun() + "/events");
        QTRY_VERIFY(stream->peek(1 << 16).contains("event-stream"));
        api.hub.fail(0, {ErrorCode::UnknownHost, "no such host"});
        QVERIFY(wholeOf(*stream).contains("event: failed\ndata: {\"error\":\"no such host\"}\n\n"));
    }

    void aNameThatNobodyLooksUpIsGivenUp()
    {
        Api4Test api(configured({.runningPerAddress = 1, .lookup = 50ms}));
        const QByteArray url = api.begun();
        QTRY_COMPARE(api.hub.closed.size(), std::size_t(1));
        api.hub.fail(0, {ErrorCode::Unavailable, "interrupted"}); // as the measuring side does, once closed
        const QByteArray answer = api.get(url);
        QVERIFY(hasStatus(answer, 504));
        QVERIFY(Api4Test::error(answer).startsWith(QStringLiteral("a.example was not looked up in time")));
        QVERIFY(Api4Test::error(answer).endsWith(QStringLiteral("no name server has told its address")));
        const auto next = api.asked("/ping?dest=a.example"); // there is room again
        QVERIFY(hasStatus(wholeOf(*next), 504));
    }

    void aTraceWhoseTargetIsKnownGoesOn()
    {
        Api4Test api(configured({.lookup = 500ms}));
        const QByteArray known = api.begun();
        api.hub.begin(0);
        QVERIFY(!api.begun().isEmpty());
        QTRY_COMPARE(api.hub.closed.count(api.hub.opened[1].first), std::size_t(1)); // it was the later one
        QVERIFY(hasStatus(api.get(known), 200));
        QCOMPARE(api.hub.closed.size(), std::size_t(1));
    }

    void whoLeavesEndsTheTrace()
    {
        Api4Test api;
        const auto socket = api.asked("/traceroute?dest=a.example");
        QTRY_COMPARE(api.hub.opened.size(), std::size_t(1));
        api.hub.begin(0);
        socket->abort();
        QTRY_COMPARE(api.hub.closed.size(), std::size_t(1));
        api.hub.observe(0, 1);
        api.hub.close(0, PathEnd::Interrupted); // to nobody
        QVERIFY(hasStatus(api.get("/metrics"), 200));
    }

    void aHundredLeaveInTheMiddle()
    {
        Api4Test api(configured({.requestsPerMinute = 1000,
                                 .requestsPerMinuteAndAddress = 1000,
                                 .running = 200,
                                 .runningPerAddress = 200,
                                 .streams = 200}));
        const QByteArray url = api.begun();
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        for (int i = 0; i < 50; ++i) {
            clients.push_back(api.asked("/traceroute?dest=a.example"));
            clients.push_back(api.asked(url + "/events"));
        }
        QTRY_COMPARE(api.hub.opened.size(), std::size_t(51));
        for (std::size_t i = 0; i < 51; ++i)
            api.hub.begin(i);
        for (std::size_t i = 0; i < clients.size(); i += 3)
            clients[i]->abort();
        for (int ttl = 1; ttl <= 3; ++ttl) { // while the server does not know yet that some have left
            for (std::size_t i = 0; i < 51; ++i)
                api.hub.observe(i, ttl);
        }
        for (std::size_t i = 0; i < clients.size(); i += 3)
            clients[i].reset();
        QTRY_COMPARE(api.hub.closed.size(), std::size_t(17)); // every third of a hundred, half of them traces
        for (std::size_t i = 0; i < 51; ++i)
            api.hub.close(i);
        int answered = 0;
        for (const auto &client : clients) {
            if (client)
                answered += hasStatus(wholeOf(*client), 200) ? 1 : 0;
        }
        QCOMPARE(answered, 66);
        QVERIFY(hasStatus(api.get("/metrics"), 200));
    }

    void aReaderThatDoesNotReadIsCutOff()
    {
        Api4Test api;
        const QByteArray url = api.begun();
        api.hub.begin(0);
        const auto stream = api.service.connected();
        stream->setReadBufferSize(1024); // the kernel's buffers fill up, then the server's
        stream->write("GET " + url + "/events HTTP/1.1\r\n" + localHost + "\r\n");
        QTRY_VERIFY(stream->bytesAvailable() > 0);
        const std::vector<Observation> batch(500, api.hub.observation(1));
        for (int i = 0; i < 100; ++i) { // some 20 MB
            api.service.server.apply({TraceObserved{.trace = api.hub.opened[0].first, .batch = batch}});
            QCoreApplication::processEvents();
        }
        stream->setReadBufferSize(0);
        QVERIFY(!wholeOf(*stream).contains("event: closed")); // and yet the connection is over
        QVERIFY(api.hub.closed.empty()); // the trace goes on
    }

    void aStoppedServerForgetsWhoWaits()
    {
        Api4Test api;
        const QByteArray url = api.begun();
        const auto stream = api.asked(url + "/events");
        const auto trace = api.asked("/traceroute?dest=a.example");
        QTRY_COMPARE(api.hub.opened.size(), std::size_t(2));
        QTRY_VERIFY(stream->bytesAvailable() > 0);
        api.service.server.close();
        QCOMPARE(api.hub.closed.size(), std::size_t(2));
        api.hub.run(0);
        api.hub.run(1);
        QTRY_COMPARE(trace->state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(stream->state(), QAbstractSocket::UnconnectedState);
    }

    void aFloodGets429()
    {
        Api4Test api(configured({.requestsPerMinuteAndAddress = 5, .runningPerAddress = 2}));
        const auto first = api.asked("/ping?dest=a.example");
        const auto second = api.asked("/ping?dest=a.example");
        QTRY_COMPARE(api.hub.opened.size(), std::size_t(2));
        const QByteArray third = api.get("/ping?dest=a.example");
        QVERIFY(hasStatus(third, 429));
        QVERIFY(third.contains("\r\nRetry-After: 5\r\n"));
        api.hub.run(0);
        QVERIFY(hasStatus(wholeOf(*first), 200));
        const auto next = api.asked("/ping?dest=a.example"); // there is room again
        QTRY_COMPARE(api.hub.opened.size(), std::size_t(3));
        QVERIFY(hasStatus(api.get("/metrics"), 200));
        const QByteArray sixth = api.get("/metrics");
        QVERIFY(hasStatus(sixth, 429));
        QVERIFY(sixth.contains("\r\nRetry-After: "));
        QVERIFY(hasStatus(api.service.get("/favicon.svg"), 200)); // testers are not concerned
    }
};

QTEST_GUILESS_MAIN(TestApiEvents)
#include "tst_api_events.moc"
