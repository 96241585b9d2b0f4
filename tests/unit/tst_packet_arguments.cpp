// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exit_code.h"
#include "app/options.h"

#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

std::variant<Command, Farewell> read(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    std::vector<const char *> argv{"parallax-cli", "packet"};
    for (const QByteArray &word : words) {
        if (!word.isEmpty())
            argv.push_back(word.constData());
    }
    return readCommandLine(static_cast<int>(argv.size()), argv.data());
}

PacketOptions optionsIn(const QByteArray &line)
{
    const auto answer = read(line);
    const auto *command = std::get_if<Command>(&answer);
    return command ? std::get<PacketOptions>(*command) : PacketOptions{};
}

} // namespace

/// The options of `packet`.
class TestPacketArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAnyItIsAnEchoToThisMachineThatIsNotSent()
    {
        const PacketOptions options = optionsIn({});
        QCOMPARE(options.request.draft.transport, PacketTransport::Icmp);
        QVERIFY(options.request.draft.target().isLoopback());
        QVERIFY(!options.send);
        QCOMPARE(options.output, PacketOptions::Output::Text);
        QCOMPARE(options.request.repeat, PacketRepeat{});
        QCOMPARE(options.request.wait, 2000ms);
    }

    void fieldsAreSetInTheirOrder()
    {
        const PacketOptions options = optionsIn("--template tcp_syn --set ip.target=2001:db8::7 --set "
                                                "ip.flow_label=0x1 --set ip.ttl=3 --set ip.ttl=4");
        QCOMPARE(options.request.draft.target(), IpAddress::parse("2001:db8::7").value());
        QCOMPARE(options.request.draft.number(PacketField::FlowLabel), 1U);
        QCOMPARE(options.request.draft.number(PacketField::Ttl), 4U);
    }

    void sendingIsReadWholly()
    {
        const PacketOptions options = optionsIn("--send --count 20 --interval 0.05 --wait 0.5 --confirm "
                                                "many_packets,land --json --pcapng out.pcapng");
        QVERIFY(options.send);
        QCOMPARE(options.request.repeat, (PacketRepeat{.count = 20, .interval = 50ms}));
        QCOMPARE(options.request.wait, 500ms);
        QCOMPARE(options.request.confirmed, (std::vector{PacketDanger::ManyPackets, PacketDanger::Land}));
        QCOMPARE(options.output, PacketOptions::Output::Json);
        QCOMPARE(options.file, std::string("out.pcapng"));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *line, const char *says) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(says);
        };
        row("--template nothing", "nothing");
        row("--set ip.ttl", "FIELD=VALUE");
        row("--set ip.ttl=300", "0 to 255");
        row("--set udp.length=8", "has no field");
        row("--confirm all", "all");
        row("--count 101", "1 to 100");
        row("--count 0", "1 to 100");
        row("--interval 0.001", "0.01 to 60 seconds");
        row("--interval nan", "0.01 to 60 seconds");
        row("--interval 100", "--interval takes 0.01 to 60 seconds");
        row("--wait 61", "--wait takes 0 to 60 seconds");
        row("--wait -1", "0 to 60 seconds");
        row("--hex --json", "exclude");
        row("--list --send", "send nothing");
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, says);
        const auto answer = read(line);
        const auto *farewell = std::get_if<Farewell>(&answer);
        QVERIFY(farewell);
        QCOMPARE(farewell->code, exit_code::badArguments);
        QVERIFY2(farewell->text.find(says.toStdString()) != std::string::npos, farewell->text.c_str());
    }
};

QTEST_GUILESS_MAIN(TestPacketArguments)
#include "tst_packet_arguments.moc"
