// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/settings.h"
#include "core/text/words.h"

#include <QFile>
#include <QTest>

using namespace parallax;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

bool isNumber(const Setting &setting)
{
    return !std::holds_alternative<bool &(*)(Config &)>(setting.field)
        && !std::holds_alternative<std::string &(*)(Config &)>(setting.field);
}

QString code(const QString &content)
{
    return content.isEmpty() ? QString() : QLatin1Char('`') + content + QLatin1Char('`');
}

QString rowFor(const Setting &setting, const Words &words)
{
    const QString range =
        isNumber(setting) ? QStringLiteral("%1 – %2").arg(setting.least).arg(setting.most) : QString();
    return QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
        .arg(code(text(setting.name)), code(text(settingText(Config{}, setting))), range,
             code(text(setting.originalName)), words.settingHelp(setting));
}

QByteArray page()
{
    const Words words;
    QString page = QStringLiteral(
        "# Settings\n\n"
        "One table feeds the options, the environment, the file and the window's dialog. A "
        "setting `some-name` is\n"
        "`--some-name` on the command line, `PARALLAX_SOME_NAME` in the environment and "
        "`some-name = value` in\n"
        "`$XDG_CONFIG_HOME/parallax/parallax.conf` (`~/.config/parallax/parallax.conf`). An "
        "option overrides the\n"
        "environment, the environment overrides the file. The dialog writes what was changed in it, and "
        "what that needs (a key its certificate). An empty variable counts as none; lines that "
        "begin with `#` are\n"
        "comments; yes or no is `true`, `1`, `yes`, `on` or `false`, `0`, `no`, `off`. A value "
        "out of range is an error\n"
        "that names the setting; exit code 3. A file that is there, or may be, and cannot be read is an "
        "error too; exit code 4. The systemd service reads `/etc/parallax/parallax.conf`.\n\n"
        "The log is `$XDG_STATE_HOME/parallax/parallax.log` (`~/.local/state/parallax/parallax.log`), the "
        "systemd service's is\n"
        "`/var/lib/parallax/parallax.log`. A *text ping* is a WebSocket message that the page's script "
        "answers.\n\n"
        "The group *Trace* is about the path of a tester's connection; `parallax-cli trace` and "
        "the page *Path* have\n"
        "options of their own.\n\n"
        "The fourth column is the key of the original program (CalcuLatency). A test keeps "
        "this page equal to the\n"
        "table in `core/data/settings.cpp`; docs/testing.md says how to write it anew.\n");
    for (const SettingGroup group : {SettingGroup::Service, SettingGroup::Pings, SettingGroup::Trace,
                                     SettingGroup::Verdict, SettingGroup::Program}) {
        page += QStringLiteral(
                    "\n## %1\n\n| setting | default | range | original | meaning |\n|---|---|---|---|---|\n")
                    .arg(words.settingGroup(group));
        for (const Setting &setting : settings()) {
            if (setting.group == group)
                page += rowFor(setting, words);
        }
    }
    return page.toUtf8();
}

} // namespace

class TestSettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDocumentShowsTheTable()
    {
        QFile file(QStringLiteral(SOURCE_DIR "/docs/settings.md"));
        if (qEnvironmentVariableIsSet("PARALLAX_UPDATE_DOCS")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(page());
            file.close();
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().split('\n'), page().split('\n'));
    }
};

QTEST_APPLESS_MAIN(TestSettingsPage)
#include "tst_settings_page.moc"
