// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program_files.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace parallax {

namespace {

/// Empty where /proc is missing. Nothing may stand in for it: what is run from there has rights.
std::filesystem::path thisProgram()
{
    std::error_code unreadable;
    return std::filesystem::read_symlink("/proc/self/exe", unreadable);
}

bool isCommandLine(const std::filesystem::path &program)
{
    return program.filename() == frontName || program.filename() == commandsName;
}

} // namespace

Result<void> checkFrontVersion()
{
    const char *told = std::getenv(frontVersionVariable);
    const std::string front = told != nullptr ? told : PARALLAX_VERSION; // nothing: it was started by itself
    ::unsetenv(frontVersionVariable);
    if (front == PARALLAX_VERSION)
        return {};
    std::string sentence(frontName); // a sum of them all makes GCC 12 warn of what is not there
    for (const std::string_view part :
         {std::string_view(" is version "), std::string_view(front), std::string_view(", but "),
          std::string_view(commandsName),
          std::string_view(" beside it is version " PARALLAX_VERSION
                           ": install Parallax again, so that both are of one version")})
        sentence += part;
    return Error{ErrorCode::Io, sentence};
}

std::string calledProgram()
{
    const auto program = thisProgram();
    if (program.empty())
        return frontName;
    return isCommandLine(program) ? (program.parent_path() / frontName).string() : program.string();
}

Result<std::string> commandsProgram()
{
    const auto program = thisProgram();
    if (program.empty())
        return Error{ErrorCode::Io, "/proc is not mounted: it tells where this program's other files are"};
    return (program.parent_path() / commandsName).string();
}

std::string grantCommand()
{
    const std::string command = "sudo setcap cap_net_raw+ep " + calledProgram();
    const auto commands = commandsProgram();
    return commands && isCommandLine(thisProgram()) ? command + " cap_net_raw+ep " + commands.value()
                                                    : command;
}

} // namespace parallax
