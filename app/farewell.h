// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_code.h"

#include <exception>
#include <string>

namespace parallax {

/// Nothing is to be run: print this and leave. Help and version go to stdout, errors (code not 0) to stderr.
struct Farewell {
    std::string text{};
    int code = 0;
};

/// Prints the farewell where it belongs and returns its code.
int say(const Farewell &farewell);
/// For the end of a program: `code`, unless standard output did not take all that was written to it. Then it
/// says so, and the code is that of a system failure.
int codeOfOutput(int code);

/// Runs something that returns an exit code. Ours throws nothing: what arrives is out of memory, or a
/// library's.
template<class Run>
int caught(Run run)
{
    try {
        return run();
    } catch (const std::exception &exception) {
        return say({std::string("parallax-cli: ") + exception.what() + '\n', exit_code::systemFailure});
    }
}

} // namespace parallax
