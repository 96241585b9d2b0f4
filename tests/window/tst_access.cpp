// SPDX-License-Identifier: GPL-3.0-or-later
// The window for those who use no mouse, hear it read aloud, or have a small screen.
#include "core/text/words.h"
#include "tests/support/fixtures.h"
#include "tests/window/own_settings.h"
#include "ui/main_window.h"
#include "ui/pages/tester_table.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace parallax;

namespace {

Update listening()
{
    return Listening{.urls = {"http://192.0.2.7:8081/t/TOKEN"}, .httpPort = 8081, .webSocketPort = 8080};
}

QList<Update> updatesOf(quint64 session, const SessionRecord &record)
{
    const auto updates = fixtures::updatesOf(SessionId{session}, record);
    return {updates.begin(), updates.end()};
}

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeyboardReachesEverything()
    {
        MainWindow window(Config{}, m_words);
        window.apply({listening()});
        window.apply(updatesOf(1, fixtures::proxy()));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_COMPARE(window.findChild<TesterTable *>()->model()->rowCount(), 1);
        window.findChild<QWidget *>(QStringLiteral("links"))->setFocus();
        QSet<QString> reached;
        for (int i = 0; i < 40; ++i) {
            reached << QApplication::focusWidget()->objectName();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        const QSet<QString> wanted{QStringLiteral("links"),   QStringLiteral("copy"),
                                   QStringLiteral("qr"),      QStringLiteral("invite"),
                                   QStringLiteral("stop"),    QStringLiteral("filter"),
                                   QStringLiteral("testers"), QStringLiteral("ladder"),
                                   QStringLiteral("hops"),    QStringLiteral("distribution")};
        const auto missed = (wanted - reached).values();
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char(' '))));
    }

    void whatCanHaveFocusHasAName()
    {
        MainWindow window(Config{}, m_words);
        window.apply(updatesOf(1, fixtures::proxy()));
        QStringList nameless;
        const auto widgets = window.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty())
                || qobject_cast<const QLabel *>(widget);
            if ((widget->focusPolicy() & Qt::TabFocus) != 0 && !named
                && !widget->objectName().startsWith(QLatin1String("qt_")) && widget->isVisibleTo(&window))
                nameless << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ')
                        + widget->objectName();
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }

    void theWindowFitsThousandBySixHundredAndForty()
    {
        MainWindow window(Config{}, m_words);
        window.apply({listening(), Update(Notice{.code = NoticeCode::NoPrivileges, .detail = "sudo true"})});
        window.apply(updatesOf(1, fixtures::hostile()));
        window.show();
        QTRY_COMPARE(window.findChild<TesterTable *>()->model()->rowCount(), 1);
        QVERIFY(window.minimumSizeHint().width() <= 1000);
        QVERIFY(window.minimumSizeHint().height() <= 640);
    }

private:
    Words m_words;
    OwnSettings m_settings;
};

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
