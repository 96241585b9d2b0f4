// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/own_addresses.h"
#include "core/text/words.h"

#include <QStringList>

namespace parallax {

namespace {

constexpr auto rttNormal =
    QT_TRANSLATE_NOOP("Words", "The round-trip time is within its limit again, after %1");
constexpr auto rttUnseen =
    QT_TRANSLATE_NOOP("Words", "The round-trip time was beyond its limit for %1; then nothing was measured");
constexpr auto lossNormal = QT_TRANSLATE_NOOP("Words", "Loss is within its limit again, after %1");
constexpr auto lossUnseen =
    QT_TRANSLATE_NOOP("Words", "Loss was beyond its limit for %1; then nothing was measured");
constexpr auto notSentBegan =
    QT_TRANSLATE_NOOP("Words", "This machine was unable to send: its network refused every probe");
// It may be able to again, or not be asked to: a pause ends it too.
constexpr auto notSentEnded = QT_TRANSLATE_NOOP("Words", "This machine had been unable to send for %1");

} // namespace

QString Words::pathEnd(PathEnd end) const
{
    switch (end) {
    case PathEnd::Running:
        return say(QT_TRANSLATE_NOOP("Words", "running"));
    case PathEnd::Reached:
        return say(QT_TRANSLATE_NOOP("Words", "the target answered"));
    case PathEnd::Unreachable:
        return say(QT_TRANSLATE_NOOP("Words", "a router says that the target cannot be reached"));
    case PathEnd::MaxTtl:
        return say(QT_TRANSLATE_NOOP("Words", "the largest TTL was reached before the target"));
    case PathEnd::Silent:
        return say(QT_TRANSLATE_NOOP("Words", "nobody answered any more"));
    case PathEnd::Interrupted:
        return say(QT_TRANSLATE_NOOP("Words", "stopped"));
    }
    return {};
}

QString Words::span(Duration duration) const
{
    using namespace std::chrono;
    const auto seconds = round<std::chrono::seconds>(duration).count();
    if (seconds < 120)
        return say(QT_TRANSLATE_NOOP("Words", "%1 s")).arg(number(static_cast<double>(seconds), 0));
    const double minutes = static_cast<double>(seconds) / 60.0;
    if (minutes < 120.0)
        return say(QT_TRANSLATE_NOOP("Words", "%1 min")).arg(number(minutes, 0));
    return say(QT_TRANSLATE_NOOP("Words", "%1 h")).arg(number(minutes / 60.0, 1));
}

QString Words::pathEvent(const PathEvent &event, const QString &hiddenAddress) const
{
    const auto address = [&hiddenAddress](const IpAddress &which) {
        return isHidden(which) ? hiddenAddress : QString::fromStdString(which.toString());
    };
    const QString lasted = event.lasted ? span(*event.lasted) : QString();
    // Counted and not judged, so that all of them may be lost.
    const auto share = say(QT_TRANSLATE_NOOP("Words", "%1 %")).arg(number(event.share.value_or(0) * 100, 0));
    switch (event.kind) {
    case PathEvent::Kind::RouteChanged:
        if (event.hops > 1)
            return say(QT_TRANSLATE_NOOP("Words",
                                         "The route changed at %1 hops, from TTL %2 on: %3 instead of %4"))
                .arg(QString::number(event.hops), QString::number(event.ttl), address(event.after),
                     address(event.before));
        return say(QT_TRANSLATE_NOOP("Words", "The route changed at TTL %1: %2 instead of %3"))
            .arg(QString::number(event.ttl), address(event.after), address(event.before));
    case PathEvent::Kind::LossBegan:
        return say(QT_TRANSLATE_NOOP("Words", "Loss began: %1 of the last rounds")).arg(share);
    case PathEvent::Kind::LossEnded:
        return say(QT_TRANSLATE_NOOP("Words", "Loss ended after %1; %2 of the rounds were lost"))
            .arg(lasted, share);
    case PathEvent::Kind::RttHigh:
        return say(QT_TRANSLATE_NOOP("Words", "The round-trip time passed its limit: median %1"))
            .arg(this->duration(event.rtt));
    case PathEvent::Kind::RttNormal:
        return say(event.rtt ? rttNormal : rttUnseen).arg(lasted);
    case PathEvent::Kind::LossHigh:
        return say(QT_TRANSLATE_NOOP("Words", "Loss passed its limit: %1 of the last rounds")).arg(share);
    case PathEvent::Kind::LossNormal:
        return say(event.share ? lossNormal : lossUnseen).arg(lasted);
    case PathEvent::Kind::NotSentBegan:
        return say(notSentBegan);
    case PathEvent::Kind::NotSentEnded:
        return say(notSentEnded).arg(lasted);
    }
    return {};
}

} // namespace parallax
