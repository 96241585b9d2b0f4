// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/words.h"
#include "tests/window/named.h"
#include "ui/pages/clocks_page.h"

#include <QLocale>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>

namespace parallax {

using namespace std::chrono_literals;

inline const Timestamp clockStart(1'769'860'800s); // 2026-01-31 12:00:00 UTC

/// Whatever the window remembers goes into the folder, and numbers are written as in English.
inline bool keepSettingsIn(const QTemporaryDir &folder)
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    for (const auto format : {QSettings::IniFormat, QSettings::NativeFormat})
        QSettings::setPath(format, QSettings::UserScope, folder.path());
    QLocale::setDefault(QLocale::c());
    return folder.isValid();
}

/// An exchange of 1 ms by a clock that is `offset` behind the server's.
inline ClockSample sample(int number, Duration offset)
{
    const Timestamp sent = clockStart + number * 100ms;
    ClockSample one{.number = static_cast<std::uint64_t>(number)};
    one.exchange = {.sent = sent,
                    .received = sent + 500us + offset,
                    .answered = sent + 500us + offset,
                    .returned = sent + 1ms};
    one.estimate.offset = offset;
    one.best = {.offset = offset, .driftPpm = 1.5};
    one.bound = {offset - 500us, offset + 500us};
    one.correction = offset;
    one.sinceBoot = 1h + number * 100ms;
    return one;
}

inline QList<ClockUpdate> client(ClockId clock, ClockScheme scheme, Duration offset, int samples = 20)
{
    ClockSampled sampled{.clock = clock};
    for (int i = 0; i < samples; ++i)
        sampled.samples.push_back(sample(i, offset));
    sampled.counts = {.sent = 21, .answered = 20, .lost = 1};
    sampled.events.push_back({.kind = ClockEvent::Kind::ServerSilent, .at = clockStart});
    return {ClockOpened{.clock = clock,
                        .request = {.host = "127.0.0.1", .scheme = scheme},
                        .address = {IpAddress::fromV4(0x7f000001), clockPort},
                        .at = clockStart},
            sampled};
}

inline ClockBoard boardOf(const QList<ClockUpdate> &updates)
{
    ClockBoard board;
    for (const ClockUpdate &update : updates)
        board.apply(update);
    return board;
}

inline ClockBoard twoClients()
{
    return boardOf(client(ClockId{1}, ClockScheme::Raw, 2ms) + client(ClockId{2}, ClockScheme::Pid, 4ms));
}

/// A page that shows two clients.
struct ShownClocks {
    ShownClocks()
    {
        page.resize(1200, 700);
        page.show();
        page.setClocks(board);
    }
    const QAbstractItemModel &table() const { return *named<QTableView>(page, "clockTable")->model(); }
    QString cell(int row, int column) const { return table().index(row, column).data().toString(); }

    Words words{};
    ClockBoard board = twoClients();
    ClocksPage page{words};
};

} // namespace parallax
