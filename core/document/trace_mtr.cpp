// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/own_addresses.h"
#include "core/data/path_figures.h"
#include "core/data/path_summary.h"
#include "core/document/document_values.h"
#include "core/document/json_text.h"
#include "core/document/printed.h"
#include "core/document/trace_document.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace parallax {

namespace {

constexpr const char *hiddenHost = "(own)"; // ??? would be a hop that keeps silent

/// A row of mtr's table. Times in milliseconds; all 0 where nobody answered, as mtr has it.
struct Hub {
    int count = 0;
    std::string host = "???";
    double loss = 0.0;
    int sent = 0;
    double last = 0.0;
    double average = 0.0;
    double best = 0.0;
    double worst = 0.0;
    double deviation = 0.0;
};

std::string hostOf(const TraceRecord &record, const std::optional<IpAddress> &address)
{
    if (!address)
        return "???";
    if (isHidden(*address))
        return hiddenHost;
    const auto facts = record.addresses.find(*address);
    const bool named = facts != record.addresses.end() && !facts->second.name.empty();
    return named ? facts->second.name : address->toString();
}

double lossOf(int unanswered, int sent)
{
    return sent == 0 ? 0.0 : 100.0 * unanswered / sent;
}

Hub withTimes(Hub hub, const RttFigures &rtt)
{
    const auto milliseconds = [](std::optional<Duration> time) { return time ? toMilliseconds(*time) : 0.0; };
    hub.last = milliseconds(rtt.last);
    hub.average = milliseconds(rtt.average);
    hub.best = milliseconds(rtt.best);
    hub.worst = milliseconds(rtt.worst);
    hub.deviation = milliseconds(rtt.deviation);
    return hub;
}

std::vector<Hub> hubsOf(const TraceRecord &record)
{
    std::vector<Hub> hubs;
    for (const PathHop &hop : summarizePath(record).hops) {
        const auto first =
            hop.responders.empty() ? std::nullopt : std::optional(hop.responders.front().address);
        RttFigures rtt = figuresOf(hop.rtts());
        rtt.last = hop.last; // of all branches
        hubs.push_back(withTimes({.count = hop.ttl,
                                  .host = hostOf(record, first),
                                  .loss = lossOf(hop.unanswered, hop.sent),
                                  .sent = hop.sent},
                                 rtt));
    }
    return hubs;
}

std::vector<Hub> hubsOf(const TraceRecord &record, const PathHistory &history, RoundSpan rounds)
{
    std::vector<Hub> hubs;
    for (const PathRow &row : pathRows(history, rounds)) {
        if (row.branch == 0) // the others are in its figures
            hubs.push_back(withTimes({.count = row.ttl,
                                      .host = hostOf(record, row.address),
                                      .loss = lossOf(row.unanswered, row.sent),
                                      .sent = row.sent},
                                     figuresOf(history, row.ttl, rounds)));
    }
    return hubs;
}

std::string reportOf(const std::vector<Hub> &hubs, Timestamp started, const std::string &source)
{
    constexpr std::size_t toSeconds = 19; // "2026-01-31T12:00:00"
    std::string text =
        printed("Start: %s+0000\nHOST: %-27s Loss%%   Snt   Last   Avg  Best  Wrst StDev\n",
                isoText(started).substr(0, toSeconds).c_str(), source.empty() ? hiddenHost : source.c_str());
    for (const Hub &hub : hubs) {
        const std::string loss = printed("%4.1f%%", hub.loss);
        text += printed("%3d.|-- %-25.25s %5.5s %5d  %5.1f %5.1f %5.1f %5.1f %5.1f\n", hub.count,
                        hub.host.c_str(), loss.c_str(), hub.sent, hub.last, hub.average, hub.best, hub.worst,
                        hub.deviation);
    }
    return text;
}

void putHub(JsonText &json, const Hub &hub)
{
    json.beginObject();
    json.add("count", hub.count);
    json.add("host", hub.host);
    json.add("Loss%", hub.loss);
    json.add("Snt", hub.sent);
    json.add("Last", hub.last);
    json.add("Avg", hub.average);
    json.add("Best", hub.best);
    json.add("Wrst", hub.worst);
    json.add("StDev", hub.deviation);
    json.endObject();
}

} // namespace

int packetLength(const TraceRequest &request, const TraceRecord &record)
{
    constexpr int synV4 = 40;
    constexpr int synV6 = 60;
    if (request.length != 0)
        return request.length;
    return record.address.address.isV4() ? synV4 : synV6;
}

std::string mtrReport(const TraceRecord &record, const std::string &source)
{
    return reportOf(hubsOf(record), record.started, source);
}

std::string mtrReport(const TraceState &state, const std::string &source, RoundSpan rounds)
{
    if (state.request.kind != TraceRequest::Kind::Watch)
        return mtrReport(state.record, source);
    const bool begins = rounds.from < state.history.rounds();
    return reportOf(hubsOf(state.record, state.history, rounds),
                    begins ? state.history.start(rounds.from) : state.record.started, source);
}

std::string mtrJson(const TraceRequest &request, const TraceRecord &record, const std::string &source)
{
    const auto hubs = hubsOf(record);
    int tests = 0;
    for (const Hub &hub : hubs)
        tests = std::max(tests, hub.sent);
    JsonText json;
    json.beginObject();
    json.key("report");
    json.beginObject();
    json.key("mtr");
    json.beginObject();
    json.add("src", source);
    json.add("dst", record.target);
    json.add("tos", request.tos);
    json.add("tests", tests);
    json.add("psize", std::to_string(packetLength(request, record)));
    json.add("bitpattern", std::string_view("0x00"));
    json.endObject();
    json.key("hubs");
    json.beginArray();
    for (const Hub &hub : hubs)
        putHub(json, hub);
    json.endArray();
    json.endObject();
    json.endObject();
    return json.text();
}

} // namespace parallax
