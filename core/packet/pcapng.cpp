// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/pcapng.h"

#include <string_view>

namespace parallax {

namespace {

// draft-ietf-opsawg-pcapng, 4.1 to 4.3 and 3.5
constexpr std::uint32_t sectionBlock = 0x0a0d0d0a;
constexpr std::uint32_t interfaceBlock = 1;
constexpr std::uint32_t packetBlock = 6;
constexpr std::uint32_t byteOrder = 0x1a2b3c4d;
constexpr std::uint16_t endOption = 0;
constexpr std::uint16_t commentOption = 1;
constexpr std::uint16_t applicationOption = 4; // shb_userappl
constexpr std::uint16_t resolutionOption = 9; // if_tsresol
constexpr std::uint16_t rawLink = 101; // LINKTYPE_RAW: IPv4 or IPv6 by its first four bits
constexpr std::uint8_t nanoseconds = 9; // ten to the minus ninth
constexpr std::size_t longestComment = 1000;

/// One block: little endian, padded to words of 32 bits, its length at both ends.
class Block
{
public:
    explicit Block(std::uint32_t type)
    {
        put32(type);
        put32(0); // the length, once it is known
    }

    void put16(std::uint16_t value) { put(value, 2); }
    void put32(std::uint32_t value) { put(value, 4); }

    template<class Range>
    void putPadded(const Range &bytes)
    {
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
        m_bytes.resize((m_bytes.size() + 3) / 4 * 4);
    }

    template<class Range>
    void option(std::uint16_t code, const Range &value)
    {
        put16(code);
        put16(static_cast<std::uint16_t>(value.size()));
        putPadded(value);
    }

    void endInto(PacketBytes &file)
    {
        option(endOption, std::string_view());
        const auto length = static_cast<std::uint32_t>(m_bytes.size() + 4);
        put32(length);
        for (std::size_t i = 0; i < 4; ++i)
            m_bytes[4 + i] = static_cast<std::uint8_t>(length >> (8 * i));
        file.insert(file.end(), m_bytes.begin(), m_bytes.end());
    }

private:
    void put(std::uint32_t value, std::size_t size)
    {
        for (std::size_t i = 0; i < size; ++i)
            m_bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    }

    PacketBytes m_bytes;
};

void beginFile(PacketBytes &file)
{
    Block section(sectionBlock);
    section.put32(byteOrder);
    section.put16(1); // version 1.0
    section.put16(0);
    section.put32(UINT32_MAX); // the section's length is unknown
    section.put32(UINT32_MAX);
    section.option(applicationOption, std::string_view("Parallax " PARALLAX_VERSION));
    section.endInto(file);
    Block interface(interfaceBlock);
    interface.put16(rawLink);
    interface.put16(0);
    interface.put32(0); // no limit to a packet's length
    interface.option(resolutionOption, PacketBytes{nanoseconds});
    interface.endInto(file);
}

void addPacket(PacketBytes &file, const SavedPacket &packet)
{
    const auto since = static_cast<std::uint64_t>(packet.at.time_since_epoch().count());
    const auto size = static_cast<std::uint32_t>(packet.bytes.size());
    Block block(packetBlock);
    block.put32(0); // the first interface
    block.put32(static_cast<std::uint32_t>(since >> 32));
    block.put32(static_cast<std::uint32_t>(since));
    block.put32(size);
    block.put32(size);
    block.putPadded(packet.bytes);
    if (!packet.comment.empty())
        block.option(commentOption, std::string_view(packet.comment).substr(0, longestComment));
    block.endInto(file);
}

} // namespace

PacketBytes pcapng(std::span<const SavedPacket> packets)
{
    PacketBytes file;
    beginFile(file);
    for (const SavedPacket &packet : packets)
        addPacket(file, packet);
    return file;
}

} // namespace parallax
