// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/crowd.h"

#include "tests/support/stamped_read.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>

namespace parallax::load {

using namespace std::chrono_literals;

namespace {

constexpr auto tickInterval = 20ms;
constexpr int shortestDelayUs = 5'000;
constexpr int longestDelayUs = 50'000;
constexpr int smallReceiveBuffer = 2048;
constexpr std::size_t readAtOnce = 16'384;
constexpr std::uint8_t textFrame = 0x1;
constexpr std::uint8_t closeFrame = 0x8;
constexpr std::uint8_t pingFrame = 0x9;
constexpr std::uint8_t pongFrame = 0xa;

sockaddr_in socketAddress(std::uint32_t address, std::uint16_t port)
{
    sockaddr_in result{};
    result.sin_family = AF_INET;
    result.sin_addr.s_addr = htonl(address);
    result.sin_port = htons(port);
    return result;
}

void setOption(int socket, int level, int option, int value)
{
    setsockopt(socket, level, option, &value, sizeof value);
}

/// A client's frame (RFC 6455, 5.2), masked as every client's must be. Payloads here are short.
std::string frame(std::uint8_t opcode, std::string_view payload)
{
    constexpr std::array<char, 4> mask{0x17, 0x2a, 0x3b, 0x4c};
    std::string bytes{static_cast<char>(0x80 | opcode), static_cast<char>(0x80 | payload.size())};
    bytes.append(mask.data(), mask.size());
    for (std::size_t i = 0; i < payload.size(); ++i)
        bytes += static_cast<char>(payload[i] ^ mask[i % mask.size()]);
    return bytes;
}

struct Frame {
    std::uint8_t opcode = 0;
    std::string_view payload{};
    std::size_t size = 0;
};

/// The frame at the beginning of the bytes, once it is whole. A server's frames are not masked.
std::optional<Frame> firstFrame(std::string_view bytes)
{
    if (bytes.size() < 2)
        return std::nullopt;
    const auto at = [bytes](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    std::size_t length = at(1) & 0x7fU;
    std::size_t head = 2;
    if (length == 126) { // a 16-bit length follows; the longer form never comes here
        if (bytes.size() < 4)
            return std::nullopt;
        length = static_cast<std::size_t>(at(2)) << 8 | at(3);
        head = 4;
    }
    if (bytes.size() < head + length)
        return std::nullopt;
    return Frame{static_cast<std::uint8_t>(at(0) & 0x0fU), bytes.substr(head, length), head + length};
}

std::string_view between(std::string_view text, std::string_view before, char after)
{
    const auto found = text.find(before);
    if (found == std::string_view::npos)
        return {};
    const auto begin = found + before.size();
    return text.substr(begin, text.find(after, begin) - begin);
}

} // namespace

Crowd::Crowd(Target target)
    : m_target(std::move(target))
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    prctl(PR_SET_TIMERSLACK, 1);
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

std::size_t Crowd::begin(Habit habit)
{
    const std::size_t place = m_testers.size();
    Tester &tester = m_testers.emplace_back();
    tester.habit = habit;
    tester.began = Clock::now();
    m_running += habit == Habit::Ordinary ? 1 : 0;
    tester.socket = FileDescriptor(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int fd = tester.socket.get();
    setOption(fd, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(fd, SOL_SOCKET, SO_TIMESTAMPNS, 1);
    if (habit == Habit::NeverReads)
        setOption(fd, SOL_SOCKET, SO_RCVBUF, smallReceiveBuffer);
    if (m_target.firstAddress != 0) {
        setOption(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1);
        const auto offset = static_cast<std::uint32_t>(place % static_cast<std::size_t>(m_target.addresses));
        const auto own = socketAddress(m_target.firstAddress + offset, 0);
        if (bind(fd, reinterpret_cast<const sockaddr *>(&own), sizeof own) != 0) {
            leave(place);
            return place;
        }
    }
    epoll_event wanted{.events = EPOLLIN | EPOLLOUT, .data = {.u64 = place}};
    epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &wanted);
    const auto server = socketAddress(m_target.server, m_target.port);
    if (connect(fd, reinterpret_cast<const sockaddr *>(&server), sizeof server) != 0 && errno != EINPROGRESS)
        leave(place);
    return place;
}

void Crowd::play(std::chrono::milliseconds longest, const std::function<bool()> &done,
                 const std::function<void()> &tick)
{
    const auto end = Clock::now() + longest;
    auto nextTick = Clock::now();
    while (!done() && Clock::now() < end) {
        if (Clock::now() >= nextTick) {
            tick();
            nextTick = Clock::now() + tickInterval;
        }
        wait(m_answers.empty() ? nextTick : std::min(nextTick, m_answers.top().due));
        answerDue();
    }
}

void Crowd::wait(Clock::time_point until)
{
    const auto left = std::max<std::chrono::nanoseconds>(until - Clock::now(), 0ns);
    const timespec timeout{.tv_sec = left / 1s, .tv_nsec = (left % 1s).count()};
    std::array<epoll_event, 64> events{}; // few at once: an answer that falls due must not wait for many
    const int count =
        epoll_pwait2(m_epoll.get(), events.data(), static_cast<int>(events.size()), &timeout, nullptr);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events.at(static_cast<std::size_t>(i));
        handle(event.data.u64, event.events);
        answerDue();
    }
}

void Crowd::handle(std::size_t place, std::uint32_t events)
{
    Tester &tester = m_testers[place];
    if (tester.gone)
        return;
    if (!tester.connected && (events & EPOLLOUT) != 0) {
        tester.connected = true;
        epoll_event wanted{.events = EPOLLIN, .data = {.u64 = place}};
        epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, tester.socket.get(), &wanted);
        // Half a request is as little as none, and shows that the server waits for the other half.
        const std::string head = "GET /ws/" + m_target.token + " HTTP/1.1\r\nHost: load\r\n";
        write(tester, head);
        if (tester.habit != Habit::HalfOpen)
            write(tester,
                  "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nUser-Agent: load-testers\r\n\r\n");
    }
    if (tester.habit == Habit::NeverReads && tester.opened) {
        flood(tester);
        if ((events & (EPOLLERR | EPOLLHUP)) != 0)
            leave(place);
        return;
    }
    if ((events & (EPOLLIN | EPOLLERR | EPOLLHUP)) != 0)
        read(place);
}

void Crowd::read(std::size_t place)
{
    static std::array<char, readAtOnce> bytes;
    Tester &tester = m_testers[place];
    const StampedRead got = readStamped(tester.socket.get(), bytes);
    if (got.bytes < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got.bytes <= 0)
        return leave(place);
    tester.unread.append(bytes.data(), static_cast<std::size_t>(got.bytes));
    if (!tester.opened) {
        const auto end = tester.unread.find("\r\n\r\n");
        if (end == std::string::npos)
            return;
        if (tester.unread.compare(0, 12, "HTTP/1.1 101") != 0)
            return leave(place);
        tester.opened = true;
        tester.unread.erase(0, end + 4);
    }
    readFrames(place, got.at);
}

void Crowd::readFrames(std::size_t place, Clock::time_point received)
{
    Tester &tester = m_testers[place];
    while (const auto first = firstFrame(tester.unread)) {
        if (first->opcode == closeFrame) {
            write(tester, frame(closeFrame, first->payload));
            return leave(place);
        }
        if (first->opcode == pingFrame)
            write(tester, frame(pongFrame, first->payload));
        if (first->opcode == textFrame)
            readText(place, first->payload, received);
        tester.unread.erase(0, first->size);
    }
}

void Crowd::readText(std::size_t place, std::string_view text, Clock::time_point received)
{
    Tester &tester = m_testers[place];
    if (text.find(R"("type":"result")") != std::string_view::npos) {
        tester.ended = Clock::now();
        tester.session = between(text, R"("session":")", '"');
        return;
    }
    const std::string_view nonce = between(text, R"({"type":"ping","timestamp":)", '}');
    if (nonce.empty())
        return;
    const auto chosen = std::chrono::microseconds(
        std::uniform_int_distribution<int>(shortestDelayUs, longestDelayUs)(m_random));
    m_answers.push({received + chosen, received, place, chosen, std::string(nonce)});
}

void Crowd::answerDue()
{
    while (!m_answers.empty() && m_answers.top().due <= Clock::now()) {
        const DueAnswer answer = m_answers.top();
        m_answers.pop();
        Tester &tester = m_testers[answer.tester];
        if (tester.gone)
            continue;
        const std::string pong = frame(textFrame, R"({"type":"pong","timestamp":)" + answer.nonce + '}');
        const auto kept = Clock::now() - answer.received;
        write(tester, pong);
        tester.delays.push_back({answer.chosen, kept});
    }
}

void Crowd::write(const Tester &tester, std::string_view bytes)
{
    // A full buffer loses an answer: the run then shows it.
    [[maybe_unused]] const auto written =
        send(tester.socket.get(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
}

/// Every control ping asks for a pong, which nobody will read.
void Crowd::flood(Tester &tester)
{
    const std::string ping = frame(pingFrame, std::string(100, 'x'));
    for (int i = 0; i < 10; ++i)
        write(tester, ping);
}

void Crowd::leave(std::size_t place)
{
    Tester &tester = m_testers[place];
    if (tester.gone)
        return;
    tester.gone = true;
    tester.socket = FileDescriptor(); // closes it, which also ends its events
    m_running -= tester.habit == Habit::Ordinary ? 1 : 0;
}

} // namespace parallax::load
