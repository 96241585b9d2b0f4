// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser_name.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace parallax {

namespace {

struct Token {
    QLatin1String inUserAgent;
    QLatin1String name;
};

// The order matters: browsers name those that they want to be taken for behind themselves.
constexpr std::array browsers{
    Token{QLatin1String("Edg"), QLatin1String("Edge")},
    Token{QLatin1String("OPR/"), QLatin1String("Opera")},
    Token{QLatin1String("SamsungBrowser/"), QLatin1String("Samsung Internet")},
    Token{QLatin1String("Firefox/"), QLatin1String("Firefox")},
    Token{QLatin1String("FxiOS/"), QLatin1String("Firefox")},
    Token{QLatin1String("HeadlessChrome/"), QLatin1String("Chrome (headless)")},
    Token{QLatin1String("CriOS/"), QLatin1String("Chrome")},
    Token{QLatin1String("Chrome/"), QLatin1String("Chrome")},
    Token{QLatin1String("Safari/"), QLatin1String("Safari")},
};
constexpr std::array systems{
    Token{QLatin1String("Android"), QLatin1String("Android")},
    Token{QLatin1String("iPhone"), QLatin1String("iPhone")},
    Token{QLatin1String("iPad"), QLatin1String("iPad")},
    Token{QLatin1String("CrOS"), QLatin1String("ChromeOS")},
    Token{QLatin1String("Windows"), QLatin1String("Windows")},
    Token{QLatin1String("Mac OS X"), QLatin1String("macOS")},
    Token{QLatin1String("Linux"), QLatin1String("Linux")},
};

template<class Tokens>
QString firstIn(const Tokens &tokens, const QString &userAgent)
{
    const auto found = std::find_if(tokens.begin(), tokens.end(), [&](const Token &token) {
        return userAgent.contains(token.inUserAgent);
    });
    return found == tokens.end() ? QString() : QString(found->name);
}

} // namespace

QString browserName(const QString &userAgent)
{
    const QString browser = firstIn(browsers, userAgent);
    const QString system = firstIn(systems, userAgent);
    if (browser.isEmpty() || system.isEmpty())
        return browser + system;
    return QCoreApplication::translate("BrowserName", "%1 on %2", "browser on system").arg(browser, system);
}

} // namespace parallax
