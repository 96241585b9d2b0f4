// SPDX-License-Identifier: GPL-3.0-or-later
//
// lab-storm SERVER TESTER SECONDS: sends the server 5,000 ICMP errors a second (time exceeded). Every second
// one quotes a segment from its port 8080 to the tester, with a port and a sequence number that are guessed;
// the others quote flows of strangers. Prints how many were sent.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <span>
#include <thread>

namespace {

using namespace std::chrono_literals;

constexpr int failedExit = 1;
constexpr int usageExit = 3;
constexpr int perTick = 50;
constexpr auto tick = 10ms;
constexpr std::size_t icmpHeader = 8;
constexpr std::size_t ipHeader = 20;
constexpr std::uint32_t seed = 1;

using Random = std::independent_bits_engine<std::mt19937, 32, std::uint32_t>;
using Packet = std::array<std::uint8_t, icmpHeader + ipHeader + 8>;

void put16(std::span<std::uint8_t> at, std::uint32_t value)
{
    at[0] = static_cast<std::uint8_t>(value >> 8);
    at[1] = static_cast<std::uint8_t>(value);
}

void put32(std::span<std::uint8_t> at, std::uint32_t value)
{
    put16(at, value >> 16);
    put16(at.subspan(2), value & 0xffffU);
}

std::uint16_t checksum(std::span<const std::uint8_t> bytes)
{
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2)
        sum += static_cast<std::uint32_t>(bytes[at] << 8 | bytes[at + 1]);
    while (sum >> 16 != 0)
        sum = (sum & 0xffffU) + (sum >> 16);
    return static_cast<std::uint16_t>(~sum);
}

/// Addresses in host order.
Packet timeExceeded(std::uint32_t from, std::uint32_t to, Random &random)
{
    Packet packet{};
    const std::span<std::uint8_t> all(packet);
    const auto ip = all.subspan(icmpHeader, ipHeader);
    const auto tcp = all.subspan(icmpHeader + ipHeader);
    all[0] = 11;
    ip[0] = 0x45;
    put16(ip.subspan(2), 53);
    put16(ip.subspan(4), random() & 0xffffU);
    ip[8] = 1;
    ip[9] = IPPROTO_TCP;
    put32(ip.subspan(12), from);
    put32(ip.subspan(16), to);
    put16(ip.subspan(10), checksum(ip));
    put16(tcp, 8080);
    put16(tcp.subspan(2), 1024 + random() % 64'000);
    put32(tcp.subspan(4), random());
    put16(all.subspan(2), checksum(all));
    return packet;
}

} // namespace

int main(int argc, char **argv)
{
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    sockaddr_in server{};
    in_addr tester{};
    server.sin_family = AF_INET;
    if (arguments.size() != 4 || inet_pton(AF_INET, arguments[1], &server.sin_addr) != 1
        || inet_pton(AF_INET, arguments[2], &tester) != 1)
        return usageExit;
    const int socket = ::socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
    if (socket < 0)
        return failedExit;
    Random random(seed);
    long sent = 0;
    auto next = std::chrono::steady_clock::now();
    for (long left = std::strtol(arguments[3], nullptr, 10) * (1s / tick); left > 0; --left) {
        for (int i = 0; i < perTick; ++i) {
            const std::uint32_t to = i % 2 == 0 ? ntohl(tester.s_addr) : random();
            const Packet packet = timeExceeded(ntohl(server.sin_addr.s_addr), to, random);
            const auto done = ::sendto(socket, packet.data(), packet.size(), 0,
                                       reinterpret_cast<const sockaddr *>(&server), sizeof server);
            sent += done > 0 ? 1 : 0;
        }
        next += tick;
        std::this_thread::sleep_until(next);
    }
    ::close(socket);
    std::printf("%ld\n", sent);
}
