// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_main.h"
#include "tests/network/long_path.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>

using namespace parallax;
using namespace parallax::lab;
using namespace std::chrono_literals;

namespace {

QString chronyProgram()
{
    const QString named = qEnvironmentVariable("PARALLAX_CHRONYD");
    return named.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("chronyd")) : named;
}

/// The last sample's members.
Result<QJsonObject> lastSample(const QByteArray &lines)
{
    QJsonObject last;
    for (const QByteArray &line : lines.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object[QStringLiteral("event")] == QStringLiteral("sample"))
            last = object;
    }
    if (last.isEmpty())
        return Error{ErrorCode::Malformed, "no sample: " + lines.toStdString()};
    return last;
}

} // namespace

/// Another program's judgement of the same two clocks, over twelve hops: chrony's, which sets no clock here.
class TestClockOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (chronyProgram().isEmpty())
            QSKIP("There is no chronyd (PARALLAX_CHRONYD may name one)");
        auto built = LongPath::build();
        LAB_VERIFY(built);
        m_path = std::move(built).value();
        const QStringList theirs{chronyProgram(),
                                 QStringLiteral("-x"), // never sets the clock
                                 QStringLiteral("-d"),
                                 QStringLiteral("-u"),
                                 QStringLiteral("root"),
                                 QStringLiteral("local stratum 8"),
                                 QStringLiteral("allow"),
                                 QStringLiteral("cmdport 0"),
                                 QStringLiteral("pidfile %1/server.pid").arg(m_folder.path())};
        m_theirs = std::make_unique<Process>(m_path->inside(LongPath::hops, theirs));
        LAB_VERIFY(m_theirs->waitForDiagnostics("starting", 10s));
        const QStringList ours{QStringLiteral(PARALLAX_CLI), QStringLiteral("clock"),
                               QStringLiteral("server"),     QStringLiteral("--bind"),
                               QStringLiteral("0.0.0.0"),    QStringLiteral("--json")};
        m_ours = std::make_unique<Process>(m_path->inside(LongPath::hops, ours));
        LAB_VERIFY(
            m_ours->waitForLine([](const QByteArray &line) { return line.contains("listening"); }, 10s));
    }

    void ourOffsetIsThatOfChrony_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("STAMP") << "--stamp";
        QTest::newRow("frame") << "--mode median";
    }

    void ourOffsetIsThatOfChrony()
    {
        QFETCH(QString, kind);
        const QString target = LongPath::address(LongPath::hops);
        const auto said =
            m_path->output(0,
                           {QStringLiteral("sh"), QStringLiteral("-c"),
                            QStringLiteral("'%1' -Q -t 20 -u root 'server %2 iburst' 'cmdport 0' "
                                           "'pidfile %3/client.pid' 2>&1")
                                .arg(chronyProgram(), target, m_folder.path())},
                           30s);
        LAB_VERIFY(said);
        const auto wrong = QRegularExpression(QStringLiteral("System clock wrong by ([-+0-9.]+) seconds"))
                               .match(QString::fromUtf8(said.value()));
        QVERIFY2(wrong.hasMatch(), said.value().constData());
        const double theirs = wrong.captured(1).toDouble() * 1000.0;
        const QString arguments =
            QStringLiteral("clock client %1 --count 50 --interval 50 --json %2").arg(target, kind);
        const auto lines = m_path->output(
            0, QStringList{QStringLiteral(PARALLAX_CLI)} + arguments.split(QLatin1Char(' ')), 30s);
        LAB_VERIFY(lines);
        const auto sample = lastSample(lines.value());
        LAB_VERIFY(sample);
        const double best = sample.value()[QStringLiteral("best_us")].toDouble() / 1000.0;
        printFigure(
            QStringLiteral("clock_apart_from_chrony_ms_%1").arg(QLatin1String(QTest::currentDataTag())),
            std::abs(best - theirs), QStringLiteral("<= 1"));
        // Both clocks are this machine's, so the truth is 0; chrony too is off by more where the machine is
        // busy.
        QVERIFY2(std::abs(best) <= std::abs(theirs) + 1.0, qPrintable(QString::number(best)));
        QVERIFY(sample.value()[QStringLiteral("bound_low_us")].toDouble() <= 0.0); // one machine: no offset
        QVERIFY(sample.value()[QStringLiteral("bound_high_us")].toDouble() >= 0.0);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<LongPath> m_path;
    std::unique_ptr<Process> m_theirs;
    std::unique_ptr<Process> m_ours;
};

LAB_TEST_MAIN(TestClockOracle)
#include "tst_clock_oracle.moc"
