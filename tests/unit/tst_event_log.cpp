// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event_log.h"
#include "app/log_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr SessionId first{1};

SessionOpened opened()
{
    SessionRecord record;
    record.id = "5f0c2f9e-6b6e-4b5b-9d5e-3f2a1c0d9e8f";
    record.tester.peer = {IpAddress::fromV4(0xc0000204), 50112};
    return {.session = first, .record = record};
}

} // namespace

class TestEventLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theServiceAndItsTestersAreLogged()
    {
        const QByteArray log = logged(0);
        QVERIFY2(log.contains("parallax.service: listening: page on port 8081, WebSocket on port 8080"), log);
        QVERIFY2(
            log.contains("parallax.tester: opened 5f0c2f9e-6b6e-4b5b-9d5e-3f2a1c0d9e8f (192.0.2.4:50112)"),
            log);
        QVERIFY2(log.contains("parallax.tester: tester_left 5f0c2f9e"), log);
        QVERIFY2(log.contains("NOT stored"), log);
        QVERIFY2(log.contains("ignored: 7 foreign ICMP, 0 damaged packets, 2 pongs"), log);
        QVERIFY2(!log.contains("parallax.probe"), log);
    }

    void aFailedRunIsLoggedWithItsReason()
    {
        EventLog events;
        const LogFile file({.file = path()});
        events.apply({opened(), SessionFailed{first, "no answer"}});
        QVERIFY2(
            content().contains("failed 5f0c2f9e-6b6e-4b5b-9d5e-3f2a1c0d9e8f (192.0.2.4:50112) no answer"),
            content());
    }

    void everyProbeIsLoggedOnDemand()
    {
        const QByteArray log = logged(2);
        QVERIFY2(log.contains("(192.0.2.4:50112) hop TTL 3 lost"), log);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("parallax.log")); }

    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QByteArray logged(int verbosity) const
    {
        SessionRecord record;
        record.ignored = {.foreignIcmp = 7, .pongs = 2};
        const auto run = std::make_shared<const SessionRecord>(record);
        EventLog events;
        const LogFile file({.file = path(), .verbosity = verbosity});
        events.apply({Listening{.httpPort = 8081, .webSocketPort = 8080}, opened(),
                      Observed{first, {{.probe = {.method = Method::ZeroTrace, .ttl = 3}}}},
                      SessionClosed{.session = first, .end = SessionEnd::TesterLeft, .run = run}});
        return content();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_event_log.moc"
