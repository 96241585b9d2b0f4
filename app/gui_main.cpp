// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_file.h"
#include "app/engine.h"
#include "app/event_log.h"
#include "app/exit_code.h"
#include "app/fingerprint_file.h"
#include "app/log_file.h"
#include "app/missing_rights.h"
#include "app/options.h"
#include "app/serve_printer.h"
#include "app/signals.h"
#include "app/window_wiring.h"
#include "core/probe/privileges.h"
#include "core/text/languages.h"
#include "core/text/words.h"
#include "ui/dialogs/start_failure.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QIcon>
#include <QLibraryInfo>
#include <QTimer>

#include <clocale>
#include <optional>

#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace parallax;
using namespace std::chrono_literals;

constexpr auto longestGoodbye = 3s; // for runs that are cut short to be stored

int fail(const Error &error)
{
    const bool callerErred = error.code == ErrorCode::InvalidArgument || error.code == ErrorCode::Malformed;
    return say({"parallax: " + error.message + '\n',
                callerErred ? exit_code::badArguments : exit_code::systemFailure});
}

QLocale wantedLocale(const Config &config)
{
    return supportedLocale(config.language.empty() ? QLocale::system()
                                                   : QLocale(QString::fromStdString(config.language)));
}

/// The window's own words, and Qt's for its standard dialogs.
struct Translators {
    explicit Translators(const QLocale &locale)
    {
        QLocale::setDefault(locale);
        // Qt took the desktop's locale, and the system says in its language what was wrong with a file.
        if (locale.language() == QLocale::English)
            std::setlocale(LC_MESSAGES, "C");
        if (loadTranslation(program, locale))
            QCoreApplication::installTranslator(&program);
        if (qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                    QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&qt);
    }

    QTranslator program;
    QTranslator qt;
};

bool hasDesktop()
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (!platform.isEmpty() && !platform.startsWith("xcb") && !platform.startsWith("wayland"))
        return false; // offscreen: nobody would see the dialog, nor close it
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

/// Where no terminal shows it, a dialog does. In a process of its own: where no display answers, Qt ends the
/// process.
void showToo(int argc, char **argv, const std::string &sentence)
{
    if (::isatty(STDERR_FILENO) != 0 || !hasDesktop())
        return;
    const pid_t child = ::fork();
    if (child == 0) {
        const QApplication application(argc, argv);
        const Translators translators(wantedLocale({}));
        showStartFailure(QString::fromStdString(sentence));
        ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
}

int refuse(int argc, char **argv, const Error &error)
{
    const int code = fail(error);
    showToo(argc, argv, error.message);
    return code;
}

/// Help and version, or what is wrong with the options. No dialog may have rights.
int sayFarewell(int argc, char **argv, const Farewell &farewell)
{
    const int code = say(farewell);
    if (code != exit_code::done && dropPrivileges())
        showToo(argc, argv, farewell.text);
    return code;
}

/// Quitting cuts runs short; as far as they got they are stored.
void storeWhatRuns(Engine &engine, const ServePrinter &printer)
{
    if (printer.running() == 0)
        return;
    QEventLoop waiting;
    QObject::connect(&engine, &Engine::updated, &waiting, [&] {
        if (printer.running() == 0)
            waiting.quit();
    });
    QTimer::singleShot(longestGoodbye, &waiting, &QEventLoop::quit);
    engine.stop();
    waiting.exec();
}

/// Relative ones are of the folder that the program was started in.
QStringList wholePaths(const std::vector<std::string> &files)
{
    QStringList whole;
    for (const std::string &file : files)
        whole << QFileInfo(QFile::decodeName(file.c_str())).absoluteFilePath();
    return whole;
}

int runWindow(QApplication &application, const Config &config, const std::vector<std::string> &files,
              Result<std::unique_ptr<PacketPort>> port, PathDoor door)
{
    const Translators translators(wantedLocale(config));
    const Words words(wantedLocale(config));
    const LogFile log({.file = QString::fromStdString(logFilePath(config)), .verbosity = config.verbosity});
    const StopSignals stopSignals;
    ServePrinter printer(false, "parallax"); // the link goes to stdout too
    EventLog events;
    const std::optional<Notice> missing = port ? std::nullopt : std::optional(missingRights(port.error()));
    Engine engine(port ? std::move(port).value() : nullptr, std::move(door),
                  QString::fromStdString(storeLocation(config)));
    MainWindow window(config, words);
    QObject::connect(&engine, &Engine::updated, &application, [&](const QList<Update> &updates) {
        printer.apply(updates);
        events.apply(updates);
    });
    // Not quit(): that closes the window, which asks first when testers are running.
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &application,
                     [] { QCoreApplication::exit(); });
    wire(window, engine, log);
    if (missing)
        Q_EMIT engine.updated({*missing});
    window.show();
    window.openPathFiles(wholePaths(files));
    engine.start(config);
    const int code = QApplication::exec();
    storeWhatRuns(engine, printer);
    return code != 0 ? code : stopSignals.exitCode();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication::setApplicationDisplayName(QStringLiteral("Parallax"));
    const auto read = readWindowOptions(argc, argv);
    if (const auto *farewell = std::get_if<Farewell>(&read))
        return sayFarewell(argc, argv, *farewell);
    auto port = PacketPort::open(); // needs a right: before the drop, and before Qt starts a thread
    PathDoor door = openWorkbenchDoor();
    if (const auto dropped = dropPrivileges(); !dropped)
        return fail(dropped.error());
    const auto &options = *std::get_if<WindowOptions>(&read);
    const auto config = loadConfig(options.settings);
    if (!config)
        return refuse(argc, argv, config.error());
    if (const auto known = useFingerprintsOf(config.value()); !known)
        return refuse(argc, argv, known.error());
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("parallax"));
    QApplication::setOrganizationName(QStringLiteral("parallax"));
    QApplication::setApplicationVersion(QStringLiteral(PARALLAX_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.parallax.Parallax"));
    Q_INIT_RESOURCE(icons);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/parallax.svg")));
    return runWindow(application, config.value(), options.files, std::move(port), std::move(door));
}
