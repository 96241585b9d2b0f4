// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/name_lookups.h"

#include <poll.h>

namespace parallax::fixtures {

constexpr int patience = 60'000; // ms; only a failure takes that long

inline bool becomesReadable(int descriptor, int milliseconds = patience)
{
    pollfd wanted{.fd = descriptor, .events = POLLIN, .revents = 0};
    return ::poll(&wanted, 1, milliseconds) == 1;
}

inline NameLookups lookupsWith(Resolver resolver)
{
    return NameLookups::open(std::move(resolver)).value();
}

/// The next answer, or an empty one if none comes.
template<class Answer>
Answer next(NameLookups &lookups)
{
    if (!becomesReadable(lookups.descriptor()))
        return {};
    const auto learnt = lookups.take();
    const auto *answer = learnt.size() == 1 ? std::get_if<Answer>(&learnt.front()) : nullptr;
    return answer ? *answer : Answer{};
}

inline std::size_t countAnswers(NameLookups &lookups, std::size_t wanted)
{
    std::size_t count = 0;
    while (count < wanted && becomesReadable(lookups.descriptor()))
        count += lookups.take().size();
    return count;
}

inline const HostAddress someAddress{.address = IpAddress::fromV4(0xc0000207), .interface = {}}; // 192.0.2.7

inline std::string noName(const IpAddress & /*of*/)
{
    return {};
}

inline Result<std::vector<HostAddress>> alwaysSomeAddress(const std::string & /*host*/)
{
    return std::vector{someAddress};
}

} // namespace parallax::fixtures
