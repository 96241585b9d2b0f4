// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/failure.h"
#include "core/text/languages.h"
#include "core/text/words.h"
#include "tests/support/watched_path.h"
#include "tests/window/named.h"
#include "tests/window/own_settings.h"
#include "tests/window/typed_host.h"
#include "ui/main_window.h"
#include "ui/models/path_model.h"
#include "ui/pages/path_page.h"
#include "ui/pages/path_table.h"
#include "ui/widgets/sidebar.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <cerrno>

using namespace parallax;
using namespace std::chrono_literals;

namespace {

const QString dash = QStringLiteral("–");

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

QAction *exportAction(const QWidget &window)
{
    const auto actions = window.findChildren<QAction *>();
    const auto found = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->shortcut() == QKeySequence(QStringLiteral("Ctrl+Shift+E"));
    });
    return found == actions.end() ? nullptr : *found;
}

/// A page that shows the far path.
struct ShownPage {
    explicit ShownPage(std::size_t rounds = 100)
        : state(fixtures::farWatch(rounds))
    {
        page.addTrace(TraceId{1}, state.request);
        page.setTrace(TraceId{1}, state);
    }

    const QAbstractItemModel &table() const { return *page.findChild<PathTable *>()->model(); }

    Words words{};
    PathPage page{words};
    TraceState state;
};

} // namespace

class TestPathPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableShowsTheHops()
    {
        const ShownPage shown;
        QCOMPARE(shown.table().rowCount(), 6);
        QCOMPARE(cell(shown.table(), 1, PathModel::Address), QStringLiteral("198.51.100.9"));
        QCOMPARE(cell(shown.table(), 1, PathModel::Name), QStringLiteral("bln-edge1.access.example"));
        QCOMPARE(cell(shown.table(), 1, PathModel::Network), QStringLiteral("AS64496 Example Access"));
        QCOMPARE(cell(shown.table(), 1, PathModel::Country), QStringLiteral("Berlin, DE"));
        QCOMPARE(cell(shown.table(), 1, PathModel::Sent), QStringLiteral("100"));
        QCOMPARE(cell(shown.table(), 1, PathModel::Dscp), QStringLiteral("0/0"));
        QCOMPARE(cell(shown.table(), 1, PathModel::Return), QStringLiteral("2"));
    }

    void theUnknownIsADash()
    {
        const ShownPage shown;
        QCOMPARE(cell(shown.table(), 3, PathModel::Address), dash);
        QCOMPARE(cell(shown.table(), 3, PathModel::Best), dash);
        QCOMPARE(cell(shown.table(), 3, PathModel::Loss), QStringLiteral("100.0"));
        QCOMPARE(cell(shown.table(), 0, PathModel::Name), dash);
        QCOMPARE(cell(shown.table(), 5, PathModel::Dscp), dash); // an echo reply quotes nothing
    }

    void aFurtherBranchHasNoLossOfItsOwn()
    {
        const ShownPage shown(2000);
        QCOMPARE(cell(shown.table(), 3, PathModel::Address), QStringLiteral("203.0.113.34"));
        QCOMPARE(cell(shown.table(), 3, PathModel::Sent), dash);
        QCOMPARE(cell(shown.table(), 3, PathModel::Loss), dash);
        QVERIFY(cell(shown.table(), 3, PathModel::Best) != dash);
    }

    void startKeepsTheKeyboard()
    {
        ShownPage shown;
        shown.page.setHosts({QStringLiteral("example.org")});
        shown.page.show();
        QVERIFY(QTest::qWaitForWindowActive(&shown.page));
        auto *host = named<QComboBox>(shown.page, "host");
        auto *start = named<QPushButton>(shown.page, "pathStart");
        host->setEditText(QStringLiteral("sydney.example"));
        start->setFocus();
        QTest::keyClick(start, Qt::Key_Space);
        QCOMPARE(QApplication::focusWidget(), start);
        QCOMPARE(host->currentText(), QStringLiteral("sydney.example"));
        host->setEditText(QString()); // as a tab that is not named does
        QCOMPARE(QApplication::focusWidget(), host); // and not Stop
    }

    void stopAndClosingATabAreSaid()
    {
        ShownPage shown;
        QSignalSpy closed(&shown.page, &PathPage::closeRequested);
        QSignalSpy forgotten(&shown.page, &PathPage::forgetRequested);
        named<QPushButton>(shown.page, "pathStop")->click();
        QCOMPARE(closed.value(0).value(0).value<TraceId>(), TraceId{1});
        shown.state.record.end = PathEnd::Interrupted;
        shown.page.setTrace(TraceId{1}, shown.state);
        QVERIFY(!named<QPushButton>(shown.page, "pathStop")->isEnabled());
        Q_EMIT named<QTabBar>(shown.page, "traces")->tabCloseRequested(0);
        QCOMPARE(forgotten.value(0).value(0).value<TraceId>(), TraceId{1});
        QVERIFY(named<QWidget>(shown.page, "pathEmpty")->isVisibleTo(&shown.page));
    }

    void anUnknownHostSaysSoAndLeavesNoTab()
    {
        const Words words;
        PathPage page(words);
        page.addTrace(TraceId{5}, {.target = "nowhere.invalid"});
        page.showFailure(TraceId{5}, {ErrorCode::UnknownHost, "nowhere.invalid: Host not found"});
        QCOMPARE(named<QTabBar>(page, "traces")->count(), 0);
        const auto *trouble = named<QLabel>(page, "pathTrouble");
        QVERIFY(trouble->isVisibleTo(&page));
        QVERIFY(trouble->text().contains(QStringLiteral("nowhere.invalid")));
        QCOMPARE(named<QComboBox>(page, "host")->currentText(), QStringLiteral("nowhere.invalid"));
    }

    void aFailureIsToldInTheUsersLanguage_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
        QTest::newRow("Simplified Chinese") << QLocale(QLocale::Chinese, QLocale::China);
    }
    void aFailureIsToldInTheUsersLanguage()
    {
        QFETCH(QLocale, locale);
        QTranslator translator;
        QVERIFY(loadTranslation(translator, locale));
        QCoreApplication::installTranslator(&translator);
        const Words words(locale);
        PathPage page(words);
        for (const Error &error :
             {failure(ErrorCode::NotPermitted, "opening a raw socket: %1", {systemText(EPERM)}),
              failure(ErrorCode::Unavailable, "no route to %1: %2", {"192.0.2.7", systemText(ENETUNREACH)}),
              failure(ErrorCode::NoNameServer, "%1: %2",
                      {"192.0.2.7", "Temporary failure in name resolution"})}) {
            page.addTrace(TraceId{5}, {.target = "192.0.2.7"});
            page.showFailure(TraceId{5}, error);
            const QString said = named<QLabel>(page, "pathTrouble")->text();
            static const QRegularExpression english(
                QStringLiteral("not|traced|opening|socket:|route to|unreachable|failure"));
            QVERIFY2(said.contains(QStringLiteral("192.0.2.7")) && !said.contains(english), qPrintable(said));
        }
        QCoreApplication::removeTranslator(&translator);
    }

    void copyingGivesAllRowsAsCsv()
    {
        const ShownPage shown;
        const QStringList lines =
            shown.page.findChild<PathTable *>()->asCsv().split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 7);
        QVERIFY(lines[0].startsWith(QStringLiteral("TTL,Address,Name")));
        QVERIFY(lines[2].startsWith(QStringLiteral("2,198.51.100.9,bln-edge1.access.example")));
    }

    void whatCanHaveFocusHasAName()
    {
        ShownPage shown;
        shown.page.show();
        QStringList nameless;
        const auto widgets = shown.page.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty())
                || qobject_cast<const QLabel *>(widget);
            if ((widget->focusPolicy() & Qt::TabFocus) != 0 && !named && widget->isVisible()
                && !widget->objectName().startsWith(QLatin1String("qt_")))
                nameless << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ')
                        + widget->objectName();
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }

    void theKeyboardReachesEverything()
    {
        ShownPage shown;
        shown.page.resize(1000, 600);
        shown.page.show();
        QVERIFY(QTest::qWaitForWindowActive(&shown.page));
        named<QComboBox>(shown.page, "host")
            ->setEditText(QStringLiteral("sydney.example")); // or nothing can start
        named<QWidget>(shown.page, "host")->setFocus();
        QSet<QString> reached;
        for (int i = 0; i < 30; ++i) {
            reached << QApplication::focusWidget()->objectName();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (const char *wanted :
             {"host", "method", "every", "pathStart", "pathStop", "traces", "path", "timeline"})
            QVERIFY2(reached.contains(QLatin1String(wanted)), wanted);
    }

    void thePageFitsASmallWindow()
    {
        const ShownPage shown;
        QVERIFY(shown.page.minimumSizeHint().width() <= 860); // beside the sidebar in 1000 × 640
        QVERIFY(shown.page.minimumSizeHint().height() <= 500);
    }

    void theWindowOpensShowsAndForgets()
    {
        const Words words;
        MainWindow window(Config{}, words);
        window.show();
        QSignalSpy asked(&window, &MainWindow::traceRequested);
        QSignalSpy closed(&window, &MainWindow::traceCloseRequested);
        window.showPath();
        typeHost(window, QStringLiteral("203.0.113.200"));
        QCOMPARE(asked.count(), 1);
        const auto trace = asked[0][0].value<TraceId>();
        const auto state = fixtures::farWatch(0);
        window.apply(
            {TraceOpened{trace, state.request, state.record},
             TraceObserved{trace,
                           fixtures::playedRound(fixtures::farPath(), 0, state.record.address.address)}});
        QTRY_COMPARE(window.findChild<PathTable *>()->model()->rowCount(), 6);
        Q_EMIT named<QTabBar>(window, "traces")->tabCloseRequested(0);
        QCOMPARE(closed.count(), 1);
    }

    void theKeyboardClosesATabFromTheSideList()
    {
        const Words words;
        MainWindow window(Config{}, words);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.showPath();
        typeHost(window, QStringLiteral("203.0.113.200"));
        auto *side = window.findChild<Sidebar *>();
        const auto *tabs = named<QTabBar>(window, "traces");
        const int pathRow = side->currentRow();
        side->setFocus();
        side->setCurrentRow(0); // the testers
        QTest::keySequence(side, QKeySequence(QKeySequence::Close));
        QCOMPARE(tabs->count(), 1);
        side->setCurrentRow(pathRow);
        QTest::keySequence(side, QKeySequence(QKeySequence::Close));
        QCOMPARE(tabs->count(), 0);
    }

    void whatHasNotBegunCannotBeExported()
    {
        const Words words;
        MainWindow window(Config{}, words);
        window.show();
        const QSignalSpy asked(&window, &MainWindow::traceRequested);
        const QAction *action = exportAction(window);
        QVERIFY(action && !action->isEnabled());
        window.showPath();
        typeHost(window, QStringLiteral("203.0.113.200"));
        QVERIFY(!action->isEnabled());
        const auto state = fixtures::farWatch(0);
        window.apply({TraceOpened{asked.value(0).value(0).value<TraceId>(), state.request, state.record}});
        QTRY_VERIFY(action->isEnabled());
        typeHost(window, QStringLiteral("nowhere.invalid"));
        QVERIFY(!action->isEnabled());
        named<QTabBar>(window, "traces")->setCurrentIndex(0);
        QVERIFY(action->isEnabled());
        named<QTabBar>(window, "traces")->setCurrentIndex(1);
        QVERIFY(!action->isEnabled());
        window.apply({TraceFailed{asked.value(1).value(0).value<TraceId>(), {ErrorCode::UnknownHost, "x"}}});
        QVERIFY(action->isEnabled());
        Q_EMIT named<QTabBar>(window, "traces")->tabCloseRequested(0);
        QVERIFY(!action->isEnabled());
    }

    void tracesOfOthersAreNotTheWindows()
    {
        const Words words;
        MainWindow window(Config{}, words);
        const TraceId others = nextTraceId();
        const auto state = fixtures::farWatch(0);
        window.apply({TraceOpened{others, state.request, state.record},
                      TraceFailed{others, {ErrorCode::UnknownHost, "x"}}});
        QCOMPARE(named<QTabBar>(window, "traces")->count(), 0);
        QVERIFY(!named<QLabel>(window, "pathTrouble")->isVisibleTo(&window));
    }

private:
    OwnSettings m_settings;
};

QTEST_MAIN(TestPathPage)
#include "tst_path_page.moc"
