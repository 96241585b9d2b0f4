// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"

namespace parallax {

namespace {

const char *storeSentence(NoticeCode code)
{
    switch (code) {
    case NoticeCode::StoreUnusable:
        return QT_TRANSLATE_NOOP("Words", "Runs and watched paths are not being saved: %1");
    case NoticeCode::StoreRecovered:
        return QT_TRANSLATE_NOOP("Words", "Runs and watched paths are saved again. %1");
    case NoticeCode::StoreSlow:
        return QT_TRANSLATE_NOOP("Words",
                                 "A tester was turned away: more than %1 finished runs wait for a store "
                                 "that is too slow.");
    case NoticeCode::RunsUnreadable:
        return QT_TRANSLATE_NOOP("Words", "Some saved runs are damaged and were left out: %1");
    case NoticeCode::RoundsUnreadable:
        return QT_TRANSLATE_NOOP("Words", "Damaged rounds of a stored path were left out: %1");
    default:
        return "%1";
    }
}

const char *testerSentence(NoticeCode code)
{
    switch (code) {
    case NoticeCode::TooManyTesters:
        return QT_TRANSLATE_NOOP("Words",
                                 "A tester was turned away: all places are taken (max-testers: %1).");
    case NoticeCode::TooManyRuns:
        return QT_TRANSLATE_NOOP("Words",
                                 "A tester was turned away: too many runs began at %1 within a minute.");
    case NoticeCode::NoNetwork:
        return QT_TRANSLATE_NOOP("Words",
                                 "This machine has no network address, so no tester elsewhere can open the "
                                 "link. Connect it to a network; the link follows.");
    case NoticeCode::TestersUnseen:
        return QT_TRANSLATE_NOOP("Words",
                                 "No packet of a tester's connection was seen at port %1, so its path was "
                                 "not traced: a firewall rule of this machine probably redirects another "
                                 "port there. Let testers come to port %1 itself (public-ws-url), or listen "
                                 "on the other port (ws-port).");
    default:
        return "%1";
    }
}

const char *sentenceFor(NoticeCode code)
{
    switch (code) {
    case NoticeCode::NoPrivileges:
        return QT_TRANSLATE_NOOP("Words",
                                 "Without the right to capture packets and send probes only WebSocket and "
                                 "TCP round trips are measured. To mend it: %1");
    case NoticeCode::PortInUse:
        return QT_TRANSLATE_NOOP("Words",
                                 "Port %1 is in use by another program: end it or choose another port.");
    case NoticeCode::AddressUnusable:
        return QT_TRANSLATE_NOOP("Words",
                                 "This machine cannot listen on the address %1: choose one of its own.");
    case NoticeCode::CertificateUnusable:
        return QT_TRANSLATE_NOOP("Words", "The certificate or its key cannot be used: %1");
    case NoticeCode::GeoFilesUnusable:
        return QT_TRANSLATE_NOOP("Words",
                                 "A file with countries or networks cannot be used; fetch it again: %1");
    case NoticeCode::CannotListen:
        return QT_TRANSLATE_NOOP("Words", "Nobody can connect: %1");
    case NoticeCode::StoreUnusable:
    case NoticeCode::StoreRecovered:
    case NoticeCode::StoreSlow:
    case NoticeCode::RunsUnreadable:
    case NoticeCode::RoundsUnreadable:
        return storeSentence(code);
    case NoticeCode::CaptureStopped:
        return QT_TRANSLATE_NOOP("Words", "Capturing packets stopped: %1");
    case NoticeCode::CaptureRecovered:
        return QT_TRANSLATE_NOOP("Words", "Packets are captured again. %1");
    case NoticeCode::TooManyTesters:
    case NoticeCode::TooManyRuns:
    case NoticeCode::NoNetwork:
    case NoticeCode::TestersUnseen:
        return testerSentence(code);
    }
    return "%1";
}

const char *sentenceFor(Remedy remedy)
{
    switch (remedy) {
    case Remedy::MorePings:
        return QT_TRANSLATE_NOOP("Words", "Measure again with more pings.");
    case Remedy::QuieterLink:
        return QT_TRANSLATE_NOOP("Words", "Measure again while the tester's computer and line are quiet.");
    case Remedy::RunWithPrivileges:
        return QT_TRANSLATE_NOOP("Words", "Run Parallax with the right to capture packets and send probes.");
    case Remedy::AnotherNetwork:
        return QT_TRANSLATE_NOOP("Words",
                                 "Let the tester measure again from another network, wired if possible.");
    case Remedy::TrustedProxyOption:
        return QT_TRANSLATE_NOOP(
            "Words",
            "Let testers reach this machine itself: set public-ws-url to an address that does not "
            "pass the reverse proxy.");
    case Remedy::OpenFromElsewhere:
        return QT_TRANSLATE_NOOP("Words", "Open the link from another machine, straight to this one.");
    }
    return "";
}

const char *sentenceFor(SessionEnd end)
{
    switch (end) {
    case SessionEnd::Running:
        return QT_TRANSLATE_NOOP("Words", "Running");
    case SessionEnd::Finished:
        return QT_TRANSLATE_NOOP("Words", "Finished");
    case SessionEnd::TesterLeft:
        return QT_TRANSLATE_NOOP("Words", "The tester left early");
    case SessionEnd::Revoked:
        return QT_TRANSLATE_NOOP("Words", "The invitation was revoked");
    case SessionEnd::Busy:
        return QT_TRANSLATE_NOOP("Words", "Turned away: busy");
    case SessionEnd::Error:
        return QT_TRANSLATE_NOOP("Words", "Disconnected: it broke the rules of the connection");
    }
    return "";
}

} // namespace

QString Words::notice(const Notice &notice) const
{
    QString text = say(sentenceFor(notice.code));
    text.replace(QStringLiteral("%1"), reason({.message = notice.detail, .wording = notice.wording}));
    return text.trimmed();
}

QString Words::remedy(Remedy remedy) const
{
    return say(sentenceFor(remedy));
}

QString Words::end(SessionEnd end) const
{
    return say(sentenceFor(end));
}

QString Words::classicMessage(const Classic &classic) const
{
    if (!classic.webSocketMin)
        return say(
            QT_TRANSLATE_NOOP("Words", "The browser never answered, so the classic rule cannot be applied."));
    if (!classic.traceRtt || !classic.proxyDetected)
        return say(QT_TRANSLATE_NOOP(
            "Words", "No router on the path answered, so the classic rule cannot be applied."));
    const QString difference = duration(*classic.webSocketMin - *classic.traceRtt);
    const char *text = *classic.proxyDetected
        ? QT_TRANSLATE_NOOP("Words",
                            "WebSocket %1 \u2212 trace %2 = %3, more than the threshold of %4: the classic "
                            "rule says proxy.")
        : QT_TRANSLATE_NOOP("Words",
                            "WebSocket %1 \u2212 trace %2 = %3, not more than the threshold of %4: the "
                            "classic rule says no proxy.");
    return say(text).arg(duration(classic.webSocketMin), duration(classic.traceRtt), difference,
                         duration(classic.threshold));
}

} // namespace parallax
