// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clock_command.h"
#include "app/config_file.h"
#include "app/doctor.h"
#include "app/exit_code.h"
#include "app/explain_command.h"
#include "app/export_command.h"
#include "app/fingerprint_file.h"
#include "app/host_notes.h"
#include "app/options.h"
#include "app/packet_command.h"
#include "app/replay_command.h"
#include "app/serve.h"
#include "app/terminal.h"
#include "app/trace_command.h"
#include "core/probe/packet_port.h"
#include "core/probe/privileges.h"

#include <cstdio>
#include <exception>

namespace {

using namespace parallax;

int fail(const Error &error)
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
    if (!config)
        return fail(config.error());
    const auto known = useFingerprintsOf(config.value());
    return known ? run(config.value()) : fail(known.error());
}

int start(const ServeOptions &options)
{
    auto port = PacketPort::open(); // needs a right: before the drop
    PathDoor door = openPathDoor();
    return unprivileged(options.settings, [&](const Config &config) {
        return runServe(config, options, std::move(port), std::move(door));
    });
}

int start(const TraceOptions &options)
{
    PathDoor door = openPathDoor();
    return unprivileged(options.settings,
                        [&](const Config &config) { return runTrace(config, options, std::move(door)); });
}

int start(const ClockServerOptions &options)
{
    return unprivileged(options.settings, [&](const Config &) { return runClockServer(options); });
}

int start(const ClockClientOptions &options)
{
    return unprivileged(options.settings, [&](const Config &) { return runClockClient(options); });
}

int start(const TcpServerOptions &options)
{
    return unprivileged(options.settings, [&](const Config &) { return runTcpServer(options); });
}

int start(const TcpClientOptions &options)
{
    return unprivileged(options.settings, [&](const Config &) { return runTcpClient(options); });
}

int start(const ClockNotesOptions &options)
{
    return unprivileged(options.settings,
                        [&](const Config &config) { return runClockNotes(config, options); });
}

int start(const PacketOptions &options)
{
    Result<std::unique_ptr<CraftPort>> port = Error{}; // opened only where something is to be sent
    if (options.send)
        port = CraftPort::open();
    return unprivileged(options.settings,
                        [&](const Config &) { return runPacket(options, std::move(port)); });
}

int start(const DoctorOptions &options)
{
    const Rights rights = rightsOfThisProcess();
    return unprivileged(options.settings,
                        [&](const Config &config) { return runDoctor(config, rights, options); });
}

int start(const ExportOptions &options)
{
    return unprivileged(options.settings, [&](const Config &config) { return runExport(config, options); });
}

int start(const ExplainOptions &options)
{
    return unprivileged(options.settings, [&](const Config &config) { return runExplain(config, options); });
}

int start(const ReplayOptions &options)
{
    return unprivileged(options.settings, [&](const Config &config) { return runReplay(config, options); });
}

int run(int argc, char **argv)
{
    const auto read = readCommandLine(argc, argv);
    if (const auto *farewell = std::get_if<Farewell>(&read))
        return say(*farewell);
    return std::visit([](const auto &options) { return start(options); }, std::get<Command>(read));
}

} // namespace

int main(int argc, char *argv[])
{
    try {
        return codeOfOutput(run(argc, argv));
    } catch (const std::exception &exception) { // ours throws nothing: out of memory, or a library's
        std::fprintf(stderr, "parallax-cli: %s\n", exception.what());
        return exit_code::systemFailure;
    }
}
