// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/system_resolver.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace parallax {

/// Tells the answers of one NameLookups apart.
enum class Lookup : std::uint64_t {};

/// What was said of a host's name: addresses, the system's preferred one first and each once, or a trouble.
struct HostAddresses {
    Lookup lookup{};
    std::vector<HostAddress> addresses{};
    std::string trouble{}; // empty exactly when there are addresses
    ErrorCode code = ErrorCode::UnknownHost; // of the trouble; or NoNameServer
};

/// What was said of an address. Why there is no name is not told.
struct HostName {
    Lookup lookup{};
    IpAddress address{};
    std::string name{}; // empty: it has none
};

using Learnt = std::variant<HostAddresses, HostName>;

/// Asks for names and addresses in threads of its own and never waits for an answer, its destructor neither.
/// Every function from any thread.
///
/// The threads are detached, as nothing can interrupt the system's resolver: one that still asks when the
/// object goes keeps what it needs, and ends when it is answered. Each kind of lookup has its own, so that
/// dead name servers that were asked for the routers of one path do not delay the target of the next. A
/// thread ends when nothing waits: to start one is nothing beside a lookup, and an idle one would have to be
/// told of the end. All signals are blocked in them.
class NameLookups
{
public:
    static constexpr std::size_t atOnce = 5; // of each kind, as many as QHostInfo's
    static constexpr std::size_t mostWaiting = 1000; // of each kind; beyond, nobody is asked

    /// Errors: no eventfd.
    static Result<NameLookups> open(Resolver resolver = systemResolver());
    NameLookups(NameLookups &&other) noexcept;
    NameLookups &operator=(NameLookups &&other) noexcept;
    /// What waits is never asked, what was not taken is lost.
    ~NameLookups();

    /// Readable while take() has something. Never read it oneself.
    int descriptor() const;

    /// An address as text, also with its device, is answered at once. The answer is a trouble too where too
    /// many wait, or where no thread runs and none can be started.
    Lookup addressesOf(const std::string &host);
    /// There, the answer is no name. One that is an address in itself, or is not visible ASCII, is none.
    Lookup nameOf(const IpAddress &address);
    /// The answer is of no use any more: it does not come, unless somebody is asked already.
    void forget(Lookup lookup);

    /// What was learnt since, in the order of the answers.
    std::vector<Learnt> take();

private:
    struct Shared;
    explicit NameLookups(std::shared_ptr<Shared> shared);

    std::shared_ptr<Shared> m_shared; // with the threads
};

} // namespace parallax
