// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/path_loader.h"

#include "core/base/failure.h"
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
constexpr std::size_t mostResponderRows = mostResponders * largestTtl;
constexpr std::size_t mostRoundRows = PathHistory::mostRounds / roundsPerBlock;
constexpr Duration longestPath = std::chrono::years(20); // a stranger's; ten times as much still fits

Timestamp momentOf(const QVariant &milliseconds)
{
    constexpr qint64 furthest = 4'000'000'000'000; // the year 2096; nanoseconds fit
    return Timestamp(std::chrono::milliseconds(std::clamp(milliseconds.toLongLong(), -furthest, furthest)));
}

std::string roundsNamed(std::uint64_t first)
{
    return std::to_string(first + 1) + "–" + std::to_string(first + roundsPerBlock);
}

QString headQuery()
{
    return QStringLiteral("SELECT ") + storedPathColumns()
        + QStringLiteral(", number, substr(facts, 1, 16777216) FROM path ");
}

/// What the path's own row says; its number, too.
Result<qint64> readHead(const QSqlQuery &row, LoadedPath &loaded)
{
    const StoredPath path = storedPathIn(row);
    auto request = readRequest(row.value(Request).toByteArray());
    if (!request || path.address.address == IpAddress{})
        return failure(ErrorCode::Malformed, QT_TRANSLATE_NOOP("Reasons", "the stored path to %1 is damaged"),
                       {path.target});
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
                     QStringLiteral("SELECT CAST(ttl AS INTEGER), CAST(number AS INTEGER),"
                                    " substr(reply, 1, 8192) FROM path_responder WHERE path = ?"
                                    " ORDER BY ttl, number"),
                     {number});
    if (!query)
        return query.error();
    PathHistory &history = loaded.state.history;
    std::map<int, std::size_t> known; // how many at each TTL
    for (std::size_t rows = 0; query.value().next(); ++rows) {
        if (rows == mostResponderRows) {
            loaded.damaged.emplace_back("further routers");
            break;
        }
        const int ttl = query.value().value(0).toInt();
        const auto place = query.value().value(1).toULongLong();
        const bool misplaced = ttl < 1 || ttl > largestTtl || place >= mostResponders || place < known[ttl];
        const auto reply = readReply(query.value().value(2).toByteArray());
        if (misplaced || !reply)
            loaded.damaged.push_back("a router at TTL " + std::to_string(ttl));
        if (misplaced)
            continue;
        for (; known[ttl] < place; ++known[ttl])
            history.appendResponder(ttl, Reply{});
        history.appendResponder(ttl, reply ? reply.value() : Reply{});
        ++known[ttl];
    }
    if (query.value().lastError().isValid())
        return databaseError(database, query.value().lastError());
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

/// As a history has them: none before the one before it, nor before 1970.
void putInOrder(std::vector<Timestamp> &starts, const PathHistory &history)
{
    Timestamp last = history.rounds() == 0 ? Timestamp{} : history.start(history.rounds() - 1);
    for (Timestamp &start : starts)
        start = last = std::max(start, last);
}

/// Of the same day of rounds as the first, behind those that are known, and no later than `longest` after it.
bool goesOn(const RoundBlock &block, const PathHistory &history, Duration longest)
{
    const bool isFirst = history.rounds() == 0;
    const std::uint64_t begin = isFirst ? block.first : history.dropped();
    const Timestamp began = isFirst ? block.starts.front() : history.start(0);
    return block.first >= begin + history.rounds()
        && block.first / PathHistory::mostRounds == begin / PathHistory::mostRounds
        && block.starts.back() - began <= longest;
}

/// A row's rounds, if they belong to the path.
std::optional<RoundBlock> roundsIn(const QByteArray &content, std::uint64_t first, const PathHistory &history,
                                   Duration longest)
{
    auto block = unpacked(content);
    if (!block || block.value().first != first || block.value().samples.contains(0)) // no TTL
        return std::nullopt;
    putInOrder(block.value().starts, history);
    if (!goesOn(block.value(), history, longest) || !everybodyIsKnown(block.value(), history))
        return std::nullopt;
    return std::move(block).value();
}

Result<void> readRounds(const QSqlDatabase &database, qint64 number, Duration longest, LoadedPath &loaded)
{
    auto query =
        run(database,
            QStringLiteral("SELECT CAST(first AS INTEGER), CAST(by_minute AS INTEGER), substr(content, 1,"
                           " 2097152) FROM path_rounds WHERE path = ? ORDER BY first"),
            {number});
    if (!query)
        return query.error();
    PathHistory &history = loaded.state.history;
    for (std::size_t rows = 0; query.value().next(); ++rows) {
        if (rows == mostRoundRows) {
            loaded.damaged.emplace_back("further rounds");
            break;
        }
        const auto first = query.value().value(0).toULongLong();
        const auto block = roundsIn(query.value().value(2).toByteArray(), first, history, longest);
        if (!block) {
            loaded.damaged.push_back(roundsNamed(first));
            continue;
        }
        history.append(*block);
        loaded.state.byMinute = loaded.state.byMinute || query.value().value(1).toBool();
    }
    if (query.value().lastError().isValid()) // a page of the file that cannot be read
        return databaseError(database, query.value().lastError());
    return {};
}

Result<LoadedPath> readRest(const QSqlDatabase &database, qint64 number, Duration longest, LoadedPath loaded)
{
    if (auto read = readResponders(database, number, loaded); !read)
        return read.error();
    if (auto read = readRounds(database, number, longest, loaded); !read)
        return read.error();
    return loaded;
}

} // namespace

QString storedPathColumns()
{
    return QStringLiteral(
        "substr(id, 1, 100), substr(target, 1, 1000), substr(address, 1, 100), substr(protocol, 1, 100),"
        " CAST(started_ms AS INTEGER), CAST(ended_ms AS INTEGER), CAST(rounds AS INTEGER),"
        " substr(request, 1, 65536)");
}

StoredPath storedPathIn(const QSqlQuery &row)
{
    const auto address = IpAddress::parse(row.value(Address).toString().toStdString());
    const auto request = readRequest(row.value(Request).toByteArray());
    return {.id = row.value(Id).toString().toStdString(),
            .target = plainText(row.value(Target).toString()),
            .address = {address ? address.value() : IpAddress{},
                        request ? portOf(request.value()) : std::uint16_t{0}},
            .method = methodNamed(row.value(Protocol).toString().toStdString()).value_or(Method::IcmpEcho),
            .started = momentOf(row.value(Started)),
            .ended = momentOf(row.value(Ended)),
            .rounds = row.value(Rounds).toULongLong()};
}

Result<LoadedPath> loadPath(const QSqlDatabase &database, const std::string &id)
{
    auto head = run(database, headQuery() + QStringLiteral("WHERE id = ?"), {QString::fromStdString(id)});
    if (!head)
        return head.error();
    if (!head.value().next())
        return Error{ErrorCode::Unavailable,
                     QT_TRANSLATE_NOOP("Reasons", "this path is no longer in the store")};
    LoadedPath loaded;
    const auto number = readHead(head.value(), loaded);
    constexpr Duration longest = Duration::max(); // a clock that stood at 1970 may have been set meanwhile
    return number ? readRest(database, number.value(), longest, std::move(loaded)) : number.error();
}

Result<LoadedPath> loadOnlyPath(const QSqlDatabase &database)
{
    auto head = run(database, headQuery() + QStringLiteral("LIMIT 2"));
    if (!head)
        return head.error();
    const std::string file = fileOf(database).toStdString();
    if (!head.value().next())
        return failure(ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Reasons", "%1 holds no path"), {file});
    LoadedPath loaded;
    const auto number = readHead(head.value(), loaded);
    if (head.value().next())
        return failure(
            ErrorCode::InvalidArgument,
            QT_TRANSLATE_NOOP("Reasons",
                              "%1 holds several paths: it is a whole store. Save a copy of one path there"),
            {file});
    return number ? readRest(database, number.value(), longestPath, std::move(loaded)) : number.error();
}

} // namespace parallax
