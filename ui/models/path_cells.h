// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/path_figures.h"

#include <QString>

#include <optional>

/// The words and figures in the path table's cells, by PathModel::Column.
namespace parallax::path_cells {

QString unknown(); // "–"
int alignment(int column);
QString heading(int column);
/// What a column means, for those who do not know its abbreviation.
QString explanation(int column);
std::optional<Duration> figure(const RttFigures &rtt, int column);
/// Whatever is no number with decimals.
QString text(const PathRow &row, const AddressFacts &facts, int column);

} // namespace parallax::path_cells
