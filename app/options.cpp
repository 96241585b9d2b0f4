// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "app/clock_arguments.h"
#include "app/exit_code.h"
#include "app/packet_arguments.h"
#include "app/trace_arguments.h"
#include "core/data/settings.h"
#include "core/text/words.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <initializer_list>
#include <optional>
#include <sstream>
#include <string_view>

namespace parallax {

namespace {

constexpr const char *version = "Parallax " PARALLAX_VERSION;

bool isTruth(const Setting &setting)
{
    return std::holds_alternative<bool &(*)(Config &)>(setting.field);
}

bool isText(const Setting &setting)
{
    return std::holds_alternative<std::string &(*)(Config &)>(setting.field);
}

std::string helpOf(const Setting &setting)
{
    std::string meaning = Words().settingHelp(setting).toStdString();
    if (isTruth(setting) || isText(setting))
        return meaning;
    return meaning + " [" + std::to_string(setting.least) + " to " + std::to_string(setting.most)
        + ", default " + settingText(Config{}, setting) + "]";
}

void addSetting(CLI::App &app, const Setting &setting, GivenSettings &given)
{
    const std::string name(setting.name);
    const std::string option = "--" + name;
    const std::string group = Words().settingGroup(setting.group).toStdString();
    if (isTruth(setting)) {
        app.add_flag_function(
               option,
               [&given, name](std::int64_t count) { given.emplace_back(name, count > 0 ? "true" : "false"); },
               helpOf(setting))
            ->group(group);
        return;
    }
    app.add_option_function<std::string>(
           option, [&given, name](const std::string &text) { given.emplace_back(name, text); },
           helpOf(setting))
        ->type_name(isText(setting) ? "TEXT" : "NUMBER")
        ->take_last()
        ->group(group);
}

void addAllSettings(CLI::App &app, GivenSettings &given)
{
    for (const Setting &setting : settings())
        addSetting(app, setting, given);
}

void addSettings(CLI::App &app, std::initializer_list<std::string_view> names, GivenSettings &given)
{
    for (const Setting &setting : settings()) {
        if (std::find(names.begin(), names.end(), setting.name) != names.end())
            addSetting(app, setting, given);
    }
}

/// The error, if any: said now, with the option's name, rather than after the configuration was read.
Result<void> checkRanges(const GivenSettings &given)
{
    Config scratch;
    for (const auto &[name, text] : given) {
        const auto applied = applySetting(scratch, name, text);
        if (!applied)
            return Error{applied.error().code, "--" + applied.error().message};
    }
    return {};
}

Farewell complaint(const CLI::App &app, const std::string &message)
{
    return {app.get_name() + ": " + message + "\nTry " + app.get_name() + " --help\n",
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
    }
    return std::nullopt;
}

/// The sub-commands, and the options that each one fills.
class CommandLine
{
public:
    CommandLine()
    {
        m_app.set_version_flag("--version", version);
        m_app.require_subcommand(0, 1); // its own complaint hides an unknown name
        addServe();
        addDoctor();
        addExport();
        addExplain();
        addReplay();
        addRead(m_app, "trace", "Show the path to a host", m_trace);
        addRead(m_app, "ping", "Ping a host", m_ping);
        addClock();
        addRead(m_app, "packet", "Make a packet field by field, send it and watch for answers", m_packet);
    }

    std::variant<Command, Farewell> read(int argc, const char *const *argv)
    {
        if (auto farewell = parse(m_app, argc, argv))
            return *farewell;
        for (const auto &[sub, command] : m_commands) {
            if (!sub->parsed())
                continue;
            const Result<Command> chosen = command();
            if (!chosen)
                return complaint(m_app, chosen.error().message);
            const auto inRange =
                checkRanges(std::visit([](const auto &options) { return options.settings; }, chosen.value()));
            if (!inRange)
                return complaint(m_app, inRange.error().message);
            return chosen.value();
        }
        return complaint(m_app, "a subcommand is needed");
    }

private:
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
        m_commands.emplace_back(sub, [&options] { return Command{options}; });
        return sub;
    }

    /// One whose options are read in a file of their own.
    template<class Arguments>
    void addRead(CLI::App &parent, const char *name, const char *description, Arguments &arguments)
    {
        CLI::App *sub = parent.add_subcommand(name, description);
        sub->set_version_flag("--version", version);
        arguments.add(*sub);
        const std::string path = (&parent == &m_app ? "" : parent.get_name() + " ") + name;
        m_commands.emplace_back(sub, [&arguments, path]() -> Result<Command> {
            auto read = arguments.read();
            if (!read)
                return Error{read.error().code, path + ": " + read.error().message};
            return Command{std::move(read).value()};
        });
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

    void addClock()
    {
        CLI::App *clock = m_app.add_subcommand("clock", "Compare clocks over the network; sets none");
        clock->set_version_flag("--version", version);
        clock->require_subcommand(1);
        addRead(*clock, "server", "Tell the time to clock clients, and reflect STAMP", m_clockServer);
        addRead(*clock, "client", "Ask a clock server how far apart the clocks are", m_clockClient);
        addClockNotes(*clock);
    }

    void addClockNotes(CLI::App &clock)
    {
        CLI::App *sub =
            addTo(clock, "notes", "Say what keeps this machine's clock, and the firewall rules a port needs",
                  m_clockNotes);
        addSettings(*sub, {"http-port", "ws-port"}, m_clockNotes.settings);
        sub->add_option("--port", m_clockNotes.port, "UDP port of the clock server [12345]")
            ->check(CLI::Range(1, 65535))
            ->type_name("NUMBER");
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
    std::vector<std::pair<CLI::App *, std::function<Result<Command>()>>> m_commands{};
};

} // namespace

std::variant<Command, Farewell> readCommandLine(int argc, const char *const *argv)
{
    return CommandLine().read(argc, argv);
}

std::variant<WindowOptions, Farewell> readWindowOptions(int argc, const char *const *argv)
{
    CLI::App app("Network latency forensics", "parallax");
    app.set_version_flag("--version", version);
    WindowOptions options;
    addAllSettings(app, options.settings);
    if (auto farewell = parse(app, argc, argv))
        return *farewell;
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
