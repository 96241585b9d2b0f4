// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_main.h"
#include "tests/network/tester.h"

#include <QDir>
#include <QJsonArray>

using namespace parallax;
using namespace parallax::lab;
using namespace std::chrono_literals;

namespace {

/// The values of these lines of /proc/PID/task/*/status, over all tasks.
QSet<QString> statusValues(qint64 pid, const QStringList &names)
{
    QSet<QString> values;
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(pid));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile status(tasks.filePath(task + QStringLiteral("/status")));
        if (!status.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &line : status.readAll().split('\n')) {
            const QString text = QString::fromLatin1(line);
            if (names.contains(text.section(QLatin1Char(':'), 0, 0)))
                values.insert(text.section(QLatin1Char('\t'), 1));
        }
    }
    return values;
}

QStringList words(const QString &command)
{
    return command.split(QLatin1Char(' '));
}

} // namespace

/// The machine that the server runs on, and what the server is on it.
class TestStreetServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto street = Street::build({.icmpInterval = 0ms, .serverOnBridge = true});
        LAB_VERIFY(street);
        m_street = std::move(street).value();
    }

    // Its capture brings each packet twice: from the bridge and from its port.
    void aServerOnABridgeMeasuresEachPacketOnce_data()
    {
        QTest::addColumn<int>("sack");
        QTest::newRow("with SACK") << 1;
        QTest::newRow("without SACK, where a copy looks like an answer") << 0;
    }

    void aServerOnABridgeMeasuresEachPacketOnce()
    {
        QFETCH(int, sack);
        LAB_VERIFY(
            m_street->run(Host::Tester, words(QStringLiteral("sysctl -qw net.ipv4.tcp_sack=%1").arg(sack))));
        const auto server = Server::start(*m_street);
        LAB_VERIFY(server);
        const auto tester = Tester::start(*m_street);
        LAB_VERIFY(tester);
        const auto seen = measure(*server.value(), *tester.value(), server.value()->link());
        LAB_VERIFY(seen);
        QCOMPARE(seen.value().kind(), QStringLiteral("direct"));
        QVERIFY(seen.value().number(QStringLiteral("tcp/handshake_rtt_ms")) > 42);
        QCOMPARE(seen.value().value(QStringLiteral("timestamps")), QJsonValue(QStringLiteral("kernel")));
        QCOMPARE(seen.value().value(QStringLiteral("path/endpoint/ttl")), QJsonValue(6));
        QCOMPARE(seen.value().value(QStringLiteral("path/hops")).toArray().size(), qsizetype{5});
    }

    void noThreadKeepsACapability()
    {
        const auto server = Server::start(*m_street);
        LAB_VERIFY(server);
        const auto tester = Tester::start(*m_street);
        LAB_VERIFY(tester);
        LAB_VERIFY(measure(*server.value(), *tester.value(), server.value()->link()));
        const auto sets =
            statusValues(server.value()->pid(), {QStringLiteral("CapPrm"), QStringLiteral("CapEff")});
        QCOMPARE(sets, QSet<QString>{QStringLiteral("0000000000000000")});
        QCOMPARE(statusValues(server.value()->pid(), {QStringLiteral("NoNewPrivs")}),
                 QSet<QString>{QStringLiteral("1")});
    }

private:
    std::unique_ptr<Street> m_street;
};

LAB_TEST_MAIN(TestStreetServer)
#include "tst_street_server.moc"
