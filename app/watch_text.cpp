// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch_text.h"

#include "app/trace_text.h"
#include "core/data/trace_figures.h"
#include "core/document/printed.h"
#include "core/document/trace_document.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr std::size_t leastHostWidth = 25; // as mtr's

std::string hostOf(const TraceState &watch, const PathRow &row)
{
    return row.address ? nameOf(watch, *row.address, false) : "???";
}

std::string figure(std::optional<Duration> rtt)
{
    return rtt ? printed(" %6.1f", toMilliseconds(*rtt)) : "       ";
}

/// Characters of UTF-8, as the names of hosts may have them.
std::size_t widthOf(const std::string &text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
    }));
}

std::string lineOf(const TraceState &watch, const PathRow &row, std::size_t width)
{
    const std::string host = hostOf(watch, row);
    std::string line = (row.branch == 0 ? printed("%2d  ", row.ttl) : "    ") + host
        + std::string(width - widthOf(host), ' ');
    const auto loss = row.loss();
    line += loss ? printed(" %5.1f%% %6d", *loss * 100, row.sent) : std::string(14, ' ');
    const RttFigures &rtt = row.rtt;
    for (const auto &value : {rtt.last, rtt.average, rtt.best, rtt.worst, rtt.deviation})
        line += figure(value);
    return line.substr(0, line.find_last_not_of(' ') + 1);
}

} // namespace

std::string watchHeading(const TraceState &watch)
{
    return printed("watching %s (%s) by %s, a round every %g s", watch.record.target.c_str(),
                   watch.record.address.address.toString().c_str(),
                   std::string(protocolName(watch.record.method)).c_str(),
                   toMilliseconds(watch.request.interval) / 1000.0);
}

std::vector<std::string> watchLines(const TraceState &watch)
{
    const std::vector<PathRow> rows = pathRows(watch);
    std::size_t width = leastHostWidth;
    for (const PathRow &row : rows)
        width = std::max(width, widthOf(hostOf(watch, row)));
    std::vector<std::string> lines{printed("%2s  %s%s", "", "HOST", std::string(width - 4, ' ').c_str())
                                   + "  Loss%    Snt   Last    Avg   Best   Wrst  StDev"};
    int next = rows.empty() ? 0 : rows.front().ttl;
    for (const PathRow &row : rows) {
        for (; next < row.ttl; ++next) // whoever is silent is not yet given up
            lines.push_back(printed("%2d  ???", next));
        next = row.ttl + 1;
        lines.push_back(lineOf(watch, row, width));
    }
    return lines;
}

} // namespace parallax
