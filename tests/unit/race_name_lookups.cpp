// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that look names up, for TSan: without QtTest, whose own watchdog thread it would judge too.
#include "core/trace/name_lookups.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <latch>

#include <poll.h>

using namespace parallax;

namespace {

constexpr std::uint32_t lookupsOfEach = 500;
constexpr std::ptrdiff_t threads = 2 * std::ptrdiff_t{NameLookups::atOnce};

Result<std::vector<HostAddress>> addressOfAny(const std::string &host)
{
    if (host.size() % 2 == 0)
        return Error{ErrorCode::UnknownHost, "unknown"};
    return std::vector{HostAddress{.address = IpAddress::fromV4(1), .interface = host}};
}

bool everyLookupIsAnswered()
{
    auto lookups = NameLookups::open({.addressesOf = addressOfAny, .nameOf = [](const IpAddress &of) {
                                          return of.toString() + ".example";
                                      }});
    if (!lookups)
        return false;
    std::size_t answers = 0;
    const auto take = [&](int milliseconds) {
        pollfd wanted{.fd = lookups.value().descriptor(), .events = POLLIN, .revents = 0};
        if (::poll(&wanted, 1, milliseconds) == 1)
            answers += lookups.value().take().size();
        return wanted.revents != 0;
    };
    for (std::uint32_t i = 0; i < lookupsOfEach; ++i) {
        lookups.value().addressesOf(std::string(1 + i % 9, 'a'));
        lookups.value().nameOf(IpAddress::fromV4(i));
        if (i % 50 == 0)
            take(0);
    }
    while (answers < 2 * lookupsOfEach && take(60'000)) { }
    std::printf("%zu of %u answered\n", answers, 2 * lookupsOfEach);
    return answers == 2 * lookupsOfEach;
}

/// The latches are static, as the last thread may still be leaving one when its count is down.
bool theEndWaitsForNobody()
{
    struct Servers {
        std::latch asked{threads};
        std::latch dead{1};
        std::latch letGo{1};
    };
    static Servers servers;
    const auto ask = [] {
        servers.asked.count_down();
        servers.dead.wait();
    };
    {
        const std::shared_ptr<void> held(nullptr, [](void *) { servers.letGo.count_down(); });
        auto lookups = NameLookups::open({.addressesOf =
                                              [=](const std::string &host) {
                                                  ask();
                                                  return addressOfAny(host);
                                              },
                                          .nameOf =
                                              [ask, held](const IpAddress &of) {
                                                  ask();
                                                  return of.toString();
                                              }});
        for (std::uint32_t i = 0; i < 2 * NameLookups::atOnce; ++i) {
            lookups.value().addressesOf("host.example");
            lookups.value().nameOf(IpAddress::fromV4(i));
        }
        servers.asked.wait();
    }
    servers.dead.count_down();
    servers.letGo.wait();
    std::puts("ended before its threads");
    return true;
}

} // namespace

int main()
{
    try {
        return everyLookupIsAnswered() && theEndWaitsForNobody() ? EXIT_SUCCESS : EXIT_FAILURE;
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return EXIT_FAILURE;
    }
}
