// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/api_request.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

using Kind = TraceRequest::Kind;

Result<TraceRequest> read(const QByteArray &query, Kind kind = Kind::Trace)
{
    const auto parameters = queryParameters(query);
    if (!parameters)
        return parameters.error();
    return traceRequest(kind, parameters.value());
}

} // namespace

class TestApiRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAreTheOriginals()
    {
        const auto ping = read("dest=192.0.2.1", Kind::Ping);
        QVERIFY(bool(ping));
        QCOMPARE(ping.value().count, 3);
        QCOMPARE(ping.value().maxTtl, 30);
        QVERIFY(ping.value().longestWait == 3s);
        QVERIFY(ping.value().method == Method::IcmpEcho);
        const auto trace = read("dest=192.0.2.1");
        QVERIFY(bool(trace));
        QCOMPARE(trace.value().probesPerHop, 3);
        QVERIFY(trace.value().method == Method::UdpDatagram);
        QCOMPARE(portOf(trace.value()), quint16(33434));
        QVERIFY(trace.value().tailWait == 1s);
        QVERIFY(!trace.value().names);
    }

    void everyParameterArrives()
    {
        const auto read1 = read("dest=%5B2001%3Adb8::1%5D&proto=tcp&port=443&count=2&max_ttl=20&timeout=0.5"
                                "&tos=184&family=6&first_ttl=3&flows=4&names=1");
        QVERIFY2(bool(read1), read1 ? "" : read1.error().message.c_str());
        const TraceRequest &request = read1.value();
        QCOMPARE(request.target, std::string("2001:db8::1"));
        QVERIFY(request.method == Method::TcpSyn);
        QCOMPARE(request.port, quint16(443));
        QCOMPARE(request.probesPerHop, 2);
        QCOMPARE(request.maxTtl, 20);
        QVERIFY(request.longestWait == 500ms);
        QVERIFY(request.tailWait == 500ms);
        QCOMPARE(request.tos, quint8(184));
        QVERIFY(request.family == AddressFamily::V6);
        QCOMPARE(request.firstTtl, 3);
        QCOMPARE(request.flows, 4);
        QVERIFY(request.names);
        QVERIFY(read("dest=a.example&interval=0.2", Kind::Ping).value().interval == 200ms);
    }

    void whatIsWrongIsNamedWithItsRange_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("sentence");
        const auto row = [](const char *name, const char *query, const char *sentence) {
            QTest::newRow(name) << QByteArray(query) << QByteArray(sentence);
        };
        row("no host", "", "dest must name a host");
        row("an empty host", "dest=", "dest must name a host");
        row("a host that is none", "dest=a%20b", "dest must be a host name or an address");
        row("an option", "dest=-f", "dest must be a host name or an address");
        row("a line of its own", "dest=a%0d%0ab", "dest must be a host name or an address");
        row("two hosts", "dest=a&target=b", "dest and target are the same: give one of them");
        row("multicast", "dest=224.0.0.1", "dest must be the address of one host, not 224.0.0.1");
        row("multicast, IPv6", "dest=ff02::1", "dest must be the address of one host, not ff02::1");
        row("multicast, mapped", "dest=::ffff:239.1.1.1",
            "dest must be the address of one host, not ::ffff:239.1.1.1");
        row("broadcast", "dest=255.255.255.255", "dest must be the address of one host, not 255.255.255.255");
        row("unspecified", "dest=0.0.0.0", "dest must be the address of one host, not 0.0.0.0");
        row("unspecified, IPv6", "dest=::", "dest must be the address of one host, not ::");
        row("a large count", "dest=a&count=11", "count must be a whole number from 1 to 10, not \"11\"");
        row("a count of words", "dest=a&count=ten", "count must be a whole number from 1 to 10, not \"ten\"");
        row("no count", "dest=a&count", "count must be a whole number from 1 to 10, not \"\"");
        row("a count that overflows", "dest=a&count=99999999999",
            "count must be a whole number from 1 to 10, not \"99999999999\"");
        row("TTL 0", "dest=a&max_ttl=0", "max_ttl must be a whole number from 1 to 64, not \"0\"");
        row("TTL 65", "dest=a&max_ttl=65", "max_ttl must be a whole number from 1 to 64, not \"65\"");
        row("port 0", "dest=a&port=0", "port must be a whole number from 1 to 65535, not \"0\"");
        row("port 65536", "dest=a&port=65536", "port must be a whole number from 1 to 65535, not \"65536\"");
        row("no time", "dest=a&timeout=0", "timeout must be seconds from 0.1 to 10, not \"0\"");
        row("much time", "dest=a&timeout=11", "timeout must be seconds from 0.1 to 10, not \"11\"");
        row("no number", "dest=a&timeout=nan", "timeout must be seconds from 0.1 to 10, not \"nan\"");
        row("endless", "dest=a&timeout=inf", "timeout must be seconds from 0.1 to 10, not \"inf\"");
        row("TOS", "dest=a&tos=256", "tos must be a whole number from 0 to 255, not \"256\"");
        row("another protocol", "dest=a&proto=sctp", "proto must be one of icmp, udp, tcp, not \"sctp\"");
        row("TTLs crossed", "dest=a&first_ttl=9&max_ttl=3", "first_ttl must not be larger than max_ttl");
        row("an unknown one", "dest=a&token=x", "there is no parameter called \"token\"");
        row("one of pings", "dest=a&interval=1", "there is no parameter called \"interval\"");
        row("one twice", "dest=a&count=1&count=2", "\"count\" is given twice");
        row("one without a name", "dest=a&=1", "a parameter needs a name");
    }

    void whatIsWrongIsNamedWithItsRange()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, sentence);
        const auto request = read(query);
        QVERIFY(!request);
        QVERIFY(request.error().code == ErrorCode::InvalidArgument);
        QCOMPARE(QByteArray::fromStdString(request.error().message), sentence);
    }

    void muchIsRefused()
    {
        QVERIFY(!queryParameters("dest=" + QByteArray(300, 'a')));
        QVERIFY(!queryParameters("dest=" + QByteArray(3000, 'a')));
        QVERIFY(!queryParameters(QByteArray("a=1&").repeated(40)));
        QVERIFY(!read("dest=" + QByteArray(254, 'a')));
        QVERIFY(bool(read("dest=" + QByteArray(253, 'a'))));
    }

    void aBodySaysTheSame()
    {
        const auto parameters = bodyParameters(
            R"({"target":"a.example","kind":"ping","count":5,"timeout":1.5,"names":true,"tos":46})");
        QVERIFY(bool(parameters));
        const auto request = traceRequest(std::nullopt, parameters.value());
        QVERIFY2(bool(request), request ? "" : request.error().message.c_str());
        QVERIFY(request.value().kind == Kind::Ping);
        QCOMPARE(request.value().count, 5);
        QVERIFY(request.value().longestWait == 1500ms);
        QVERIFY(request.value().names);
    }

    void aDamagedBodyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{target");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("a list inside") << QByteArray(R"({"target":["a"]})");
        QTest::newRow("null") << QByteArray(R"({"target":null})");
    }

    void aDamagedBodyIsRefused()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!bodyParameters(body));
    }

    void aFractionIsNoCount()
    {
        const auto parameters = bodyParameters(R"({"target":"a","count":2.5})");
        QVERIFY(bool(parameters));
        QVERIFY(!traceRequest(std::nullopt, parameters.value()));
    }
};

QTEST_APPLESS_MAIN(TestApiRequest)
#include "tst_api_request.moc"
