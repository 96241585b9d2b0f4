// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <span>

namespace parallax {

namespace {

struct PageText {
    const char *key;
    const char *text;
};

// {name} is who asks, {rtt} a duration with its unit, {run} and {runs} are counts; the page or core/service
// puts them in.
constexpr std::array beforeTexts{
    PageText{"title", QT_TRANSLATE_NOOP("Words", "Connection check")},
    PageText{"heading", QT_TRANSLATE_NOOP("Words", "Connection check")},
    PageText{"asks_name", QT_TRANSLATE_NOOP("Words", "This invitation is for {name}.")},
    PageText{
        "asks_anonymous",
        QT_TRANSLATE_NOOP("Words", "Whoever sent you this link asks you to have your connection measured.")},
    PageText{
        "what_measured",
        QT_TRANSLATE_NOOP("Words",
                          "This measures how long messages take between this browser and the computer of "
                          "the person who asks, and the delays along the route between the two.")},
    PageText{"what_seen",
             QT_TRANSLATE_NOOP("Words",
                               "Your internet address is seen, as by any website, the browser tells its "
                               "name, language and time zone, and nothing is installed.")},
    PageText{"takes", QT_TRANSLATE_NOOP("Words", "It takes a few seconds.")},
    PageText{"takes_runs", QT_TRANSLATE_NOOP("Words", "It measures {runs} times, a few seconds each.")},
    PageText{"start", QT_TRANSLATE_NOOP("Words", "Start")},
    PageText{"no_script",
             QT_TRANSLATE_NOOP("Words",
                               "This page needs JavaScript to measure: please allow it and load "
                               "the page again.")},
    PageText{"no_websocket",
             QT_TRANSLATE_NOOP("Words",
                               "This browser has no WebSocket, so nothing can be measured. Please use "
                               "another browser.")},
};

constexpr std::array duringTexts{
    PageText{"progress_label", QT_TRANSLATE_NOOP("Words", "Progress")},
    PageText{"progress_connecting", QT_TRANSLATE_NOOP("Words", "Connecting\u2026")},
    PageText{"progress_measuring", QT_TRANSLATE_NOOP("Words", "Measuring round trips\u2026")},
    PageText{"progress_path", QT_TRANSLATE_NOOP("Words", "Looking at the route\u2026")},
    PageText{"progress_refining", QT_TRANSLATE_NOOP("Words", "Measuring more precisely\u2026")},
    PageText{"progress_finishing", QT_TRANSLATE_NOOP("Words", "Finishing\u2026")},
    PageText{"run_of", QT_TRANSLATE_NOOP("Words", "Run {run} of {runs}")},
    PageText{"live_minimum", QT_TRANSLATE_NOOP("Words", "Shortest round trip so far: {rtt}")},
    PageText{"keep_open",
             QT_TRANSLATE_NOOP("Words",
                               "Please keep this page open and in front until the result "
                               "appears.")},
    PageText{"hidden",
             QT_TRANSLATE_NOOP("Words",
                               "Please come back to this page: browsers slow hidden pages down, "
                               "and that spoils the measurement.")},
    PageText{"lost", QT_TRANSLATE_NOOP("Words", "The connection was lost.")},
    PageText{"retrying", QT_TRANSLATE_NOOP("Words", "Trying again\u2026")},
    PageText{"gave_up",
             QT_TRANSLATE_NOOP("Words",
                               "The other computer cannot be reached. Check your connection and "
                               "press Start again, or tell the person who sent you this link.")},
    PageText{"port_closed",
             QT_TRANSLATE_NOOP("Words",
                               "This page can be reached, but the port that measures, {port}, accepts no "
                               "connection. Tell the person who sent you this link: a firewall or a "
                               "router may let only the page through.")},
};

constexpr std::array afterTexts{
    PageText{"result_heading", QT_TRANSLATE_NOOP("Words", "Result")},
    PageText{"result_direct", QT_TRANSLATE_NOOP("Words", "Your connection is direct.")},
    PageText{"result_proxy", QT_TRANSLATE_NOOP("Words", "Your connection goes through a proxy.")},
    PageText{"result_tunnel",
             QT_TRANSLATE_NOOP("Words", "Your connection goes through a VPN or a similar tunnel.")},
    PageText{"result_inconclusive",
             QT_TRANSLATE_NOOP("Words", "The measurement does not say how your connection gets here.")},
    PageText{"meaning_heading", QT_TRANSLATE_NOOP("Words", "What this means")},
    PageText{"ladder_heading", QT_TRANSLATE_NOOP("Words", "How far things are, there and back")},
    PageText{"ladder_hop", QT_TRANSLATE_NOOP("Words", "last router seen")},
    PageText{"ladder_tcp", QT_TRANSLATE_NOOP("Words", "end of the connection (TCP)")},
    PageText{"ladder_browser", QT_TRANSLATE_NOOP("Words", "your browser (WebSocket)")},
    PageText{"incomplete",
             QT_TRANSLATE_NOOP("Words", "The run ended early; this is what could be measured.")},
    PageText{"copy", QT_TRANSLATE_NOOP("Words", "Copy result")},
    PageText{"copied", QT_TRANSLATE_NOOP("Words", "Copied")},
    PageText{"copy_failed",
             QT_TRANSLATE_NOOP("Words", "Copying is not allowed here; select the text instead.")},
    PageText{"again", QT_TRANSLATE_NOOP("Words", "Measure again")},
    PageText{"may_close",
             QT_TRANSLATE_NOOP("Words", "You may close this page; the result goes to the person who asked.")},
};

constexpr std::array refusalTexts{
    PageText{"busy",
             QT_TRANSLATE_NOOP("Words",
                               "Other testers are being measured right now. Please try again in a "
                               "minute.")},
    PageText{"too_many",
             QT_TRANSLATE_NOOP("Words",
                               "Too many requests came from your address. Please wait a minute "
                               "and try again.")},
    PageText{"refused_title", QT_TRANSLATE_NOOP("Words", "This link does not work")},
    PageText{"expired", QT_TRANSLATE_NOOP("Words", "This invitation has expired.")},
    PageText{"revoked", QT_TRANSLATE_NOOP("Words", "This invitation was withdrawn.")},
    PageText{"used_up", QT_TRANSLATE_NOOP("Words", "This invitation has been used as often as it allows.")},
    PageText{"forbidden", QT_TRANSLATE_NOOP("Words", "This link is not complete or not valid.")},
    PageText{"whom_to_ask",
             QT_TRANSLATE_NOOP("Words", "Please ask the person who sent it to you for a new one.")},
    PageText{"not_found_title", QT_TRANSLATE_NOOP("Words", "Nothing here")},
    PageText{"not_found",
             QT_TRANSLATE_NOOP("Words",
                               "There is no page at this address. Please check the link you "
                               "were sent.")},
    PageText{"error",
             QT_TRANSLATE_NOOP("Words",
                               "Something went wrong on the other computer. Please tell the person "
                               "who sent you this link.")},
};

constexpr std::array groups{std::span<const PageText>(beforeTexts), std::span<const PageText>(duringTexts),
                            std::span<const PageText>(afterTexts), std::span<const PageText>(refusalTexts)};

} // namespace

QMap<QString, QString> Words::pageTexts() const
{
    QMap<QString, QString> all;
    for (const std::span texts : groups) {
        for (const PageText &text : texts)
            all.insert(QString::fromLatin1(text.key), say(text.text));
    }
    all.insert(QStringLiteral("lang"), languageTag());
    return all;
}

QString Words::pageText(std::string_view key) const
{
    for (const std::span texts : groups) {
        const auto found =
            std::find_if(texts.begin(), texts.end(), [key](const PageText &text) { return text.key == key; });
        if (found != texts.end())
            return say(found->text);
    }
    return {};
}

} // namespace parallax
