// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/path_places.h"
#include "core/exporter/watch_export.h"
#include "core/store/path_loader.h"
#include "core/store/path_store.h"
#include "core/store/schema.h"

#include <QCoreApplication>

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace parallax;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

constexpr std::size_t roundsStored = 120;
constexpr std::uint8_t packs = 4; // the last column's bytes come with a right checksum

/// Whatever of a path is no number, one of which the input stands in.
constexpr std::array columns{"UPDATE path SET request = CAST(? AS TEXT)",
                             "UPDATE path SET facts = CAST(? AS TEXT)",
                             "UPDATE path_responder SET reply = CAST(? AS TEXT) WHERE ttl = 2",
                             "UPDATE path_rounds SET content = ? WHERE first = 60",
                             "UPDATE path_rounds SET content = ? WHERE first = 60"};
static_assert(columns.size() == packs + 1);

RoundBlock minuteFrom(std::uint64_t first)
{
    RoundBlock block{.first = first};
    for (std::uint64_t round = 0; round < 60; ++round) {
        block.starts.emplace_back(std::chrono::seconds(1'769'860'800 + first + round));
        block.ends.push_back(3);
        for (const int ttl : {1, 2, 3})
            block.samples[ttl].push_back({.rttMicroseconds = 1000});
    }
    return block;
}

/// A store with one path of two minutes.
Connection makeStore()
{
    auto database = openSqlite(QStringLiteral(":memory:"), false);
    if (!database || !prepareSchema(*database.value()))
        std::abort();
    PathNews news{.path = {.id = "a", .target = "h"}, .request = {.target = "h"}};
    news.path.address.address = IpAddress::fromV4(0xC0000203);
    for (const int ttl : {1, 2, 3}) {
        const Reply first{.from = IpAddress::fromV4(0xC0000200 + static_cast<std::uint32_t>(ttl))};
        news.responders.push_back({.ttl = ttl, .first = first});
    }
    news.blocks = {minuteFrom(0), minuteFrom(60)};
    if (!PathStore(*database.value()).write(std::span(&news, 1)))
        std::abort();
    return std::move(database).value();
}

/// It is shown and exported like any other.
void use(const LoadedPath &path)
{
    const PathHistory &history = path.state.history;
    if (history.rounds() > roundsStored)
        std::abort();
    for (std::size_t round = 1; round < history.rounds(); ++round) {
        if (history.start(round) < history.start(round - 1))
            std::abort();
    }
    static_cast<void>(watchObject(path.state));
    static_cast<void>(placedHops(pathRows(history), path.state.record.addresses));
}

} // namespace

/// A path from a file that somebody else made. The first byte says which column the others are.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int count = 1;
    static std::array name{'f', '\0'};
    static std::array<char *, 2> arguments{name.data(), nullptr};
    static const QCoreApplication application(count, arguments.data()); // Qt's drivers are found by it
    static const Connection store = makeStore();
    if (size == 0 || data[0] >= columns.size())
        return 0;
    QByteArray content(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);
    if (data[0] == packs)
        content = qCompress(content);
    Transaction transaction(*store); // is rolled back
    if (!transaction.begin() || !run(*store, QString::fromLatin1(columns.at(data[0])), {content}))
        std::abort();
    if (const auto path = loadOnlyPath(*store))
        use(path.value());
    return 0;
}
