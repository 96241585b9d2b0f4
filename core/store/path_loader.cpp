// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/path_loader.h"

#include "core/data/names.h"
#include "core/store/path_blocks.h"
#include "core/store/path_json.h"

#include <QSqlError>

#include <algorithm>
#include <optional>

namespace parallax {

namespace {

enum Column { Id, Target, Address, Protocol, Started, Ended, Rounds, Request, Number, Facts };

constexpr std::size_t mostResponders = 256; // as in a history
constexpr int largestTtl = 255;

Timestamp momentOf(const QVariant &milliseconds)
{
    constexpr qint64 furthest = 4'000'000'000'000; // the year 2096; nanoseconds fit
    return Timestamp(std::chrono::milliseconds(std::clamp(milliseconds.toLongLong(), -furthest, furthest)));
}

std::string roundsNamed(std::uint64_t first)
{
    return std::to_string(first + 1) + "–" + std::to_string(first + roundsPerBlock);
}

/// What the path's own row says; its number, too.
Result<qint64> readHead(const QSqlDatabase &database, const std::string &id, LoadedPath &loaded)
{
    auto query = run(database,
                     QStringLiteral("SELECT ") + storedPathColumns()
                         + QStringLiteral(", number, facts FROM path WHERE id = ?"),
                     {QString::fromStdString(id)});
    if (!query)
        return query.error();
    const QSqlQuery &row = query.value();
    if (!query.value().next())
        return Error{ErrorCode::Unavailable, "this path is no longer in the store"};
    const StoredPath path = storedPathIn(row);
    auto request = readRequest(row.value(Request).toByteArray());
    if (!request || path.address.address == IpAddress{})
        return Error{ErrorCode::Malformed, "the stored path to " + path.target + " is damaged"};
    auto facts = readFacts(row.value(Facts).toByteArray());
    if (!facts)
        loaded.damaged.emplace_back("names and places");
    loaded.state.request = std::move(request).value();
    loaded.state.history.setFlows(loaded.state.request.flows);
    loaded.state.record = {.target = path.target,
                           .address = path.address,
                           .method = path.method,
                           .started = path.started,
                           .duration = path.ended - path.started,
                           .end = PathEnd::Interrupted}; // a watch has no other
    if (facts)
        loaded.state.record.addresses = std::move(facts).value();
    return row.value(Number).toLongLong();
}

/// An unreadable one leaves its place, so that the others keep their numbers.
Result<void> readResponders(const QSqlDatabase &database, qint64 number, LoadedPath &loaded)
{
    auto query = run(database,
                     QStringLiteral("SELECT ttl, number, reply FROM path_responder WHERE path = ?"
                                    " ORDER BY ttl, number"),
                     {number});
    if (!query)
        return query.error();
    PathHistory &history = loaded.state.history;
    std::map<int, std::size_t> known; // how many at each TTL
    while (query.value().next()) {
        const int ttl = query.value().value(0).toInt();
        const auto place = query.value().value(1).toULongLong();
        const auto reply = readReply(query.value().value(2).toByteArray());
        if (ttl < 0 || ttl > largestTtl || place >= mostResponders || !reply)
            loaded.damaged.push_back("a router at TTL " + std::to_string(ttl));
        if (ttl < 0 || ttl > largestTtl || place >= mostResponders)
            continue;
        for (; known[ttl] < place; ++known[ttl])
            history.appendResponder(ttl, Reply{});
        history.appendResponder(ttl, reply ? reply.value() : Reply{});
        ++known[ttl];
    }
    return {};
}

bool everybodyIsKnown(const RoundBlock &block, const PathHistory &history)
{
    for (const auto &[ttl, samples] : block.samples) {
        const auto hop = history.hops().find(ttl);
        const std::size_t responders = hop == history.hops().end() ? 0 : hop->second.responders.size();
        const bool unknown = std::any_of(samples.begin(), samples.end(), [&](const HopSample &sample) {
            return sample.answered() && sample.responder >= responders;
        });
        if (unknown)
            return false;
    }
    return true;
}

Result<void> readRounds(const QSqlDatabase &database, qint64 number, LoadedPath &loaded)
{
    auto query =
        run(database,
            QStringLiteral("SELECT first, by_minute, content FROM path_rounds WHERE path = ? ORDER BY first"),
            {number});
    if (!query)
        return query.error();
    PathHistory &history = loaded.state.history;
    std::optional<std::uint64_t> day; // the first row's: others are not this path's
    while (query.value().next()) {
        const auto first = query.value().value(0).toULongLong();
        const bool misplaced =
            day.value_or(first / PathHistory::mostRounds) != first / PathHistory::mostRounds;
        const auto block = unpacked(query.value().value(2).toByteArray());
        if (misplaced || !block || block.value().first != first
            || !everybodyIsKnown(block.value(), history)) {
            loaded.damaged.push_back(roundsNamed(first));
            continue;
        }
        history.append(block.value());
        day = first / PathHistory::mostRounds;
        loaded.state.byMinute = loaded.state.byMinute || query.value().value(1).toBool();
    }
    if (query.value().lastError().isValid()) // a page of the file that cannot be read
        return databaseError(database, query.value().lastError());
    return {};
}

} // namespace

QString storedPathColumns()
{
    return QStringLiteral("id, target, address, protocol, started_ms, ended_ms, rounds, request");
}

StoredPath storedPathIn(const QSqlQuery &row)
{
    const auto address = IpAddress::parse(row.value(Address).toString().toStdString());
    const auto request = readRequest(row.value(Request).toByteArray());
    return {.id = row.value(Id).toString().toStdString(),
            .target = row.value(Target).toString().toStdString(),
            .address = {address ? address.value() : IpAddress{},
                        request ? portOf(request.value()) : std::uint16_t{0}},
            .method = methodNamed(row.value(Protocol).toString().toStdString()).value_or(Method::IcmpEcho),
            .started = momentOf(row.value(Started)),
            .ended = momentOf(row.value(Ended)),
            .rounds = row.value(Rounds).toULongLong()};
}

Result<LoadedPath> loadPath(const QSqlDatabase &database, const std::string &id)
{
    LoadedPath loaded;
    const auto number = readHead(database, id, loaded);
    if (!number)
        return number.error();
    if (auto read = readResponders(database, number.value(), loaded); !read)
        return read.error();
    if (auto read = readRounds(database, number.value(), loaded); !read)
        return read.error();
    return loaded;
}

} // namespace parallax
