// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/api_access.h"

#include "core/base/random.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

constexpr std::array<const char *, 3> localNames{"localhost", "127.0.0.1", "[::1]"};
constexpr qsizetype longestPort = 5;

/// Another name that leads here is an attacker's (DNS rebinding).
bool isLocalHost(const QByteArray &header)
{
    const QByteArray host = header.toLower();
    return std::any_of(localNames.begin(), localNames.end(), [&](const char *name) {
        if (!host.startsWith(name))
            return false;
        const QByteArray rest = host.mid(static_cast<qsizetype>(qstrlen(name)));
        if (rest.isEmpty())
            return true;
        return rest.startsWith(':') && rest.size() > 1 && rest.size() <= 1 + longestPort
            && std::all_of(rest.begin() + 1, rest.end(), [](char c) { return c >= '0' && c <= '9'; });
    });
}

bool isOwnOrigin(const AccessFacts &facts)
{
    return facts.origin.isEmpty() || facts.origin == "http://" + facts.host
        || facts.origin == "https://" + facts.host;
}

bool isOwnSite(const QByteArray &fetchSite)
{
    return fetchSite.isEmpty() || fetchSite == "none" || fetchSite == "same-origin";
}

bool isLocalUser(const AccessFacts &facts)
{
    return facts.peer.isLoopback() && isLocalHost(facts.host) && isOwnOrigin(facts)
        && isOwnSite(facts.fetchSite) && !facts.forwarded;
}

} // namespace

Access accessFor(const AccessFacts &facts, const std::string &token)
{
    if (facts.authorization.isEmpty())
        return isLocalUser(facts) ? Access::Allowed : Access::NeedsToken;
    constexpr std::string_view scheme = "bearer ";
    const QByteArray &given = facts.authorization;
    if (token.empty()
        || given.left(scheme.size()).toLower() != QByteArray::fromStdString(std::string(scheme)))
        return Access::WrongToken;
    const std::string said = given.mid(scheme.size()).trimmed().toStdString();
    return equalInConstantTime(said, token) ? Access::Allowed : Access::WrongToken;
}

} // namespace parallax
