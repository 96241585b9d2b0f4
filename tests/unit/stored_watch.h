// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/path_recorder.h"
#include "core/store/session_store.h"
#include "tests/support/watched_path.h"

#include <QString>
#include <QTest>

namespace parallax {

inline bool holds(const std::string &text, const char *part)
{
    return text.find(part) != std::string::npos;
}

inline void execute(const QString &file, const QString &statement)
{
    const auto database = openSqlite(file, false);
    QVERIFY(database);
    const auto done = run(*database.value(), statement);
    QVERIFY2(done, done ? "" : done.error().message.c_str());
}

/// The far path, as a hub would tell of it.
struct Watch {
    TraceState expected = fixtures::farWatch(0);
    PathRecorder recorder{TraceOpened{TraceId{1}, expected.request, expected.record}};
    std::size_t rounds = 0;

    Watch() { learn(); }
    void learn() { recorder.learn({.trace = TraceId{1}, .addresses = expected.record.addresses}); }
    void watch(std::size_t more)
    {
        for (; more > 0; --more, ++rounds) {
            const auto batch =
                fixtures::playedRound(fixtures::farPath(), rounds, expected.record.address.address);
            for (const Observation &observation : batch)
                expected.history.add(observation, expected.record.address.address);
            recorder.add({.trace = TraceId{1}, .batch = batch});
        }
    }
    Result<void> write(SessionStore &store)
    {
        auto written = store.paths().write(recorder.news());
        if (written)
            recorder.written();
        return written;
    }
};

/// What the store is asked for later.
inline LoadedPath loaded(const SessionStore &store)
{
    const auto list = store.paths().list();
    if (!list || list.value().empty())
        return {};
    auto path = store.paths().load(list.value().front().id);
    return path ? std::move(path).value() : LoadedPath{};
}

/// But for the rounds, whose first answers have lost their times.
inline bool sameRounds(const PathHistory &a, const PathHistory &b)
{
    return a.block(0, PathHistory::mostRounds) == b.block(0, PathHistory::mostRounds);
}

inline int number(const QString &file, const char *statement)
{
    const auto database = openSqlite(file, true);
    return database ? single(*database.value(), QLatin1String(statement)).value().toInt() : -1;
}

} // namespace parallax
