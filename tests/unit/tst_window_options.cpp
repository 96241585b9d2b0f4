// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exit_code.h"
#include "app/options.h"

#include <QTest>

using namespace parallax;

namespace {

using Line = std::vector<const char *>;

std::variant<WindowOptions, Farewell> read(Line line)
{
    line.insert(line.begin(), "parallax");
    return readWindowOptions(static_cast<int>(line.size()), line.data());
}

WindowOptions optionsIn(const Line &line)
{
    const auto answer = read(line);
    const auto *options = std::get_if<WindowOptions>(&answer);
    return options ? *options : WindowOptions{};
}

Farewell farewellTo(const Line &line)
{
    const auto answer = read(line);
    const auto *farewell = std::get_if<Farewell>(&answer);
    return farewell ? *farewell : Farewell{};
}

} // namespace

/// What the program with the window is started with.
class TestWindowOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAndSettingsAreTakenAsTheyCome()
    {
        const WindowOptions options =
            optionsIn({"hour.parallax", "--http-port", "9000", "--allow-anonymous", "../a day.parallax"});
        const std::vector<std::string> files{"hour.parallax", "../a day.parallax"};
        const GivenSettings settings{{"http-port", "9000"}, {"allow-anonymous", "true"}};
        QCOMPARE(options.files, files);
        QCOMPARE(options.settings, settings);
    }

    void whatFollowsTwoDashesIsAFile()
    {
        QCOMPARE(optionsIn({"--", "--json"}).files, std::vector<std::string>{"--json"});
    }

    void aCommandIsNoFile_data()
    {
        QTest::addColumn<Line>("line");
        QTest::newRow("alone") << Line{"serve"};
        QTest::newRow("with what it takes") << Line{"trace", "example.org"};
        QTest::newRow("behind a setting") << Line{"--http-port", "9000", "serve"};
    }
    void aCommandIsNoFile()
    {
        QFETCH(Line, line);
        const Farewell farewell = farewellTo(line);
        QCOMPARE(farewell.code, exit_code::badArguments);
        QVERIFY(farewell.text.find("is a command of parallax-cli") != std::string::npos);
    }

    void aFileMayBeCalledLikeACommand()
    {
        QCOMPARE(optionsIn({"./serve"}).files, std::vector<std::string>{"./serve"});
    }

    void anEmptyNameIsRefused() { QCOMPARE(farewellTo({""}).code, exit_code::badArguments); }

    void theHelpNamesTheFiles()
    {
        const Farewell farewell = farewellTo({"--help"});
        QCOMPARE(farewell.code, exit_code::done);
        QVERIFY(farewell.text.find("[file...]") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestWindowOptions)
#include "tst_window_options.moc"
