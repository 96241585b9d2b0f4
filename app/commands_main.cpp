// SPDX-License-Identifier: GPL-3.0-or-later
// parallax-commands: what parallax-cli becomes for every command but trace and ping.
#include "app/clock_command.h"
#include "app/doctor.h"
#include "app/explain_command.h"
#include "app/export_command.h"
#include "app/fingerprint_file.h"
#include "app/host_notes.h"
#include "app/options.h"
#include "app/packet_command.h"
#include "app/program_files.h"
#include "app/replay_command.h"
#include "app/serve.h"
#include "app/terminal.h"
#include "app/unprivileged.h"
#include "core/probe/packet_port.h"

#include <QCoreApplication>

#include <clocale>

namespace {

using namespace parallax;

template<class Run>
int withFingerprints(const GivenSettings &given, Run run)
{
    return unprivileged(given, [&](const Config &config) {
        const auto known = useFingerprintsOf(config);
        return known ? run(config) : fail(known.error());
    });
}

int start(const ServeOptions &options)
{
    auto port = PacketPort::open(); // needs a right: before the drop
    PathDoor door = openPathDoor();
    return withFingerprints(options.settings, [&](const Config &config) {
        return runServe(config, options, std::move(port), std::move(door));
    });
}

/// Not that of parallax-cli: it never comes here, but somebody else might.
int start(const TraceOptions & /*options*/)
{
    return fail({ErrorCode::InvalidArgument, "trace and ping are commands of parallax-cli itself"});
}

int start(const ClockServerOptions &options)
{
    return withFingerprints(options.settings, [&](const Config &) { return runClockServer(options); });
}

int start(const ClockClientOptions &options)
{
    return withFingerprints(options.settings, [&](const Config &) { return runClockClient(options); });
}

int start(const TcpServerOptions &options)
{
    return withFingerprints(options.settings, [&](const Config &) { return runTcpServer(options); });
}

int start(const TcpClientOptions &options)
{
    return withFingerprints(options.settings, [&](const Config &) { return runTcpClient(options); });
}

int start(const ClockNotesOptions &options)
{
    return withFingerprints(options.settings,
                            [&](const Config &config) { return runClockNotes(config, options); });
}

int start(const PacketOptions &options)
{
    Result<std::unique_ptr<CraftPort>> port = Error{}; // opened only where something is to be sent
    if (options.send)
        port = CraftPort::open();
    return withFingerprints(options.settings,
                            [&](const Config &) { return runPacket(options, std::move(port)); });
}

int start(const DoctorOptions &options)
{
    const Rights rights = rightsOfThisProcess();
    return withFingerprints(options.settings,
                            [&](const Config &config) { return runDoctor(config, rights, options); });
}

int start(const ExportOptions &options)
{
    return withFingerprints(options.settings,
                            [&](const Config &config) { return runExport(config, options); });
}

int start(const ExplainOptions &options)
{
    return withFingerprints(options.settings,
                            [&](const Config &config) { return runExplain(config, options); });
}

int start(const ReplayOptions &options)
{
    return withFingerprints(options.settings,
                            [&](const Config &config) { return runReplay(config, options); });
}

int run(int argc, char **argv)
{
    if (const auto fits = checkFrontVersion(); !fits)
        return fail(fits.error());
    const auto read = readCommandLine(argc, argv);
    if (const auto *farewell = std::get_if<Farewell>(&read))
        return say(*farewell);
    return std::visit([](const auto &options) { return start(options); }, std::get<Command>(read));
}

/// Qt has just taken the user's locale for everything. What the system says of an error stays English, as the
/// rest.
void keepMessagesEnglish()
{
    std::setlocale(LC_MESSAGES, "C");
}
Q_COREAPP_STARTUP_FUNCTION(keepMessagesEnglish)

} // namespace

int main(int argc, char **argv)
{
    return guarded([&] { return codeOfOutput(run(argc, argv)); });
}
