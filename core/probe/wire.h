// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/observation.h"

#include <vector>

namespace parallax {

/// The edge of the program: probes go out, replies come back.
class Wire
{
public:
    Wire() = default;
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;
    virtual ~Wire() = default;

    virtual Result<void> send(const Probe &probe) = 0;
    /// Everything that arrived since the last call. Never blocks.
    virtual std::vector<Reply> take() = 0;
};

} // namespace parallax
