// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config_file.h"
#include "app/exit_code.h"
#include "app/options.h"
#include "core/probe/privileges.h"

#include <cstdio>
#include <exception>

namespace parallax {

inline int fail(const Error &error)
{
    const bool callerErred = error.code == ErrorCode::InvalidArgument || error.code == ErrorCode::Malformed;
    return say({"parallax-cli: " + error.message + '\n',
                callerErred ? exit_code::badArguments : exit_code::systemFailure});
}

/// The configuration is read after the drop: it is the user's, and nothing in it meets a right.
template<class Run>
int unprivileged(const GivenSettings &given, Run run)
{
    if (const auto dropped = dropPrivileges(); !dropped)
        return fail(dropped.error());
    const auto config = loadConfig(given);
    return config ? run(config.value()) : fail(config.error());
}

/// What main() does: `run` gives the exit code.
template<class Run>
int guarded(Run run)
{
    try {
        return run();
    } catch (const std::exception &exception) { // ours throws nothing: out of memory, or a library's
        std::fprintf(stderr, "parallax-cli: %s\n", exception.what());
        return exit_code::systemFailure;
    }
}

} // namespace parallax
