// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/metrics.h"

#include "core/base/overloaded.h"
#include "core/data/names.h"
#include "core/document/trace_document.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr std::array verdictKinds{VerdictKind::Inconclusive, VerdictKind::Direct, VerdictKind::Proxy,
                                  VerdictKind::Tunnel};
constexpr std::array ends{PathEnd::Reached, PathEnd::Unreachable, PathEnd::MaxTtl, PathEnd::Silent,
                          PathEnd::Interrupted};
constexpr std::array errorNames{"invalid_argument", "malformed",     "not_permitted", "unavailable", "io",
                                "unknown_host",     "no_name_server"};
constexpr int hundred = 100;

template<class Enum>
constexpr std::size_t indexOf(Enum value)
{
    return static_cast<std::size_t>(value);
}

/// The lines of one metric after the other.
class MetricsText
{
public:
    void begin(const char *name, const char *type, const char *help)
    {
        m_name = name;
        m_text += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + type + '\n';
    }
    void add(const QByteArray &value) { m_text += m_name + ' ' + value + '\n'; }
    void add(std::uint64_t value) { add(QByteArray::number(static_cast<qulonglong>(value))); }
    void add(Duration value) { add(QByteArray::number(toSeconds(value), 'f', 6)); }
    void add(const char *label, const QByteArray &is, std::uint64_t value)
    {
        m_text += m_name + '{' + label + "=\"" + is + "\"} "
            + QByteArray::number(static_cast<qulonglong>(value)) + '\n';
    }
    void single(const char *name, const char *type, const char *help, auto value)
    {
        begin(name, type, help);
        add(value);
    }
    const QByteArray &text() const { return m_text; }

private:
    QByteArray m_name;
    QByteArray m_text;
};

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

void Metrics::apply(const Update &update)
{
    std::visit(Overloaded{
                   [this](const SessionOpened &u) { m_running.insert(u.session); },
                   [this](const SessionClosed &u) { close(u); },
                   [this](const SessionFailed &u) { m_testersFailed += m_running.erase(u.session); },
                   [this](const TraceOpened &u) { m_traces.insert(u.trace); },
                   [this](const TraceObserved &u) { count(u); },
                   [this](const TraceClosed &u) {
                       if (m_traces.erase(u.trace) == 0)
                           return;
                       ++m_tracesFinished[indexOf(u.end)];
                       m_tracesTime += u.duration;
                   },
                   [this](const TraceFailed &u) {
                       m_traces.erase(u.trace);
                       ++m_tracesFailed[indexOf(u.error.code)];
                   },
                   [](const auto &) {},
               },
               update);
}

void Metrics::close(const SessionClosed &closed)
{
    if (m_running.erase(closed.session) == 0 || !closed.run)
        return;
    ++m_finished[indexOf(closed.run->verdict.kind)];
    m_testersTime += closed.duration;
    m_captureDrops = std::max(m_captureDrops, closed.droppedSoFar);
}

void Metrics::count(const TraceObserved &observed)
{
    m_probesSent += observed.batch.size();
    m_probesAnswered += static_cast<Count>(std::count_if(observed.batch.begin(), observed.batch.end(),
                                                         [](const Observation &o) { return o.reply; }));
}

void Metrics::countAnswer(int status)
{
    const int statusClass = status / hundred;
    if (statusClass >= 1 && statusClass <= static_cast<int>(statusClasses))
        ++m_answers[static_cast<std::size_t>(statusClass - 1)];
}

QByteArray Metrics::text() const
{
    MetricsText text;
    text.begin("parallax_build_info", "gauge", "Always 1; the label says which version runs.");
    text.add("version", PARALLAX_VERSION, 1);
    text.single("parallax_testers_running", "gauge", "Testers being measured or saved.",
                Count{m_running.size()});
    text.begin("parallax_testers_finished_total", "counter", "Runs of testers that ended, by their verdict.");
    for (const VerdictKind kind : verdictKinds)
        text.add("verdict", bytes(nameOf(kind)), m_finished[indexOf(kind)]);
    text.single("parallax_testers_failed_total", "counter", "Runs in which nothing could be measured.",
                m_testersFailed);
    text.single("parallax_testers_seconds_total", "counter", "Time that ended runs of testers took.",
                m_testersTime);
    text.single("parallax_capture_dropped_packets_total", "counter",
                "Packets that the capture lost, as known when the last run ended.", m_captureDrops);
    text.single("parallax_traces_running", "gauge", "Traces and pings under way.", Count{m_traces.size()});
    text.begin("parallax_traces_finished_total", "counter",
               "Traces and pings that ended, by the reason why.");
    for (const PathEnd end : ends)
        text.add("end_reason", bytes(nameOf(end)), m_tracesFinished[indexOf(end)]);
    text.begin("parallax_traces_failed_total", "counter", "Traces and pings that measured nothing.");
    static_assert(errorNames.size() == errors);
    for (std::size_t code = 0; code < errors; ++code)
        text.add("reason", errorNames[code], m_tracesFailed[code]);
    text.single("parallax_traces_seconds_total", "counter", "Time that ended traces and pings took.",
                m_tracesTime);
    text.single("parallax_trace_probes_total", "counter", "Probes of traces and pings, answered or lost.",
                m_probesSent);
    text.single("parallax_trace_probes_answered_total", "counter", "Those that were answered.",
                m_probesAnswered);
    text.begin("parallax_http_answers_total", "counter",
               "Answers of this port, by the class of their status.");
    for (std::size_t i = 0; i < m_answers.size(); ++i)
        text.add("class", QByteArray::number(static_cast<int>(i) + 1) + "xx", m_answers[i]);
    return text.text();
}

} // namespace parallax
