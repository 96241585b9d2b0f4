// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/network/street.h"

namespace parallax::lab {

/// The smallest of some RTTs as the kernel's ping measures them, in milliseconds.
Result<double> pingMinimum(const Street &street, Host from, const QString &target);

/// The address that answers a ping whose TTL ends there.
Result<QString> hopAt(const Street &street, Host from, const QString &target, int ttl);

} // namespace parallax::lab
