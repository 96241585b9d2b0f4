// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packet_arguments.h"

#include "app/whole_option.h"
#include "core/data/packet_templates.h"
#include "core/data/packet_text.h"

#include <CLI/CLI.hpp>

#include <cmath>

namespace parallax {

namespace {

constexpr double longestSeconds = 1000.0; // beyond every limit, and still in range of milliseconds

std::chrono::milliseconds milliseconds(double seconds)
{
    const double bounded = std::isfinite(seconds) ? std::clamp(seconds, -1.0, longestSeconds) : -1.0;
    return std::chrono::round<std::chrono::milliseconds>(std::chrono::duration<double>(bounded));
}

} // namespace

void PacketArguments::add(CLI::App &app)
{
    app.add_option("--template", m_template, "The packet to begin with, see --list [icmp_echo]")
        ->type_name("NAME");
    app.add_option("--set", m_fields, "Set a field, as ip.target=192.0.2.7; see --list; may be repeated")
        ->type_name("FIELD=VALUE")
        ->take_all()
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_flag("--list", m_list, "Print the templates, the fields and the codes of --confirm");
    app.add_flag("--hex", m_hex, "Print the bytes alone");
    app.add_flag("--send", options.send, "Send it and wait for answers");
    app.add_option("--wait", m_wait, "Seconds to wait for answers at most, 0 to 60 [2]")
        ->type_name("SECONDS");
    addWhole(app, "--count", options.request.repeat.count, {1, mostPackets},
             "Send so many copies, 1 to 100 [1]");
    app.add_option("--interval", m_interval, "Seconds between copies, 0.01 to 60 [1]")->type_name("SECONDS");
    app.add_option("--confirm", m_confirmed, "Send it although it is dangerous in exactly these ways")
        ->delimiter(',')
        ->type_name("CODE,CODE");
    app.add_option("--pcapng", options.file, "Save the packet, and the answers, for tcpdump and Wireshark")
        ->type_name("FILE");
    app.add_flag("--json", m_json, "One JSON object");
}

Result<PacketDraft> PacketArguments::readDraft() const
{
    auto draft = draftFrom(m_template);
    if (!draft)
        return Error{ErrorCode::InvalidArgument,
                     "--template: there is no template \"" + m_template + "\", see --list"};
    for (const std::string &field : m_fields) {
        const std::size_t equals = field.find('=');
        if (equals == std::string::npos)
            return Error{ErrorCode::InvalidArgument, "--set takes FIELD=VALUE, not \"" + field + "\""};
        const auto set = setPacketField(*draft, field.substr(0, equals), field.substr(equals + 1));
        if (!set)
            return Error{set.error().code, "--set: " + set.error().message};
    }
    return *draft;
}

Result<std::vector<PacketDanger>> PacketArguments::readConfirmed() const
{
    std::vector<PacketDanger> confirmed;
    confirmed.reserve(m_confirmed.size());
    for (const std::string &code : m_confirmed) {
        const auto danger = packetDangerNamed(code);
        if (!danger)
            return Error{ErrorCode::InvalidArgument,
                         "--confirm: there is no danger \"" + code + "\", see --list"};
        confirmed.push_back(*danger);
    }
    return confirmed;
}

Result<void> PacketArguments::readRepeat(PacketRequest &request) const
{
    request.wait = milliseconds(m_wait);
    request.repeat.interval = milliseconds(m_interval);
    if (!checkRepeat({.interval = request.repeat.interval}, {}))
        return Error{ErrorCode::InvalidArgument, "--interval takes 0.01 to 60 seconds"};
    if (!checkRepeat({}, request.wait))
        return Error{ErrorCode::InvalidArgument, "--wait takes 0 to 60 seconds"};
    return checkRepeat(request.repeat, request.wait);
}

Result<PacketOptions> PacketArguments::read() const
{
    PacketOptions read = options;
    auto draft = readDraft();
    if (!draft)
        return draft.error();
    read.request.draft = std::move(draft).value();
    auto confirmed = readConfirmed();
    if (!confirmed)
        return confirmed.error();
    read.request.confirmed = std::move(confirmed).value();
    if (auto inRange = readRepeat(read.request); !inRange)
        return inRange.error();
    if (m_list + m_hex + m_json > 1 || ((m_list || m_hex) && read.send))
        return Error{ErrorCode::InvalidArgument,
                     "--list, --hex and --json exclude each other; the first two "
                     "send nothing"};
    read.output = m_list ? PacketOptions::Output::List
        : m_hex          ? PacketOptions::Output::Hex
        : m_json         ? PacketOptions::Output::Json
                         : PacketOptions::Output::Text;
    return read;
}

} // namespace parallax
