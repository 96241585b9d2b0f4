// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/lab_main.h"
#include "tests/network/long_path.h"
#include "tests/network/trace_run.h"

#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>

using namespace parallax;
using namespace parallax::lab;
using namespace std::chrono_literals;

namespace {

/// What one client got.
struct Answered {
    int status = 0;
    QByteArray end;
    double totalMs = 0.0;
    double measuringMs = 0.0;
    double beforeMs = 0.0; // it began
    double askedMs = 0.0; // after the first client

    double over() const { return totalMs - measuringMs; }
};

std::vector<Answered> answersIn(const QByteArray &lines)
{
    std::vector<Answered> answers;
    for (const QByteArray &line : lines.trimmed().split('\n')) {
        const auto words = line.split(' ');
        if (words.size() == 6)
            answers.push_back({words[0].toInt(), words[1], words[2].toDouble(), words[3].toDouble(),
                               words[4].toDouble(), words[5].toDouble()});
    }
    return answers;
}

std::vector<double> overheads(const std::vector<Answered> &answers)
{
    std::vector<double> values;
    values.reserve(answers.size());
    for (const Answered &answer : answers)
        values.push_back(answer.over());
    return values;
}

} // namespace

/// The program's HTTP service at the near end of twelve hops.
class TestPathService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // The program's machine carries the path too: on its first link, and gathering, the cable takes the
        // least of its processors.
        auto path = LongPath::build({.onlyCable = 1, .gather = 250us});
        LAB_VERIFY(path);
        m_path = std::move(path).value();
        const QString home = QStringLiteral("HOME=") + m_home.path();
        m_serve = std::make_unique<Process>(m_path->inside(
            0,
            {QStringLiteral("env"), QStringLiteral("-u"), QStringLiteral("XDG_DATA_HOME"), home, cliProgram(),
             QStringLiteral("serve"), QStringLiteral("--json"), QStringLiteral("--http-port"),
             QStringLiteral("0"), QStringLiteral("--ws-port"), QStringLiteral("0"), QStringLiteral("--store"),
             m_home.filePath(QStringLiteral("store.sqlite"))}));
        const auto line =
            m_serve->waitForLine([](const QByteArray &l) { return l.contains("listening"); }, 20s);
        LAB_VERIFY(line);
        m_port = QJsonDocument::fromJson(line.value().text).object()[QStringLiteral("http_port")].toInt();
        QVERIFY(m_port > 0);
    }

    void aTraceOverHttpFindsEveryHop()
    {
        const auto answers = ask(1);
        LAB_VERIFY(answers);
        QCOMPARE(answers.value().size(), std::size_t(1));
        QCOMPARE(answers.value()[0].status, 200);
        QCOMPARE(answers.value()[0].end, QByteArray("reached"));
        QVERIFY(answers.value()[0].measuringMs >= 42.0); // the cables' delay there and back
    }

    void twentyTracesAtOnce()
    {
        std::vector<double> alone;
        std::vector<double> together;
        std::vector<double> measuring;
        std::vector<double> before;
        std::vector<double> whole;
        std::vector<double> worst; // of each burst
        for (int round = 0; round < 7; ++round) {
            const auto one = ask(1);
            LAB_VERIFY(one);
            const auto many = ask(20);
            LAB_VERIFY(many);
            QCOMPARE(many.value().size(), std::size_t(20));
            for (const Answered &answer : many.value()) {
                QCOMPARE(answer.status, 200);
                QCOMPARE(answer.end, QByteArray("reached"));
                measuring.push_back(answer.measuringMs);
                before.push_back(answer.beforeMs);
            }
            const auto added = overheads(many.value());
            double last = 0.0;
            for (const Answered &answer : many.value())
                last = std::max(last, answer.askedMs + answer.totalMs);
            whole.push_back(last);
            worst.push_back(*std::max_element(added.begin(), added.end()));
            together.insert(together.end(), added.begin(), added.end());
            alone.push_back(overheads(one.value()).at(0));
        }
        printFigure(QStringLiteral("http_trace_over_ms"), medianOf(alone));
        printFigure(QStringLiteral("http_20_traces_over_median_ms"), medianOf(together),
                    QStringLiteral("at most 5"));
        printFigure(QStringLiteral("http_20_traces_over_worst_ms"), medianOf(worst),
                    QStringLiteral("at most 5"));
        printFigure(QStringLiteral("http_20_traces_over_worst_of_all_bursts_ms"),
                    *std::max_element(worst.begin(), worst.end()));
        printFigure(QStringLiteral("http_20_traces_before_median_ms"), medianOf(before));
        printFigure(QStringLiteral("http_20_traces_measuring_median_ms"), medianOf(measuring));
        printFigure(QStringLiteral("http_20_traces_first_asked_to_last_answered_ms"), medianOf(whole));
    }

private:
    Result<std::vector<Answered>> ask(int clients) const
    {
        const QString path =
            QStringLiteral("/api/v1/trace?count=1&dest=") + LongPath::address(LongPath::hops);
        const auto said = m_path->output(
            0, {QStringLiteral(LAB_CLIENTS), QString::number(m_port), QString::number(clients), path}, 30s);
        if (!said)
            return said.error();
        return answersIn(said.value());
    }

    QTemporaryDir m_home;
    std::unique_ptr<LongPath> m_path;
    std::unique_ptr<Process> m_serve;
    int m_port = 0;
};

LAB_TEST_MAIN(TestPathService)
#include "tst_path_service.moc"
