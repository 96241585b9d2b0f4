// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporter/mtr_report.h"

#include "core/document/trace_document.h"

namespace parallax {

namespace {

const char *const hidden = "(own)"; // as the window has it; ??? would be a hop that keeps silent

void hideOwn(TraceRecord &record, const TraceState &state)
{
    const auto hide = [&](const IpAddress &address) {
        if (isOwnAddress(state, address))
            record.addresses[address].name = hidden;
    };
    for (const Observation &observation : record.observations) {
        if (observation.reply)
            hide(observation.reply->from);
    }
    for (const auto &[ttl, hop] : state.history.hops()) {
        for (const IpAddress &address : hop.responders)
            hide(address);
    }
}

} // namespace

std::string mtrReport(const TraceState &state, OwnAddresses own, const std::string &source, RoundSpan rounds)
{
    TraceRecord record = state.record;
    if (own == OwnAddresses::Hidden)
        hideOwn(record, state);
    const std::string host = own == OwnAddresses::Hidden ? hidden : source;
    return state.request.kind == TraceRequest::Kind::Watch ? mtrReport(record, state.history, rounds, host)
                                                           : mtrReport(record, host);
}

} // namespace parallax
