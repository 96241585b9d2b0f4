// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

namespace parallax {

// parallax-cli measures paths without Qt, whose loading takes as long as half a trace. For every other
// command it becomes parallax-commands, which lies beside it. Users and messages name parallax-cli alone.
constexpr const char *frontName = "parallax-cli";
constexpr const char *commandsName = "parallax-commands";

/// The environment variable in which parallax-cli tells its version to what it becomes.
constexpr const char *frontVersionVariable = "PARALLAX_CLI_VERSION";

/// For parallax-commands: an error where the parallax-cli that became it is of another version, as a
/// half-done update leaves them. Nothing further that is started hears of it.
Result<void> checkFrontVersion();
/// The path of the program that the user called.
std::string calledProgram();
/// The path of parallax-commands, beside this program. Io where the kernel does not tell where that is.
Result<std::string> commandsProgram();
/// The one command that gives that program, and what it becomes, their right.
std::string grantCommand();

} // namespace parallax
