// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/probe/craft_port.h"
#include "core/probe/socket_port.h"

#include <memory>

namespace parallax {

/// What traces leave by, and crafted packets where there is a workbench; without the right to probe they are
/// null and `why` says so.
struct PathDoor {
    std::unique_ptr<SocketPort> port{};
    std::unique_ptr<CraftPort> crafts{};
    Error why{};
};
/// Opens it for traces; before rights are dropped.
PathDoor openPathDoor();
/// And for the workbench.
PathDoor openWorkbenchDoor();

} // namespace parallax
