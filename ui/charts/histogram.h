// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QList>
#include <QPointF>

#include <vector>

namespace parallax {

/// The outline of a step histogram with bins [n·width, (n+1)·width): x in ms, y in percent of all samples.
/// Bins start at zero, so they stay where they are while samples come in.
QList<QPointF> stepHistogram(const std::vector<Duration> &samples, double width);

} // namespace parallax
