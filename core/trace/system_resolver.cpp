// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/system_resolver.h"

#include "core/base/failure.h"
#include "core/probe/system_address.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <clocale>
#include <cstring>
#include <memory>
#include <utility>

#include <net/if.h>
#include <netdb.h>

namespace parallax {

namespace {

struct FreeAddresses {
    void operator()(addrinfo *list) const { ::freeaddrinfo(list); }
};
using AddressList = std::unique_ptr<addrinfo, FreeAddresses>;

/// Those that people meet are translated, the others as the resolver tells them.
const char *lookupText(int status)
{
    switch (status) {
    case EAI_NONAME:
        return QT_TRANSLATE_NOOP("Reasons", "Name or service not known");
    case EAI_AGAIN:
        return QT_TRANSLATE_NOOP("Reasons", "Temporary failure in name resolution");
    case EAI_NODATA:
        return QT_TRANSLATE_NOOP("Reasons", "No address associated with hostname");
    case EAI_FAIL:
        return QT_TRANSLATE_NOOP("Reasons", "Non-recoverable failure in name resolution");
    default:
        return ::gai_strerror(status);
    }
}

std::string deviceWithIndex(unsigned index)
{
    std::array<char, IF_NAMESIZE> buffer{};
    return ::if_indextoname(index, buffer.data()) == nullptr ? std::string{} : buffer.data();
}

/// By its number (fe80::1%2) too. The name of a device that is not there stays: whoever uses it will say so.
std::string deviceNamed(std::string_view scope)
{
    unsigned index = 0;
    const char *end = scope.data() + scope.size();
    if (const auto read = std::from_chars(scope.data(), end, index);
        read.ec == std::errc{} && read.ptr == end) {
        if (std::string name = deviceWithIndex(index); !name.empty())
            return name;
    }
    return std::string(scope);
}

/// For a host beyond ASCII, whatever the program's locale is: the resolver takes its name to be in the
/// thread's. Kept for good, as detached threads may use it to the end.
void readNamesAsUtf8()
{
    static const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    ::uselocale(utf8); // nothing, where there is no such locale
}

Result<std::vector<HostAddress>> systemAddressesOf(const std::string &host)
{
    readNamesAsUtf8();
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    // Not AI_ADDRCONFIG: where the cards have no IPv6, ::1 would be 127.0.0.1. What cannot be reached is
    // sorted last.
    hints.ai_flags = AI_IDN;
    addrinfo *found = nullptr;
    int status = ::getaddrinfo(host.c_str(), nullptr, &hints, &found);
    if (status == EAI_BADFLAGS) {
        hints.ai_flags = 0;
        status = ::getaddrinfo(host.c_str(), nullptr, &hints, &found);
    }
    if (status != 0) {
        const int reason = errno;
        return Error{status == EAI_AGAIN ? ErrorCode::NoNameServer : ErrorCode::UnknownHost,
                     status == EAI_SYSTEM ? systemText(reason) : lookupText(status)};
    }
    const AddressList list(found);
    std::vector<HostAddress> addresses;
    for (const addrinfo *entry = list.get(); entry != nullptr; entry = entry->ai_next) {
        const auto address = addressIn(entry->ai_addr);
        if (!address)
            continue;
        HostAddress next{.address = *address};
        if (entry->ai_family == AF_INET6)
            next.interface =
                deviceWithIndex(reinterpret_cast<const sockaddr_in6 *>(entry->ai_addr)->sin6_scope_id);
        if (std::find(addresses.begin(), addresses.end(), next)
            == addresses.end()) // one for each socket type
            addresses.push_back(std::move(next));
    }
    return addresses;
}

std::string systemNameOf(const IpAddress &address)
{
    const SystemAddress of(address);
    std::array<char, NI_MAXHOST> name{};
    const int status = ::getnameinfo(of.get(), of.size(), name.data(), name.size(), nullptr, 0, NI_NAMEREQD);
    return status == 0 ? std::string(name.data()) : std::string{};
}

} // namespace

std::optional<HostAddress> literalHost(std::string_view text)
{
    const std::string_view host = withoutBrackets(text);
    const std::size_t percent = host.find('%');
    const auto address = IpAddress::parse(host.substr(0, percent));
    if (!address)
        return std::nullopt;
    if (percent == std::string_view::npos)
        return HostAddress{.address = address.value()};
    const std::string_view scope = host.substr(percent + 1);
    if (address.value().isV4() || scope.empty())
        return std::nullopt;
    return HostAddress{.address = address.value(), .interface = deviceNamed(scope)};
}

Resolver systemResolver()
{
    return {.addressesOf = systemAddressesOf, .nameOf = systemNameOf};
}

} // namespace parallax
