// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_service.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr int mostFields = 100; // of a header that Qt's parser takes

QByteArray postWith(const QByteArray &headers)
{
    return "POST /api/v1/traces HTTP/1.1\r\n" + localHost + "Content-Type: application/json\r\n" + headers;
}

/// What a front took for a body, and what must not be taken for a request.
QByteArray hiddenRequest()
{
    const QByteArray body = R"({"target":"a.example"})";
    return postWith("Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

QByteArray withHiddenRequest(const QByteArray &damage)
{
    const QByteArray hidden = hiddenRequest();
    return postWith(damage + "Content-Length: " + QByteArray::number(hidden.size()) + "\r\n\r\n" + hidden);
}

} // namespace

/// Requests that are damaged, and those who ask for much at once.
class TestPageBadPeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoAsksOnWithoutReadingIsCutOff()
    {
        constexpr int requests = 1000; // some 10 MB of answers: more than the kernel takes
        PageConfig config;
        config.limits = {
            .patience = 60s, .lifetime = 60s, .bytesPerRequest = 1024 * 1024}; // none of these is it
        const Service service(config);
        const auto socket = service.connected();
        socket->setReadBufferSize(1024);
        socket->write(QByteArray("GET /page.js HTTP/1.1\r\nHost: a\r\n\r\n").repeated(requests));
        QTRY_VERIFY(socket->bytesAvailable() > 0);
        for (int i = 0; i < requests; ++i) // until all are dealt with
            QCoreApplication::processEvents();
        socket->setReadBufferSize(0);
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
        QVERIFY(socket->readAll().count("HTTP/1.1 200 OK") < requests);
    }

    void aConnectionThatIsOldGetsOneMoreAnswer()
    {
        PageConfig config;
        config.limits.lifetime = 50ms;
        config.limits.patience = 20s; // not it
        const Service service(config);
        const auto socket = service.connected();
        const QByteArray request = "HEAD /page.css HTTP/1.1\r\nHost: a\r\n\r\n";
        int asked = 1;
        QByteArray answers;
        connect(socket.get(), &QTcpSocket::readyRead, this, [&] {
            answers += socket->readAll();
            if (!answers.endsWith("\r\n\r\n") || answers.contains("Connection: close"))
                return;
            socket->write(request);
            ++asked;
        });
        socket->write(request);
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
        QVERIFY(asked > 1);
        QCOMPARE(answers.count("HTTP/1.1 200 OK"), asked);
        QVERIFY(answers.endsWith("Connection: close\r\n\r\n"));
    }

    void afterADamagedHeaderNothingIsRead_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("too many fields") << withHiddenRequest(QByteArray("X: y\r\n").repeated(mostFields));
        QTest::newRow("a line without colon") << withHiddenRequest("bad line\r\n");
        QTest::newRow("a name that is none") << withHiddenRequest("bad name: x\r\n");
        QTest::newRow("a request without a body")
            << "GET /metrics HTTP/1.1\r\n" + localHost + "bad line\r\n\r\n";
        for (const char *length : {"-5", "23, 23", "+23", "99999999999999999999", "0x17"})
            QTest::newRow(length) << postWith("Content-Length: " + QByteArray(length) + "\r\n\r\n"
                                              + hiddenRequest());
        QTest::newRow("two ways to say the length")
            << postWith("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hiddenRequest());
        QTest::newRow("no header at all") << QByteArray("GET /page.js HTTP/1.1\r\n\r\n");
        QTest::newRow("no host") << QByteArray("GET /page.js HTTP/1.0\r\nAccept: */*\r\n\r\n");
    }

    void afterADamagedHeaderNothingIsRead()
    {
        QFETCH(QByteArray, request);
        const Api4Test api;
        const auto socket = api.service.connected();
        socket->write(request);
        const QByteArray answers = wholeOf(*socket);
        QVERIFY(hasStatus(answers, 400));
        QCOMPARE(answers.count("HTTP/1.1 "), 1);
        QVERIFY(api.hub.opened.empty());
    }

    void asManyFieldsAsAreTakenAreRead()
    {
        const Api4Test api;
        const QByteArray fields = QByteArray("X: y\r\n").repeated(mostFields - 1); // and Host
        QVERIFY(
            hasStatus(api.service.exchange("GET /metrics HTTP/1.1\r\n" + localHost + fields + "\r\n"), 200));
    }

    void afterTheLastRequestNothingIsRead()
    {
        const Api4Test api;
        const auto socket = api.service.connected();
        socket->write("GET /metrics HTTP/1.1\r\n" + localHost + "Connection: close\r\n\r\n"
                      + hiddenRequest());
        QCOMPARE(wholeOf(*socket).count("HTTP/1.1 "), 1);
        QVERIFY(api.hub.opened.empty());
    }

    void aWebSocketBeginsNoTrace()
    {
        const Api4Test api;
        const auto socket = api.service.connected();
        socket->write("GET /ping?dest=a.example HTTP/1.1\r\n" + localHost
                      + "Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
        QVERIFY(hasStatus(wholeOf(*socket), 400));
        QVERIFY(api.hub.opened.empty());
    }

    void aProgramFromACrowdedAddressIsToldWhenToComeBack()
    {
        PageConfig config = configured();
        config.limits.socketsPerAddress = 2;
        config.limits.fronts = {};
        const Api4Test api(config);
        std::vector<std::unique_ptr<QTcpSocket>> others(3);
        for (auto &socket : others)
            socket = api.service.connected();
        QTRY_VERIFY(others.back()->state() == QAbstractSocket::ConnectedState);
        const QByteArray answer = api.get("/metrics");
        QVERIFY(hasStatus(answer, 429));
        QVERIFY(answer.contains("\r\nContent-Type: application/json\r\n"));
        QVERIFY(answer.contains("\r\nRetry-After: 5\r\n"));
        QVERIFY(!Api4Test::error(answer).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPageBadPeers)
#include "tst_page_bad_peers.moc"
