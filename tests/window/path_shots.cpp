// SPDX-License-Identifier: GPL-3.0-or-later
// path-shots FOLDER [LANGUAGE]: saves pictures of the Path page, to be looked at by people.
#include "core/text/languages.h"
#include "core/text/words.h"
#include "tests/support/watched_path.h"
#include "ui/charts/timeline.h"
#include "ui/dialogs/probe_dialog.h"
#include "ui/dialogs/stored_paths_dialog.h"
#include "ui/main_window.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTranslator>

#include <cstdio>

using namespace parallax;

namespace {

void settle()
{
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 300)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
}

void save(QWidget &widget, const QString &file)
{
    settle();
    std::puts(qPrintable(widget.grab().save(file) ? file : QStringLiteral("not written: ") + file));
}

/// Traces as the measuring side would tell of them.
void play(MainWindow &window, TraceId trace, std::size_t rounds)
{
    const TraceState state = fixtures::farWatch(0);
    window.apply({Update(TraceOpened{trace, state.request, state.record}),
                  Update(AddressesLearnt{trace, fixtures::farFacts()})});
    for (std::size_t round = 0; round < rounds; ++round)
        window.apply({Update(TraceObserved{
            trace, fixtures::playedRound(fixtures::farPath(), round, state.record.address.address)})});
}

/// The dialog with three stored paths.
void shootStored(MainWindow &window, const QString &file)
{
    StoredPathsDialog dialog(window.locale(), &window);
    dialog.show();
    std::vector<StoredPath> paths;
    for (const char *target : {"sydney.example", "2001:db8::7", "tokyo.example"}) {
        paths.push_back({.id = target,
                         .target = target,
                         .address = {IpAddress::parse("203.0.113.200").value(), 0},
                         .started = fixtures::watchBegan() - std::chrono::hours(30 * paths.size()),
                         .ended = fixtures::watchBegan() + std::chrono::hours(1),
                         .rounds = 3600 + 82'800 * paths.size(),
                         .running = paths.empty()});
    }
    dialog.setPaths(paths);
    save(dialog, file);
}

void shootOptions(MainWindow &window, const QString &file)
{
    ProbeDialog dialog({.source = "192.0.2", .firstTtl = 3}, &window);
    dialog.show();
    save(dialog, file);
}

/// A second tab beside the first, and all in one table.
void shootOverview(MainWindow &window, QLineEdit &host, const QString &file)
{
    host.setText(QStringLiteral("tokyo.example"));
    TraceId trace{};
    QObject::connect(&window, &MainWindow::traceRequested, &window,
                     [&trace](TraceId asked) { trace = asked; });
    window.findChild<QPushButton *>(QStringLiteral("pathStart"))->click();
    play(window, trace, 900);
    window.findChild<QToolButton *>(QStringLiteral("pathAll"))->click();
    save(window, file);
}

void shoot(const QString &folder, const QString &look, const Words &words, const QSize &size,
           const QString &suffix)
{
    MainWindow window(Config{}, words);
    window.resize(size);
    window.show();
    const auto file = [&](const char *name) {
        return QStringLiteral("%1/path-%2%3-%4.png").arg(folder, QLatin1String(name), suffix, look);
    };
    window.showPath();
    save(window, file("empty"));
    auto *host = window.findChild<QWidget *>(QStringLiteral("host"))->findChild<QLineEdit *>();
    host->setText(QStringLiteral("sydney.example"));
    TraceId trace{};
    QObject::connect(&window, &MainWindow::traceRequested, &window,
                     [&trace](TraceId asked) { trace = asked; });
    window.findChild<QPushButton *>(QStringLiteral("pathStart"))->click();
    play(window, trace, 3600);
    save(window, file("timeline"));
    auto *timeline = window.findChild<Timeline *>();
    timeline->setFocusSpan(TimeSpan{fixtures::watchBegan() + std::chrono::minutes(44),
                                    fixtures::watchBegan() + std::chrono::minutes(56)});
    save(window, file("focus"));
    timeline->setFocusSpan(std::nullopt);
    shootStored(window, file("stored"));
    auto *views = window.findChild<QTabWidget *>(QStringLiteral("pathViews"));
    for (int view = 1; views && view < views->count(); ++view) {
        views->setCurrentIndex(view);
        save(window, file(qPrintable(views->widget(view)->objectName())));
    }
    shootOptions(window, file("options"));
    shootOverview(window, *host, file("overview"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
    const bool full = argc <= 2;
    const QLocale locale =
        supportedLocale(QLocale(full ? QStringLiteral("en") : QString::fromLocal8Bit(argv[2])));
    QTranslator translator;
    if (loadTranslation(translator, locale))
        QApplication::installTranslator(&translator);
    QDir().mkpath(folder);
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    const Words words{locale};
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        QSettings(QStringLiteral("parallax"), QStringLiteral("window"))
            .setValue(QStringLiteral("theme"), static_cast<int>(theme));
        applyTheme(theme);
        const QString look = theme == ThemeChoice::Light ? QStringLiteral("light") : QStringLiteral("dark");
        shoot(folder, look, words, {1280, 860}, QString());
        if (full) {
            shoot(folder, look, words, {1000, 640}, QStringLiteral("-small"));
            shoot(folder, look, words, {2560, 1440}, QStringLiteral("-large"));
        }
    }
    return 0;
}
