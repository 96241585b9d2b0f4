// SPDX-License-Identifier: GPL-3.0-or-later
// Stored paths that go on growing while the window has them, and what goes wrong with one that is open.
#include "core/text/words.h"
#include "tests/support/watched_path.h"
#include "tests/window/own_settings.h"
#include "ui/main_window.h"
#include "ui/pages/path_page.h"

#include <QAction>
#include <QApplication>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const QString id = QStringLiteral("one");

std::shared_ptr<const TraceState> stored(bool byMinute = false)
{
    TraceState state = fixtures::farWatch(100);
    state.record.end = PathEnd::Interrupted;
    state.byMinute = byMinute;
    return std::make_shared<const TraceState>(std::move(state));
}

StoredPath listed(bool running)
{
    const TraceState state = fixtures::farWatch(0);
    return {.id = id.toStdString(),
            .target = state.record.target,
            .address = state.record.address,
            .started = state.record.started,
            .ended = state.record.started + 100s,
            .rounds = 100,
            .running = running};
}

/// A window in which the stored path may be opened.
struct Shown {
    Shown() { window.show(); }

    TraceId open()
    {
        window.openStoredPath(id);
        const auto trace = opened.last()[0].value<TraceId>();
        window.apply({StoredPathOpened{trace, stored()}});
        return trace;
    }
    /// Watched by this window itself.
    void watch()
    {
        const QSignalSpy asked(&window, &MainWindow::traceRequested);
        Q_EMIT window.findChild<PathPage *>()->openRequested(fixtures::farWatch(0).request);
        const auto trace = asked[0][0].value<TraceId>();
        const auto state = fixtures::farWatch(0);
        window.apply(
            {TraceOpened{trace, state.request, state.record},
             TraceObserved{trace,
                           fixtures::playedRound(fixtures::farPath(), 0, state.record.address.address)}});
        watched = trace;
    }
    QTabBar *tabs() const { return window.findChild<QTabBar *>(QStringLiteral("traces")); }

    Words words{};
    MainWindow window{Config{}, words};
    TraceId watched{};
    QSignalSpy opened{&window, &MainWindow::storedPathOpenRequested};
};

QAction *csvAction(const QWidget &window)
{
    const auto actions = window.findChildren<QAction *>();
    const auto found = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->shortcut() == QKeySequence(QStringLiteral("Ctrl+Shift+E"));
    });
    return found == actions.end() ? nullptr : *found;
}

} // namespace

class TestStoredRunning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPathThatIsWatchedHereIsItsLiveTab()
    {
        Shown shown;
        shown.watch();
        shown.window.apply({StoredPathsListed{{listed(true)}}});
        shown.window.openStoredPath(id);
        QCOMPARE(shown.opened.count(), 0);
        QCOMPARE(shown.tabs()->count(), 1);
    }

    void aPathThatWasStoppedBeforeItWasListedIsItsLiveTab()
    {
        Shown shown;
        shown.watch();
        shown.window.apply({TraceClosed{shown.watched, PathEnd::Interrupted, 100s}});
        shown.window.apply({StoredPathsListed{{listed(false)}}});
        shown.window.openStoredPath(id);
        QCOMPARE(shown.opened.count(), 0);
        QCOMPARE(shown.tabs()->count(), 1);
    }

    void whatRanWhenItWasOpenedIsReadAgain()
    {
        Shown shown;
        shown.window.apply({StoredPathsListed{{listed(true)}}});
        shown.open();
        shown.window.apply({StoredPathsListed{{listed(false)}}});
        shown.window.openStoredPath(id);
        QCOMPARE(shown.opened.count(), 2);
        shown.window.apply({StoredPathOpened{shown.opened.last()[0].value<TraceId>(), stored()}});
        shown.window.apply({StoredPathsListed{{listed(false)}}});
        shown.window.openStoredPath(id);
        QCOMPARE(shown.opened.count(), 2); // nothing can have come since
    }

    void whatCannotBeDeletedStaysOpenAndKnown()
    {
        Shown shown;
        shown.open();
        shown.window.apply(
            {StoredPathFailed{id.toStdString(), {ErrorCode::NotPermitted, "the store is read-only"}}});
        shown.window.openStoredPath(id);
        QCOMPARE(shown.opened.count(), 1);
        QCOMPARE(shown.tabs()->count(), 1);
    }

    void whatWasNotOpenedMayBeTriedAgain()
    {
        Shown shown;
        shown.window.openStoredPath(id);
        shown.window.apply({StoredPathFailed{id.toStdString(), {ErrorCode::Malformed, "damaged"}}});
        shown.window.openStoredPath(id);
        QCOMPARE(shown.opened.count(), 2);
    }

    void ofMinutesNoFileIsAskedFor()
    {
        Shown shown;
        shown.window.openStoredPath(id);
        const auto trace = shown.opened.last()[0].value<TraceId>();
        shown.window.apply({StoredPathOpened{trace, stored(true)}});
        const QSignalSpy exported(&shown.window, &MainWindow::traceExportRequested);
        QString said;
        QTimer::singleShot(0, qApp, [&said] {
            QWidget *dialog = QApplication::activeModalWidget();
            if (const auto *box = qobject_cast<QMessageBox *>(dialog))
                said = box->text();
            if (dialog)
                dialog->close();
        });
        csvAction(shown.window)->trigger();
        QVERIFY(said.contains(QStringLiteral("JSON")));
        QCOMPARE(exported.count(), 0);
    }

private:
    OwnSettings m_settings;
};

QTEST_MAIN(TestStoredRunning)
#include "tst_stored_running.moc"
