// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_series.h"
#include "ui/charts/time_axis.h"

#include <QStringList>

#include <vector>

namespace parallax {

class Words;

/// The moment at a place of a series' chart and what was measured then, a line each; empty beside the chart.
/// Where no round is at that very place, of the nearest one close to it.
QStringList seriesText(const std::vector<SeriesColumn> &columns, const TimeScale &scale, double x,
                       const Words &words);

} // namespace parallax
