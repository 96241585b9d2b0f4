// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/message_batch.h"

#include <linux/errqueue.h>

namespace parallax {

MessageBatch::MessageBatch()
    : m_slots(std::make_unique_for_overwrite<std::array<Slot, capacity>>())
{
    for (std::size_t at = 0; at < capacity; ++at) {
        Slot &slot = (*m_slots)[at];
        m_parts[at] = {slot.bytes.data(), slot.bytes.size()};
        msghdr &header = m_headers[at].msg_hdr;
        header.msg_name = &slot.from;
        header.msg_iov = &m_parts[at];
        header.msg_iovlen = 1;
        header.msg_control = slot.control.data();
    }
}

std::size_t MessageBatch::receive(int socket, int flags)
{
    for (mmsghdr &message : m_headers) { // the kernel shortens both
        message.msg_hdr.msg_namelen = sizeof(sockaddr_storage);
        message.msg_hdr.msg_controllen = sizeof(Slot::control);
    }
    const int count = ::recvmmsg(socket, m_headers.data(), capacity, flags | MSG_DONTWAIT, nullptr);
    return count < 0 ? 0 : static_cast<std::size_t>(count);
}

std::span<const std::uint8_t> MessageBatch::bytes(std::size_t at) const
{
    return std::span((*m_slots)[at].bytes).first(m_headers[at].msg_len);
}

std::optional<Timestamp> MessageBatch::stamp(std::size_t at)
{
    const auto found = find<scm_timestamping>(at, SOL_SOCKET, SCM_TIMESTAMPING);
    if (!found || found->ts[0].tv_sec == 0)
        return std::nullopt;
    return Timestamp(std::chrono::seconds(found->ts[0].tv_sec)
                     + std::chrono::nanoseconds(found->ts[0].tv_nsec));
}

} // namespace parallax
