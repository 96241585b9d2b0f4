// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"

namespace parallax {

QString Words::clockScheme(ClockScheme scheme) const
{
    switch (scheme) {
    case ClockScheme::Raw:
        return say(QT_TRANSLATE_NOOP("Words", "Raw"));
    case ClockScheme::Ewma:
        return say(QT_TRANSLATE_NOOP("Words", "EWMA"));
    case ClockScheme::Kalman:
        return say(QT_TRANSLATE_NOOP("Words", "Kalman"));
    case ClockScheme::Pid:
        return say(QT_TRANSLATE_NOOP("Words", "PID"));
    case ClockScheme::Median:
        return say(QT_TRANSLATE_NOOP("Words", "Median of the quickest"));
    }
    return {};
}

QString Words::clockQuality(ClockQuality quality) const
{
    switch (quality) {
    case ClockQuality::Excellent:
        return say(QT_TRANSLATE_NOOP("Words", "excellent"));
    case ClockQuality::Good:
        return say(QT_TRANSLATE_NOOP("Words", "good"));
    case ClockQuality::Fair:
        return say(QT_TRANSLATE_NOOP("Words", "fair"));
    case ClockQuality::Poor:
        return say(QT_TRANSLATE_NOOP("Words", "poor"));
    }
    return {};
}

QString Words::clockTrend(ClockTrend trend) const
{
    switch (trend) {
    case ClockTrend::Steady:
        return say(QT_TRANSLATE_NOOP("Words", "The offset is steady"));
    case ClockTrend::Rising:
        return say(QT_TRANSLATE_NOOP("Words", "The offset rises: the server's clock runs faster"));
    case ClockTrend::Falling:
        return say(QT_TRANSLATE_NOOP("Words", "The offset falls: the server's clock runs slower"));
    }
    return {};
}

QString Words::clockOffset(Duration offset) const
{
    const QString sign = offset > Duration::zero() ? QStringLiteral("+") : QString();
    return say(QT_TRANSLATE_NOOP("Words", "%1 ms")).arg(sign + number(toMilliseconds(offset), 3));
}

QString Words::clockEvent(const ClockEvent &event) const
{
    switch (event.kind) {
    case ClockEvent::Kind::Anomaly:
        return say(QT_TRANSLATE_NOOP("Words", "An offset of %1 is more than two standard deviations off"))
            .arg(clockOffset(event.value));
    case ClockEvent::Kind::TrendChanged:
        return clockTrend(event.trend);
    case ClockEvent::Kind::QualityChanged:
        return say(QT_TRANSLATE_NOOP("Words", "Quality: %1")).arg(clockQuality(event.quality));
    case ClockEvent::Kind::OwnClockStepped:
        return say(QT_TRANSLATE_NOOP("Words", "This machine's clock was set by %1; the estimate begins anew"))
            .arg(clockOffset(event.value));
    case ClockEvent::Kind::TheirClockStepped:
        return say(QT_TRANSLATE_NOOP(
                       "Words",
                       "The server's clock was set by %1, or one of the two clocks is slewed by "
                       "more than 500 ppm; the estimate begins anew"))
            .arg(clockOffset(event.value));
    case ClockEvent::Kind::StartedOver:
        return say(QT_TRANSLATE_NOOP("Words", "More than 500 ms off: the correction starts over"));
    case ClockEvent::Kind::ServerSilent:
        return say(QT_TRANSLATE_NOOP("Words", "The server does not answer"));
    case ClockEvent::Kind::ServerBack:
        return say(QT_TRANSLATE_NOOP("Words", "The server answers again"));
    }
    return {};
}

QString Words::clockRefusal(ClockRefusal refusal) const
{
    switch (refusal) {
    case ClockRefusal::Length:
        return say(QT_TRANSLATE_NOOP("Words", "wrong length"));
    case ClockRefusal::Sync:
        return say(QT_TRANSLATE_NOOP("Words", "wrong SYNC"));
    case ClockRefusal::IdCode:
        return say(QT_TRANSLATE_NOOP("Words", "unknown IDCODE"));
    case ClockRefusal::FrameSize:
        return say(QT_TRANSLATE_NOOP("Words", "wrong FRAME_SIZE"));
    case ClockRefusal::Check:
        return say(QT_TRANSLATE_NOOP("Words", "wrong checksum"));
    case ClockRefusal::Authentication:
        return say(QT_TRANSLATE_NOOP("Words", "not authenticated"));
    case ClockRefusal::Rate:
        return say(QT_TRANSLATE_NOOP("Words", "too many from one address"));
    case ClockRefusal::Amplification:
        return say(QT_TRANSLATE_NOOP("Words", "too many bytes to one address"));
    }
    return {};
}

QString Words::tcpClockEnd(TcpClockEnd end) const
{
    switch (end) {
    case TcpClockEnd::Open:
        return say(QT_TRANSLATE_NOOP("Words", "open"));
    case TcpClockEnd::Left:
        return say(QT_TRANSLATE_NOOP("Words", "ended by the client"));
    case TcpClockEnd::LineTooLong:
        return say(QT_TRANSLATE_NOOP("Words", "cut off: a line too long"));
    case TcpClockEnd::Idle:
        return say(QT_TRANSLATE_NOOP("Words", "cut off: nothing was asked"));
    case TcpClockEnd::SlowReader:
        return say(QT_TRANSLATE_NOOP("Words", "cut off: answers were not read"));
    case TcpClockEnd::Failed:
        return say(QT_TRANSLATE_NOOP("Words", "broken"));
    case TcpClockEnd::Stopped:
        return say(QT_TRANSLATE_NOOP("Words", "ended with the server"));
    }
    return {};
}

QString Words::negativeWay(const ClockSample &sample) const
{
    const bool stamped =
        sample.exchange.highest() < Duration::zero() || sample.exchange.lowest() > Duration::zero();
    const bool estimated = sample.wayThere() < Duration::zero() || sample.wayBack() < Duration::zero();
    if (estimated)
        return say(
            QT_TRANSLATE_NOOP("Words",
                              "A negative one-way delay: the path is longer one way than the other, or "
                              "the estimate is off; the bound has room for both."));
    if (stamped)
        return say(QT_TRANSLATE_NOOP("Words",
                                     "By the stamps alone one way took negative time: the two clocks differ "
                                     "by more than the way takes. "
                                     "The delays shown have the offset taken out."));
    return {};
}

} // namespace parallax
