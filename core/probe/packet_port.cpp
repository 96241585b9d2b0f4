// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/packet_port.h"

#include "core/base/octets.h"
#include "core/packet/parse.h"
#include "core/probe/crowding.h"
#include "core/probe/file_descriptor.h"
#include "core/probe/packet_copies.h"
#include "core/probe/sighting_queue.h"
#include "core/probe/system_address.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <thread>

#include <pcap/pcap.h>
#include <pcap/sll.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr int snapshotLength = 512; // headers, quoted headers, and the bytes of a ping that probes repeat
constexpr int captureBufferBytes = 8 * 1024 * 1024;
constexpr std::size_t mostWaiting = 65'536; // sightings nobody took
constexpr std::size_t interfaceOffset = 4; // of its index in the cooked header
constexpr auto crowdedPause = 1ms; // between two looks while packets crowd in

struct PcapCloser {
    void operator()(pcap_t *handle) const { pcap_close(handle); }
};
using PcapHandle = std::unique_ptr<pcap_t, PcapCloser>;

Error systemError(const std::string &what)
{
    const int reason = errno;
    const auto code = reason == EPERM || reason == EACCES ? ErrorCode::NotPermitted : ErrorCode::Io;
    return {code, what + ": " + std::strerror(reason)};
}

Error captureError(int status, pcap_t *handle)
{
    const auto code = status == PCAP_ERROR_PERM_DENIED || status == PCAP_ERROR_PROMISC_PERM_DENIED
        ? ErrorCode::NotPermitted
        : ErrorCode::Io;
    return {code, std::string("capturing packets: ") + pcap_statustostr(status) + " " + pcap_geterr(handle)};
}

/// The testers' connections, echo replies, and errors that quote TCP: those of a trace by UDP or ICMP would
/// wake the capture for nothing. Protocol of the quoted header: the byte 9, or 6 of IPv6, behind 8 of ICMP.
std::string filterFor(std::uint16_t localPort)
{
    return "tcp port " + std::to_string(localPort)
        + " or (icmp and (icmp[icmptype] = 0 or ((icmp[icmptype] = 3 or icmp[icmptype] = 11) and icmp[17] = "
          "6)))"
          " or (icmp6 and (ip6[40] = 129 or ((ip6[40] = 1 or ip6[40] = 3) and ip6[54] = 6)))";
}

Result<void> setFilter(pcap_t *handle, const std::string &filter)
{
    bpf_program program{};
    if (pcap_compile(handle, &program, filter.c_str(), 1, PCAP_NETMASK_UNKNOWN) != 0)
        return Error{ErrorCode::InvalidArgument, pcap_geterr(handle)};
    const int status = pcap_setfilter(handle, &program);
    pcap_freecode(&program);
    if (status != 0)
        return Error{ErrorCode::Io, pcap_geterr(handle)};
    return {};
}

Result<PcapHandle> openCapture()
{
    std::array<char, PCAP_ERRBUF_SIZE> message{};
    PcapHandle handle(pcap_create("any", message.data())); // interfaces may come and go
    if (!handle)
        return Error{ErrorCode::Io, message.data()};
    pcap_set_snaplen(handle.get(), snapshotLength);
    pcap_set_immediate_mode(handle.get(), 1);
    pcap_set_buffer_size(handle.get(), captureBufferBytes);
    pcap_set_tstamp_precision(handle.get(), PCAP_TSTAMP_PRECISION_NANO);
    if (const int status = pcap_activate(handle.get()); status < 0)
        return captureError(status, handle.get());
    // The second version of Linux' cooked header names the interface, which tells copies of a packet.
    if (const int status = pcap_set_datalink(handle.get(), DLT_LINUX_SLL2); status != 0)
        return captureError(status, handle.get());
    if (auto nothingYet = setFilter(handle.get(), "less 0"); !nothingYet)
        return nothingYet.error();
    if (pcap_setnonblock(handle.get(), 1, message.data()) != 0)
        return Error{ErrorCode::Io, message.data()};
    return handle;
}

Timestamp timestampOf(const pcap_pkthdr &header)
{
    // With nanosecond precision the field called tv_usec holds nanoseconds.
    return Timestamp(std::chrono::seconds(header.ts.tv_sec) + std::chrono::nanoseconds(header.ts.tv_usec));
}

Result<FileDescriptor> openRaw(int family)
{
    FileDescriptor socket(::socket(family, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_RAW));
    if (!socket.isOpen())
        return systemError("opening a raw socket");
    return socket;
}

} // namespace

class PacketPort::Impl
{
public:
    Result<void> run()
    {
        std::array<pollfd, 2> watched{
            {{pcap_get_selectable_fd(capture.get()), POLLIN, 0}, {wake.get(), POLLIN, 0}}};
        while (!stopping.load()) {
            if (poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR)
                return systemError("waiting for packets");
            if (watched[1].revents != 0) {
                if (auto applied = applyWish(); !applied)
                    return applied;
            }
            const int seen =
                pcap_dispatch(capture.get(), -1, &Impl::onPacket, reinterpret_cast<u_char *>(this));
            if (seen == PCAP_ERROR)
                return Error{ErrorCode::Io, std::string("capturing packets: ") + pcap_geterr(capture.get())};
            flush();
            if (crowding.after(std::max(seen, 0), Crowding::Clock::now()))
                std::this_thread::sleep_for(crowdedPause);
        }
        return {};
    }

    /// The filter is changed here, in the capture thread, since a pcap handle serves one thread.
    Result<void> applyWish()
    {
        std::uint64_t count = 0;
        [[maybe_unused]] const auto got = read(wake.get(), &count, sizeof count);
        const std::uint16_t wished = wishedPort.load();
        if (wished == port)
            return {};
        port = wished;
        return setFilter(capture.get(), filterFor(port));
    }

    void wakeUp() const
    {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = write(wake.get(), &one, sizeof one);
    }

    // NOLINTNEXTLINE(readability-non-const-parameter): the type is pcap_handler's
    static void onPacket(u_char *user, const pcap_pkthdr *header, const u_char *bytes)
    {
        auto *self = reinterpret_cast<Impl *>(user);
        self->packets.fetch_add(1, std::memory_order_relaxed);
        if (header->caplen <= SLL2_HDR_LEN)
            return;
        const std::span cooked(bytes, header->caplen);
        const auto packet = cooked.subspan(SLL2_HDR_LEN);
        if (self->copies.isCopy(packet, read32(cooked, interfaceOffset), timestampOf(*header)))
            return;
        auto parsed = parsePacket(packet, self->port, timestampOf(*header));
        if (!parsed)
            self->malformed.fetch_add(1, std::memory_order_relaxed);
        else if (parsed.value())
            self->batch.push_back(std::move(*parsed.value()));
    }

    void flush()
    {
        pcap_stat kernel{};
        if (pcap_stats(capture.get(), &kernel) == 0)
            droppedByKernel.store(kernel.ps_drop);
        if (batch.empty())
            return;
        if (waiting.put(batch) && notify)
            notify();
    }

    PcapHandle capture;
    FileDescriptor rawV4;
    FileDescriptor rawV6;
    FileDescriptor wake;
    std::function<void()> notify;
    std::atomic<bool> stopping{false};
    std::atomic<std::uint16_t> wishedPort{0};
    std::atomic<std::uint64_t> packets{0};
    std::atomic<std::uint64_t> malformed{0};
    std::atomic<std::uint64_t> droppedByKernel{0};
    SightingQueue waiting{mostWaiting};
    std::uint16_t port = 0; // from here on: the capture thread's own
    std::vector<Sighting> batch;
    PacketCopies copies;
    Crowding crowding;
};

Result<std::unique_ptr<PacketPort>> PacketPort::open()
{
    auto impl = std::make_unique<Impl>();
    auto capture = openCapture();
    if (!capture)
        return capture.error();
    impl->capture = std::move(capture).value();
    auto rawV4 = openRaw(AF_INET);
    if (!rawV4)
        return rawV4.error();
    impl->rawV4 = std::move(rawV4).value();
    if (auto rawV6 = openRaw(AF_INET6)) // a machine without IPv6 is no error
        impl->rawV6 = std::move(rawV6).value();
    impl->wake = FileDescriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!impl->wake.isOpen())
        return systemError("eventfd");
    return std::unique_ptr<PacketPort>(new PacketPort(std::move(impl)));
}

PacketPort::PacketPort(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

PacketPort::~PacketPort() = default;

Result<void> PacketPort::run()
{
    return m_impl->run();
}

void PacketPort::stop()
{
    m_impl->stopping.store(true);
    m_impl->wakeUp();
}

void PacketPort::watch(std::uint16_t localPort)
{
    m_impl->wishedPort.store(localPort);
    m_impl->wakeUp();
}

void PacketPort::setOnSightings(std::function<void()> notify)
{
    m_impl->notify = std::move(notify);
}

std::vector<Sighting> PacketPort::take()
{
    return m_impl->waiting.take();
}

CaptureCounts PacketPort::counts() const
{
    return {.packets = m_impl->packets.load(),
            .malformed = m_impl->malformed.load(),
            .dropped = m_impl->droppedByKernel.load() + m_impl->waiting.dropped()};
}

Result<void> PacketPort::send(std::span<const std::uint8_t> packet, const IpAddress &to)
{
    const SystemAddress target(to);
    const FileDescriptor &socket = to.isV4() ? m_impl->rawV4 : m_impl->rawV6;
    const ssize_t sent = sendto(socket.get(), packet.data(), packet.size(), 0, target.get(), target.size());
    if (sent < 0)
        return systemError("sending a probe to " + to.toString());
    return {};
}

} // namespace parallax
