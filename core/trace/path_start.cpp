// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/path_start.h"

#include "core/base/failure.h"
#include "core/packet/craft_trace.h"

#include <algorithm>
#include <utility>

#include <net/if.h>

namespace parallax {

namespace {

constexpr std::uint16_t usualTraceLength = 60; // bytes of the IP packet, as traceroute's
constexpr std::uint16_t usualTraceLengthV6 = 80;
constexpr std::uint16_t usualPingData = 56; // as ping's

std::uint16_t usualLength(const TraceRequest &request, const IpAddress &address)
{
    if (request.method == Method::TcpSyn)
        return 0;
    if (request.kind == TraceRequest::Kind::Ping)
        return std::max(
            leastLength(request.method, {address, portOf(request)}),
            static_cast<std::uint16_t>(request.data.value_or(usualPingData) + headerLength(address)));
    return address.isV4() ? usualTraceLength : usualTraceLengthV6;
}

Result<SocketTarget> targetFor(const TraceRequest &request, const IpAddress &address)
{
    SocketTarget target{.method = request.method, .address = {address, portOf(request)}};
    if (!request.interface.empty()) {
        target.device = request.interface;
        target.interfaceIndex = if_nametoindex(request.interface.c_str());
        if (target.interfaceIndex == 0)
            return failure(ErrorCode::InvalidArgument,
                           QT_TRANSLATE_NOOP("Reasons", "there is no network device called %1"),
                           {request.interface});
    }
    if (!address.isV4() && address.isLinkLocal() && target.interfaceIndex == 0)
        return failure(
            ErrorCode::InvalidArgument,
            QT_TRANSLATE_NOOP("Reasons", "%1 is an address of one link: name its device, as in %1%eth0"),
            {address.toString()});
    auto source =
        request.source.empty() ? sourceFor(address, target.interfaceIndex) : IpAddress::parse(request.source);
    if (!source)
        return source.error();
    if (!request.source.empty() && !isOwn(source.value(), target.interfaceIndex))
        return failure(ErrorCode::InvalidArgument,
                       QT_TRANSLATE_NOOP("Reasons", "%1 is no address of this machine"), {request.source});
    target.source = source.value();
    target.sourceNamed = !request.source.empty();
    return target;
}

} // namespace

bool suits(const IpAddress &address, AddressFamily family)
{
    return family == AddressFamily::Any || (family == AddressFamily::V4) == address.isV4();
}

Result<PathStart> startFor(TraceRequest request, const IpAddress &address)
{
    // A group's answers are from others than the target, and the kernel would ask this machine in the place
    // of no address.
    if (!address.isOneHost())
        return failure(ErrorCode::InvalidArgument,
                       QT_TRANSLATE_NOOP("Reasons", "%1: not the address of one host"), {request.target});
    const auto source = IpAddress::parse(request.source);
    if (source && source.value().isV4() != address.isV4())
        return failure(ErrorCode::InvalidArgument,
                       QT_TRANSLATE_NOOP("Reasons", "%1 is of another IP version than %2"),
                       {request.source, address.toString()});
    if (!suits(address, request.family))
        return failure(ErrorCode::UnknownHost,
                       QT_TRANSLATE_NOOP("Reasons", "%1: no address of the wanted IP version"),
                       {request.target});
    auto target = targetFor(request, address);
    if (!target)
        return target.error();
    if (request.length == 0)
        request.length = usualLength(request, address);
    return PathStart{.request = std::move(request), .target = std::move(target).value()};
}

} // namespace parallax
