// SPDX-License-Identifier: GPL-3.0-or-later
// parallax-cli: traces and pings by itself, without Qt, and becomes parallax-commands for all else.
#include "app/program_files.h"
#include "app/terminal.h"
#include "app/trace_command.h"
#include "app/unprivileged.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <unistd.h>

namespace {

using namespace parallax;

int measure(const TraceOptions &options)
{
    auto port = SocketPort::open(); // needs a right: before the drop
    return unprivileged(options.settings,
                        [&](const Config &config) -> int { runTrace(config, options, std::move(port)); });
}

/// Its file has a capability of its own: none of this process's goes over.
int becomeCommands(char **argv)
{
    const auto program = commandsProgram();
    if (!program)
        return fail(program.error());
    ::setenv(frontVersionVariable, PARALLAX_VERSION, 1);
    ::execv(program.value().c_str(), argv);
    return fail(
        {ErrorCode::Io,
         program.value() + ", which belongs to this program, does not start: " + std::strerror(errno)});
}

int run(int argc, char **argv)
{
    const auto read = readCommandLine(argc, argv);
    if (const auto *farewell = std::get_if<Farewell>(&read))
        return say(*farewell);
    const auto *trace = std::get_if<TraceOptions>(&std::get<Command>(read));
    return trace ? measure(*trace) : becomeCommands(argv);
}

} // namespace

int main(int argc, char **argv)
{
    return guarded([&] { return codeOfOutput(run(argc, argv)); });
}
