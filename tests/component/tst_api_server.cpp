// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_service.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QThread>

#include <atomic>
#include <vector>

#include <netdb.h>

using namespace parallax;
using namespace std::chrono_literals;

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

    /// It may pass strangers on as this machine's user, without a header that says so.
    void behindAFrontEverybodyNeedsTheToken()
    {
        PageConfig config = configured();
        config.api.behindFront = true;
        Api4Test api(config);
        QVERIFY(hasStatus(api.get("/metrics"), 401));
        const QByteArray authorized = "Authorization: Bearer " + QByteArray::fromStdString(apiToken) + "\r\n";
        QVERIFY(hasStatus(api.service.exchange("GET /metrics HTTP/1.1\r\n" + localHost + authorized + "\r\n"),
                          200));
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

    void aDeadNameServerMakesNoHostUnknown()
    {
        Api4Test api;
        const auto socket = api.asked("/ping?dest=a.example");
        QTRY_COMPARE(api.hub.opened.size(), std::size_t(1));
        api.hub.fail(0, {ErrorCode::NoNameServer, "a.example: Temporary failure in name resolution"});
        const QByteArray answer = wholeOf(*socket);
        QVERIFY(hasStatus(answer, 504));
        QVERIFY(Api4Test::error(answer).endsWith(QStringLiteral("no name server has told its address")));
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
        const QByteArray right = bearer + QByteArray::fromStdString(apiToken) + "\r\n";
        QVERIFY(hasStatus(api.service.get("/metrics", right), 200));
        QVERIFY(hasStatus(api.service.get("/ping?dest=a&token=" + QByteArray::fromStdString(apiToken)), 401));
        QVERIFY(hasStatus(api.service.exchange("GET /ping?dest=a HTTP/1.1\r\n" + localHost
                                               + "Origin: http://evil.example\r\n\r\n"),
                          401));
        QVERIFY(hasStatus(api.service.exchange("GET /ping?dest=a HTTP/1.1\r\n" + localHost
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
        socket.write("GET /ping?dest=a.example HTTP/1.1\r\n" + localHost + "\r\n");
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
