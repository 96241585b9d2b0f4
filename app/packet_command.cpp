// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packet_command.h"

#include "app/command_application.h"
#include "app/exit_code.h"
#include "app/packet_printer.h"
#include "app/program_files.h"
#include "app/signals.h"
#include "core/data/hex_dump.h"
#include "core/exporter/output_file.h"
#include "core/packet/pcapng.h"
#include "core/path/packet_hub.h"
#include "core/probe/surroundings.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

namespace parallax {

namespace {

void print(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stdout);
    std::fflush(stdout); // whoever reads a pipe wants it now
}

int complain(const Error &error)
{
    std::string message = error.message;
    if (error.code == ErrorCode::NotPermitted)
        message += ". To mend it: " + grantCommand();
    std::fprintf(stderr, "parallax-cli packet: %s\n", message.c_str());
    return error.code == ErrorCode::InvalidArgument ? exit_code::badArguments : exit_code::systemFailure;
}

Result<void> save(OutputFile &file, const PacketOutcome &outcome)
{
    const PacketBytes bytes = pcapng(savedPackets(outcome));
    const auto written = file.write(
        QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())));
    return written ? file.commit() : written;
}

/// How sending came to its end.
struct Ending {
    std::optional<Error> refused{};
    bool interrupted = false; // before every copy was sent
};

/// Sends, and gathers what happens.
Ending exchange(CraftPort &port, PacketOutcome &outcome)
{
    const StopSignals stopSignals;
    PacketHub hub(&port, {});
    std::optional<Error> refused;
    const auto apply = [&](const PacketUpdate &update) {
        if (const auto *sent = std::get_if<PacketSent>(&update))
            outcome.sent.push_back(sent->packet);
        if (const auto *answered = std::get_if<PacketAnswered>(&update))
            outcome.answers.push_back(answered->answer);
        if (const auto *refusal = std::get_if<PacketRefused>(&update))
            refused = refusal->error;
        if (const auto *done = std::get_if<PacketsDone>(&update))
            outcome.stopped = done->stopped;
        if (std::holds_alternative<PacketRefused>(update) || std::holds_alternative<PacketsDone>(update))
            QCoreApplication::quit();
    };
    QObject::connect(&hub, &PacketHub::updated, QCoreApplication::instance(),
                     [&](const QList<PacketUpdate> &updates) {
                         for (const PacketUpdate &update : updates)
                             apply(update);
                     });
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &hub, &PacketHub::stop);
    QTimer::singleShot(0, &hub, [&] { hub.send(outcome.request); });
    QCoreApplication::exec();
    const bool all = outcome.sent.size() >= static_cast<std::size_t>(outcome.request.repeat.count);
    return {.refused = std::move(refused), .interrupted = !all && stopSignals.received()};
}

void show(const PacketOptions &options, const PacketOutcome &outcome)
{
    if (options.output == PacketOptions::Output::Hex)
        print(QString::fromStdString(hexDump(outcome.packet.bytes)));
    if (options.output == PacketOptions::Output::Json)
        print(packetJson(outcome));
    if (options.output == PacketOptions::Output::Text)
        print(options.send ? answerLines(outcome) : packetPage(outcome));
}

/// Printed first: what came back is not lost with a disk that is full.
int conclude(const PacketOptions &options, const PacketOutcome &outcome, const Ending &ending,
             std::optional<OutputFile> &file)
{
    if (ending.refused && outcome.sent.empty())
        return complain(*ending.refused);
    show(options, outcome);
    if (file) {
        if (auto saved = save(*file, outcome); !saved)
            return complain(saved.error());
    }
    if (ending.refused)
        return complain(*ending.refused);
    if (ending.interrupted)
        return exit_code::interrupted;
    return options.send && outcome.answers.empty() ? exit_code::notReached : exit_code::done;
}

} // namespace

int runPacket(const PacketOptions &options, Result<std::unique_ptr<CraftPort>> port)
{
    if (options.output == PacketOptions::Output::List) {
        print(packetList());
        return exit_code::done;
    }
    const CommandApplication application;
    PacketOutcome outcome{.request = options.request};
    const PacketSurroundings around = surroundingsOf(options.request.draft.target());
    auto packet = assemble(options.request.draft, around.source.value_or(IpAddress{}));
    if (!packet)
        return complain(packet.error());
    outcome.packet = std::move(packet).value();
    outcome.findings = judgePacket(outcome.request.draft, outcome.packet, outcome.request.repeat, around);
    std::optional<OutputFile> file;
    if (!options.file.empty()) { // before anything leaves
        auto opened = OutputFile::open(QString::fromStdString(options.file));
        if (!opened)
            return complain(opened.error());
        file = std::move(opened).value();
    }
    if (options.send && !port)
        return complain(port.error());
    const Ending ending = options.send ? exchange(*port.value(), outcome) : Ending{};
    return conclude(options, outcome, ending, file);
}

} // namespace parallax
