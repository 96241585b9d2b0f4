// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/verdict.h"

namespace parallax {

double fibreKilometres(Duration rtt)
{
    constexpr double kilometresPerMillisecond = 100.0;
    return toMilliseconds(rtt) * kilometresPerMillisecond;
}

} // namespace parallax
