// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPolygonF>

namespace parallax {

/// The outlines of all land, x: longitude, y: latitude southwards, in degrees. Read once.
const QList<QPolygonF> &landOutlines();

} // namespace parallax
