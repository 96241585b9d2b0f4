// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/path_start.h"

#include <QTest>

using namespace parallax;

namespace {

IpAddress parsed(const char *text)
{
    return IpAddress::parse(text).value();
}

} // namespace

/// What is refused before anything is sent.
class TestPathStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOneHostIsATarget()
    {
        QVERIFY(startFor({.target = "localhost"}, parsed("127.0.0.1")));
        for (const char *none : {"0.0.0.0", "::", "224.0.0.1", "255.255.255.255", "ff02::1"}) {
            const auto start = startFor({.target = none}, parsed(none));
            QVERIFY(!start);
            QCOMPARE(start.error().code, ErrorCode::InvalidArgument);
            QCOMPARE(QString::fromStdString(start.error().message),
                     QLatin1String(none) + QStringLiteral(": not the address of one host"));
        }
    }

    void theSourceIsOfTheTargetsVersion()
    {
        const auto start = startFor({.target = "::1", .source = "127.0.0.1"}, parsed("::1"));
        QVERIFY(!start);
        QVERIFY(start.error().message.find("another IP version") != std::string::npos);
    }

    /// Its index changes when it goes and comes back.
    void aNamedDeviceKeepsItsName()
    {
        const auto start = startFor({.target = "127.0.0.1", .interface = "lo"}, parsed("127.0.0.1"));
        QVERIFY(start);
        QCOMPARE(start.value().target.device, std::string("lo"));
        QVERIFY(start.value().target.interfaceIndex > 0);
    }
};

QTEST_APPLESS_MAIN(TestPathStart)
#include "tst_path_start.moc"
