// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/links.h"

#include "core/base/ip_address.h"

#include <QNetworkInterface>

#include <algorithm>

namespace parallax {

namespace {

/// Smaller is better to share.
int rank(const IpAddress &address)
{
    if (address.isLoopback())
        return 3;
    return address.isV4() ? 1 : 2;
}

std::vector<IpAddress> usableAddresses(const std::string &bind)
{
    const auto bound = IpAddress::parse(bind);
    if (bound && !bound.value().isUnspecified())
        return {bound.value()};
    const bool onlyV4 = bound && bound.value().isV4();
    std::vector<IpAddress> addresses;
    for (QHostAddress own : QNetworkInterface::allAddresses()) {
        own.setScopeId({});
        const auto address = IpAddress::parse(own.toString().toStdString());
        if (!address || address.value().isLinkLocal() || (onlyV4 && !address.value().isV4()))
            continue;
        addresses.push_back(address.value());
    }
    std::stable_sort(addresses.begin(), addresses.end(),
                     [](const IpAddress &a, const IpAddress &b) { return rank(a) < rank(b); });
    return addresses;
}

std::string withoutTrailingSlash(std::string url)
{
    while (url.ends_with('/'))
        url.pop_back();
    return url;
}

} // namespace

std::vector<std::string> links(const Config &config, std::uint16_t httpPort, const std::string &token)
{
    const std::string path = "/t/" + token;
    if (!config.service.publicUrl.empty())
        return {withoutTrailingSlash(config.service.publicUrl) + path};
    const std::string scheme = config.service.certificateFile.empty() ? "http://" : "https://";
    std::vector<std::string> urls;
    for (const IpAddress &address : usableAddresses(config.service.bind))
        urls.push_back(std::string(scheme).append(SocketAddress{address, httpPort}.toString()).append(path));
    return urls;
}

bool reachableFromElsewhere(const Config &config)
{
    const auto bound = IpAddress::parse(config.service.bind);
    if (!config.service.publicUrl.empty() || (bound && bound.value().isLoopback()))
        return true; // as it is wanted
    const auto addresses = usableAddresses(config.service.bind);
    return std::any_of(addresses.begin(), addresses.end(),
                       [](const IpAddress &address) { return !address.isLoopback(); });
}

} // namespace parallax
