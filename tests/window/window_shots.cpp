// SPDX-License-Identifier: GPL-3.0-or-later
// window-shots FOLDER [LANGUAGE]: saves pictures of the window and its dialogs, to be looked at by people.
// With a language (de, zh) only the essential ones.
#include "core/text/languages.h"
#include "core/text/words.h"
#include "tests/support/fixtures.h"
#include "ui/charts/picture.h"
#include "ui/dialogs/invitations_dialog.h"
#include "ui/dialogs/invite_dialog.h"
#include "ui/dialogs/link_dialog.h"
#include "ui/dialogs/save_dialogs.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/main_window.h"
#include "ui/models/invitation_model.h"
#include "ui/pages/tester_detail.h"
#include "ui/pages/tester_table.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTranslator>

#include <cstdio>
#include <utility>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

void settle()
{
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 260)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
}

Listening listening()
{
    return {.urls = {"http://192.0.2.7:8081/t/k3VbQ9xTz4mP1sYwEo7RfA",
                     "http://[2001:db8::7]:8081/t/k3VbQ9xTz4mP1sYwEo7RfA"},
            .httpPort = 8081,
            .webSocketPort = 8080,
            .privileged = true};
}

Invitation invitation(const char *token, const char *name, int uses)
{
    return {.token = token, .name = name, .created = wallClock(), .expires = wallClock() + 24h, .uses = uses};
}

/// Takes the pictures of one look.
class Studio
{
public:
    Studio(QString folder, QString look, const Words &words)
        : m_folder(std::move(folder))
        , m_look(std::move(look))
        , m_words(words)
    {
    }

    void save(QWidget &widget, const QString &name) const
    {
        settle();
        const QString file = QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_look);
        std::puts(qPrintable(widget.grab().save(file) ? file : QStringLiteral("not written: ") + file));
    }

    void testers(const QSize &size, const QString &suffix) const
    {
        MainWindow window(Config{}, m_words);
        window.resize(size);
        window.show();
        save(window, QStringLiteral("empty-stopped") + suffix);
        window.apply({Update(listening())});
        save(window, QStringLiteral("empty") + suffix);
        quint64 next = 1;
        for (const SessionRecord &record : fixtures::all()) {
            const auto updates = fixtures::updatesOf(SessionId{next++}, record);
            window.apply(QList<Update>(updates.begin(), updates.end()));
        }
        settle();
        auto *table = window.findChild<TesterTable *>();
        const QStringList names{
            QStringLiteral("direct"),       QStringLiteral("proxy"),   QStringLiteral("tunnel"),
            QStringLiteral("inconclusive"), QStringLiteral("running"), QStringLiteral("incomplete"),
            QStringLiteral("unprivileged"), QStringLiteral("hostile"), QStringLiteral("long-path")};
        for (qsizetype i = 0; i < names.size(); ++i) {
            table->select(SessionId{static_cast<quint64>(i) + 1});
            save(window, names[i] + suffix);
        }
        table->select(SessionId{3});
        window.apply({Update(Notice{.code = NoticeCode::NoPrivileges,
                                    .detail = "sudo setcap cap_net_raw+ep /usr/bin/parallax"})});
        window.appendLog(
            QStringLiteral("2026-01-31 12:00:00.123 parallax.session: opened 198.51.100.4:50112"));
        window.findChild<QWidget *>(QStringLiteral("log"))->show();
        save(window, QStringLiteral("notice-log") + suffix);
    }

    void wholeDetail(const SessionRecord &record, const QString &name, int width) const
    {
        TesterDetail detail(m_words);
        detail.resize(width, 900);
        detail.setRecord(record);
        detail.show();
        settle();
        detail.resize(width, detail.widget()->sizeHint().height() + 60);
        save(detail, name);
        for (const Picture &picture : detail.pictures()) {
            for (const char *suffix : {"png", "svg"}) {
                const QString file =
                    QStringLiteral("%1/chart-%2-%3-%4.%5")
                        .arg(m_folder, picture.fileStem, name, m_look, QLatin1String(suffix));
                const auto saved = savePicture(picture, captionOf(record, m_words, &detail), file);
                std::puts(qPrintable(saved ? file : QString::fromStdString(saved.error().message)));
            }
        }
    }

    void dialogs() const
    {
        SettingsDialog settings(Config{.service = {.bind = "not an address", .keyFile = "/nowhere/key.pem"}},
                                m_words);
        settings.show();
        save(settings, QStringLiteral("settings"));
        InviteDialog invite;
        invite.show();
        save(invite, QStringLiteral("invite"));
        LinkDialog link(QStringLiteral("Anna"),
                        QStringLiteral("http://192.0.2.7:8081/t/k3VbQ9xTz4mP1sYwEo7RfA"));
        link.show();
        save(link, QStringLiteral("link"));
        InvitationModel model;
        model.setAddress(QStringLiteral("http://192.0.2.7:8081/t/k3VbQ9xTz4mP1sYwEo7RfA"));
        model.setNow(wallClock());
        model.put(invitation("k3VbQ9xTz4mP1sYwEo7RfA", "", 2));
        Invitation anna = invitation("AAAAQ9xTz4mP1sYwEo7RfA", "Anna", 1);
        anna.maxUses = 3;
        model.put(anna);
        Invitation ben = invitation("BBBBQ9xTz4mP1sYwEo7RfA", "Ben", 0);
        ben.revoked = true;
        model.put(ben);
        InvitationsDialog invitations(&model);
        invitations.show();
        save(invitations, QStringLiteral("invitations"));
    }

private:
    QString m_folder;
    QString m_look;
    const Words &m_words;
};

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
        const bool light = theme == ThemeChoice::Light;
        QSettings(QStringLiteral("parallax"), QStringLiteral("window"))
            .setValue(QStringLiteral("theme"), static_cast<int>(theme));
        applyTheme(theme);
        const Studio studio(folder, light ? QStringLiteral("light") : QStringLiteral("dark"), words);
        studio.testers({1280, 860}, QString());
        if (full) {
            studio.testers({1000, 640}, QStringLiteral("-small"));
            studio.testers({2560, 1440}, QStringLiteral("-large"));
        }
        studio.wholeDetail(fixtures::proxy(), QStringLiteral("whole-proxy"), 860);
        studio.wholeDetail(fixtures::longPath(), QStringLiteral("whole-long"), 600);
        studio.dialogs();
    }
    return 0;
}
