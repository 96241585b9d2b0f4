// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch_text.h"

#include "app/terminal.h"
#include "app/trace_text.h"
#include "core/data/trace_figures.h"
#include "core/document/printed.h"
#include "core/document/trace_document.h"

#include <algorithm>

namespace parallax {

namespace {

constexpr std::size_t usualHostWidth = 25; // as mtr's
constexpr std::size_t leastHostWidth = 15; // an IPv4 address
constexpr std::size_t besideHost = 53; // columns
constexpr const char *silence = "???";

/// With the address where there is room.
std::string hostOf(const TraceState &watch, const PathRow &row, std::size_t width)
{
    if (!row.address)
        return row.refused > 0 ? "(refused)" : silence;
    std::string both = nameOf(watch, *row.address, false);
    if (widthOf(both) <= width)
        return both;
    const std::string name = both.substr(0, both.find(' '));
    return widthOf(name) <= width ? name : std::string(beginning(name, width - 1)) + '~';
}

/// Of the widest, as far as the terminal has room.
std::size_t hostWidth(const TraceState &watch, const std::vector<PathRow> &rows,
                      std::optional<std::size_t> columns)
{
    std::size_t width = usualHostWidth;
    for (const PathRow &row : rows)
        width = std::max(width, widthOf(hostOf(watch, row, std::string::npos)));
    return columns ? std::min(width, std::max(leastHostWidth, *columns - std::min(*columns, besideHost)))
                   : width;
}

std::string labelOf(int ttl)
{
    return printed("%3d ", ttl);
}

std::string figure(std::optional<Duration> rtt)
{
    return rtt ? printed(" %6.1f", toMilliseconds(*rtt)) : "       ";
}

std::string lineOf(const TraceState &watch, const PathRow &row, std::size_t width)
{
    const std::string host = hostOf(watch, row, width);
    std::string line =
        (row.branch == 0 ? labelOf(row.ttl) : "    ") + host + std::string(width - widthOf(host), ' ');
    const auto loss = row.loss();
    line += loss ? printed(" %5.1f%% %6d", *loss * 100, row.sent) : std::string(14, ' ');
    const RttFigures &rtt = row.rtt;
    for (const auto &value : {rtt.last, rtt.average, rtt.best, rtt.worst, rtt.deviation})
        line += figure(value);
    return line.substr(0, line.find_last_not_of(' ') + 1);
}

} // namespace

bool targetAnswered(const TraceState &watch)
{
    const PathHistory &history = watch.history;
    std::size_t round = 0;
    while (round < history.rounds() && !history.endTtl(round))
        ++round;
    return round < history.rounds();
}

std::string watchHeading(const TraceState &watch)
{
    return printed("watching %s (%s) by %s, a round every %g s", watch.record.target.c_str(),
                   watch.record.address.address.toString().c_str(),
                   std::string(protocolName(watch.record.method)).c_str(),
                   toMilliseconds(watch.request.interval) / 1000.0);
}

std::vector<std::string> watchLines(const TraceState &watch, std::optional<std::size_t> columns)
{
    const std::vector<PathRow> rows = pathRows(watch);
    const std::size_t width = hostWidth(watch, rows, columns);
    std::vector<std::string> lines{"    HOST" + std::string(width - 4, ' ')
                                   + "  Loss%    Snt   Last    Avg   Best   Wrst  StDev"};
    int next = watch.request.firstTtl;
    for (const PathRow &row : rows) {
        for (; next < row.ttl; ++next) // whoever is silent is not yet given up
            lines.push_back(labelOf(next) + silence);
        next = row.ttl + 1;
        lines.push_back(lineOf(watch, row, width));
    }
    const bool nobodyYet = watch.history.rounds() == 0;
    const bool ends = rows.empty() || rows.back().address.has_value();
    if (!nobodyYet && !targetAnswered(watch) && ends && next <= watch.request.maxTtl)
        lines.push_back(labelOf(next) + silence); // the path goes on
    return lines;
}

} // namespace parallax
