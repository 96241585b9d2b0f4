// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/trace_figures.h"

namespace parallax {

namespace {

bool isWatch(const TraceState &state)
{
    return state.request.kind == TraceRequest::Kind::Watch;
}

void forgetRounds(RttFigures &figures)
{
    figures.last.reset();
    figures.average.reset();
    figures.deviation.reset();
    figures.jitter.reset();
}

void forgetRounds(EndFigures &figures)
{
    figures.last.reset();
    figures.mean.reset();
}

} // namespace

std::vector<PathRow> pathRows(const TraceState &state, RoundSpan span)
{
    std::vector<PathRow> rows = isWatch(state) ? pathRows(state.history, span) : pathRows(state.record);
    if (state.byMinute) {
        for (PathRow &row : rows)
            forgetRounds(row.rtt);
    }
    return rows;
}

EndFigures endFigures(const TraceState &state)
{
    EndFigures figures = isWatch(state) ? endFigures(state.history) : endFigures(state.record);
    if (state.byMinute)
        forgetRounds(figures);
    return figures;
}

} // namespace parallax
