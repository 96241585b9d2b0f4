// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/socket_wire.h"

#include <QNetworkInterface>
#include <QTest>

using namespace parallax;

namespace {

std::string sourceOf(const IpAddress &target)
{
    const auto source = sourceFor(target);
    return source ? source.value().toString() : source.error().message;
}

} // namespace

/// Which of this machine's addresses a packet leaves from.
class TestSourceAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itselfIsAskedFromItself()
    {
        QCOMPARE(sourceOf(IpAddress::parse("127.0.0.1").value()), std::string("127.0.0.1"));
    }

    /// Its sockets are kept, and none may keep what the target before it had.
    void eachTargetHasItsOwn()
    {
        const auto loopback = IpAddress::parse("127.0.0.1").value();
        int others = 0;
        for (const QHostAddress &own : QNetworkInterface::allAddresses()) {
            if (own.protocol() != QAbstractSocket::IPv4Protocol || own.isLoopback())
                continue;
            ++others;
            const std::string address = own.toString().toStdString();
            QCOMPARE(sourceOf(loopback), std::string("127.0.0.1"));
            QCOMPARE(sourceOf(IpAddress::parse(address).value()), address);
            QCOMPARE(sourceOf(loopback), std::string("127.0.0.1"));
        }
        if (others == 0)
            QSKIP("needs an IPv4 address besides 127.0.0.1");
    }

    void broadcastIsNoHost()
    {
        const auto source = sourceFor(IpAddress::parse("255.255.255.255").value());
        QVERIFY(!source);
        QCOMPARE(source.error().code, ErrorCode::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestSourceAddress)
#include "tst_source_address.moc"
