// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/observation.h"
#include "core/exporter/fields.h"

#include <QJsonObject>

namespace parallax {

/// One observation; its moments are nanoseconds after `origin`, so nothing is lost by rounding.
QJsonObject observationObject(const Observation &observation, Timestamp origin);
Observation readObservation(const Fields &fields, Timestamp origin);

QJsonArray mplsArray(const std::vector<MplsLabel> &stack);
std::vector<MplsLabel> readMpls(const Fields &fields);

} // namespace parallax
