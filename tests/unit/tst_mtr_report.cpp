// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/own_addresses.h"
#include "core/document/trace_document.h"
#include "tests/support/watched_path.h"

#include <QStringList>
#include <QTest>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const char *const target = "203.0.113.9";

/// A router of ours, a hop with two branches and the target, which does not answer in the second of four
/// rounds.
TraceState fourRounds()
{
    const auto path = [](std::size_t round) {
        const bool odd = round % 2 == 1;
        std::vector<fixtures::PlayedHop> hops{
            {"192.168.1.1", 1ms}, {odd ? "198.51.100.2" : "198.51.100.1", odd ? 4ms : 2ms}, {target, 10ms}};
        if (round == 1)
            hops[2].rtt.reset();
        return hops;
    };
    return fixtures::watched(path, 4, target);
}

QStringList linesOf(const TraceState &state, RoundSpan rounds = {}, const std::string &source = "here")
{
    QStringList lines;
    const QString report = QString::fromStdString(mtrReport(state, source, rounds));
    for (const QString &line : report.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        lines << line.simplified();
    return lines;
}

} // namespace

class TestMtrReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWatchedPathIsReportedWithItsBranchesTogether()
    {
        const QStringList expected{QStringLiteral("Start: 2026-01-31T12:00:00+0000"),
                                   QStringLiteral("HOST: here Loss% Snt Last Avg Best Wrst StDev"),
                                   QStringLiteral("1.|-- 192.168.1.1 0.0% 4 1.0 1.0 1.0 1.0 0.0"),
                                   QStringLiteral("2.|-- 198.51.100.1 0.0% 4 4.0 3.0 2.0 4.0 1.2"),
                                   QStringLiteral("3.|-- 203.0.113.9 25.0% 4 10.0 10.0 10.0 10.0 0.0")};
        QCOMPARE(linesOf(fourRounds()), expected);
    }

    void aPartOfItsTimeHasItsOwnFigures()
    {
        const QStringList lines = linesOf(fourRounds(), {.from = 2, .to = 4});
        QCOMPARE(lines.value(0), QStringLiteral("Start: 2026-01-31T12:00:02+0000"));
        QCOMPARE(lines.value(4), QStringLiteral("3.|-- 203.0.113.9 0.0% 2 10.0 10.0 10.0 10.0 0.0"));
    }

    void ownAddressesAreHiddenInAWatch()
    {
        const QStringList lines = linesOf(withOwnHidden(fourRounds()), {}, {});
        QVERIFY(lines.value(1).startsWith(QStringLiteral("HOST: (own) Loss%")));
        QVERIFY(lines.value(2).startsWith(QStringLiteral("1.|-- (own) 0.0%")));
        QVERIFY(lines.value(4).startsWith(QStringLiteral("3.|-- 203.0.113.9 ")));
    }

    void ownAddressesAreHiddenInASingleTrace()
    {
        TraceState state;
        state.request.kind = TraceRequest::Kind::Trace;
        state.record.target = target;
        state.record.address = {IpAddress::parse(target).value(), 0};
        const Probe probe{.id = ProbeId{1}, .ttl = 1, .sent = fixtures::watchBegan()};
        state.record.observations = {{probe,
                                      Reply{.id = probe.id,
                                            .kind = ReplyKind::TimeExceeded,
                                            .from = IpAddress::parse("192.168.1.1").value(),
                                            .received = probe.sent + 1ms}}};
        QCOMPARE(linesOf(state).value(2), QStringLiteral("1.|-- 192.168.1.1 0.0% 1 1.0 1.0 1.0 1.0 0.0"));
        QVERIFY(linesOf(withOwnHidden(state)).value(2).startsWith(QStringLiteral("1.|-- (own) ")));
    }
};

QTEST_APPLESS_MAIN(TestMtrReport)
#include "tst_mtr_report.moc"
