// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "app/clock_arguments.h"
#include "app/exit_code.h"
#include "app/packet_arguments.h"
#include "app/setting_options.h"
#include "app/tcp_clock_arguments.h"
#include "app/trace_arguments.h"
#include "app/whole_option.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace parallax {

namespace {

constexpr const char *version = "Parallax " PARALLAX_VERSION;

/// As it was typed, as far as it was understood: "parallax-cli clock client".
std::string commandOf(const CLI::App &app)
{
    std::string name = app.get_name();
    for (auto chosen = app.get_subcommands(); !chosen.empty(); chosen = chosen.front()->get_subcommands())
        name += " " + chosen.front()->get_name();
    return name;
}

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

/// The sub-commands, and the options that each one fills.
class CommandLine
{
public:
    /// Where `first`, the first argument, is a command, the others are left out: to describe them all takes
    /// milliseconds, and what follows a command is never another.
    explicit CommandLine(std::string_view first)
    {
        m_app.set_version_flag("--version", version);
        m_app.require_subcommand(0, 1); // its own complaint hides an unknown name
        const bool known = isCommand(first);
        for (const Part &part : parts) {
            if (!known || part.name == first)
                (this->*part.add)();
        }
    }

    static bool isCommand(std::string_view name)
    {
        return std::any_of(parts.begin(), parts.end(),
                           [name](const Part &part) { return part.name == name; });
    }

    std::variant<Command, Farewell> read(int argc, const char *const *argv)
    {
        if (argc > 1 && argv[1][0] != '-' && !isCommand(argv[1]))
            return complaint(
                m_app, '"' + std::string(argv[1]) + "\" is no command; those there are: " + allCommands());
        if (auto farewell = parse(m_app, argc, argv))
            return *farewell;
        for (const auto &[sub, command] : m_commands) {
            if (!sub->parsed())
                continue;
            auto chosen = command();
            if (!chosen)
                return complaint(m_app, nameOf(*sub) + ": " + chosen.error().message);
            const auto inRange =
                checkRanges(std::visit([](const auto &options) { return options.settings; }, chosen.value()));
            if (!inRange)
                return complaint(m_app, inRange.error().message);
            return chosen.value();
        }
        return complaint(m_app, "a subcommand is needed");
    }

private:
    static std::string allCommands()
    {
        std::string names;
        for (const Part &part : parts)
            names += (names.empty() ? "" : ", ") + std::string(part.name);
        return names;
    }

    struct Part {
        std::string_view name;
        void (CommandLine::*add)();
    };
    static const std::array<Part, 9> parts; // in the order of --help

    template<class Options>
    CLI::App *add(const char *name, const char *description, Options &options)
    {
        return addTo(m_app, name, description, options);
    }

    template<class Options>
    CLI::App *addTo(CLI::App &parent, const char *name, const char *description, Options &options)
    {
        CLI::App *sub = parent.add_subcommand(name, description);
        sub->set_version_flag("--version", version);
        m_commands.emplace_back(sub, [&options]() -> Result<Command> { return Command{options}; });
        return sub;
    }

    /// A sub-command whose options are an object of their own.
    template<class Arguments>
    void addRead(CLI::App &parent, const char *name, const char *description, Arguments &arguments)
    {
        arguments.add(*addTo(parent, name, description, arguments.options));
        m_commands.back().second = [&arguments]() -> Result<Command> {
            const auto read = arguments.read();
            return read ? Result<Command>(Command{read.value()}) : read.error();
        };
    }

    /// As it is typed: "clock client".
    std::string nameOf(const CLI::App &sub) const
    {
        const CLI::App *parent = sub.get_parent();
        return parent == &m_app ? sub.get_name() : parent->get_name() + " " + sub.get_name();
    }

    void addServe()
    {
        CLI::App *sub = add("serve", "Print a link and measure everybody who opens it", m_serve);
        addAllSettings(*sub, m_serve.settings);
        sub->add_flag("--json", m_serve.json, "One JSON object a line for each event");
    }

    void addDoctor()
    {
        CLI::App *sub = add("doctor", "Say what is missing here, and the command that mends it", m_doctor);
        sub->add_flag("--json", m_doctor.json, "One JSON object");
    }

    void addExport()
    {
        CLI::App *sub = add("export", "Write stored runs as CSV or JSON", m_export);
        addSettings(*sub, {"store"}, m_export.settings);
        sub->add_option(
               "--format", m_export.format,
               "csv: a row a tester; samples: a row a sample; jsonl: a report a line; calculatency: a "
               "line as the CalcuLatency authors' server logs it")
            ->required();
        sub->add_option("--session", m_export.session, "Only this run")->type_name("ID");
        sub->add_option("--out", m_export.out, "Write to this file instead of stdout")->type_name("FILE");
    }

    void addExplain()
    {
        CLI::App *sub = add("explain", "Say in words why a stored run was judged as it was", m_explain);
        addSettings(*sub, {"store", "language", "fingerprints"}, m_explain.settings);
        sub->add_option("session", m_explain.session, "The run's id")->required();
        sub->add_flag("--rejudge", m_explain.rejudge,
                      "Judge its samples by this version's rules, and compare");
    }

    void addReplay()
    {
        CLI::App *sub =
            add("replay", "Show the runs of an exported report file, or measure a written-down network",
                m_replay);
        addSettings(*sub, {"language", "fingerprints"}, m_replay.settings);
        sub->add_option("file", m_replay.file, "A report, reports one a line, or a scenario")->required();
        sub->add_flag("--json", m_replay.json, "Reports, one JSON object a line");
    }

    void addTrace() { addRead(m_app, "trace", "Show the path to a host", m_trace); }
    void addPing() { addRead(m_app, "ping", "Ping a host", m_ping); }
    void addPacket()
    {
        addRead(m_app, "packet", "Make a packet field by field, send it and watch for answers", m_packet);
    }

    void addClock()
    {
        CLI::App *clock = m_app.add_subcommand("clock", "Compare clocks over the network; sets none");
        clock->set_version_flag("--version", version);
        clock->require_subcommand(1);
        addRead(*clock, "server", "Tell the time to clock clients, and reflect STAMP", m_clockServer);
        addRead(*clock, "client", "Ask a clock server how far apart the clocks are", m_clockClient);
        addRead(*clock, "tcp-server", "Tell the time over TCP, and echo lines, to many connections at once",
                m_tcpServer);
        addRead(*clock, "tcp-client", "Ask a TCP time server, by one connection or by many at once",
                m_tcpClient);
        addClockNotes(*clock);
    }

    void addClockNotes(CLI::App &clock)
    {
        CLI::App *sub =
            addTo(clock, "notes", "Say what keeps this machine's clock, and the firewall rules a port needs",
                  m_clockNotes);
        addSettings(*sub, {"http-port", "ws-port"}, m_clockNotes.settings);
        addWhole(*sub, "--port", m_clockNotes.port, {1, 65535}, "UDP port of the clock server [12345]");
        addWhole(*sub, "--tcp-port", m_clockNotes.tcpPort, {1, 65535},
                 "TCP port of the time and echo server [12346]");
        sub->add_flag("--json", m_clockNotes.json, "One JSON object");
    }

    CLI::App m_app{"Network latency forensics: is there a proxy or a VPN in front of a remote browser?",
                   "parallax-cli"};
    ServeOptions m_serve{};
    DoctorOptions m_doctor{};
    ExportOptions m_export{};
    ExplainOptions m_explain{};
    ReplayOptions m_replay{};
    TraceArguments m_trace{TraceRequest::Kind::Trace};
    TraceArguments m_ping{TraceRequest::Kind::Ping};
    ClockServerArguments m_clockServer{};
    ClockClientArguments m_clockClient{};
    ClockNotesOptions m_clockNotes{};
    PacketArguments m_packet{};
    TcpServerArguments m_tcpServer{};
    TcpClientArguments m_tcpClient{};
    std::vector<std::pair<CLI::App *, std::function<Result<Command>()>>> m_commands{};
};

const std::array<CommandLine::Part, 9> CommandLine::parts{{{"serve", &CommandLine::addServe},
                                                           {"doctor", &CommandLine::addDoctor},
                                                           {"export", &CommandLine::addExport},
                                                           {"explain", &CommandLine::addExplain},
                                                           {"replay", &CommandLine::addReplay},
                                                           {"trace", &CommandLine::addTrace},
                                                           {"ping", &CommandLine::addPing},
                                                           {"clock", &CommandLine::addClock},
                                                           {"packet", &CommandLine::addPacket}}};

/// Whether there are such files is seen later, without rights.
Result<void> checkNames(const std::vector<std::string> &files)
{
    for (const std::string &file : files) {
        if (CommandLine::isCommand(file)) { // whoever mixes the programs up looks for no file
            std::string sentence = file;
            sentence.append(" is a command of parallax-cli; a file of that name is ./").append(file);
            return Error{ErrorCode::InvalidArgument, std::move(sentence)};
        }
        if (file.empty())
            return Error{ErrorCode::InvalidArgument, "the name of a file is empty"};
    }
    return {};
}

} // namespace

std::variant<Command, Farewell> readCommandLine(int argc, const char *const *argv)
{
    return CommandLine(argc > 1 ? argv[1] : "").read(argc, argv);
}

std::variant<WindowOptions, Farewell> readWindowOptions(int argc, const char *const *argv)
{
    CLI::App app("Network latency forensics", "parallax");
    app.set_version_flag("--version", version);
    WindowOptions options;
    app.add_option("file", options.files, "Files with a copy of a watched path each, to be shown");
    addAllSettings(app, options.settings);
    if (auto farewell = parse(app, argc, argv))
        return *farewell;
    const auto named = checkNames(options.files);
    if (!named)
        return complaint(app, named.error().message);
    const auto inRange = checkRanges(options.settings);
    if (!inRange)
        return complaint(app, inRange.error().message);
    return options;
}

int say(const Farewell &farewell)
{
    std::fputs(farewell.text.c_str(), farewell.code == exit_code::done ? stdout : stderr);
    return farewell.code;
}

} // namespace parallax
