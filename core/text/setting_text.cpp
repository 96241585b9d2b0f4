// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace parallax {

namespace {

struct SettingText {
    std::string_view name;
    const char *label;
    const char *help;
};

constexpr std::array texts{
    SettingText{"bind", QT_TRANSLATE_NOOP("Words", "Listen on address"),
                QT_TRANSLATE_NOOP("Words", "One of this machine's addresses; empty means all of them.")},
    SettingText{"http-port", QT_TRANSLATE_NOOP("Words", "Page port"),
                QT_TRANSLATE_NOOP("Words", "Port of the tester's page; 0 picks a free one.")},
    SettingText{"ws-port", QT_TRANSLATE_NOOP("Words", "WebSocket port"),
                QT_TRANSLATE_NOOP("Words", "Port that the pings travel over; 0 picks a free one.")},
    SettingText{"public-url", QT_TRANSLATE_NOOP("Words", "Public address of the page"),
                QT_TRANSLATE_NOOP(
                    "Words", "The page's address as testers see it, if it differs from this machine's.")},
    SettingText{"public-ws-url", QT_TRANSLATE_NOOP("Words", "Public address of the WebSocket"),
                QT_TRANSLATE_NOOP("Words", "The WebSocket's address as testers see it, if it differs.")},
    SettingText{"cert", QT_TRANSLATE_NOOP("Words", "Certificate file"),
                QT_TRANSLATE_NOOP("Words", "PEM file; together with the key it turns on https and wss.")},
    SettingText{"key", QT_TRANSLATE_NOOP("Words", "Key file"),
                QT_TRANSLATE_NOOP("Words", "PEM file with the certificate's private key.")},
    SettingText{"allow-anonymous", QT_TRANSLATE_NOOP("Words", "Allow testers without a link"),
                QT_TRANSLATE_NOOP("Words",
                                  "Serves the page at / and accepts sockets without a token, as the original "
                                  "program does. Anybody who reaches the ports can start a run.")},
    SettingText{"trusted-proxy", QT_TRANSLATE_NOOP("Words", "Trusted reverse proxy"),
                QT_TRANSLATE_NOOP("Words",
                                  "Address of a reverse proxy at this end whose forwarding headers are "
                                  "believed.")},
    SettingText{"api-token", QT_TRANSLATE_NOOP("Words", "Token of the HTTP API"),
                QT_TRANSLATE_NOOP("Words",
                                  "Programs on other machines must send it to trace by HTTP; at least 16 "
                                  "letters, digits or - _. Empty: one is made and kept in the user's data "
                                  "folder.")},
    SettingText{
        "max-testers", QT_TRANSLATE_NOOP("Words", "Testers at once"),
        QT_TRANSLATE_NOOP("Words", "More are told that this is busy; 1 measures one after the other.")},
    SettingText{"runs", QT_TRANSLATE_NOOP("Words", "Runs for each visit"),
                QT_TRANSLATE_NOOP("Words",
                                  "One press of Start measures so many times, each on a fresh connection; "
                                  "the runs are compared.")},
    SettingText{"pings", QT_TRANSLATE_NOOP("Words", "Pings"),
                QT_TRANSLATE_NOOP(
                    "Words", "Text pings for each run; more make the verdict surer and the run longer.")},
    SettingText{"least-pings", QT_TRANSLATE_NOOP("Words", "Pings at least"),
                QT_TRANSLATE_NOOP("Words",
                                  "A run may end after so many once the interval of its median has decided; "
                                  "0 sends them all.")},
    SettingText{"ping-interval-ms", QT_TRANSLATE_NOOP("Words", "Ping interval"),
                QT_TRANSLATE_NOOP("Words", "From the start of one text ping to the start of the next.")},
    SettingText{"ping-timeout-ms", QT_TRANSLATE_NOOP("Words", "Ping time-out"),
                QT_TRANSLATE_NOOP("Words", "A ping without an answer for this long is lost.")},
    SettingText{"max-ttl", QT_TRANSLATE_NOOP("Words", "Furthest hop"),
                QT_TRANSLATE_NOOP("Words", "Largest TTL that the path is probed with.")},
    SettingText{"trace-timeout-ms", QT_TRANSLATE_NOOP("Words", "Hop time-out"),
                QT_TRANSLATE_NOOP("Words", "A hop without an answer for this long counts as silent.")},
    SettingText{"probes-per-ttl", QT_TRANSLATE_NOOP("Words", "Probes for each hop"),
                QT_TRANSLATE_NOOP("Words", "Probes for each TTL in the first burst.")},
    SettingText{
        "final-probes", QT_TRANSLATE_NOOP("Words", "Final probes"),
        QT_TRANSLATE_NOOP("Words",
                          "Samples at the furthest hop and at the end of the connection; the smallest "
                          "counts.")},
    SettingText{"final-timeout-ms", QT_TRANSLATE_NOOP("Words", "Final time-out"),
                QT_TRANSLATE_NOOP("Words", "A final probe without an answer for this long is lost.")},
    SettingText{"threshold-ms", QT_TRANSLATE_NOOP("Words", "Classic threshold"),
                QT_TRANSLATE_NOOP("Words",
                                  "The original program's rule says proxy above this gap. Our own verdict "
                                  "does not use it.")},
    SettingText{
        "store", QT_TRANSLATE_NOOP("Words", "Store"),
        QT_TRANSLATE_NOOP("Words", "File that finished runs are kept in; empty: the user's data folder.")},
    SettingText{"geo-dir", QT_TRANSLATE_NOOP("Words", "Folder with geo files"),
                QT_TRANSLATE_NOOP("Words",
                                  "Files that tell the country and network of an address; empty: the folder "
                                  "geo in the user's data folder.")},
    SettingText{"fingerprints", QT_TRANSLATE_NOOP("Words", "Fingerprint table"),
                QT_TRANSLATE_NOOP("Words",
                                  "File with what systems, browsers, tunnels and hosting networks look like; "
                                  "empty: the one that is built in.")},
    SettingText{"log-file", QT_TRANSLATE_NOOP("Words", "Log file"),
                QT_TRANSLATE_NOOP("Words", "Empty: the user's state folder.")},
    SettingText{"language", QT_TRANSLATE_NOOP("Words", "Language"),
                QT_TRANSLATE_NOOP("Words", "en, de or zh_CN; empty: the desktop's language.")},
    SettingText{
        "verbosity", QT_TRANSLATE_NOOP("Words", "Verbosity"),
        QT_TRANSLATE_NOOP("Words", "0 logs what matters, 2 the details, 3 those of the libraries too.")},
};

const SettingText *textFor(const Setting &setting)
{
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [&](const SettingText &t) { return t.name == setting.name; });
    return found == texts.end() ? nullptr : &*found;
}

} // namespace

QString Words::settingLabel(const Setting &setting) const
{
    const SettingText *found = textFor(setting);
    return found ? say(found->label)
                 : QString::fromUtf8(setting.name.data(), static_cast<qsizetype>(setting.name.size()));
}

QString Words::settingHelp(const Setting &setting) const
{
    const SettingText *found = textFor(setting);
    return found ? say(found->help) : QString();
}

QString Words::settingGroup(SettingGroup group) const
{
    switch (group) {
    case SettingGroup::Service:
        return say(QT_TRANSLATE_NOOP("Words", "Service"));
    case SettingGroup::Pings:
        return say(QT_TRANSLATE_NOOP("Words", "Pings"));
    case SettingGroup::Trace:
        return say(QT_TRANSLATE_NOOP("Words", "Trace"));
    case SettingGroup::Verdict:
        return say(QT_TRANSLATE_NOOP("Words", "Verdict"));
    case SettingGroup::Program:
        return say(QT_TRANSLATE_NOOP("Words", "Program"));
    }
    return {};
}

} // namespace parallax
