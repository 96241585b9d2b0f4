// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_parser.h"

#include "app/exit_code.h"

#include <CLI/CLI.hpp>

#include <sstream>
#include <stdexcept>

namespace parallax {

void nameVersion(CLI::App &app)
{
    app.set_version_flag("--version", "Parallax " PARALLAX_VERSION);
}

namespace {

/// As it was typed, as far as it was understood: "parallax-cli clock client".
std::string commandOf(const CLI::App &app)
{
    std::string name = app.get_name();
    for (auto chosen = app.get_subcommands(); !chosen.empty(); chosen = chosen.front()->get_subcommands())
        name += " " + chosen.front()->get_name();
    return name;
}

} // namespace

Farewell complaint(const CLI::App &app, const std::string &message)
{
    return {app.get_name() + ": " + message + "\nTry " + commandOf(app) + " --help\n",
            exit_code::badArguments};
}

std::optional<Farewell> parse(CLI::App &app, int argc, const char *const *argv)
{
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &success) { // --help and --version
        std::ostringstream out;
        app.exit(success, out, out);
        return Farewell{out.str(), exit_code::done};
    } catch (const CLI::ParseError &error) {
        return complaint(app, error.what());
    } catch (const std::logic_error &) { // the standard library's, through CLI11, of a flag: --name=word
        return complaint(app, "a flag takes no value, or true or false");
    }
    return std::nullopt;
}

} // namespace parallax
