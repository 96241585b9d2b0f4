// SPDX-License-Identifier: GPL-3.0-or-later
//
// lab-cable SECONDS CABLE...: joins pairs of TUN devices and holds every packet for a fixed time.
// A CABLE is left=NAMESPACE:DEVICE,right=NAMESPACE:DEVICE and, as wanted, delay_us, back_delay_us (right to
// left, when it differs), jitter_us (mean of an exponential distribution), loss (0..1), reorder (0..1), seed,
// log=FILE (a line for every ICMP echo over IPv4: identifier and sequence number, and how many µs it was
// held), hold_acks_us (what comes from the right acknowledges that late), label with router=ADDRESS (that
// router's ICMP errors from the right quote this MPLS label), gather_us (takes together what comes within
// that time, for who sends many at once: to be woken for each packet costs the sender's processor as much as
// sending) and spin=1 (this process never sleeps: to be woken takes a virtual machine 50 µs and more, which
// nobody's log would know of). Prints "ready" when every device exists. Ends with its parent, or after
// SECONDS.
#include "tests/network/ack_holder.h"
#include "tests/network/delay_line.h"
#include "tests/network/tun.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <thread>

#include <arpa/inet.h>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace parallax;
using namespace parallax::lab;

namespace {

using Fields = std::map<std::string, std::string>;

/// A direction of a cable: what is read from one device is written to the other.
struct Direction {
    int from;
    int to;
    DelayLine line;
    AckHolder acks{std::chrono::microseconds(0)};
    std::chrono::microseconds gather{0};
    bool spins = false;
    std::uint32_t label = 0; // 0: none
    std::array<std::uint8_t, 4> router{};
    std::FILE *log = nullptr;
    std::map<std::uint64_t, Clock::time_point> echoes{}; // held now, if there is a log
};

/// Type, identifier and sequence number of an ICMP echo or its reply over IPv4; nothing for other packets.
std::optional<std::uint64_t> echoIn(const Packet &packet)
{
    constexpr std::size_t header = 20;
    if (packet.size() < header + 8 || packet[0] != 0x45 || packet[9] != IPPROTO_ICMP
        || (packet[header] != 8 && packet[header] != 0))
        return std::nullopt;
    std::uint64_t key = packet[header];
    for (std::size_t i = header + 4; i < header + 8; ++i)
        key = key << 8 | packet[i];
    return key;
}

Fields parseFields(std::string_view text)
{
    Fields fields;
    while (!text.empty()) {
        const auto part = text.substr(0, text.find(','));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        const auto equals = part.find('=');
        if (equals != std::string_view::npos)
            fields.emplace(part.substr(0, equals), part.substr(equals + 1));
    }
    return fields;
}

double number(const Fields &fields, const std::string &name, double fallback)
{
    const auto field = fields.find(name);
    if (field == fields.end())
        return fallback;
    double value = fallback;
    std::from_chars(field->second.data(), field->second.data() + field->second.size(), value);
    return value;
}

std::chrono::microseconds microseconds(double count)
{
    return std::chrono::microseconds(std::llround(count));
}

Result<int> openEnd(const Fields &fields, const std::string &side)
{
    const auto field = fields.find(side);
    const auto colon = field == fields.end() ? std::string::npos : field->second.find(':');
    if (colon == std::string::npos)
        return Error{ErrorCode::InvalidArgument, side + "=NAMESPACE:DEVICE is missing"};
    return openTun(field->second.substr(0, colon), field->second.substr(colon + 1));
}

/// None where none is asked for.
Result<std::FILE *> openLog(const Fields &fields)
{
    const auto file = fields.find("log");
    if (file == fields.end())
        return nullptr;
    std::FILE *log = std::fopen(file->second.c_str(), "ae"); // until the program ends
    if (!log)
        return Error{ErrorCode::Io, file->second + " cannot be written"};
    std::setvbuf(log, nullptr, _IOLBF, BUFSIZ);
    return log;
}

Result<void> addCable(const std::string &text, std::vector<Direction> &directions)
{
    const Fields fields = parseFields(text);
    const auto left = openEnd(fields, "left");
    if (!left)
        return left.error();
    const auto right = openEnd(fields, "right");
    if (!right)
        return right.error();

    const double delay = number(fields, "delay_us", 0);
    const auto seed = static_cast<std::uint32_t>(number(fields, "seed", 1));
    LineConfig config{.delay = microseconds(delay),
                      .jitterMean = microseconds(number(fields, "jitter_us", 0)),
                      .loss = number(fields, "loss", 0),
                      .reorder = number(fields, "reorder", 0),
                      .seed = 2 * seed};
    const auto log = openLog(fields);
    if (!log)
        return log.error();
    const auto gather = microseconds(number(fields, "gather_us", 0));
    directions.push_back({left.value(), right.value(), DelayLine(config)});
    directions.back().gather = gather;
    directions.back().spins = number(fields, "spin", 0) != 0;
    directions.back().log = log.value();
    config.delay = microseconds(number(fields, "back_delay_us", delay));
    config.seed += 1;
    Direction back{.from = right.value(),
                   .to = left.value(),
                   .line = DelayLine(config),
                   .acks = AckHolder(microseconds(number(fields, "hold_acks_us", 0))),
                   .gather = gather,
                   .label = static_cast<std::uint32_t>(number(fields, "label", 0))};
    const auto router = fields.find("router");
    if (back.label != 0
        && (router == fields.end() || inet_pton(AF_INET, router->second.c_str(), back.router.data()) != 1))
        return Error{ErrorCode::InvalidArgument, "label without router=ADDRESS"};
    back.log = log.value();
    directions.push_back(std::move(back));
    return {};
}

void readAll(Direction &direction)
{
    std::array<std::uint8_t, 65536> buffer; // NOLINT(*-member-init): read() fills it
    while (true) {
        const auto size = read(direction.from, buffer.data(), buffer.size());
        if (size <= 0)
            return;
        Packet packet(buffer.begin(), buffer.begin() + size);
        if (direction.label != 0)
            quoteLabel(packet, direction.router, direction.label);
        const auto now = Clock::now();
        if (const auto echo = direction.log ? echoIn(packet) : std::nullopt)
            direction.echoes[*echo] = now;
        if (auto passed = direction.acks.pass(now, std::move(packet)))
            direction.line.accept(now, std::move(*passed));
    }
}

void logEcho(Direction &direction, const Packet &packet, Clock::time_point left)
{
    const auto echo = echoIn(packet);
    const auto came = echo ? direction.echoes.find(*echo) : direction.echoes.end();
    if (came == direction.echoes.end())
        return;
    const double held = std::chrono::duration<double, std::micro>(left - came->second).count();
    std::fprintf(direction.log, "%08lx %.1f\n", static_cast<unsigned long>(*echo & 0xffffffffU), held);
    direction.echoes.erase(came);
}

void writeDue(Direction &direction)
{
    while (auto held = direction.acks.takeDue(Clock::now()))
        direction.line.accept(Clock::now(), std::move(*held));
    while (const auto packet = direction.line.takeDue(Clock::now())) {
        if (write(direction.to, packet->data(), packet->size()) < 0)
            continue; // a device that is down loses packets, as a cable does
        if (direction.log)
            logEcho(direction, *packet, Clock::now());
    }
}

timespec untilNextDue(const Direction &direction, Clock::time_point end)
{
    const auto next =
        std::min({end, direction.line.nextDue().value_or(end), direction.acks.nextDue().value_or(end)});
    const auto wait = std::max<std::int64_t>(0, std::chrono::nanoseconds(next - Clock::now()).count());
    return {wait / 1'000'000'000, wait % 1'000'000'000};
}

/// Until then, or until a device is gone.
void carry(Direction &direction, Clock::time_point end)
{
    pollfd from{direction.from, POLLIN, 0};
    while (Clock::now() < end) {
        const timespec wait = untilNextDue(direction, end);
        ppoll(&from, 1, &wait, nullptr);
        if ((from.revents & ~POLLIN) != 0)
            return;
        if (from.revents != 0) {
            std::this_thread::sleep_for(direction.gather);
            readAll(direction);
        }
        writeDue(direction);
    }
}

/// One thread for all: the machine has few processors.
void carryAwake(std::span<Direction> directions, Clock::time_point end)
{
    while (Clock::now() < end) {
        for (Direction &direction : directions) {
            readAll(direction);
            writeDue(direction);
        }
    }
}

/// A thread each: what one direction writes passes whole chains of routers before the call returns, and what
/// waits meanwhile at the other end would leave late, and bunched.
void carryAsleep(std::span<Direction> directions, Clock::time_point end)
{
    std::vector<std::thread> carriers;
    for (Direction &direction : directions) {
        carriers.emplace_back([&direction, end] {
            carry(direction, end);
            std::_Exit(0);
        });
    }
    for (std::thread &carrier : carriers)
        carrier.join();
}

/// Without these a packet leaves some milliseconds late when the machine is busy. Refusal is no error.
void askForPunctuality()
{
    prctl(PR_SET_TIMERSLACK, 1UL);
    mlockall(MCL_CURRENT | MCL_FUTURE);
    const sched_param priority{.sched_priority = 50};
    sched_setscheduler(0, SCHED_FIFO, &priority);
}

int run(const std::vector<std::string> &arguments)
{
    const int seconds = arguments.size() < 2 ? 0 : std::atoi(arguments.front().c_str());
    if (seconds <= 0) {
        std::cerr << "usage: lab-cable SECONDS CABLE...\n";
        return 3;
    }
    std::vector<Direction> directions;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const auto added = addCable(arguments[i], directions);
        if (!added) {
            std::cerr << "lab-cable: " << added.error().message << '\n';
            return 4;
        }
    }
    const bool spins = std::any_of(directions.begin(), directions.end(), [](auto &d) { return d.spins; });
    if (!spins)
        askForPunctuality();
    std::cout << "ready" << std::endl; // the lab waits for it: flush
    const auto end = Clock::now() + std::chrono::seconds(seconds);
    spins ? carryAwake(directions, end) : carryAsleep(directions, end);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception &problem) {
        std::fprintf(stderr, "lab-cable: %s\n", problem.what());
        return 4;
    }
}
