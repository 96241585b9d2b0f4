// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packet_command.h"

#include "app/command_application.h"
#include "app/exit_code.h"
#include "app/packet_printer.h"
#include "app/program_files.h"
#include "app/signals.h"
#include "core/data/hex_dump.h"
#include "core/exporter/formats.h"
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

Result<void> save(const QString &file, const PacketOutcome &outcome)
{
    const PacketBytes bytes = pcapng(savedPackets(outcome));
    return writeExport(
        file, QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())));
}

/// Sends, and gathers what happens. Nothing, or why it was not to be.
std::optional<Error> exchange(CraftPort &port, PacketOutcome &outcome)
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
    return refused;
}

int show(const PacketOptions &options, const PacketOutcome &outcome)
{
    if (!options.file.empty()) {
        if (auto saved = save(QString::fromStdString(options.file), outcome); !saved)
            return complain(saved.error());
    }
    if (options.output == PacketOptions::Output::Hex)
        print(QString::fromStdString(hexDump(outcome.packet.bytes)));
    if (options.output == PacketOptions::Output::Json)
        print(packetJson(outcome));
    if (options.output == PacketOptions::Output::Text)
        print(options.send ? answerLines(outcome) : packetPage(outcome));
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
    if (options.send) {
        if (!port)
            return complain(port.error());
        if (const auto refused = exchange(*port.value(), outcome))
            return complain(*refused);
    }
    return show(options, outcome);
}

} // namespace parallax
