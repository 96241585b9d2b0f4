// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

namespace parallax {

/// What this process may do now, found by trying, and what its program file would give it.
struct Rights {
    bool canCapture = false; // packet sockets
    bool canSendRaw = false; // raw IP sockets, IPv4
    bool isRoot = false;
    bool startedForUser = false; // root by pkexec or sudo: the drop becomes that user
    bool fileHasCapabilities = false; // set at install on the program file
    bool mayGainPrivileges = true; // no_new_privs is not set: file capabilities count

    bool operator==(const Rights &) const = default;
};

Rights rightsOfThisProcess();

/// Whether a program file was given capabilities.
bool hasCapabilities(const std::string &file);

/// Gives up every capability and the way back to one, and becomes the user who called pkexec or sudo, whose
/// HOME and folders are then this process's. Only before the first thread: one started earlier would keep
/// everything. Sockets and capture handles that are open stay usable. On an error the process must end.
Result<void> dropPrivileges();

} // namespace parallax
