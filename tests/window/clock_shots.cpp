// SPDX-License-Identifier: GPL-3.0-or-later
// clock-shots FOLDER [LANGUAGE]: runs the clock lab on loopback for some seconds and saves pictures of its
// page, to be looked at by people.
#include "core/text/languages.h"
#include "core/text/words.h"
#include "core/timing/clock_hub.h"
#include "core/timing/tcp_crowd.h"
#include "core/timing/tcp_server.h"
#include "ui/dialogs/tcp_server_dialog.h"
#include "ui/main_window.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTranslator>

#include <cstdio>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

constexpr int measured = 30'000; // ms
constexpr std::uint16_t port = 12'399;

void settle(int milliseconds)
{
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < milliseconds)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
}

void save(QWidget &widget, const QString &file)
{
    settle(300);
    std::puts(qPrintable(widget.grab().save(file) ? file : QStringLiteral("not written: ") + file));
}

void measure(ClockHub &hub)
{
    hub.startServer({.port = port});
    unsigned long long id = 0;
    for (const ClockScheme scheme :
         {ClockScheme::Raw, ClockScheme::Ewma, ClockScheme::Kalman, ClockScheme::Pid})
        hub.open(ClockId{++id}, {.host = "127.0.0.1", .port = port, .scheme = scheme, .interval = 200ms});
    settle(measured);
}

/// The TCP server's dialog, while some clients ask and others have left.
void shootConnections(MainWindow &window, const QDir &folder)
{
    TcpServer server;
    QObject::connect(&server, &TcpServer::updated, &window, &MainWindow::applyClocks);
    server.start({.port = port});
    window.findChild<QPushButton *>(QStringLiteral("clockTcp"))->click();
    auto *dialog = window.findChild<TcpServerDialog *>();
    TcpCrowd gone({.host = "127.0.0.1", .port = port, .connections = 5, .count = 40});
    TcpCrowd there({.host = "127.0.0.1", .port = port, .connections = 12, .count = 1000, .interval = 100ms});
    gone.start({QHostAddress(QHostAddress::LocalHost)});
    there.start({QHostAddress(QHostAddress::LocalHost)});
    settle(2'000);
    save(*dialog, folder.filePath(QStringLiteral("tcp-connections.png")));
    applyTheme(ThemeChoice::Dark);
    save(*dialog, folder.filePath(QStringLiteral("tcp-connections-dark.png")));
    applyTheme(ThemeChoice::Light);
    dialog->close();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QTemporaryDir settings;
    if (arguments.size() < 2 || !settings.isValid())
        return 3;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    for (const auto format : {QSettings::IniFormat, QSettings::NativeFormat})
        QSettings::setPath(format, QSettings::UserScope, settings.path());
    const QDir folder(arguments[1]);
    const QLocale locale = arguments.size() > 2 ? QLocale(arguments[2]) : QLocale(QLocale::English);
    QTranslator translator;
    if (loadTranslation(translator, locale))
        QApplication::installTranslator(&translator);
    const Words words(locale);
    MainWindow window({}, words);
    ClockHub hub;
    QObject::connect(&hub, &ClockHub::updated, &window, &MainWindow::applyClocks);
    applyTheme(ThemeChoice::Light);
    window.resize(1240, 820);
    window.show();
    window.showClockLab();
    save(window, folder.filePath(QStringLiteral("clocks-empty.png")));
    shootConnections(window, folder);
    measure(hub);
    save(window, folder.filePath(QStringLiteral("clocks.png")));
    applyTheme(ThemeChoice::Dark);
    save(window, folder.filePath(QStringLiteral("clocks-dark.png")));
    applyTheme(ThemeChoice::Light);
    window.resize(1000, 640);
    save(window, folder.filePath(QStringLiteral("clocks-small.png")));
    return 0;
}
