// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/early_path.h"
#include "app/trace_options.h"

namespace parallax {

/// A function of a library that the program loads: returns an exit code and lets no exception out, for the
/// two need not have one copy of the C++ library.
template<class Function>
struct Loaded {
    const char *library;
    const char *name;
};

/// `trace` and `ping` from where the program has brought them; its rights are gone.
constexpr Loaded<int(const TraceOptions &options, EarlyPath &early)> loadedTrace{"libparallax-trace.so",
                                                                                 "parallaxTrace"};
/// Any sub-command.
constexpr Loaded<int(int argc, const char *const *argv)> loadedCommands{"libparallax-commands.so",
                                                                        "parallaxCommands"};

} // namespace parallax

extern "C" {
int parallaxTrace(const parallax::TraceOptions &options, parallax::EarlyPath &early);
int parallaxCommands(int argc, const char *const *argv);
}
