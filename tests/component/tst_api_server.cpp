// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_hub.h"
#include "page_service.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <atomic>
#include <vector>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const std::string token = "a-token-of-22-letters_";
const QByteArray local = "Host: localhost:8081\r\n";

PageConfig configured(ApiLimits limits = {})
{
    PageConfig config;
    config.api = {.token = token, .grantCommand = "sudo setcap cap_net_raw+ep me", .limits = limits};
    return config;
}

/// The API on loopback, with somebody who plays the measuring side.
struct Api4Test {
    Service service;
    FakeHub hub{service.server};

    explicit Api4Test(PageConfig config = configured())
        : service(std::move(config))
    {
    }

    /// A request of this machine's user that is not answered yet.
    std::unique_ptr<QTcpSocket> asked(const QByteArray &path, const QByteArray &method = "GET") const
    {
        auto socket = service.connected();
        socket->write(method + ' ' + path + " HTTP/1.1\r\n" + local + "\r\n");
        return socket;
    }
    QByteArray get(const QByteArray &path, const QByteArray &method = "GET") const
    {
        return service.exchange(method + ' ' + path + " HTTP/1.1\r\n" + local + "\r\n");
    }
    QByteArray post(const QByteArray &body, const QByteArray &type = "application/json") const
    {
        return service.exchange("POST /api/v1/traces HTTP/1.1\r\n" + local + "Content-Type: " + type
                                + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
                                + body);
    }
    /// Begins a trace by POST; its path.
    QByteArray begun() const
    {
        return json(post(R"({"target":"a.example"})"))[QStringLiteral("url")].toString().toLatin1();
    }

    static QJsonObject json(const QByteArray &answer)
    {
        return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
    }
    static QString error(const QByteArray &answer)
    {
        return json(answer)[QStringLiteral("error")].toString();
    }
};

/// All that comes until the server closes.
QByteArray wholeOf(QTcpSocket &socket)
{
    const bool closed = QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; });
    return closed ? socket.readAll() : QByteArray();
}

} // namespace

class TestApiServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTraceIsAnsweredWhenItIsOver()
    {
        Api4Test api;
        const auto socket = api.asked("/api/v1/trace?dest=a.example&count=1");
        QTRY_COMPARE(api.hub.opened.size(), std::size_t(1));
        QCOMPARE(api.hub.opened[0].second.target, std::string("a.example"));
        api.hub.begin(0);
        api.hub.observe(0, 1);
        QCOMPARE(socket->bytesAvailable(), 0);
        api.hub.observe(0, 2);
        api.hub.observe(0, 3);
        api.hub.close(0);
        const QByteArray answer = wholeOf(*socket);
        QVERIFY(hasStatus(answer, 200));
        QVERIFY(answer.contains("\r\nContent-Type: application/json\r\n"));
        QVERIFY(!answer.contains("Access-Control"));
        const QJsonObject document = Api4Test::json(answer);
        QCOMPARE(document[QStringLiteral("schema")].toString(), QStringLiteral("parallax.trace/1"));
        QCOMPARE(document[QStringLiteral("end_reason")].toString(), QStringLiteral("reached"));
        QCOMPARE(document[QStringLiteral("hops")].toArray().size(), 3);
    }

    void theOriginalsShapesAreServed()
    {
        Api4Test api;
        const auto ping = api.asked("/ping?dest=a.example");
        QTRY_COMPARE(api.hub.opened.size(), std::size_t(1));
        QVERIFY(api.hub.opened[0].second.kind == TraceRequest::Kind::Ping);
        const auto trace = api.asked("/traceroute?dest=a.example");
        QTRY_COMPARE(api.hub.opened.size(), std::size_t(2));
        api.hub.run(1); // the later one is ready first
        const QJsonObject path = Api4Test::json(wholeOf(*trace));
        QCOMPARE(path[QStringLiteral("ping_data")].toArray().size(), 3);
        QCOMPARE(path[QStringLiteral("ping_data")], path[QStringLiteral("ping_time")]);
        QCOMPARE(ping->bytesAvailable(), 0);
        api.hub.run(0);
        QVERIFY(Api4Test::json(wholeOf(*ping)).contains(QStringLiteral("ping_time")));
    }

    void whatCannotBeMeasuredHasItsStatus_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("unknown host") << int(ErrorCode::UnknownHost) << 422 << QStringLiteral("why");
        QTest::newRow("no rights") << int(ErrorCode::NotPermitted) << 503
                                   << QStringLiteral("why. To mend it: sudo setcap cap_net_raw+ep me");
        QTest::newRow("no route") << int(ErrorCode::Unavailable) << 502 << QStringLiteral("why");
        QTest::newRow("refused later") << int(ErrorCode::InvalidArgument) << 400 << QStringLiteral("why");
    }

    void whatCannotBeMeasuredHasItsStatus()
    {
        QFETCH(int, code);
        QFETCH(int, status);
        QFETCH(QString, sentence);
        Api4Test api;
        const auto socket = api.asked("/ping?dest=a.example");
        QTRY_COMPARE(api.hub.opened.size(), std::size_t(1));
        api.hub.fail(0, {static_cast<ErrorCode>(code), "why"});
        const QByteArray answer = wholeOf(*socket);
        QVERIFY(hasStatus(answer, status));
        QCOMPARE(Api4Test::error(answer), sentence);
    }

    void whatIsWrongIsAnsweredAtOnce()
    {
        Api4Test api;
        const QByteArray answer = api.get("/ping?dest=a.example&count=1000");
        QVERIFY(hasStatus(answer, 400));
        QCOMPARE(Api4Test::error(answer),
                 QStringLiteral("count must be a whole number from 1 to 100, not \"1000\""));
        QVERIFY(hasStatus(api.get("/traceroute?dest=ff02::1"), 400));
        QVERIFY(hasStatus(api.get("/ping"), 400));
        QVERIFY(hasStatus(api.get("/api/v1/none"), 404));
        QVERIFY(api.hub.opened.empty());
    }

    void othersNeedTheToken()
    {
        Api4Test api;
        const QByteArray refused = api.service.get("/metrics"); // for another host's name
        QVERIFY(hasStatus(refused, 401));
        QVERIFY(refused.contains("\r\nWWW-Authenticate: Bearer"));
        const QByteArray bearer = "Authorization: Bearer ";
        QVERIFY(hasStatus(api.service.get("/metrics", bearer + "wrong\r\n"), 401));
        const QByteArray right = bearer + QByteArray::fromStdString(token) + "\r\n";
        QVERIFY(hasStatus(api.service.get("/metrics", right), 200));
        QVERIFY(hasStatus(api.service.get("/ping?dest=a&token=" + QByteArray::fromStdString(token)), 401));
        QVERIFY(hasStatus(api.service.exchange("GET /ping?dest=a HTTP/1.1\r\n" + local
                                               + "Origin: http://evil.example\r\n\r\n"),
                          401));
        QVERIFY(hasStatus(api.service.exchange("GET /ping?dest=a HTTP/1.1\r\n" + local
                                               + "X-Forwarded-For: 192.0.2.1\r\n\r\n"),
                          401));
        QVERIFY(api.hub.opened.empty());
    }

    /// As in the program: made in one thread, at work in another.
    void inAThreadOfItsOwnItWorksToo()
    {
        QThread web;
        auto *server = new PageServer;
        server->moveToThread(&web);
        connect(&web, &QThread::finished, server, &QObject::deleteLater);
        std::atomic_bool requested = false;
        std::atomic_bool closed = false;
        connect(server, &PageServer::traceRequested, server, [&] { requested = true; });
        connect(server, &PageServer::traceCloseRequested, server, [&] { closed = true; });
        web.start();
        quint16 port = 0;
        QMetaObject::invokeMethod(
            server,
            [&] {
                PageConfig config = configured();
                config.bind = QHostAddress(QHostAddress::LocalHost);
                config.port = 0;
                port = server->listen(config).value();
            },
            Qt::BlockingQueuedConnection);
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        socket.write("GET /ping?dest=a.example HTTP/1.1\r\n" + local + "\r\n");
        QTRY_VERIFY(requested);
        socket.abort();
        QTRY_VERIFY(closed);
        web.quit();
        web.wait();
    }

    void methodsAreChecked()
    {
        Api4Test api;
        QVERIFY(hasStatus(api.get("/ping?dest=a", "POST"), 405));
        QVERIFY(hasStatus(api.get("/metrics", "DELETE"), 405));
        QVERIFY(hasStatus(api.get("/api/v1/traces", "PUT"), 405));
        const QByteArray head = api.get("/metrics", "HEAD");
        QVERIFY(hasStatus(head, 200));
        QVERIFY(head.endsWith("\r\n\r\n"));
        QVERIFY(hasStatus(api.post("{}", "text/plain"), 415));
        QVERIFY(api.hub.opened.empty());
    }

    void theDescriptionNamesEveryPath()
    {
        Api4Test api;
        const QJsonObject paths =
            Api4Test::json(api.get("/api/v1/openapi.json"))[QStringLiteral("paths")].toObject();
        QCOMPARE(paths.keys(),
                 QStringList({QStringLiteral("/api/v1/openapi.json"), QStringLiteral("/api/v1/ping"),
                              QStringLiteral("/api/v1/trace"), QStringLiteral("/api/v1/traces"),
                              QStringLiteral("/api/v1/traces/{id}"),
                              QStringLiteral("/api/v1/traces/{id}/events"), QStringLiteral("/metrics"),
                              QStringLiteral("/ping"), QStringLiteral("/traceroute")}));
    }

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

    void aFailureIsAnEvent()
    {
        Api4Test api;
        const auto stream = api.asked(api.begun() + "/events");
        QTRY_VERIFY(stream->peek(1 << 16).contains("event-stream"));
        api.hub.fail(0, {ErrorCode::UnknownHost, "no such host"});
        QVERIFY(wholeOf(*stream).contains("event: failed\ndata: {\"error\":\"no such host\"}\n\n"));
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
        stream->write("GET " + url + "/events HTTP/1.1\r\n" + local + "\r\n");
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

    void whatWasAnsweredIsCounted()
    {
        Api4Test api;
        const auto socket = api.asked("/ping?dest=a.example");
        QTRY_COMPARE(api.hub.opened.size(), std::size_t(1));
        api.hub.run(0);
        wholeOf(*socket);
        api.get("/ping");
        const QByteArray metrics = api.get("/metrics");
        QVERIFY(metrics.contains("\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"));
        QVERIFY(metrics.contains("\nparallax_traces_finished_total{end_reason=\"reached\"} 1\n"));
        QVERIFY(metrics.contains("\nparallax_http_answers_total{class=\"2xx\"} 1\n"));
        QVERIFY(metrics.contains("\nparallax_http_answers_total{class=\"4xx\"} 1\n"));
    }
};

QTEST_GUILESS_MAIN(TestApiServer)
#include "tst_api_server.moc"
