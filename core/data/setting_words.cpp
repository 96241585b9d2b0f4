// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/setting_words.h"

#include "core/base/translate_noop.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

constexpr std::array texts{
    SettingWords{"bind", QT_TRANSLATE_NOOP("Words", "Listen on address"),
                 QT_TRANSLATE_NOOP("Words", "One of this machine's addresses; empty means all of them.")},
    SettingWords{"http-port", QT_TRANSLATE_NOOP("Words", "Page port"),
                 QT_TRANSLATE_NOOP("Words", "Port of the tester's page; 0 picks a free one.")},
    SettingWords{"ws-port", QT_TRANSLATE_NOOP("Words", "WebSocket port"),
                 QT_TRANSLATE_NOOP("Words", "Port that the pings travel over; 0 picks a free one.")},
    SettingWords{"public-url", QT_TRANSLATE_NOOP("Words", "Public address of the page"),
                 QT_TRANSLATE_NOOP(
                     "Words", "The page's address as testers see it, if it differs from this machine's.")},
    SettingWords{
        "public-ws-url", QT_TRANSLATE_NOOP("Words", "Public address of the WebSocket"),
        QT_TRANSLATE_NOOP(
            "Words",
            "The WebSocket's address as testers see it, if it differs. Needed, with wss, where the page is "
            "https and the certificate is not here.")},
    SettingWords{"cert", QT_TRANSLATE_NOOP("Words", "Certificate file"),
                 QT_TRANSLATE_NOOP("Words", "PEM file; together with the key it turns on https and wss.")},
    SettingWords{"key", QT_TRANSLATE_NOOP("Words", "Key file"),
                 QT_TRANSLATE_NOOP("Words", "PEM file with the certificate's private key.")},
    SettingWords{
        "allow-anonymous", QT_TRANSLATE_NOOP("Words", "Allow testers without a link"),
        QT_TRANSLATE_NOOP("Words",
                          "Serves the page at / and accepts sockets without a token, as the original "
                          "program does. Anybody who reaches the ports can start a run.")},
    SettingWords{"trusted-proxy", QT_TRANSLATE_NOOP("Words", "Trusted reverse proxy"),
                 QT_TRANSLATE_NOOP("Words",
                                   "Address of a reverse proxy at this end whose forwarding headers are "
                                   "believed.")},
    SettingWords{"api-token", QT_TRANSLATE_NOOP("Words", "Token of the HTTP API"),
                 QT_TRANSLATE_NOOP("Words",
                                   "Programs on other machines must send it to trace by HTTP; 16 to 128 "
                                   "letters, digits or - _. Empty: one is made and kept in the user's data "
                                   "folder.")},
    SettingWords{
        "max-testers", QT_TRANSLATE_NOOP("Words", "Testers at once"),
        QT_TRANSLATE_NOOP("Words",
                          "More are told that this is busy; 1 measures one after the other. From one address "
                          "60 runs a minute may begin.")},
    SettingWords{"runs", QT_TRANSLATE_NOOP("Words", "Runs for each visit"),
                 QT_TRANSLATE_NOOP("Words",
                                   "One press of Start measures so many times, each on a fresh connection; "
                                   "the runs are compared.")},
    SettingWords{"pings", QT_TRANSLATE_NOOP("Words", "Pings"),
                 QT_TRANSLATE_NOOP(
                     "Words", "Text pings for each run; more make the verdict surer and the run longer.")},
    SettingWords{"least-pings", QT_TRANSLATE_NOOP("Words", "Pings at least"),
                 QT_TRANSLATE_NOOP("Words",
                                   "A run may end after so many once the interval of its median has decided; "
                                   "0 sends them all.")},
    SettingWords{"ping-interval-ms", QT_TRANSLATE_NOOP("Words", "Ping interval"),
                 QT_TRANSLATE_NOOP("Words", "From the start of one text ping to the start of the next.")},
    SettingWords{"ping-timeout-ms", QT_TRANSLATE_NOOP("Words", "Ping time-out"),
                 QT_TRANSLATE_NOOP("Words", "A ping without an answer for this long is lost.")},
    SettingWords{"max-ttl", QT_TRANSLATE_NOOP("Words", "Furthest hop"),
                 QT_TRANSLATE_NOOP("Words", "Largest TTL that the path is probed with.")},
    SettingWords{"trace-timeout-ms", QT_TRANSLATE_NOOP("Words", "Hop time-out"),
                 QT_TRANSLATE_NOOP("Words", "A hop without an answer for this long counts as silent.")},
    SettingWords{"probes-per-ttl", QT_TRANSLATE_NOOP("Words", "Probes for each hop"),
                 QT_TRANSLATE_NOOP("Words", "Probes for each TTL in the first burst.")},
    SettingWords{
        "final-probes", QT_TRANSLATE_NOOP("Words", "Final probes"),
        QT_TRANSLATE_NOOP("Words",
                          "Samples at the furthest hop and at the end of the connection; the smallest "
                          "counts.")},
    SettingWords{"final-timeout-ms", QT_TRANSLATE_NOOP("Words", "Final time-out"),
                 QT_TRANSLATE_NOOP("Words", "A final probe without an answer for this long is lost.")},
    SettingWords{"threshold-ms", QT_TRANSLATE_NOOP("Words", "Classic threshold"),
                 QT_TRANSLATE_NOOP("Words",
                                   "The original program's rule says proxy above this gap. Our own verdict "
                                   "does not use it.")},
    SettingWords{
        "store", QT_TRANSLATE_NOOP("Words", "Store"),
        QT_TRANSLATE_NOOP(
            "Words",
            "File that finished runs and watched paths are kept in; empty: the user's data folder.")},
    SettingWords{
        "geo-dir", QT_TRANSLATE_NOOP("Words", "Folder with geo files"),
        QT_TRANSLATE_NOOP("Words",
                          "Files that tell country, network and place of an address; empty: the folder "
                          "geo in the user's data folder, or the system's.")},
    SettingWords{
        "fingerprints", QT_TRANSLATE_NOOP("Words", "Fingerprint table"),
        QT_TRANSLATE_NOOP("Words",
                          "File with what systems, browsers, tunnels and hosting networks look like; "
                          "empty: the one that is built in.")},
    SettingWords{"log-file", QT_TRANSLATE_NOOP("Words", "Log file"),
                 QT_TRANSLATE_NOOP("Words",
                                   "Log of the service and its testers; empty: parallax/parallax.log in the "
                                   "user's state folder.")},
    SettingWords{"language", QT_TRANSLATE_NOOP("Words", "Language"),
                 QT_TRANSLATE_NOOP("Words", "en, de or zh_CN; empty: the desktop's language.")},
    SettingWords{
        "verbosity", QT_TRANSLATE_NOOP("Words", "Verbosity"),
        QT_TRANSLATE_NOOP("Words",
                          "On stderr: 0 trouble, 1 testers and their verdicts too, 2 every probe too, 3 the "
                          "libraries' details too. The log file has the first two always.")},
};

} // namespace

const SettingWords *wordsOf(const Setting &setting)
{
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [&](const SettingWords &words) { return words.name == setting.name; });
    return found == texts.end() ? nullptr : &*found;
}

const char *nameOf(SettingGroup group)
{
    switch (group) {
    case SettingGroup::Service:
        return QT_TRANSLATE_NOOP("Words", "Service");
    case SettingGroup::Pings:
        return QT_TRANSLATE_NOOP("Words", "Pings");
    case SettingGroup::Trace:
        return QT_TRANSLATE_NOOP("Words", "Trace");
    case SettingGroup::Verdict:
        return QT_TRANSLATE_NOOP("Words", "Verdict");
    case SettingGroup::Program:
        return QT_TRANSLATE_NOOP("Words", "Program");
    }
    return "";
}

} // namespace parallax
