// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/update.h"
#include "core/trace/name_lookups.h"
#include "core/trace/path_run.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace parallax {

/// What local files say of an address.
using PathAddressBook = std::function<AddressFacts(const IpAddress &)>;

/// The traces, series of pings and watches under way. No event loop: its owner waits until one of
/// descriptors() is readable or wakeAt() has come, calls hear() or advance(), and takes the news. For one
/// thread.
class PathRuns
{
public:
    /// `port` is null without the right to probe; `why` then says so. Otherwise it outlives the runs.
    PathRuns(SocketPort *port, Error why);

    /// Asked for each address on a path. Works without.
    void setAddressBook(PathAddressBook book) { m_book = std::move(book); }

    /// Begins; the id is the caller's, from nextTraceId().
    void open(TraceId trace, const TraceRequest &request);
    /// Ends early: what is still in flight counts as lost.
    void close(TraceId trace);
    /// A watch that pauses sends nothing until it goes on; what it knows stays.
    void setPaused(TraceId trace, bool paused);

    /// The same for the whole life.
    std::vector<int> descriptors() const;
    void hear(int descriptor);
    /// How long to wait at most, unless a descriptor is readable; nothing where only those are waited for.
    /// Never more than a second, for the clock may be set: strategies notice that when they are asked.
    std::optional<Duration> patience(Timestamp now) const;
    /// `now`: of a moment just before this call.
    void advance(Timestamp now);

    /// What happened since the last call.
    std::vector<Update> takeNews() { return std::exchange(m_news, {}); }

private:
    /// Whoever answers one method, a proxy say, need not be the target of another.
    using EndKey = std::pair<IpAddress, Method>;
    /// Where a path ended when it was last traced by one flow.
    struct KnownEnd {
        int ttl = 0;
        Timestamp learnt{};
    };
    /// A trace, from the moment its target's address is known until the last of its hops' names.
    struct Active {
        std::optional<PathRun> run{}; // nothing: it is over
        std::chrono::steady_clock::time_point begun{}; // the wall clock may be set meanwhile
        Timestamp drivenAt{};
        Timestamp wakeAt{};
        bool names = false;
        bool isWatch = false;
        std::optional<EndKey> endKey{}; // nothing where it says nothing of others' ends
        int endTtl = 0; // the lowest that the target answered at; 0: none so far
        bool asksKnownEnd = false; // goes as far as where the target answered a while ago
        std::map<IpAddress, AddressFacts> addresses{};
        int namesAwaited = 0;
    };
    /// The first hops of all traces are the same: their names are not asked for again and again.
    struct KnownName {
        std::string name{};
        Timestamp learnt{};
    };
    struct Awaited {
        TraceId trace{};
        TraceRequest request{};
    };

    void hearAddresses(const HostAddresses &found);
    void hearName(const HostName &found);
    void learnName(TraceId trace, const IpAddress &address, const std::string &name);
    std::optional<std::string> knownName(const IpAddress &address);
    int expectedEnd(const std::optional<EndKey> &key) const;
    void learnEnd(const Active &active, PathEnd end);
    void begin(TraceId trace, const TraceRequest &request, const IpAddress &address);
    void fail(TraceId trace, Error error);
    void drive(TraceId trace, Timestamp now);
    void learnAddresses(TraceId trace, Active &active, const std::vector<Observation> &observations);
    void finish(TraceId trace, PathEnd end);

    SocketPort *m_port;
    Error m_why;
    PathAddressBook m_book;
    Result<NameLookups> m_lookups; // without, addresses have no names and targets must be addresses
    std::map<Lookup, Awaited> m_targets; // whose address is being asked for
    std::map<IpAddress, std::vector<TraceId>> m_named; // by the address whose name is being asked for
    std::map<IpAddress, KnownName> m_names;
    std::map<EndKey, KnownEnd> m_ends;
    std::map<TraceId, std::unique_ptr<Active>> m_active;
    std::vector<Update> m_news;
};

} // namespace parallax
