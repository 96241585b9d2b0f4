// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>

#include <sys/socket.h>

namespace parallax {

/// What waits at a socket, several messages by one system call (recvmmsg), with their control messages. One
/// megabyte of address space, of which only the pages that packets reach are ever used.
class MessageBatch
{
public:
    static constexpr std::size_t capacity = 16;

    MessageBatch();

    /// Never waits. Fewer than `capacity` means that nothing more is there.
    std::size_t receive(int socket, int flags);

    /// Until the next receive().
    std::span<const std::uint8_t> bytes(std::size_t at) const;
    const sockaddr_storage &from(std::size_t at) const { return (*m_slots)[at].from; }
    /// The kernel's software stamp.
    std::optional<Timestamp> stamp(std::size_t at);
    /// One of its control messages.
    template<class Value>
    std::optional<Value> find(std::size_t at, int level, int type)
    {
        msghdr &header = m_headers[at].msg_hdr;
        for (cmsghdr *part = CMSG_FIRSTHDR(&header); part != nullptr; part = CMSG_NXTHDR(&header, part)) {
            if (part->cmsg_level != level || part->cmsg_type != type
                || part->cmsg_len < CMSG_LEN(sizeof(Value)))
                continue;
            Value value{};
            std::memcpy(&value, CMSG_DATA(part), sizeof value);
            return value;
        }
        return std::nullopt;
    }

private:
    static constexpr std::size_t largestPacket = 65'536;

    struct Slot {
        sockaddr_storage from;
        alignas(cmsghdr) std::array<char, 512> control;
        std::array<std::uint8_t, largestPacket> bytes;
    };

    std::unique_ptr<std::array<Slot, capacity>> m_slots;
    std::array<iovec, capacity> m_parts{};
    std::array<mmsghdr, capacity> m_headers{};
};

} // namespace parallax
