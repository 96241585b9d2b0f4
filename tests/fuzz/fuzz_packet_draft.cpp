// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/hex_dump.h"
#include "core/data/packet_dangers.h"
#include "core/data/packet_templates.h"
#include "core/data/packet_text.h"
#include "core/packet/answers.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Lines "field=value" as from the command line, set in a template's draft: each is taken or refused with a
/// reason, and what comes of them is a packet that can be judged. The bytes are also read as an answer to it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace parallax;
    if (size == 0)
        return 0;
    const auto templates = packetTemplates();
    auto draft = draftFrom(templates[data[0] % templates.size()].name).value_or(PacketDraft{});
    std::string_view rest(reinterpret_cast<const char *>(data) + 1, size - 1);
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const std::size_t equals = std::min(line.find('='), line.size());
        const auto set =
            setPacketField(draft, line.substr(0, equals), line.substr(std::min(equals + 1, line.size())));
        if (!set && set.error().message.empty())
            std::abort();
    }
    const auto packet = assemble(draft);
    if (!packet)
        return 0;
    judgePacket(draft, packet.value(), {}, {});
    hexDump(packet.value().bytes);
    const AwaitedPacket awaited = awaitedFor(draft, packet.value());
    [[maybe_unused]] const auto own = answerIn(asSent(packet.value().bytes), {}, awaited);
    [[maybe_unused]] const auto theirs = answerIn({data, size}, {}, awaited);
    return 0;
}
