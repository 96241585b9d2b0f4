// SPDX-License-Identifier: GPL-3.0-or-later
// packet-shots FOLDER [LANGUAGE]: saves pictures of the packet workbench, to be looked at by people.
#include "core/text/languages.h"
#include "core/text/words.h"
#include "ui/dialogs/packet_workbench.h"
#include "ui/theme.h"
#include "ui/widgets/packet_fields.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QTranslator>

#include <cstdio>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

void save(QWidget &widget, const QString &file)
{
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 260)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    std::puts(qPrintable(widget.grab().save(file) ? file : QStringLiteral("not written: ") + file));
}

/// Sent, with two answers.
void exchange(PacketWorkbench &bench)
{
    const IpAddress router = IpAddress::parse("192.0.2.254").value();
    const IpAddress host = IpAddress::parse("198.51.100.7").value();
    bench.apply(PacketSent{{.at = wallClock(), .bytes = PacketBytes(60)}});
    bench.apply(PacketAnswered{{.kind = PacketAnswer::Kind::TimeExceeded,
                                .from = router,
                                .received = wallClock(),
                                .after = 1234us,
                                .ttl = 64}});
    bench.apply(PacketAnswered{{.kind = PacketAnswer::Kind::SynAck,
                                .from = host,
                                .received = wallClock(),
                                .after = 41'307us,
                                .ttl = 52}});
    bench.apply(PacketsDone{.sent = 2, .answers = 2});
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2)
        return 3;
    const QDir folder(arguments[1]);
    const QLocale locale = arguments.size() > 2 ? QLocale(arguments[2]) : QLocale(QLocale::English);
    QTranslator translator;
    if (loadTranslation(translator, locale))
        QApplication::installTranslator(&translator);
    const Words words(locale);
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        const QString look = theme == ThemeChoice::Light ? QStringLiteral("light") : QStringLiteral("dark");
        applyTheme(theme);
        PacketWorkbench bench(words);
        QObject::connect(
            &bench, &PacketWorkbench::surroundingsRequested, &bench, [&bench](const IpAddress &target) {
                const IpAddress own = IpAddress::parse(target.isV4() ? "192.0.2.1" : "2001:db8::1").value();
                bench.apply(PacketSurroundingsFound{{.target = target, .own = {own}, .source = own}});
            });
        bench.show();
        bench.begin();
        save(bench, folder.filePath(QStringLiteral("packets-begin-%1.png").arg(look)));
        bench.findChild<QComboBox *>()->setCurrentIndex(1);
        auto *fields = bench.findChild<PacketFields *>();
        for (const auto &[field, text] : {std::pair(PacketField::Target, "198.51.100.7"),
                                          std::pair(PacketField::Source, "203.0.113.9")}) {
            fields->choose(field);
            fields->currentItem()->setText(PacketFields::Value, QLatin1String(text));
        }
        exchange(bench);
        save(bench, folder.filePath(QStringLiteral("packets-%1.png").arg(look)));
    }
    return 0;
}
