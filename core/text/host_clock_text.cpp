// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"

namespace parallax {

QString Words::timeService(TimeService service)
{
    switch (service) {
    case TimeService::None:
        return {};
    case TimeService::Chrony:
        return QStringLiteral("chrony");
    case TimeService::Timesyncd:
        return QStringLiteral("systemd-timesyncd");
    case TimeService::Ntpd:
        return QStringLiteral("ntpd");
    }
    return {};
}

QString Words::hostClock(const HostClock &clock) const
{
    const TimeServiceState &state = clock.service;
    const QString name = timeService(state.service);
    if (state.service == TimeService::None)
        return clock.kernelSynchronised
            ? say(QT_TRANSLATE_NOOP("Words",
                                    "No time service was found here, but the kernel calls the clock "
                                    "synchronised, with an error of at most %1: another keeps it, such as "
                                    "the host of a container."))
                  .arg(clockOffset(clock.kernelMostError).remove(QLatin1Char('+')))
            : say(QT_TRANSLATE_NOOP(
                "Words", "Nothing synchronises this machine's clock: it goes as fast as its quartz does."));
    if (!state.synchronised)
        return say(QT_TRANSLATE_NOOP("Words",
                                     "%1 runs, but follows no server yet: the clock is not "
                                     "synchronised."))
            .arg(name);
    QString bound = QStringLiteral("–");
    if (state.mostError)
        bound = clockOffset(*state.mostError).remove(QLatin1Char('+'));
    return say(QT_TRANSLATE_NOOP("Words", "%1 keeps this machine's clock by %2; its error is at most %3."))
        .arg(name, QString::fromStdString(state.source), bound);
}

QString Words::hostClockMatters() const
{
    return say(QT_TRANSLATE_NOOP("Words",
                                 "While a time service moves a clock, the offset and the drift seen here "
                                 "move with it."));
}

QString Words::firewallNote() const
{
    return say(QT_TRANSLATE_NOOP("Words",
                                 "What others must reach needs these rules where a firewall filters. They "
                                 "are text to copy: Parallax changes no firewall."));
}

} // namespace parallax
