// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/languages.h"
#include "core/text/words.h"
#include "tests/support/fixtures.h"
#include "tests/window/own_settings.h"
#include "ui/main_window.h"
#include "ui/pages/tester_table.h"
#include "ui/widgets/sidebar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QTimer>
#include <QTranslator>

#include <utility>
#include <vector>

using namespace parallax;

namespace {

const std::vector<std::pair<const char *, QLocale>> &languages()
{
    static const std::vector<std::pair<const char *, QLocale>> all{
        {"English", QLocale(QLocale::English)},
        {"German", QLocale(QLocale::German, QLocale::Germany)},
        {"Simplified Chinese", QLocale(QLocale::Chinese, QLocale::China)}};
    return all;
}

/// As long as it lives, everything that is made speaks this.
class Spoken
{
public:
    explicit Spoken(const QLocale &locale)
    {
        loaded = loadTranslation(m_translator, locale);
        QCoreApplication::installTranslator(&m_translator);
    }
    ~Spoken() { QCoreApplication::removeTranslator(&m_translator); }
    Q_DISABLE_COPY_MOVE(Spoken)

    bool loaded = false;

private:
    QTranslator m_translator;
};

Update listening()
{
    return Listening{.urls = {"http://192.0.2.7:8081/t/TOKEN"}, .httpPort = 8081, .webSocketPort = 8080};
}

ClockUpdate clockClient()
{
    return ClockOpened{.clock = ClockId{1},
                       .request = {.host = "127.0.0.1"},
                       .address = {IpAddress::fromV4(0x7f000001), clockPort},
                       .at = wallClock()};
}

QAbstractButton *button(const QWidget &window, const char *name)
{
    return window.findChild<QAbstractButton *>(QLatin1String(name));
}

QStringList lettersOf(const QStringList &texts)
{
    QStringList letters;
    for (const QString &text : texts)
        letters << QKeySequence::mnemonic(text).toString();
    letters.removeAll(QString());
    letters.sort();
    return letters;
}

/// What Alt and a letter reach: the menus, and the buttons in sight.
QStringList lettersIn(const QMainWindow &window)
{
    QStringList texts;
    const auto menus = window.menuBar()->actions();
    for (const QAction *menu : menus)
        texts << menu->text();
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible() && button->isEnabled())
            texts << button->text();
    }
    return lettersOf(texts);
}

QStringList lettersIn(const QMenu &menu)
{
    QStringList texts;
    const auto actions = menu.actions();
    for (const QAction *action : actions)
        texts << action->text();
    return lettersOf(texts);
}

/// Those that stand twice in one of a window's menus, with the menu's name.
QStringList takenTwiceIn(const QList<QMenu *> &menus)
{
    QStringList twice;
    for (const QMenu *menu : menus) {
        QStringList letters = lettersIn(*menu);
        if (letters.removeDuplicates() > 0)
            twice << menu->title() + QStringLiteral(": ") + lettersIn(*menu).join(QLatin1Char(' '));
    }
    return twice;
}

} // namespace

/// No letter reaches two things, in any language: it would do neither.
class TestMnemonics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noLetterIsTakenTwiceOnAPage_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<int>("page");
        QTest::addColumn<bool>("serving"); // the clock server
        for (const auto &[language, locale] : languages()) {
            QTest::addRow("%s, Testers", language) << locale << 0 << false;
            QTest::addRow("%s, Path", language) << locale << 1 << false;
            QTest::addRow("%s, Clocks", language) << locale << 2 << false;
            QTest::addRow("%s, Clocks while serving", language) << locale << 2 << true;
        }
    }
    void noLetterIsTakenTwiceOnAPage()
    {
        QFETCH(QLocale, locale);
        QFETCH(int, page);
        QFETCH(bool, serving);
        const Spoken spoken(locale);
        QVERIFY(spoken.loaded);
        const Words words(locale);
        MainWindow window(Config{}, words);
        window.show();
        window.findChild<Sidebar *>()->setCurrentRow(page);
        window.findChild<QLineEdit *>(QStringLiteral("clockHost"))->setText(QStringLiteral("127.0.0.1"));
        window.findChild<QComboBox *>(QStringLiteral("host"))->setEditText(QStringLiteral("192.0.2.1"));
        window.apply({listening()});
        window.applyClocks({clockClient(),
                            serving ? ClockUpdate(ClockServing{{IpAddress::fromV4(0), clockPort}})
                                    : ClockUpdate(ClockServingStopped{})});
        QTRY_VERIFY(button(window, "stop")->isVisible());
        QTRY_COMPARE(button(window, "clockEnd")->isVisible(), page == 2);
        QCOMPARE(button(window, "clockServerStop")->isVisible(), serving);
        QCOMPARE(button(window, "pathStart")->isVisible(), page == 1);
        QVERIFY(button(window, "pathStart")->isEnabled());
        QStringList letters = lettersIn(window);
        const QString all = letters.join(QLatin1Char(' '));
        QVERIFY2(letters.size() > 8, qPrintable(all)); // the menus, the top bar
        QVERIFY2(letters.removeDuplicates() == 0, qPrintable(all));
    }

    void noLetterIsTakenTwiceInAMenu_data()
    {
        QTest::addColumn<QLocale>("locale");
        for (const auto &[language, locale] : languages())
            QTest::newRow(language) << locale;
    }
    void noLetterIsTakenTwiceInAMenu()
    {
        QFETCH(QLocale, locale);
        const Spoken spoken(locale);
        const Words words(locale);
        const MainWindow window(Config{}, words);
        const auto menus = window.menuBar()->findChildren<QMenu *>();
        QVERIFY(menus.size() > 5);
        const QStringList twice = takenTwiceIn(menus);
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(QLatin1Char('\n'))));
    }

    void noLetterIsTakenTwiceInATestersMenu_data() { noLetterIsTakenTwiceInAMenu_data(); }
    void noLetterIsTakenTwiceInATestersMenu()
    {
        QFETCH(QLocale, locale);
        const Spoken spoken(locale);
        const Words words(locale);
        MainWindow window(Config{}, words);
        window.show();
        const auto updates = fixtures::updatesOf(SessionId{1}, fixtures::running());
        window.apply({updates.begin(), updates.end()});
        auto *table = window.findChild<TesterTable *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QStringList letters;
        QTimer::singleShot(0, table, [&letters] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            letters = lettersIn(*menu);
            menu->close();
        });
        QContextMenuEvent wanted(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(table, &wanted);
        const QString all = letters.join(QLatin1Char(' '));
        QVERIFY2(letters.size() == 4, qPrintable(all));
        QVERIFY2(letters.removeDuplicates() == 0, qPrintable(all));
    }

private:
    OwnSettings m_settings;
};

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
