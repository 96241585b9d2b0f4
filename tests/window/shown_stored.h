// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/words.h"
#include "tests/support/watched_path.h"
#include "tests/window/answered_box.h"
#include "tests/window/named.h"
#include "ui/dialogs/stored_paths_dialog.h"
#include "ui/main_window.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>

namespace parallax {

inline StoredPath pathNamed(const char *id, const char *target, std::uint64_t rounds, bool running = false)
{
    return {.id = id,
            .target = target,
            .address = {IpAddress::parse("203.0.113.200").value(), 0},
            .started = fixtures::watchBegan(),
            .ended = fixtures::watchBegan() + std::chrono::hours(2),
            .rounds = rounds,
            .running = running};
}

inline std::vector<StoredPath> twoPaths()
{
    return {pathNamed("new", "sydney.example", 7200, true), pathNamed("old", "tokyo.example", 86'400)};
}

inline std::shared_ptr<const TraceState> hour(bool byMinute = false)
{
    TraceState state = fixtures::farWatch();
    state.record.end = PathEnd::Interrupted;
    state.byMinute = byMinute;
    return std::make_shared<const TraceState>(std::move(state));
}

inline QAction *openAction(const QWidget &window)
{
    const auto actions = window.findChildren<QAction *>();
    const auto found = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->shortcut() == QKeySequence(QKeySequence::Open);
    });
    return found == actions.end() ? nullptr : *found;
}

/// A window whose dialog lists two paths.
struct ShownStored {
    ShownStored()
    {
        window.show();
        openAction(window)->trigger();
        dialog = window.findChild<StoredPathsDialog *>();
        window.apply({StoredPathsListed{twoPaths()}});
    }
    QTableView *table() const { return named<QTableView>(*dialog, "storedPathTable"); }

    Words words{};
    MainWindow window{Config{}, words};
    QSignalSpy listed{&window, &MainWindow::storedPathsRequested};
    QSignalSpy opened{&window, &MainWindow::storedPathOpenRequested};
    QSignalSpy removed{&window, &MainWindow::storedPathRemoveRequested};
    QSignalSpy copied{&window, &MainWindow::storedPathCopyRequested};
    QSignalSpy fileOpened{&window, &MainWindow::pathFileOpenRequested};
    StoredPathsDialog *dialog = nullptr;
};

} // namespace parallax
