// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_main.h"
#include "tests/network/long_path.h"
#include "tests/network/trace_run.h"

#include <QJsonDocument>

using namespace parallax;
using namespace parallax::lab;

namespace {

constexpr int pairs = 7;
constexpr double rtt = 42.0; // ms, to the target

/// Runs alternate, so that a busy moment meets both.
struct Compared {
    std::vector<double> ours;
    std::vector<double> theirs;

    double ratio() const { return medianOf(ours) / medianOf(theirs); }
};

/// Round trips in microseconds, from the lines that both programs print.
struct Pings {
    std::vector<double> ours{};
    std::vector<double> fromTheCall{}; // with what this machine took before they left, as ping(8) counts
    std::vector<double> theirs{};

    void add(const QByteArray &line)
    {
        const TraceRun run{.document = QJsonDocument::fromJson(line).object()};
        for (const auto &reply : run.hop(64).value(QStringLiteral("replies")).toArray()) {
            ours.push_back(1000 * reply.toObject().value(QStringLiteral("rtt_ms")).toDouble());
            const double delay = 1000 * reply.toObject().value(QStringLiteral("host_delay_ms")).toDouble();
            fromTheCall.push_back(ours.back() + delay);
        }
        const auto at = line.indexOf("time=");
        if (at >= 0)
            theirs.push_back(1000 * line.mid(at + 5).split(' ').first().toDouble());
    }
};

} // namespace

/// The figures of docs/performance.md: printed, never judged, for these machines are noisy.
class TestPathFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto plain = LongPath::build();
        LAB_VERIFY(plain);
        m_plain = std::move(plain).value();
        auto silent = LongPath::build({.silent = {4, 7}});
        LAB_VERIFY(silent);
        m_silent = std::move(silent).value();
    }

    void aTraceAgainstTraceroute_data()
    {
        QTest::addColumn<bool>("silent");
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("goal");
        QTest::newRow("one_probe") << false << "-q 1"
                                   << "at most 49.1 ms, 1.1 x";
        QTest::newRow("three_probes") << false << "-q 3"
                                      << "at most 54.6 ms";
        QTest::newRow("two_silent_hops") << true << "-q 1"
                                         << "at most 126 ms";
    }

    void aTraceAgainstTraceroute()
    {
        QFETCH(bool, silent);
        QFETCH(QString, options);
        QFETCH(QString, goal);
        const LongPath &path = silent ? *m_silent : *m_plain;
        const QString target = LongPath::address(LongPath::hops);
        Compared whole;
        std::vector<double> measuring;
        for (int pair = 0; pair < pairs; ++pair) {
            const auto ours =
                processMs(path, QStringLiteral("%1 trace -n %2 %3").arg(cliProgram(), options, target));
            const auto theirs = processMs(path, QStringLiteral("traceroute -n %1 %2").arg(options, target));
            const auto run = traceFrom(path, QStringLiteral("trace -n --json %1 %2").arg(options, target));
            LAB_VERIFY(ours);
            LAB_VERIFY(theirs);
            LAB_VERIFY(run);
            QCOMPARE(run.value().endReason(), QStringLiteral("reached"));
            whole.ours.push_back(ours.value());
            whole.theirs.push_back(theirs.value());
            measuring.push_back(run.value().durationMs());
        }
        const QString name = QStringLiteral("trace_%1_").arg(QString::fromLatin1(QTest::currentDataTag()));
        printFigure(name + QStringLiteral("measuring_ms"), medianOf(measuring), goal);
        printFigure(name + QStringLiteral("measuring_rtts"), medianOf(measuring) / rtt);
        printFigure(name + QStringLiteral("process_ms"), medianOf(whole.ours));
        printFigure(name + QStringLiteral("traceroute_ms"), medianOf(whole.theirs));
        printFigure(name + QStringLiteral("ratio"), whole.ratio(), QStringLiteral("traceroute is 1"));
    }

    /// Both at once, so that both meet the machine in the same moments: what a system call takes here changes
    /// fivefold within minutes.
    void pingAgainstTheKernels()
    {
        Pings pings;
        const QString target = QStringLiteral("-n -c 30 -i 0.01 ") + LongPath::address(1); // over a bare veth
        for (int pair = 0; pair < pairs; ++pair) {
            const auto said = m_plain->output(
                0,
                {QStringLiteral("sh"), QStringLiteral("-c"),
                 QStringLiteral("exec 3>&1; said=$(ping %1 & %2 ping --json %1 >&3; wait); echo \"$said\"")
                     .arg(target, cliProgram())});
            LAB_VERIFY(said);
            for (const QByteArray &line : said.value().split('\n'))
                pings.add(line);
        }
        QCOMPARE(pings.ours.size(), std::size_t{30} * pairs);
        QCOMPARE(pings.theirs.size(), pings.ours.size());
        const double theirs = medianOf(pings.theirs);
        printFigure(QStringLiteral("ping_median_us"), medianOf(pings.ours));
        printFigure(QStringLiteral("kernel_ping_median_us"), theirs);
        printFigure(QStringLiteral("ping_difference_us"), medianOf(pings.ours) - theirs,
                    QStringLiteral("within 20"));
        printFigure(QStringLiteral("ping_difference_counted_alike_us"), medianOf(pings.fromTheCall) - theirs,
                    QStringLiteral("within 20"));
    }

private:
    std::unique_ptr<LongPath> m_plain;
    std::unique_ptr<LongPath> m_silent;
};

LAB_TEST_MAIN(TestPathFigures)
#include "tst_path_figures.moc"
