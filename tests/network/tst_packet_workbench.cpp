// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_main.h"
#include "tests/network/long_path.h"
#include "tests/network/trace_run.h"

#include <QStandardPaths>
#include <QTemporaryDir>

using namespace parallax;
using namespace parallax::lab;
using namespace std::chrono_literals;

namespace {

constexpr int openPort = 8081;
constexpr int router = 3;

QJsonArray list(const TraceRun &run, const char *name)
{
    return run.document.value(QLatin1String(name)).toArray();
}

QJsonObject firstAnswer(const TraceRun &run)
{
    return list(run, "answers").at(0).toObject();
}

QString kindOf(const TraceRun &run)
{
    return firstAnswer(run).value(QStringLiteral("kind")).toString();
}

QString far(bool v6 = false)
{
    return LongPath::address(LongPath::hops, v6);
}

} // namespace

/// parallax-cli packet over twelve hops: what is sent arrives, and what comes back is told.
class TestPacketWorkbench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto built = LongPath::build();
        LAB_VERIFY(built);
        m_path = std::move(built).value();
        m_listener = std::make_unique<Process>(
            m_path->inside(LongPath::hops,
                           {cliProgram(), QStringLiteral("serve"), QStringLiteral("--json"),
                            QStringLiteral("--http-port"), QString::number(openPort),
                            QStringLiteral("--store"), m_folder.filePath(QStringLiteral("store.sqlite"))}));
        LAB_VERIFY(
            m_listener->waitForLine([](const QByteArray &line) { return line.contains("listening"); }, 20s));
    }

    void eachPacketMeetsItsAnswer_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("from");
        const QString target = QStringLiteral(" --set ip.target=");
        QTest::newRow("open port") << QStringLiteral("tcp_syn --set tcp.target_port=%1").arg(openPort)
                + target + far() << "syn_ack"
                                   << far();
        QTest::newRow("open port, with options")
            << QStringLiteral("tcp_syn_options --set tcp.target_port=%1").arg(openPort) + target + far()
            << "syn_ack" << far();
        QTest::newRow("closed port") << QStringLiteral("tcp_syn --set tcp.target_port=9") + target + far()
                                     << "reset" << far();
        QTest::newRow("closed UDP port") << QStringLiteral("udp") + target + far() << "unreachable" << far();
        QTest::newRow("echo") << QStringLiteral("icmp_echo") + target + far() << "echo_reply" << far();
        QTest::newRow("timestamp request")
            << QStringLiteral("icmp_echo --set icmp.type=13 --set 'payload=%1'")
                    .arg(QStringLiteral("00 ").repeated(12).trimmed())
                + target + far()
            << "other_icmp" << far();
        QTest::newRow("short TTL") << QStringLiteral("udp --set ip.ttl=%1").arg(router) + target + far()
                                   << "time_exceeded" << LongPath::address(router);
        QTest::newRow("short TTL, ICMP")
            << QStringLiteral("icmp_echo --set ip.ttl=%1").arg(router) + target + far() << "time_exceeded"
            << LongPath::address(router);
        QTest::newRow("open port over IPv6")
            << QStringLiteral("tcp_syn --set ip.target=%1 --set tcp.target_port=%2")
                   .arg(far(true))
                   .arg(openPort)
            << "syn_ack" << far(true);
        QTest::newRow("closed UDP port over IPv6")
            << QStringLiteral("udp") + target + far(true) << "unreachable" << far(true);
        QTest::newRow("echo over IPv6")
            << QStringLiteral("icmpv6_echo") + target + far(true) << "echo_reply" << far(true);
        QTest::newRow("short TTL over IPv6")
            << QStringLiteral("udp --set ip.target=%1 --set ip.ttl=3").arg(far(true)) << "time_exceeded"
            << LongPath::address(router, true);
    }

    void eachPacketMeetsItsAnswer()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, kind);
        QFETCH(QString, from);
        const auto run = packet(arguments + QStringLiteral(" --send"));
        LAB_VERIFY(run);
        QVERIFY2(run.value().code == 0, run.value().errors.constData());
        QCOMPARE(kindOf(run.value()), kind);
        QCOMPARE(firstAnswer(run.value()).value(QStringLiteral("from")).toString(), from);
    }

    void theTimeIsTheKernels()
    {
        constexpr int tries = 5; // any one may be late on a busy machine
        const auto cables = static_cast<double>(LongPath::delayTo(LongPath::hops).count());
        double best = cables + 5.0;
        for (int i = 0; i < tries && best >= cables + 5.0; ++i) {
            const auto run = packet(QStringLiteral("icmp_echo --send --set ip.target=") + far());
            LAB_VERIFY(run);
            const double after = firstAnswer(run.value()).value(QStringLiteral("after_ms")).toDouble();
            QVERIFY2(after >= cables, qPrintable(QString::number(after)));
            QVERIFY(
                list(run.value(), "sent").at(0).toObject().value(QStringLiteral("kernel_stamped")).toBool());
            best = std::min(best, after);
        }
        QVERIFY2(best < cables + 5.0, qPrintable(QString::number(best)));
    }

    void everyCopyIsSentAndAnswered()
    {
        const auto run =
            packet(QStringLiteral("icmp_echo --send --count 4 --interval 0.1 --set ip.target=") + far());
        LAB_VERIFY(run);
        QCOMPARE(list(run.value(), "sent").size(), qsizetype{4});
        QCOMPARE(list(run.value(), "answers").size(), qsizetype{4});
    }

    void whereNobodyAnswersTheCodeSaysSo()
    {
        const auto run = packet(QStringLiteral("bad_checksum --send --wait 0.3 --set ip.target=") + far());
        LAB_VERIFY(run);
        QCOMPARE(run.value().code, 1);
        QCOMPARE(list(run.value(), "sent").size(), qsizetype{1});
        QCOMPARE(list(run.value(), "answers").size(), qsizetype{0});
    }

    void aForgedSourceNeedsExactlyItsConfirmation()
    {
        const QString forged =
            QStringLiteral("udp --send --wait 0.3 --set ip.source=10.99.0.7 --set ip.target=") + far();
        for (const char *others : {"", " --confirm fragment", " --confirm forged_source,fragment"}) {
            const auto refused = packet(forged + QLatin1String(others));
            LAB_VERIFY(refused);
            QCOMPARE(refused.value().code, 3);
            QVERIFY2(refused.value().errors.contains("forged_source"), refused.value().errors.constData());
            QVERIFY(refused.value().document.isEmpty());
        }
        const auto sent = packet(forged + QStringLiteral(" --confirm forged_source"));
        LAB_VERIFY(sent);
        QCOMPARE(sent.value().code, 1); // the answer went to 10.99.0.7
        QCOMPARE(list(sent.value(), "sent").size(), qsizetype{1});
    }

    void aConfirmationWithoutADangerIsRefused()
    {
        const auto run = packet(QStringLiteral("udp --send --confirm land --set ip.target=") + far());
        LAB_VERIFY(run);
        QCOMPARE(run.value().code, 3);
    }

    void theBroadcastOfANetworkMayBeSentOnceConfirmed()
    {
        // The lab's cables are point to point and have none.
        LAB_VERIFY(m_path->run(0, QStringLiteral("ip link add hall type veth peer name wall")));
        LAB_VERIFY(m_path->run(0, QStringLiteral("ip addr add 10.250.0.1/24 brd + dev hall")));
        LAB_VERIFY(m_path->run(0, QStringLiteral("ip link set wall up")));
        LAB_VERIFY(m_path->run(0, QStringLiteral("ip link set hall up")));
        const QString all =
            QStringLiteral("udp --send --wait 0.2 --set ip.target=10.250.0.255 --set ip.source=10.250.0.1");
        const auto refused = packet(all);
        LAB_VERIFY(refused);
        QVERIFY2(refused.value().errors.contains("many_hosts"), refused.value().errors.constData());
        const auto sent = packet(all + QStringLiteral(" --confirm many_hosts"));
        LAB_VERIFY(sent);
        QVERIFY2(sent.value().code == 1, sent.value().errors.constData());
        QCOMPARE(list(sent.value(), "sent").size(), qsizetype{1});
        const auto heard = packet( // by ourselves, since both ports are one
            all
            + QStringLiteral(" --confirm many_hosts --set udp.source_port=6454 --set udp.target_port=6454"));
        LAB_VERIFY(heard);
        QVERIFY2(heard.value().code == 1, heard.value().errors.constData());
    }

    void noConfirmationLiftsALimit()
    {
        const auto run =
            packet(QStringLiteral("udp --send --count 101 --confirm many_packets --set ip.target=") + far());
        LAB_VERIFY(run);
        QCOMPARE(run.value().code, 3);
    }

    void whatIsSavedIsReadByTcpdump()
    {
        const QString tcpdump = QStandardPaths::findExecutable(
            QStringLiteral("tcpdump"), {QStringLiteral("/usr/bin"), QStringLiteral("/usr/sbin")});
        if (tcpdump.isEmpty())
            QSKIP("There is no tcpdump");
        const QString file = m_folder.filePath(QStringLiteral("exchange.pcapng"));
        const auto run =
            packet(QStringLiteral("tcp_syn --send --set tcp.target_port=%1 --set ip.target=%2 --pcapng %3")
                       .arg(openPort)
                       .arg(far(), file));
        LAB_VERIFY(run);
        const auto read = lab::run({tcpdump, QStringLiteral("-nvr"), file});
        LAB_VERIFY(read);
        QVERIFY2(read.value().contains("Flags [S],"), read.value().constData());
        QVERIFY2(read.value().contains("Flags [S.],"), read.value().constData());
        QVERIFY2(!read.value().contains("incorrect") && !read.value().contains("bad cksum"),
                 read.value().constData());
    }

private:
    Result<TraceRun> packet(const QString &arguments) const
    {
        return traceFrom(*m_path, QStringLiteral("packet --json --template ") + arguments);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<LongPath> m_path;
    std::unique_ptr<Process> m_listener;
};

LAB_TEST_MAIN(TestPacketWorkbench)
#include "tst_packet_workbench.moc"
