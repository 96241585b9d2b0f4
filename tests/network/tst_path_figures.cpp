// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_main.h"
#include "tests/network/long_path.h"
#include "tests/network/trace_run.h"

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

    void pingAgainstTheKernels()
    {
        Compared pings;
        std::vector<double> fromTheCall; // as ping counts
        for (int pair = 0; pair < pairs; ++pair) {
            const auto ours = traceFrom(*m_plain, QStringLiteral("ping -n --json ") + fewPings());
            LAB_VERIFY(ours);
            const auto replies = ours.value().hop(64).value(QStringLiteral("replies")).toArray();
            QCOMPARE(replies.size(), 30);
            for (const auto &reply : replies) {
                const double delay = reply.toObject().value(QStringLiteral("host_delay_ms")).toDouble();
                QVERIFY(delay > 0);
                pings.ours.push_back(reply.toObject().value(QStringLiteral("rtt_ms")).toDouble());
                fromTheCall.push_back(pings.ours.back() + delay);
            }
            const auto said =
                m_plain->output(0, (QStringLiteral("ping -n ") + fewPings()).split(QLatin1Char(' ')));
            LAB_VERIFY(said);
            for (const QByteArray &line : said.value().split('\n')) {
                const auto at = line.indexOf("time=");
                if (at >= 0)
                    pings.theirs.push_back(line.mid(at + 5).split(' ').first().toDouble());
            }
        }
        const double theirs = medianOf(pings.theirs);
        printFigure(QStringLiteral("ping_median_us"), 1000 * medianOf(pings.ours));
        printFigure(QStringLiteral("kernel_ping_median_us"), 1000 * theirs);
        printFigure(QStringLiteral("ping_difference_us"), 1000 * (medianOf(pings.ours) - theirs),
                    QStringLiteral("within 20"));
        printFigure(QStringLiteral("ping_difference_counted_alike_us"),
                    1000 * (medianOf(fromTheCall) - theirs), QStringLiteral("within 20"));
    }

private:
    static QString fewPings()
    {
        return QStringLiteral("-c 30 -i 0.01 ") + LongPath::address(1); // over a bare veth
    }

    std::unique_ptr<LongPath> m_plain;
    std::unique_ptr<LongPath> m_silent;
};

LAB_TEST_MAIN(TestPathFigures)
#include "tst_path_figures.moc"
