// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/path_door.h"
#include "core/probe/file_descriptor.h"
#include "core/strategy/path_start.h"

#include <optional>
#include <thread>

namespace parallax {

/// A trace or series of pings as far as it came before the libraries that show it were loaded.
struct EarlyPath {
    PathDoor door{};
    std::optional<StartedPath> started{}; // nothing: the target is a name, or cannot be asked
};

/// Opens the sockets, gives up every right, and sends the first probes where the target is an address: the
/// kernel stamps and keeps the answers meanwhile. On an error the process must end.
Result<EarlyPath> beginEarly(const TraceRequest &request);

/// Goes on with it in a thread of its own, for as long as this object is there.
class EarlyPathKeeper
{
public:
    explicit EarlyPathKeeper(EarlyPath &early);
    ~EarlyPathKeeper();
    EarlyPathKeeper(const EarlyPathKeeper &) = delete;
    EarlyPathKeeper &operator=(const EarlyPathKeeper &) = delete;

private:
    FileDescriptor m_enough; // can be read: the thread has to end
    std::thread m_thread;
};

} // namespace parallax
