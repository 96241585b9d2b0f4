// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace parallax {

/// Of a column's heading and cells, as a model's data tells it: numbers stand at the right, digit below
/// digit.
inline int cellAlignment(bool isNumber)
{
    return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace parallax
