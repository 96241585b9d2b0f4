// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config_file.h"
#include "app/exit_code.h"
#include "app/farewell.h"
#include "app/fingerprint_file.h"

namespace parallax {

/// Says why a sub-command cannot run, and with which code the program ends.
inline int fail(const Error &error)
{
    const bool callerErred = error.code == ErrorCode::InvalidArgument || error.code == ErrorCode::Malformed;
    return say({"parallax-cli: " + error.message + '\n',
                callerErred ? exit_code::badArguments : exit_code::systemFailure});
}

/// Runs a sub-command with the user's configuration; returns its exit code.
template<class Run>
int configured(const GivenSettings &given, Run run)
{
    const auto config = loadConfig(given);
    if (!config)
        return fail(config.error());
    const auto known = useFingerprintsOf(config.value());
    return known ? run(config.value()) : fail(known.error());
}

} // namespace parallax
