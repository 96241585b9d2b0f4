// SPDX-License-Identifier: GPL-3.0-or-later
//
// lab-browser: a tester with a real browser. Prints {"ready":true}, then, for every line of standard input,
// opens that URL, clicks #start, waits until #result says something, and prints
// {"kind":data-kind,"text":…,"language":…}; {"problem":…} where #problem says something, or {"error":…}. Ends
// when standard input ends.
#include "tests/network/web_driver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <array>
#include <csignal>
#include <iostream>

#include <sys/prctl.h>

using namespace parallax;
using namespace parallax::lab;

namespace {

// An observer, since asking again and again would load the machine that measures.
const QString resultScript = QStringLiteral(R"(
const done = arguments[arguments.length - 1];
const result = document.querySelector('#result');
const problem = document.querySelector('#problem'); // the original's page has none
const look = () => {
    if (problem && !problem.hidden) {
        done({problem: problem.innerText});
        return true;
    }
    if (result.textContent.trim() === '')
        return false;
    done({kind: result.dataset.kind ?? null, text: result.innerText, language: document.documentElement.lang});
    return true;
};
if (!look()) {
    const watch = new MutationObserver(() => look() && watch.disconnect());
    for (const part of [result, problem].filter(Boolean))
        watch.observe(part, {childList: true, subtree: true, characterData: true, attributes: true});
}
)");

const QCommandLineOption proxyOption(QStringLiteral("proxy-server"), QStringLiteral("As Chromium's."),
                                     QStringLiteral("URL"));
const QCommandLineOption languageOption(QStringLiteral("lang"), QStringLiteral("The browser's language."),
                                        QStringLiteral("LANGUAGE"));
const QCommandLineOption certificateOption(QStringLiteral("ignore-certificate-errors"),
                                           QStringLiteral("Accept a test certificate."));
const QCommandLineOption screenshotOption(QStringLiteral("screenshot"),
                                          QStringLiteral("Draw each result here."), QStringLiteral("FILE"));
const QCommandLineOption widthOption(QStringLiteral("width"),
                                     QStringLiteral("Width of the page, as of a phone."),
                                     QStringLiteral("PIXELS"));
const QCommandLineOption darkOption(QStringLiteral("dark"), QStringLiteral("Prefer dark colours."));

void print(const QJsonObject &object)
{
    std::cout << QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString() << std::endl;
}

QJsonObject chromeOptions(const QCommandLineParser &options, const QString &profile)
{
    QJsonArray arguments;
    constexpr std::array always{"--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"};
    for (const char *argument : always)
        arguments << QString::fromLatin1(argument);
    arguments << QStringLiteral("--user-data-dir=") + profile;
    if (options.isSet(proxyOption))
        arguments << QStringLiteral("--proxy-server=") + options.value(proxyOption);
    if (options.isSet(certificateOption))
        arguments << QStringLiteral("--ignore-certificate-errors");
    QJsonObject preferences;
    if (options.isSet(languageOption)) {
        arguments << QStringLiteral("--lang=") + options.value(languageOption);
        preferences.insert(QStringLiteral("intl.accept_languages"), options.value(languageOption));
    }
    return {{QStringLiteral("args"), arguments}, {QStringLiteral("prefs"), preferences}};
}

Result<void> dress(WebDriver &browser, const QCommandLineParser &options)
{
    Result<void> done;
    if (options.isSet(widthOption)) {
        done = browser.developerCommand(QStringLiteral("Emulation.setDeviceMetricsOverride"),
                                        {{QStringLiteral("width"), options.value(widthOption).toInt()},
                                         {QStringLiteral("height"), 640},
                                         {QStringLiteral("deviceScaleFactor"), 2},
                                         {QStringLiteral("mobile"), true}});
    }
    if (done && options.isSet(darkOption)) {
        const QJsonObject dark{{QStringLiteral("name"), QStringLiteral("prefers-color-scheme")},
                               {QStringLiteral("value"), QStringLiteral("dark")}};
        done = browser.developerCommand(QStringLiteral("Emulation.setEmulatedMedia"),
                                        {{QStringLiteral("features"), QJsonArray{dark}}});
    }
    return done;
}

Result<void> saveScreenshot(WebDriver &browser, const QString &path)
{
    const auto image = browser.screenshotPng();
    if (!image)
        return image.error();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(image.value()) != image.value().size())
        return Error{ErrorCode::Io, path.toStdString() + ": " + file.errorString().toStdString()};
    return {};
}

/// What a tester does: open the link, press Start, read the result.
Result<QJsonObject> visit(WebDriver &browser, const QCommandLineParser &options, const QUrl &url)
{
    auto done = browser.open(url);
    if (done)
        done = browser.click(QStringLiteral("#start"));
    if (!done)
        return done.error();
    const auto result = browser.evaluate(resultScript);
    if (result && options.isSet(screenshotOption))
        done = saveScreenshot(browser, options.value(screenshotOption));
    if (!result || !done)
        return !result ? result.error() : done.error();
    return result.value().toObject();
}

QJsonObject errorObject(const Error &error)
{
    return {{QStringLiteral("error"), QString::fromStdString(error.message)}};
}

} // namespace

int main(int argc, char **argv)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions(
        {proxyOption, languageOption, certificateOption, screenshotOption, widthOption, darkOption});
    options.process(application);

    const QTemporaryDir profile;
    WebDriver browser;
    auto done = browser.start(chromeOptions(options, profile.path()));
    if (done)
        done = dress(browser, options);
    if (!done) {
        print(errorObject(done.error()));
        return 4;
    }
    print({{QStringLiteral("ready"), true}});
    for (std::string line; std::getline(std::cin, line);) {
        const auto result = visit(browser, options, QUrl(QString::fromStdString(line)));
        print(result ? result.value() : errorObject(result.error()));
    }
    return 0;
}
