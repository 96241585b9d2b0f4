// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/observation.h"
#include "core/exporter/fields.h"

#include <QByteArray>
#include <QJsonArray>

#include <vector>

namespace parallax {

/// An array, as QJsonDocument would write it; moments are nanoseconds after `origin`, so nothing is lost by
/// rounding.
QByteArray observationsJson(const std::vector<Observation> &observations, Timestamp origin);
Observation readObservation(const Fields &fields, Timestamp origin);

QJsonArray mplsArray(const std::vector<MplsLabel> &stack);
std::vector<MplsLabel> readMpls(const Fields &fields);

} // namespace parallax
