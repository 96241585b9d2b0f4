// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/path_door.h"

#include <utility>

namespace parallax {

PathDoor openPathDoor()
{
    auto port = SocketPort::open();
    if (!port)
        return {.why = port.error()};
    return {.port = std::move(port).value()};
}

PathDoor openWorkbenchDoor()
{
    PathDoor door = openPathDoor();
    if (!door.port)
        return door;
    if (auto crafts = CraftPort::open())
        door.crafts = std::move(crafts).value();
    else
        door.why = crafts.error();
    return door;
}

} // namespace parallax
