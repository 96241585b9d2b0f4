// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/loaded.h"

#include <cstdio>

#include <dlfcn.h>

namespace {

using namespace parallax;

/// Loaded late: Qt and what it needs are most of what a short command would cost. It stays loaded until the
/// process ends. Null where the library or the function is missing; that is said then.
template<class Function>
Function *load(const Loaded<Function> &wanted)
{
    void *library = ::dlopen(wanted.library, RTLD_LAZY | RTLD_LOCAL);
    void *function = library ? ::dlsym(library, wanted.name) : nullptr;
    if (!function)
        std::fprintf(stderr, "parallax-cli: a part of it is missing: %s\n", ::dlerror());
    return reinterpret_cast<Function *>(function);
}

int runEarly(const TraceOptions &options)
{
    auto early = beginEarly(options.request);
    if (!early)
        return say({"parallax-cli: " + early.error().message + '\n', exit_code::systemFailure});
    auto *runTrace = [&] {
        const EarlyPathKeeper keeper(early.value());
        return load(loadedTrace);
    }();
    return runTrace ? runTrace(options, early.value()) : exit_code::systemFailure;
}

int run(int argc, char **argv)
{
    if (isTraceCommandLine(argc, argv)) {
        const auto read = readTraceCommandLine(argc, argv);
        const auto *farewell = std::get_if<Farewell>(&read);
        return farewell ? say(*farewell) : runEarly(std::get<TraceOptions>(read));
    }
    auto *const runCommandLine = load(loadedCommands);
    return runCommandLine ? runCommandLine(argc, argv) : exit_code::systemFailure;
}

} // namespace

int main(int argc, char **argv)
{
    return caught([argc, argv] { return codeOfOutput(run(argc, argv)); });
}
